#pragma once

#include "render/picture/picture.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace render {

/// The inside of a set of outlines by the even-odd rule, as triangles of one orientation (positive cross product).
struct Tessellation {
    std::vector<Point> points; ///< of the outlines, and the crossings of outlines
    std::vector<std::array<std::uint32_t, 3>> triangles;
    std::vector<std::array<std::uint32_t, 2>> rim; ///< edges with the inside on one side only: (b - a) turned by
                                                   ///< +90 degrees (x, y -> -y, x) points inside
};

/// Tessellates with GLU's odd winding rule. Throws std::runtime_error with GLU's message when GLU fails.
[[nodiscard]] Tessellation tessellate(const std::vector<Outline>&);

} // namespace render
