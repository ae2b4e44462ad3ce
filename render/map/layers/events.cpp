#include "render/map/ground/shapes.hpp"
#include "render/map/layers/layers.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

namespace render {
namespace {

constexpr double radius_mm = 1.75;

/// Beside its place when a symbol stands there: the first free spot on rings around it.
std::optional<Point> free_spot(const Sheet& sheet, Point wanted) {
    const auto free = [&](Point at) {
        const Rect box{at.x - radius_mm, at.y - radius_mm, 2 * radius_mm, 2 * radius_mm};
        if (!contains(grown(sheet.view.frame_mm, -0.5), box)) return false;
        return std::none_of(sheet.markers.begin(), sheet.markers.end(),
                            [&](const Marker& marker) { return overlap(grown(marker.box, 0.3), box); });
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

} // namespace

void draw_events(Sheet& sheet) {
    if (!sheet.shows("events")) return;
    const auto group = sheet.layer("events");
    const Theme& theme = sheet.theme();
    for (const std::size_t index : sheet.in.snapshot.events) {
        const assets::Event& event = sheet.in.scenario.events[index];
        const auto position = event.position ? sheet.view.to_page(*event.position) : std::nullopt;
        if (!position || !contains(sheet.view.frame_mm, *position)) continue;
        const auto at = free_spot(sheet, *position);
        if (!at) {
            sheet.dropped.push_back({event.id, event.title, "no room for its mark"});
            continue;
        }
        sheet.visible.events.push_back(index);
        const std::size_t number = sheet.visible.events.size();
        const bool moved_away = std::hypot(at->x - position->x, at->y - position->y) > 0.1;
        if (moved_away) {
            const auto anchored = sheet.builder.group({.anchor = *position});
            sheet.builder.stroke({{{{{0, 0}, {at->x - position->x, at->y - position->y}}, false}},
                                  theme.event_mark,
                                  theme.leader_mm,
                                  {}});
        }
        {
            const auto anchored = sheet.builder.group({.anchor = *at, .tag = {"events", "event", event.id}});
            sheet.builder.fill({disc(radius_mm + theme.symbol_halo_mm)}, theme.halo);
            sheet.builder.fill({disc(radius_mm)}, theme.event_mark);
            const SetText text = sheet.in.typesetter.set(fmt::format("{}", number),
                                                         {.size_mm = 2.2, .weight = 600, .colour = theme.event_text});
            sheet.builder.text(placed(text, {-text.width_mm / 2, -text.ink.y - text.ink.h / 2}));
        }
        const double r = radius_mm + theme.symbol_halo_mm;
        Marker marker{event.id, "events", *at, {at->x - r, at->y - r, 2 * r, 2 * r}, std::nullopt, number - 1};
        if (moved_away) marker.true_position = *position;
        sheet.markers.push_back(std::move(marker));
    }
}

} // namespace render
