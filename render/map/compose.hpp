#pragma once

#include "render/map/drawing/map_drawing.hpp"
#include "render/map/page_layout.hpp"

#include <vector>

/// Composing a map from values: nothing here reads a file or keeps anything. Ground (what changes with the view only),
/// overlay (what changes with time too) and furniture are composed one after another; Composer finds what they need.
namespace render {

struct Composition {
    Picture picture;
    Layout layout;
    Visible visible;
};

/// The ground of a view, drawn.
struct GroundDrawing {
    std::vector<Command> sea, land;         ///< below and above the tints of what lies at sea
    std::vector<std::vector<Point>> coasts; ///< a small cost to labels
    std::vector<DroppedLabel> dropped;
    Visible visible; ///< as far as the ground decides it
};

/// Half of a window's map, without furniture and frame, split at the land: what lies below it and what lies above.
struct MapHalf {
    Picture below_land, above_land;
    Layout layout;
};

[[nodiscard]] GroundDrawing compose_ground(const Inputs&, const PageLayout&, const View&, const PageLand&,
                                           const GroundSource&);
[[nodiscard]] MapHalf ground_half(const Inputs&, const PageLayout&, const View&, const GroundDrawing&);
[[nodiscard]] MapHalf compose_overlay(const Inputs&, const PageLayout&, const View&, const PageLand&);
/// The whole figure on a ground that has been drawn.
[[nodiscard]] Composition compose(const Inputs&, const PageLayout&, const View&, const PageLand&, const GroundDrawing&);

} // namespace render
