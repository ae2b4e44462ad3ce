#include "render/map/layers/targets/targets.hpp"

#include "geo/earth/geodesic.hpp"
#include "render/picture/colour.hpp"
#include "render/picture/outlines.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace render {
namespace {

constexpr double symbol_mm = 4.2, small_mm = 1.9;
constexpr int directions = 16; ///< of small targets
constexpr double still_kn = 0.5;

/// Direction on the page of a course at a place, whose point on the page is `from`. A short step in degrees is enough
/// for a symbol, and takes a fraction of the time of a geodesic: a live map may have tens of thousands of targets.
double page_angle(const View& view, Point from, geo::LonLat where, double course_deg) {
    constexpr double radians = std::numbers::pi / 180, step_deg = 0.01;
    const double north = std::cos(course_deg * radians), east = std::sin(course_deg * radians);
    const auto ahead =
        geo::LonLat::from_degrees(where.lon() + step_deg * east / std::max(0.01, std::cos(where.lat() * radians)),
                                  where.lat() + step_deg * north);
    const auto to = ahead ? view.to_page(*ahead) : std::nullopt;
    if (!to) return course_deg;
    return std::atan2(to->x - from.x, from.y - to->y) / radians;
}

/// The last position of a lost contact, else the position at the instant.
std::optional<geo::LonLat> place_of(const assets::State& state, const assets::Target& target) {
    return state.where ? state.where : target.last;
}

} // namespace

const assets::Target* target_of(const Inputs& in, assets::AssetIndex asset) {
    const auto& targets = in.snapshot.targets;
    if (!in.figure.targets.on || !targets || asset >= targets->size()) return nullptr;
    const assets::Target& target = (*targets)[asset];
    return target.is_target ? &target : nullptr;
}

Colour target_colour(const Inputs& in, const assets::Target& target, const assets::Asset& asset) {
    if (in.figure.targets.by_flag) return in.theme.country_colour(asset.country);
    return in.theme.target.at(static_cast<std::size_t>(target.of_class));
}

void make_target(const MapDrawing& drawing, DrawnAsset& d, const assets::Target& target) {
    const assets::State& state = drawing.in.snapshot.states[d.state];
    d.target = &target;
    d.style.colour = target_colour(drawing.in, target, drawing.in.scenario.assets[state.asset]);
    d.style.fill = SymbolFill::Solid;
    d.style.question_mark = false;
    d.style.count = 0;
    d.opacity = 1; // a lost mark says what fading says of other assets
    TargetStyle style;
    style.size_mm = d.style.dot ? small_mm : symbol_mm;
    style.stopped = target.stopped;
    style.lost = target.silent;
    d.relative_box = target_box(style);
}

TargetStyle TargetPainter::style_of(const DrawnAsset& d) const {
    const assets::Target& target = *d.target;
    const assets::State& state = m_drawing.in.snapshot.states[d.state];
    TargetStyle style;
    style.colour = d.style.colour;
    style.halo = m_drawing.theme().halo;
    style.ink = m_drawing.theme().text;
    style.size_mm = d.style.dot ? small_mm : symbol_mm;
    style.halo_mm = d.style.dot ? 0.15 : 0.3;
    style.stopped = target.stopped;
    style.lost = target.silent;
    const auto where = place_of(state, target);
    if (!where) return style;
    const bool has_heading = !std::isnan(target.heading_deg);
    if (has_heading)
        style.points_to_deg = page_angle(m_drawing.view, d.position, *where, static_cast<double>(target.heading_deg));
    if (state.course_deg && !(d.style.dot && has_heading)) {
        const double course = page_angle(m_drawing.view, d.position, *where, *state.course_deg);
        if (!has_heading) style.points_to_deg = course;
        style.vector_deg = course;
    } else if (!has_heading) {
        style.stopped = true; // nothing says where it points
    }
    if (has_heading) style.heading_deg = style.points_to_deg;
    return style;
}

void TargetPainter::draw_lines(const DrawnAsset& d) const {
    if (d.style.dot || d.target->silent) return;
    const assets::State& state = m_drawing.in.snapshot.states[d.state];
    TargetStyle style = style_of(d);
    constexpr double longest_mm = 60;
    const double hours =
        std::chrono::duration<double, std::ratio<3600>>(m_drawing.in.figure.targets.speed_vector).count();
    const double metres = state.speed_kn.value_or(0) * 1852 * hours;
    if (state.speed_kn.value_or(0) < still_kn) style.vector_deg.reset();
    style.vector_mm = std::min(longest_mm, metres / m_drawing.view.m_per_mm);
    const auto lines = draw_target_lines(style);
    if (lines.empty()) return;
    const auto anchored = m_drawing.builder.group({.anchor = d.at});
    m_drawing.builder.append(lines);
}

