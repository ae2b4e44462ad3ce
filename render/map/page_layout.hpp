#pragma once

#include "render/map/camera.hpp"
#include "render/map/drawing/map_drawing.hpp"

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
    std::optional<Rect> column{};       ///< beside the frame: legend, lists and notes
    [[nodiscard]] friend bool operator==(const PageLayout&, const PageLayout&) = default;
};

/// Gives header and footer the height they need and the map the rest. On a page of fixed height, legend, lists and
/// notes stand in a column of 26 to 30 % of its width where that gives the map a larger scale. Throws FigureError when
/// the map has no room. `without_room`: ids of assets that the map is known not to name, so that the footer names them.
[[nodiscard]] PageLayout settle_page(const Inputs&, const Camera&, const std::set<std::string>& without_room = {});

/// How far a thinned line may deviate: max(0.1 mm, 0.7 device pixel).
[[nodiscard]] double tolerance_mm(const Figure&);

/// Ids of the policy features within 300 km of one of the subjects, or 15 % of the frame's width if that is more. A
/// feature with an extent counts from 5 mm on.
[[nodiscard]] std::set<std::string> policy_near(const geo::Policy&, const View&, const std::vector<Point>& subjects);

/// Ids of the policy features in the frame.
[[nodiscard]] std::vector<std::string> policy_in_frame(const geo::Policy&, const View&);

} // namespace render
