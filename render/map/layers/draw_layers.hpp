#pragma once

#include "render/map/drawing/map_drawing.hpp"

/// The layers of the subject: zones, areas of wide fixes, tracks, coverage, assets and events; and the names of all
/// layers.
namespace render {

/// Tints of zones at sea; the land is drawn over them.
void draw_zone_tints(MapDrawing&);
/// Tints of zones on land, outlines of all zones by status, and requests for the zones' names.
void draw_zone_lines(MapDrawing&);

/// The rings of the figure with their radii, and their centres.
void draw_rings(MapDrawing&);

/// Tints of wide fixes. Those of ships and of named seas lie under the land, the others above it.
void draw_areas_at_sea(MapDrawing&);
void draw_areas_on_land(MapDrawing&);

/// Position dots, joining lines and symbols. Adds markers, label requests and visible features to the map drawing.
void draw_assets(MapDrawing&);

/// Legs, and trails that grow fainter with age.
void draw_tracks(MapDrawing&);

/// A veil over the places where feeds heard nothing, from Snapshot::coverage.
void draw_coverage(MapDrawing&);

/// Numbered marks of the events in force.
void draw_events(MapDrawing&);

/// Places the names that the layers requested, clear of symbols and `furniture`, and draws each in the group of its
/// layer. Names of a layer that is not in `layers` (from the bottom up) go to the group `labels`.
void draw_names(MapDrawing&, Layout&, const std::vector<std::string_view>& layers, const std::vector<Rect>& furniture);

/// Whether a part of the zone lies inside the frame.
[[nodiscard]] bool zone_in_frame(const View&, const geo::Seas&, const assets::Zone&);

/// Whether the zone is a band so narrow at this scale that it is drawn wider than it is.
[[nodiscard]] bool zone_is_widened(const View&, const assets::Zone&);

/// The area of a zone on the page; empty for a line.
[[nodiscard]] std::vector<Outline> zone_area(const View&, const geo::Seas&, const assets::Zone&);

} // namespace render
