#include "render/map/compose.hpp"

#include "render/map/furniture/furniture.hpp"
#include "render/map/furniture/time_strip.hpp"
#include "render/map/ground/policy_frame.hpp"
#include "render/map/layer_list.hpp"
#include "render/map/layers/assets_in_frame.hpp"
#include "render/map/layers/draw_layers.hpp"
#include "render/map/rosters/crowded_part.hpp"
#include "render/map/rosters/label_lines.hpp"
#include "render/map/rosters/rosters.hpp"
#include "render/map/words/panels/panel_words.hpp"
#include "render/map/words/period/voyages.hpp"
#include "render/map/words/wording.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace render {
namespace {

/// Moves the commands that were drawn last out of the builder.
std::vector<Command> take_drawn(const MapDrawing& drawing) {
    return std::exchange(drawing.builder.picture().commands, {});
}

void draw_layer(MapDrawing& drawing, const Layer& layer) {
    if (layer.draw == nullptr || !drawing.shows(layer.name)) return;
    const auto group = drawing.layer(layer.name, layer.part);
    layer.draw(drawing);
}

std::vector<Command> draw_layers(MapDrawing& drawing, Stratum stratum) {
    for (const Layer& layer : layers())
        if (layer.stratum == stratum) draw_layer(drawing, layer);
    return take_drawn(drawing);
}

void append(std::vector<Command>& to, std::vector<Command> from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

/// Layers in which names are drawn, from the bottom up.
std::vector<std::string_view> name_layers() {
    std::vector<std::string_view> names;
    for (const Layer& layer : layers())
        if (layer.stratum == Stratum::Names && layer.part.empty()) names.push_back(layer.name);
    return names;
}

Layout layout_of(const PageLayout& page, const View& view) {
    Layout layout;
    layout.page_w_mm = page.width_mm;
    layout.page_h_mm = page.height_mm;
    layout.map_mm = page.frame;
    layout.projection = view.projection->proj_string();
    layout.centre_m = view.centre_m;
    layout.centre = view.projection->inverse(view.centre_m).value_or(geo::lonlat(0, 0));
    layout.m_per_mm = view.m_per_mm;
    return layout;
}

/// Whether the map has furniture and a frame.
bool is_framed(const Inputs& in) {
    return !in.figure.without.contains("all");
}

Picture empty_picture(const PageLayout& page, Colour background) {
    Picture picture;
    picture.width_mm = page.width_mm;
    picture.height_mm = page.height_mm;
    picture.background = background;
    return picture;
}

void add_symbol_items(const MapDrawing& drawing, Layout& layout) {
    for (const Marker& marker : drawing.markers) {
        if (marker.layer == "calls") {
            layout.items.push_back({"symbol", marker.layer, marker.id, marker.text, marker.box, marker.at, {}});
            continue;
        }
        if (!marker.text.empty()) {
            layout.items.push_back({"label", marker.layer, marker.id, marker.text, marker.box, marker.at, {}});
            continue;
        }
        const std::string name = marker.layer == "assets"
                                     ? drawing.in.scenario.assets[drawing.in.snapshot.states[marker.state].asset].name
                                     : drawing.in.scenario.events[drawing.visible.events[marker.state]].title;
        layout.items.push_back(
            {"symbol", marker.layer, marker.id, name, marker.box, marker.true_position.value_or(marker.at), {}});
    }
    add_roster_items(drawing, layout);
}

/// Called after the furniture, which keeps clear of every layout item but may cover a crowd's dots.
void add_crowd_items(const MapDrawing& drawing, Layout& layout) {
    layout.items.reserve(layout.items.size() + drawing.crowd.size());
    for (const CrowdDot& dot : drawing.crowd) {
        const auto& asset = drawing.in.scenario.assets[drawing.in.snapshot.states[dot.state].asset];
        const Point at{dot.box.x + dot.box.w / 2, dot.box.y + dot.box.h / 2};
        layout.items.push_back({"symbol", "assets", asset.id, asset.name, dot.box, at, {}});
    }
}

std::set<std::string> ids_of(const std::vector<DroppedLabel>& dropped) {
    std::set<std::string> ids;
    for (const DroppedLabel& label : dropped)
        ids.insert(label.id);
    return ids;
}

/// Ids of the assets and zones that need a legend row because their names had no room.
std::set<std::string> unexplained(const MapDrawing& drawing, const Layout& layout) {
    if (!drawing.shows(names_layer)) return {}; // the legend has all rows already
    const auto rows = legend_rows(drawing.in, drawing.visible, drawing.view.m_per_mm, ids_of(layout.dropped));
    std::set<std::string> ids;
    for (const LegendRow& row : rows)
        if (!row.labelled.empty()) ids.insert(row.labelled);
    return ids;
}

/// The assets that are in the frame and named on the map. Contacts of feeds count as named, because they are counted
/// elsewhere.
std::set<std::string> named_assets(const MapDrawing& drawing, Layout& layout) {
    const Inputs& in = drawing.in;
    std::set<std::string> named = drawing.visible.drawn_assets;
    const auto asset_of = [&](std::size_t state) -> const assets::Asset& {
        return in.scenario.assets[in.snapshot.states[state].asset];
    };
    const auto leave_out_companions = [&](const DrawnAsset& d) {
        for (const std::size_t other : unnamed_companions(in, d)) {
            named.erase(asset_of(other).id);
            layout.dropped.push_back({asset_of(other).id, asset_of(other).name, "no room in a label"});
        }
    };
    for (const DrawnAsset& d : drawing.drawn) {
        if (d.crowd) continue;
        leave_out_companions(d);
        const std::string& id = asset_of(d.state).id;
        const bool unnamed = std::any_of(layout.dropped.begin(), layout.dropped.end(),
                                         [&](const DroppedLabel& label) { return label.id == id; });
        if (unnamed) named.erase(id);
    }
    for (const Roster& roster : drawing.rosters)
        for (const RosterRow& row : roster.rows)
            leave_out_companions(row.asset);
    return named;
}

/// The overlay without its names, which are placed once all their obstacles are known.
struct Overlay {
    std::vector<Command> at_sea, subject;
};

/// Draws the overlay and requests its names. Copies the coasts, dropped items and visible features of `ground` to the
/// map drawing; `ground` is null when the overlay is composed alone.
Overlay draw_overlay(MapDrawing& drawing, const GroundDrawing* ground) {
    if (ground != nullptr) {
        drawing.coasts = ground->coasts;
        drawing.dropped.insert(drawing.dropped.end(), ground->dropped.begin(), ground->dropped.end());
        drawing.visible.fine_coast = ground->visible.fine_coast;
        drawing.visible.relief = ground->visible.relief;
        drawing.visible.policy_lines = ground->visible.policy_lines;
        drawing.visible.disputed_borders = ground->visible.disputed_borders;
    }
    std::vector<std::vector<Command>> drawn(layers().size()); // by layer, because they are not drawn in their order
    const auto draw = [&](bool before_symbols) {
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            const Layer& layer = layers()[i];
            if (is_ground(layer.stratum) || layer.stratum == Stratum::Names) continue;
            if (layer.before_symbols != before_symbols) continue;
            draw_layer(drawing, layer);
            drawn[i] = take_drawn(drawing);
        }
    };
    drawing.drawn = assets_in_frame(drawing);
    draw(true);
    drawing.rosters = gather_rosters(drawing, drawing.drawn);
    add_to_rosters(drawing, drawing.rosters, place_symbols(drawing, drawing.drawn));
    place_rosters(drawing);
    draw(false);
    Overlay overlay;
    for (std::size_t i = 0; i < drawn.size(); ++i)
        append(layers()[i].stratum == Stratum::AtSea ? overlay.at_sea : overlay.subject, std::move(drawn[i]));
    (void)draw_layers(drawing, Stratum::Names); // these layers only request names
    drawing.visible.policy = policy_in_frame(drawing.in.policy, drawing.view);
    std::vector<Point> subjects;
    for (const DrawnAsset& d : drawing.drawn)
        subjects.push_back(d.position);
    for (const Roster& roster : drawing.rosters)
        subjects.push_back(roster.at);
    drawing.visible.near_subjects = policy_near(drawing.in.policy, drawing.view, subjects);
    return overlay;
}

/// Records the disputed features that the map shows. Called after the names are placed.
void record_disputed(MapDrawing& drawing, const Layout& layout) {
    auto& labels = drawing.visible.labels.emplace();
    for (const LayoutItem& item : layout.items)
        if (item.kind == "label") labels.insert(item.id);
    drawing.visible.disputed = disputed_things(drawing.in, drawing.visible, drawing.view.scale_denominator());
}

/// The furniture inside the frame, which lies below the names.
struct Corners {
    std::vector<Command> commands;
    std::vector<Rect> boxes; ///< of this furniture; names keep clear of them
};

/// Draws legend, scale bar and north arrow. `unlabelled` as for legend_rows().
Corners draw_corners(MapDrawing& drawing, Layout& layout, const PageLayout& page,
                     const std::set<std::string>& unlabelled) {
    if (!is_framed(drawing.in)) return {};
    std::vector<LegendRow> rows = legend_rows(drawing.in, drawing.visible, drawing.view.m_per_mm, unlabelled);
    if (page.legend_strip) {
        draw_legend_strip(drawing.builder, layout, drawing.in, rows, *page.legend_strip);
        rows.clear();
    } else if (page.column) {
        const LargerType larger{drawing.in, page.column->type};
        const Inputs& in = larger.inputs();
        draw_legend_column(drawing.builder, layout, in,
                           legend_rows(in, drawing.visible, drawing.view.m_per_mm, unlabelled),
                           below_title(in, *page.column));
        rows.clear();
    }
    std::vector<Rect> symbols;
    for (const Marker& marker : drawing.markers)
        symbols.push_back(marker.box);
    for (const Roster& roster : drawing.rosters)
        symbols.push_back(roster.box);
    symbols.insert(symbols.end(), drawing.fixed_texts.begin(), drawing.fixed_texts.end());
    std::vector<Rect> boxes = draw_corner_furniture(
        drawing.builder, layout, drawing.in, drawing.view, drawing.visible, rows, symbols,
        {[&](const Rect& box) { return drawing.land.grid.share(box); },
         [&](const Rect& box) { return std::max(drawing.tint_grid.share(box), drawing.crowd_grid.share(box)); },
         drawing.lines});
    return {take_drawn(drawing), std::move(boxes)};
}

/// Draws the furniture around the map: the frame, the bands above and below it, and the column beside it.
std::vector<Command> draw_surround(const MapDrawing& drawing, Layout& layout, const PageLayout& page) {
    if (!is_framed(drawing.in)) return {};
    draw_frame(drawing.builder, layout, drawing.in, drawing.view, drawing.lines);
    if (page.time_strip) draw_time_strip(drawing.builder, layout, drawing.in, *page.time_strip);
    const Rect map = page.time_strip ? around(page.frame, *page.time_strip) : page.frame;
    draw_bands(drawing.builder, layout, drawing.in, drawing.visible, layout.unplaced, map, page.column);
    return take_drawn(drawing);
}

/// Places and draws the names that the layers requested, clear of the boxes of the furniture.
std::vector<Command> draw_placed_names(MapDrawing& drawing, Layout& layout, const std::vector<Rect>& furniture) {
    draw_names(drawing, layout, name_layers(), furniture);
    return take_drawn(drawing);
}

} // namespace

