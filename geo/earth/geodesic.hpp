#pragma once

#include "geo/earth/lonlat.hpp"
#include "geo/earth/shape.hpp"

#include <memory>
#include <vector>

/// Geodesics on WGS 84 by PROJ's geod_* routines (C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87, 2013).
namespace geo {

struct GeodesicLine {
    double distance_m;        ///< >= 0
    double azimuth_start_deg; ///< [0, 360), clockwise from north
    double azimuth_end_deg;   ///< [0, 360), forward azimuth at the end
};

[[nodiscard]] GeodesicLine geodesic(LonLat from, LonLat to);
[[nodiscard]] double distance_m(LonLat from, LonLat to);
[[nodiscard]] LonLat point_along(LonLat from, double azimuth_deg, double distance_m);
struct Onward {
    LonLat at;
    double azimuth_deg; ///< [0, 360), of the same line there
};
/// As point_along(), and the direction in which the line goes on.
[[nodiscard]] Onward onward(LonLat from, double azimuth_deg, double distance_m);
/// A geodesic from a point on, prepared for many points along it. Its answers are onward()'s.
class GeodesicRay {
public:
    GeodesicRay() noexcept = default; ///< none
    GeodesicRay(LonLat from, double azimuth_deg);
    [[nodiscard]] explicit operator bool() const noexcept { return m_line != nullptr; }
    [[nodiscard]] Onward at(double distance_m) const;

private:
    struct Line;
    struct Delete {
        void operator()(Line*) const noexcept;
    };
    std::unique_ptr<Line, Delete> m_line;
};
/// The point at `fraction` (0..1) of the geodesic from `a` to `b`.
[[nodiscard]] LonLat between(LonLat a, LonLat b, double fraction);
/// Points of the geodesic no further apart than `step_m`, both ends included; longitudes continuous (may leave +-180).
[[nodiscard]] Polyline geodesic_polyline(LonLat a, LonLat b, double step_m);
/// Ring of the points at `radius_m` from the centre, closed, longitudes continuous; a circle around a pole is closed
/// over that pole, so that its fill is the cap.
[[nodiscard]] Polygon geodesic_circle(LonLat centre, double radius_m, int points = 180);
/// Band of `half_width_m` on both sides of a line, flat ends: a polygon that may have holes.
[[nodiscard]] std::vector<Polygon> corridor(const Polyline& line, double half_width_m);

} // namespace geo
