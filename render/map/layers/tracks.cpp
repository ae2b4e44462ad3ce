#include "geo/earth/geodesic.hpp"
#include "render/map/ground/shapes.hpp"
#include "render/map/layers/layers.hpp"

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

} // namespace

void draw_tracks(Sheet& sheet) {
    if (!sheet.shows("tracks")) return;
    const auto group = sheet.layer("tracks");
    constexpr double step_m = 20'000.0;
    const auto& only = sheet.in.spec.only;
    for (const assets::Leg& leg : sheet.in.snapshot.legs) {
        const assets::Asset& asset = sheet.in.scenario.assets[leg.asset];
        if (!only.empty() && std::find(only.begin(), only.end(), asset.id) == only.end()) continue;
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
