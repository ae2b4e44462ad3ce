#pragma once

#include "render/map/scene.hpp"

#include <string>
#include <vector>

namespace render {

/// One line of the legend: a sample, and what it means.
struct LegendRow {
    std::string id;              ///< country:CA, type:frigate, how:held, zone:dmz-agreed, event:ID
    std::vector<Command> sample; ///< about 0,0 (its centre), no wider than sample_mm
    double opacity = 1;
    std::string text;
    bool heading = false;     ///< bold, without a sample
    bool new_section = false; ///< a little room above it
    int priority = 5;         ///< 1 stays longest when there is no room
};

/// What the map shows and nothing else: colours and symbols, how each is known, zones, numbered events. Zones too small
/// to be made out at `m_per_mm` (of View) have no row.
[[nodiscard]] std::vector<LegendRow> legend_rows(const Inputs&, const Visible&, double m_per_mm);

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
