#pragma once

#include "geo/earth/geodesic.hpp"
#include "geo/earth/lonlat.hpp"
#include "geo/earth/shape.hpp"

#include <vector>

namespace geo {

/// A way along geodesics on WGS 84 from point to point. A plain geodesic is a path with two points; a path with one
/// point, or with equal points, has no length.
class GeodesicPath {
public:
    explicit GeodesicPath(std::vector<LonLat> points); ///< at least one point

    [[nodiscard]] const std::vector<LonLat>& points() const noexcept { return m_points; }
    [[nodiscard]] double length_m() const noexcept { return m_metres.back(); }
    /// Metres from the beginning to each point.
    [[nodiscard]] const std::vector<double>& metres() const noexcept { return m_metres; }
    /// The point after `metres` of the path, which are clamped to its length, with the course there. At a turn the
    /// course is that of the piece that begins.
    [[nodiscard]] GeodesicPoint at(double metres) const;
    /// The part between two distances from the beginning, 0 <= from_m <= to_m <= length_m().
    [[nodiscard]] GeodesicPath part(double from_m, double to_m) const;
    /// Points at most `step_m` > 0 apart with all points of the path among them. Longitudes are continuous.
    [[nodiscard]] Polyline polyline(double step_m) const;

private:
    std::vector<LonLat> m_points;
    std::vector<double> m_metres;
    std::vector<GeodesicRay> m_pieces; ///< one fewer than points
};

} // namespace geo
