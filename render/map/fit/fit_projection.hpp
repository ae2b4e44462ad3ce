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

/// The projection that suits these points, of which there must be at least one: laea in their middle if they span at
/// most 10,000 km in it, else eqearth, cut in the middle of the widest range of longitudes without a point.
[[nodiscard]] FitProjection projection_for(const std::vector<geo::LonLat>&);

/// The mean direction of the points on a sphere; the first point when the directions cancel out. There must be at least
/// one point.
[[nodiscard]] geo::LonLat middle_of(const std::vector<geo::LonLat>&);

} // namespace render
