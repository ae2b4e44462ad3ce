#pragma once

#include "render/picture/picture.hpp"

#include <string_view>
#include <vector>

namespace render {

/// The text of a symbol's badge as pen strokes of one width.
struct Lettering {
    std::vector<Outline> strokes; ///< open lines; 0,0 is the top left of the first sign's box
    double width_mm;              ///< of all signs together
};

/// Draws digits, `x` (as a times sign) and `?`; other characters are left out. `height_mm` is the height of a digit.
[[nodiscard]] Lettering lettering(std::string_view signs, double height_mm);

} // namespace render
