#include "geo/earth/area/common_area.hpp"

#include "geo/earth/area/plane_area.hpp"
#include "geo/earth/geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

/// An outline is a polygon around the exact circle. Its vertices stand a little outside the circle, so that the
/// straight edges between them do not enter it. Edges are as short as the tolerance asks: fine where the outline bounds
/// the common area, coarse elsewhere.
namespace geo {

namespace {

constexpr double whole_world_m = 19.9e6;         ///< beyond it circles fold over themselves around the antipode
constexpr double pole_to_pole_m = 20003931.4586; ///< along a meridian
constexpr double least_pole_gap_m = 2;           ///< longitude is undefined at a pole: no circle runs through one
constexpr double first_azimuth_deg = 0.5;        ///< not along a meridian, on which a pole could lie
constexpr int first_parts = 24;                  ///< of a circle
constexpr double longest_turn_deg = 15;          ///< of longitude along an edge
constexpr int deepest = 32;                      ///< how often such a part is halved

/// Bounds of the length of the geodesic between two points, cheaper than the length itself: 1 % apart.
struct Bounds {
    double least_m, most_m;
};
Bounds bounds_of_distance(const Degrees& a, const Degrees& b) noexcept {
    constexpr double radian = std::numbers::pi / 180;
    const double across = std::sin((b.lat - a.lat) * radian / 2), along = std::sin((b.lon - a.lon) * radian / 2);
    const double part = across * across + std::cos(a.lat * radian) * std::cos(b.lat * radian) * along * along;
    const double angle = 2 * std::asin(std::sqrt(std::min(1.0, part)));
    // On a sphere with the least and with the largest radius of curvature of the ellipsoid.
    return {6335439 * angle, 6399594 * angle};
}

/// How far an outline may lie outside its circle: so much more as the place lies farther outside the other disc.
struct Tolerance {
    double least_m;
    const GeodesicDisc* other = nullptr;
    static constexpr double share = 0.2; ///< of the distance to the other disc, which the outline then does not reach

    [[nodiscard]] double at(const Degrees& point) const noexcept {
        if (other == nullptr) return least_m;
        const Degrees centre{other->centre.lon(), other->centre.lat()};
        return least_m + share * std::max(0.0, bounds_of_distance(point, centre).least_m - other->radius_m);
    }
};

class DiscOutline {
public:
    DiscOutline(const GeodesicDisc& disc, Tolerance tolerance)
        : m_centre{disc.centre}, m_radius_m{disc.radius_m}, m_tolerance{tolerance} {
        m_to_north_m = distance_m(m_centre, lonlat(0, 90));
        for (const double to_pole : {m_to_north_m, pole_to_pole_m - m_to_north_m})
            if (std::abs(to_pole - m_radius_m) < least_pole_gap_m) m_radius_m = to_pole + least_pole_gap_m;
    }

    [[nodiscard]] Polygon polygon() {
        trace();
        Ring ring = vertices();
        const bool holds_north = m_to_north_m < m_radius_m, holds_south = pole_to_pole_m - m_to_north_m < m_radius_m;
        if (holds_north != holds_south) {
            const double pole = holds_north ? 90 : -90;
            const double turn = next_to(ring.back(), ring.front()).lon > ring.front().lon ? 360 : -360;
            ring.push_back({ring.front().lon + turn, ring.front().lat});
            ring.push_back({ring.back().lon, pole});
            ring.push_back({ring.front().lon, pole});
            ring.push_back(ring.front());
            return {{std::move(ring)}};
        }
        ring.push_back(ring.front());
        if (!holds_north) return {{std::move(ring)}};
        const auto [west, east] = std::ranges::minmax(ring, {}, &Degrees::lon);
        const double first = (west.lon + east.lon) / 2 - 180;
        return {{{{first, -90}, {first + 360, -90}, {first + 360, 90}, {first, 90}, {first, -90}}, std::move(ring)}};
    }

private:
    struct Part { ///< from one azimuth to the next
        double azimuth_deg;
        double inward_m; ///< how far the chord of this part enters the circle
    };

    [[nodiscard]] Degrees at(double azimuth_deg, double radius_m) const {
        const LonLat point = point_along(m_centre, azimuth_deg, radius_m);
        return {point.lon(), point.lat()};
    }
    [[nodiscard]] static Degrees next_to(const Degrees& before, const Degrees& point) {
        return {before.lon + std::remainder(point.lon - before.lon, 360.0), point.lat};
    }

    void trace() {
        for (int i = 0; i < first_parts; ++i) {
            const double from = first_azimuth_deg + 360.0 * i / first_parts,
                         to = first_azimuth_deg + 360.0 * (i + 1) / first_parts;
            trace(from, at(from, m_radius_m), to, at(to, m_radius_m), 0);
        }
    }

