#pragma once

#include "render/map/camera.hpp"
#include "render/map/drawing/map_drawing.hpp"
#include "render/map/side_column.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

/// How a page is divided between the map and the furniture above and below it.
namespace render {

struct PageLayout {
    double width_mm, height_mm;
    Rect frame;
    std::optional<Rect> legend_strip{}; ///< above the frame; without strip and column the legend is a panel in a corner
    std::optional<Rect> time_strip{};   ///< of the timeline, below the frame and the column
    std::optional<SideColumn> column{}; ///< beside the frame: legend, lists and notes; a titled one stands on the left
    [[nodiscard]] friend bool operator==(const PageLayout&, const PageLayout&) = default;
};

/// Gives header and footer the height they need and the map the rest. On a page of fixed height, legend, lists and
/// notes stand in a column of 26 to 30 % of its width where that gives the map a larger scale, and so do title and date
/// where the column has room for them. The type of a column with little to say is up to 1.4 times as large. Throws
/// FigureError when the map has no room. `without_room`: ids of assets and zones that the map is known not to name, so
/// that the footer names the assets and the legend the zones.
[[nodiscard]] PageLayout settle_page(const Inputs&, const Camera&, const std::set<std::string>& without_room = {});

/// How far a thinned line may deviate: max(0.1 mm, 0.7 device pixel).
[[nodiscard]] double tolerance_mm(const Figure&);

} // namespace render
