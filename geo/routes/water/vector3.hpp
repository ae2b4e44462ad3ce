#pragma once

#include "geo/earth/lonlat.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

/// Unit vectors for points of a sphere on which geodetic longitude and latitude are taken as they are. Great circles of
/// this sphere differ from geodesics on WGS 84 by up to 6 m within 300 km, and lengths by up to 0.6 %.
namespace geo {

struct Vector3 {
    double x, y, z;
};

[[nodiscard]] constexpr double dot(const Vector3& a, const Vector3& b) noexcept {
    return a.x * b.x + a.y * b.y + a.z * b.z;
}
[[nodiscard]] constexpr Vector3 cross(const Vector3& a, const Vector3& b) noexcept {
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
[[nodiscard]] constexpr Vector3 operator-(const Vector3& a, const Vector3& b) noexcept {
    return {a.x - b.x, a.y - b.y, a.z - b.z};
}
[[nodiscard]] inline Vector3 weighted(const Vector3& a, double wa, const Vector3& b, double wb) noexcept {
    const Vector3 sum{a.x * wa + b.x * wb, a.y * wa + b.y * wb, a.z * wa + b.z * wb};
    const double length = std::sqrt(dot(sum, sum));
    return {sum.x / length, sum.y / length, sum.z / length};
}
/// Positive when c lies left of the great circle from a to b.
[[nodiscard]] constexpr double orientation(const Vector3& a, const Vector3& b, const Vector3& c) noexcept {
    return dot(cross(a, b), c);
}
[[nodiscard]] inline double angle_between(const Vector3& a, const Vector3& b) noexcept {
    const Vector3 chord = a - b;
    return 2 * std::asin(std::min(1.0, std::sqrt(dot(chord, chord)) / 2));
}
[[nodiscard]] inline Vector3 unit_vector(LonLat p) noexcept {
    constexpr double radian = std::numbers::pi / 180;
    const double lon = p.lon() * radian, lat = p.lat() * radian;
    return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}
[[nodiscard]] inline LonLat lonlat_of(const Vector3& v) {
    constexpr double radian = std::numbers::pi / 180;
    return lonlat(std::atan2(v.y, v.x) / radian, std::atan2(v.z, std::hypot(v.x, v.y)) / radian);
}

inline constexpr double sphere_radius_m = 6371008.8; ///< mean radius of WGS 84

} // namespace geo
