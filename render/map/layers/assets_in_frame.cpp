#include "render/map/layers/assets_in_frame.hpp"

#include "geo/earth/geodesic.hpp"
#include "render/map/drawing/asset_filter.hpp"
#include "render/map/drawing/shapes.hpp"
#include "render/map/layers/crowd.hpp"
#include "render/map/layers/draw_layers.hpp"
#include "render/map/layers/zone_shapes.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include <fmt/format.h>

namespace render {
namespace {

using assets::Flag;
using assets::How;
using assets::State;

constexpr std::size_t fan_limit = 6; ///< more assets than this at one place are stacked by kind

double symbol_size(const Theme& theme, assets::AssetType type) {
    if (assets::is_ship(type)) return theme.symbol_mm;
    return theme.symbol_mm * (assets::is_aircraft(type) ? 0.80 : 0.62);
}

/// Direction on the page of a course at a place, where north is seldom straight up.
double page_course(const View& view, geo::LonLat where, double course_deg) {
    const auto from = view.to_page(where);
    const auto to = view.to_page(geo::point_along(where, course_deg, 0.5 * view.m_per_mm));
    if (!from || !to) return course_deg;
    return std::atan2(to->x - from->x, from->y - to->y) * 180.0 / std::numbers::pi;
}

bool is_hollow(const State& state) {
    return state.how == How::Interpolated || state.flags.has(Flag::Sometime) || state.flags.has(Flag::Planned) ||
           state.flags.has(Flag::MayHaveLeft) || state.flags.has(Flag::MayNotHaveArrived);
}

std::vector<Outline> fix_area(const MapDrawing& drawing, const State& state) {
    const geo::Seas& seas = drawing.in.scenario.atlas->seas;
    std::vector<Outline> circle;
    if (state.where && state.radius_km) {
        circle = page_area(drawing.view, geo::geodesic_circle(*state.where, *state.radius_km * 1000.0));
    }
    if (!state.area()) return circle;
    std::vector<Outline> area;
    if (state.area()->of == assets::AreaRef::Of::Sea) {
        if (const geo::Sea* sea = seas.by_id(state.area()->id)) area = page_area(drawing.view, sea->outline);
    } else if (const assets::Zone* zone = drawing.in.scenario.zone(state.area()->id)) {
        area = zone_area(drawing.view, seas, *zone);
    }
    return state.circle_cut_to_area() ? common_part(circle, area) : area;
}

std::string area_key(const State& state) {
    if (state.area() && !state.circle_cut_to_area()) return state.area()->id;
    return fmt::format("{}:{:.3f}:{:.3f}:{:.1f}", state.area() ? state.area()->id : "", state.where->lon(),
                       state.where->lat(), state.radius_km.value_or(0));
}

/// A named sea has no fill, because a tint would read as a claim; its name says where the asset is. Of other areas,
/// those that the program worked out are drawn only if they are small, and reported ones without a tint if they cover
/// much of the frame.
DrawnAsset::AreaLook area_look(const MapDrawing& drawing, const State& state, const std::vector<Outline>& area) {
    constexpr double widest_worked_out_km = 800;
    if (area.empty()) return DrawnAsset::AreaLook::None;
    const bool is_named_sea =
        state.area() && state.area()->of == assets::AreaRef::Of::Sea && !state.circle_cut_to_area();
    if (is_named_sea) return DrawnAsset::AreaLook::None;
    const bool fits = tint_fits(drawing.view, area);
    if (state.how == How::Reported) return fits ? DrawnAsset::AreaLook::Tint : DrawnAsset::AreaLook::Rim;
    const bool is_small = 2 * state.radius_km.value_or(0) <= widest_worked_out_km;
    return fits && is_small ? DrawnAsset::AreaLook::Tint : DrawnAsset::AreaLook::None;
}

/// Share of a stand-in's circle that lies within the frame, estimated from sample points.
double share_in_frame(const MapDrawing& drawing, const State& state) {
    if (!state.where || !state.radius_km) return 0;
    // The circle around the stand-in point encloses the area. Samples are on the Earth, because the page shows only a
    // part.
    int in = 0, all = 0;
    for (const double share : {0.0, 0.35, 0.6, 0.85}) {
        const int directions = share == 0.0 ? 1 : 12;
        for (int i = 0; i < directions; ++i) {
            const auto p = geo::point_along(*state.where, 360.0 * i / directions, *state.radius_km * 1000.0 * share);
            const auto at = drawing.view.to_page(p);
            ++all;
            if (at && contains(drawing.view.frame_mm, *at)) ++in;
        }
    }
    return static_cast<double>(in) / all;
}

std::optional<DrawnAsset> make_drawn(const MapDrawing& drawing, std::size_t index) {
    const State& state = drawing.in.snapshot.states[index];
    const assets::Asset& asset = drawing.in.scenario.assets[state.asset];
    if (state.how == How::Lost || state.how == How::Absent || !state.where) return std::nullopt;
    const auto position = drawing.view.to_page(*state.where);
    if (!position) return std::nullopt;

    const Theme& theme = drawing.theme();
    DrawnAsset d{.state = index, .type = asset.type, .style = {}};
    d.stand_in = state.point == assets::PointIs::StandIn;
    const auto& marked = drawing.in.figure.marked;
    d.marked = !marked.empty() && marked.contains(asset.id);
    d.position = *position;
    constexpr double dot_room_mm = 0.9; // the frame never cuts a position dot
    const double room_mm = d.marked ? 0 : dot_room_mm;
    if (!contains(grown(drawing.view.frame_mm, -room_mm), *position)) {
        // A stand-in's point is arbitrary: the symbol may stand elsewhere in the area if half of it is in the frame.
        if (!d.stand_in || share_in_frame(drawing, state) < 0.5) return std::nullopt;
    }
    if (d.stand_in) {
        d.area = fix_area(drawing, state);
        d.area_look = area_look(drawing, state, d.area);
        d.area_key = area_key(state);
    }
    const bool has_course =
        state.course_deg.has_value() && (assets::is_ship(asset.type) || assets::is_aircraft(asset.type));
    d.moving = has_course && !d.stand_in;
    d.style.size_mm = symbol_size(theme, asset.type);
    d.style.colour = theme.country_colour(asset.country);
    d.style.halo = theme.halo;
    d.style.halo_mm = theme.symbol_halo_mm;
    d.style.fill = is_hollow(state) ? SymbolFill::Hollow : SymbolFill::Solid;
    d.style.question_mark = state.flags.has(Flag::MayHaveLeft) || state.flags.has(Flag::MayNotHaveArrived);
    d.style.count = state.fix != nullptr ? state.fix->count() : 0;
    d.style.dot = drawing.in.figure.symbols == SymbolSet::Dot && !d.marked;
    // Units and headquarters stay where they are until the next fix, so their held positions are not faded.
    const bool stays = asset.path == assets::PathRule::Hold;
    if (state.how == How::Held && !stays) d.opacity = theme.held_opacity;
    if (state.how == How::Stale) d.opacity = theme.stale_opacity;
    return d;
}

/// Turns a symbol to its course. Ships and aircraft without a course point to the right of the page. A stand-in can
/// have a course too: a ship on passage somewhere in a strait.
void turn(const MapDrawing& drawing, DrawnAsset& d) {
    const State& state = drawing.in.snapshot.states[d.state];
    const bool has_course = state.course_deg.has_value() && (assets::is_ship(d.type) || assets::is_aircraft(d.type));
    d.style.course_deg = has_course ? page_course(drawing.view, *state.where, *state.course_deg) : 90.0;
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

bool same_kind(const Inputs& in, const DrawnAsset& a, const DrawnAsset& b) {
    const auto& states = in.snapshot.states;
    const auto& assets = in.scenario.assets;
    return a.type == b.type && a.opacity == b.opacity && a.style.fill == b.style.fill &&
           assets[states[a.state].asset].country == assets[states[b.state].asset].country;
}

/// Replaces more than `fan_limit` symbols at one place, which would hide the map, by one symbol per kind with a count.
void stack(const MapDrawing& drawing, std::vector<DrawnAsset>& all) {
    constexpr double same_place_mm = 1.0;
    std::vector<char> taken(all.size(), 0);
    const auto beside = [&](std::size_t i, std::size_t j) {
        return all[i].stand_in == all[j].stand_in && all[i].area_key == all[j].area_key &&
               std::hypot(all[i].position.x - all[j].position.x, all[i].position.y - all[j].position.y) < same_place_mm;
    };
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (taken[i] != 0 || all[i].marked || all[i].crowd) continue;
        std::vector<std::size_t> here;
        for (std::size_t j = i; j < all.size(); ++j) {
            if (taken[j] == 0 && !all[j].crowd && !all[j].marked && beside(i, j)) here.push_back(j);
        }
        if (here.size() <= fan_limit) continue;
        for (std::size_t a = 0; a < here.size(); ++a) {
            if (taken[here[a]] != 0) continue;
            DrawnAsset& front = all[here[a]];
            int count = std::max(1, front.style.count);
            for (std::size_t b = a + 1; b < here.size(); ++b) {
                DrawnAsset& other = all[here[b]];
                if (taken[here[b]] != 0 || !same_kind(drawing.in, front, other)) continue;
                front.stack.push_back(other.state);
                count += std::max(1, other.style.count);
                taken[here[b]] = 1;
            }
            front.style.count = count > 1 ? count : front.style.count;
        }
    }
    remove_flagged(all, taken);
}

} // namespace

std::vector<DrawnAsset> assets_in_frame(const MapDrawing& drawing) {
    std::vector<DrawnAsset> all;
    if (!drawing.shows("assets")) return all;
    const auto& states = drawing.in.snapshot.states;
    const AssetFilter filter{drawing.in.figure};
    for (std::size_t i = 0; i < states.size(); ++i) {
        if (!filter.allows(drawing.in.scenario.assets[states[i].asset].id)) continue;
        if (auto d = make_drawn(drawing, i)) all.push_back(std::move(*d));
    }
    absorb(drawing, all);
    classify_crowd(drawing, all);
    if (all.size() <= crowd_limit) stack(drawing, all);
    std::map<SymbolFill, Rect> rooms; // reused, because very many dots are alike
    for (DrawnAsset& d : all) {
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
        for (const std::size_t other : d.stack)
            add(other);
    }
    return ids;
}

} // namespace render
