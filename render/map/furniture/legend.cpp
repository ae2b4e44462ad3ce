#include "render/map/furniture/legend.hpp"

#include "render/map/words/words.hpp"
#include "render/picture/outlines.hpp"

#include <algorithm>

namespace render {

Legend set_legend(const Inputs& in, const std::vector<LegendRow>& rows, double max_width_mm, bool opaque) {
    const Theme& theme = in.theme;
    const double pad = 0.62 * theme.legend_mm, sample = theme.legend_sample_mm(), gap = 0.55 * theme.legend_mm;
    const double text_x = pad + sample + gap, leading = 1.15 * theme.legend_mm;
    Legend legend;
    std::vector<Command> content;
    double y = pad, widest = 0;
    for (const LegendRow& row : rows) {
        TextStyle style;
        style.size_mm = theme.legend_mm;
        style.colour = theme.text;
        if (row.heading) style.weight = 600;
        const double x = row.heading ? pad : text_x;
        const auto lines = in.typesetter.set_paragraph(row.text, style, max_width_mm - x - pad, in.words.language());
        if (row.new_section) y += 0.4 * theme.legend_mm;
        const double text_h = 0.73 * theme.legend_mm + leading * (static_cast<double>(lines.size()) - 1);
        const double row_h =
            std::max(text_h, 0.95 * theme.legend_mm) + (lines.size() > 1 ? 0.78 : 0.5) * theme.legend_mm;
        double baseline = y + (row_h - text_h) / 2 + 0.73 * theme.legend_mm;
        const double middle = y + row_h / 2;
        for (const TypesetLine& line : lines) {
            content.push_back({placed(line, {x, baseline})});
            widest = std::max(widest, x + line.width_mm);
            baseline += leading;
        }
        if (!row.sample.empty()) {
            Group group;
            group.anchor = Point{pad + sample / 2, middle};
            group.opacity = row.opacity;
            group.commands = row.sample;
            content.push_back({std::move(group)});
        }
        legend.text += (legend.text.empty() ? "" : "; ") + row.text;
        y += row_h;
    }
    legend.box = {0, 0, widest + pad, y + pad};
    const double w = legend.box.w, h = legend.box.h;
    const Outline panel{{{0, 0}, {w, 0}, {w, h}, {0, h}}, true};
    Colour ground = theme.panel;
    if (opaque) ground.a = 255;
    legend.commands.push_back({FillPath{{panel}, ground}});
    legend.commands.push_back({StrokePath{{panel}, theme.panel_edge, 0.15, {}, Cap::Butt, Join::Mitre}});
    legend.commands.insert(legend.commands.end(), content.begin(), content.end());
    return legend;
}

std::vector<LegendRow> without_least_important(std::vector<LegendRow> rows) {
    // Of several equally unimportant rows, the last one is removed.
    const auto least = std::max_element(
        rows.begin(), rows.end(), [](const LegendRow& a, const LegendRow& b) { return a.priority <= b.priority; });
    const bool led_section = least->new_section;
    const auto next = rows.erase(least);
    if (led_section && next != rows.end()) next->new_section = true;
    return rows;
}

} // namespace render