    void trace(double from_deg, const Degrees& from, double to_deg, const Degrees& end, int depth) {
        const Degrees to = next_to(from, end);
        double inward = 0, outward = 0;
        for (const double share : {1.0 / 3, 2.0 / 3}) {
            const LonLat point = lonlat(from.lon + share * (to.lon - from.lon), from.lat + share * (to.lat - from.lat));
            const double in = m_radius_m - distance_m(m_centre, point);
            inward = std::max(inward, in);
            outward = std::max(outward, -in);
        }
        const double middle_deg = (from_deg + to_deg) / 2;
        const Degrees middle = next_to(from, at(middle_deg, m_radius_m));
        const double allowed = allowed_along(from, middle, to);
        const bool is_fine =
            std::abs(to.lon - from.lon) <= longest_turn_deg && 4 * inward <= allowed && 2 * outward <= allowed;
        if (is_fine || depth == deepest) {
            m_parts.push_back({from_deg, inward});
            return;
        }
        trace(from_deg, from, middle_deg, middle, depth + 1);
        trace(middle_deg, middle, to_deg, to, depth + 1);
    }

    /// The least tolerance along a part. Near a pole it is less than elsewhere, so that the outline stays on the
    /// circle's side of the pole.
    [[nodiscard]] double allowed_along(const Degrees& from, const Degrees& middle, const Degrees& to) const noexcept {
        constexpr double least_m_per_degree = 110'500; // along a meridian
        double tolerance = m_tolerance.at(from), from_equator = std::abs(from.lat);
        for (const Degrees& point : {middle, to}) {
            tolerance = std::min(tolerance, m_tolerance.at(point));
            from_equator = std::max(from_equator, std::abs(point.lat));
        }
        // Between the points both distances may be shorter by half the way from one point to the next.
        const double nearer =
            std::max(bounds_of_distance(from, middle).most_m, bounds_of_distance(middle, to).most_m) / 2;
        return std::min(std::max(m_tolerance.least_m, tolerance - Tolerance::share * nearer),
                        ((90 - from_equator) * least_m_per_degree - nearer) / 5);
    }

    [[nodiscard]] Ring vertices() const {
        constexpr double rounding_m = 0.01;
        Ring ring;
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            const Part &before = m_parts[(i + m_parts.size() - 1) % m_parts.size()], &after = m_parts[i];
            // Twice as far as the chords enter: moved out, they keep a distance from the circle.
            const double out_m = 2 * std::max(before.inward_m, after.inward_m) + rounding_m;
            const Degrees vertex = at(after.azimuth_deg, m_radius_m + out_m);
            ring.push_back(next_to(ring.empty() ? Degrees{m_centre.lon(), 0} : ring.back(), vertex));
        }
        return ring;
    }

    LonLat m_centre;
    double m_radius_m, m_to_north_m = 0;
    Tolerance m_tolerance;
    std::vector<Part> m_parts{};
};

Polygon outline_of(const GeodesicDisc& disc, Tolerance tolerance) {
    if (disc.radius_m >= whole_world_m) {
        const double west = disc.centre.lon() - 180;
        return {{{{west, -90}, {west + 360, -90}, {west + 360, 90}, {west, 90}, {west, -90}}}};
    }
    return DiscOutline{disc, tolerance}.polygon();
}

/// A point inside both discs, far from the edges of both.
LonLat middle_of_common_area(const GeodesicDisc& a, const GeodesicDisc& b, double apart_m) {
    if (apart_m == 0) return a.centre;
    const double begins_m = std::max(-a.radius_m, apart_m - b.radius_m),
                 ends_m = std::min(a.radius_m, apart_m + b.radius_m);
    return between(a.centre, b.centre, std::clamp((begins_m + ends_m) / 2 / apart_m, 0.0, 1.0));
}

} // namespace

Polygon area_of(const GeodesicDisc& disc) {
    return outline_of(disc, {disc.radius_m * 0.004});
}

std::vector<Polygon> common_area(const GeodesicDisc& a, const GeodesicDisc& b) {
    const double apart_m = distance_m(a.centre, b.centre);
    const double width_m = std::min({2 * a.radius_m, 2 * b.radius_m, a.radius_m + b.radius_m - apart_m});
    if (width_m <= 0) return {};
    const LonLat middle = middle_of_common_area(a, b, apart_m);
    constexpr double fineness = 0.004; // of the width, which makes the area some 1 % larger
    const double least_m = std::max(0.05, fineness * width_m);
    const bool a_within_b = apart_m + a.radius_m <= b.radius_m, b_within_a = apart_m + b.radius_m <= a.radius_m;
    std::vector<Polygon> of_a, of_b;
    if (!b_within_a) of_a = wrapped_about({outline_of(a, {least_m, &b})}, middle.lon());
    if (!a_within_b) of_b = wrapped_about({outline_of(b, {least_m, &a})}, middle.lon());
    if (b_within_a) return of_b;
    if (a_within_b) return of_a;
    return intersection_of(of_a, of_b);
}

} // namespace geo
