#pragma once

#include "render/map/scene.hpp"

#include <string>
#include <vector>

namespace render {

/// A typeset panel of rows.
struct Legend {
    Rect box; ///< its top left is 0,0
    std::vector<Command> commands;
    std::string text; ///< the texts of all rows, for --layout
};
/// Typesets the rows into a panel. With `opaque` nothing is seen through it, whatever the theme says.
[[nodiscard]] Legend set_legend(const Inputs&, const std::vector<LegendRow>&, double max_width_mm, bool opaque = false);

/// The rows without the least important one. Rows must not be empty.
[[nodiscard]] std::vector<LegendRow> without_least_important(std::vector<LegendRow>);

} // namespace render
