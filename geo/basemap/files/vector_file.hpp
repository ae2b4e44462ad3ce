#pragma once

#include "geo/earth/box.hpp"
#include "geo/earth/shape.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

/// Reads the FlatGeobuf files of geo/data through GDAL with a spatial filter. Their longitudes run from -30 to 330, so
/// that only Greenland and Antarctica are cut.
namespace geo {

struct PolygonRecord {
    std::int64_t id; ///< index in the file
    Polygon polygon;
};

struct LineRecord {
    Polyline line;
    bool disputed;
    std::string policy; ///< id of a policy feature; empty when undisputed
};

struct CountryRecord {
    std::string iso; ///< ISO 3166-1 alpha-2
    Polygon polygon;
};

/// Both return each record whose bounding box meets `filter` once, and throw ReadError.
[[nodiscard]] std::vector<PolygonRecord> read_polygons(const std::filesystem::path&, const Box& filter);
[[nodiscard]] std::vector<LineRecord> read_lines(const std::filesystem::path&, const Box& filter);

/// Reads a file of countries as read_polygons() does.
[[nodiscard]] std::vector<CountryRecord> read_country_polygons(const std::filesystem::path&, const Box& filter);

/// The western limit of the longitudes in the files.
inline constexpr double file_cut_lon = -30.0;
/// A longitude from -180 to 180 as the files write it.
[[nodiscard]] constexpr double file_longitude(double lon) noexcept {
    return lon < file_cut_lon ? lon + 360.0 : lon;
}

} // namespace geo
