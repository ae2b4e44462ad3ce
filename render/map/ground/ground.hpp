#pragma once

#include "render/map/drawing/map_drawing.hpp"

/// The layers of the ground, and the names of places, seas and countries. Names are only requested here; draw_names()
/// draws them once the label placer has placed them.
namespace render {

void draw_sea(MapDrawing&);
void draw_graticule(MapDrawing&);
void draw_land(MapDrawing&);
[[nodiscard]] bool can_show_relief(const View&); ///< false at large scales, where the relief would be a blur
void draw_relief(MapDrawing&);                   ///< on land only, to keep the sea plain
void draw_coast(MapDrawing&);
void draw_borders(MapDrawing&); ///< also the policy's lines that no zone of the scenario draws

/// Requests the names of gazetteer places by rank and scale, and the policy's labels instead of the names they replace.
void request_place_names(MapDrawing&);
/// Requests the names of seas, clear of the markers in them.
void request_sea_names(MapDrawing&);
/// Requests the names of countries by rank and scale where they fit clear of symbols and dots. Called last, because a
/// country that is already named as a place is skipped.
void request_country_names(MapDrawing&);
/// Draws the dots of the places whose names have been placed.
void draw_place_dots(MapDrawing&, const std::vector<PlacedLabel>&);

} // namespace render
