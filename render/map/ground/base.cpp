#include "render/map/ground/ground.hpp"
#include "render/map/ground/shapes.hpp"

#include <cmath>

namespace render {
namespace {

std::vector<Outline> rectangle(const Rect& r) {
    return {{{{r.x, r.y}, {r.right(), r.y}, {r.right(), r.bottom()}, {r.x, r.bottom()}}, true}};
}

void append(std::vector<Outline>& to, std::vector<Outline> from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

std::vector<double> dashes_of(bool disputed) {
    return disputed ? std::vector{1.1, 0.7} : std::vector<double>{};
}

void draw_policy_line(Sheet& sheet, const geo::PolicyFeature& feature) {
    auto line = page_lines(sheet.view, sheet.basemap.policy_line(feature.file));
    if (line.empty()) return;
    if (touches(line, sheet.view.frame_mm)) sheet.visible.policy_lines.insert(feature.id);
    sheet.builder.stroke({std::move(line), sheet.theme().demarcation, sheet.theme().border_mm * 1.4,
                          dashes_of(feature.line == "dashed"), Cap::Butt, Join::Round});
}

} // namespace

void prepare_land(Sheet& sheet) {
    constexpr double cell_mm = 0.6;
    sheet.land_grid = LandGrid{sheet.view.frame_mm, cell_mm};
    sheet.tint_grid = LandGrid{sheet.view.frame_mm, cell_mm};
    for (const geo::Polygon& polygon : sheet.basemap.land(sheet.level, sheet.bounds)) {
        auto outlines = page_area(sheet.view, polygon);
        if (outlines.empty()) continue;
        sheet.land_grid.add(outlines);
        sheet.land.push_back({std::move(outlines), sheet.theme().land});
    }
}

void draw_sea(Sheet& sheet) {
    if (!sheet.shows("sea")) return;
    const auto group = sheet.layer("sea");
    sheet.builder.fill(rectangle(sheet.view.frame_mm), sheet.theme().off_earth);
    for (const auto& rings : sheet.view.projection->domain(sheet.view.geo_frame(2.0))) {
        std::vector<Outline> outlines;
        for (const geo::Path& ring : rings) {
            Outline outline{{}, true};
            for (const geo::Metres m : ring)
                outline.points.push_back(sheet.view.to_page(m));
            outlines.push_back(std::move(outline));
        }
        sheet.builder.fill(std::move(outlines), sheet.theme().sea);
    }
}

void draw_land(Sheet& sheet) {
    if (!sheet.shows("land")) return;
    const auto group = sheet.layer("land");
    sheet.visible.fine_coast = sheet.level == geo::Level::FineCoast;
    for (const FillPath& polygon : sheet.land)
        sheet.builder.add({polygon});
}

void draw_coast(Sheet& sheet) {
    if (!sheet.shows("coast")) return;
    const auto group = sheet.layer("coast");
    StrokePath stroke{{}, sheet.theme().coast, sheet.theme().coast_mm, {}, Cap::Round, Join::Round};
    for (const geo::Polyline& line : sheet.basemap.coast(sheet.level, sheet.bounds)) {
        append(stroke.outlines, page_lines(sheet.view, line));
    }
    for (const Outline& line : stroke.outlines)
        sheet.coasts.push_back(line.points);
    if (!stroke.outlines.empty()) sheet.builder.stroke(std::move(stroke));
}

void draw_borders(Sheet& sheet) {
    if (!sheet.shows("borders")) return;
    const auto group = sheet.layer("borders");
    const Theme& theme = sheet.theme();
    StrokePath settled{{}, theme.border, theme.border_mm, {}, Cap::Round, Join::Round};
    StrokePath disputed{{}, theme.disputed_border, theme.border_mm, dashes_of(true), Cap::Butt, Join::Round};
    for (const geo::BorderLine& border : sheet.basemap.borders(sheet.level, sheet.bounds)) {
        const geo::PolicyFeature* policy = border.policy_id.empty() ? nullptr : sheet.in.policy.find(border.policy_id);
        if (policy != nullptr && policy->line == "none") continue;
        const bool dashed = policy != nullptr && !policy->line.empty() ? policy->line == "dashed" : border.disputed;
        append(dashed ? disputed.outlines : settled.outlines, page_lines(sheet.view, border.line));
    }
    if (!settled.outlines.empty()) sheet.builder.stroke(std::move(settled));
    if (!disputed.outlines.empty()) sheet.builder.stroke(std::move(disputed));

    for (const geo::PolicyFeature& feature : sheet.in.policy.features)
        if (!feature.file.empty() && feature.line != "none" && !(sheet.shows("zones") && has_zone(sheet.in, feature)))
            draw_policy_line(sheet, feature);
}

void draw_graticule(Sheet& sheet) {
    if (!sheet.shows("graticule")) return;
    const auto group = sheet.layer("graticule");
    const double step = graticule_step_deg(sheet.view);
    StrokePath stroke{{}, sheet.theme().graticule, sheet.theme().graticule_mm, {}, Cap::Butt, Join::Round};
    // The projection bends and cuts the lines; vertices only have to be near enough to follow parallels and meridians.
    const geo::Box& box = sheet.bounds;
    const double south = box.south(), north = box.north();
    const double west = box.west(), east = west + box.width_deg();
    const double pole_gap = std::max(-90.0, -90.0 + step), pole_top = std::min(90.0, 90.0 - step);
    for (double lon = std::ceil(west / step) * step; lon <= east + 1e-9 && lon < west + 360.0 - 1e-9; lon += step) {
        geo::Polyline meridian;
        const double from = std::max(south, pole_gap), to = std::min(north, pole_top);
        if (from >= to) break;
        constexpr int pieces = 60;
        for (int i = 0; i <= pieces; ++i)
            meridian.push_back({lon, from + (to - from) * i / pieces});
        append(stroke.outlines, page_lines(sheet.view, meridian));
    }
    for (double lat = std::ceil(south / step) * step; lat <= north + 1e-9; lat += step) {
        if (std::abs(lat) > 89.999) continue;
        geo::Polyline parallel;
        const int pieces = std::max(24, static_cast<int>(std::ceil((east - west) / step)) * 4);
        for (int i = 0; i <= pieces; ++i)
            parallel.push_back({west + (east - west) * i / pieces, lat});
        append(stroke.outlines, page_lines(sheet.view, parallel));
    }
    if (!stroke.outlines.empty()) sheet.builder.stroke(std::move(stroke));
}

} // namespace render
