#pragma once

#include "render/picture/picture.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace render {

/// Even-odd inside of a set of outlines as triangles, all turning the same way (positive cross product).
struct Tessellation {
    std::vector<Point> points; ///< those of the outlines and where they cross
    std::vector<std::array<std::uint32_t, 3>> triangles;
    std::vector<std::array<std::uint32_t, 2>> rim; ///< edges with the inside on one side only: (b - a) turned by
                                                   ///< +90 degrees (x, y -> -y, x) points inside
};

/// GLU's tessellator with the odd winding rule. Throws std::runtime_error with its words when it fails.
[[nodiscard]] Tessellation tessellate(const std::vector<Outline>&);

} // namespace render
