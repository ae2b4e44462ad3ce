#pragma once

#include "geo/earth/shape.hpp"

namespace geo {

/// Whether the point lies inside the ring or polygon (even-odd rule, straight edges in longitude and latitude).
[[nodiscard]] inline bool inside(const Ring& ring, const Degrees& point) noexcept {
    bool in = false;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Degrees &a = ring[i - 1], &b = ring[i];
        if ((a.lat > point.lat) != (b.lat > point.lat) &&
            point.lon < a.lon + (point.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon))
            in = !in;
    }
    return in;
}

[[nodiscard]] inline bool inside(const Polygon& polygon, const Degrees& point) noexcept {
    bool in = false;
    for (const Ring& ring : polygon.rings)
        if (inside(ring, point)) in = !in;
    return in;
}

/// Whether two edges of a ring that are not neighbours cross, as straight edges in longitude and latitude. Edges that
/// only touch do not cross. Compares edges whose longitudes overlap: n log n for rings that run around an area, n^2 for
/// the worst.
[[nodiscard]] bool crosses_itself(const Ring&);

/// The parts of a ring that bound its area on the Earth: the ring itself or, where it is closed over a pole or around
/// the Earth, its lines without the edges along the pole and without the two edges of one meridian that meet each
/// other.
[[nodiscard]] std::vector<Polyline> without_seams(const Ring&);

} // namespace geo
