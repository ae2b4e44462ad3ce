#pragma once

#include "render/picture/picture.hpp"

#include <array>
#include <vector>

namespace render {

/// A rectangle turned about its centre, page mm. Touching edges do not count as overlap.
struct OrientedBox {
    Point centre;
    double half_w, half_h; ///< mm, >= 0
    Point along{1, 0};     ///< unit vector along the width; for a text, its reading direction

    [[nodiscard]] static OrientedBox upright(const Rect&) noexcept;
    /// `angle_deg` is counter-clockwise as seen on the page, as in DrawText (the page's y points down).
    [[nodiscard]] static OrientedBox turned(Point centre, double w, double h, double angle_deg) noexcept;
    /// The box of a straight line with a width.
    [[nodiscard]] static OrientedBox segment(Point a, Point b, double width) noexcept;

    [[nodiscard]] OrientedBox grown(double mm) const noexcept;
    /// Top left, top right, bottom right, bottom left, seen in reading direction.
    [[nodiscard]] std::array<Point, 4> corners() const noexcept;
    [[nodiscard]] Rect bounds() const noexcept;
    [[nodiscard]] bool inside(const Rect&) const noexcept;
    /// An exact test by separating axes.
    [[nodiscard]] bool overlaps(const OrientedBox&) const noexcept;
    /// Length in mm of the part of the straight line from `a` to `b` that lies in the box.
    [[nodiscard]] double length_inside(Point a, Point b) const noexcept;
};

/// Whether the rectangles overlap by more than a rounding error. Labels set side by side may touch.
[[nodiscard]] bool overlap_clearly(const Rect&, const Rect&) noexcept;

/// How many mm of the lines lie under a box.
[[nodiscard]] double length_under(const std::vector<std::vector<Point>>& lines, const Rect& box) noexcept;

} // namespace render
