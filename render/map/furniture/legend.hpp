#pragma once

#include "render/map/scene.hpp"

#include <string>
#include <vector>

namespace render {

/// Rows set into a panel.
struct Legend {
    Rect box; ///< at 0,0
    std::vector<Command> commands;
    std::string text; ///< all of it, for --layout
};
/// `opaque`: whatever the theme says, nothing is seen through it.
[[nodiscard]] Legend set_legend(const Inputs&, const std::vector<LegendRow>&, double max_width_mm, bool opaque = false);

/// The same rows without the one that can best be spared. Rows must not be empty.
[[nodiscard]] std::vector<LegendRow> without_least(std::vector<LegendRow>);

} // namespace render
