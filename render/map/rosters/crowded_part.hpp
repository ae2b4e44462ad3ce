#pragma once

#include "render/map/drawing/map_drawing.hpp"

#include <optional>

namespace render {

/// The part of the map, 8 % of the frame and of its shape, that holds most positions of assets. Empty unless it holds
/// 40 % of them, at least 5 positions at 3 places or more: a list says enough about one place. Contacts of feeds do not
/// count.
[[nodiscard]] std::optional<CrowdedPart> crowded_part(const MapDrawing&);

} // namespace render
