#include "render/map/layers/zone_text.hpp"

#include "geo/earth/geodesic.hpp"
#include "render/map/drawing/shapes.hpp"
#include "render/map/labels/text_block.hpp"
#include "render/map/style/zone_look.hpp"
#include "render/map/words/words.hpp"
#include "render/picture/colour.hpp"
#include "render/picture/outlines.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace render {
namespace {

using assets::Zone;
using assets::ZoneKind;

LabelRequest request_for(const MapDrawing& drawing, const Zone& zone, LabelRequest::Kind kind, std::string text) {
    const Theme& theme = drawing.theme();
    LabelRequest request{.kind = kind, .id = zone.id, .layer = "zones", .lines = {std::move(text)}};
    request.style = {.size_mm = theme.small_mm,
                     .weight = 500,
                     .colour = zone_look(theme, zone).line,
                     .halo = Halo{faded(theme.halo, 0.8), theme.text_halo_mm}};
    request.second_style = request.style;
    request.rank = 5;
    return request;
}

/// Gives a text its fixed point. It is placed before all others.
ZoneText fixed_at(LabelRequest request, Point at, const TextBlock& block, double room_mm) {
    request.at = at;
    request.rank = 0;
    request.never_drop = request.stays = true;
    const Rect box{at.x - block.w_mm / 2, at.y - block.h_mm / 2, block.w_mm, block.h_mm};
    return {std::move(request), grown(box, room_mm)};
}

bool meets_symbol(const MapDrawing& drawing, const Rect& box) {
    return std::any_of(drawing.markers.begin(), drawing.markers.end(),
                       [&](const Marker& marker) { return overlap(marker.box, box); });
}

double distance_to(const std::vector<Outline>& rings, Point p) {
    double nearest = std::numeric_limits<double>::infinity();
    for (const Outline& ring : rings)
        for (std::size_t i = 0, j = ring.points.size() - 1; i < ring.points.size(); j = i++) {
            const Point a = ring.points[j], b = ring.points[i];
            const double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
            const double t = square > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0.0;
            nearest = std::min(nearest, std::hypot(a.x + t * dx - p.x, a.y + t * dy - p.y));
        }
    return nearest;
}

bool holds(const std::vector<Outline>& area, const Rect& box) {
    for (const double x : {box.x, box.x + box.w / 2, box.right()})
        for (const double y : {box.y, box.y + box.h / 2, box.bottom()})
            if (!inside(area, {x, y})) return false;
    return true;
}

/// The numeral at the end of a name, and the words before it. Empty for a name without both.
std::optional<std::pair<std::string, std::string>> numbered(const std::string& name) {
    const auto space = name.rfind(' ');
    if (space == std::string::npos || space == 0 || name.size() - space > 4) return std::nullopt;
    const std::string numeral = name.substr(space + 1);
    if (numeral.empty() || numeral.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
    return std::pair{name.substr(0, space), numeral};
}

/// The numeral alone if another zone of the kind has the same words with another numeral; else the whole name.
std::string area_text(const assets::Scenario& scenario, const Zone& zone) {
    const auto own = numbered(zone.name);
    if (!own) return zone.name;
    const bool is_one_of_many = std::any_of(scenario.zones.begin(), scenario.zones.end(), [&](const Zone& other) {
        const auto others = other.kind == zone.kind && other.id != zone.id ? numbered(other.name) : std::nullopt;
        return others && others->first == own->first;
    });
    return is_one_of_many ? own->second : zone.name;
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

} // namespace

std::optional<ZoneText> text_in_area(const MapDrawing& drawing, const Zone& zone, const std::vector<Outline>& area) {
    constexpr double numeral_mm = 3.0, room_mm = 1.0, inset_mm = 1.5;
    LabelRequest request =
        request_for(drawing, zone, LabelRequest::Kind::Centred, area_text(drawing.in.scenario, zone));
    request.style.size_mm = std::max(numeral_mm, drawing.theme().small_mm);
    request.style.weight = 600;
    const TextBlock block = set_block(request, drawing.in.typesetter);
    const auto shown = common_part(area, {rectangle(grown(drawing.view.frame_mm, -inset_mm))});
    const Rect all = box_of(shown);
    if (block.w_mm <= 0 || all.w <= 0) return std::nullopt;
    constexpr int steps = 20;
    std::optional<Point> best;
    double best_room = 0;
    for (int i = 1; i < steps; ++i)
        for (int j = 1; j < steps; ++j) {
            const Point p{all.x + all.w * i / steps, all.y + all.h * j / steps};
            const Rect box = grown({p.x - block.w_mm / 2, p.y - block.h_mm / 2, block.w_mm, block.h_mm}, 0.5);
            if (!holds(shown, box) || meets_symbol(drawing, box)) continue;
            const double room = distance_to(shown, p);
            if (room <= best_room + 1e-9) continue;
            best_room = room;
            best = p;
        }
    if (!best) return std::nullopt;
    return fixed_at(std::move(request), *best, block, room_mm);
}

std::optional<ZoneText> radius_on_ring(const MapDrawing& drawing, const Zone& zone) {
    const auto* ring = std::get_if<assets::CircleShape>(&zone.shape);
    if (ring == nullptr) return std::nullopt;
    constexpr double room_mm = 0.7;
    LabelRequest request = request_for(drawing, zone, LabelRequest::Kind::Centred,
                                       drawing.in.words("scale.km", {{"value", fmt::format("{}", ring->radius_km)}}));
    const TextBlock block = set_block(request, drawing.in.typesetter);
    if (2 * ring->radius_km * 1000 / drawing.view.m_per_mm < 3 * block.w_mm) return std::nullopt;
    // First at the top; rings about one point then have their radii above each other.
    for (const int azimuth : {0, 180, 30, -30, 60, -60, 90, -90, 120, -120, 150, -150}) {
        const auto at = drawing.view.to_page(geo::point_along(ring->centre, azimuth, ring->radius_km * 1000));
        if (!at) continue;
        const Rect box = grown({at->x - block.w_mm / 2, at->y - block.h_mm / 2, block.w_mm, block.h_mm}, room_mm);
        if (contains(grown(drawing.view.frame_mm, -1.0), box) && !meets_symbol(drawing, box))
            return fixed_at(std::move(request), *at, block, room_mm);
    }
    return std::nullopt;
}

void request_zone_name(MapDrawing& drawing, const Zone& zone, const std::vector<Outline>& lines) {
    // When a line runs inside another zone and both are drawn, one name is enough.
    const geo::PolicyFeature* feature = policy_feature_of(drawing.in, zone);
    const geo::PolicyFeature* other = feature ? drawing.in.policy.find(feature->named_with) : nullptr;
    if (other && snapshot_has_zone(drawing.in, *other)) return;
    LabelRequest request = request_for(drawing, zone, LabelRequest::Kind::Along, zone.name);
    const Rect frame = drawing.view.frame_mm;
    if (const auto* shape = std::get_if<assets::CircleShape>(&zone.shape)) {
        // The name runs along the upper side of the circle, upright and clear of what stands in the middle.
        geo::Polyline arc;
        for (int azimuth = -70; azimuth <= 70; azimuth += 5) {
            const geo::LonLat p = geo::point_along(shape->centre, azimuth, shape->radius_km * 1000.0 * 0.96);
            const double lon = arc.empty() ? p.lon() : arc.back().lon + geo::wrap_longitude(p.lon() - arc.back().lon);
            arc.push_back({lon, p.lat()});
        }
        request.line = longest_inside(page_lines(drawing.view, arc), frame);
    } else if (zone.kind == ZoneKind::Patrol && std::holds_alternative<assets::SeaShape>(zone.shape)) {
        // A patrol area that is a whole sea needs no name: the sea has its own, and the legend explains the rim.
        return;
    } else {
        request.line = longest_inside(lines, grown(frame, -1.0));
    }
    if (request.line.size() < 2) return;
    request.at = request.line[request.line.size() / 2];
    drawing.labels.push_back(std::move(request));
}

} // namespace render
