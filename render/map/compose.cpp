#include "render/map/compose.hpp"

#include "render/map/furniture/furniture.hpp"
#include "render/map/layer_list.hpp"
#include "render/map/layers/drawn_asset.hpp"
#include "render/map/layers/layers.hpp"
#include "render/map/words/wording.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace render {
namespace {

/// Draws the layers of a stratum and takes out what they drew.
std::vector<Command> draw_layers(Sheet& sheet, Stratum stratum) {
    for (const Layer& layer : layers()) {
        if (layer.stratum != stratum || layer.draw == nullptr || !sheet.shows(layer.name)) continue;
        const auto group = sheet.layer(layer.name, layer.part);
        layer.draw(sheet);
    }
    return std::exchange(sheet.builder.picture().commands, {});
}

void append(std::vector<Command>& to, std::vector<Command> from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

/// Layers that names are drawn in, from the bottom up.
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

Picture empty_picture(const PageLayout& page, Colour background) {
    Picture picture;
    picture.width_mm = page.width_mm;
    picture.height_mm = page.height_mm;
    picture.background = background;
    return picture;
}

void note_symbols(const Sheet& sheet, Layout& layout) {
    for (const Marker& marker : sheet.markers) {
        const std::string name = marker.layer == "assets"
                                     ? sheet.in.scenario.assets[sheet.in.snapshot.states[marker.state].asset].name
                                     : sheet.in.scenario.events[sheet.visible.events[marker.state]].title;
        layout.items.push_back(
            {"symbol", marker.layer, marker.id, name, marker.box, marker.true_position.value_or(marker.at), {}});
    }
}

/// Last, since a crowd's dots keep nothing else away.
void note_crowd(const Sheet& sheet, Layout& layout) {
    layout.items.reserve(layout.items.size() + sheet.crowd.size());
    for (const CrowdDot& dot : sheet.crowd) {
        const auto& asset = sheet.in.scenario.assets[sheet.in.snapshot.states[dot.state].asset];
        const Point at{dot.box.x + dot.box.w / 2, dot.box.y + dot.box.h / 2};
        layout.items.push_back({"symbol", "assets", asset.id, asset.name, dot.box, at, {}});
    }
}

/// An asset whose symbol found no room is missing for that reason, not because it is elsewhere.
void mark_unplaced(const Sheet& sheet, std::vector<UnplacedAsset>& unplaced) {
    const Words& words = sheet.in.words;
    for (UnplacedAsset& asset : unplaced) {
        const bool dropped = std::any_of(sheet.dropped.begin(), sheet.dropped.end(),
                                         [&](const DroppedLabel& d) { return d.id == asset.id; });
        if (!dropped) continue;
        asset.why = "no room";
        asset.what = words("unplaced.no_room");
        asset.text = words("unplaced.join", {{"name", asset.name}, {"what", asset.what}});
    }
}

/// The part of the map that changes with time, without its names: they are placed when all that they have to keep clear
/// of is known.
struct Overlay {
    std::vector<Command> at_sea, subject;
};

/// `ground`: what it left for the layers above it; null when they are composed without it.
Overlay draw_overlay(Sheet& sheet, const GroundDrawing* ground) {
    sheet.drawn = assets_in_frame(sheet);
    place_symbols(sheet, sheet.drawn);
    if (ground != nullptr) {
        sheet.coasts = ground->coasts;
        sheet.dropped.insert(sheet.dropped.end(), ground->dropped.begin(), ground->dropped.end());
        sheet.visible.fine_coast = ground->visible.fine_coast;
        sheet.visible.relief = ground->visible.relief;
        sheet.visible.policy_lines = ground->visible.policy_lines;
    }
    Overlay overlay;
    overlay.at_sea = draw_layers(sheet, Stratum::AtSea);
    overlay.subject = draw_layers(sheet, Stratum::Subject);
    (void)draw_layers(sheet, Stratum::Names); // they only ask for names
    sheet.visible.policy = policy_in_frame(sheet.in.policy, sheet.view);
    return overlay;
}

std::vector<Rect> draw_corners(Sheet& sheet, Layout& layout) {
    std::vector<Rect> symbols;
    for (const Marker& marker : sheet.markers)
        symbols.push_back(marker.box);
    return draw_corner_furniture(
        sheet.builder, layout, sheet.in, sheet.view, sheet.visible,
        legend_rows(sheet.in, sheet.visible, sheet.view.m_per_mm), symbols,
        {[&](const Rect& box) { return sheet.land.grid.share(box); },
         [&](const Rect& box) { return std::max(sheet.tint_grid.share(box), sheet.crowd_grid.share(box)); },
         sheet.lines});
}

} // namespace

GroundDrawing compose_ground(const Inputs& in, const PageLayout& page, const View& view, const PageLand& land,
                             const GroundSource& source) {
    Builder builder{page.width_mm, page.height_mm};
    Sheet sheet = make_sheet(builder, in, view, land, source);
    GroundDrawing ground;
    ground.sea = draw_layers(sheet, Stratum::Sea);
    ground.land = draw_layers(sheet, Stratum::Land);
    ground.coasts = std::move(sheet.coasts);
    ground.dropped = std::move(sheet.dropped);
    ground.visible = std::move(sheet.visible);
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
    Sheet sheet = make_sheet(builder, in, view, land, no_source);
    Overlay overlay = draw_overlay(sheet, nullptr);
    MapHalf half{empty_picture(page, {0, 0, 0, 0}), empty_picture(page, {0, 0, 0, 0}), layout_of(page, view)};
    half.layout.dropped = sheet.dropped;
    note_symbols(sheet, half.layout);
    draw_names(sheet, half.layout, name_layers(), {});
    note_crowd(sheet, half.layout);
    half.below_land.commands = std::move(overlay.at_sea);
    half.above_land.commands = std::move(overlay.subject);
    append(half.above_land.commands, std::move(builder.picture().commands));
    return half;
}

Composition compose(const Inputs& in, const PageLayout& page, const View& view, const PageLand& land,
                    const GroundDrawing& ground) {
    Builder builder{page.width_mm, page.height_mm};
    const GroundSource no_source;
    Sheet sheet = make_sheet(builder, in, view, land, no_source);
    Overlay overlay = draw_overlay(sheet, &ground);

    Layout layout = layout_of(page, view);
    layout.dropped = sheet.dropped;
    note_symbols(sheet, layout);
    const bool framed = !in.figure.without.contains("all");
    std::vector<Rect> furniture;
    if (framed) furniture = draw_corners(sheet, layout);
    draw_names(sheet, layout, name_layers(), furniture);
    if (framed || !in.figure.picture_only) {
        layout.unplaced = unplaced_assets(in, sheet.visible.drawn_assets);
        mark_unplaced(sheet, layout.unplaced);
    }
    if (framed) {
        draw_frame(builder, layout, in, view, sheet.lines);
        draw_bands(builder, layout, in, sheet.visible, layout.unplaced, page.frame);
    }
    note_crowd(sheet, layout);

    Picture picture = empty_picture(page, in.theme.page);
    picture.commands = ground.sea;
    append(picture.commands, std::move(overlay.at_sea));
    append(picture.commands, ground.land);
    append(picture.commands, std::move(overlay.subject));
    append(picture.commands, std::move(builder.picture().commands));
    picture.title = in.figure.title.value_or(in.scenario.title);
    if (!in.figure.picture_only) picture.description = as_of_text(in, sheet.visible);
    picture.language = in.words.language();
    return {std::move(picture), std::move(layout), std::move(sheet.visible)};
}

} // namespace render
