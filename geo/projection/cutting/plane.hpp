#pragma once

#include <vector>

/// Inside geo/projection: what the steps from a shape to a path on the page hand on to each other.
namespace geo {

/// A vertex in degrees or in projected metres.
struct Vertex {
    double x;
    double y;
    bool edge = false; ///< lies on the edge of the projection's domain: never thinned, so that cut edges match
};

using Chain = std::vector<Vertex>; ///< open, or closed with the last vertex repeating the first

struct Rect {
    double west, south, east, north;

    [[nodiscard]] bool contains(double x, double y) const noexcept {
        return x >= west && x <= east && y >= south && y <= north;
    }
    [[nodiscard]] bool contains(const Rect& o) const noexcept {
        return o.west >= west && o.east <= east && o.south >= south && o.north <= north;
    }
    [[nodiscard]] bool intersects(const Rect& o) const noexcept {
        return o.west <= east && o.east >= west && o.south <= north && o.north >= south;
    }
};

/// Of a chain that is not empty.
[[nodiscard]] Rect extent(const Chain&) noexcept;

/// A ring cut to a rectangle (Sutherland and Hodgman, "Reentrant polygon clipping", CACM 17, 1974). A concave ring
/// stays one ring, whose parts are joined along the rectangle's sides: right by the even-odd rule, and for rings that
/// touch or cross themselves too. Empty when nothing is left. The ring must be closed.
[[nodiscard]] Chain clip_ring(const Chain& ring, const Rect&);

/// The pieces of a line within a rectangle.
[[nodiscard]] std::vector<Chain> clip_line(const Chain& line, const Rect&);

/// Drops vertices that lie within the tolerance of the line without them (Douglas and Peucker, 1973); a closed ring
/// keeps at least three corners. Edge vertices stay.
[[nodiscard]] Chain thinned(const Chain&, double tolerance);

/// Even-odd test of a closed ring.
[[nodiscard]] bool inside(const Chain& ring, double x, double y) noexcept;

} // namespace geo
