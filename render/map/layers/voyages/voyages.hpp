#pragma once

#include "render/map/drawing/map_drawing.hpp"

namespace render {

/// The legs and the numbered calls of Snapshot::voyages; requests the names of the most important calls.
void draw_voyages(MapDrawing&);

} // namespace render
