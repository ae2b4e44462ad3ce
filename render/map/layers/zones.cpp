#include "assets/model/area.hpp"
#include "geo/earth/geodesic.hpp"
#include "render/map/drawing/shapes.hpp"
#include "render/map/layers/draw_layers.hpp"
#include "render/map/style/zone_dashes.hpp"
#include "render/picture/colour.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>

namespace render {
namespace {

using assets::Zone;
using assets::ZoneKind;
using assets::ZoneStatus;

constexpr double min_band_mm = 0.4; ///< a narrower band is drawn this wide, and the legend says so
constexpr int circle_points = 120;

template <class Shape>
const Shape* shape_of(const Zone& zone) {
    return std::get_if<Shape>(&zone.shape);
}

bool on_land(ZoneKind kind) {
    return kind == ZoneKind::Dmz || kind == ZoneKind::Demarcation || kind == ZoneKind::Area;
}

enum class Fill { None, Tint, Hatch };

Fill fill_of(ZoneKind kind) {
    switch (kind) {
    case ZoneKind::Patrol:
    case ZoneKind::Dmz:
    case ZoneKind::Area:
        return Fill::Tint;
    case ZoneKind::Exercise:
    case ZoneKind::Exclusion:
    case ZoneKind::Claim:
        return Fill::Hatch;
    case ZoneKind::Demarcation:
    case ZoneKind::LimitLine:
    case ZoneKind::Adiz:
    case ZoneKind::Eez:
        return Fill::None;
    }
    return Fill::None;
}

Colour line_colour(const Theme& theme, ZoneKind kind) {
    return kind == ZoneKind::Demarcation || kind == ZoneKind::Dmz ? theme.demarcation : theme.zone_line;
}

geo::Polygon circle(const assets::CircleShape& shape, double factor) {
    return geo::geodesic_circle(shape.centre, shape.radius_km * 1000.0 * factor, circle_points);
}

/// Width of a corridor on the page.
double corridor_mm(const View& view, const assets::CorridorShape& shape) {
    return 2.0 * shape.half_width_km * 1000.0 / view.m_per_mm;
}

/// Lines of a zone on the page: its course, or the outlines of its area.
std::vector<Outline> zone_lines(const View& view, const geo::Seas& seas, const Zone& zone) {
    const std::vector<geo::Polyline> lines = assets::lines_of(zone.shape, &seas, circle_points);
    std::vector<Outline> outlines;
    for (const auto& line : lines) {
        auto pieces = page_lines(view, line);
        outlines.insert(outlines.end(), pieces.begin(), pieces.end());
    }
    return outlines;
}

/// Fills an area without a published boundary. The tint thins out at the rim, so that no edge can be read as a
/// boundary.
void fill_soft(MapDrawing& drawing, const assets::CircleShape& shape, Colour tint) {
    // Steps of about a millimetre look continuous. With more rings, each would be too faint to be drawn at all.
    const double page_radius = shape.radius_km * 1000.0 / drawing.view.m_per_mm;
    const int rings = std::clamp(static_cast<int>(0.26 * page_radius), 6, 12);
    for (int i = 0; i < rings; ++i) {
        const double factor = 0.82 + 0.26 * i / (rings - 1);
        auto area = page_area(drawing.view, circle(shape, factor));
        if (!area.empty()) drawing.builder.fill(std::move(area), faded(tint, 1.0 / rings));
    }
}

/// Fills a named sea with a rim that thins out, because its outline runs inland and across open water.
void fill_soft(MapDrawing& drawing, const geo::Sea& sea, Colour tint) {
    constexpr double room_mm = 8.0; // the edge of the cut must not fade inside the frame
    const auto area = page_area(drawing.view, sea.outline, room_mm);
    if (area.empty()) return;
    constexpr double steps_mm[] = {-2.4, -1.9, -1.4, -0.9, -0.4, 0.1, 0.6};
    for (const double by : steps_mm) {
        auto ring = grown_area(area, by);
        if (!ring.empty()) drawing.builder.fill(std::move(ring), faded(tint, 1.0 / std::size(steps_mm)));
    }
}

void fill_zone(MapDrawing& drawing, const Zone& zone) {
    const Theme& theme = drawing.theme();
    const Fill fill = fill_of(zone.kind);
    const Colour tint = zone.kind == ZoneKind::Dmz ? theme.dmz_tint : theme.zone_tint;
    if (fill == Fill::None) return;
    if (const auto* soft = shape_of<assets::CircleShape>(zone);
        soft != nullptr && zone.status == ZoneStatus::Illustrative) {
        fill_soft(drawing, *soft, tint);
        return;
    }
    if (const auto* named = shape_of<assets::SeaShape>(zone);
        named != nullptr && zone.status == ZoneStatus::Illustrative) {
        if (const geo::Sea* sea = drawing.in.scenario.atlas->seas.by_id(named->sea_id)) fill_soft(drawing, *sea, tint);
        return;
    }
    if (zone_is_widened(drawing.view, zone)) {
        auto lines = zone_lines(drawing.view, drawing.in.scenario.atlas->seas, zone);
        if (lines.empty()) return;
        drawing.visible.not_to_scale = true;
        drawing.builder.stroke({std::move(lines), tint, min_band_mm, {}, Cap::Butt, Join::Round});
        return;
    }
    auto area = zone_area(drawing.view, drawing.in.scenario.atlas->seas, zone);
    if (area.empty()) return;
    if (fill == Fill::Tint) {
        drawing.builder.fill(std::move(area), tint);
    } else {
        auto lines = hatch(area, 45.0, 1.6);
        if (!lines.empty()) {
            drawing.builder.stroke({std::move(lines), faded(theme.zone_line, 0.55), theme.zone_line_mm * 0.45, {}});
        }
    }
}

void stroke_zone(MapDrawing& drawing, const Zone& zone, const std::vector<Outline>& lines) {
    const Theme& theme = drawing.theme();
    // A DMZ is drawn as its band and a soft area as its tint; neither has an outline.
    if (zone.kind == ZoneKind::Dmz || zone.status == ZoneStatus::Illustrative) return;
    const double width = zone.kind == ZoneKind::Demarcation ? theme.zone_line_mm * 0.9 : theme.zone_line_mm;
    const StrokePath stroke{lines,      line_colour(theme, zone.kind), width, zone_dashes(zone.status), Cap::Butt,
                            Join::Round};
    constexpr double fade_mm = 6.0;
    if (zone.open_ends) {
        stroke_faded(drawing.builder, stroke, fade_mm, drawing.view.frame_mm);
    } else {
        drawing.builder.stroke(stroke);
    }
    for (const Outline& line : lines)
        drawing.lines.push_back(line.points);
}

/// The longest part of the lines inside the frame, along which a name may run.
std::vector<Point> longest_inside(const std::vector<Outline>& lines, const Rect& frame) {
    std::vector<Point> best, current;
    double best_length = 0;
    const auto close = [&] {
        const double length = length_of({current, false});
        if (length > best_length) {
            best_length = length;
            best = current;
        }
        current.clear();
    };
    for (const Outline& line : lines) {
        for (const Point p : line.points) {
            if (contains(frame, p)) {
                current.push_back(p);
            } else {
                close();
            }
        }
        close();
    }
    return best;
}

void request_name(MapDrawing& drawing, const Zone& zone, const std::vector<Outline>& lines) {
    const Theme& theme = drawing.theme();
    // When a line runs inside another zone and both are drawn, one name is enough.
    const geo::PolicyFeature* feature = drawing.in.policy.find_zone(to_string(zone.kind), to_string(zone.status));
    const geo::PolicyFeature* other = feature ? drawing.in.policy.find(feature->named_with) : nullptr;
    if (other && snapshot_has_zone(drawing.in, *other)) return;
    LabelRequest request{.kind = LabelRequest::Kind::Along, .id = zone.id, .layer = "zones", .lines = {zone.name}};
    request.style = {.size_mm = theme.small_mm,
                     .weight = 500,
                     .colour = line_colour(theme, zone.kind),
                     .halo = Halo{faded(theme.halo, 0.8), theme.text_halo_mm}};
    request.second_style = request.style;
    request.rank = 5;
    const Rect frame = drawing.view.frame_mm;
    if (const auto* shape = shape_of<assets::CircleShape>(zone)) {
        // The name runs along the upper side of the circle, upright and clear of what stands in the middle.
        geo::Polyline arc;
        for (int azimuth = -70; azimuth <= 70; azimuth += 5) {
            const geo::LonLat p = geo::point_along(shape->centre, azimuth, shape->radius_km * 1000.0 * 0.96);
            const double lon = arc.empty() ? p.lon() : arc.back().lon + geo::wrap_longitude(p.lon() - arc.back().lon);
            arc.push_back({lon, p.lat()});
        }
        request.line = longest_inside(page_lines(drawing.view, arc), frame);
    } else if (zone.kind == ZoneKind::Patrol && shape_of<assets::SeaShape>(zone) != nullptr) {
        // A patrol area that is a whole sea needs no name: the sea has its own, and the legend explains the tint.
        return;
    } else {
        request.line = longest_inside(lines, grown(frame, -1.0));
    }
    if (request.line.size() < 2) return;
    request.at = request.line[request.line.size() / 2];
    drawing.labels.push_back(std::move(request));
}

} // namespace

std::vector<Outline> zone_area(const View& view, const geo::Seas& seas, const Zone& zone) {
    const std::vector<geo::Polygon> polygons = assets::polygons_of(zone.shape, &seas, circle_points);
    std::vector<Outline> outlines;
    for (const auto& polygon : polygons) {
        auto part = page_area(view, polygon);
        outlines.insert(outlines.end(), part.begin(), part.end());
    }
    return outlines;
}

bool zone_is_widened(const View& view, const Zone& zone) {
    const auto* corridor = shape_of<assets::CorridorShape>(zone);
    return corridor != nullptr && corridor_mm(view, *corridor) < min_band_mm;
}

bool zone_in_frame(const View& view, const geo::Seas& seas, const Zone& zone) {
    if (touches(zone_lines(view, seas, zone), view.frame_mm)) return true;
    const Point middle{view.frame_mm.x + view.frame_mm.w / 2, view.frame_mm.y + view.frame_mm.h / 2};
    return inside(zone_area(view, seas, zone), middle);
}

void draw_zone_tints(MapDrawing& drawing) {
    for (const assets::ZoneIndex index : drawing.in.snapshot.zones) {
        const Zone& zone = drawing.in.scenario.zones[index];
        if (fill_of(zone.kind) != Fill::None)
            drawing.tint_grid.add(zone_area(drawing.view, drawing.in.scenario.atlas->seas, zone));
        if (on_land(zone.kind)) continue;
        const auto tagged = drawing.builder.group({.tag = {"zones", "zone", zone.id}});
        fill_zone(drawing, zone);
    }
}

void draw_zone_lines(MapDrawing& drawing) {
    const geo::Seas& seas = drawing.in.scenario.atlas->seas;
    for (const assets::ZoneIndex index : drawing.in.snapshot.zones) {
        const Zone& zone = drawing.in.scenario.zones[index];
        if (!zone_in_frame(drawing.view, seas, zone)) continue;
        const auto tagged = drawing.builder.group({.tag = {"zones", "zone", zone.id}});
        if (on_land(zone.kind)) fill_zone(drawing, zone);
        const auto lines = zone_lines(drawing.view, seas, zone);
        if (!lines.empty()) stroke_zone(drawing, zone, lines);
        drawing.visible.zones.push_back(index);
        const geo::PolicyFeature* feature = drawing.in.policy.find_zone(to_string(zone.kind), to_string(zone.status));
        if (feature && !feature->file.empty()) drawing.visible.policy_lines.insert(feature->id);
        request_name(drawing, zone, lines);
    }
}

} // namespace render
