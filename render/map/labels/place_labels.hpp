#pragma once

#include "render/map/scene.hpp"

#include <vector>

namespace render {

/// What labels must keep clear of, page mm.
struct Obstacles {
    std::vector<Rect> boxes;               ///< symbols, corner furniture: never touched
    std::vector<std::vector<Point>> lines; ///< tracks, zone outlines, coasts: crossed only when there is nothing better
    std::vector<std::vector<Point>> soft;  ///< coast lines: a small cost
    std::vector<Rect> dots{}; ///< of a crowd: not touched by what stands beside a symbol, a cost to names of seas and
                              ///< to labels that must always be there; leaders cross them
};

struct LabelResult {
    std::vector<PlacedLabel> placed;
    std::vector<DroppedLabel> dropped;
};

/// Gives every label a place inside `frame` so that none touches another, a symbol or furniture, in order of rank.
/// Same input, same result. A label without a place is dropped and reported, never drawn over something;
/// only one that must always be there is then drawn where it covers least.
[[nodiscard]] LabelResult place_labels(std::vector<LabelRequest>, const Obstacles&, const Rect& frame, const Theme&,
                                       const Typesetter&);

} // namespace render
