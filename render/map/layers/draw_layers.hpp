#pragma once

#include "render/map/drawing/map_drawing.hpp"

/// The layers of the subject: zones, wide reports, tracks, assets and events.
namespace render {

/// Tints of zones that lie at sea; the land is drawn over them.
void draw_zone_tints(MapDrawing&);
/// Zones on land, all outlines by status, and the request for their names.
void draw_zone_lines(MapDrawing&);

/// Tints of wide reports: those of ships and of named seas lie under the land, the others above it.
void draw_areas_at_sea(MapDrawing&);
void draw_areas_on_land(MapDrawing&);

/// Position dots, joining lines and symbols; leaves markers, label requests and what is visible.
void draw_assets(MapDrawing&);

/// Legs, and trails of where assets were reported lately, fainter the longer ago.
void draw_tracks(MapDrawing&);

/// A veil over where Snapshot::coverage heard nothing.
void draw_coverage(MapDrawing&);

/// Numbered marks of the events in force.
void draw_events(MapDrawing&);

/// Places the names that all layers asked for and draws them, each in the group of its layer or, where `layers` (from
/// the bottom up) has no such layer, in that of `labels`. Keeps clear of symbols and `furniture`.
void draw_names(MapDrawing&, Layout&, const std::vector<std::string_view>& layers, const std::vector<Rect>& furniture);

/// Has the zone a part inside the frame? (before anything is drawn, to word the notes)
[[nodiscard]] bool zone_in_frame(const View&, const geo::Seas&, const assets::Zone&);

/// Is the zone a band so narrow at this scale that it is drawn wider than it is?
[[nodiscard]] bool zone_is_widened(const View&, const assets::Zone&);

/// The area of a zone on the page: a line's is empty.
[[nodiscard]] std::vector<Outline> zone_area(const View&, const geo::Seas&, const assets::Zone&);

} // namespace render