GroundDrawing compose_ground(const Inputs& in, const PageLayout& page, const View& view, const PageLand& land,
                             const GroundSource& source) {
    Builder builder{page.width_mm, page.height_mm};
    MapDrawing drawing = make_map_drawing(builder, in, view, land, source);
    GroundDrawing ground;
    ground.sea = draw_layers(drawing, Stratum::Sea);
    ground.land = draw_layers(drawing, Stratum::Land);
    ground.coasts = std::move(drawing.coasts);
    ground.dropped = std::move(drawing.dropped);
    ground.visible = std::move(drawing.visible);
    return ground;
}

MapHalf ground_half(const Inputs& in, const PageLayout& page, const View& view, const GroundDrawing& ground) {
    MapHalf half{empty_picture(page, in.theme.page), empty_picture(page, {0, 0, 0, 0}), layout_of(page, view)};
    half.below_land.commands = ground.sea;
    half.above_land.commands = ground.land;
    return half;
}

MapHalf compose_overlay(const Inputs& in, const PageLayout& page, const View& view, const PageLand& land) {
    Builder builder{page.width_mm, page.height_mm};
    const GroundSource no_source;
    MapDrawing drawing = make_map_drawing(builder, in, view, land, no_source);
    Overlay overlay = draw_overlay(drawing, nullptr);
    MapHalf half{empty_picture(page, {0, 0, 0, 0}), empty_picture(page, {0, 0, 0, 0}), layout_of(page, view)};
    half.layout.dropped = drawing.dropped;
    add_symbol_items(drawing, half.layout);
    std::vector<Command> names = draw_placed_names(drawing, half.layout, {});
    add_crowd_items(drawing, half.layout);
    half.below_land.commands = std::move(overlay.at_sea);
    half.above_land.commands = std::move(overlay.subject);
    append(half.above_land.commands, std::move(names));
    return half;
}

