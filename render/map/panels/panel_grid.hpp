#pragma once

#include "render/picture/picture.hpp"

#include <cstddef>
#include <optional>
#include <vector>

/// How several maps with one frame stand on a page.
namespace render {

/// The room for the maps and their headings.
struct GridRoom {
    double x, y, width_mm;
    std::optional<double> height_mm; ///< empty: as high as the maps need
    double heading_mm;               ///< above each map
    double gutter_mm;                ///< between maps
};

struct PanelGrid {
    std::size_t columns = 1;
    std::vector<Rect> frames;  ///< of the maps, all of one size, row by row
    std::optional<Rect> spare; ///< the empty cells at the end of the last row
    double bottom_mm = 0;      ///< of the last row
};

/// A grid of `count` maps in so many columns.
[[nodiscard]] PanelGrid grid_of(std::size_t count, std::size_t columns, const GridRoom&, double shape);

/// The number of columns on a page that is as high as the maps need. The maps are at least 55 mm wide, or 38 mm where
/// more than three stand on a narrow page.
[[nodiscard]] std::size_t columns_for(std::size_t count, double width_mm, double gutter_mm);

/// The millimetres of the page for a map's width, when a map of `shape` is fitted into a frame: the scale of the maps.
[[nodiscard]] double fitted_width_mm(const Rect& frame, double shape);

} // namespace render
