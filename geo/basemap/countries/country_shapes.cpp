#include "geo/basemap/countries/country_shapes.hpp"

#include "geo/basemap/files/vector_file.hpp"
#include "geo/earth/inside.hpp"

#include <algorithm>
#include <mutex>
#include <utility>

namespace geo {
namespace {

CountryShape shape_of(CountryRecord record) {
    CountryShape shape{std::move(record.iso), std::move(record.polygon), 1e9, 1e9, -1e9, -1e9};
    for (const Ring& ring : shape.polygon.rings)
        for (const Degrees& p : ring) {
            shape.west = std::min(shape.west, p.lon);
            shape.east = std::max(shape.east, p.lon);
            shape.south = std::min(shape.south, p.lat);
            shape.north = std::max(shape.north, p.lat);
        }
    return shape;
}

} // namespace

CountryShapes CountryShapes::read(const std::filesystem::path& data_dir, Level level, const Box& filter) {
    CountryShapes countries;
    const auto file = data_dir / (level == Level::Coarse110m ? "countries_110m.fgb" : "countries_50m.fgb");
    for (CountryRecord& record : read_country_polygons(file, filter))
        countries.m_shapes.push_back(shape_of(std::move(record)));
    return countries;
}

std::string_view CountryShapes::at(LonLat point) const {
    const double lon = file_longitude(point.lon()), lat = point.lat();
    for (const CountryShape& shape : m_shapes)
        if (lon >= shape.west && lon <= shape.east && lat >= shape.south && lat <= shape.north &&
            inside(shape.polygon, {lon, lat}))
            return shape.iso;
    return {};
}

std::vector<Polygon> CountryShapes::of(std::string_view iso) const {
    std::vector<Polygon> land;
    for (const CountryShape& shape : m_shapes)
        if (shape.iso == iso) land.push_back(shape.polygon);
    return land;
}

std::vector<const CountryShape*> CountryShapes::meeting(const Box& box) const {
    std::vector<const CountryShape*> found;
    const double west = file_longitude(box.west()), east = west + box.width_deg();
    for (const CountryShape& shape : m_shapes) {
        const bool meets =
            (shape.west <= east && shape.east >= west) || (shape.west + 360.0 <= east && shape.east + 360.0 >= west);
        if (meets && shape.south <= box.north() && shape.north >= box.south()) found.push_back(&shape);
    }
    return found;
}

struct LazyCountryShapes::Impl {
    std::filesystem::path data_dir;
    std::once_flag read_once;
    CountryShapes shapes;
};

LazyCountryShapes::LazyCountryShapes(std::filesystem::path data_dir) : m_impl{std::make_unique<Impl>()} {
    m_impl->data_dir = std::move(data_dir);
}
LazyCountryShapes::~LazyCountryShapes() = default;
LazyCountryShapes::LazyCountryShapes(LazyCountryShapes&&) noexcept = default;
LazyCountryShapes& LazyCountryShapes::operator=(LazyCountryShapes&&) noexcept = default;

const CountryShapes& LazyCountryShapes::get() const {
    std::call_once(m_impl->read_once,
                   [&] { m_impl->shapes = CountryShapes::read(m_impl->data_dir, CountryShapes::Level::Medium50m); });
    return m_impl->shapes;
}

} // namespace geo
