#pragma once

#include "render/map/scene.hpp"

#include <string>
#include <vector>

namespace render {

/// A typeset panel of rows.
struct Legend {
    Rect box; ///< its top left is 0,0
    std::vector<Command> commands;
    std::string text;  ///< the texts of all rows, for --layout
    double pad_mm = 0; ///< room between the panel's edge and its content
};
/// Typesets the rows into a panel. With `opaque` nothing is seen through it, whatever the theme says.
[[nodiscard]] Legend set_legend(const Inputs&, const std::vector<LegendRow>&, double max_width_mm, bool opaque = false);

/// A legend set as a strip or column, and the rows that it has no room for.
struct LegendStrip {
    Legend legend;
    std::vector<LegendRow> left_out;
};
/// Typesets the rows as entries side by side, in at most two lines (three on a page up to 100 mm wide), and no more
/// than the height holds. Rows without room, the least important first, are left out; a last entry counts them.
[[nodiscard]] LegendStrip set_legend_strip(const Inputs&, const std::vector<LegendRow>&, double width_mm,
                                           double height_mm);

/// Typesets the rows below each other, without a panel. Rows without room, the least important first, are left out.
[[nodiscard]] LegendStrip set_legend_column(const Inputs&, const std::vector<LegendRow>&, double width_mm,
                                            double height_mm);

/// The most width of a panel in a corner of the frame.
[[nodiscard]] double legend_panel_width_mm(const Rect& frame);
/// The height of the strip that a map with this frame needs above it, with the gap below; 0 when the legend is a panel
/// in a corner. A panel has at most six rows (four on a page up to 100 mm wide) and takes at most 5 % of the frame.
[[nodiscard]] double legend_strip_mm(const Inputs&, const std::vector<LegendRow>&, const Rect& frame);

/// The rows without the least important one. Rows must not be empty.
[[nodiscard]] std::vector<LegendRow> without_least_important(std::vector<LegendRow>);

} // namespace render
