#pragma once

#include "render/map/sheet/sheet.hpp"

/// The layers of the map itself, from the sea up. Names are asked for, and drawn once the label placer has decided.
namespace render {

void draw_sea(Sheet&);
void draw_graticule(Sheet&);
void draw_land(Sheet&);
[[nodiscard]] bool can_show_relief(const View&); ///< false at scales where it would be a blur
void draw_relief(Sheet&);                        ///< on land only, so that the sea stays quiet
void draw_coast(Sheet&);
void draw_borders(Sheet&); ///< and the lines of the policy that no zone of the scenario draws

/// Asks for names: gazetteer places by rank and scale (dots are drawn for those that got a place), the policy's labels
/// in place of the names they replace, and seas, clear of the markers that stand in them.
void ask_for_places(Sheet&);
void ask_for_seas(Sheet&);
/// After the others: names of countries by rank and scale, where they fit and stand clear of symbols and dots.
void ask_for_countries(Sheet&);
/// Draws the dots of those places whose names have been placed.
void draw_place_dots(Sheet&, const std::vector<PlacedLabel>&);

} // namespace render
