#pragma once

#include "geo/earth/shape.hpp"
#include "render/map/drawing/map_drawing.hpp"

#include <vector>

/// Projection of shapes to the page, and the operations on page shapes that the layers share.
namespace render {

/// A line on the page, in pieces, cut to the frame and a margin of 2 mm around it.
[[nodiscard]] std::vector<Outline> page_lines(const View&, const geo::Polyline&);
/// All rings of an area on the page, cut to the frame and `margin_mm` around it, to be filled by the even-odd rule. Do
/// not stroke them: they include the edges of the cut.
[[nodiscard]] std::vector<Outline> page_area(const View&, const geo::Polygon&, double margin_mm = 2.0);
/// The outline of the part of the Earth that the projection shows, cut to the frame and a margin of 2 mm around it.
[[nodiscard]] std::vector<Outline> page_domain(const View&);
/// The area grown by `mm` on every side, or shrunk when negative. Empty when the area's geometry cannot be repaired.
[[nodiscard]] std::vector<Outline> grown_area(const std::vector<Outline>&, double mm);

[[nodiscard]] Rect box_of(const std::vector<Outline>&); ///< all 0 when there are no points
[[nodiscard]] bool inside(const std::vector<Outline>& area, Point);
/// Whether any part of the lines lies within the rectangle.
[[nodiscard]] bool touches(const std::vector<Outline>& lines, const Rect&);
/// The common part of two areas; the first area when their geometry cannot be repaired.
[[nodiscard]] std::vector<Outline> common_part(const std::vector<Outline>&, const std::vector<Outline>&);
/// Parallel lines clipped to the area. `angle_deg` is counter-clockwise from the page's horizontal.
[[nodiscard]] std::vector<Outline> hatch(const std::vector<Outline>& area, double angle_deg, double spacing_mm);
/// The parts of open lines inside the rectangle, and those outside it.
[[nodiscard]] std::vector<Outline> lines_inside(const std::vector<Outline>&, const Rect&);
[[nodiscard]] std::vector<Outline> lines_outside(const std::vector<Outline>&, const Rect&);
[[nodiscard]] double length_of(const Outline&);

/// Strokes lines that in reality go on beyond their ends. The last `fade_mm` at each end fade out, except where the
/// frame cuts the line.
void stroke_faded(Builder&, const StrokePath&, double fade_mm, const Rect& frame);

} // namespace render
