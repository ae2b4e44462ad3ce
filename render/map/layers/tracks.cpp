#include "assets/timeline/deciding_fix.hpp"
#include "geo/earth/geodesic.hpp"
#include "render/map/drawing/asset_filter.hpp"
#include "render/map/drawing/shapes.hpp"
#include "render/map/layers/crowd.hpp"
#include "render/map/layers/draw_layers.hpp"
#include "render/map/layers/targets/targets.hpp"
#include "render/map/layers/voyages/voyages.hpp"
#include "render/map/style/live_marks.hpp"
#include "render/picture/colour.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace render {
namespace {

constexpr double min_leg_mm = 0.5; ///< a shorter leg or trail would lie under its symbol

double total_length(const std::vector<Outline>& lines) {
    double mm = 0;
    for (const Outline& line : lines)
        for (std::size_t i = 1; i < line.points.size(); ++i)
            mm += std::hypot(line.points[i].x - line.points[i - 1].x, line.points[i].y - line.points[i - 1].y);
    return mm;
}

/// The part of a trail's line between two instants, both included.
std::vector<assets::TrailPoint> part_of(const std::vector<assets::TrailPoint>& line, assets::Instant from,
                                        assets::Instant to) {
    std::vector<assets::TrailPoint> part;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const assets::TrailPoint &a = line[i - 1], &b = line[i];
        // A piece without duration belongs to the part that begins at its time.
        if (a.time >= to || b.time < from || (b.time == from && a.time < from)) continue;
        const auto at = [&](assets::Instant t) -> assets::TrailPoint {
            const double share =
                static_cast<double>((t - a.time).count()) / static_cast<double>((b.time - a.time).count());
            return {geo::between(a.at, b.at, share), t};
        };
        if (part.empty()) part.push_back(a.time < from ? at(from) : a);
        part.push_back(b.time > to ? at(to) : b);
    }
    return part;
}

void add_to_page(const View& view, const std::vector<assets::TrailPoint>& points, std::vector<Outline>& lines) {
    constexpr double step_m = 20'000.0;
    geo::Polyline line;
    for (std::size_t i = 1; i < points.size(); ++i) {
        geo::Polyline piece = geo::geodesic_polyline(points[i - 1].at, points[i].at, step_m);
        // Longitudes must be continuous along a line, so each piece begins at the longitude where the one before ended.
        const double turns = line.empty() ? 0.0 : std::round((line.back().lon - piece.front().lon) / 360.0) * 360.0;
        for (std::size_t k = line.empty() ? 0 : 1; k < piece.size(); ++k)
            line.push_back({piece[k].lon + turns, piece[k].lat});
    }
    if (line.empty()) return;
    auto pieces = page_lines(view, line);
    lines.insert(lines.end(), std::make_move_iterator(pieces.begin()), std::make_move_iterator(pieces.end()));
}

std::vector<Outline> trail_on_page(const View& view, const assets::Trail& trail, assets::Instant from,
                                   assets::Instant to) {
    std::vector<Outline> lines;
    for (const auto& line : trail.lines)
        add_to_page(view, part_of(line, from, to), lines);
    return lines;
}

/// A cheap test, on the points alone, that rules out most trails too short or too far away to be seen.
bool cannot_be_seen(const View& view, const assets::Trail& trail) {
    constexpr double max_step_mm = 20.0; // a longer step may bend, or lead around the Earth
    double mm = 0;
    bool near = false;
    for (const auto& line : trail.lines) {
        std::optional<Point> last;
        for (const assets::TrailPoint& point : line) {
            const auto at = view.to_page(point.at);
            if (!at) return false;
            const double step = last ? std::hypot(at->x - last->x, at->y - last->y) : 0.0;
            if (step > max_step_mm) return false;
            mm += step;
            near = near || contains(grown(view.frame_mm, max_step_mm), *at);
            last = at;
        }
    }
    return mm < min_leg_mm || !near;
}

bool is_marked(const MapDrawing& drawing, const assets::Trail& trail) {
    return drawing.in.figure.marked.contains(drawing.in.scenario.assets[trail.asset].id);
}

struct DrawnTrail {
    const assets::Trail* trail;
    std::vector<Outline> lines;
};

