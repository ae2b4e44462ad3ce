#include "geo/earth/ellipsoid.hpp"
#include "geo/earth/geodesic.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <memory>
#include <optional>
#include <stdexcept>

#include <geos_c.h>

/// The line is cut into pieces of about 400 km. Each piece is buffered in an azimuthal equidistant plane around its own
/// middle (scale error under 2e-4), then the buffered pieces are united. Pieces overlap by one step, so that their flat
/// ends lie inside their neighbours and only the two ends of the line stay flat.
namespace geo {

namespace {

constexpr double step_m = 20e3;
constexpr double piece_m = 400e3;
constexpr int segments_per_quarter = 16;

using ContextPtr = std::unique_ptr<GEOSContextHandle_HS, decltype(&GEOS_finish_r)>;

struct DestroyGeometry {
    GEOSContextHandle_t context;
    void operator()(GEOSGeometry* g) const noexcept { GEOSGeom_destroy_r(context, g); }
};
using GeometryPtr = std::unique_ptr<GEOSGeometry, DestroyGeometry>;

GeometryPtr owned(GEOSContextHandle_t context, GEOSGeometry* g) {
    if (!g) throw std::runtime_error{"GEOS could not build a corridor"};
    return GeometryPtr{g, DestroyGeometry{context}};
}

/// An azimuthal equidistant projection around `centre`, exact on the ellipsoid.
struct LocalPlane {
    LonLat centre;

    [[nodiscard]] Metres forward(Degrees p) const {
        const GeodesicLine line = geodesic(centre, lonlat(p.lon, p.lat));
        const double azimuth = line.azimuth_start_deg * M_PI / 180;
        return {line.distance_m * std::sin(azimuth), line.distance_m * std::cos(azimuth)};
    }
    [[nodiscard]] Degrees inverse(Metres p) const {
        const LonLat point = point_along(centre, std::atan2(p.x, p.y) * 180 / M_PI, std::hypot(p.x, p.y));
        return {point.lon(), point.lat()};
    }
};

GEOSCoordSequence* sequence(GEOSContextHandle_t context, const std::vector<Metres>& points) {
    GEOSCoordSequence* s = GEOSCoordSeq_create_r(context, static_cast<unsigned>(points.size()), 2);
    for (unsigned i = 0; i < points.size(); ++i)
        GEOSCoordSeq_setXY_r(context, s, i, points[i].x, points[i].y);
    return s;
}

std::vector<Metres> points_of(GEOSContextHandle_t context, const GEOSGeometry* ring) {
    const GEOSCoordSequence* s = GEOSGeom_getCoordSeq_r(context, ring);
    unsigned size = 0;
    GEOSCoordSeq_getSize_r(context, s, &size);
    std::vector<Metres> out(size);
    for (unsigned i = 0; i < size; ++i)
        GEOSCoordSeq_getXY_r(context, s, i, &out[i].x, &out[i].y);
    return out;
}

template <class Visit>
void for_each_polygon(GEOSContextHandle_t context, const GEOSGeometry* g, Visit visit) {
    const int parts = GEOSGetNumGeometries_r(context, g);
    for (int i = 0; i < parts; ++i) {
        const GEOSGeometry* part = GEOSGetGeometryN_r(context, g, i);
        if (GEOSGeomTypeId_r(context, part) != GEOS_POLYGON || GEOSisEmpty_r(context, part)) continue;
        std::vector<std::vector<Metres>> rings{points_of(context, GEOSGetExteriorRing_r(context, part))};
        const int holes = GEOSGetNumInteriorRings_r(context, part);
        for (int h = 0; h < holes; ++h)
            rings.push_back(points_of(context, GEOSGetInteriorRingN_r(context, part, h)));
        visit(rings);
    }
}

GeometryPtr polygon(GEOSContextHandle_t context, const std::vector<std::vector<Metres>>& rings) {
    std::vector<GEOSGeometry*> geos_rings;
    for (const auto& ring : rings)
        geos_rings.push_back(GEOSGeom_createLinearRing_r(context, sequence(context, ring)));
    return owned(context, GEOSGeom_createPolygon_r(context, geos_rings.front(), geos_rings.data() + 1,
                                                   static_cast<unsigned>(geos_rings.size() - 1)));
}

/// The plane in which the buffered pieces are united: for a line near a pole an azimuthal plane around that pole, for
/// any other line longitude and latitude, where a Metres value holds degrees.
class UnionPlane {
public:
    UnionPlane(const Polyline& line, double half_width_m) {
        const double margin_deg = half_width_m / 110e3 + 1;
        const auto [south, north] =
            std::minmax_element(line.begin(), line.end(), [](Degrees a, Degrees b) { return a.lat < b.lat; });
        if (north->lat + margin_deg > 86)
            m_polar = LocalPlane{lonlat(0, 90)};
        else if (south->lat - margin_deg < -86)
            m_polar = LocalPlane{lonlat(0, -90)};
    }

    [[nodiscard]] Metres forward(Degrees p, double near_lon) const {
        if (m_polar) return m_polar->forward(p);
        return {near_lon + std::remainder(p.lon - near_lon, 360.0), p.lat};
    }

