#pragma once

#include "render/map/labels/text_block.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace render {

/// A place where a label could stand. `cost` is of the position alone: 0 is the best, 1 a step down.
struct Candidate {
    OrientedBox box;
    double angle_deg = 0;
    Align align = Align::Centre;
    double cost = 0;
    std::optional<std::pair<Point, Point>> leader{}; ///< from the symbol's edge to the text's
};

/// Around a symbol: right, left, above, below, then the corners, then positions slid along the sides.
[[nodiscard]] std::vector<Candidate> beside(const LabelRequest&, const TextBlock&);
/// On its point, then shifted a little along and across the text.
[[nodiscard]] std::vector<Candidate> centred(const LabelRequest&, const TextBlock&);
/// Along the part of the line inside `frame`, turned with it and never upside down, on either side of it.
[[nodiscard]] std::vector<Candidate> along(const LabelRequest&, const TextBlock&, const Rect& frame);
/// Further out, with a leader line, on one ring: `distance_mm` between the symbol and the text.
[[nodiscard]] std::vector<Candidate> pushed_out(const LabelRequest&, const TextBlock&, double distance_mm);

} // namespace render
