#pragma once

#include "render/picture/picture.hpp"

#include <string>

namespace render {

enum class SvgText { Live, Outlines }; ///< <text> elements, or paths that need no fonts

/// A complete SVG file in mm, with <title> and <desc>. Each layer is a named <g> that Inkscape shows as a layer; with
/// SvgText::Live each label is one <text>.
[[nodiscard]] std::string write_svg(const Picture&, SvgText = SvgText::Live);

} // namespace render
