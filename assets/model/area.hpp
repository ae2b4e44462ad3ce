#pragma once

#include "assets/model/scenario.hpp"

#include <optional>

namespace assets {

/// What a zone's shape is given by, whichever shape it is: every vertex of the zone is within `reach_km` of these.
struct Skeleton {
    std::vector<geo::Polyline> lines; ///< a circle's centre, the course of a line or corridor, the outlines of an area
    double reach_km = 0;              ///< a circle's radius, half the width of a corridor
};
/// `seas` may be null; then, and where it has no such sea, the shape of a sea is empty.
[[nodiscard]] Skeleton skeleton_of(const ZoneShape&, const geo::Seas* seas);
/// What may be drawn as a line: the course of a line or corridor, else every ring of polygons_of().
[[nodiscard]] std::vector<geo::Polyline> lines_of(const ZoneShape&, const geo::Seas* seas, int circle_points = 180);
/// The area that a shape covers: a circle, the bands of a corridor, the polygons of an area or sea; none of a line.
[[nodiscard]] std::vector<geo::Polygon> polygons_of(const ZoneShape&, const geo::Seas* seas, int circle_points = 180);

/// The circle about an area's own label point that holds it: what a report given by `area` alone stands for. Of a sea
/// its label point; of a circle its centre; of a line or corridor the middle of its length; of a polygon the centroid
/// of its largest part, moved inside where that lies outside. Empty when the area does not exist.
[[nodiscard]] std::optional<CircleShape> enclosing_circle(const Scenario&, const AreaRef&);
/// The same about a given point: the distance to the area's farthest vertex.
[[nodiscard]] std::optional<double> radius_about(const Scenario&, const AreaRef&, geo::LonLat centre);

} // namespace assets
