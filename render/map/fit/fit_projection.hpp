#pragma once

#include "geo/earth/lonlat.hpp"

#include <string>
#include <vector>

namespace render {

/// A preset of geo::Projection and its centre.
struct FitProjection {
    std::string definition;
    geo::LonLat centre;
};

/// The projection that suits these points, of which there must be at least one: laea in their middle if they lie within
/// 10,000 km on the map, else eqearth, cut in the middle of the widest longitudes without a point.
[[nodiscard]] FitProjection projection_for(const std::vector<geo::LonLat>&);

/// Mean direction of the points on a sphere; the first point when they cancel out.
[[nodiscard]] geo::LonLat middle_of(const std::vector<geo::LonLat>&);

} // namespace render
