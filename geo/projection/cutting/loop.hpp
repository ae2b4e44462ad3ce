#pragma once

#include "geo/earth/shape.hpp"
#include "geo/projection/cutting/plane.hpp"

#include <vector>

namespace geo {

/// Inside geo/projection: a ring with its way around a pole made plain. A ring around a pole is stored closed over it,
/// by an edge along +-90 from one end of the world to the other; the seam where it does so is no part of the shape.
struct Loop {
    Chain path;      ///< degrees; around a pole its last vertex is the first one 360 degrees on (or back)
    double pole = 0; ///< +-90 when the loop runs around that pole and holds it, else 0
    Rect extent;     ///< of the ring as stored
};

/// The ring must be closed and have at least four vertices.
[[nodiscard]] Loop loop_of(const Ring&);

/// The parts of a loop within a window of degrees, the loop moved by whole turns as needed. Closed rings.
[[nodiscard]] std::vector<Chain> parts_within(const Loop&, const Rect& window);
[[nodiscard]] std::vector<Chain> parts_within(const Polyline&, const Rect& window);

/// Can the loop have any point within a window?
[[nodiscard]] bool meets(const Rect& extent, const Rect& window) noexcept;

/// Even-odd test in longitude and latitude, over all turns.
[[nodiscard]] bool holds(const Ring&, const Rect& extent, double lon, double lat) noexcept;

/// Long segments split into pieces of at most `step` degrees. Segments along the sides of `domain` are split at whole
/// multiples of the step and marked as edge, so that neighbours along the cut share vertices.
[[nodiscard]] Chain split(const Chain&, double step, const Rect* domain);

} // namespace geo
