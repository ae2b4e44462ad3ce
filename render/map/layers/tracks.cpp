#include "geo/earth/geodesic.hpp"
#include "render/map/ground/shapes.hpp"
#include "render/map/layers/layers.hpp"
#include "render/map/style/live_marks.hpp"

#include <algorithm>
#include <cmath>

namespace render {
namespace {

constexpr double least_mm = 0.5; ///< a shorter leg lies under its symbol

double length_of(const std::vector<Outline>& lines) {
    double mm = 0;
    for (const Outline& line : lines)
        for (std::size_t i = 1; i < line.points.size(); ++i)
            mm += std::hypot(line.points[i].x - line.points[i - 1].x, line.points[i].y - line.points[i - 1].y);
    return mm;
}

/// The part of lines, laid end to end, between two shares of their whole length.
std::vector<Outline> part_of(const std::vector<Outline>& lines, double whole_mm, double from, double to) {
    std::vector<Outline> parts;
    double walked = 0;
    for (const Outline& line : lines) {
        Outline part;
        for (std::size_t i = 1; i < line.points.size(); ++i) {
            const Point a = line.points[i - 1], b = line.points[i];
            const double length = std::hypot(b.x - a.x, b.y - a.y);
            const double start = std::max(from * whole_mm - walked, 0.0),
                         end = std::min(to * whole_mm - walked, length);
            walked += length;
            if (length == 0 || start >= end) continue;
            const auto at = [&](double mm) {
                return Point{a.x + (b.x - a.x) * mm / length, a.y + (b.y - a.y) * mm / length};
            };
            if (part.points.empty()) part.points.push_back(at(start));
            part.points.push_back(at(end));
        }
        if (part.points.size() > 1) parts.push_back(std::move(part));
    }
    return parts;
}

std::vector<Outline> trail_on_page(const View& view, const assets::Trail& trail) {
    constexpr double step_m = 20'000.0;
    std::vector<Outline> lines;
    for (const auto& places : trail.lines) {
        geo::Polyline line;
        for (std::size_t i = 1; i < places.size(); ++i) {
            geo::Polyline piece = geo::geodesic_polyline(places[i - 1], places[i], step_m);
            // Longitudes along a line are continuous: each piece begins where the one before ended.
            const double turns = line.empty() ? 0.0 : std::round((line.back().lon - piece.front().lon) / 360.0) * 360.0;
            for (std::size_t k = line.empty() ? 0 : 1; k < piece.size(); ++k)
                line.push_back({piece[k].lon + turns, piece[k].lat});
        }
        auto pieces = page_lines(view, line);
        lines.insert(lines.end(), std::make_move_iterator(pieces.begin()), std::make_move_iterator(pieces.end()));
    }
    return lines;
}

void draw_trails(Sheet& sheet, const AssetFilter& filter) {
    constexpr auto steps = static_cast<double>(trail_strengths.size());
    const double width = sheet.theme().track_mm * trail_width;
    for (const assets::Trail& trail : sheet.in.snapshot.trails) {
        const assets::Asset& asset = sheet.in.scenario.assets[trail.asset];
        if (!filter.lets_through(asset.id)) continue;
        const auto lines = trail_on_page(sheet.view, trail);
        const double whole_mm = length_of(lines);
        if (whole_mm < least_mm || !touches(lines, sheet.view.frame_mm)) continue;
        const auto tagged = sheet.builder.group({.tag = {"tracks", "asset", asset.id}});
        sheet.builder.stroke({lines, faded(sheet.theme().halo, 0.6), width * 2.4, {}, Cap::Butt, Join::Round});
        for (std::size_t i = 0; i < trail_strengths.size(); ++i) {
            const auto at = static_cast<double>(i);
            sheet.builder.stroke({part_of(lines, whole_mm, at / steps, (at + 1) / steps),
                                  faded(sheet.theme().country_colour(asset.country), trail_strengths[i]),
                                  width,
                                  {},
                                  Cap::Butt,
                                  Join::Round});
        }
        sheet.visible.trails = std::max(sheet.visible.trails.value_or(trail.length), trail.length);
    }
}

} // namespace

void draw_tracks(Sheet& sheet) {
    if (!sheet.shows("tracks")) return;
    const auto group = sheet.layer("tracks");
    constexpr double step_m = 20'000.0;
    const AssetFilter filter{sheet.in.spec.only};
    draw_trails(sheet, filter);
    for (const assets::Leg& leg : sheet.in.snapshot.legs) {
        const assets::Asset& asset = sheet.in.scenario.assets[leg.asset];
        if (!filter.lets_through(asset.id)) continue;
        auto lines = page_lines(sheet.view, geo::geodesic_polyline(leg.from, leg.to, step_m));
        if (!touches(lines, sheet.view.frame_mm) || length_of(lines) < least_mm) continue;
        const auto tagged = sheet.builder.group({.tag = {"tracks", "asset", asset.id}});
        const double width = sheet.theme().track_mm;
        // Worked out between two reports, so broken from end to end, the part still to come no less than the rest.
        for (const Outline& line : lines)
            sheet.lines.push_back(line.points);
        sheet.builder.stroke({lines, faded(sheet.theme().halo, 0.8), width * 2.2, {}, Cap::Butt, Join::Round});
        sheet.builder.stroke({std::move(lines),
                              sheet.theme().country_colour(asset.country),
                              width,
                              {3.2 * width, 2.0 * width},
                              Cap::Butt,
                              Join::Round});
        sheet.visible.legs = true;
    }
}

} // namespace render
