#pragma once

#include "geo/earth/shape.hpp"

namespace geo {

/// Whether two edges of a ring that are not neighbours cross, as straight edges in longitude and latitude. Edges that
/// only touch do not cross. Compares edges whose longitudes overlap: n log n for rings that run around an area, n^2 for
/// the worst.
[[nodiscard]] bool crosses_itself(const Ring&);

} // namespace geo
