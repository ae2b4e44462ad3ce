#pragma once

#include "render/picture/picture.hpp"

#include <cairo.h>

/// The font file behind a run: for players.
namespace render {

/// The face as Cairo knows it, opened once a process and owned by this module; safe from several threads. Never null;
/// throws std::runtime_error when the file is not there.
[[nodiscard]] cairo_font_face_t* cairo_face(const FontFace&);

/// Grey antialiasing, no hinting: what every text of ours is drawn with. Owned by this module.
[[nodiscard]] const cairo_font_options_t* text_font_options();

} // namespace render
