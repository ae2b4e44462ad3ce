#include "render/map/rosters/label_lines.hpp"
#include "render/map/rosters/roster_block.hpp"
#include "render/map/rosters/rosters.hpp"
#include "render/picture/outlines.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>

namespace render {
namespace {

constexpr double dot_mm = 0.62; ///< radius of the dot of a place

/// The colour of the roster's country; neutral when its assets belong to several.
Colour dot_colour(const MapDrawing& drawing, const Roster& roster) {
    const Colour first = roster.rows.front().asset.style.colour;
    const bool shared = std::any_of(roster.rows.begin(), roster.rows.end(),
                                    [&](const RosterRow& row) { return row.asset.style.colour != first; });
    return shared ? drawing.theme().text_muted : first;
}

void draw_place(MapDrawing& drawing, const Roster& roster) {
    if (!roster.area.empty() && roster.line.empty()) return;
    const Theme& theme = drawing.theme();
    const Colour colour = dot_colour(drawing, roster);
    const auto anchored = drawing.builder.group({.anchor = roster.at});
    if (!roster.line.empty()) {
        Outline line{{}, false};
        for (const Point& p : roster.line)
            line.points.push_back({p.x - roster.at.x, p.y - roster.at.y});
        drawing.builder.stroke({{line}, theme.halo, 3 * theme.leader_mm, {}, Cap::Round, Join::Round});
        drawing.builder.stroke({{std::move(line)}, theme.text_muted, 0.2, {}, Cap::Round, Join::Round});
    }
    drawing.builder.fill({disc(dot_mm + 0.8 * theme.symbol_halo_mm)}, theme.halo);
    if (roster.area.empty())
        drawing.builder.fill({disc(dot_mm)}, colour);
    else
        drawing.builder.stroke({{disc(dot_mm - 0.12)}, colour, 0.26, {}}); // a point of a sea is no position
}

void draw_rows(MapDrawing& drawing, const Roster& roster) {
    const RosterBlock block = set_roster(drawing.in, roster, roster.form, roster.named, roster.mirrored);
    const Point corner{roster.box.x - roster.at.x, roster.box.y - roster.at.y};
    for (const RosterBlock::Line& line : block.lines) {
        const Tag tag =
            line.row ? Tag{"assets", "asset", roster.rows[*line.row].id} : Tag{"assets", "roster", roster.id};
        const double opacity = line.row ? roster.rows[*line.row].asset.opacity : 1.0;
        if (line.row) {
            const auto anchored = drawing.builder.group({.opacity = opacity, .anchor = roster.at, .tag = tag});
            Group symbol;
            symbol.affine = {1, 0, 0, 1, corner.x + line.symbol.x, corner.y + line.symbol.y};
            symbol.commands = draw_symbol(roster.rows[*line.row].asset.type, line.style);
            drawing.builder.add({std::move(symbol)});
        }
        if (line.words.empty()) continue;
        const auto anchored = drawing.builder.group({.anchor = roster.at, .tag = tag});
        drawing.builder.text(placed(line.text, {corner.x + line.at.x, corner.y + line.at.y}));
    }
}

} // namespace

void draw_rosters(MapDrawing& drawing) {
    for (const Roster& roster : drawing.rosters)
        draw_place(drawing, roster);
    for (const Roster& roster : drawing.rosters)
        draw_rows(drawing, roster);
}

std::vector<Rect> roster_obstacles(const std::vector<Roster>& rosters) {
    constexpr double step_mm = 0.8, half_mm = 0.3;
    std::vector<Rect> boxes;
    for (const Roster& roster : rosters) {
        boxes.push_back(roster.box);
        if (roster.area.empty() || !roster.line.empty()) {
            constexpr double r = dot_mm + 0.2;
            boxes.push_back({roster.at.x - r, roster.at.y - r, 2 * r, 2 * r});
        }
        for (std::size_t i = 1; i < roster.line.size(); ++i) {
            const Point a = roster.line[i - 1], b = roster.line[i];
            const double length = std::hypot(b.x - a.x, b.y - a.y);
            const int steps = std::max(1, static_cast<int>(std::ceil(length / step_mm)));
            for (int k = 0; k <= steps; ++k) {
                const double t = static_cast<double>(k) / steps;
                boxes.push_back(
                    {a.x + t * (b.x - a.x) - half_mm, a.y + t * (b.y - a.y) - half_mm, 2 * half_mm, 2 * half_mm});
            }
        }
    }
    return boxes;
}

void add_roster_items(const MapDrawing& drawing, Layout& layout) {
    for (const Roster& roster : drawing.rosters) {
        const RosterBlock block = set_roster(drawing.in, roster, roster.form, roster.named, roster.mirrored);
        for (const RosterBlock::Line& line : block.lines) {
            const std::string& id = line.row ? roster.rows[*line.row].id : roster.id;
            const bool unnamed = line.words.empty();
            layout.items.push_back({unnamed ? "symbol" : "label",
                                    "assets",
                                    id,
                                    unnamed ? drawing.in.scenario.asset(id)->name : line.words,
                                    moved(line.box, {roster.box.x, roster.box.y}),
                                    roster.at,
                                    {}});
        }
    }
}

} // namespace render
