#include "render/map/furniture/furniture.hpp"
#include "render/map/labels/oriented_box.hpp"
#include "render/map/words/words.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include <fmt/format.h>

namespace render {
namespace {

constexpr double smallest_type_mm = 2.117; // 6 pt
constexpr int samples = 400;               // along an edge; crossings are interpolated between samples

enum class Lines { Meridians, Parallels };

/// Where lines of the graticule meet one edge of the frame: the line as a multiple of the step, and the point.
std::vector<std::pair<long, Point>> crossings(const View& view, Lines lines, double step, Point from, Point to) {
    std::vector<std::pair<long, Point>> found;
    double before = 0;
    bool has_before = false;
    for (int i = 0; i <= samples; ++i) {
        const double t = static_cast<double>(i) / samples;
        const auto where =
            view.projection->inverse(view.to_metres({from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)}));
        if (!where) {
            has_before = false;
            continue;
        }
        double now = lines == Lines::Meridians ? where->lon() : where->lat();
        // Keeps longitudes continuous across the antimeridian.
        if (has_before && lines == Lines::Meridians) now = before + std::remainder(now - before, 360.0);
        // At a pole longitudes jump, and no line is crossed.
        if (has_before && std::abs(now - before) < 20) {
            const double high = std::max(before, now);
            for (long k = std::lround(std::ceil(std::min(before, now) / step)); static_cast<double>(k) * step < high;
                 ++k) {
                const double at = (i - 1 + (static_cast<double>(k) * step - before) / (now - before)) / samples;
                found.emplace_back(k, Point{from.x + at * (to.x - from.x), from.y + at * (to.y - from.y)});
            }
        }
        before = now;
        has_before = true;
    }
    return found;
}

std::string degrees_text(const Words& words, Lines lines, double value) {
    if (lines == Lines::Meridians) value = std::remainder(value, 360.0);
    const long minutes = std::lround(std::abs(value) * 60);
    std::string number =
        minutes % 60 == 0 ? fmt::format("{}°", minutes / 60) : fmt::format("{}°{:02}′", minutes / 60, minutes % 60);
    if (minutes == 0 || (lines == Lines::Meridians && minutes == 180L * 60)) return number;
    const char* key = lines == Lines::Meridians ? (value > 0 ? "graticule.east" : "graticule.west")
                                                : (value > 0 ? "graticule.north" : "graticule.south");
    return words(key, {{"degrees", number}});
}

class GraticuleLabels {
public:
    GraticuleLabels(Builder& builder, Layout& layout, const Inputs& in, const View& view,
                    const std::vector<std::vector<Point>>& drawn_lines)
        : m_lines{drawn_lines},
          m_builder{builder},
          m_layout{layout},
          m_in{in},
          m_view{view},
          m_step{graticule_step_deg(view)} {
        m_style.size_mm = std::max({smallest_type_mm, in.figure.least_type_mm, 0.88 * in.theme.small_mm});
        m_style.colour = in.theme.text_muted;
        m_style.halo = Halo{in.theme.halo, 0.7 * in.theme.text_halo_mm};
    }

    /// Labels every line once, on the first of the two edges where its label has room.
    void draw(Lines lines, std::array<std::pair<Point, Point>, 2> edges) {
        std::map<long, std::vector<Point>> by_line;
        const long whole_turn = std::lround(360.0 / m_step);
        for (const auto& [from, to] : edges)
            for (const auto& [k, at] : crossings(m_view, lines, m_step, from, to))
                by_line[lines == Lines::Meridians ? ((k % whole_turn) + whole_turn) % whole_turn : k].push_back(at);
        for (const auto& [k, points] : by_line)
            for (const Point& at : points)
                if (put(lines, static_cast<double>(k) * m_step, at)) break;
    }

private:
    bool put(Lines lines, double value, Point at) {
        const Rect& frame = m_view.frame_mm;
        const std::string text = degrees_text(m_in.words, lines, value);
        const TypesetLine set = m_in.typesetter.set(text, m_style, m_in.words.language());
        const double inset = 0.5 * m_style.size_mm, h = 0.73 * m_style.size_mm;
        Rect box{at.x - set.width_mm / 2, at.y - h / 2, set.width_mm, h};
        if (lines == Lines::Meridians)
            box.y = at.y > frame.y + frame.h / 2 ? frame.bottom() - inset - h : frame.y + inset;
        else
            box.x = at.x > frame.x + frame.w / 2 ? frame.right() - inset - box.w : frame.x + inset;
        const Rect around = grown(box, 0.25 * m_style.size_mm);
        if (around.x < frame.x || around.right() > frame.right() || around.y < frame.y ||
            around.bottom() > frame.bottom())
            return false;
        for (const LayoutItem& item : m_layout.items)
            if (item.quad_mm.empty() ? overlap_clearly(around, item.box_mm)
                                     : overlap_clearly(around, bounds_of(item.quad_mm)))
                return false;
        const OrientedBox text_box = OrientedBox::upright(around);
        for (const auto& line : m_lines)
            for (std::size_t i = 1; i < line.size(); ++i)
                if (text_box.length_inside(line[i - 1], line[i]) > 0) return false;
        const Point origin{box.x, box.bottom()};
        const auto scope = m_builder.group({.anchor = origin, .tag = {"graticule", "furniture", text}});
        m_builder.text(placed(set, {0, 0}));
        m_layout.items.push_back({"furniture", "graticule", text, text, box, at, {}});
        return true;
    }

    static Rect bounds_of(const std::vector<Point>& quad) {
        const auto [left, right] =
            std::minmax_element(quad.begin(), quad.end(), [](Point a, Point b) { return a.x < b.x; });
        const auto [top, bottom] =
            std::minmax_element(quad.begin(), quad.end(), [](Point a, Point b) { return a.y < b.y; });
        return {left->x, top->y, right->x - left->x, bottom->y - top->y};
    }

    const std::vector<std::vector<Point>>& m_lines;
    Builder& m_builder;
    Layout& m_layout;
    const Inputs& m_in;
    const View& m_view;
    double m_step;
    TextStyle m_style;
};

} // namespace

void draw_frame(Builder& builder, Layout& layout, const Inputs& in, const View& view,
                const std::vector<std::vector<Point>>& lines) {
    if (in.figure.without.contains("all")) return;
    const Rect& f = view.frame_mm;
    const Point a{f.x, f.y}, b{f.right(), f.y}, c{f.right(), f.bottom()}, d{f.x, f.bottom()};
    if (in.shows("graticule")) {
        GraticuleLabels labels{builder, layout, in, view, lines};
        labels.draw(Lines::Meridians, {{{d, c}, {a, b}}});
        labels.draw(Lines::Parallels, {{{a, d}, {b, c}}});
    }
    const auto scope = builder.group({.tag = {"frame", "furniture", "frame"}});
    builder.stroke({{{{a, b, c, d}, true}}, in.theme.frame, in.theme.frame_mm, {}, Cap::Butt, Join::Mitre});
}

} // namespace render
