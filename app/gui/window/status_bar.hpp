#pragma once

#include "app/gui/map/map_view.hpp"

namespace app {

/// The last line of the window: where the mouse is, scale, projection, and the time with its zone. Fills the ImGui
/// window that the caller has begun.
void draw_status_bar(PanelContext&, const MapView&, const std::string& notice);

/// `35.18123° N 129.07556° E`
[[nodiscard]] std::string coordinate_words(geo::LonLat, int decimals);
/// `31 July 2024, 12:00 UTC`, and local time where the scenario has another zone.
[[nodiscard]] std::string time_with_zone(const Session&);

} // namespace app
