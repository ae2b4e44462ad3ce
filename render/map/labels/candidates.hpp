#pragma once

#include "render/map/labels/text_block.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace render {

/// A place where a label could stand. `cost` rates only the position: 0 is the best, 1 is one step worse.
struct Candidate {
    OrientedBox box;
    double angle_deg = 0;
    Align align = Align::Centre;
    double cost = 0;
    std::optional<std::pair<Point, Point>> leader{}; ///< from the symbol's edge to the text's edge
    bool far = false;                                ///< the text is LabelRequest::far_lines
};

/// Candidates around a symbol: on its four sides, slid along the sides, and at its corners; not sorted by cost.
[[nodiscard]] std::vector<Candidate> beside(const LabelRequest&, const TextBlock&);
/// Candidates on the label's point, then shifted a little along and across the text.
[[nodiscard]] std::vector<Candidate> centred(const LabelRequest&, const TextBlock&);
/// Candidates along the part of the line inside `frame`, on either side of it, turned with it and never upside down.
[[nodiscard]] std::vector<Candidate> along(const LabelRequest&, const TextBlock&, const Rect& frame);
/// Candidates farther out, with a leader line, on one ring around the symbol: `distance_mm` between symbol and text.
[[nodiscard]] std::vector<Candidate> pushed_out(const LabelRequest&, const TextBlock&, double distance_mm);

} // namespace render
