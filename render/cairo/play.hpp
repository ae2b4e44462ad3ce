#pragma once

#include "render/picture/picture.hpp"

#include <cairo.h>

namespace render {

enum class Medium : std::uint8_t {
    Pixels, ///< glyphs are filled as paths: Cairo 1.16 would move each to a whole pixel
    Paper   ///< glyphs are shown as text, so that it can be searched
};

/// Draws the commands; the context's user space is the page in mm.
void play(cairo_t*, const std::vector<Command>&, Medium);

} // namespace render
