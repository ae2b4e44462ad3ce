#include "render/map/drawing/shapes.hpp"
#include "render/map/ground/ground.hpp"
#include "render/picture/outlines.hpp"

#include <cmath>

namespace render {
namespace {

void append(std::vector<Outline>& to, std::vector<Outline> from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

std::vector<double> dashes_of(bool disputed) {
    return disputed ? std::vector{1.1, 0.7} : std::vector<double>{};
}

void draw_policy_line(MapDrawing& drawing, const geo::PolicyFeature& feature, const geo::Polyline& course) {
    auto line = page_lines(drawing.view, course);
    if (line.empty()) return;
    if (touches(line, drawing.view.frame_mm)) drawing.visible.policy_lines.insert(feature.id);
    drawing.builder.stroke({std::move(line), drawing.theme().demarcation, drawing.theme().border_mm * 1.4,
                            dashes_of(feature.line == "dashed"), Cap::Butt, Join::Round});
}

} // namespace

void draw_sea(MapDrawing& drawing) {
    drawing.builder.fill({rectangle(drawing.view.frame_mm)}, drawing.theme().off_earth);
    for (const auto& rings : drawing.view.projection->domain(drawing.view.geo_frame(2.0))) {
        std::vector<Outline> outlines;
        for (const geo::Path& ring : rings) {
            Outline outline{{}, true};
            for (const geo::Metres m : ring)
                outline.points.push_back(drawing.view.to_page(m));
            outlines.push_back(std::move(outline));
        }
        drawing.builder.fill(std::move(outlines), drawing.theme().sea);
    }
}

void draw_land(MapDrawing& drawing) {
    drawing.visible.fine_coast = drawing.level == geo::Level::FineCoast;
    for (const std::vector<Outline>& polygon : drawing.land.polygons)
        drawing.builder.fill(polygon, drawing.theme().land);
}

void draw_coast(MapDrawing& drawing) {
    StrokePath stroke{{}, drawing.theme().coast, drawing.theme().coast_mm, {}, Cap::Round, Join::Round};
    for (const geo::Polyline& line : *drawing.source.coast) {
        append(stroke.outlines, page_lines(drawing.view, line));
    }
    for (const Outline& line : stroke.outlines)
        drawing.coasts.push_back(line.points);
    if (!stroke.outlines.empty()) drawing.builder.stroke(std::move(stroke));
}

void draw_borders(MapDrawing& drawing) {
    const Theme& theme = drawing.theme();
    StrokePath settled{{}, theme.border, theme.border_mm, {}, Cap::Round, Join::Round};
    StrokePath disputed{{}, theme.disputed_border, theme.border_mm, dashes_of(true), Cap::Butt, Join::Round};
    for (const geo::BorderLine& border : *drawing.source.borders) {
        const geo::PolicyFeature* policy =
            border.policy_id.empty() ? nullptr : drawing.in.policy.find(border.policy_id);
        if (policy != nullptr && policy->line == "none") continue;
        const bool dashed = policy != nullptr && !policy->line.empty() ? policy->line == "dashed" : border.disputed;
        auto lines = page_lines(drawing.view, border.line);
        if (policy != nullptr && touches(lines, drawing.view.frame_mm))
            drawing.visible.disputed_borders.insert(policy->id);
        append(dashed ? disputed.outlines : settled.outlines, std::move(lines));
    }
    if (!settled.outlines.empty()) drawing.builder.stroke(std::move(settled));
    if (!disputed.outlines.empty()) drawing.builder.stroke(std::move(disputed));

    for (const geo::PolicyFeature& feature : drawing.in.policy.features)
        if (const auto course = drawing.source.policy_lines.find(feature.id);
            course != drawing.source.policy_lines.end())
            draw_policy_line(drawing, feature, course->second);
}

void draw_graticule(MapDrawing& drawing) {
    const double step = graticule_step_deg(drawing.view);
    StrokePath stroke{{}, drawing.theme().graticule, drawing.theme().graticule_mm, {}, Cap::Butt, Join::Round};
    // The projection bends and cuts the lines; vertices only need to be close enough to follow parallels and meridians.
    const geo::Box& box = drawing.bounds;
    const double south = box.south(), north = box.north();
    const double west = box.west(), east = west + box.width_deg();
    const double southmost = std::max(-90.0, -90.0 + step), northmost = std::min(90.0, 90.0 - step);
    for (double lon = std::ceil(west / step) * step; lon <= east + 1e-9 && lon < west + 360.0 - 1e-9; lon += step) {
        geo::Polyline meridian;
        const double from = std::max(south, southmost), to = std::min(north, northmost);
        if (from >= to) break;
        constexpr int pieces = 60;
        for (int i = 0; i <= pieces; ++i)
            meridian.push_back({lon, from + (to - from) * i / pieces});
        append(stroke.outlines, page_lines(drawing.view, meridian));
    }
    for (double lat = std::ceil(south / step) * step; lat <= north + 1e-9; lat += step) {
        if (std::abs(lat) > 89.999) continue;
        geo::Polyline parallel;
        const int pieces = std::max(24, static_cast<int>(std::ceil((east - west) / step)) * 4);
        for (int i = 0; i <= pieces; ++i)
            parallel.push_back({west + (east - west) * i / pieces, lat});
        append(stroke.outlines, page_lines(drawing.view, parallel));
    }
    if (!stroke.outlines.empty()) drawing.builder.stroke(std::move(stroke));
}

} // namespace render
