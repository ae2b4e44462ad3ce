#pragma once

#include "render/map/drawing/map_drawing.hpp"

#include <string_view>

/// On whose land a point or a text of the page lies, as far as PageLand::countries is known.
namespace render {

/// The code of the country whose land is at the point; empty on water and on land of no state.
[[nodiscard]] std::string_view country_at(const MapDrawing&, Point);
/// Whether over 40 % of the text's box lies on land of countries that the symbol's box does not touch: a reader would
/// look for the asset there. False if the countries are not known.
[[nodiscard]] bool is_on_foreign_land(const MapDrawing&, const Rect& text, const Rect& symbol);

} // namespace render
