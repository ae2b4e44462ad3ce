#pragma once

#include "render/map/drawing/drawn_asset.hpp"
#include "render/map/scene.hpp"

#include <string>
#include <vector>

namespace render {

/// The lines of an asset's label: its name first, then where it is and how its position is known.
[[nodiscard]] std::vector<std::string> label_lines(const Inputs&, const DrawnAsset&);

/// The text of an asset's row in a roster: its name and what is doubtful; with its place unless the roster's head names
/// the place.
[[nodiscard]] std::string roster_text(const Inputs&, const DrawnAsset&, bool place_is_head);

/// The states of embarked assets and members that the label counts instead of naming them.
[[nodiscard]] std::vector<std::size_t> unnamed_companions(const Inputs&, const DrawnAsset&);

} // namespace render
