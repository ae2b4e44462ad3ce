#include "render/map/drawing/shapes.hpp"
#include "render/map/layers/assets_in_frame.hpp"
#include "render/map/layers/count_box.hpp"
#include "render/map/layers/crowd.hpp"
#include "render/map/layers/draw_layers.hpp"
#include "render/map/layers/targets/targets.hpp"
#include "render/map/rosters/label_lines.hpp"
#include "render/map/rosters/roster_block.hpp"
#include "render/map/rosters/rosters.hpp"
#include "render/map/words/wording.hpp"
#include "render/picture/colour.hpp"
#include "render/picture/outlines.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <numeric>
#include <tuple>

namespace render {
namespace {

constexpr double position_dot_mm = 0.62; ///< radius of a position dot

/// Whether the position gets a dot. A symbol that stands on its position needs none.
bool has_dot(const DrawnAsset& d) {
    return !d.stand_in && (d.at.x != d.position.x || d.at.y != d.position.y);
}

void draw_joining_line(MapDrawing& drawing, const DrawnAsset& d) {
    const Rect box = d.box();
    const Point end{std::clamp(d.position.x, box.x, box.right()), std::clamp(d.position.y, box.y, box.bottom())};
    const auto anchored = drawing.builder.group({.opacity = d.opacity, .anchor = d.position});
    Outline line{{{0, 0}, {end.x - d.position.x, end.y - d.position.y}}, false};
    drawing.builder.stroke({{line}, drawing.theme().halo, drawing.theme().leader_mm * 3.0, {}, Cap::Round});
    drawing.builder.stroke({{std::move(line)}, d.style.colour, drawing.theme().leader_mm, {}, Cap::Round});
}

/// Colour of a position dot: neutral when assets of several countries share the dot.
Colour dot_colour(const MapDrawing& drawing, const std::vector<DrawnAsset>& all, const DrawnAsset& d) {
    constexpr double same_mm = 0.3;
    const bool shared = std::any_of(all.begin(), all.end(), [&](const DrawnAsset& other) {
        return !other.stand_in && other.style.colour != d.style.colour &&
               std::hypot(other.position.x - d.position.x, other.position.y - d.position.y) < same_mm;
    });
    return shared ? drawing.theme().text_muted : d.style.colour;
}

void draw_dot(MapDrawing& drawing, const DrawnAsset& d, Colour colour) {
    const auto anchored = drawing.builder.group({.opacity = d.opacity, .anchor = d.position});
    drawing.builder.fill({disc(position_dot_mm + drawing.theme().symbol_halo_mm * 0.8)}, drawing.theme().halo);
    if (d.style.fill != SymbolFill::Solid) {
        drawing.builder.stroke({{disc(position_dot_mm - 0.12)}, colour, 0.26, {}});
    } else {
        drawing.builder.fill({disc(position_dot_mm)}, colour);
    }
}

void request_label(MapDrawing& drawing, const DrawnAsset& d, bool many) {
    const Theme& theme = drawing.theme();
    const auto& asset = drawing.in.scenario.assets[drawing.in.snapshot.states[d.state].asset];
    LabelRequest request{.id = asset.id, .layer = "assets", .lines = label_lines(drawing.in, d)};
    request.lang = drawing.in.words.line_language();
    for (const MapName::Part& name : asset_names(drawing.in, asset).parts)
        request.line_langs.push_back(name.lang);
    const Halo halo{faded(theme.halo, 0.9), theme.text_halo_mm};
    request.style = {.size_mm = theme.asset_label_mm, .weight = 600, .colour = theme.text, .halo = halo};
    request.second_style = {.size_mm = theme.small_mm, .weight = 400, .colour = theme.text_muted, .halo = halo};
    request.at = d.at;
    request.symbol_box = d.box();
    if (has_dot(d) && !d.joined) {
        const double r = position_dot_mm;
        request.symbol_box = around(request.symbol_box, {d.position.x - r, d.position.y - r, 2 * r, 2 * r});
    }
    request.rank = d.marked ? 0 : std::clamp(asset.rank, 1, 4); // names of zones follow; equal ranks keep their order
    request.allow_leader = d.marked || !d.crowd || (!many && !d.style.dot);
    request.never_drop = d.marked;
    constexpr double narrow_page_mm = 100, narrow_leader_mm = 5;
    if (drawing.in.figure.page_width_mm <= narrow_page_mm) request.most_leader_mm = narrow_leader_mm;
    if (d.marked) {
        request.most_leader_mm = 60;
    } else if (!d.crowd) {
        request.far_lines = {roster_text(drawing.in, d, true)};
        request.far_style = {.size_mm = list_row_mm(theme, drawing.in.figure.least_type_mm),
                             .weight = 400,
                             .colour = theme.text,
                             .halo = halo};
    }
    if (d.crowd && many && !d.marked) {
        request.lines.resize(1);
        request.style.size_mm = theme.small_mm;
    }
    drawing.labels.push_back(std::move(request));
}

/// Indices in drawing order: the dots of a crowd, then symbols, then marked assets on top.
std::vector<std::size_t> in_drawing_order(const std::vector<DrawnAsset>& all) {
    std::vector<std::size_t> order(all.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto level = [](const DrawnAsset& d) {
            return d.marked ? 2 : d.crowd && d.style.dot ? 0 : 1;
        };
        return level(all[a]) < level(all[b]);
    });
    return order;
}

/// The same indices in the order of the assets' ranks, in which they are named.
std::vector<std::size_t> by_rank(const MapDrawing& drawing, const std::vector<DrawnAsset>& all,
                                 std::vector<std::size_t> order) {
    const auto rank = [&](std::size_t i) {
        return drawing.in.scenario.assets[drawing.in.snapshot.states[all[i].state].asset].rank;
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    return order;
}

/// Whether the asset lies in a port or at anchor, where nobody reads its symbol as a heading.
bool lies_still(const assets::State& state) {
    using assets::Activity;
    if (state.fix == nullptr) return false;
    const Activity activity = state.fix->activity();
    return activity == Activity::InPort || activity == Activity::AtAnchor || activity == Activity::Maintenance;
}

/// Draws a symbol's shape in the halo's colour, so that nothing shows through the faint symbol that is drawn over it.
void draw_underlay(MapDrawing& drawing, const DrawnAsset& d) {
    SymbolStyle underlay = d.style;
    underlay.colour = underlay.halo;
    underlay.fill = SymbolFill::Solid;
    const auto anchored = drawing.builder.group({.anchor = d.at});
    drawing.builder.append(draw_symbol(d.type, underlay));
}

void draw_symbols(MapDrawing& drawing, const std::vector<DrawnAsset>& all, const std::vector<std::size_t>& order) {
    // The commands of the dots are reused, because very many dots are alike.
    std::map<std::tuple<std::uint8_t, std::uint8_t, std::uint8_t, SymbolFill>, std::vector<Command>> dots;
    constexpr double crowd_cell_mm = 1.0;
    drawing.crowd_grid = CoverGrid{drawing.view.frame_mm, crowd_cell_mm};
    TargetPainter targets{drawing};
    for (const DrawnAsset& d : all)
        if (d.target != nullptr) targets.draw_lines(d);
    for (const std::size_t i : order) {
        const DrawnAsset& d = all[i];
        const auto& asset = drawing.in.scenario.assets[drawing.in.snapshot.states[d.state].asset];
        if (d.crowd && d.marked && d.opacity < 1) draw_underlay(drawing, d);
        {
            const auto anchored =
                drawing.builder.group({.opacity = d.opacity, .anchor = d.at, .tag = {"assets", "asset", asset.id}});
            if (!d.count_lines.empty()) {
                draw_count_box(drawing, d);
            } else if (d.target != nullptr) {
                targets.append(d);
            } else if (d.is_plain_dot()) {
                const Colour c = d.style.colour;
                auto& dot = dots[{c.r, c.g, c.b, d.style.fill}];
                if (dot.empty()) dot = draw_symbol(d.type, d.style);
                drawing.builder.append(dot);
            } else {
                drawing.builder.append(draw_symbol(d.type, d.style));
            }
        }
        if (d.crowd && d.style.dot) {
            drawing.crowd.push_back({d.state, d.box()});
            drawing.crowd_grid.mark(d.at);
            continue;
        }
        Marker marker{asset.id, "assets", d.at, d.box(), std::nullopt, d.state};
        if (d.joined) marker.true_position = d.position;
        for (const std::string& line : d.count_lines)
            marker.text += (marker.text.empty() ? "" : " ") + line;
        drawing.markers.push_back(std::move(marker));
    }
}

} // namespace

void record_drawn(Visible& visible, const Inputs& in, const DrawnAsset& d) {
    using assets::Flag;
    const auto& state = in.snapshot.states[d.state];
    visible.countries.insert(in.scenario.assets[state.asset].country);
    const bool ship = assets::is_ship(d.type);
    ++(ship ? visible.at_sea : visible.elsewhere);
    if (!d.style.dot && d.count_lines.empty()) {
        visible.types.insert(d.type);
        visible.headings = visible.headings || shows_heading(state, d.type);
        visible.without_heading = visible.without_heading || ((ship || assets::is_aircraft(d.type)) &&
                                                              !shows_heading(state, d.type) && !lies_still(state));
    }
    visible.hows.insert(state.how);
    visible.crowd = visible.crowd || (d.crowd && d.style.dot);
    visible.wide_fixes = visible.wide_fixes || d.area_look == DrawnAsset::AreaLook::Tint;
    visible.radii = visible.radii || d.area_look == DrawnAsset::AreaLook::Radius;
    visible.planned = visible.planned || state.flags.has(Flag::Planned);
    visible.estimated = visible.estimated || state.flags.has(Flag::Estimated);
    visible.sometime = visible.sometime || state.flags.has(Flag::Sometime);
    visible.may_have =
        visible.may_have || state.flags.has(Flag::MayHaveLeft) || state.flags.has(Flag::MayNotHaveArrived);
}

namespace {

void record_rosters(MapDrawing& drawing) {
    for (const Roster& roster : drawing.rosters) {
        std::vector<DrawnAsset> with_row;
        for (std::size_t i = 0; i < roster.rows.size(); ++i) {
            record_drawn(drawing.visible, drawing.in, roster.rows[i].asset);
            if (i < roster.named) with_row.push_back(roster.rows[i].asset);
        }
        drawing.visible.drawn_assets.merge(drawn_ids(drawing, with_row));
    }
}

} // namespace

void draw_assets(MapDrawing& drawing) {
    const std::vector<DrawnAsset>& all = drawing.drawn;
    for (const DrawnAsset& d : all) {
        if (d.joined) draw_joining_line(drawing, d);
    }
    for (const DrawnAsset& d : all) {
        if (!has_dot(d)) continue;
        draw_dot(drawing, d, dot_colour(drawing, all, d));
        const double r = position_dot_mm + 0.2;
        drawing.dots.push_back({d.position.x - r, d.position.y - r, 2 * r, 2 * r});
    }
    const std::vector<std::size_t> order = in_drawing_order(all);
    draw_symbols(drawing, all, order);
    const bool many = all.size() > crowd_limit;
    const std::vector<char> named = choose_named(drawing, all);
    for (const std::size_t i : order)
        record_drawn(drawing.visible, drawing.in, all[i]);
    if (drawing.shows(names_layer)) {
        // Of a crowd only a few are named, so only these are sorted.
        std::vector<std::size_t> labelled;
        std::copy_if(order.begin(), order.end(), std::back_inserter(labelled),
                     [&](std::size_t i) { return named[i] != 0 && all[i].count_lines.empty(); });
        for (const std::size_t i : by_rank(drawing, all, std::move(labelled)))
            request_label(drawing, all[i], many);
    }
    auto ids = drawn_ids(drawing, all);
    if (drawing.visible.drawn_assets.empty())
        drawing.visible.drawn_assets = std::move(ids);
    else
        drawing.visible.drawn_assets.merge(ids);
    draw_rosters(drawing);
    record_rosters(drawing);
}

} // namespace render
