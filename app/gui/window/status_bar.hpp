#pragma once

#include "app/gui/map/map_view.hpp"

namespace app {

/// Draws the last line of the window: the position under the mouse, scale, projection, notice and time. Fills the ImGui
/// window that the caller has begun.
void draw_status_bar(PanelContext&, const MapView&, const std::string& notice);

/// `35.18123° N 129.07556° E`
[[nodiscard]] std::string coordinate_words(geo::LonLat, int decimals);
/// `31 July 2024, 12:00 UTC`; in local time when the scenario has a time zone.
[[nodiscard]] std::string time_with_zone(const Session&);

} // namespace app
