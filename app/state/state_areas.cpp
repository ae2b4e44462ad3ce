#include "app/state/state_areas.hpp"

#include "assets/model/area.hpp"
#include "geo/earth/geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include <fmt/format.h>

namespace app {

using geo::Degrees;
using geo::Polygon;
using geo::Ring;

namespace {

/// A half-plane of longitude and latitude, as a function of a point: positive inside, negative outside.
using HalfPlane = std::function<double(Degrees)>;

/// One step of Sutherland and Hodgman's polygon clipping ("Reentrant polygon clipping", CACM 17, 1974). Parts of a
/// ring that the edge separates stay joined along the edge: this is correct for fills, but not for strokes.
Ring clipped(const Ring& ring, const HalfPlane& inside) {
    Ring kept;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Degrees a = ring[i];
        const Degrees b = ring[i + 1];
        const double in_a = inside(a);
        const double in_b = inside(b);
        if (in_a >= 0) kept.push_back(a);
        if ((in_a >= 0) != (in_b >= 0)) {
            const double k = in_a / (in_a - in_b);
            kept.push_back({a.lon + k * (b.lon - a.lon), a.lat + k * (b.lat - a.lat)});
        }
    }
    if (!kept.empty()) kept.push_back(kept.front());
    return kept.size() < 4 ? Ring{} : kept;
}

double signed_area(const Ring& ring) {
    double twice = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        twice += (ring[i].lon - ring[0].lon) * (ring[i + 1].lat - ring[0].lat) -
                 (ring[i + 1].lon - ring[0].lon) * (ring[i].lat - ring[0].lat);
    return twice / 2;
}

Polygon clipped(const Polygon& polygon, const std::vector<HalfPlane>& edges) {
    Polygon out;
    for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
        Ring ring = polygon.rings[i];
        for (const HalfPlane& edge : edges)
            if (!ring.empty()) ring = clipped(ring, edge);
        if (ring.empty() || signed_area(ring) == 0) {
            if (i == 0) return {}; // the outline is outside, and its holes with it
            continue;
        }
        out.rings.push_back(std::move(ring));
    }
    return out;
}

Polygon shifted(Polygon polygon, double degrees) {
    for (Ring& ring : polygon.rings)
        for (Degrees& vertex : ring)
            vertex.lon += degrees;
    return polygon;
}

/// The part of an area inside a circle. The circle must not be near a pole, so that it is convex in longitude and
/// latitude.
Polygon inside_circle(const Polygon& area, const Polygon& circle) {
    const Ring& ring = circle.rings.front();
    const double orientation = signed_area(ring) < 0 ? -1 : 1;
    std::vector<HalfPlane> edges;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Degrees a = ring[i];
        const Degrees b = ring[i + 1];
        edges.emplace_back([a, b, orientation](Degrees p) {
            return orientation * ((b.lon - a.lon) * (p.lat - a.lat) - (b.lat - a.lat) * (p.lon - a.lon));
        });
    }
    return clipped(area, edges);
}

bool near_pole(const Polygon& circle) {
    return std::ranges::any_of(circle.rings.front(), [](Degrees d) { return std::abs(d.lat) > 85; });
}

/// Cuts a polygon at the antimeridian into pieces and shifts each piece to longitudes within +-180.
std::vector<Polygon> cut_at_antimeridian(const Polygon& polygon) {
    if (polygon.rings.empty() || polygon.rings.front().empty()) return {};
    const auto [west, east] = std::ranges::minmax(polygon.rings.front(), {}, &Degrees::lon);
    std::vector<Polygon> pieces;
    const auto turn_of = [](double lon) {
        return static_cast<int>(std::floor((lon + 180) / 360));
    };
    for (int turn = turn_of(west.lon); turn <= turn_of(east.lon); ++turn) {
        const double low = 360.0 * turn - 180;
        const Polygon piece = west.lon >= low && east.lon <= low + 360
                                  ? polygon
                                  : clipped(polygon, {[low](Degrees d) { return d.lon - low; },
                                                      [low](Degrees d) {
                                                          return low + 360 - d.lon;
                                                      }});
        if (!piece.rings.empty()) pieces.push_back(shifted(piece, -360.0 * turn));
    }
    return pieces;
}

std::string ring_text(Ring ring, bool counter_clockwise) {
    if ((signed_area(ring) > 0) != counter_clockwise) std::ranges::reverse(ring);
    std::string text = "[";
    for (const Degrees& d : ring)
        text += fmt::format("{}[{},{}]", text.size() > 1 ? "," : "", trimmed(d.lon, 6), trimmed(d.lat, 6));
    return text + "]";
}

} // namespace

std::string trimmed(double value, int decimals) {
    std::string text = fmt::format("{:.{}f}", value, decimals);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

std::vector<Polygon> reported_area(const assets::Scenario& s, const assets::State& state) {
    if (state.point != assets::PointIs::StandIn || !state.fix || !state.fix->position) return {};
    const assets::Fix& fix = *state.fix;
    // The radius of the fix, because the radius of the state grows with its age.
    const Polygon circle = geo::geodesic_circle(*fix.position, fix.radius_km * 1000);
    if (!fix.area()) return {circle};
    std::vector<Polygon> area = assets::polygons_of(s, *fix.area());
    if (area.empty()) return {circle};
    if (!fix.circle_given() || near_pole(circle)) return area;

    std::vector<Polygon> both;
    for (const Polygon& part : area) {
        if (part.rings.empty() || part.rings.front().empty()) continue;
        // Shift the part to the same turn of longitude as the circle.
        const double apart = circle.rings.front().front().lon - part.rings.front().front().lon;
        Polygon piece = inside_circle(shifted(part, 360 * std::round(apart / 360)), circle);
        if (!piece.rings.empty()) both.push_back(std::move(piece));
    }
    return both.empty() ? std::vector{circle} : both;
}

std::string geojson_multipolygon(const std::vector<Polygon>& polygons) {
    std::string text = R"({"type":"MultiPolygon","coordinates":[)";
    bool first_piece = true;
    for (const Polygon& polygon : polygons)
        for (const Polygon& piece : cut_at_antimeridian(polygon)) {
            text += first_piece ? "[" : ",[";
            first_piece = false;
            for (std::size_t i = 0; i < piece.rings.size(); ++i)
                text += fmt::format("{}{}", i > 0 ? "," : "", ring_text(piece.rings[i], i == 0));
            text += "]";
        }
    return text + "]}";
}

} // namespace app
