#pragma once

#include "geo/earth/shape.hpp"
#include "geo/projection/cutting/plane.hpp"

#include <vector>

namespace geo {

/// Private to geo/projection: a ring, with explicit handling of a ring around a pole. A Ring around a pole is closed by
/// an edge along the pole (latitude +-90) and a seam between that edge and the shape; `path` holds neither of them.
struct Loop {
    Chain path;      ///< degrees; around a pole the last vertex is the first one shifted by +-360 degrees
    double pole = 0; ///< +-90 when the loop runs around that pole and contains it, else 0
    Rect extent;     ///< of the Ring, with the edge along a pole
};

/// The ring must be closed and have at least four vertices.
[[nodiscard]] Loop loop_of(const Ring&);

/// The parts of a loop or a line within a window of degrees, shifted by full turns as needed. Parts of a loop are
/// closed.
[[nodiscard]] std::vector<Chain> parts_within(const Loop&, const Rect& window);
[[nodiscard]] std::vector<Chain> parts_within(const Polyline&, const Rect& window);

/// Whether an extent meets a window after a shift by full turns.
[[nodiscard]] bool meets(const Rect& extent, const Rect& window) noexcept;

/// Whether the ring contains the point or its longitude shifted by full turns (even-odd rule). `extent` is the ring's.
[[nodiscard]] bool contains(const Ring&, const Rect& extent, double lon, double lat) noexcept;

/// Splits segments into pieces of at most `step` degrees. Segments along the sides of `domain` (which may be null) are
/// split at whole multiples of the step and marked as edge, so that neighbours along the cut share vertices.
[[nodiscard]] Chain split(const Chain&, double step, const Rect* domain);

} // namespace geo
