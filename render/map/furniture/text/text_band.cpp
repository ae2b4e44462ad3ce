#include "render/map/furniture/text/text_band.hpp"

#include "render/map/words/words.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace render {
namespace {

constexpr double leading = 1.21;              // of small type, between baselines
constexpr double two_columns_from_mm = 150;   // of band width: lines longer than half of it are hard to read
constexpr double three_columns_from_mm = 212; // the band width of a page 220 mm wide

/// Some lines of a paragraph, all in one column.
struct Part {
    std::size_t paragraph, first, lines;
    std::size_t column;
    double top_mm;
};

/// Flows paragraphs through columns of a height; empty when the columns are too few. Neither the first nor the last
/// line of a paragraph stands alone in a column.
std::vector<Part> flow(const std::vector<Paragraph>& paragraphs, std::size_t columns, double height_mm, double line_mm,
                       double gap_mm) {
    constexpr std::size_t min_lines = 2; // of a paragraph in one column
    std::vector<Part> parts;
    std::size_t column = 0;
    double y = 0;
    for (std::size_t p = 0; p < paragraphs.size(); ++p) {
        std::size_t first = 0, left = paragraphs[p].lines.size();
        while (left > 0) {
            const double top = y > 0 ? y + gap_mm : 0;
            const double room = std::floor((height_mm - top) / line_mm + 1e-6);
            std::size_t take = room > 0 ? std::min(left, static_cast<std::size_t>(room)) : 0;
            if (take < left && left - take < min_lines) take = left > min_lines ? left - min_lines : 0;
            if (take < left && take < min_lines) take = 0;
            if (take > 0) {
                parts.push_back({p, first, take, column, top});
                first += take;
                left -= take;
                y = top + static_cast<double>(take) * line_mm;
            } else if (y == 0) {
                return {};
            }
            if (left > 0) {
                if (++column == columns) return {};
                y = 0;
            }
        }
    }
    return parts;
}

} // namespace

TextStyle small_type(const Inputs& in, bool muted) {
    TextStyle style;
    style.size_mm = in.theme.small_mm;
    style.colour = muted ? in.theme.text_muted : in.theme.text;
    return style;
}

double small_line_mm(const Inputs& in) {
    return leading * in.theme.small_mm;
}

double paragraph_gap_mm(const Inputs& in) {
    return 0.5 * in.theme.small_mm;
}

void add_item(Band& band, const std::string& id, const std::string& text, const Rect& box) {
    band.items.push_back({"furniture", id, id, text, box, {}, {}});
}

Band set_in_columns(const Inputs& in, std::vector<Paragraph> paragraphs, double width_mm) {
    const std::size_t columns = width_mm >= three_columns_from_mm ? 3 : width_mm >= two_columns_from_mm ? 2 : 1;
    const double gutter = 2.2 * in.theme.small_mm, n = static_cast<double>(columns);
    const double width = (width_mm - (n - 1) * gutter) / n;
    std::size_t lines = 0;
    for (Paragraph& p : paragraphs) {
        const bool muted = p.id == "notes" || p.id == "credit";
        p.lines = in.typesetter.set_paragraph(p.text, small_type(in, muted), width, in.words.line_language());
        lines += p.lines.size();
    }
    // Finds the least height that holds everything. The loop ends, because one column of all lines always fits.
    Band band;
    std::vector<Part> parts;
    const double step = 0.5 * small_line_mm(in);
    for (double h = small_line_mm(in); parts.empty() && lines > 0; h += step)
        parts = flow(paragraphs, columns, h, small_line_mm(in), paragraph_gap_mm(in));
    for (const Part& part : parts) {
        Paragraph& p = paragraphs[part.paragraph];
        const double x = static_cast<double>(part.column) * (width + gutter);
        double y = part.top_mm, widest = 0;
        for (std::size_t i = part.first; i < part.first + part.lines; ++i) {
            y += small_line_mm(in);
            widest = std::max(widest, p.lines[i].width_mm);
            band.lines.push_back({std::move(p.lines[i]), {x, y - 0.3 * in.theme.small_mm}});
        }
        // The first part has the paragraph's id and text; parts in further columns have an id of their own.
        const bool begins = part.first == 0;
        add_item(band, begins ? p.id : p.id + "-more", begins ? p.text : "", {x, part.top_mm, widest, y - part.top_mm});
        band.height_mm = std::max(band.height_mm, y);
    }
    return band;
}

void draw_band(Builder& builder, Layout& layout, const Band& band, Point top_left) {
    std::size_t line = 0;
    for (LayoutItem item : band.items) {
        const auto scope = builder.group({.tag = {"furniture", "furniture", item.id}});
        for (; line < band.lines.size() && band.lines[line].at.y <= item.box_mm.bottom() + 1e-6 &&
               band.lines[line].at.x == item.box_mm.x;
             ++line) {
            const BandLine& l = band.lines[line];
            builder.text(placed(l.text, {top_left.x + l.at.x, top_left.y + l.at.y}));
        }
        item.box_mm.x += top_left.x;
        item.box_mm.y += top_left.y;
        layout.items.push_back(std::move(item));
    }
    layout.dropped.insert(layout.dropped.end(), band.dropped.begin(), band.dropped.end());
}

} // namespace render
