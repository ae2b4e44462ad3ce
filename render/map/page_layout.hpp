#pragma once

#include "render/map/camera.hpp"
#include "render/map/drawing/map_drawing.hpp"

#include <string>
#include <vector>

/// How a page is divided between the map and what stands above and below it.
namespace render {

struct PageLayout {
    double width_mm, height_mm;
    Rect frame;
};

/// Throws FigureError when the page leaves no room for the map.
[[nodiscard]] PageLayout settle_page(const Inputs&, const Camera&);

/// max(0.1 mm, 0.7 device pixel): how far a thinned line may be off.
[[nodiscard]] double tolerance_mm(const Figure&);

/// Ids of the features of the policy that the frame shows.
[[nodiscard]] std::vector<std::string> policy_in_frame(const geo::Policy&, const View&);

} // namespace render
