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
/// The point at `distance_m` from `from` on the geodesic that starts at `azimuth_deg`.
[[nodiscard]] LonLat point_along(LonLat from, double azimuth_deg, double distance_m);
struct GeodesicPoint {
    LonLat at;
    double azimuth_deg; ///< [0, 360), forward azimuth of the geodesic at this point
};
/// The point that point_along() gives, with the azimuth of the geodesic there.
[[nodiscard]] GeodesicPoint geodesic_point(LonLat from, double azimuth_deg, double distance_m);
/// A geodesic from a start point and azimuth, prepared for computing many points. at() gives the same results as
/// geodesic_point().
class GeodesicRay {
public:
    GeodesicRay() noexcept = default; ///< no geodesic; at() must not be called
    GeodesicRay(LonLat from, double azimuth_deg);
    [[nodiscard]] explicit operator bool() const noexcept { return m_line != nullptr; }
    [[nodiscard]] GeodesicPoint at(double distance_m) const;

private:
    struct Line;
    struct Delete {
        void operator()(Line*) const noexcept;
    };
    std::unique_ptr<Line, Delete> m_line;
};
/// The point at `fraction` (0..1) of the geodesic from `a` to `b`.
[[nodiscard]] LonLat between(LonLat a, LonLat b, double fraction);
/// Points of the geodesic at most `step_m` > 0 apart, both ends included. Longitudes are continuous and may leave
/// +-180.
[[nodiscard]] Polyline geodesic_polyline(LonLat a, LonLat b, double step_m);
/// The area within `radius_m` > 0 of the centre, its outline drawn with at least `points` >= 3 points. Longitudes are
/// continuous. A circle around one pole is closed over that pole, a circle around both is the world with a hole, and a
/// radius of 19,900 km or more gives the whole world.
[[nodiscard]] Polygon geodesic_circle(LonLat centre, double radius_m, int points = 180);
/// The area within `half_width_m` > 0 on both sides of a line, with flat ends, as polygons that may have holes. Empty
/// for a line without length. Throws std::runtime_error when GEOS fails.
[[nodiscard]] std::vector<Polygon> corridor(const Polyline& line, double half_width_m);

} // namespace geo
