#include "render/map/furniture/legend.hpp"

#include "render/map/words/words.hpp"
#include "render/picture/outlines.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

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
        const auto lines =
            in.typesetter.set_paragraph(row.text, style, max_width_mm - x - pad, in.words.line_language());
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
    legend.pad_mm = pad;
    const double w = legend.box.w, h = legend.box.h;
    const Outline panel{{{0, 0}, {w, 0}, {w, h}, {0, h}}, true};
    Colour ground = theme.panel;
    if (opaque) ground.a = 255;
    legend.commands.push_back({FillPath{{panel}, ground}});
    legend.commands.push_back({StrokePath{{panel}, theme.panel_edge, 0.15, {}, Cap::Butt, Join::Mitre}});
    legend.commands.insert(legend.commands.end(), content.begin(), content.end());
    return legend;
}

namespace {

constexpr double one_column_page_mm = 100;

/// An entry of the strip, in mm from its own left edge and baseline.
struct Entry {
    const LegendRow* row;
    std::vector<TypesetLine> text; ///< several lines only for a text that is too long for one
    double sample_w, w;
    double text_x; ///< from the entry's left edge
};

Entry set_entry(const Inputs& in, const LegendRow& row, double width_mm) {
    const Theme& theme = in.theme;
    TextStyle style{.size_mm = theme.legend_mm, .weight = row.heading ? 600 : 400, .colour = theme.text};
    Entry entry{&row, {}, 0, 0, 0};
    if (!row.sample.empty()) {
        const bool is_disc = row.id.starts_with("country:") && row.id != "country:other";
        entry.sample_w = (is_disc ? 0.45 : 1.0) * theme.legend_sample_mm();
    }
    entry.text_x = entry.sample_w + (entry.sample_w > 0 ? 0.45 * theme.legend_mm : 0);
    entry.text = in.typesetter.set_paragraph(row.text, style, width_mm - entry.text_x, in.words.line_language());
    for (const TypesetLine& line : entry.text)
        entry.w = std::max(entry.w, entry.text_x + line.width_mm);
    return entry;
}

std::size_t most_strip_lines(const Inputs& in) {
    return in.figure.page_width_mm <= one_column_page_mm ? 3 : 2;
}

double strip_line_mm(const Theme& theme) {
    return 1.45 * theme.legend_mm;
}

/// The first line of each entry, filled from left to right. An entry of several lines has them for itself.
std::vector<std::size_t> lines_of(const std::vector<Entry>& entries, double width_mm, double gap_mm) {
    std::vector<std::size_t> lines;
    double x = 0;
    std::size_t line = 0;
    for (const Entry& entry : entries) {
        if (x > 0 && (x + entry.w > width_mm || entry.text.size() > 1)) {
            ++line;
            x = 0;
        }
        lines.push_back(line);
        x += entry.w + gap_mm;
        if (entry.text.size() > 1) {
            line += entry.text.size() - 1;
            x = width_mm; // the next entry begins a line
        }
    }
    return lines;
}

std::size_t count_of_lines(const std::vector<Entry>& entries, const std::vector<std::size_t>& lines) {
    return lines.empty() ? 0 : lines.back() + std::max<std::size_t>(1, entries.back().text.size());
}

Legend draw_strip(const Inputs& in, const std::vector<Entry>& entries, double width_mm) {
    const Theme& theme = in.theme;
    const double gap = 1.5 * theme.legend_mm, line_mm = strip_line_mm(theme);
    const std::vector<std::size_t> lines = lines_of(entries, width_mm, gap);
    Legend legend;
    double x = 0, widest = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Entry& entry = entries[i];
        if (i > 0 && lines[i] != lines[i - 1]) x = 0;
        const double middle = (static_cast<double>(lines[i]) + 0.5) * line_mm;
        if (entry.sample_w > 0) {
            Group group;
            group.anchor = Point{x + entry.sample_w / 2, middle};
            group.opacity = entry.row->opacity;
            group.commands = entry.row->sample;
            legend.commands.push_back({std::move(group)});
        }
        for (std::size_t k = 0; k < entry.text.size(); ++k) {
            const double baseline = middle + static_cast<double>(k) * line_mm + 0.36 * theme.legend_mm;
            legend.commands.push_back({placed(entry.text[k], {x + entry.text_x, baseline})});
        }
        legend.text += (legend.text.empty() ? "" : "; ") + entry.row->text;
        x += entry.w + gap;
        widest = std::max(widest, x - gap);
    }
    const auto count = static_cast<double>(count_of_lines(entries, lines));
    legend.box = {0, 0, widest, count * line_mm};
    return legend;
}

} // namespace

