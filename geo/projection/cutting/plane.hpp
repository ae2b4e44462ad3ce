#pragma once

#include <vector>

/// Private to geo/projection: chains of vertices and rectangles in the plane, and how they are clipped and thinned.
namespace geo {

/// A vertex in degrees or in projected metres.
struct Vertex {
    double x;
    double y;
    bool edge = false; ///< on the edge of the domain; never thinned, so that neighbouring areas match there
};

using Chain = std::vector<Vertex>; ///< open, or closed with the last vertex repeating the first

/// In degrees or in projected metres; sides included.
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

/// The chain must not be empty.
[[nodiscard]] Rect extent(const Chain&) noexcept;

/// Clips a closed ring to a rectangle (Sutherland and Hodgman, "Reentrant polygon clipping", CACM 17, 1974). A concave
/// ring stays one ring whose parts are joined along the sides of the rectangle; its even-odd fill is correct, also for
/// rings that touch or cross themselves. Empty when nothing is left.
[[nodiscard]] Chain clip_ring(const Chain& ring, const Rect&);

/// The pieces of a line within a rectangle.
[[nodiscard]] std::vector<Chain> clip_line(const Chain& line, const Rect&);

/// Drops vertices that lie within the tolerance of the line without them (Douglas and Peucker, 1973). A closed ring
/// keeps at least three corners. Edge vertices are kept.
[[nodiscard]] Chain thinned(const Chain&, double tolerance);

/// Whether a closed ring contains a point, by the even-odd rule.
[[nodiscard]] bool inside(const Chain& ring, double x, double y) noexcept;

} // namespace geo
