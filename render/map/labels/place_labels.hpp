#pragma once

#include "render/map/scene.hpp"

#include <functional>
#include <vector>

namespace render {

/// What labels keep clear of, page mm.
struct Obstacles {
    std::vector<Rect> boxes;                ///< symbols and corner furniture: never touched
    std::vector<std::vector<Point>> lines;  ///< legs and zone outlines: crossed only if there is nothing better
    std::vector<std::vector<Point>> coasts; ///< crossed at a small cost
    /// Dots of a crowd. Centred labels and labels that are never dropped may cover them at a cost, other labels may
    /// not; leaders cross them freely.
    std::vector<Rect> dots{};
    /// Whether a box reaches beyond the Earth's edge, where no text may stand; empty on maps that show no edge.
    std::function<bool(const Rect&)> off_earth{};
    /// Whether a text lies on land that is foreign to its symbol. Texts beside a symbol may not if they are over 3.5 mm
    /// from it. Empty: land is not considered.
    std::function<bool(const Rect& text, const Rect& symbol)> on_foreign_land{};
};

struct LabelResult {
    std::vector<PlacedLabel> placed;
    std::vector<DroppedLabel> dropped;
};

/// Places the labels inside `frame` in order of rank, so that none touches another label, a symbol or furniture. The
/// result depends only on the input. Of requests of one id that follow each other, the first that finds room is placed:
/// the others are shorter forms of the same name. A label without a free place is listed in `dropped`; one with
/// `never_drop` is placed where it covers the fewest other labels.
[[nodiscard]] LabelResult place_labels(std::vector<LabelRequest>, const Obstacles&, const Rect& frame, const Theme&,
                                       const Typesetter&);

} // namespace render
