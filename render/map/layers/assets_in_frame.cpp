#include "render/map/layers/assets_in_frame.hpp"

#include "assets/model/area.hpp"
#include "geo/earth/geodesic.hpp"
#include "render/map/drawing/asset_filter.hpp"
#include "render/map/drawing/shapes.hpp"
#include "render/map/layers/count_box.hpp"
#include "render/map/layers/crowd.hpp"
#include "render/map/layers/draw_layers.hpp"
#include "render/map/layers/targets/targets.hpp"
#include "render/map/layers/zones/zone_shapes.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <numbers>

#include <fmt/format.h>

namespace render {
namespace {

using assets::Flag;
using assets::How;
using assets::State;

constexpr double dots_from_m_per_mm = 60e3; ///< many assets are dots on maps of a smaller scale
constexpr std::size_t dots_from_count = 9;
constexpr double small_scale_dot_mm = 1.8;

double symbol_size(const Theme& theme, assets::AssetType type) {
    using assets::AssetType;
    if (assets::is_ship(type)) return theme.symbol_mm;
    const bool people = type == AssetType::Detachment || type == AssetType::Contingent ||
                        type == AssetType::Delegation || type == AssetType::Person;
    return theme.symbol_mm * (assets::is_aircraft(type) ? 0.80 : people ? 0.70 : 0.62);
}

/// Direction on the page of a course at a place, where north is seldom straight up.
double page_course(const View& view, geo::LonLat where, double course_deg) {
    const auto from = view.to_page(where);
    const auto to = view.to_page(geo::point_along(where, course_deg, 0.5 * view.m_per_mm));
    if (!from || !to) return course_deg;
    return std::atan2(to->x - from->x, from->y - to->y) * 180.0 / std::numbers::pi;
}

SymbolFill fill_of(const State& state) {
    if (state.flags.has(Flag::Planned)) return SymbolFill::Dotted;
    const bool is_doubtful = state.how == How::Interpolated || state.flags.has(Flag::Sometime) ||
                             state.flags.has(Flag::MayHaveLeft) || state.flags.has(Flag::MayNotHaveArrived);
    return is_doubtful ? SymbolFill::Hollow : SymbolFill::Solid;
}

/// Whether the area is only a circle that the program or the author worked out: such a circle can reach far into the
/// frame while nothing puts the asset there.
bool is_worked_out_circle(const State& state) {
    return !state.area() && (state.how != How::Reported || state.flags.has(Flag::Estimated));
}

std::vector<Outline> fix_area(const MapDrawing& drawing, const State& state) {
    const assets::Scenario& scenario = drawing.in.scenario;
    std::vector<Outline> circle;
    if (state.where && state.radius_km) {
        circle = page_area(drawing.view, geo::geodesic_circle(*state.where, *state.radius_km * 1000.0));
    }
    if (!state.area()) return circle;
    std::vector<Outline> area;
    if (state.area()->of == assets::AreaRef::Of::Zone) {
        if (const assets::Zone* zone = scenario.zone(state.area()->id))
            area = zone_area(drawing.view, scenario.atlas->seas, *zone);
    } else {
        for (const geo::Polygon& polygon : assets::polygons_of(scenario, *state.area())) {
            std::vector<Outline> part = page_area(drawing.view, polygon);
            area.insert(area.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
        }
    }
    return state.circle_cut_to_area() ? common_part(circle, area) : area;
}

std::string area_key(const State& state) {
    if (state.area() && !state.circle_cut_to_area()) return state.area()->id;
    return fmt::format("{}:{:.3f}:{:.3f}:{:.1f}", state.area() ? state.area()->id : "", state.where->lon(),
                       state.where->lat(), state.radius_km.value_or(0));
}

/// A named sea or country is not drawn, because a tint would read as a claim. A reported area is tinted, or has only a
/// rim if it covers over a quarter of the frame. An estimated area is tinted if it is small, else not drawn.
DrawnAsset::AreaLook area_look(const MapDrawing& drawing, const State& state, const std::vector<Outline>& area) {
    constexpr double widest_worked_out_km = 800;
    if (area.empty()) return DrawnAsset::AreaLook::None;
    const bool is_named = state.area() && state.area()->of != assets::AreaRef::Of::Zone && !state.circle_cut_to_area();
    if (is_named) return DrawnAsset::AreaLook::None;
    const bool fits = tint_fits(drawing.view, area);
    if (state.how == How::Reported && !state.flags.has(Flag::Estimated))
        return fits ? DrawnAsset::AreaLook::Tint : DrawnAsset::AreaLook::Rim;
    const bool is_small = 2 * state.radius_km.value_or(0) <= widest_worked_out_km;
    return fits && is_small ? DrawnAsset::AreaLook::Tint : DrawnAsset::AreaLook::None;
}

/// A point of the area's part in the frame, near the middle of that part; on water for a ship. Empty when the part has
/// no room for a symbol.
std::optional<Point> point_in_frame(const MapDrawing& drawing, const std::vector<Outline>& area, bool on_water) {
    constexpr double step_mm = 3.0;
    constexpr std::size_t least_points = 6; // some 50 mm2
    const Rect part = common_part(box_of(area), grown(drawing.view.frame_mm, -2.0));
    std::vector<Point> points;
    Point sum{};
    for (double y = part.y + step_mm / 2; y < part.bottom(); y += step_mm) {
        for (double x = part.x + step_mm / 2; x < part.right(); x += step_mm) {
            if (!inside(area, {x, y}) || (on_water && drawing.land.grid.covers({x, y}))) continue;
            points.push_back({x, y});
            sum = {sum.x + x, sum.y + y};
        }
    }
    if (points.size() < least_points) return std::nullopt;
    const auto n = static_cast<double>(points.size());
    const Point middle{sum.x / n, sum.y / n};
    return *std::min_element(points.begin(), points.end(), [&](Point a, Point b) {
        return std::hypot(a.x - middle.x, a.y - middle.y) < std::hypot(b.x - middle.x, b.y - middle.y);
    });
}

/// Lets the box of a count stand anywhere in the report's circle. The circle is not drawn, unless it is so wide that
/// the report was a stand-in already.
void make_area_of_count(const MapDrawing& drawing, const State& state, DrawnAsset& d) {
    d.count_lines = {std::string{}}; // make_count_box() sets the text, once the companions are known
    if (d.stand_in) return;
    d.stand_in = true;
    d.area = fix_area(drawing, state);
    d.area_key = area_key(state);
}

/// Adds the circle of a report's radius, for a harbour map. A smaller circle would lie under the symbol, and a wider
/// one would reach out of the frame.
void add_radius(const MapDrawing& drawing, const State& state, DrawnAsset& d) {
    constexpr double least_mm = 1.5, widest_share = 0.5;
    const double radius_mm = *state.radius_km * 1000 / drawing.view.m_per_mm;
    if (radius_mm < least_mm || radius_mm > widest_share * drawing.view.frame_mm.w) return;
    d.area = fix_area(drawing, state);
    d.area_look = DrawnAsset::AreaLook::Radius;
    d.area_key = area_key(state);
}

/// The type of the symbol. A headquarters with a hull number is aboard a ship: a command ship.
assets::AssetType symbol_type(const assets::Asset& asset) {
    const bool is_afloat = asset.type == assets::AssetType::Headquarters && !asset.hull.empty();
    return is_afloat ? assets::AssetType::CommandShip : asset.type;
}

std::optional<DrawnAsset> make_drawn(const MapDrawing& drawing, std::size_t index) {
    const State& state = drawing.in.snapshot.states[index];
    const assets::Asset& asset = drawing.in.scenario.assets[state.asset];
    const assets::Target* target = target_of(drawing.in, state.asset);
    const auto& marked = drawing.in.figure.marked;
    const bool is_marked = !marked.empty() && marked.contains(asset.id);
    // A selected or pinned target stays on the live map when it is lost.
    const bool keeps_lost = target != nullptr && is_marked && state.how == How::Lost;
    const auto where = keeps_lost ? target->last : state.where;
    if (((state.how == How::Lost || state.how == How::Absent) && !keeps_lost) || !where) return std::nullopt;
    const auto position = drawing.view.to_page(*where);
    if (!position) return std::nullopt;

    const Theme& theme = drawing.theme();
    DrawnAsset d{.state = index, .type = symbol_type(asset), .style = {}};
    d.stand_in = state.point == assets::PointIs::StandIn;
    d.marked = is_marked;
    if (!d.stand_in) d.target = target;
    d.position = *position;
    constexpr double dot_room_mm = 0.9; // the frame never cuts a position dot
    const double room_mm = d.marked ? 0 : dot_room_mm;
    if (!contains(grown(drawing.view.frame_mm, -room_mm), *position)) {
        if (!d.stand_in) return std::nullopt;
    }
    if (d.stand_in) {
        d.area = fix_area(drawing, state);
        d.area_look = area_look(drawing, state, d.area);
        d.area_key = area_key(state);
        // A ship in a country, for instance in one of its ports: its point is sought on land, too.
        const bool on_land = state.area() && state.area()->of == assets::AreaRef::Of::Country;
        // A stand-in's point is arbitrary: an area that is partly in the frame counts as in the frame.
        if (!contains(grown(drawing.view.frame_mm, -room_mm), *position)) {
            if (is_worked_out_circle(state)) return std::nullopt;
            const auto inside_frame = point_in_frame(drawing, d.area, assets::is_ship(asset.type) && !on_land);
            if (!inside_frame) return std::nullopt;
            d.position = *inside_frame;
        }
    }
    if (is_count_over_area(asset, state)) make_area_of_count(drawing, state, d);
    if (!d.stand_in && state.radius_km && is_harbour_map(drawing.view)) add_radius(drawing, state, d);
    d.moving = shows_heading(state, asset.type) && !d.stand_in;
    d.style.size_mm = symbol_size(theme, d.type);
    d.style.colour = theme.country_colour(asset.country);
    d.style.halo = theme.halo;
    d.style.halo_mm = theme.symbol_halo_mm;
    d.style.fill = fill_of(state);
    d.style.question_mark = state.flags.has(Flag::MayHaveLeft) || state.flags.has(Flag::MayNotHaveArrived);
    d.style.count = state.fix != nullptr ? state.fix->count() : 0;
    d.style.dot = drawing.in.figure.symbols == SymbolSet::Dot && !d.marked;
    // Units and headquarters stay where they are until the next fix, so their held positions are not faded.
    const bool stays = asset.path == assets::PathRule::Hold;
    if (state.how == How::Held && !stays) d.opacity = theme.held_opacity;
    if (state.how == How::Stale) d.opacity = theme.stale_opacity;
    return d;
}

/// Turns a symbol to its course on the page; without a reported course it points to the right of the page. A stand-in
/// can have a reported course too: a ship on passage somewhere in a strait.
void turn(const MapDrawing& drawing, DrawnAsset& d) {
    const State& state = drawing.in.snapshot.states[d.state];
    d.style.course_deg =
        shows_heading(state, d.type) ? page_course(drawing.view, *state.where, *state.course_deg) : 90.0;
}

/// Gives assets that are reported at the same place one position, so that two readings of a port's coordinates do not
/// give two symbols. Positions that a reader can tell apart stay as they are.
void share_places(const MapDrawing& drawing, std::vector<DrawnAsset>& all) {
    constexpr double same_mark_mm = 1.5;
    std::map<std::string_view, std::vector<std::size_t>> by_place;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const State& state = drawing.in.snapshot.states[all[i].state];
        if (!all[i].stand_in && !all[i].moving && !state.place().empty()) by_place[state.place()].push_back(i);
    }
    for (const auto& [place, here] : by_place)
        for (std::size_t k = 1; k < here.size(); ++k) {
            const Point first = all[here.front()].position;
            Point& other = all[here[k]].position;
            if (std::hypot(other.x - first.x, other.y - first.y) <= same_mark_mm) other = first;
        }
}

/// Symbols of many assets would hide a map of very small scale.
void make_dots(std::vector<DrawnAsset>& all) {
    for (DrawnAsset& d : all) {
        if (d.style.count >= 2 || d.style.dot) continue;
        d.style.dot = true;
        d.style.size_mm = small_scale_dot_mm / dot_share_of_size;
    }
}

bool together(const Theme& theme, const DrawnAsset& a, const DrawnAsset& b) {
    if (a.stand_in && b.stand_in && a.area_key == b.area_key) return true;
    return std::hypot(a.position.x - b.position.x, a.position.y - b.position.y) < 1.6 * theme.symbol_mm;
}

/// Removes the assets that another symbol stands for: embarked assets, and members beside their group.
void absorb(const MapDrawing& drawing, std::vector<DrawnAsset>& all) {
    const auto& states = drawing.in.snapshot.states;
    std::vector<char> absorbed(all.size(), 0);
    std::vector<std::size_t> index_of(drawing.in.scenario.assets.size(), all.size()); // index in `all`, or all.size()
    for (std::size_t i = 0; i < all.size(); ++i)
        index_of[states[all[i].state].asset] = i;
    const auto absorb_into = [&](assets::AssetIndex to, std::size_t i, bool only_beside) {
        if (to == assets::no_index || all[i].marked) return;
        const std::size_t holder = index_of[to];
        if (holder == all.size() || holder == i) return;
        if (only_beside && !together(drawing.theme(), all[holder], all[i])) return;
        all[holder].companions.push_back(all[i].state);
        absorbed[i] = 1;
    };
    for (std::size_t i = 0; i < all.size(); ++i) {
        absorb_into(states[all[i].state].carrier, i, false);
        if (absorbed[i] == 0) absorb_into(states[all[i].state].group, i, true);
    }
    // A group's symbol that stands for a ship also stands for the assets embarked in that ship.
    for (std::size_t i = 0; i < all.size(); ++i) {
        const assets::AssetIndex group = states[all[i].state].group;
        if (absorbed[i] == 0 || all[i].companions.empty() || group == assets::no_index) continue;
        const std::size_t holder = index_of[group];
        if (holder == all.size()) continue;
        all[holder].companions.insert(all[holder].companions.end(), all[i].companions.begin(), all[i].companions.end());
    }
    remove_flagged(all, absorbed);
}

} // namespace

bool shows_heading(const State& state, assets::AssetType type) {
    return state.course_deg.has_value() && state.how != How::Interpolated &&
           (assets::is_ship(type) || assets::is_aircraft(type));
}

std::vector<DrawnAsset> assets_in_frame(const MapDrawing& drawing) {
    std::vector<DrawnAsset> all;
    if (!drawing.shows("assets") || drawing.in.figure.period) return all; // a period has voyages, not positions
    const auto& states = drawing.in.snapshot.states;
    const AssetFilter filter{drawing.in.figure};
    for (std::size_t i = 0; i < states.size(); ++i) {
        if (!filter.allows(drawing.in.scenario.assets[states[i].asset].id)) continue;
        if (auto d = make_drawn(drawing, i)) all.push_back(std::move(*d));
    }
    share_places(drawing, all);
    absorb(drawing, all);
    if (drawing.view.m_per_mm > dots_from_m_per_mm && all.size() >= dots_from_count) make_dots(all);
    classify_crowd(drawing, all);
    for (DrawnAsset& d : all)
        if (d.target != nullptr) make_target(drawing, d, *d.target);
    std::map<SymbolFill, Rect> rooms; // reused, because very many dots are alike
    for (DrawnAsset& d : all) {
        if (!d.count_lines.empty()) {
            d.style.dot = false;
            make_count_box(drawing, d);
            continue;
        }
        if (d.target != nullptr) continue;
        if (!d.is_plain_dot()) {
            turn(drawing, d);
            d.relative_box = symbol_box(d.type, d.style);
            continue;
        }
        const auto [room, is_new] = rooms.try_emplace(d.style.fill);
        if (is_new) room->second = symbol_box(d.type, d.style);
        d.relative_box = room->second;
    }
    return all;
}

std::set<std::string> drawn_ids(const MapDrawing& drawing, const std::vector<DrawnAsset>& all) {
    std::set<std::string> ids;
    const auto add = [&](std::size_t state) {
        ids.insert(drawing.in.scenario.assets[drawing.in.snapshot.states[state].asset].id);
    };
    for (const DrawnAsset& d : all) {
        add(d.state);
        for (const std::size_t other : d.companions)
            add(other);
    }
    return ids;
}

} // namespace render