Composition compose(const Inputs& in, const PageLayout& page, const View& view, const PageLand& land,
                    const GroundDrawing& ground) {
    Builder builder{page.width_mm, page.height_mm};
    const GroundSource no_source;
    MapDrawing drawing = make_map_drawing(builder, in, view, land, no_source);
    Overlay overlay = draw_overlay(drawing, &ground);

    Layout layout = layout_of(page, view);
    layout.dropped = drawing.dropped;
    add_symbol_items(drawing, layout);
    const Layout without_furniture = layout;
    Corners corners = draw_corners(drawing, layout, page, {});
    std::vector<Command> names = draw_placed_names(drawing, layout, corners.boxes);
    if (const auto unlabelled = unexplained(drawing, layout); is_framed(in) && !unlabelled.empty()) {
        // The legend left these out because their names were expected on the map.
        layout = without_furniture;
        corners = draw_corners(drawing, layout, page, unlabelled);
        names = draw_placed_names(drawing, layout, corners.boxes);
    }
    record_disputed(drawing, layout);
    layout.crowded = crowded_part(drawing);
    if (is_framed(in) || !in.figure.picture_only) {
        const std::set<std::string> named = named_assets(drawing, layout); // adds to what is dropped
        layout.unplaced = unplaced_assets(in, named, ids_of(layout.dropped));
        add_zones_outside(in, drawing.visible.zones, layout.unplaced);
    }
    std::vector<Command> surround = draw_surround(drawing, layout, page);
    add_crowd_items(drawing, layout);

    Picture picture = empty_picture(page, in.theme.page);
    picture.commands = ground.sea;
    append(picture.commands, std::move(overlay.at_sea));
    append(picture.commands, ground.land);
    append(picture.commands, std::move(overlay.subject));
    append(picture.commands, std::move(corners.commands));
    append(picture.commands, std::move(names));
    append(picture.commands, std::move(surround));
    picture.title = in.figure.title.value_or(in.scenario.title);
    if (!in.figure.picture_only) {
        picture.description = as_of_text(in, drawing.visible);
        if (const std::string changes = changes_text(in, in.scenario.assets.size()); !changes.empty())
            picture.description += " " + changes;
    }
    picture.language = in.words.language();
    std::vector<CallRow> calls = call_rows(in, drawing.visible);
    return {std::move(picture), std::move(layout), std::move(drawing.visible), std::move(calls)};
}

} // namespace render
