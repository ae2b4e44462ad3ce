#pragma once

#include "render/picture/picture.hpp"

#include <array>
#include <vector>

#include <cairo.h>

/// The font file behind a run: for players.
namespace render {

/// The face as Cairo knows it, opened once a process and owned by this module; safe from several threads. Never null;
/// throws std::runtime_error when the file is not there.
[[nodiscard]] cairo_font_face_t* cairo_face(const FontFace&);

/// Grey antialiasing, no hinting: what every text of ours is drawn with. Owned by this module.
[[nodiscard]] const cairo_font_options_t* text_font_options();

struct PathStep {
    enum class Kind : std::uint8_t { Move, Line, Cubic, Close } kind;
    std::array<Point, 3> points; ///< Cubic: two handles and the end; Move and Line: the first; Close: none
};

/// The outlines of a run's glyphs, in mm from the text's origin, y down, before rotation. Filled with the non-zero
/// rule.
[[nodiscard]] std::vector<PathStep> glyph_path(const Run&);

/// The same, flattened to `tolerance_mm`.
[[nodiscard]] std::vector<Outline> glyph_outlines(const Run&, double tolerance_mm = 0.01);

} // namespace render
