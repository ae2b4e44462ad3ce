#pragma once

#include "geo/earth/shape.hpp"

#include <vector>

namespace geo {

/// A line cut at the antimeridian, as RFC 7946 asks: each piece has longitudes in [-180, 180] and at least two points.
/// The points that a cut adds lie on the straight line in longitude and latitude between their neighbours. A line of
/// one point has no piece.
[[nodiscard]] std::vector<Polyline> cut_at_antimeridian(const Polyline&);

} // namespace geo
