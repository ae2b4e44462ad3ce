#include "render/map/drawing/shapes.hpp"
#include "render/map/layers/draw_layers.hpp"
#include "render/map/layers/marks/free_spot.hpp"
#include "render/picture/outlines.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace render {
namespace {

constexpr double event_radius_mm = 1.75;

/// A placed mark.
struct Mark {
    std::size_t event; ///< index into Scenario::events
    Point position, at;
    [[nodiscard]] bool moved_away() const { return std::hypot(at.x - position.x, at.y - position.y) > 0.1; }
};

Rect box_of_mark(Point at, double r) {
    return {at.x - r, at.y - r, 2 * r, 2 * r};
}

} // namespace

void draw_events(MapDrawing& drawing) {
    const Theme& theme = drawing.theme();
    std::vector<Mark> marks;
    std::vector<Rect> boxes;
    for (const std::size_t index : drawing.in.snapshot.events) {
        const assets::Event& event = drawing.in.scenario.events[index];
        const auto position = event.position ? drawing.view.to_page(*event.position) : std::nullopt;
        if (!position || !contains(drawing.view.frame_mm, *position)) continue;
        const auto at =
            free_spot(drawing, boxes, *position, 2 * event_radius_mm, 2 * event_radius_mm, theme.symbol_halo_mm + 0.3);
        if (at) {
            marks.push_back({index, *position, *at});
            boxes.push_back(box_of_mark(*at, event_radius_mm));
        } else
            drawing.dropped.push_back({event.id, event.title, "no room for its mark"});
    }
    // All lines are drawn before all marks, so that no line crosses a number.
    for (const Mark& mark : marks) {
        if (!mark.moved_away()) continue;
        const auto anchored = drawing.builder.group({.anchor = mark.position});
        const Point to{mark.at.x - mark.position.x, mark.at.y - mark.position.y};
        drawing.builder.stroke({{{{{0, 0}, to}, false}}, theme.event_mark, theme.leader_mm, {}});
    }
    for (const Mark& mark : marks) {
        const std::string& id = drawing.in.scenario.events[mark.event].id;
        drawing.visible.events.push_back(mark.event);
        const std::size_t number = drawing.visible.events.size();
        {
            const auto anchored = drawing.builder.group({.anchor = mark.at, .tag = {"events", "event", id}});
            drawing.builder.fill({disc(event_radius_mm + theme.symbol_halo_mm)}, theme.halo);
            drawing.builder.fill({disc(event_radius_mm)}, theme.event_mark);
            const TypesetLine text = drawing.in.typesetter.set(
                fmt::format("{}", number), {.size_mm = 2.2, .weight = 600, .colour = theme.event_text});
            drawing.builder.text(placed(text, {-text.width_mm / 2, -text.ink.y - text.ink.h / 2}));
        }
        const Rect box = box_of_mark(mark.at, event_radius_mm + theme.symbol_halo_mm);
        Marker marker{id, "events", mark.at, box, std::nullopt, number - 1};
        if (mark.moved_away()) marker.true_position = mark.position;
        drawing.markers.push_back(std::move(marker));
    }
}

} // namespace render