LegendStrip set_legend_strip(const Inputs& in, const std::vector<LegendRow>& all, double width_mm, double height_mm) {
    const auto room = static_cast<std::size_t>(std::max(1.0, std::floor(height_mm / strip_line_mm(in.theme) + 1e-6)));
    const std::size_t most_lines = std::min(room, most_strip_lines(in));
    std::vector<LegendRow> rows = all;
    LegendStrip strip;
    while (true) {
        LegendRow rest;
        rest.id = "rest";
        rest.text = in.words("legend.rest", {{"count", fmt::format("{}", all.size() - rows.size())}});
        std::vector<Entry> entries;
        for (const LegendRow& row : rows)
            entries.push_back(set_entry(in, row, width_mm));
        if (rows.size() < all.size()) entries.push_back(set_entry(in, rest, width_mm));
        const auto lines = lines_of(entries, width_mm, 1.5 * in.theme.legend_mm);
        if (rows.size() <= 1 || count_of_lines(entries, lines) <= most_lines) {
            strip.legend = draw_strip(in, entries, width_mm);
            break;
        }
        rows = without_least_important(std::move(rows));
    }
    for (const LegendRow& row : all)
        if (std::none_of(rows.begin(), rows.end(), [&](const LegendRow& r) { return r.id == row.id; }))
            strip.left_out.push_back(row);
    return strip;
}

LegendStrip set_legend_column(const Inputs& in, const std::vector<LegendRow>& all, double width_mm, double height_mm) {
    std::vector<LegendRow> rows = all;
    LegendStrip column;
    while (!rows.empty()) {
        Legend legend = set_legend(in, rows, width_mm);
        if (rows.size() > 1 && legend.box.h > height_mm) {
            rows = without_least_important(std::move(rows));
            continue;
        }
        // Without the panel, which is drawn first, and without the room between its edge and the content.
        legend.commands.erase(legend.commands.begin(), legend.commands.begin() + 2);
        const double pad = legend.pad_mm;
        Group content;
        content.affine = {1, 0, 0, 1, -pad, -pad};
        content.commands = std::move(legend.commands);
        legend.commands.clear();
        legend.commands.push_back({std::move(content)});
        legend.box = {0, 0, legend.box.w - 2 * pad, legend.box.h - 2 * pad};
        column.legend = std::move(legend);
        break;
    }
    for (const LegendRow& row : all)
        if (std::none_of(rows.begin(), rows.end(), [&](const LegendRow& r) { return r.id == row.id; }))
            column.left_out.push_back(row);
    return column;
}

double legend_strip_mm(const Inputs& in, const std::vector<LegendRow>& rows, const Rect& frame) {
    constexpr double most_share = 0.05;
    const std::size_t most_rows = in.figure.page_width_mm <= one_column_page_mm ? 4 : 6;
    if (rows.empty() || !in.shows("legend")) return 0;
    const Legend panel = set_legend(in, rows, legend_panel_width_mm(frame));
    if (rows.size() <= most_rows && panel.box.w * panel.box.h <= most_share * frame.w * frame.h) return 0;
    return set_legend_strip(in, rows, frame.w, frame.h).legend.box.h + 0.5 * in.theme.gap_mm;
}

double legend_panel_width_mm(const Rect& frame) {
    return std::clamp(0.42 * frame.w, 30.0, 64.0);
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
