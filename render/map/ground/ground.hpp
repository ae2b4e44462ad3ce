#pragma once

#include "render/map/drawing/map_drawing.hpp"

/// The layers of the map itself, from the sea up. Names are asked for, and drawn once the label placer has decided.
namespace render {

void draw_sea(MapDrawing&);
void draw_graticule(MapDrawing&);
void draw_land(MapDrawing&);
[[nodiscard]] bool can_show_relief(const View&); ///< false at scales where it would be a blur
void draw_relief(MapDrawing&);                   ///< on land only, so that the sea stays quiet
void draw_coast(MapDrawing&);
void draw_borders(MapDrawing&); ///< and the lines of the policy that no zone of the scenario draws

/// Asks for names: gazetteer places by rank and scale (dots are drawn for those that got a place), the policy's labels
/// in place of the names they replace, and seas, clear of the markers that stand in them.
void request_place_names(MapDrawing&);
void request_sea_names(MapDrawing&);
/// After the others: names of countries by rank and scale, where they fit and stand clear of symbols and dots.
void request_country_names(MapDrawing&);
/// Draws the dots of those places whose names have been placed.
void draw_place_dots(MapDrawing&, const std::vector<PlacedLabel>&);

} // namespace render
