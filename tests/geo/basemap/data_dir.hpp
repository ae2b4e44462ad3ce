#pragma once

#include "geo/earth/box.hpp"
#include "geo/earth/lonlat.hpp"
#include "geo/earth/shape.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <vector>

namespace test {

inline const std::filesystem::path data_dir = std::filesystem::path{THEATRUM_SOURCE_DIR} / "geo" / "data";

inline geo::Box box(double west, double south, double east, double north) {
    return geo::Box::from_degrees(west, south, east, north).value();
}

/// Even-odd test over all rings; the longitude is also tested 360 degrees greater, because files run from -30 to 330.
inline bool inside(const geo::Polygon& polygon, double lon, double lat) {
    bool in = false;
    for (const double x : {lon, lon + 360.0})
        for (const auto& ring : polygon.rings)
            for (std::size_t i = 1; i < ring.size(); ++i) {
                const auto &a = ring[i - 1], &b = ring[i];
                if ((a.lat > lat) != (b.lat > lat) && x < a.lon + (lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon))
                    in = !in;
            }
    return in;
}

inline long count_inside(const std::vector<geo::Polygon>& polygons, double lon, double lat) {
    return std::count_if(polygons.begin(), polygons.end(), [&](const auto& p) { return inside(p, lon, lat); });
}

/// The distance in a plane around the point; accurate to a few metres for the distances in these tests.
inline double distance_km(geo::LonLat from, const geo::Polyline& line) {
    const double cosine = std::cos(from.lat() * 3.14159265358979 / 180.0);
    const auto x = [&](const geo::Degrees& p) {
        return geo::wrap_longitude(p.lon - from.lon()) * cosine * 111.2;
    };
    const auto y = [&](const geo::Degrees& p) {
        return (p.lat - from.lat()) * 111.2;
    };
    double nearest = 1e9;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double ax = x(line[i - 1]), ay = y(line[i - 1]), dx = x(line[i]) - ax, dy = y(line[i]) - ay;
        const double length2 = dx * dx + dy * dy;
        const double t = length2 > 0 ? std::clamp(-(ax * dx + ay * dy) / length2, 0.0, 1.0) : 0.0;
        nearest = std::min(nearest, std::hypot(ax + t * dx, ay + t * dy));
    }
    return nearest;
}

} // namespace test
