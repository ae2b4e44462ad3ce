#include "render/map/layers/voyages/voyages.hpp"

#include "render/map/drawing/shapes.hpp"
#include "render/map/layers/voyages/stops.hpp"
#include "render/map/style/voyage_look.hpp"
#include "render/map/words/period/voyages.hpp"
#include "render/map/words/words.hpp"
#include "render/picture/colour.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>

#include <fmt/format.h>

namespace render {
namespace {

constexpr double min_length_mm = 0.5; ///< a shorter leg would lie under its marks
constexpr double homeward_mm = 1.2;   ///< by which the way home lies beside the way out
constexpr double taper_mm = 6.0;      ///< of that distance towards both ends of a leg
constexpr double arrow_mm = 2.2, arrow_every_mm = 50, arrow_from_mm = 25;

/// The line with points at most `step_mm` apart.
std::vector<Point> with_points_every(double step_mm, const std::vector<Point>& line) {
    std::vector<Point> points;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const Point a = i == 0 ? line[0] : line[i - 1], b = line[i];
        const int pieces = std::max(1, static_cast<int>(std::ceil(std::hypot(b.x - a.x, b.y - a.y) / step_mm)));
        for (int k = 1; k <= pieces; ++k) {
            const double share = static_cast<double>(k) / pieces;
            points.push_back({a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)});
        }
    }
    return points;
}

/// The line moved to its right by `mm`: less towards its ends, and not at all where that would lead it onto land.
Outline beside(const Outline& line, double mm, const CoverGrid& land) {
    constexpr double step_mm = 1.0;
    const std::vector<Point> points = with_points_every(step_mm, line.points);
    const double whole = length_of({points, false});
    std::vector<Point> rights; // unit vectors
    std::vector<double> moves;
    double along = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point before = points[i == 0 ? 0 : i - 1], after = points[std::min(i + 1, points.size() - 1)];
        along += std::hypot(points[i].x - before.x, points[i].y - before.y);
        const double dx = after.x - before.x, dy = after.y - before.y, d = std::max(1e-9, std::hypot(dx, dy));
        rights.push_back({-dy / d, dx / d});
        double move = mm * std::clamp(std::min(along, whole - along) / taper_mm, 0.0, 1.0);
        for (double tried = move; tried > 0; tried -= mm / 4)
            if (land.covers({points[i].x + tried * rights[i].x, points[i].y + tried * rights[i].y})) move = 0;
        moves.push_back(move);
    }
    Outline moved{{}, false};
    for (std::size_t i = 0; i < points.size(); ++i) {
        double move = moves[i]; // it grows by at most a third of a millimetre from point to point
        for (std::size_t k = 0; k < moves.size(); ++k)
            move = std::min(move, moves[k] + 0.33 * static_cast<double>(i > k ? i - k : k - i));
        moved.points.push_back({points[i].x + move * rights[i].x, points[i].y + move * rights[i].y});
    }
    return moved;
}

/// Arrowheads along a line, pointing the way that it runs.
std::vector<Outline> arrowheads(const Outline& line, double size_mm) {
    const double length = length_of(line);
    if (length < arrow_from_mm) return {};
    const int count = std::max(1, static_cast<int>(length / arrow_every_mm));
    std::vector<Outline> arrows;
    double along = 0;
    for (std::size_t i = 1; i < line.points.size(); ++i) {
        const Point a = line.points[i - 1], b = line.points[i];
        const double step = std::hypot(b.x - a.x, b.y - a.y);
        const double wanted = (static_cast<double>(arrows.size()) + 0.5) * length / count;
        if (step > 0 && along + step >= wanted && arrows.size() < static_cast<std::size_t>(count)) {
            const double ux = (b.x - a.x) / step, uy = (b.y - a.y) / step, share = wanted - along;
            const Point tip{a.x + share * ux + size_mm / 2 * ux, a.y + share * uy + size_mm / 2 * uy};
            const double half = 0.42 * size_mm;
            const Point back{tip.x - size_mm * ux, tip.y - size_mm * uy};
            arrows.push_back(
                {{tip, {back.x - half * uy, back.y + half * ux}, {back.x + half * uy, back.y - half * ux}}, true});
            i = i > 1 ? i - 1 : i; // the piece may hold another one
        } else {
            along += step;
        }
    }
    return arrows;
}

Colour colour_of(const Inputs& in, std::size_t voyage, bool homeward) {
    const auto& voyages = in.snapshot.voyages;
    const std::string& country = in.scenario.assets[voyages[voyage].asset].country;
    return voyage_colour(in.theme, {voyage, voyages.size(), country}, homeward);
}

void draw_leg(MapDrawing& drawing, std::size_t index, const assets::VoyageLeg& leg) {
    constexpr double step_m = 20'000.0;
    const Inputs& in = drawing.in;
    const assets::Voyage& voyage = in.snapshot.voyages[index];
    if (!leg.path) return;
    std::vector<Outline> lines = page_lines(drawing.view, leg.path->polyline(step_m));
    const bool homeward = in.snapshot.voyages.size() == 1 && voyage.is_homeward(leg);
    if (homeward)
        for (Outline& line : lines)
            line = beside(line, homeward_mm, drawing.land.grid);
    double length = 0;
    for (const Outline& line : lines)
        length += length_of(line);
    if (length < min_length_mm || !touches(lines, drawing.view.frame_mm)) return;
    const bool unknown = leg.how == assets::Continuity::Unknown;
    const Colour colour = colour_of(in, index, homeward), shade = unknown ? faded(colour, unknown_opacity) : colour;
    const double width = unknown ? unknown_mm : voyage_mm;
    std::vector<Outline> arrows;
    for (const Outline& line : lines) {
        drawing.lines.push_back(line.points);
        auto more = arrowheads(line, unknown ? 0.75 * arrow_mm : arrow_mm);
        arrows.insert(arrows.end(), more.begin(), more.end());
    }
    drawing.builder.stroke({lines, faded(drawing.theme().halo, 0.8), width + 0.5, {}, Cap::Butt, Join::Round});
    std::vector<double> dashes;
    if (leg.how == assets::Continuity::Estimated) dashes = {voyage_dash * width, voyage_space * width};
    drawing.builder.stroke({std::move(lines), shade, width, dashes, Cap::Butt, Join::Round});
    if (!arrows.empty()) drawing.builder.fill(std::move(arrows), shade);
    drawing.visible.continuities.insert(leg.how);
}

