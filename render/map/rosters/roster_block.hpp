#pragma once

#include "render/map/drawing/roster.hpp"
#include "render/map/scene.hpp"

#include <optional>
#include <string>
#include <vector>

namespace render {

/// The typeset content of a roster, in mm from its top left corner.
struct RosterBlock {
    struct Line {
        std::string words;
        TypesetLine text;
        Point at;                       ///< baseline start
        Rect box;                       ///< of text and symbol
        std::optional<std::size_t> row; ///< index into Roster::rows; empty for the head and for the line that counts
        Point symbol{};                 ///< centre of the symbol
        SymbolStyle style{};
    };
    std::vector<Line> lines;
    double w_mm = 0, h_mm = 0;
    double join_y_mm = 0; ///< where a line from the place meets the side of the box
};

/// The size of the rows of a list.
[[nodiscard]] double list_row_mm(const Theme&, double least_type_mm);

/// Sets a roster that names its first `named` assets and counts the others.
[[nodiscard]] RosterBlock set_roster(const Inputs&, const Roster&, Roster::Form, std::size_t named, bool mirrored);

} // namespace render
