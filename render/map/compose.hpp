#pragma once

#include "render/map/drawing/map_drawing.hpp"
#include "render/map/page_layout.hpp"

#include <vector>

/// Composes a map from values, without reading files or keeping state. The ground (layers that depend on the view
/// only), the overlay (layers that also depend on time) and the furniture (what explains the map) are composed apart
/// and stacked by compose(). Names belong to the overlay, but are placed after the furniture inside the frame.
/// Composer supplies the inputs and keeps the grounds of recent views.
namespace render {

struct Composition {
    Picture picture;
    Layout layout;
    Visible visible;
    std::vector<CallRow> calls{}; ///< of a map of a period
};

/// The drawn ground of one view.
struct GroundDrawing {
    std::vector<Command> sea, land;         ///< below and above the tints at sea
    std::vector<std::vector<Point>> coasts; ///< a label that crosses one pays a small cost
    std::vector<DroppedLabel> dropped;
    Visible visible; ///< only what the ground decides
};

/// The ground or the overlay of a window's map, without furniture and frame. The window stacks the ground's
/// `below_land`, the overlay's `below_land`, the ground's `above_land` (which holds the land) and the overlay's
/// `above_land`.
struct MapHalf {
    Picture below_land, above_land;
    Layout layout;
};

[[nodiscard]] GroundDrawing compose_ground(const Inputs&, const PageLayout&, const View&, const PageLand&,
                                           const GroundSource&);
[[nodiscard]] MapHalf ground_half(const Inputs&, const PageLayout&, const View&, const GroundDrawing&);
[[nodiscard]] MapHalf compose_overlay(const Inputs&, const PageLayout&, const View&, const PageLand&);
/// The whole figure, on a ground that compose_ground() has drawn.
[[nodiscard]] Composition compose(const Inputs&, const PageLayout&, const View&, const PageLand&, const GroundDrawing&);

} // namespace render