void draw_trail(MapDrawing& drawing, const DrawnTrail& drawn, bool one_of_many) {
    const assets::Asset& asset = drawing.in.scenario.assets[drawn.trail->asset];
    const auto tagged = drawing.builder.group({.tag = {"tracks", "asset", asset.id}});
    const double width =
        drawing.theme().track_mm * (is_marked(drawing, *drawn.trail) ? marked_trail_width : trail_width);
    if (!one_of_many)
        drawing.builder.stroke(
            {drawn.lines, faded(drawing.theme().halo, 0.6), width * 2.4, {}, Cap::Butt, Join::Round});
    // Very many trails are drawn without halos, which would hide the sea, and in fewer pieces, because a software
    // OpenGL takes long for each piece.
    const std::size_t step = one_of_many ? 2 : 1;
    // The parts are equal in time, not in length, so that an asset that lies still has no long faint tail.
    const auto duration_of_steps = [&](std::size_t steps) {
        return drawn.trail->length * static_cast<std::int64_t>(steps) /
               static_cast<std::int64_t>(trail_opacities.size());
    };
    const assets::Instant begin = assets::earlier_by(drawing.in.snapshot.at, drawn.trail->length);
    for (std::size_t i = 0; i < trail_opacities.size(); i += step) {
        const bool oldest = i == 0, newest = i + step >= trail_opacities.size();
        auto lines = trail_on_page(
            drawing.view, *drawn.trail, oldest ? assets::Instant::min() : assets::later_by(begin, duration_of_steps(i)),
            newest ? assets::Instant::max() : assets::later_by(begin, duration_of_steps(i + step)));
        if (lines.empty()) continue;
        const double strength = (trail_opacities[i] + trail_opacities[i + step - 1]) / 2;
        drawing.builder.stroke({std::move(lines),
                                faded(drawing.theme().country_colour(asset.country), strength),
                                width,
                                {},
                                Cap::Butt,
                                Join::Round});
    }
}

void draw_trails(MapDrawing& drawing, const AssetFilter& filter) {
    std::vector<DrawnTrail> all;
    for (const assets::Trail& trail : drawing.in.snapshot.trails) {
        const assets::Asset& asset = drawing.in.scenario.assets[trail.asset];
        if (!filter.allows(asset.id) || cannot_be_seen(drawing.view, trail)) continue;
        if (target_of(drawing.in, trail.asset) != nullptr) {
            draw_past_dots(drawing, trail);
            continue;
        }
        auto lines = trail_on_page(drawing.view, trail, assets::Instant::min(), assets::Instant::max());
        if (total_length(lines) < min_leg_mm || !touches(lines, drawing.view.frame_mm)) continue;
        all.push_back({&trail, std::move(lines)});
        drawing.visible.trails = std::max(drawing.visible.trails.value_or(trail.length), trail.length);
    }
    for (const DrawnTrail& trail : all)
        draw_trail(drawing, trail, all.size() > crowd_limit && !is_marked(drawing, *trail.trail));
}

} // namespace

void draw_tracks(MapDrawing& drawing) {
    constexpr double step_m = 20'000.0;
    if (drawing.in.figure.period) return draw_voyages(drawing);
    const AssetFilter filter{drawing.in.figure};
    draw_trails(drawing, filter);
    for (const assets::Leg& leg : drawing.in.snapshot.legs) {
        const assets::Asset& asset = drawing.in.scenario.assets[leg.asset];
        if (!filter.allows(asset.id)) continue;
        auto lines = page_lines(drawing.view, leg.polyline(step_m));
        if (!touches(lines, drawing.view.frame_mm) || total_length(lines) < min_leg_mm) continue;
        const auto tagged = drawing.builder.group({.tag = {"tracks", "asset", asset.id}});
        const double width = drawing.theme().track_mm;
        // A leg is worked out between two fixes, so it is dashed from end to end, also in the part that is still ahead.
        for (const Outline& line : lines)
            drawing.lines.push_back(line.points);
        drawing.builder.stroke({lines, faded(drawing.theme().halo, 0.8), width * 2.2, {}, Cap::Butt, Join::Round});
        drawing.builder.stroke({std::move(lines),
                                drawing.theme().country_colour(asset.country),
                                width,
                                {3.2 * width, 2.0 * width},
                                Cap::Butt,
                                Join::Round});
        drawing.visible.legs = true;
    }
}

} // namespace render
