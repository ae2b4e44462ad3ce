#pragma once

#include "render/cairo/players.hpp"

namespace support {

/// Mean structural similarity of the luma of two pictures (Wang, Bovik, Sheikh and Simoncelli 2004, with plain 8 x 8
/// windows every 4 pixels): 1 for equal pictures; 0 for pictures of different sizes.
[[nodiscard]] double structural_similarity(const render::Raster&, const render::Raster&);

/// A picture that is white where both are equal, and the darker the more they differ.
[[nodiscard]] render::Raster difference_image(const render::Raster&, const render::Raster&);

} // namespace support
