#include "render/map/layers/marks/free_spot.hpp"

#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace render {

std::optional<Point> free_spot(const MapDrawing& drawing, const std::vector<Rect>& earlier, Point wanted,
                               double width_mm, double height_mm, double apart_mm) {
    const auto free = [&](Point at) {
        const Rect box{at.x - width_mm / 2, at.y - height_mm / 2, width_mm, height_mm};
        if (!contains(grown(drawing.view.frame_mm, -0.5), box)) return false;
        return std::none_of(drawing.markers.begin(), drawing.markers.end(),
                            [&](const Marker& marker) { return overlap(grown(marker.box, 0.3), box); }) &&
               std::none_of(drawing.dots.begin(), drawing.dots.end(),
                            [&](const Rect& dot) { return overlap(dot, box); }) &&
               std::none_of(earlier.begin(), earlier.end(),
                            [&](const Rect& mark) { return overlap(grown(mark, apart_mm), box); });
    };
    if (free(wanted)) return wanted;
    for (double ring = 3.0; ring < 24.0; ring += 2.0) {
        for (int i = 0; i < 16; ++i) {
            const double angle = std::numbers::pi * (i / 8.0 - 0.25);
            const Point at{wanted.x + ring * std::cos(angle), wanted.y + ring * std::sin(angle)};
            if (free(at)) return at;
        }
    }
    return std::nullopt;
}

} // namespace render
