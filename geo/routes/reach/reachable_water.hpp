#pragma once

#include "geo/earth/shape.hpp"
#include "geo/routes/reach/water_wave.hpp"

#include <vector>

namespace geo {

/// The circle about an area, to look for ways into it. Polygons without vertices are not allowed.
[[nodiscard]] WaveGoal circle_about(const std::vector<Polygon>& area);

/// The part of an area that lies in water to which the way from `from` is short enough and, unless `to` is null, from
/// which the way to `to` is. It holds all such water, and reaches beyond it by up to 250 m at coasts and by 1 % of the
/// circle about the area, or 500 m, where a way grows too long. The area's longitudes are within 180 degrees of its
/// middle; so are the result's. Throws std::runtime_error when GEOS fails.
[[nodiscard]] std::vector<Polygon> reachable_water(const WaterMesh&, const std::vector<Polygon>& area,
                                                   const WaterStart& from, const WaterStart* to);

} // namespace geo
