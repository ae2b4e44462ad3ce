#pragma once

#include "render/map/drawing/map_drawing.hpp"

namespace render {

/// What became of the assets since the earlier snapshot of the comparison: an arrow from the earlier position of each
/// asset that moved, and marks for those that arrived, left or were not heard of. Draws nothing without a comparison.
void draw_changes(MapDrawing&);

/// Records the changes that the map may show, before it is drawn.
void record_expected_changes(Visible&, const Inputs&);

} // namespace render
