#include "render/map/layers/changes/changes.hpp"

#include "geo/earth/geodesic.hpp"
#include "render/map/drawing/asset_filter.hpp"
#include "render/map/drawing/shapes.hpp"
#include "render/map/style/change_look.hpp"
#include "render/map/words/wording.hpp"
#include "render/picture/colour.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace render {
namespace {

using assets::AssetChange;
using assets::ChangeKind;
using assets::State;

/// The symbol of an asset on the map, or the list that has its row.
struct Drawn {
    Point at;
    Rect box;
    bool in_list = false;
    bool wide = false; ///< somewhere in an area
};

std::optional<Drawn> drawn_asset(const MapDrawing& drawing, assets::AssetIndex asset) {
    const auto& states = drawing.in.snapshot.states;
    for (const DrawnAsset& d : drawing.drawn) {
        if (states[d.state].asset != asset) continue;
        // A symbol that stands beside its position is joined to it; the arrow ends at the position.
        const bool moved_off = !d.stand_in && std::hypot(d.at.x - d.position.x, d.at.y - d.position.y) > 0.1;
        constexpr double dot_mm = 0.8;
        if (moved_off) return Drawn{d.position, {d.position.x - dot_mm, d.position.y - dot_mm, 2 * dot_mm, 2 * dot_mm}};
        return Drawn{d.at, d.box(), false, d.stand_in};
    }
    for (const Roster& roster : drawing.rosters)
        for (const RosterRow& row : roster.rows)
            if (states[row.asset.state].asset == asset)
                return Drawn{row.asset.position,
                             {row.asset.position.x - 0.8, row.asset.position.y - 0.8, 1.6, 1.6},
                             true,
                             row.asset.stand_in};
    return std::nullopt;
}

/// The part of the way from `a` to `b` that is outside a box around `b`.
Point edge_of(const Rect& box, Point a, Point b) {
    double leave = 0; // the least share of the way back from b to a at which it leaves the box
    const auto side = [&](double from, double to, double low, double high) {
        if (to == from) return 1.0;
        return std::max((low - from) / (to - from), (high - from) / (to - from));
    };
    leave = std::min(side(b.x, a.x, box.x, box.right()), side(b.y, a.y, box.y, box.bottom()));
    leave = std::clamp(leave, 0.0, 1.0);
    return {b.x + leave * (a.x - b.x), b.y + leave * (a.y - b.y)};
}

/// The line of an arrow on the page: straight, or along the geodesic where a straight one would lead the wrong way
/// around the Earth.
std::vector<Outline> line_between(const View& view, geo::LonLat from, geo::LonLat to, Point a, Point b) {
    constexpr double step_m = 50'000, most_bend = 0.3;
    const geo::GeodesicLine line = geo::geodesic(from, to);
    const auto middle = view.to_page(geo::point_along(from, line.azimuth_start_deg, line.distance_m / 2));
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    const Point straight{(a.x + b.x) / 2, (a.y + b.y) / 2};
    if (middle && std::hypot(middle->x - straight.x, middle->y - straight.y) <= most_bend * length)
        return {{{a, b}, false}};
    return page_lines(view, geo::geodesic_polyline(from, to, step_m));
}

void draw_arrow(MapDrawing& drawing, Colour colour, std::vector<Outline> lines, bool dashed) {
    const Colour halo = faded(drawing.theme().halo, 0.85);
    for (const Outline& line : lines)
        drawing.lines.push_back(line.points);
    const Outline& last = lines.back();
    const Point tip = last.points.back(), before = last.points[last.points.size() - 2];
    const Outline head = change_arrowhead(before, tip);
    // The line ends inside the head, whose tip it would else blunt.
    const double d = std::max(1e-9, std::hypot(tip.x - before.x, tip.y - before.y));
    const double back = std::min(d, change_head_mm * 0.6);
    lines.back().points.back() = {tip.x - back * (tip.x - before.x) / d, tip.y - back * (tip.y - before.y) / d};
    drawing.builder.stroke({lines, halo, change_line_mm + 0.7, {}, Cap::Butt, Join::Round});
    drawing.builder.stroke({{head}, halo, 0.7, {}, Cap::Butt, Join::Round});
    std::vector<double> dashes;
    if (dashed) dashes = {change_dash_mm, change_space_mm};
    drawing.builder.stroke({std::move(lines), colour, change_line_mm, dashes, Cap::Butt, Join::Round});
    drawing.builder.fill({head}, colour);
}

/// The earlier position of an asset, as a ring.
void draw_ring(MapDrawing& drawing, Point at, Colour colour) {
    const auto anchored = drawing.builder.group({.anchor = at});
    drawing.builder.append(change_ring(colour, drawing.theme().halo));
    const double r = change_ring_mm + 0.4;
    drawing.dots.push_back({at.x - r, at.y - r, 2 * r, 2 * r});
}

void draw_mark(MapDrawing& drawing, ChangeMark mark, Point at, Colour colour) {
    const auto anchored = drawing.builder.group({.anchor = at});
    drawing.builder.append(change_mark(mark, colour, drawing.theme().halo, drawing.in.typesetter));
    const double r = change_mark_mm + 0.2;
    drawing.dots.push_back({at.x - r, at.y - r, 2 * r, 2 * r});
    drawing.visible.changes.insert(mark);
}

/// A mark at the upper right of a symbol.
void draw_mark_beside(MapDrawing& drawing, ChangeMark mark, const Drawn& drawn, Colour colour) {
    if (drawn.in_list) return;
    draw_mark(drawing, mark, {drawn.box.right() + 0.4 * change_mark_mm, drawn.box.y}, colour);
}

/// Requests the name of an asset that is no longer on the map, for its earlier position.
void request_name(MapDrawing& drawing, const assets::Asset& asset, Point at, std::string_view key) {
    if (!drawing.shows(names_layer)) return;
    const Theme& theme = drawing.theme();
    const Halo halo{faded(theme.halo, 0.9), theme.text_halo_mm};
    LabelRequest request{.id = asset.id, .layer = "changes", .lines = {asset_name(drawing.in, asset)}};
    request.lines.push_back(drawing.in.words(key));
    request.lang = drawing.in.words.line_language();
    request.style = {.size_mm = theme.asset_label_mm, .weight = 600, .colour = theme.text_muted, .halo = halo};
    request.second_style = {.size_mm = theme.small_mm, .weight = 400, .colour = theme.text_muted, .halo = halo};
    request.at = at;
    const double r = change_mark_mm;
    request.symbol_box = {at.x - r, at.y - r, 2 * r, 2 * r};
    request.rank = std::clamp(asset.rank, 1, 4);
    request.allow_leader = true;
    drawing.labels.push_back(std::move(request));
}

/// The asset is not on the map any more: its earlier position has a mark and its name.
void draw_gone(MapDrawing& drawing, const assets::Asset& asset, const State& before, ChangeMark mark, Colour colour) {
    if (!before.where) return;
    const auto at = drawing.view.to_page(*before.where);
    if (!at || !contains(drawing.view.frame_mm, *at)) return;
    draw_mark(drawing, mark, *at, colour);
    request_name(drawing, asset, *at, mark == ChangeMark::Left ? "changes.left" : "changes.no_news");
}

void draw_move(MapDrawing& drawing, const State& before, const State& after, const Drawn& drawn, Colour colour) {
    constexpr double least_mm = 2.5; // a shorter arrow would be all head
    const auto start = drawing.view.to_page(*before.where);
    if (!start) return;
    const bool dashed = before.point != assets::PointIs::Position || drawn.wide;
    std::vector<Outline> lines = line_between(drawing.view, *before.where, *after.where, *start, drawn.at);
    if (lines.empty() || lines.back().points.size() < 2) return;
    if (lines.size() == 1 && lines.front().points.size() == 2) {
        const double length = std::hypot(drawn.at.x - start->x, drawn.at.y - start->y);
        const Point end = edge_of(grown(drawn.box, 0.5), *start, drawn.at);
        if (std::hypot(end.x - start->x, end.y - start->y) < least_mm + change_ring_mm) return;
        const double off = change_ring_mm / length;
        lines.front().points = {{start->x + off * (drawn.at.x - start->x), start->y + off * (drawn.at.y - start->y)},
                                end};
    }
    if (!touches(lines, drawing.view.frame_mm)) return;
    draw_arrow(drawing, colour, std::move(lines), dashed);
    draw_ring(drawing, *start, colour);
    drawing.visible.changes.insert(ChangeMark::Arrow);
    if (dashed) drawing.visible.changes.insert(ChangeMark::DashedArrow);
}

void draw_change(MapDrawing& drawing, const AssetChange& change) {
    const assets::Asset& asset = drawing.in.scenario.assets[change.asset];
    const State &before = drawing.in.comparison->before.states[change.asset],
                &after = drawing.in.snapshot.states[change.asset];
    if (before.carrier != assets::no_index || after.carrier != assets::no_index) return; // its carrier has the arrow
    const Colour colour = drawing.theme().country_colour(asset.country);
    const std::optional<Drawn> drawn = drawn_asset(drawing, change.asset);
    const auto tagged = drawing.builder.group({.tag = {"changes", "asset", asset.id}});
    switch (change.kind) {
    case ChangeKind::Moved:
        if (drawn && before.where && after.where) draw_move(drawing, before, after, *drawn, colour);
        return;
    case ChangeKind::Arrived:
        if (drawn) draw_mark_beside(drawing, ChangeMark::Arrived, *drawn, colour);
        return;
    case ChangeKind::Left:
        return draw_gone(drawing, asset, before, ChangeMark::Left, colour);
    case ChangeKind::NoNews:
        if (drawn) return draw_mark_beside(drawing, ChangeMark::NoNews, *drawn, colour);
        if (!after.where) draw_gone(drawing, asset, before, ChangeMark::NoNews, colour);
        return;
    case ChangeKind::Same:
        return;
    }
}

} // namespace

