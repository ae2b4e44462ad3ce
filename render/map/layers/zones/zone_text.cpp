#include "render/map/layers/zones/zone_text.hpp"

#include "geo/earth/geodesic.hpp"
#include "render/map/drawing/shapes.hpp"
#include "render/map/labels/oriented_box.hpp"
#include "render/map/labels/text_block.hpp"
#include "render/map/layers/draw_layers.hpp"
#include "render/map/layers/zones/zone_shapes.hpp"
#include "render/map/style/zone_look.hpp"
#include "render/map/words/distance.hpp"
#include "render/map/words/wording.hpp"
#include "render/map/words/words.hpp"
#include "render/picture/colour.hpp"
#include "render/picture/outlines.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <numbers>

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
    request.lang = drawing.in.words.line_language();
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

/// Whether the box meets the symbol of an asset that stays on its position. The others keep clear of the text.
bool meets_symbol(const MapDrawing& drawing, const Rect& box) {
    return std::any_of(drawing.drawn.begin(), drawing.drawn.end(), [&](const DrawnAsset& d) {
        return !d.stand_in && !d.is_plain_dot() && overlap(moved(d.relative_box, d.position), box);
    });
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
std::string area_text(const Words& words, const assets::Scenario& scenario, const Zone& zone) {
    const auto own = numbered(zone.name);
    if (!own) return zone_name(words, zone);
    const bool is_one_of_many = std::any_of(scenario.zones.begin(), scenario.zones.end(), [&](const Zone& other) {
        const auto others = other.kind == zone.kind && other.id != zone.id ? numbered(other.name) : std::nullopt;
        return others && others->first == own->first;
    });
    return is_one_of_many ? own->second : zone_name(words, zone);
}

/// The lines and rims of the other zones in force.
std::vector<Outline> lines_of_others(const MapDrawing& drawing, const Zone& zone) {
    std::vector<Outline> lines;
    for (const assets::ZoneIndex index : drawing.in.snapshot.zones) {
        const Zone& other = drawing.in.scenario.zones[index];
        if (&other == &zone) continue;
        auto more = zone_lines(drawing.view, drawing.in.scenario.atlas->seas, other);
        lines.insert(lines.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    return lines;
}

/// The point of an area at which a text has most room; off the lines if there is such a point.
std::optional<Point> roomiest_point(const MapDrawing& drawing, const std::vector<Outline>& area,
                                    const std::vector<Outline>& lines, const TextBlock& block) {
    const Rect all = box_of(area);
    if (all.w <= 0) return std::nullopt;
    constexpr int steps = 20;
    std::optional<Point> best;
    double best_room = -std::numeric_limits<double>::infinity();
    for (int i = 1; i < steps; ++i)
        for (int j = 1; j < steps; ++j) {
            const Point p{all.x + all.w * i / steps, all.y + all.h * j / steps};
            const Rect box = grown({p.x - block.w_mm / 2, p.y - block.h_mm / 2, block.w_mm, block.h_mm}, 0.5);
            if (!holds(area, box) || meets_symbol(drawing, box)) continue;
            constexpr double crossed = 100; // a point off the lines always wins
            const double room = distance_to(area, p) - (touches(lines, box) ? crossed : 0);
            if (room <= best_room + 1e-9) continue;
            best_room = room;
            best = p;
        }
    return best;
}

/// What the other zones cover on the page, worked out once for many places of a text.
struct OtherZones {
    std::vector<Outline> lines;
    std::vector<std::vector<Outline>> areas;

    OtherZones(const MapDrawing& drawing, const Zone& zone) {
        const geo::Seas& seas = drawing.in.scenario.atlas->seas;
        for (const assets::ZoneIndex index : drawing.in.snapshot.zones) {
            const Zone& other = drawing.in.scenario.zones[index];
            if (&other == &zone || std::holds_alternative<assets::SeaShape>(other.shape)) continue;
            if (other.kind == ZoneKind::RangeRing) continue; // large, and named by its radius
            auto of_zone = zone_lines(drawing.view, seas, other);
            lines.insert(lines.end(), std::make_move_iterator(of_zone.begin()), std::make_move_iterator(of_zone.end()));
            areas.push_back(zone_area(drawing.view, seas, other));
        }
    }

    /// Whether a text at this box would be read as the name of another zone.
    [[nodiscard]] bool meet(const Rect& box) const {
        const Point middle{box.x + box.w / 2, box.y + box.h / 2};
        return touches(lines, box) ||
               std::any_of(areas.begin(), areas.end(), [&](const auto& area) { return inside(area, middle); });
    }
};

/// A place for the upright name of a circle at sea: inside it, or at most 3 mm away over water.
std::optional<Point> point_over_water(const MapDrawing& drawing, const Zone& zone, const assets::CircleShape& circle,
                                      const TextBlock& block) {
    constexpr double farthest_mm = 3.0, step_mm = 1.5, most_land = 0.0;
    const auto middle = drawing.view.to_page(circle.centre);
    if (!middle) return std::nullopt;
    const double radius = circle.radius_km * 1000 / drawing.view.m_per_mm;
    std::optional<Point> best;
    double best_cost = std::numeric_limits<double>::infinity();
    const OtherZones others{drawing, zone};
    const double right = radius + farthest_mm + block.w_mm / 2, down = radius + farthest_mm + block.h_mm / 2;
    for (double dx = -right; dx <= right; dx += step_mm)
        for (double dy = -down; dy <= down; dy += step_mm) {
            const Point p{middle->x + dx, middle->y + dy};
            const Rect box{p.x - block.w_mm / 2, p.y - block.h_mm / 2, block.w_mm, block.h_mm};
            const double near_x = std::max(0.0, std::abs(dx) - block.w_mm / 2);
            const double near_y = std::max(0.0, std::abs(dy) - block.h_mm / 2);
            if (std::hypot(near_x, near_y) > radius + farthest_mm) continue;
            const double far = std::hypot(std::abs(dx) + block.w_mm / 2, std::abs(dy) + block.h_mm / 2);
            const bool is_inside = far <= radius, is_outside = std::hypot(near_x, near_y) >= radius;
            // Inside, the upper part is best: the middle is left to the sea's name and to symbols.
            const double cost =
                is_inside ? std::abs(dx) + std::abs(dy + 0.6 * radius) : 50 + far + (is_outside ? 0.0 : 20.0);
            if (cost >= best_cost || !contains(grown(drawing.view.frame_mm, -1.0), box) ||
                drawing.land.grid.share(box) > most_land || meets_symbol(drawing, grown(box, 0.5)) || others.meet(box))
                continue;
            best = p;
            best_cost = cost;
        }
    return best;
}

/// Whether a turned text lies in the water of the sea.
bool lies_in(const MapDrawing& drawing, const geo::Sea& sea, Point at, double angle, double width_mm) {
    const std::vector<Outline> outline = page_area(drawing.view, sea.outline);
    constexpr int samples = 12;
    for (int i = -samples; i <= samples; ++i) {
        const double along = width_mm / 2 * i / samples;
        const Point p{at.x + std::cos(angle) * along, at.y - std::sin(angle) * along};
        if (!inside(outline, p) || drawing.land.grid.covers(p)) return false;
    }
    return true;
}

/// Requests the name of a zone that is a whole sea, below the sea's own name, if the sea has room for it.
void request_name_in_sea(MapDrawing& drawing, const Zone& zone, const geo::Sea& sea) {
    constexpr double below_mm = 4.4;
    const auto at = drawing.view.to_page(sea.label);
    if (!at) return;
    LabelRequest request = request_for(drawing, zone, LabelRequest::Kind::Centred, zone_name(drawing.in.words, zone));
    const double angle = sea.label_angle_deg * std::numbers::pi / 180;
    request.at = {at->x + below_mm * std::sin(angle), at->y + below_mm * std::cos(angle)};
    const double width_mm = set_block(request, drawing.in.typesetter).w_mm;
    if (!contains(drawing.view.frame_mm, request.at) || !lies_in(drawing, sea, request.at, angle, width_mm)) return;
    request.angle_deg = sea.label_angle_deg;
    request.rank = 9; // after the names of seas
    drawing.labels.push_back(std::move(request));
}

/// The longest part of the lines inside the frame, along which a name may run.
std::vector<Point> longest_inside(const std::vector<Outline>& lines, const Rect& frame) {
    std::vector<Point> best;
    double best_length = 0;
    for (const Outline& part : lines_inside(lines, frame))
        if (const double length = length_of(part); length > best_length) {
            best_length = length;
            best = part.points;
        }
    return best;
}

/// The part of a circle of `share_of_radius` times the radius between two azimuths in degrees, clockwise.
geo::Polyline arc_of(const assets::CircleShape& circle, double share_of_radius, int from_deg, int to_deg) {
    geo::Polyline arc;
    for (int azimuth = from_deg; azimuth <= to_deg; azimuth += 5) {
        const geo::LonLat p = geo::point_along(circle.centre, azimuth, circle.radius_km * 1000.0 * share_of_radius);
        const double lon = arc.empty() ? p.lon() : arc.back().lon + geo::wrap_longitude(p.lon() - arc.back().lon);
        arc.push_back({lon, p.lat()});
    }
    return arc;
}

} // namespace

std::optional<ZoneText> text_in_area(const MapDrawing& drawing, const Zone& zone, const std::vector<Outline>& area) {
    if (!drawing.shows(names_layer)) return std::nullopt;
    constexpr double numeral_mm = 3.0, room_mm = 1.0, inset_mm = 1.5;
    const std::string text = area_text(drawing.in.words, drawing.in.scenario, zone);
    const auto shown = common_part(area, {rectangle(grown(drawing.view.frame_mm, -inset_mm))});
    const std::vector<Outline> lines = lines_of_others(drawing, zone);
    const MapName names = drawing.in.words.names().of(zone.name, zone.names);
    std::vector<std::string> two_rows = in_two_rows(text);
    if (names.parts.size() > 1 && text == names.in_line()) two_rows = {names.parts[0].text, names.parts[1].text};
    for (const auto& rows : {std::vector{text}, two_rows}) {
        LabelRequest request = request_for(drawing, zone, LabelRequest::Kind::Centred, text);
        request.lines = rows;
        const bool is_numeral = text.size() <= 3;
        request.style.size_mm = is_numeral ? std::max(numeral_mm, drawing.theme().small_mm) : drawing.theme().small_mm;
        request.style.weight = is_numeral ? 600 : 500;
        request.second_style = request.style;
        const TextBlock block = set_block(request, drawing.in.typesetter);
        if (block.w_mm <= 0) continue;
        if (const auto at = roomiest_point(drawing, shown, lines, block))
            return fixed_at(std::move(request), *at, block, room_mm);
    }
    return std::nullopt;
}

std::optional<ZoneText> radius_on_ring(const MapDrawing& drawing, const Zone& zone, double least_widths) {
    const auto* ring = std::get_if<assets::CircleShape>(&zone.shape);
    if (ring == nullptr || !drawing.shows(names_layer)) return std::nullopt;
    constexpr double room_mm = 0.7;
    LabelRequest request = request_for(drawing, zone, LabelRequest::Kind::Centred,
                                       radius_words(drawing.in.words, drawing.in.scenario, ring->radius_km));
    const TextBlock block = set_block(request, drawing.in.typesetter);
    if (2 * ring->radius_km * 1000 / drawing.view.m_per_mm < least_widths * block.w_mm) return std::nullopt;
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

std::optional<ZoneText> name_beside_area(const MapDrawing& drawing, const Zone& zone,
                                         const std::vector<Outline>& area) {
    if (!drawing.shows(names_layer)) return std::nullopt;
    constexpr double gap_mm = 0.8, room_mm = 0.7, land_cost = 10, row_cost = 0.5;
    const Rect frame = grown(drawing.view.frame_mm, -1.0);
    const Rect all = box_of(common_part(area, {rectangle(frame)}));
    if (all.w <= 0) return std::nullopt;
    const std::string text = area_text(drawing.in.words, drawing.in.scenario, zone);
    const OtherZones others{drawing, zone};
    std::optional<ZoneText> best;
    double least = std::numeric_limits<double>::infinity();
    for (const auto& rows : {std::vector{text}, in_two_rows(text)}) {
        LabelRequest request = request_for(drawing, zone, LabelRequest::Kind::Centred, text);
        request.lines = rows;
        const TextBlock block = set_block(request, drawing.in.typesetter);
        if (block.w_mm <= 0) continue;
        const double right = (all.w + block.w_mm) / 2 + gap_mm, down = (all.h + block.h_mm) / 2 + gap_mm;
        // Below, above, and at the sides; slid along the area where its middle has no room.
        for (const double slide : {0.0, -0.3, 0.3, -0.6, 0.6})
            for (const Point side : {Point{slide * all.w, down}, Point{slide * all.w, -down},
                                     Point{right, slide * all.h}, Point{-right, slide * all.h}}) {
                const Point at{all.x + all.w / 2 + side.x, all.y + all.h / 2 + side.y};
                const Rect box = grown({at.x - block.w_mm / 2, at.y - block.h_mm / 2, block.w_mm, block.h_mm}, 0.3);
                const double cost = land_cost * drawing.land.grid.share(box) + std::abs(slide) +
                                    row_cost * static_cast<double>(rows.size());
                if (cost >= least || !contains(frame, box) || meets_symbol(drawing, grown(box, 0.5)) ||
                    others.meet(box) ||
                    std::ranges::any_of(drawing.fixed_texts, [&](const Rect& r) { return overlap(r, box); }))
                    continue;
                least = cost;
                best = fixed_at(request, at, block, room_mm);
            }
    }
    return best;
}

namespace {

/// The rows of a circle's name at the best point of its rim.
std::optional<ZoneText> rows_on_rim(const MapDrawing& drawing, const Zone& zone, const assets::CircleShape& circle,
                                    std::vector<std::string> rows) {
    constexpr double room_mm = 0.7, least_widths = 1.8, step_deg = 10, side_cost = 3, line_cost = 0.5;
    LabelRequest request = request_for(drawing, zone, LabelRequest::Kind::Centred, {});
    request.lines = std::move(rows);
    const TextBlock block = set_block(request, drawing.in.typesetter);
    if (block.w_mm <= 0 || 2 * circle.radius_km * 1000 / drawing.view.m_per_mm < least_widths * block.w_mm)
        return std::nullopt;
    const std::vector<Outline> others = lines_of_others(drawing, zone);
    std::optional<Point> best;
    double least = std::numeric_limits<double>::infinity();
    for (double azimuth = 0; azimuth < 360; azimuth += step_deg) {
        const auto at = drawing.view.to_page(geo::point_along(circle.centre, azimuth, circle.radius_km * 1000));
        if (!at) continue;
        const Rect box = grown({at->x - block.w_mm / 2, at->y - block.h_mm / 2, block.w_mm, block.h_mm}, room_mm);
        const bool is_free = contains(grown(drawing.view.frame_mm, -1.0), box) && !meets_symbol(drawing, box) &&
                             !touches(others, box) &&
                             std::ranges::none_of(drawing.fixed_texts, [&](const Rect& r) { return overlap(r, box); });
        if (!is_free) continue;
        // At the top and bottom the rim runs through the text from end to end; at the sides it cuts it.
        const double radians = azimuth * std::numbers::pi / 180;
        const double cost = side_cost * std::abs(std::sin(radians)) + (1 - std::cos(radians)) / 2 +
                            line_cost * length_under(drawing.coasts, box);
        if (cost >= least) continue;
        least = cost;
        best = *at;
    }
    if (!best) return std::nullopt;
    return fixed_at(std::move(request), *best, block, room_mm);
}

} // namespace

std::optional<ZoneText> name_on_rim(const MapDrawing& drawing, const Zone& zone) {
    const auto* circle = std::get_if<assets::CircleShape>(&zone.shape);
    if (circle == nullptr || !drawing.shows(names_layer)) return std::nullopt;
    std::vector<std::string> rows;
    for (const MapName::Part& name : drawing.in.words.names().of(zone.name, zone.names).parts)
        rows.push_back(name.text);
    if (auto text = rows_on_rim(drawing, zone, *circle, rows)) return text;
    // A circle that is too narrow for the name on one row may hold it on two.
    return rows.size() == 1 ? rows_on_rim(drawing, zone, *circle, in_two_rows(rows.front())) : std::nullopt;
}

void request_zone_name(MapDrawing& drawing, const Zone& zone, const std::vector<Outline>& lines, NameOfCircle side) {
    if (!drawing.shows(names_layer)) return;
    // When a line runs inside another zone and both are drawn, one name is enough.
    const geo::PolicyFeature* feature = policy_feature_of(drawing.in, zone);
    const geo::PolicyFeature* other = feature ? drawing.in.policy.find(feature->named_with) : nullptr;
    if (other && snapshot_has_zone(drawing.in, *other)) return;
    LabelRequest request = request_for(drawing, zone, LabelRequest::Kind::Along, zone_name(drawing.in.words, zone));
    const Rect frame = drawing.view.frame_mm;
    if (const auto* named = std::get_if<assets::SeaShape>(&zone.shape)) {
        if (const geo::Sea* sea = drawing.in.scenario.atlas->seas.by_id(named->sea_id))
            request_name_in_sea(drawing, zone, *sea);
        return;
    }
    const auto* shape = std::get_if<assets::CircleShape>(&zone.shape);
    if (shape && zone.kind == ZoneKind::Patrol) {
        request.lines.clear();
        for (const MapName::Part& name : drawing.in.words.names().of(zone.name, zone.names).parts)
            request.lines.push_back(name.text);
        const auto at = point_over_water(drawing, zone, *shape, set_block(request, drawing.in.typesetter));
        if (!at) return;
        request.kind = LabelRequest::Kind::Centred;
        request.at = *at;
        request.stays = true;
        drawing.labels.push_back(std::move(request));
        return;
    }
    if (shape) {
        // The name runs along the upper side of the circle, upright and clear of what stands in the middle; where the
        // frame cuts the upper side off, along the rest.
        constexpr double inside_share = 0.96, off_rim = 0.95; // of the type's size, between rim and middle of the name
        const double width_mm = set_block(request, drawing.in.typesetter).w_mm;
        const double radius_mm = shape->radius_km * 1000 / drawing.view.m_per_mm;
        const double share =
            side == NameOfCircle::Inside ? inside_share : 1 + off_rim * request.style.size_mm / radius_mm;
        request.line = longest_inside(page_lines(drawing.view, arc_of(*shape, share, -70, 70)), frame);
        if (length_of({request.line, false}) < width_mm)
            request.line = longest_inside(page_lines(drawing.view, arc_of(*shape, share, 70, 290)), frame);
    } else {
        request.line = longest_inside(lines, grown(frame, -1.0));
    }
    if (request.line.size() < 2) return;
    request.at = request.line[request.line.size() / 2];
    drawing.labels.push_back(std::move(request));
}

} // namespace render
