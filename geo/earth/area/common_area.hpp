#pragma once

#include "geo/earth/lonlat.hpp"
#include "geo/earth/shape.hpp"

#include <vector>

namespace geo {

/// All points whose geodesic to the centre is at most `radius_m` long.
struct GeodesicDisc {
    LonLat centre;
    double radius_m; ///< > 0
};

/// The area of a disc. Its outline runs outside the exact one, by less than 1 % of the radius. Longitudes are
/// continuous. As in geodesic_circle(), a disc with one pole is closed over it, one with both is the world with a hole,
/// and one of 19,900 km or more is the whole world.
[[nodiscard]] Polygon area_of(const GeodesicDisc&);

/// The area that two discs have in common, its longitudes within 180 degrees of its middle. It holds the exact area
/// and is at most 3 % larger. Empty where the discs do not meet. Throws std::runtime_error when GEOS fails.
[[nodiscard]] std::vector<Polygon> common_area(const GeodesicDisc&, const GeodesicDisc&);

} // namespace geo
