#include "geo/basemap/files/vector_file.hpp"

#include "geo/basemap/files/gdal.hpp"
#include "geo/error.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <type_traits>

#include <ogr_api.h>
#include <ogrsf_frmts.h>

namespace geo {
namespace {

using FeaturePtr = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, CloseWith<OGR_F_Destroy>>;

[[noreturn]] void fail(const std::filesystem::path& path, const char* fallback) {
    const char* message = CPLGetLastErrorMsg();
    throw ReadError{path.string() + ": " + (message != nullptr && *message != '\0' ? message : fallback)};
}

DatasetPtr open(const std::filesystem::path& path) {
    // Registering one driver takes 0.2 ms; GDALAllRegister's two hundred drivers take 5 ms.
    static std::once_flag registered;
    std::call_once(registered, [] { RegisterOGRFlatGeobuf(); });

    constexpr std::array<const char*, 2> drivers{"FlatGeobuf", nullptr};
    constexpr std::array<const char*, 1> no_siblings{nullptr}; // keeps GDAL from listing the folder
    CPLErrorReset();
    DatasetPtr dataset{GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                                  drivers.data(), nullptr, no_siblings.data())};
    if (!dataset) fail(path, "cannot be opened");
    return dataset;
}

struct Window {
    double west, east;
};

/// The one or two ranges of longitudes of a box, in the longitudes of the files.
std::vector<Window> windows(const Box& box) {
    constexpr double first = file_cut_lon;
    const double width = std::min(box.width_deg(), 360.0);
    const double west = box.west() < first ? box.west() + 360.0 : box.west();
    const double east = west + width;
    if (width >= 360.0) return {{first, first + 360.0}};
    if (east <= first + 360.0) return {{west, east}};
    return {{west, first + 360.0}, {first, east - 360.0}};
}

Polyline points_of(OGRGeometryH geometry) {
    const int count = OGR_G_GetPointCount(geometry);
    Polyline points(static_cast<std::size_t>(std::max(count, 0)));
    constexpr int stride = sizeof(Degrees);
    if (count > 0) OGR_G_GetPoints(geometry, &points[0].lon, stride, &points[0].lat, stride, nullptr, 0);
    return points;
}

/// Calls `take(feature, geometry)` for the features of the first layer that meet the box.
template <class Take>
void each_feature(const std::filesystem::path& path, const Box& filter, Take take) {
    const QuietErrors quiet;
    const DatasetPtr dataset = open(path);
    OGRLayerH layer = GDALDatasetGetLayer(dataset.get(), 0);
    if (layer == nullptr) fail(path, "has no layer");
    std::vector<std::int64_t> seen; // only filled when two windows can return the same record
    const auto parts = windows(filter);
    for (const auto& window : parts) {
        OGR_L_SetSpatialFilterRect(layer, window.west, filter.south(), window.east, filter.north());
        OGR_L_ResetReading(layer);
        while (const FeaturePtr feature{OGR_L_GetNextFeature(layer)}) {
            const std::int64_t id = OGR_F_GetFID(feature.get());
            if (parts.size() > 1) {
                if (std::find(seen.begin(), seen.end(), id) != seen.end()) continue;
                seen.push_back(id);
            }
            if (OGRGeometryH geometry = OGR_F_GetGeometryRef(feature.get())) take(feature.get(), geometry);
        }
        if (CPLGetLastErrorType() >= CE_Failure) fail(path, "cannot be read");
    }
}

Polygon polygon_of(OGRGeometryH geometry) {
    Polygon polygon;
    const int rings = OGR_G_GetGeometryCount(geometry);
    polygon.rings.reserve(static_cast<std::size_t>(rings));
    for (int i = 0; i < rings; ++i)
        polygon.rings.push_back(points_of(OGR_G_GetGeometryRef(geometry, i)));
    return polygon;
}

} // namespace

std::vector<PolygonRecord> read_polygons(const std::filesystem::path& path, const Box& filter) {
    std::vector<PolygonRecord> records;
    each_feature(path, filter, [&](OGRFeatureH feature, OGRGeometryH geometry) {
        records.push_back({OGR_F_GetFID(feature), polygon_of(geometry)});
    });
    return records;
}

std::vector<CountryRecord> read_country_polygons(const std::filesystem::path& path, const Box& filter) {
    std::vector<CountryRecord> records;
    each_feature(path, filter, [&](OGRFeatureH feature, OGRGeometryH geometry) {
        const int field = OGR_F_GetFieldIndex(feature, "iso");
        if (field < 0) throw ReadError{path.string() + ": has no field iso"};
        records.push_back({OGR_F_GetFieldAsString(feature, field), polygon_of(geometry)});
    });
    return records;
}

std::vector<LineRecord> read_lines(const std::filesystem::path& path, const Box& filter) {
    std::vector<LineRecord> records;
    each_feature(path, filter, [&](OGRFeatureH feature, OGRGeometryH geometry) {
        LineRecord record{points_of(geometry), false, {}};
        if (const int field = OGR_F_GetFieldIndex(feature, "disputed"); field >= 0)
            record.disputed = OGR_F_GetFieldAsInteger(feature, field) != 0;
        if (const int field = OGR_F_GetFieldIndex(feature, "policy"); field >= 0)
            record.policy = OGR_F_GetFieldAsString(feature, field);
        records.push_back(std::move(record));
    });
    return records;
}

} // namespace geo
