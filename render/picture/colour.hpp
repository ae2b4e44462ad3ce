#pragma once

#include "render/picture/picture.hpp"

#include <algorithm>
#include <cmath>

namespace render {

/// The colour with its alpha multiplied by `opacity`, which is clamped to 0..1.
[[nodiscard]] inline Colour faded(Colour colour, double opacity) {
    colour.a = static_cast<std::uint8_t>(std::lround(colour.a * std::clamp(opacity, 0.0, 1.0)));
    return colour;
}

/// A colour between two, `share` of the way from `a` to `b`, 0..1.
[[nodiscard]] inline Colour mixed(Colour a, Colour b, double share) {
    const auto between = [&](std::uint8_t from, std::uint8_t to) {
        return static_cast<std::uint8_t>(std::lround(from + share * (to - from)));
    };
    return {between(a.r, b.r), between(a.g, b.g), between(a.b, b.b), between(a.a, b.a)};
}

} // namespace render
