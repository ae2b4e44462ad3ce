#pragma once

#include "render/picture/picture.hpp"

#include <cmath>
#include <numbers>

/// Simple closed outlines.
namespace render {

/// A circle centred on 0,0, as a regular polygon.
[[nodiscard]] inline Outline disc(double radius_mm, int corners = 28) {
    Outline outline{{}, true};
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        outline.points.push_back({radius_mm * std::cos(angle), radius_mm * std::sin(angle)});
    }
    return outline;
}

[[nodiscard]] inline Outline rectangle(const Rect& r) {
    return {{{r.x, r.y}, {r.right(), r.y}, {r.right(), r.bottom()}, {r.x, r.bottom()}}, true};
}

/// A rectangle centred on 0,0.
[[nodiscard]] inline Outline rectangle(double w, double h) {
    return {{{-w / 2, -h / 2}, {w / 2, -h / 2}, {w / 2, h / 2}, {-w / 2, h / 2}}, true};
}

} // namespace render
