#include "render/map/layers/count_box.hpp"

#include "render/map/labels/text_block.hpp"
#include "render/map/rosters/label_lines.hpp"
#include "render/map/words/words.hpp"
#include "render/picture/colour.hpp"

#include <fmt/format.h>

namespace render {
namespace {

constexpr double box_margin_mm = 1.0, box_rim_mm = 0.3;

bool begins_with_number(std::string_view name) {
    return !name.empty() && name.front() >= '1' && name.front() <= '9';
}

TextBlock block_of(const MapDrawing& drawing, const DrawnAsset& d) {
    const Theme& theme = drawing.theme();
    LabelRequest text{.id = {}, .layer = "assets", .lines = d.count_lines};
    text.style = {.size_mm = theme.asset_label_mm, .weight = 600, .colour = theme.text};
    text.second_style = {.size_mm = theme.small_mm, .weight = 400, .colour = theme.text_muted};
    return set_block(text, drawing.in.typesetter);
}

void set_size(const MapDrawing& drawing, DrawnAsset& d) {
    const TextBlock block = block_of(drawing, d);
    const double w = block.w_mm + 2 * box_margin_mm, h = block.h_mm + 2 * box_margin_mm;
    d.relative_box = {-w / 2, -h / 2, w, h};
}

} // namespace

bool is_count_over_area(const assets::Asset& asset, const assets::State& state) {
    constexpr double least_area_km = 25;
    if (state.fix == nullptr || (state.fix->count() < 2 && !begins_with_number(asset.name))) return false;
    return state.point == assets::PointIs::StandIn || state.radius_km.value_or(0) > least_area_km;
}

void make_count_box(const MapDrawing& drawing, DrawnAsset& d) {
    d.count_lines = label_lines(drawing.in, d);
    std::string& name = d.count_lines.front();
    if (!begins_with_number(name))
        name = drawing.in.words("label.counted", {{"name", name}, {"count", fmt::format("{}", d.style.count)}});
    set_size(drawing, d);
}

bool narrow_count_box(const MapDrawing& drawing, DrawnAsset& d) {
    const std::vector<std::string> rows = in_two_rows(d.count_lines.back());
    if (rows.size() < 2) return false;
    d.count_lines.pop_back();
    d.count_lines.insert(d.count_lines.end(), rows.begin(), rows.end());
    set_size(drawing, d);
    return true;
}

void draw_count_box(MapDrawing& drawing, const DrawnAsset& d) {
    const Rect& r = d.relative_box;
    const Outline box{{{r.x, r.y}, {r.right(), r.y}, {r.right(), r.bottom()}, {r.x, r.bottom()}}, true};
    drawing.builder.fill({box}, drawing.theme().panel);
    drawing.builder.stroke({{box}, d.style.colour, box_rim_mm, {}, Cap::Butt, Join::Mitre});
    const TextBlock block = block_of(drawing, d);
    const Rect inner{-block.w_mm / 2, -block.h_mm / 2, block.w_mm, block.h_mm};
    for (DrawText& text : block.commands(OrientedBox::upright(inner), 0, Align::Centre))
        drawing.builder.text(std::move(text));
}

} // namespace render
