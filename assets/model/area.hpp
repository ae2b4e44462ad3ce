#pragma once

#include "assets/model/scenario.hpp"

#include <optional>

namespace assets {

/// The circle about an area's own label point that holds it: what a report given by `area` alone stands for. Of a sea
/// its label point; of a circle its centre; of a line or corridor the middle of its length; of a polygon the centroid
/// of its largest part, moved inside where that lies outside. Empty when the area does not exist.
[[nodiscard]] std::optional<CircleShape> enclosing_circle(const Scenario&, const AreaRef&);
/// The same about a given point: the distance to the area's farthest vertex.
[[nodiscard]] std::optional<double> radius_about(const Scenario&, const AreaRef&, geo::LonLat centre);

} // namespace assets
