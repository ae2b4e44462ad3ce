#pragma once

#include "geo/earth/box.hpp"
#include "geo/earth/shape.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace geo {

/// Levels of detail of the built-in basemap (Natural Earth 1:110m, 1:50m, 1:10m; GSHHG inside four boxes).
enum class Level { World110m, Region50m, Detail10m, FineCoast };

/// By page scale: 110m below 1:70M, 50m to 1:8M, 10m to 1:1.5M, then fine coast.
[[nodiscard]] Level level_for_scale(double scale_denominator) noexcept;

struct BorderLine {
    Polyline line;
    bool disputed;         ///< drawn dashed
    std::string policy_id; ///< the policy feature that decides how it is shown and noted; empty for ordinary borders
};

/// Reads the built-in basemap with a spatial filter. Opening does not read; not thread-safe, one a thread.
class Basemap {
public:
    /// `data_dir` is geo/data or its installed copy. Throws ReadError from the readers when a file is missing or bad.
    explicit Basemap(std::filesystem::path data_dir);

    /// Dissolved land, one polygon an island or a part cut from one; longitudes continuous.
    [[nodiscard]] std::vector<Polygon> land(Level, const Box& filter) const;
    [[nodiscard]] std::vector<Polyline> coast(Level, const Box& filter) const;
    /// Land borders, without those in whose place the policy has a line (PolicyFeature::file).
    [[nodiscard]] std::vector<BorderLine> borders(Level, const Box& filter) const;
    /// The line of a feature of the policy: PolicyFeature::file, the first feature of a GeoJSON collection.
    [[nodiscard]] Polyline policy_line(const std::string& file) const;
    [[nodiscard]] std::filesystem::path relief_file() const; ///< Natural Earth II, plate carree, whole world, JPEG

private:
    std::filesystem::path m_data_dir;
};

} // namespace geo
