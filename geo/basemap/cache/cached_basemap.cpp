#include "geo/basemap/cache/cached_basemap.hpp"

namespace geo {
namespace {

constexpr std::size_t parts_kept = 3;

} // namespace

CachedBasemap::CachedBasemap(std::filesystem::path data_dir)
    : m_files{data_dir},
      m_land{parts_kept},
      m_coast{parts_kept},
      m_borders{parts_kept},
      m_countries{parts_kept},
      m_relief{1},
      m_data_dir{std::move(data_dir)} {}

std::shared_ptr<const std::vector<Polygon>> CachedBasemap::land(Level level, const Box& filter) const {
    return m_land.get({level, filter}, [&] { return m_files.land(level, filter); });
}

std::shared_ptr<const std::vector<Polyline>> CachedBasemap::coast(Level level, const Box& filter) const {
    return m_coast.get({level, filter}, [&] { return m_files.coast(level, filter); });
}

std::shared_ptr<const std::vector<BorderLine>> CachedBasemap::borders(Level level, const Box& filter) const {
    return m_borders.get({level, filter}, [&] { return m_files.borders(level, filter); });
}

std::shared_ptr<const CountryShapes> CachedBasemap::countries(CountryShapes::Level level, const Box& filter) const {
    return m_countries.get({level, filter}, [&] { return CountryShapes::read(m_data_dir, level, filter); });
}

std::shared_ptr<const Relief> CachedBasemap::relief() const {
    return m_relief.get(m_files.relief_file(), [&] { return read_relief(m_files.relief_file()); });
}

} // namespace geo
