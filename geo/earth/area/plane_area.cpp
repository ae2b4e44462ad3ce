#include "geo/earth/area/plane_area.hpp"

#include "geo/earth/inside.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <memory>
#include <stdexcept>
#include <utility>

#include <geos_c.h>

namespace geo {

namespace {

/// A geometry of GEOS with the context that it was made in.
class PlaneShape {
public:
    using Context = std::shared_ptr<GEOSContextHandle_HS>;

    PlaneShape(Context context, GEOSGeometry* shape) : m_context{std::move(context)}, m_shape{shape} {
        if (m_shape == nullptr) throw std::runtime_error{"GEOS could not work out an area"};
    }
    PlaneShape(PlaneShape&& other) noexcept : m_context{std::move(other.m_context)}, m_shape{other.release()} {}
    PlaneShape(const PlaneShape&) = delete;
    PlaneShape& operator=(const PlaneShape&) = delete;
    PlaneShape& operator=(PlaneShape&&) = delete;
    ~PlaneShape() {
        if (m_shape != nullptr) GEOSGeom_destroy_r(m_context.get(), m_shape);
    }
    [[nodiscard]] GEOSGeometry* get() const noexcept { return m_shape; }
    [[nodiscard]] GEOSGeometry* release() noexcept { return std::exchange(m_shape, nullptr); }

private:
    Context m_context;
    GEOSGeometry* m_shape;
};

PlaneShape::Context new_context() {
    return {GEOS_init_r(), &GEOS_finish_r};
}

GEOSGeometry* ring_shape(GEOSContextHandle_t context, const Ring& ring) {
    GEOSCoordSequence* points = GEOSCoordSeq_create_r(context, static_cast<unsigned>(ring.size()), 2);
    for (unsigned i = 0; i < ring.size(); ++i)
        GEOSCoordSeq_setXY_r(context, points, i, ring[i].lon, ring[i].lat);
    return GEOSGeom_createLinearRing_r(context, points);
}

PlaneShape shape_of(const PlaneShape::Context& context, const std::vector<Polygon>& polygons) {
    std::vector<GEOSGeometry*> parts;
    for (const Polygon& polygon : polygons) {
        std::vector<GEOSGeometry*> rings;
        for (const Ring& ring : polygon.rings)
            if (ring.size() >= 4) rings.push_back(ring_shape(context.get(), ring));
        if (rings.empty()) continue;
        parts.push_back(GEOSGeom_createPolygon_r(context.get(), rings.front(), rings.data() + 1,
                                                 static_cast<unsigned>(rings.size() - 1)));
    }
    return {context, GEOSGeom_createCollection_r(context.get(), GEOS_MULTIPOLYGON, parts.data(),
                                                 static_cast<unsigned>(parts.size()))};
}

Ring ring_of(GEOSContextHandle_t context, const GEOSGeometry* shape) {
    const GEOSCoordSequence* points = GEOSGeom_getCoordSeq_r(context, shape);
    unsigned size = 0;
    GEOSCoordSeq_getSize_r(context, points, &size);
    Ring ring(size);
    for (unsigned i = 0; i < size; ++i)
        GEOSCoordSeq_getXY_r(context, points, i, &ring[i].lon, &ring[i].lat);
    return ring;
}

std::vector<Polygon> polygons_in(GEOSContextHandle_t context, const GEOSGeometry* shape) {
    std::vector<Polygon> polygons;
    const int parts = GEOSGetNumGeometries_r(context, shape);
    for (int i = 0; i < parts; ++i) {
        const GEOSGeometry* part = GEOSGetGeometryN_r(context, shape, i);
        const int type = GEOSGeomTypeId_r(context, part);
        if (GEOSisEmpty_r(context, part) != 0) continue;
        if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
            std::ranges::move(polygons_in(context, part), std::back_inserter(polygons));
            continue;
        }
        if (type != GEOS_POLYGON) continue; // where two areas only touch
        Polygon& polygon = polygons.emplace_back();
        polygon.rings.push_back(ring_of(context, GEOSGetExteriorRing_r(context, part)));
        for (int hole = 0; hole < GEOSGetNumInteriorRings_r(context, part); ++hole)
            polygon.rings.push_back(ring_of(context, GEOSGetInteriorRingN_r(context, part, hole)));
    }
    return polygons;
}

struct Extent {
    double west = std::numeric_limits<double>::infinity(), east = -west;
};

Extent extent_of_longitudes(const Polygon& polygon) noexcept {
    Extent extent;
    for (const Ring& ring : polygon.rings)
        for (const Degrees& vertex : ring) {
            extent.west = std::min(extent.west, vertex.lon);
            extent.east = std::max(extent.east, vertex.lon);
        }
    return extent;
}

/// To a tenth of a millimetre, so that the two ends of a seam meet again when it is closed.
double rounded_longitude(double lon) noexcept {
    constexpr double steps_per_degree = 1e9;
    return std::round(lon * steps_per_degree) / steps_per_degree;
}

std::vector<Polygon> turned_by(std::vector<Polygon> polygons, double degrees) {
    for (Polygon& polygon : polygons)
        for (Ring& ring : polygon.rings)
            for (Degrees& vertex : ring)
                vertex.lon += degrees;
    return polygons;
}

} // namespace

