#pragma once

#include "geo/earth/box.hpp"
#include "geo/earth/shape.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace geo {

/// Levels of detail of the built-in basemap: Natural Earth 1:110m, 1:50m and 1:10m. FineCoast is 1:10m with GSHHG
/// inside four boxes.
enum class Level { World110m, Region50m, Detail10m, FineCoast };

/// World110m for denominators above 70e6, Region50m above 8e6, Detail10m above 1.5e6, else FineCoast.
[[nodiscard]] Level level_for_scale(double scale_denominator) noexcept;

struct BorderLine {
    Polyline line;
    bool disputed;         ///< drawn dashed
    std::string policy_id; ///< the policy feature that says how the line is shown; empty for undisputed borders
};

/// Reads the built-in basemap with a spatial filter. Thread-safe: every call opens its own files.
class Basemap {
public:
    /// `data_dir` is geo/data or its installed copy. Reads nothing yet; the functions below throw ReadError.
    explicit Basemap(std::filesystem::path data_dir);

    /// Land without borders, one polygon per island or piece of one; longitudes are continuous.
    [[nodiscard]] std::vector<Polygon> land(Level, const Box& filter) const;
    [[nodiscard]] std::vector<Polyline> coast(Level, const Box& filter) const;
    /// Land borders, except those that a line of the policy replaces (PolicyFeature::file).
    [[nodiscard]] std::vector<BorderLine> borders(Level, const Box& filter) const;
    /// The line in PolicyFeature::file: the first feature of a GeoJSON collection.
    [[nodiscard]] Polyline policy_line(const std::string& file) const;
    [[nodiscard]] std::filesystem::path relief_file() const; ///< JPEG of the whole world for read_relief()

private:
    std::filesystem::path m_data_dir;
};

} // namespace geo
