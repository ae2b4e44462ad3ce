#pragma once

#include "render/picture/picture.hpp"

#include <cairo.h>

/// Access to the font files of runs, for players.
namespace render {

/// Cairo's handle of the face, opened once per process and owned by this module. Thread-safe. Never null; throws
/// std::runtime_error when the file is missing or cannot be used.
[[nodiscard]] cairo_font_face_t* cairo_face(const FontFace&);

/// The options of all text that we draw: grey antialiasing, no hinting. Owned by this module.
[[nodiscard]] const cairo_font_options_t* text_font_options();

} // namespace render
