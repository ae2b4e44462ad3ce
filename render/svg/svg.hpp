#pragma once

#include "render/picture/picture.hpp"

#include <string>

namespace render {

enum class SvgText { Live, Outlines };

/// A whole SVG file in mm: a named <g> a layer that Inkscape shows as a layer, title and desc, one <text> a label.
[[nodiscard]] std::string write_svg(const Picture&, SvgText = SvgText::Live);

} // namespace render
