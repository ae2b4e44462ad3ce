#pragma once

#include "render/map/drawing/map_drawing.hpp"

#include <optional>
#include <vector>

namespace render {

/// The wanted place of a mark of this size if nothing is in the way, else the first free spot on rings around it; empty
/// when there is none within 24 mm. Symbols, position dots and the boxes of earlier marks are in the way; `apart_mm`
/// stays free between marks.
[[nodiscard]] std::optional<Point> free_spot(const MapDrawing&, const std::vector<Rect>& earlier, Point wanted,
                                             double width_mm, double height_mm, double apart_mm);

} // namespace render
