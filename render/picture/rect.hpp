#pragma once

#include "render/picture/picture.hpp"

#include <algorithm>
#include <cmath>

/// Arithmetic on upright rectangles.
namespace render {

/// Points on an edge are contained.
[[nodiscard]] inline bool contains(const Rect& r, Point p) noexcept {
    return p.x >= r.x && p.x <= r.right() && p.y >= r.y && p.y <= r.bottom();
}
[[nodiscard]] inline bool contains(const Rect& outer, const Rect& r) noexcept {
    return r.x >= outer.x && r.y >= outer.y && r.right() <= outer.right() && r.bottom() <= outer.bottom();
}
/// Rectangles that only share an edge do not overlap.
[[nodiscard]] inline bool overlap(const Rect& a, const Rect& b) noexcept {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}
/// The rectangle enlarged by `mm` on every side; a negative `mm` shrinks it.
[[nodiscard]] inline Rect grown(const Rect& r, double mm) noexcept {
    return {r.x - mm, r.y - mm, r.w + 2 * mm, r.h + 2 * mm};
}
[[nodiscard]] inline Rect moved(const Rect& r, Point by) noexcept {
    return {r.x + by.x, r.y + by.y, r.w, r.h};
}
/// The smallest rectangle that holds both.
[[nodiscard]] inline Rect around(const Rect& a, const Rect& b) noexcept {
    const double left = std::min(a.x, b.x), top = std::min(a.y, b.y);
    return {left, top, std::max(a.right(), b.right()) - left, std::max(a.bottom(), b.bottom()) - top};
}
/// The shortest distance between two rectangles; 0 when they meet.
[[nodiscard]] inline double distance(const Rect& a, const Rect& b) noexcept {
    return std::hypot(std::max({0.0, b.x - a.right(), a.x - b.right()}),
                      std::max({0.0, b.y - a.bottom(), a.y - b.bottom()}));
}
/// The intersection. Where the rectangles do not meet, its width or height is 0, never negative.
[[nodiscard]] inline Rect common_part(const Rect& a, const Rect& b) noexcept {
    const double left = std::max(a.x, b.x), top = std::max(a.y, b.y);
    return {left, top, std::max(0.0, std::min(a.right(), b.right()) - left),
            std::max(0.0, std::min(a.bottom(), b.bottom()) - top)};
}

} // namespace render
