#include "assets/model/area.hpp"
#include "geo/earth/geodesic.hpp"
#include "render/map/drawing/shapes.hpp"
#include "render/map/layers/draw_layers.hpp"
#include "render/map/layers/zones/zone_shapes.hpp"
#include "render/map/layers/zones/zone_text.hpp"
#include "render/map/style/zone_look.hpp"
#include "render/picture/colour.hpp"
#include "render/picture/outlines.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>

namespace render {
namespace {

using assets::Zone;
using assets::ZoneKind;
using Fill = ZoneLook::Fill;

const geo::Seas& seas_of(const MapDrawing& drawing) {
    return drawing.in.scenario.atlas->seas;
}

std::vector<Outline> circle(const View& view, const assets::CircleShape& shape, double factor) {
    return page_area(view, geo::geodesic_circle(shape.centre, shape.radius_km * 1000.0 * factor, zone_circle_points));
}

constexpr double soft_from = 0.82, soft_to = 1.08; ///< radii between which the tint of a soft circle thins out

/// Fills an area without a published boundary. The tint thins out at the rim, so that no edge can be read as a
/// boundary.
void fill_soft(MapDrawing& drawing, const assets::CircleShape& shape, Colour tint) {
    // Steps of about a millimetre look continuous. With more rings, each would be too faint to be drawn at all.
    const double page_radius = shape.radius_km * 1000.0 / drawing.view.m_per_mm;
    const int rings = std::clamp(static_cast<int>(0.26 * page_radius), 6, 12);
    for (int i = 0; i < rings; ++i) {
        auto area = circle(drawing.view, shape, soft_from + (soft_to - soft_from) * i / (rings - 1));
        if (!area.empty()) drawing.builder.fill(std::move(area), faded(tint, 1.0 / rings));
    }
}

/// Fills any other area with an edge that thins out.
void fill_soft(MapDrawing& drawing, const std::vector<Outline>& area, Colour tint) {
    constexpr double steps_mm[] = {-2.4, -1.9, -1.4, -0.9, -0.4, 0.1, 0.6};
    for (const double by : steps_mm) {
        auto ring = grown_area(area, by);
        if (!ring.empty()) drawing.builder.fill(std::move(ring), faded(tint, 1.0 / std::size(steps_mm)));
    }
}

/// The area of a soft tint, with room around the frame in which the edge of the cut may fade.
std::vector<Outline> soft_area(const MapDrawing& drawing, const Zone& zone) {
    if (const auto* shape = std::get_if<assets::CircleShape>(&zone.shape)) return circle(drawing.view, *shape, soft_to);
    constexpr double room_mm = 8.0;
    std::vector<Outline> area;
    for (const geo::Polygon& polygon : assets::polygons_of(zone.shape, &seas_of(drawing), zone_circle_points)) {
        auto part = page_area(drawing.view, polygon, room_mm);
        area.insert(area.end(), part.begin(), part.end());
    }
    return area;
}

bool has_text_inside(const Zone& zone) {
    return zone.kind == ZoneKind::Exercise || zone.kind == ZoneKind::Exclusion;
}

/// Whether the zone gets its tint or hatch. A tint over more than a quarter of the frame is left out.
bool is_filled(const MapDrawing& drawing, const Zone& zone, const ZoneLook& look) {
    if (look.fill == Fill::None) return false;
    if (has_text_inside(zone)) return true; // areas of exercises keep their hatch at every scale
    return tint_fits(drawing.view,
                     look.soft ? soft_area(drawing, zone) : zone_area(drawing.view, seas_of(drawing), zone));
}

void fill_zone(MapDrawing& drawing, const Zone& zone, const ZoneLook& look) {
    if (!is_filled(drawing, zone, look)) return;
    if (zone_is_widened(drawing.view, zone)) {
        auto lines = zone_lines(drawing.view, seas_of(drawing), zone);
        if (lines.empty()) return;
        drawing.visible.not_to_scale = true;
        drawing.builder.stroke({std::move(lines), look.fill_colour, min_band_mm, {}, Cap::Butt, Join::Round});
        return;
    }
    auto area = zone_area(drawing.view, seas_of(drawing), zone);
    if (area.empty()) return;
    drawing.tint_grid.add(area);
    if (look.fill == Fill::Hatch) {
        const auto text = has_text_inside(zone) ? text_in_area(drawing, zone, area) : std::nullopt;
        auto lines = hatch(area, look.hatch_angle_deg, look.hatch_spacing_mm);
        if (text) lines = lines_outside(lines, text->room);
        if (lines.empty()) return;
        drawing.builder.stroke({std::move(lines), look.fill_colour, drawing.theme().zone_line_mm * 0.45, {}});
    } else if (!look.soft) {
        drawing.builder.fill(std::move(area), look.fill_colour);
    } else if (const auto* shape = std::get_if<assets::CircleShape>(&zone.shape)) {
        fill_soft(drawing, *shape, look.fill_colour);
    } else {
        fill_soft(drawing, soft_area(drawing, zone), look.fill_colour);
    }
}

/// Whether the zone has a line or rim. A soft tint has none: the tint alone shows the area.
bool has_rim(const MapDrawing& drawing, const Zone& zone, const ZoneLook& look) {
    return look.width_mm > 0 && !(look.soft && is_filled(drawing, zone, look));
}

void stroke_zone(MapDrawing& drawing, const Zone& zone, const ZoneLook& look, std::vector<Outline> lines) {
    // What is shown by its tint alone gets a line where the tint is left out.
    const bool has_lost_tint = look.width_mm <= 0 && !is_filled(drawing, zone, look);
    if (lines.empty() || (!has_lost_tint && !has_rim(drawing, zone, look))) return;
    const double width_mm = has_lost_tint ? drawing.theme().zone_line_mm : look.width_mm;
    for (const Outline& line : lines)
        drawing.lines.push_back(line.points);
    const StrokePath stroke{std::move(lines), look.line, width_mm, look.dashes, Cap::Butt, Join::Round};
    constexpr double fade_mm = 6.0;
    if (zone.open_ends) {
        stroke_faded(drawing.builder, stroke, fade_mm, drawing.view.frame_mm);
    } else {
        drawing.builder.stroke(stroke);
    }
}

void request_text(MapDrawing& drawing, ZoneText text) {
    drawing.fixed_texts.push_back(text.room);
    drawing.labels.push_back(std::move(text.request));
}

/// Draws the line of a zone and requests its text, which may interrupt the line.
void draw_line_and_text(MapDrawing& drawing, const Zone& zone, const ZoneLook& look) {
    auto lines = zone_lines(drawing.view, seas_of(drawing), zone);
    std::optional<ZoneText> text;
    if (zone.kind == ZoneKind::RangeRing) {
        text = radius_on_ring(drawing, zone);
        stroke_zone(drawing, zone, look, text ? lines_outside(lines, text->room) : lines);
        if (text) request_text(drawing, std::move(*text));
        return;
    }
    const bool is_rimmed_circle = std::holds_alternative<assets::CircleShape>(zone.shape) &&
                                  zone.kind != ZoneKind::Patrol && has_rim(drawing, zone, look);
    if (is_rimmed_circle && !has_text_inside(zone)) text = name_on_rim(drawing, zone);
    if (text) {
        stroke_zone(drawing, zone, look, lines_outside(lines, text->room));
        return request_text(drawing, std::move(*text));
    }
    if (has_text_inside(zone)) {
        const std::vector<Outline> area = zone_area(drawing.view, seas_of(drawing), zone);
        text = text_in_area(drawing, zone, area);
        if (!text) text = name_beside_area(drawing, zone, area);
    }
    if (text)
        request_text(drawing, std::move(*text));
    else
        request_zone_name(drawing, zone, lines, is_rimmed_circle ? NameOfCircle::Outside : NameOfCircle::Inside);
    // The rim of a patrol area lies under the land, where its tints are drawn.
    if (zone.kind != ZoneKind::Patrol) stroke_zone(drawing, zone, look, std::move(lines));
}

} // namespace

void draw_zone_tints(MapDrawing& drawing) {
    for (const assets::ZoneIndex index : drawing.in.snapshot.zones) {
        const Zone& zone = drawing.in.scenario.zones[index];
        if (is_on_land(zone.kind)) continue;
        const ZoneLook look = zone_look(drawing.theme(), zone);
        const auto tagged = drawing.builder.group({.tag = {"zones", "zone", zone.id}});
        fill_zone(drawing, zone, look);
        if (zone.kind != ZoneKind::Patrol) continue;
        drawing.tint_grid.add(zone_area(drawing.view, seas_of(drawing), zone)); // furniture keeps off it
        stroke_zone(drawing, zone, look, zone_lines(drawing.view, seas_of(drawing), zone));
    }
}

void draw_zone_lines(MapDrawing& drawing) {
    for (const assets::ZoneIndex index : drawing.in.snapshot.zones) {
        const Zone& zone = drawing.in.scenario.zones[index];
        if (!zone_in_frame(drawing.view, seas_of(drawing), zone)) continue;
        const ZoneLook look = zone_look(drawing.theme(), zone);
        const auto tagged = drawing.builder.group({.tag = {"zones", "zone", zone.id}});
        if (is_on_land(zone.kind)) fill_zone(drawing, zone, look);
        draw_line_and_text(drawing, zone, look);
        drawing.visible.zones.push_back(index);
        if (look.fill != Fill::None && !is_filled(drawing, zone, look)) drawing.visible.unfilled_zones.insert(index);
        // The built-in zones are made from other people's data, which the credit names.
        const geo::PolicyFeature* feature = zone.builtin ? policy_feature_of(drawing.in, zone) : nullptr;
        if (feature && !feature->credit.empty()) drawing.visible.policy_lines.insert(feature->id);
    }
}

namespace {

Outline dot(Point at, double radius_mm) {
    Outline outline = disc(radius_mm, 16);
    for (Point& p : outline.points)
        p = {p.x + at.x, p.y + at.y};
    return outline;
}

} // namespace

void draw_rings(MapDrawing& drawing) {
    const auto& rings = drawing.in.figure.rings;
    constexpr double centre_mm = 0.45, least_widths = 1.5;
    for (std::size_t i = 0; i < rings.size(); ++i) {
        const Zone zone = ring_zone({rings[i].centre, rings[i].km}, i);
        auto lines = zone_lines(drawing.view, seas_of(drawing), zone);
        const bool on_map = touches(lines, drawing.view.frame_mm);
        const auto centre = drawing.view.to_page(rings[i].centre);
        const ZoneLook look = zone_look(drawing.theme(), zone);
        const auto tagged = drawing.builder.group({.tag = {"rings", "ring", zone.id}});
        if (centre && contains(drawing.view.frame_mm, *centre))
            drawing.builder.fill({dot(*centre, centre_mm)}, look.line);
        if (!on_map) continue;
        drawing.visible.rings.push_back(rings[i]);
        auto text = radius_on_ring(drawing, zone, least_widths);
        stroke_zone(drawing, zone, look, text ? lines_outside(lines, text->room) : std::move(lines));
        if (text) {
            text->request.layer = "rings";
            request_text(drawing, std::move(*text));
        } else {
            drawing.visible.rings_without_radius.push_back(rings[i].km);
        }
    }
}

} // namespace render