bool contains(const std::vector<Polygon>& polygons, LonLat point) noexcept {
    return std::ranges::any_of(polygons, [&](const Polygon& polygon) {
        const Extent extent = extent_of_longitudes(polygon);
        for (double lon = point.lon() + 360 * std::ceil((extent.west - point.lon()) / 360); lon <= extent.east;
             lon += 360)
            if (inside(polygon, {lon, point.lat()})) return true;
        return false;
    });
}

std::vector<Polygon> wrapped_about(const std::vector<Polygon>& polygons, double lon) {
    const double west = lon - 180, east = lon + 180;
    const Polygon window{{{{west, -90}, {east, -90}, {east, 90}, {west, 90}, {west, -90}}}};
    std::vector<Polygon> wrapped;
    bool was_cut = false;
    for (const Polygon& polygon : polygons) {
        const Extent extent = extent_of_longitudes(polygon);
        for (double turn = 360 * std::ceil((west - extent.east) / 360); extent.west + turn < east; turn += 360) {
            std::vector<Polygon> piece = turned_by({polygon}, turn);
            if (extent.west + turn < west || extent.east + turn > east) {
                for (Ring& ring : piece.front().rings)
                    for (Degrees& vertex : ring)
                        vertex.lon = rounded_longitude(vertex.lon);
                piece = intersection_of(piece, {window});
                was_cut = true;
            }
            std::ranges::move(piece, std::back_inserter(wrapped));
        }
    }
    return was_cut && wrapped.size() > 1 ? united(wrapped) : wrapped;
}

double middle_longitude(const std::vector<Polygon>& polygons) noexcept {
    Extent whole;
    for (const Polygon& polygon : polygons) {
        const Extent extent = extent_of_longitudes(polygon);
        whole = {std::min(whole.west, extent.west), std::max(whole.east, extent.east)};
    }
    return (whole.west + whole.east) / 2;
}

std::vector<Polygon> intersection_of(const std::vector<Polygon>& a, const std::vector<Polygon>& b) {
    const auto context = new_context();
    const PlaneShape one = shape_of(context, a), other = shape_of(context, b);
    const PlaneShape common{context, GEOSIntersection_r(context.get(), one.get(), other.get())};
    return polygons_in(context.get(), common.get());
}

std::vector<Polygon> united(const std::vector<Polygon>& polygons) {
    const auto context = new_context();
    const PlaneShape all = shape_of(context, polygons);
    const PlaneShape whole{context, GEOSUnaryUnion_r(context.get(), all.get())};
    return polygons_in(context.get(), whole.get());
}

std::vector<Polygon> widened(const std::vector<Polygon>& polygons, double degrees) {
    const auto context = new_context();
    const PlaneShape all = shape_of(context, polygons);
    constexpr int quarter_segments = 2;
    constexpr double mitre_limit = 2;
    const PlaneShape wider{context, GEOSBufferWithStyle_r(context.get(), all.get(), degrees, quarter_segments,
                                                          GEOSBUF_CAP_ROUND, GEOSBUF_JOIN_MITRE, mitre_limit)};
    return polygons_in(context.get(), wider.get());
}

} // namespace geo