void draw_changes(MapDrawing& drawing) {
    if (drawing.in.comparison == nullptr) return;
    const AssetFilter filter{drawing.in.figure};
    for (const AssetChange& change : drawing.in.comparison->changes)
        if (filter.allows(drawing.in.scenario.assets[change.asset].id)) draw_change(drawing, change);
}

void record_expected_changes(Visible& visible, const Inputs& in) {
    if (in.comparison == nullptr || !in.shows("changes")) return;
    for (const AssetChange& change : in.comparison->changes) {
        if (change.kind == ChangeKind::Moved && change.distance_m) {
            visible.changes.insert(ChangeMark::Arrow);
            const auto is_wide = [&](const assets::Snapshot& snapshot) {
                return snapshot.states[change.asset].point == assets::PointIs::StandIn;
            };
            if (is_wide(in.comparison->before) || is_wide(in.snapshot)) visible.changes.insert(ChangeMark::DashedArrow);
        }
        if (change.kind == ChangeKind::Arrived) visible.changes.insert(ChangeMark::Arrived);
        if (change.kind == ChangeKind::Left) visible.changes.insert(ChangeMark::Left);
        if (change.kind == ChangeKind::NoNews) visible.changes.insert(ChangeMark::NoNews);
    }
}

} // namespace render
