#pragma once

#include "render/map/ground/sheet.hpp"

/// The layers of the subject: zones, wide reports, tracks, assets and events.
namespace render {

/// Tints of zones that lie at sea; the land is drawn over them.
void draw_zone_tints(Sheet&);
/// Zones on land, all outlines by status, and the request for their names.
void draw_zone_lines(Sheet&);

/// Legs, and trails of where assets were reported lately, fainter the longer ago.
void draw_tracks(Sheet&);

/// A veil over where Snapshot::coverage heard nothing.
void draw_coverage(Sheet&);

/// Numbered marks of the events in force, asked for with `events`.
void draw_events(Sheet&);

/// Has the zone a part inside the frame? (before anything is drawn, to word the notes)
[[nodiscard]] bool zone_in_frame(const View&, const geo::Seas&, const assets::Zone&);

/// Is the zone a band so narrow at this scale that it is drawn wider than it is?
[[nodiscard]] bool zone_is_widened(const View&, const assets::Zone&);

/// The area of a zone on the page: a line's is empty.
[[nodiscard]] std::vector<Outline> zone_area(const View&, const geo::Seas&, const assets::Zone&);

} // namespace render
