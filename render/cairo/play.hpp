#pragma once

#include "render/picture/picture.hpp"

#include <cairo.h>

namespace render {

enum class Medium : std::uint8_t {
    Pixels, ///< glyphs are filled as paths, because Cairo 1.16 would move each glyph to a whole pixel
    Paper   ///< glyphs are written as text, which can be searched
};

/// Draws the commands. The context's user space must be the page in mm.
void play(cairo_t*, const std::vector<Command>&, Medium);

} // namespace render
