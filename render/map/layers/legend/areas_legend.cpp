#include "render/map/layers/legend/rows.hpp"
#include "render/map/style/area_style.hpp"
#include "render/map/style/live_marks.hpp"
#include "render/map/words/words.hpp"
#include "render/picture/colour.hpp"
#include "render/picture/outlines.hpp"

namespace render {
namespace {

Outline sample_area(const Theme& theme) {
    return rectangle(theme.legend_sample_mm(), 1.25 * theme.legend_mm);
}

} // namespace

void areas_legend(LegendRows& legend) {
    const Theme& theme = legend.in.theme;
    if (legend.visible.radii) {
        LegendRow& row = legend.add(LegendPlace::Areas, "how:radius", legend.in.words("legend.radius"), 2);
        const AreaStyle style = area_style(theme);
        row.sample = {{StrokePath{{disc(0.62 * theme.legend_mm)}, style.rim, style.rim_mm, radius_dashes}}};
    }
    if (!legend.visible.wide_fixes || legend.in.shows("asof")) return; // the as-of line explains the shading
    LegendRow& row = legend.add(LegendPlace::Areas, "how:wide", legend.in.words("legend.stand_in"), 2);
    const AreaStyle style = area_style(theme);
    row.sample = {{FillPath{{sample_area(theme)}, style.fill}},
                  {StrokePath{{sample_area(theme)}, style.rim, style.rim_mm, {}}}};
}

void coverage_legend(LegendRows& legend) {
    if (!legend.visible.nothing_heard) return;
    const Theme& theme = legend.in.theme;
    LegendRow& row = legend.add(LegendPlace::Coverage, "how:nothing_heard", legend.in.words("legend.nothing_heard"), 0);
    row.sample = {{FillPath{{sample_area(theme)}, theme.sea}},
                  {FillPath{{sample_area(theme)}, faded(theme.text_muted, nothing_heard_opacity)}}};
}

} // namespace render
