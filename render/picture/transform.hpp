#pragma once

#include "render/picture/picture.hpp"

#include <cmath>
#include <numbers>

/// Arithmetic on Affine, for everything that walks a picture.
namespace render {

[[nodiscard]] inline Point apply(const Affine& a, Point p) noexcept {
    return {a.xx * p.x + a.xy * p.y + a.x0, a.yx * p.x + a.yy * p.y + a.y0};
}

/// Applies `inner` first, then `outer`.
[[nodiscard]] inline Affine compose(const Affine& outer, const Affine& inner) noexcept {
    const Point origin = apply(outer, {inner.x0, inner.y0});
    return {.xx = outer.xx * inner.xx + outer.xy * inner.yx,
            .yx = outer.yx * inner.xx + outer.yy * inner.yx,
            .xy = outer.xx * inner.xy + outer.xy * inner.yy,
            .yy = outer.yx * inner.xy + outer.yy * inner.yy,
            .x0 = origin.x,
            .y0 = origin.y};
}

/// Maps a group's own coordinates to those of its parent.
[[nodiscard]] inline Affine transform_of(const Group& group) noexcept {
    Affine a = group.affine;
    if (group.anchor) {
        a.x0 += group.anchor->x;
        a.y0 += group.anchor->y;
    }
    return a;
}

/// Maps a text's own coordinates (baseline start at 0,0) to those of its parent.
[[nodiscard]] inline Affine transform_of(const DrawText& text) noexcept {
    const double angle = -text.angle_deg * std::numbers::pi / 180;
    return {.xx = std::cos(angle),
            .yx = std::sin(angle),
            .xy = -std::sin(angle),
            .yy = std::cos(angle),
            .x0 = text.origin_mm.x,
            .y0 = text.origin_mm.y};
}

/// The factor by which lengths grow: the square root of |determinant|, exact when both axes have one scale.
[[nodiscard]] inline double scale_of(const Affine& a) noexcept {
    return std::sqrt(std::abs(a.xx * a.yy - a.xy * a.yx));
}

/// Empty when the transform flattens everything to a line.
[[nodiscard]] inline std::optional<Affine> inverse(const Affine& a) noexcept {
    const double d = a.xx * a.yy - a.xy * a.yx;
    if (d == 0) return std::nullopt;
    return Affine{.xx = a.yy / d,
                  .yx = -a.yx / d,
                  .xy = -a.xy / d,
                  .yy = a.xx / d,
                  .x0 = (a.xy * a.y0 - a.yy * a.x0) / d,
                  .y0 = (a.yx * a.x0 - a.xx * a.y0) / d};
}

/// The box of a text in its own coordinates, halo included: the ink of its glyphs or, for a run without ink, its
/// advance and the height of Inter. Empty when the text has no extent.
[[nodiscard]] std::optional<Rect> text_box(const DrawText&);

/// The largest ratio of mitre length to stroke width. Every player cuts off the tip of a sharper corner.
constexpr double mitre_limit = 4;

} // namespace render
