#pragma once

#include "render/picture/picture.hpp"

#include <cstdint>
#include <vector>

namespace render {

/// The pixels of one group, drawn on an empty page and cropped to the group.
struct SpriteBitmap {
    int left_px = 0, top_px = 0;    ///< position of the first pixel on the page; may be negative
    int width = 0, height = 0;      ///< 0 when nothing is drawn
    std::vector<std::uint8_t> rgba; ///< premultiplied, row by row from the top
};

/// Draws a group at `px_per_mm`; `outer` maps the coordinates of the group's parent to the page. The group's clip is
/// applied, its opacity is left to the caller. Sides longer than 4096 pixels are cut off; a group more than a million
/// pixels off the page gives an empty bitmap. Throws std::runtime_error when Cairo fails. Thread-safe.
[[nodiscard]] SpriteBitmap rasterise_sprite(const Group&, const Affine& outer, double px_per_mm);

} // namespace render
