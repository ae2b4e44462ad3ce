#include "geo/earth/geodesic.hpp"

#include "geo/earth/ellipsoid.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace geo {

namespace {

constexpr double half_meridian_m = 20003931.4586; // pole to pole
constexpr double min_pole_distance_m = 1;

double wrap_azimuth(double azimuth_deg) noexcept {
    const double wrapped = std::fmod(azimuth_deg, 360.0);
    const double positive = wrapped < 0 ? wrapped + 360 : wrapped;
    return positive >= 360 || positive == 0 ? 0.0 : positive; // -0 and -1e-17 become 0
}

/// `lon` plus the multiple of 360 that brings it within 180 degrees of `before`.
double continue_from(double before, double lon) noexcept {
    return before + std::remainder(lon - before, 360.0);
}

Degrees direct(LonLat from, double azimuth_deg, double distance) {
    double lat = 0;
    double lon = 0;
    geod_direct(&wgs84(), from.lat(), from.lon(), azimuth_deg, distance, &lat, &lon, nullptr);
    return {lon, std::clamp(lat, -90.0, 90.0)};
}

/// Appends the points of the line after `from_m` up to `to_m`, closer together where longitude changes fast near a
/// pole.
void append_span(const geod_geodesicline& line, double from_m, double to_m, Polyline& out, int depth) {
    double lat = 0;
    double lon = 0;
    geod_position(&line, to_m, &lat, &lon, nullptr);
    const Degrees before = out.back();
    const Degrees end{continue_from(before.lon, lon), std::clamp(lat, -90.0, 90.0)};
    const double turn = end.lon - before.lon;
    if (std::abs(turn) > 10 && to_m - from_m > min_pole_distance_m && depth < 30) {
        const double middle = from_m + (to_m - from_m) / 2;
        append_span(line, from_m, middle, out, depth + 1);
        append_span(line, middle, to_m, out, depth + 1);
        return;
    }
    if (std::abs(turn) > 90) { // the line passes over the pole: change longitude at the pole
        const double pole = end.lat > 0 ? 90 : -90;
        for (const double part : {0.0, 0.5, 1.0})
            out.push_back({before.lon + part * turn, pole});
    }
    out.push_back(end);
}

/// Appends points of a circle after azimuth `from_deg` up to `to_deg`, closer together where longitude changes fast.
void append_arc(LonLat centre, double radius_m, double from_deg, double to_deg, Ring& out, int depth) {
    Degrees end = direct(centre, to_deg, radius_m);
    end.lon = continue_from(out.back().lon, end.lon);
    if (std::abs(end.lon - out.back().lon) > 15 && depth < 26) {
        const double middle = (from_deg + to_deg) / 2;
        append_arc(centre, radius_m, from_deg, middle, out, depth + 1);
        append_arc(centre, radius_m, middle, to_deg, out, depth + 1);
        return;
    }
    out.push_back(end);
}

Ring whole_world(double west) {
    return {{west, -90}, {west + 360, -90}, {west + 360, 90}, {west, 90}, {west, -90}};
}

} // namespace

GeodesicLine geodesic(LonLat from, LonLat to) {
    GeodesicLine line{};
    geod_inverse(&wgs84(), from.lat(), from.lon(), to.lat(), to.lon(), &line.distance_m, &line.azimuth_start_deg,
                 &line.azimuth_end_deg);
    line.azimuth_start_deg = wrap_azimuth(line.azimuth_start_deg);
    line.azimuth_end_deg = wrap_azimuth(line.azimuth_end_deg);
    return line;
}

double distance_m(LonLat from, LonLat to) {
    double distance = 0;
    geod_inverse(&wgs84(), from.lat(), from.lon(), to.lat(), to.lon(), &distance, nullptr, nullptr);
    return distance;
}

LonLat point_along(LonLat from, double azimuth_deg, double distance) {
    const Degrees end = direct(from, azimuth_deg, distance);
    return lonlat(end.lon, end.lat);
}

