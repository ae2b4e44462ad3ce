#include "render/map/panels/panel_grid.hpp"

#include <algorithm>
#include <cmath>

namespace render {

PanelGrid grid_of(std::size_t count, std::size_t columns, const GridRoom& room, double shape) {
    const std::size_t rows = (count + columns - 1) / columns;
    const auto across = static_cast<double>(columns), down = static_cast<double>(rows);
    const double width = (room.width_mm - (across - 1) * room.gutter_mm) / across;
    const double height =
        room.height_mm ? (*room.height_mm - (down - 1) * room.gutter_mm) / down - room.heading_mm : width / shape;
    PanelGrid grid;
    grid.columns = columns;
    const auto cell = [&](std::size_t i) {
        return Point{room.x + static_cast<double>(i % columns) * (width + room.gutter_mm),
                     room.y + static_cast<double>(i / columns) * (room.heading_mm + height + room.gutter_mm)};
    };
    for (std::size_t i = 0; i < count; ++i)
        grid.frames.push_back({cell(i).x, cell(i).y + room.heading_mm, width, height});
    grid.bottom_mm = grid.frames.back().bottom();
    if (count < rows * columns) {
        const Point first = cell(count);
        grid.spare = Rect{first.x, first.y, room.x + room.width_mm - first.x, room.heading_mm + height};
    }
    return grid;
}

std::size_t columns_for(std::size_t count, double width_mm, double gutter_mm) {
    constexpr double narrow_mm = 120, usual_mm = 55, least_mm = 38;
    constexpr std::size_t few = 3;
    const double wanted = width_mm <= narrow_mm && count > few ? least_mm : usual_mm;
    const double fitting = std::floor((width_mm + gutter_mm) / (wanted + gutter_mm));
    const std::size_t most = std::clamp<std::size_t>(static_cast<std::size_t>(std::max(1.0, fitting)), 1, count);
    const std::size_t rows = (count + most - 1) / most;
    return (count + rows - 1) / rows; // no more than these rows need, so that the last one is full where it can be
}

double fitted_width_mm(const Rect& frame, double shape) {
    return std::min(frame.w, frame.h * shape);
}

} // namespace render
