#pragma once

#include "render/map/camera.hpp"
#include "render/map/compose.hpp"

#include <functional>
#include <span>
#include <vector>

namespace render {

/// A picture of several maps with one frame and one scale, each headed by its date, with one title, legend and credit.
struct Panels {
    /// The whole picture. Its layout has the items of all maps at their places on the page; `visible` is what any map
    /// shows.
    Composition page;
    std::vector<Composition> maps; ///< in the order of the snapshots, each on a page of its own
};

/// Composes one of the maps, edge to edge.
using ComposeMap = std::function<Composition(const assets::Snapshot&, const Figure&)>;

/// Lays the maps of the snapshots out in a grid. `in` describes the whole page; its snapshot is the last one. With a
/// comparison, the footer says what became of the assets. The legend stands in the empty cells of the grid where it has
/// room there, else above the maps. Throws FigureError when the page has no room for so many maps, and for numbered
/// events, whose numbers would differ from map to map.
[[nodiscard]] Panels compose_panels(const Inputs& in, std::span<const assets::Snapshot> snapshots, const Camera&,
                                    const ComposeMap&);

} // namespace render
