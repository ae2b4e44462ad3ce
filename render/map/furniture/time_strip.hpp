#pragma once

#include "render/map/scene.hpp"
#include "render/picture/builder.hpp"

/// The strip below the map: a row for each asset, with a bar for each deployment, filled where a report covers the day
/// and pale where none does, and with ticks at events. A map of a period has the strip of its period, another map that
/// of the scenario with a line at the instant shown.
namespace render {

/// The height of the strip on a band of this width; 0 when it is switched off or no asset has anything to show. Throws
/// FigureError when its rows would take more than 45 % of the page.
[[nodiscard]] double time_strip_mm(const Inputs&, double width_mm);

/// Draws the strip and adds it to the items of `layout`. `room`: as wide as was measured, and as high.
void draw_time_strip(Builder&, Layout&, const Inputs&, const Rect& room);

} // namespace render
