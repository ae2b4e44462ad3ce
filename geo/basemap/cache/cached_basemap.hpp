#pragma once

#include "geo/basemap/basemap.hpp"
#include "geo/basemap/cache/recent.hpp"
#include "geo/basemap/countries/country_shapes.hpp"
#include "geo/basemap/relief.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace geo {

/// A Basemap that keeps the parts that were read last, so that several maps of the same part of the Earth share them.
/// Thread-safe. Every function throws ReadError.
class CachedBasemap {
public:
    explicit CachedBasemap(std::filesystem::path data_dir);

    [[nodiscard]] std::shared_ptr<const std::vector<Polygon>> land(Level, const Box& filter) const;
    [[nodiscard]] std::shared_ptr<const std::vector<Polyline>> coast(Level, const Box& filter) const;
    [[nodiscard]] std::shared_ptr<const std::vector<BorderLine>> borders(Level, const Box& filter) const;
    [[nodiscard]] std::shared_ptr<const CountryShapes> countries(CountryShapes::Level, const Box& filter) const;
    [[nodiscard]] std::shared_ptr<const Relief> relief() const;
    /// Not cached, because the file is small.
    [[nodiscard]] Polyline policy_line(const std::string& file) const { return m_files.policy_line(file); }

private:
    using Part = std::pair<Level, Box>;

    Basemap m_files;
    mutable Recent<Part, std::vector<Polygon>> m_land;
    mutable Recent<Part, std::vector<Polyline>> m_coast;
    mutable Recent<Part, std::vector<BorderLine>> m_borders;
    mutable Recent<std::pair<CountryShapes::Level, Box>, CountryShapes> m_countries;
    mutable Recent<std::filesystem::path, Relief> m_relief;
    std::filesystem::path m_data_dir;
};

} // namespace geo
