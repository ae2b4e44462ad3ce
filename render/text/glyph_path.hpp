#pragma once

#include "render/picture/picture.hpp"

#include <array>
#include <cstdint>
#include <vector>

/// Letters as shapes: for SVG without text, and for whoever needs to know what a letter covers.
namespace render {

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