    [[nodiscard]] Ring ring(const std::vector<Metres>& points) const {
        Ring out;
        out.reserve(points.size());
        Metres before{};
        for (const Metres& p : points) {
            const Degrees d = m_polar ? m_polar->inverse(p) : Degrees{p.x, p.y};
            if (m_polar && !out.empty())
                append_edge(out, before, p, d, 0);
            else
                out.push_back(d);
            before = p;
        }
        if (m_polar && std::abs(out.back().lon - out.front().lon) > 180) { // the ring goes around the pole
            const double pole = m_polar->centre.lat();
            out.push_back({out.back().lon, pole});
            out.push_back({out.front().lon, pole});
            out.push_back(out.front());
        } else {
            out.back() = out.front();
        }
        return out;
    }

private:
    /// Appends the end of an edge of the polar plane, with more points where longitude changes fast near the pole.
    void append_edge(Ring& out, Metres from, Metres to, Degrees end, int depth) const {
        end.lon = out.back().lon + std::remainder(end.lon - out.back().lon, 360.0);
        if (std::abs(end.lon - out.back().lon) > 5 && depth < 16) {
            const Metres middle{(from.x + to.x) / 2, (from.y + to.y) / 2};
            append_edge(out, from, middle, m_polar->inverse(middle), depth + 1);
            append_edge(out, middle, to, end, depth + 1);
            return;
        }
        out.push_back(end);
    }

    std::optional<LocalPlane> m_polar;
};

std::vector<Metres> subdivided(const std::vector<Metres>& ring) {
    std::vector<Metres> out{ring.front()};
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Metres a = ring[i - 1];
        const Metres b = ring[i];
        const int parts = std::max(1, static_cast<int>(std::ceil(std::hypot(b.x - a.x, b.y - a.y) / step_m)));
        for (int k = 1; k < parts; ++k)
            out.push_back({a.x + (b.x - a.x) * k / parts, a.y + (b.y - a.y) * k / parts});
        out.push_back(b);
    }
    return out;
}

Polyline densified(const Polyline& line) {
    Polyline out{line.front()};
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Polyline part =
            geodesic_polyline(lonlat(line[i - 1].lon, line[i - 1].lat), lonlat(line[i].lon, line[i].lat), step_m);
        for (std::size_t k = 1; k < part.size(); ++k)
            out.push_back({out.back().lon + std::remainder(part[k].lon - out.back().lon, 360.0), part[k].lat});
    }
    return out;
}

double segment_length_m(const Polyline& line, std::size_t i) {
    return distance_m(lonlat(line[i].lon, line[i].lat), lonlat(line[i + 1].lon, line[i + 1].lat));
}

/// The index 0 and the indices of the vertices at which pieces end. Pieces are measured by length, because a surveyed
/// line has hundreds of short segments.
std::vector<std::size_t> piece_ends(const Polyline& line) {
    std::vector<std::size_t> out{0};
    double length = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        length += segment_length_m(line, i);
        if (length < piece_m && i + 2 < line.size()) continue;
        out.push_back(i + 1);
        length = 0;
    }
    return out;
}

/// Appends the band around line[begin..end] to `bands`, in the coordinates of `plane`.
void append_band(GEOSContextHandle_t context, const Polyline& line, std::size_t begin, std::size_t end,
                 double half_width_m, const UnionPlane& plane, std::vector<GEOSGeometry*>& bands) {
    const Degrees middle = line[(begin + end) / 2];
    const LocalPlane local{lonlat(middle.lon, middle.lat)};
    std::vector<Metres> flat;
    for (std::size_t i = begin; i <= end; ++i) {
        const Metres p = local.forward(line[i]);
        // Points crowd where a line passes a pole; buffering nearly coincident points would amplify rounding errors.
        const bool crowded =
            !flat.empty() && std::hypot(flat.back().x - p.x, flat.back().y - p.y) < half_width_m / 1000;
        if (!crowded) flat.push_back(p);
    }
    if (flat.size() < 2) return;
    const auto path = owned(context, GEOSGeom_createLineString_r(context, sequence(context, flat)));
    const auto band = owned(context, GEOSBufferWithStyle_r(context, path.get(), half_width_m, segments_per_quarter,
                                                           GEOSBUF_CAP_FLAT, GEOSBUF_JOIN_ROUND, 5.0));
    for_each_polygon(context, band.get(), [&](std::vector<std::vector<Metres>>& rings) {
        for (auto& ring : rings) {
            ring = subdivided(ring); // an edge that is straight in the local plane is curved in degrees
            for (Metres& p : ring)
                p = plane.forward(local.inverse(p), middle.lon);
        }
        bands.push_back(polygon(context, rings).release());
    });
}

} // namespace

std::vector<Polygon> corridor(const Polyline& line, double half_width_m) {
    assert(half_width_m > 0);
    if (line.size() < 2) return {};
    const ContextPtr context{GEOS_init_r(), &GEOS_finish_r};
    const Polyline dense = densified(line); // the line may pass a pole far from its vertices
    const UnionPlane plane{dense, half_width_m};
    const std::vector<std::size_t> ends = piece_ends(dense);
    std::vector<GEOSGeometry*> bands;
    for (std::size_t i = 1; i < ends.size(); ++i) {
        const std::size_t begin = ends[i - 1] == 0 ? 0 : ends[i - 1] - 1;
        const std::size_t end = std::min(dense.size() - 1, ends[i] + 1);
        append_band(context.get(), dense, begin, end, half_width_m, plane, bands);
    }
    if (bands.empty()) return {};
    const auto all = owned(context.get(), GEOSGeom_createCollection_r(context.get(), GEOS_MULTIPOLYGON, bands.data(),
                                                                      static_cast<unsigned>(bands.size())));
    const auto whole = owned(context.get(), GEOSUnaryUnion_r(context.get(), all.get()));
    std::vector<Polygon> out;
    for_each_polygon(context.get(), whole.get(), [&](const std::vector<std::vector<Metres>>& rings) {
        Polygon& shape = out.emplace_back();
        for (const auto& ring : rings)
            shape.rings.push_back(plane.ring(ring));
    });
    return out;
}

} // namespace geo
