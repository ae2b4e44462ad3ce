#pragma once

#include "render/picture/picture.hpp"

#include <cstdint>
#include <vector>

namespace render {

/// What a group draws, alone, cut to it: pixels of a page that is otherwise empty.
struct SpriteBitmap {
    int left_px = 0, top_px = 0;    ///< of the first pixel on the page; may be negative
    int width = 0, height = 0;      ///< 0 when nothing is drawn
    std::vector<std::uint8_t> rgba; ///< premultiplied, row by row from the top
};

/// The pixels of a group on a page with `px_per_mm`, where `outer` leads from the coordinates of what holds the group
/// to the page. The group's clip is applied, its opacity is left to the caller. A side is at most 4096 pixels; what
/// lies beyond is cut off. Throws std::runtime_error when Cairo fails. Any thread.
[[nodiscard]] SpriteBitmap rasterise_sprite(const Group&, const Affine& outer, double px_per_mm);

} // namespace render
