#pragma once

#include "render/picture/picture.hpp"

#include <array>
#include <cstdint>
#include <vector>

/// Letters as shapes, for SVG without text elements and for code that needs the area of a letter.
namespace render {

struct PathStep {
    enum class Kind : std::uint8_t { Move, Line, Cubic, Close } kind;
    std::array<Point, 3> points; ///< Cubic: two control points and the end; Move and Line: one point; Close: none
};

/// The outlines of a run's glyphs, in mm from the text's origin, y down, before rotation. They need the non-zero fill
/// rule.
[[nodiscard]] std::vector<PathStep> glyph_path(const Run&);

/// The outlines of a run's glyphs, as in glyph_path(), with curves flattened to within `tolerance_mm`.
[[nodiscard]] std::vector<Outline> glyph_outlines(const Run&, double tolerance_mm = 0.01);

} // namespace render
