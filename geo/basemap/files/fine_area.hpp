#pragma once

#include "geo/earth/box.hpp"
#include "geo/earth/shape.hpp"

namespace geo {

/// Whether a box meets the area of the fine coast: four boxes around Korea, Taiwan, Japan and the Philippines, which
/// are the same as in geo/data/make/fine_boxes.py.
[[nodiscard]] bool meets_fine_area(const Box&);
[[nodiscard]] bool in_fine_area(const Degrees&) noexcept; ///< sides included; longitude in [-30, 330] as in the files
/// Whether the edge a-b lies along a side of one of the boxes. Such an edge is a cut and no coast.
[[nodiscard]] bool on_fine_outline(const Degrees& a, const Degrees& b) noexcept;

} // namespace geo
