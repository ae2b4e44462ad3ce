#pragma once

#include "render/map/style/change_mark.hpp"
#include "render/picture/picture.hpp"
#include "render/text/typesetter.hpp"

#include <vector>

/// How a map with arrows shows changes; the map and its legend share it.
namespace render {

inline constexpr double change_line_mm = 0.38, change_head_mm = 1.9, change_ring_mm = 0.75, change_mark_mm = 1.15;
inline constexpr double change_dash_mm = 1.3, change_space_mm = 0.9;

/// The head of an arrow that comes from `from` and ends at `tip`.
[[nodiscard]] Outline change_arrowhead(Point from, Point tip);
/// A ring around 0,0: an earlier position.
[[nodiscard]] std::vector<Command> change_ring(Colour, Colour halo);
/// A disc around 0,0 with the sign of a mark: plus, cross or question mark.
[[nodiscard]] std::vector<Command> change_mark(ChangeMark, Colour, Colour halo, const Typesetter&);

} // namespace render
