#pragma once

#include "geo/earth/box.hpp"
#include "geo/earth/shape.hpp"

namespace geo {

/// The area of the fine coast: four boxes around Korea, Taiwan, Japan and the Philippines, the same as in
/// geo/data/make/fine_boxes.py.
[[nodiscard]] bool meets_fine_area(const Box&);
[[nodiscard]] bool in_fine_area(const Degrees&) noexcept; ///< edges included; longitude as in the files, [-30, 330]
/// An edge that runs along the outline of the area: a cut, not a coast.
[[nodiscard]] bool on_fine_outline(const Degrees& a, const Degrees& b) noexcept;

} // namespace geo
