#pragma once

#include "render/map/drawing/map_drawing.hpp"

/// A number of ships or aircraft that is reported over an area, such as "68 aircraft", is a box of text: a symbol would
/// stand at a point that nobody gave.
namespace render {

/// True when the state counts several craft over an area: it is given by an area or by a radius of over 25 km, and its
/// row has a `count` of 2 or more or its asset's name begins with a number.
[[nodiscard]] bool is_count_over_area(const assets::Asset&, const assets::State&);
/// Sets `count_lines`, the text of the box, and `relative_box`, its size.
void make_count_box(const MapDrawing&, DrawnAsset&);
/// Breaks the last line of the text in two, for a box that fits narrower waters. False if the line has one word.
[[nodiscard]] bool narrow_count_box(const MapDrawing&, DrawnAsset&);
/// Draws the box around the origin of the builder's open group.
void draw_count_box(MapDrawing&, const DrawnAsset&);

} // namespace render
