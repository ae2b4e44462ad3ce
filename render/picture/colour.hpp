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

} // namespace render