Outline capsule(double w, double h) {
    constexpr int corners = 24;
    const double r = h / 2, half = std::max(0.0, w / 2 - r);
    Outline outline{{}, true};
    for (int i = 0; i <= corners; ++i) {
        const double angle = std::numbers::pi * (i / (corners / 2.0) - 0.5);
        outline.points.push_back({(i <= corners / 2 ? half : -half) + r * std::cos(angle), r * std::sin(angle)});
        if (i == corners / 2) outline.points.push_back({-half + r * std::cos(angle), r * std::sin(angle)});
    }
    return outline;
}

std::string id_of(const Inputs& in, const Stop& stop) {
    return fmt::format("{}:{}", in.scenario.assets[in.snapshot.voyages[stop.voyage].asset].id,
                       call_number(stop.calls.front()));
}

void draw_stop(MapDrawing& drawing, const Stop& stop) {
    const Theme& theme = drawing.theme();
    const assets::Voyage& voyage = drawing.in.snapshot.voyages[stop.voyage];
    const bool homeward =
        drawing.in.snapshot.voyages.size() == 1 && voyage.farthest && stop.calls.front() > *voyage.farthest;
    const Colour colour = colour_of(drawing.in, stop.voyage, homeward);
    const std::string id = id_of(drawing.in, stop);
    const auto anchored = drawing.builder.group({.anchor = stop.at(), .tag = {"tracks", "call", id}});
    const double halo = theme.symbol_halo_mm, rim = 0.35;
    drawing.builder.fill({capsule(stop.box.w + 2 * halo, stop.box.h + 2 * halo)}, theme.halo);
    drawing.builder.fill({capsule(stop.box.w, stop.box.h)}, colour);
    if (stop.wide) drawing.builder.fill({capsule(stop.box.w - 2 * rim, stop.box.h - 2 * rim)}, theme.halo);
    const TypesetLine text =
        drawing.in.typesetter.set(stop.text, {.size_mm = stop_size(drawing.in.figure.page_width_mm).numeral_mm,
                                              .weight = 600,
                                              .colour = stop.wide ? colour : theme.event_text});
    drawing.builder.text(placed(text, {-text.width_mm / 2, -text.ink.y - text.ink.h / 2}));
    drawing.markers.push_back({id, "calls", stop.at(), grown(stop.box, halo), std::nullopt, stop.voyage,
                               call_place(drawing.in, voyage.calls[stop.calls.front()])});
    drawing.visible.wide_calls = drawing.visible.wide_calls || stop.wide;
}

void request_name(MapDrawing& drawing, const Stop& stop, int rank) {
    const Theme& theme = drawing.theme();
    const assets::Call& call = drawing.in.snapshot.voyages[stop.voyage].calls[stop.calls.front()];
    const std::string place = call_place(drawing.in, call);
    LabelRequest request{.id = id_of(drawing.in, stop), .layer = "calls"};
    request.lines = {place.empty() ? call_dates(drawing.in, call) : place}; // a fix on the way has its time
    request.lang = drawing.in.words.line_language();
    request.style = {.size_mm = theme.asset_label_mm,
                     .weight = 600,
                     .colour = theme.text,
                     .halo = Halo{faded(theme.halo, 0.9), theme.text_halo_mm}};
    request.at = stop.at();
    request.symbol_box = stop.box;
    request.rank = rank;
    request.allow_leader = true;
    drawing.labels.push_back(std::move(request));
}

} // namespace

void draw_voyages(MapDrawing& drawing) {
    const auto& voyages = drawing.in.snapshot.voyages;
    for (std::size_t v = 0; v < voyages.size(); ++v) {
        const std::string& id = drawing.in.scenario.assets[voyages[v].asset].id;
        const auto tagged = drawing.builder.group({.tag = {"tracks", "asset", id}});
        for (const assets::VoyageLeg& leg : voyages[v].legs)
            draw_leg(drawing, v, leg);
    }
    record_calls(drawing.visible, drawing.in.snapshot, drawing.view);
    const std::vector<Stop> stops = stops_in_frame(drawing);
    for (const Stop& stop : stops) {
        if (stop.box.w > 0 && std::hypot(stop.at().x - stop.position.x, stop.at().y - stop.position.y) > 0.1) {
            const auto anchored = drawing.builder.group({.anchor = stop.position});
            const Point to{stop.at().x - stop.position.x, stop.at().y - stop.position.y};
            drawing.builder.stroke(
                {{{{{0, 0}, to}, false}}, drawing.theme().text_muted, drawing.theme().leader_mm, {}, Cap::Round});
        }
    }
    for (const Stop& stop : stops) {
        if (stop.box.w > 0)
            draw_stop(drawing, stop);
        else
            drawing.dropped.push_back({id_of(drawing.in, stop), stop.text, "no room for its mark"});
    }
    int rank = 0;
    for (const Stop* stop : named_stops(drawing.in, stops))
        request_name(drawing, *stop, std::min(rank++, 4));
}

} // namespace render
