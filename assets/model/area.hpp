#pragma once

#include "assets/model/scenario.hpp"

#include <optional>
#include <string>

namespace assets {

/// The lines that define a shape of any kind. Every vertex of the zone lies within `reach_km` of them.
struct Skeleton {
    std::vector<geo::Polyline> lines; ///< a circle's centre, the course of a line or corridor, or the outer rings
    double reach_km = 0;              ///< a circle's radius or half the width of a corridor; else 0
};
/// `seas` may be null. The skeleton of a sea is empty if `seas` is null or has no sea with its id.
[[nodiscard]] Skeleton skeleton_of(const ZoneShape&, const geo::Seas* seas);
/// The lines to draw: the course of a line or corridor, or every ring of polygons_of() without its seams.
[[nodiscard]] std::vector<geo::Polyline> lines_of(const ZoneShape&, const geo::Seas* seas, int circle_points = 180);
/// The area that a shape covers: a circle of `circle_points` vertices, the bands of a corridor, or the polygons of an
/// area or sea. Empty for a line.
[[nodiscard]] std::vector<geo::Polygon> polygons_of(const ZoneShape&, const geo::Seas* seas, int circle_points = 180);

/// The polygons of the area that a fix or event names; empty if there is no such sea, zone or country. The first call
/// for a country reads the countries' land from the data folder, and throws geo::ReadError if that fails.
[[nodiscard]] std::vector<geo::Polygon> polygons_of(const Scenario&, const AreaRef&);
/// Whether a sea is named as in running text, "the Yellow Sea", or as on a map.
enum class Article { With, Without };
/// The name of an area, not translated; the id if there is no such area.
[[nodiscard]] std::string area_name(const Scenario&, const AreaRef&, Article);

/// The box around a shape, a circle with its radius. Empty for a sea.
[[nodiscard]] std::optional<geo::Box> extent_of(const ZoneShape&);

/// The circle about an area's label point that contains the area. A fix that gives only `area` gets this circle. The
/// label point is that of the sea, the centre of a circle, the middle of the longest line of a line or corridor, or the
/// centroid of the largest polygon, moved inside if it lies outside. Empty if the area does not exist.
[[nodiscard]] std::optional<CircleShape> enclosing_circle(const Scenario&, const AreaRef&);
/// The radius in km of the circle about `centre` that contains the area. Empty if the area does not exist.
[[nodiscard]] std::optional<double> radius_about(const Scenario&, const AreaRef&, geo::LonLat centre);

} // namespace assets
