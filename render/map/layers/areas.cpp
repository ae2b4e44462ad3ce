#include "render/map/drawing/shapes.hpp"
#include "render/map/layers/draw_layers.hpp"
#include "render/map/style/area_style.hpp"
#include "render/picture/colour.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace render {
namespace {

const std::vector<double> dotted{0.01, 1.2}; ///< dashes of a rim, in mm
constexpr int max_tints = 2;                 ///< over each other; a further area is only a dotted rim

/// Counts on a coarse grid how many tints lie over each other.
class TintCount {
public:
    explicit TintCount(const Rect& frame) : m_frame{frame} {
        for (double y = frame.y + step_mm / 2; y < frame.bottom(); y += step_mm) {
            for (double x = frame.x + step_mm / 2; x < frame.right(); x += step_mm)
                m_cells.push_back({{x, y}, 0});
        }
    }
    /// Counts the area and returns true, unless it would lie over `max_tints` others somewhere.
    [[nodiscard]] bool add(const std::vector<Outline>& area) {
        const Rect box = box_of(area);
        std::vector<std::size_t> covered;
        for (std::size_t i = 0; i < m_cells.size(); ++i) {
            if (!contains(box, m_cells[i].first) || !inside(area, m_cells[i].first)) continue;
            if (m_cells[i].second >= max_tints) return false;
            covered.push_back(i);
        }
        for (const std::size_t i : covered)
            ++m_cells[i].second;
        return true;
    }

private:
    static constexpr double step_mm = 3.0;
    Rect m_frame;
    std::vector<std::pair<Point, int>> m_cells;
};

/// The assets with a symbol of their own, and those in rosters.
std::vector<std::reference_wrapper<const DrawnAsset>> all_drawn(const MapDrawing& drawing) {
    std::vector<std::reference_wrapper<const DrawnAsset>> all(drawing.drawn.begin(), drawing.drawn.end());
    for (const Roster& roster : drawing.rosters)
        for (const RosterRow& row : roster.rows)
            all.emplace_back(row.asset);
    return all;
}

/// Draws the areas of wide fixes, at sea or on land: neutral grey, because a country's colour would read as its claim.
void draw_areas(MapDrawing& drawing, bool at_sea_wanted) {
    const Theme& theme = drawing.theme();
    const AreaStyle style = area_style(theme);
    TintCount tint_count{drawing.view.frame_mm};
    std::set<std::string> seen;
    for (const DrawnAsset& d : all_drawn(drawing)) {
        if (d.area_look == DrawnAsset::AreaLook::None) continue;
        const auto& state = drawing.in.snapshot.states[d.state];
        const assets::Asset& asset = drawing.in.scenario.assets[state.asset];
        const bool at_sea = assets::is_ship(d.type) || (state.area() && state.area()->of == assets::AreaRef::Of::Sea);
        if (at_sea != at_sea_wanted || !seen.insert(d.area_key).second) continue;
        const auto tagged = drawing.builder.group({.tag = {"areas", "asset", asset.id}});
        std::vector<double> dashes;
        if (state.flags.has(assets::Flag::Planned)) {
            dashes = dotted; // nothing is there yet
        } else if (d.area_look == DrawnAsset::AreaLook::Tint) {
            drawing.tint_grid.add(d.area);
            if (tint_count.add(d.area))
                drawing.builder.fill(d.area, faded(style.fill, d.opacity));
            else
                dashes = dotted;
        }
        if (d.area_look == DrawnAsset::AreaLook::Radius) dashes = radius_dashes;
        drawing.builder.stroke({d.area, style.rim, style.rim_mm, dashes, Cap::Round, Join::Round});
    }
}

} // namespace

void draw_areas_at_sea(MapDrawing& drawing) {
    draw_areas(drawing, true);
}

void draw_areas_on_land(MapDrawing& drawing) {
    draw_areas(drawing, false);
}

} // namespace render
