#pragma once

#include "geo/earth/box.hpp"
#include "geo/earth/shape.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

/// Our own FlatGeobuf files, read through GDAL with a spatial filter. Longitudes in them run from -30 to 330, so that
/// only Greenland and Antarctica are cut, and a Box may have to be asked for in two pieces.
namespace geo {

struct PolygonRecord {
    std::int64_t id; ///< place in the file, the same at every reading
    Polygon polygon;
};

struct LineRecord {
    Polyline line;
    bool disputed;
    std::string policy;
};

/// Records whose bounding box meets `filter`, in file order, each once. Throw ReadError.
[[nodiscard]] std::vector<PolygonRecord> read_polygons(const std::filesystem::path&, const Box& filter);
[[nodiscard]] std::vector<LineRecord> read_lines(const std::filesystem::path&, const Box& filter);

/// The west edge of the files' longitudes.
inline constexpr double file_cut_lon = -30.0;

} // namespace geo
