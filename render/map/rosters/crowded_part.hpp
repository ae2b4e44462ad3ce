#pragma once

#include "render/map/drawing/map_drawing.hpp"

#include <optional>

namespace render {

inline constexpr double crowded_share_of_map = 0.08;

/// The part of the map that holds most positions of assets. It has the shape of the frame and 8 % of its area. Empty
/// unless this part holds 40 % of the positions, and at least 5 of them at 3 places or more: for one place a list is
/// enough. Contacts of feeds do not count. Empty also on maps of over 300 positions.
[[nodiscard]] std::optional<CrowdedPart> crowded_part(const MapDrawing&);

} // namespace render
