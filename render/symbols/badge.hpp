#pragma once

#include "render/picture/picture.hpp"

#include <string_view>
#include <vector>

namespace render {

/// The few signs a symbol needs beside it, as pen strokes of one width: digits, `x` (drawn as a times sign) and `?`.
struct Lettering {
    std::vector<Outline> strokes; ///< open lines; 0,0 is the top left of the first sign's box
    double width_mm;              ///< of the whole
};

/// `height_mm` is that of the digits. Other characters are left out.
[[nodiscard]] Lettering lettering(std::string_view signs, double height_mm);

} // namespace render
