#include "render/map/compose.hpp"

#include "geo/basemap/gazetteer.hpp"
#include "geo/error.hpp"
#include "render/map/camera.hpp"
#include "render/map/furniture/furniture.hpp"
#include "render/map/furniture/wording.hpp"
#include "render/map/ground/ground.hpp"
#include "render/map/labels/place_labels.hpp"
#include "render/map/layers/drawn_asset.hpp"
#include "render/map/layers/layers.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

namespace render {
namespace {

/// FOLDER/NAME.toml; when there is none the error names the nearest there is.
std::filesystem::path named_file(const std::filesystem::path& folder, const std::string& name, std::string_view what) {
    const bool plain = !name.empty() && name.find_first_of("/\\") == std::string::npos && name.front() != '.';
    auto path = folder / (name + ".toml"); // not const: it is returned
    if (plain && std::filesystem::is_regular_file(path)) return path;
    std::vector<std::string> known;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator{folder, ignored}) {
        if (entry.path().extension() == ".toml") known.push_back(entry.path().stem().string());
    }
    std::sort(known.begin(), known.end());
    if (known.empty()) throw geo::ReadError{fmt::format("no {} in {}", what, folder.string())};
    throw FigureError{fmt::format("there is no {} '{}'{}", what, name, geo::did_you_mean(name, known))};
}

struct PageLayout {
    double width_mm, height_mm;
    Rect frame;
};

constexpr double least_frame_mm = 15.0;

PageLayout lay_page(const Figure& figure, const Theme& theme, const Bands& bands) {
    const double width = figure.page_width_mm;
    if (figure.without.contains("all")) {
        const double height = figure.page_height_mm.value_or(width * 3.0 / 4.0);
        return {width, height, {0, 0, width, height}};
    }
    const double margin = theme.margin_mm;
    const double frame_width = width - 2 * margin;
    const double others = 2 * margin + bands.header_mm + bands.footer_mm;
    const double frame_height = figure.page_height_mm ? *figure.page_height_mm - others : frame_width * 3.0 / 4.0;
    if (frame_width < least_frame_mm || frame_height < least_frame_mm) {
        throw FigureError{fmt::format("a page of {:.0f} x {:.0f} mm leaves no room for the map beside its title "
                                      "and notes; make it larger or leave some out (--without)",
                                      width, figure.page_height_mm.value_or(width))};
    }
    return {width, frame_height + others, {margin, margin + bands.header_mm, frame_width, frame_height}};
}

/// Features of the policy file that the frame shows.
std::vector<std::string> policy_in_frame(const geo::Policy& policy, const View& view) {
    std::vector<std::string> ids;
    const Point middle{view.frame_mm.x + view.frame_mm.w / 2, view.frame_mm.y + view.frame_mm.h / 2};
    const auto middle_at = view.projection->inverse(view.to_metres(middle));
    const auto in_frame = [&](geo::LonLat where) {
        const auto at = view.to_page(where);
        return at && contains(view.frame_mm, *at);
    };
    for (const geo::PolicyFeature& feature : policy.features) {
        bool seen = feature.position && in_frame(*feature.position);
        if (feature.box && !seen) {
            const geo::Box& box = *feature.box;
            constexpr int steps = 8;
            for (int i = 0; i <= steps && !seen; ++i) {
                for (int j = 0; j <= steps && !seen; ++j) {
                    const double lon = geo::wrap_longitude(box.west() + box.width_deg() * i / steps);
                    seen = in_frame(geo::lonlat(lon, box.south() + (box.north() - box.south()) * j / steps));
                }
            }
            seen = seen || (middle_at && box.contains(*middle_at));
        }
        if (seen) ids.push_back(feature.id);
    }
    return ids;
}

/// What the map will show as far as it can be known before it is drawn; at least that, so that bands worded from it
/// are never too low.
Visible expect(const Sheet& sheet, const std::vector<DrawnAsset>& drawn) {
    Visible visible;
    for (const DrawnAsset& d : drawn) {
        note_drawn(visible, sheet.in, d);
    }
    visible.drawn_assets = drawn_ids(sheet, drawn);
    visible.legs = !sheet.in.snapshot.legs.empty();
    if (sheet.shows("zones")) {
        for (const assets::ZoneIndex zone : sheet.in.snapshot.zones) {
            if (zone_in_frame(sheet.view, sheet.in.scenario.atlas->seas, sheet.in.scenario.zones[zone])) {
                visible.zones.push_back(zone);
                visible.not_to_scale =
                    visible.not_to_scale || zone_is_widened(sheet.view, sheet.in.scenario.zones[zone]);
            }
        }
    }
    visible.policy = policy_in_frame(sheet.in.policy, sheet.view);
    if (sheet.shows("borders") || sheet.shows("zones"))
        for (const geo::PolicyFeature& feature : sheet.in.policy.features)
            if (!feature.file.empty()) visible.policy_lines.insert(feature.id);
    visible.relief = sheet.shows("relief");
    visible.fine_coast = sheet.level == geo::Level::FineCoast;
    visible.places = sheet.shows("places");
    return visible;
}

double tolerance_mm(const Figure& figure) {
    constexpr double least_mm = 0.1, pixels = 0.7;
    return std::max(least_mm, pixels * 25.4 / figure.dpi);
}

Sheet make_sheet(Builder& builder, const Inputs& in, const View& view, const geo::Basemap& basemap) {
    return {builder,
            in,
            view,
            basemap,
            geo::level_for_scale(view.scale_denominator()),
            view.projection->bounds(view.geo_frame(2.0))};
}

/// Header and footer depend on what the frame shows, and the frame on their heights. The frame beside no bands at all
/// shows most; each further measure is closer, and the last one only has to confirm that nothing came back into view.
PageLayout settle_page(const Inputs& in, const Camera& camera, const geo::Basemap& basemap) {
    if (in.figure.without.contains("all")) return lay_page(in.figure, in.theme, {0, 0});
    Builder scratch{1, 1};
    const auto measured_beside = [&](const Bands& bands) {
        const PageLayout page = lay_page(in.figure, in.theme, bands);
        const View view = camera.view(page.frame, tolerance_mm(in.figure));
        const Sheet sheet = make_sheet(scratch, in, view, basemap);
        const auto drawn = assets_in_frame(sheet);
        const Visible visible = expect(sheet, drawn);
        return measure_bands(in, visible, unplaced_assets(in, visible.drawn_assets), in.figure.page_width_mm,
                             view.scale_denominator());
    };
    const Bands second = measured_beside(measured_beside({0, 0})), third = measured_beside(second);
    return lay_page(in.figure, in.theme,
                    {std::max(second.header_mm, third.header_mm), std::max(second.footer_mm, third.footer_mm)});
}

void draw_text(Builder& builder, const PlacedLabel& label, const Theme& theme, std::string_view kind) {
    if (label.leader) {
        const auto [from, to] = *label.leader;
        const auto anchored = builder.group({.anchor = from});
        builder.stroke(
            {{{{{0, 0}, {to.x - from.x, to.y - from.y}}, false}}, theme.text_muted, theme.leader_mm, {}, Cap::Round});
    }
    const auto anchored = builder.group({.anchor = label.anchor, .tag = {label.layer, std::string{kind}, label.id}});
    for (DrawText text : label.commands) {
        text.origin_mm.x -= label.anchor.x;
        text.origin_mm.y -= label.anchor.y;
        builder.text(std::move(text));
    }
}

std::string_view kind_of(const std::string& layer) {
    if (layer == "assets" || layer == "areas") return "asset";
    if (layer == "zones") return "zone";
    if (layer == "events") return "event";
    return layer == "seas" ? "sea" : "place";
}

/// Boxes around the dots of a crowd, one for all within a small cell: as good to keep clear of, and far fewer.
std::vector<Rect> merged(const std::vector<CrowdDot>& dots) {
    constexpr double cell_mm = 1.0;
    std::map<std::pair<long, long>, Rect> cells;
    for (const CrowdDot& dot : dots) {
        const Rect& r = dot.box;
        const std::pair cell{std::lround((r.x + r.w / 2) / cell_mm), std::lround((r.y + r.h / 2) / cell_mm)};
        const auto [known, is_new] = cells.try_emplace(cell, r);
        if (is_new) continue;
        Rect& all = known->second;
        const double left = std::min(all.x, r.x), top = std::min(all.y, r.y);
        all = {left, top, std::max(all.right(), r.right()) - left, std::max(all.bottom(), r.bottom()) - top};
    }
    std::vector<Rect> boxes;
    boxes.reserve(cells.size());
    for (const auto& [cell, box] : cells)
        boxes.push_back(box);
    return boxes;
}

void draw_labels(Sheet& sheet, Layout& layout, const std::vector<Rect>& furniture) {
    Obstacles obstacles;
    for (const Marker& marker : sheet.markers)
        obstacles.boxes.push_back(marker.box);
    obstacles.boxes.insert(obstacles.boxes.end(), furniture.begin(), furniture.end());
    obstacles.boxes.insert(obstacles.boxes.end(), sheet.dots.begin(), sheet.dots.end());
    obstacles.dots = merged(sheet.crowd);
    obstacles.lines = sheet.lines;
    obstacles.soft = sheet.coasts;
    const LabelResult result =
        place_labels(sheet.labels, obstacles, sheet.view.frame_mm, sheet.theme(), sheet.in.typesetter);

    for (const std::string_view layer : {"seas", "places", "labels"}) {
        const auto group = sheet.layer(layer);
        if (layer == "places") draw_place_dots(sheet, result.placed);
        for (const PlacedLabel& label : result.placed) {
            const bool own = label.layer == "seas" || label.layer == "places";
            if (own ? label.layer != layer : layer != "labels") continue;
            draw_text(sheet.builder, label, sheet.theme(), kind_of(label.layer));
            layout.items.push_back({"label", label.layer, label.id, label.text, label.box, label.anchor, label.quad});
        }
    }
    layout.dropped.insert(layout.dropped.end(), result.dropped.begin(), result.dropped.end());
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
void tell_no_room(const Sheet& sheet, std::vector<UnplacedAsset>& unplaced) {
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

Composition draw(const Inputs& in, const Camera& camera, const geo::Basemap& basemap) {
    const PageLayout page = settle_page(in, camera, basemap);
    const View view = camera.view(page.frame, tolerance_mm(in.figure));
    Builder builder{page.width_mm, page.height_mm};
    builder.picture().background = in.theme.page;
    Sheet sheet = make_sheet(builder, in, view, basemap);

    prepare_land(sheet);
    std::vector<DrawnAsset> drawn = assets_in_frame(sheet);
    place_symbols(sheet, drawn);

    draw_sea(sheet);
    draw_graticule(sheet);
    draw_zone_tints(sheet);
    draw_area_tints(sheet, drawn, Tints::UnderLand);
    draw_land(sheet);
    draw_relief(sheet);
    draw_borders(sheet);
    draw_coast(sheet);
    draw_area_tints(sheet, drawn, Tints::OverLand);
    draw_coverage(sheet);
    draw_zone_lines(sheet);
    draw_tracks(sheet);
    draw_assets(sheet, drawn);
    draw_events(sheet);
    ask_for_places(sheet);
    ask_for_seas(sheet);
    ask_for_countries(sheet);
    sheet.visible.policy = policy_in_frame(in.policy, view);

    Layout layout;
    layout.page_w_mm = page.width_mm;
    layout.page_h_mm = page.height_mm;
    layout.map_mm = page.frame;
    layout.projection = camera.projection().proj_string();
    layout.centre_m = view.centre_m;
    layout.centre = camera.projection().inverse(view.centre_m).value_or(geo::lonlat(0, 0));
    layout.m_per_mm = view.m_per_mm;
    layout.dropped = sheet.dropped;
    note_symbols(sheet, layout);

    std::vector<Rect> furniture;
    const bool framed = !in.figure.without.contains("all");
    if (framed) {
        std::vector<Rect> symbols;
        for (const Marker& marker : sheet.markers)
            symbols.push_back(marker.box);
        furniture = draw_corner_furniture(
            builder, layout, in, view, sheet.visible, symbols,
            {[&](const Rect& box) { return sheet.land_grid.share(box); },
             [&](const Rect& box) { return std::max(sheet.tint_grid.share(box), sheet.crowd_grid.share(box)); },
             sheet.lines});
    }
    draw_labels(sheet, layout, furniture);
    if (framed || !in.figure.picture_only) {
        layout.unplaced = unplaced_assets(in, sheet.visible.drawn_assets);
        tell_no_room(sheet, layout.unplaced);
    }
    if (framed) {
        draw_frame(builder, layout, in, view, sheet.lines);
        draw_bands(builder, layout, in, sheet.visible, layout.unplaced, page.frame);
    }
    note_crowd(sheet, layout);

    Picture picture = builder.take();
    picture.title = in.figure.title.value_or(in.scenario.title);
    if (!in.figure.picture_only) picture.description = as_of_text(in, sheet.visible);
    picture.language = in.words.language();
    return {std::move(picture), std::move(layout), std::move(sheet.visible)};
}

} // namespace

Composition compose(const assets::Scenario& scenario, const assets::Snapshot& snapshot, const Figure& figure,
                    const StyleFolders& folders) {
    // Fonts are found once a thread; what they set does not depend on what was set before.
    thread_local const Typesetter typesetter;
    const Theme theme = Theme::read(named_file(folders.themes, figure.theme, "theme")).scaled_for(figure.page_width_mm);
    const Words words = Words::read(named_file(folders.words, figure.words, "words file"), scenario.words);
    const std::string policy_name = scenario.view.policy.empty() ? "intl" : scenario.view.policy;
    const geo::Policy policy = geo::Policy::read(named_file(folders.policy, policy_name, "policy"));
    const geo::Basemap basemap{scenario.atlas->data_dir};
    const Camera camera = Camera::aim(scenario, snapshot, figure);
    return draw({scenario, snapshot, figure, theme, words, policy, typesetter}, camera, basemap);
}

} // namespace render