GeodesicPoint geodesic_point(LonLat from, double azimuth_deg, double distance) {
    double lat = 0;
    double lon = 0;
    double azimuth = 0;
    geod_direct(&wgs84(), from.lat(), from.lon(), azimuth_deg, distance, &lat, &lon, &azimuth);
    return {lonlat(lon, std::clamp(lat, -90.0, 90.0)), wrap_azimuth(azimuth)};
}

struct GeodesicRay::Line {
    geod_geodesicline line;
};

void GeodesicRay::Delete::operator()(Line* line) const noexcept {
    delete line;
}

GeodesicRay::GeodesicRay(LonLat from, double azimuth_deg) : m_line{new Line} {
    geod_lineinit(&m_line->line, &wgs84(), from.lat(), from.lon(), azimuth_deg,
                  GEOD_LATITUDE | GEOD_LONGITUDE | GEOD_AZIMUTH | GEOD_DISTANCE_IN);
}

GeodesicPoint GeodesicRay::at(double distance) const {
    double lat = 0;
    double lon = 0;
    double azimuth = 0;
    geod_position(&m_line->line, distance, &lat, &lon, &azimuth);
    return {lonlat(lon, std::clamp(lat, -90.0, 90.0)), wrap_azimuth(azimuth)};
}

LonLat between(LonLat a, LonLat b, double fraction) {
    if (fraction <= 0) return a;
    if (fraction >= 1) return b;
    const GeodesicLine line = geodesic(a, b);
    return point_along(a, line.azimuth_start_deg, line.distance_m * fraction);
}

Polyline geodesic_polyline(LonLat a, LonLat b, double step_m) {
    assert(step_m > 0);
    geod_geodesicline line;
    geod_inverseline(&line, &wgs84(), a.lat(), a.lon(), b.lat(), b.lon(),
                     GEOD_LATITUDE | GEOD_LONGITUDE | GEOD_DISTANCE_IN);
    const double length = line.s13;
    const int steps = std::max(1, static_cast<int>(std::ceil(length / step_m)));
    Polyline out{{a.lon(), a.lat()}};
    for (int i = 1; i <= steps; ++i)
        append_span(line, length * (i - 1) / steps, length * i / steps, out, 0);
    out.back() = {continue_from(out.back().lon, b.lon()), b.lat()};
    return out;
}

Polygon geodesic_circle(LonLat centre, double radius_m, int points) {
    assert(radius_m > 0 && points >= 3);
    // Beyond 19,900 km the circle folds over itself around the antipode; the result is then the whole world.
    if (radius_m >= 19.9e6) return {{whole_world(centre.lon() - 180)}};
    const double to_north = distance_m(centre, lonlat(0, 90));
    const double to_south = half_meridian_m - to_north;
    // A circle through a pole is made 1 m larger, because longitude is undefined at the pole.
    for (const double to_pole : {to_north, to_south})
        if (std::abs(to_pole - radius_m) < min_pole_distance_m) radius_m = to_pole + min_pole_distance_m;
    const bool contains_north = to_north < radius_m;
    const bool contains_south = to_south < radius_m;

    const double first_azimuth = 0.5; // not along a meridian, on which a pole could lie
    Ring ring{direct(centre, first_azimuth, radius_m)};
    ring.front().lon = continue_from(centre.lon(), ring.front().lon);
    for (int i = 0; i < points; ++i)
        append_arc(centre, radius_m, first_azimuth + 360.0 * i / points, first_azimuth + 360.0 * (i + 1) / points, ring,
                   0);
    if (contains_north != contains_south) {
        const double pole = contains_north ? 90 : -90;
        ring.back() = {ring.front().lon + (ring.back().lon > ring.front().lon ? 360 : -360), ring.front().lat};
        ring.push_back({ring.back().lon, pole});
        ring.push_back({ring.front().lon, pole});
        ring.push_back(ring.front());
        return {{std::move(ring)}};
    }
    ring.back() = ring.front();
    if (!contains_north) return {{std::move(ring)}};
    // A circle that contains both poles is the world with a hole around the antipode.
    const auto [west, east] =
        std::minmax_element(ring.begin(), ring.end(), [](const Degrees& a, const Degrees& b) { return a.lon < b.lon; });
    const double middle = (west->lon + east->lon) / 2;
    return {{whole_world(middle - 180), std::move(ring)}};
}

} // namespace geo