void TargetPainter::append(const DrawnAsset& d) {
    TargetStyle style = style_of(d);
    if (!d.style.dot) {
        m_drawing.builder.append(draw_target(style));
        return;
    }
    // Sixteen directions are enough for a mark of two millimetres, and a renderer keeps one image of each.
    const double turn = style.points_to_deg / 360;
    const int direction =
        style.stopped ? -1 : static_cast<int>(std::lround((turn - std::floor(turn)) * directions)) % directions;
    style.points_to_deg = direction * 360.0 / directions;
    const Colour c = style.colour;
    const auto colour = static_cast<std::uint32_t>(c.r << 16 | c.g << 8 | c.b);
    auto& small = m_small[{colour, direction}];
    if (small.empty()) small = draw_small_target(style);
    m_drawing.builder.append(small);
}

void draw_past_dots(MapDrawing& drawing, const assets::Trail& trail) {
    using std::chrono::seconds;
    constexpr double dot_mm = 0.42;
    constexpr std::size_t most = 30;
    const assets::Target* target = target_of(drawing.in, trail.asset);
    if (target == nullptr) return;
    // The time between two dots, so that the trail has some thirty at most.
    constexpr std::array steps{seconds{10},    seconds{30},    seconds{60},   seconds{120},
                               seconds{300},   seconds{600},   seconds{1800}, seconds{3600},
                               seconds{10800}, seconds{21600}, seconds{86400}};
    seconds step = steps.back();
    for (const seconds candidate : steps)
        if (trail.length / candidate <= static_cast<std::int64_t>(most)) {
            step = candidate;
            break;
        }
    const assets::Asset& asset = drawing.in.scenario.assets[trail.asset];
    const Colour colour = target_colour(drawing.in, *target, asset);
    const auto tagged = drawing.builder.group({.tag = {"tracks", "asset", asset.id}});
    for (const auto& line : trail.lines) {
        std::size_t next = 1;
        // Dots stand at whole multiples of the step, so that they stay where they are from one second to the next.
        const auto since = std::chrono::floor<seconds>(line.front().time.time_since_epoch());
        for (assets::Instant t{(since / step + 1) * step}; t <= line.back().time; t += step) {
            while (next + 1 < line.size() && line[next].time < t)
                ++next;
            const assets::TrailPoint &a = line[next - 1], &b = line[next];
            const double share = b.time > a.time ? static_cast<double>((t - a.time).count()) /
                                                       static_cast<double>((b.time - a.time).count())
                                                 : 0;
            const auto at = drawing.view.to_page(geo::between(a.at, b.at, std::clamp(share, 0.0, 1.0)));
            if (!at || !contains(drawing.view.frame_mm, *at)) continue;
            const auto anchored = drawing.builder.group({.anchor = *at});
            drawing.builder.fill({disc(dot_mm + 0.15, 12)}, drawing.theme().halo);
            drawing.builder.fill({disc(dot_mm, 12)}, colour);
        }
    }
}

std::vector<char> named_targets(const MapDrawing& drawing, const std::vector<DrawnAsset>& all) {
    std::vector<char> named(all.size(), 0);
    std::vector<std::size_t> order;
    const auto asset_of = [&](std::size_t i) {
        return drawing.in.snapshot.states[all[i].state].asset;
    };
    const auto level = [&](std::size_t i) {
        if (all[i].marked) return 0;
        return asset_of(i) < drawing.in.scenario.first_feed_asset ? 1 : 2;
    };
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].target == nullptr && !all[i].crowd)
            named[i] = 1; // the scenario's own assets are named as on every map
        else if (all[i].marked || (all[i].target != nullptr && all[i].target->named_first))
            order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto rank = [&](std::size_t i) {
            return drawing.in.scenario.assets[asset_of(i)].rank;
        };
        return std::tuple{level(a), rank(a)} < std::tuple{level(b), rank(b)};
    });
    for (std::size_t k = 0; k < std::min(order.size(), most_target_names); ++k)
        named[order[k]] = 1;
    return named;
}

} // namespace render
