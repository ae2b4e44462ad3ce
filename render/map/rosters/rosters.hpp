#pragma once

#include "render/map/drawing/map_drawing.hpp"

#include <vector>

namespace render {

/// The most rows of a roster on a page of this width, the row that counts the rest included.
[[nodiscard]] std::size_t most_roster_rows(double page_width_mm) noexcept;

/// Takes the assets that share a place, or crowd a place or sea, out of `all` and gathers them in rosters. From two
/// assets at one place on, and from four assets in one area or within 4 mm (three on a page up to 120 mm wide), they
/// form a roster. Contacts of a crowd stay where they are.
[[nodiscard]] std::vector<Roster> gather_rosters(const MapDrawing&, std::vector<DrawnAsset>& all);

/// Adds assets that have no room for a symbol of their own to the roster of their place or sea, or makes a new one.
void add_to_rosters(const MapDrawing&, std::vector<Roster>&, std::vector<DrawnAsset> without_room);

/// Finds room for each roster: beside its place, in its sea, or joined by a line of at most 25 mm that crosses neither
/// symbols nor other lines. A roster without room for its rows is shortened. Rosters without any room are removed;
/// their assets, and those that a roster only counts, are listed in MapDrawing::dropped.
void place_rosters(MapDrawing&);

/// Draws the rosters with their place dots and lines.
void draw_rosters(MapDrawing&);

/// Boxes of the rosters' texts, lines and dots, for what is placed later.
[[nodiscard]] std::vector<Rect> roster_obstacles(const std::vector<Roster>&);

/// Adds the rows to the layout, each as the label of its asset (or as its symbol, when the map has no names), and each
/// head as a label of its own.
void add_roster_items(const MapDrawing&, Layout&);

} // namespace render
