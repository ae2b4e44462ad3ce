#pragma once

#include "geo/earth/shape.hpp"
#include "render/map/drawing/map_drawing.hpp"

#include <vector>

/// Shapes of the Earth on the page, and what layers do with them there.
namespace render {

/// A line within the frame and a margin of 2 mm around it, in pieces.
[[nodiscard]] std::vector<Outline> page_lines(const View&, const geo::Polyline&);
/// An area likewise, all rings together, even-odd: to be filled, never stroked (edges of the cut are part of it).
[[nodiscard]] std::vector<Outline> page_area(const View&, const geo::Polygon&, double margin_mm = 2.0);
/// The area grown by so much on every side, or shrunk when negative. An area that cannot be repaired comes back empty.
[[nodiscard]] std::vector<Outline> grown_area(const std::vector<Outline>&, double mm);

[[nodiscard]] Rect box_of(const std::vector<Outline>&); ///< of nothing: all 0
[[nodiscard]] bool inside(const std::vector<Outline>& area, Point);
/// Does any part of the lines lie within the rectangle?
[[nodiscard]] bool touches(const std::vector<Outline>& lines, const Rect&);
/// The common part of two areas. Shapes that cannot be repaired give the first.
[[nodiscard]] std::vector<Outline> common_part(const std::vector<Outline>&, const std::vector<Outline>&);
/// Parallel lines cut by the area; `angle_deg` counter-clockwise from the page's horizontal.
[[nodiscard]] std::vector<Outline> hatch(const std::vector<Outline>& area, double angle_deg, double spacing_mm);
[[nodiscard]] double length_of(const Outline&);

/// Strokes lines whose ends are not the end of the thing: over `fade_mm` they fade out. Only ends inside the frame
/// fade; where the frame cuts a line it goes on.
void stroke_faded(Builder&, const StrokePath&, double fade_mm, const Rect& frame);

} // namespace render
