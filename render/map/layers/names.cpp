#include "render/map/drawing/page_countries.hpp"
#include "render/map/ground/ground.hpp"
#include "render/map/labels/place_labels.hpp"
#include "render/map/layers/draw_layers.hpp"
#include "render/map/rosters/rosters.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace render {
namespace {

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
    if (layer == "rings") return "ring";
    return layer == "seas" ? "sea" : "place";
}

/// Boxes around the dots of a crowd, one for all dots in a small cell: as obstacles they serve as well as single dots,
/// and they are far fewer.
std::vector<Rect> merged_boxes(const std::vector<CrowdDot>& dots) {
    constexpr double cell_mm = 1.0;
    std::map<std::pair<long, long>, Rect> cells;
    for (const CrowdDot& dot : dots) {
        const Rect& r = dot.box;
        const std::pair cell{std::lround((r.x + r.w / 2) / cell_mm), std::lround((r.y + r.h / 2) / cell_mm)};
        const auto [known, is_new] = cells.try_emplace(cell, r);
        if (is_new) continue;
        known->second = around(known->second, r);
    }
    std::vector<Rect> boxes;
    boxes.reserve(cells.size());
    for (const auto& [cell, box] : cells)
        boxes.push_back(box);
    return boxes;
}

} // namespace

void draw_names(MapDrawing& drawing, Layout& layout, const std::vector<std::string_view>& layers,
                const std::vector<Rect>& furniture) {
    Obstacles obstacles;
    for (const Marker& marker : drawing.markers)
        obstacles.boxes.push_back(marker.box);
    obstacles.boxes.insert(obstacles.boxes.end(), furniture.begin(), furniture.end());
    obstacles.boxes.insert(obstacles.boxes.end(), drawing.dots.begin(), drawing.dots.end());
    const std::vector<Rect> rosters = roster_obstacles(drawing.rosters);
    obstacles.boxes.insert(obstacles.boxes.end(), rosters.begin(), rosters.end());
    obstacles.dots = merged_boxes(drawing.crowd);
    obstacles.lines = drawing.lines;
    obstacles.coasts = drawing.coasts;
    if (!drawing.land.off_earth.empty())
        obstacles.off_earth = [&](const Rect& box) {
            return drawing.land.off_earth.share(box) > 0;
        };
    obstacles.on_foreign_land = [&](const Rect& text, const Rect& symbol) {
        return is_on_foreign_land(drawing, text, symbol);
    };
    const LabelResult result =
        place_labels(drawing.labels, obstacles, drawing.view.frame_mm, drawing.theme(), drawing.in.typesetter);

    for (const std::string_view layer : layers) {
        const auto group = drawing.layer(layer);
        if (layer == "places") draw_place_dots(drawing, result.placed);
        for (const PlacedLabel& label : result.placed) {
            const bool own = std::find(layers.begin(), layers.end(), label.layer) != layers.end();
            if (layer != (own ? std::string_view{label.layer} : names_layer)) continue;
            draw_text(drawing.builder, label, drawing.theme(), kind_of(label.layer));
            layout.items.push_back({"label", label.layer, label.id, label.text, label.box, label.anchor, label.quad});
        }
    }
    layout.dropped.insert(layout.dropped.end(), result.dropped.begin(), result.dropped.end());
}

} // namespace render
