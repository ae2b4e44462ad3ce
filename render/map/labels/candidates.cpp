#include "render/map/labels/candidates.hpp"

#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace render {
namespace {

constexpr double pi = std::numbers::pi;

double gap_beside(const LabelRequest& r) {
    return std::clamp(0.28 * r.style.size_mm, 0.5, 1.2);
}

Rect symbol_of(const LabelRequest& r) {
    if (r.symbol_box.w > 0 || r.symbol_box.h > 0) return r.symbol_box;
    return {r.at.x, r.at.y, 0, 0};
}

Candidate upright(double x, double y, const TextBlock& b, Align align, double cost) {
    return {OrientedBox::upright({x, y, b.w_mm, b.h_mm}), 0, align, cost, {}};
}

/// The pieces of a line inside a rectangle.
std::vector<std::vector<Point>> clip(const std::vector<Point>& line, const Rect& frame) {
    std::vector<std::vector<Point>> pieces;
    bool open = false;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Point a = line[i - 1], b = line[i];
        double enter = 0, leave = 1;
        const auto cut = [&](double at, double step, double low, double high) {
            if (step == 0) return at >= low && at <= high;
            const double t1 = (low - at) / step, t2 = (high - at) / step;
            enter = std::max(enter, std::min(t1, t2));
            leave = std::min(leave, std::max(t1, t2));
            return enter < leave;
        };
        if (!cut(a.x, b.x - a.x, frame.x, frame.right()) || !cut(a.y, b.y - a.y, frame.y, frame.bottom())) {
            open = false;
            continue;
        }
        const auto at = [&](double t) {
            return Point{a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
        };
        if (!open || enter > 0) pieces.push_back({at(enter)});
        pieces.back().push_back(at(leave));
        open = leave == 1;
    }
    return pieces;
}

/// The points of a line by their distance along it.
class LineWalker {
public:
    explicit LineWalker(const std::vector<Point>& line) : m_line{line} {
        m_at.push_back(0);
        for (std::size_t i = 1; i < line.size(); ++i)
            m_at.push_back(m_at.back() + std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y));
    }
    [[nodiscard]] double length() const { return m_at.back(); }
    [[nodiscard]] Point point(double s) const {
        const auto next = std::upper_bound(m_at.begin(), m_at.end(), s);
        if (next == m_at.begin()) return m_line.front();
        if (next == m_at.end()) return m_line.back();
        const auto i = static_cast<std::size_t>(next - m_at.begin());
        const double t = (s - m_at[i - 1]) / (m_at[i] - m_at[i - 1]);
        return {m_line[i - 1].x + t * (m_line[i].x - m_line[i - 1].x),
                m_line[i - 1].y + t * (m_line[i].y - m_line[i - 1].y)};
    }
    /// How far the line, between two distances along it, bulges from the straight line that passes through `origin` at
    /// right angles to `across`: in the direction of `across`, and against it.
    [[nodiscard]] std::pair<double, double> bulge(double from, double to, Point origin, Point across) const {
        double positive = 0, negative = 0;
        for (std::size_t i = 0; i < m_line.size(); ++i) {
            if (m_at[i] < from || m_at[i] > to) continue;
            const double off = (m_line[i].x - origin.x) * across.x + (m_line[i].y - origin.y) * across.y;
            positive = std::max(positive, off);
            negative = std::max(negative, -off);
        }
        return {positive, negative};
    }

private:
    const std::vector<Point>& m_line;
    std::vector<double> m_at;
};

} // namespace

std::vector<Candidate> beside(const LabelRequest& r, const TextBlock& b) {
    const Rect s = symbol_of(r);
    const double g = gap_beside(r), w = b.w_mm, h = b.h_mm, corner = 0.35 * g;
    const double top = r.at.y - b.optical_mm / 2; // of a block that is optically centred
    const double right = s.right() + g, left = s.x - g - w, above = s.y - g - h, below = s.bottom() + g;
    const double high = s.y - corner - h, low = s.bottom() + corner;
    const double slide = std::min(0.5 * h, 0.3 * s.h + 0.35 * h), centre_left = r.at.x - w / 2;
    return {upright(right, top, b, Align::Left, 0),
            upright(left, top, b, Align::Right, 1),
            upright(centre_left, above, b, Align::Centre, 1.6),
            upright(centre_left, below, b, Align::Centre, 2),
            upright(right, top - slide, b, Align::Left, 0.9),
            upright(right, top + slide, b, Align::Left, 1.0),
            upright(left, top - slide, b, Align::Right, 1.9),
            upright(left, top + slide, b, Align::Right, 2.0),
            upright(s.right() + corner, high, b, Align::Left, 2.4),
            upright(s.right() + corner, low, b, Align::Left, 2.5),
            upright(s.x - corner - w, high, b, Align::Right, 2.8),
            upright(s.x - corner - w, low, b, Align::Right, 2.9),
            upright(r.at.x - w * 0.25, above, b, Align::Left, 2.6),
            upright(r.at.x - w * 0.75, above, b, Align::Right, 2.8),
            upright(r.at.x - w * 0.25, below, b, Align::Left, 2.7),
            upright(r.at.x - w * 0.75, below, b, Align::Right, 3.0)};
}

std::vector<Candidate> centred(const LabelRequest& r, const TextBlock& b) {
    const OrientedBox home = OrientedBox::turned(r.at, b.w_mm, b.h_mm, r.angle_deg);
    const Point u = home.along, v{-u.y, u.x};
    if (r.stays) return {{home, r.angle_deg, Align::Centre, 0, {}}};
    std::vector<Candidate> out;
    const auto add_around = [&](Point at, double cost) {
        for (const double across : {0.0, -0.6, 0.6, -1.2, 1.2, -1.8, 1.8})
            for (const double along_text : {0.0, -0.15, 0.15, -0.3, 0.3}) {
                const double dx = along_text * b.w_mm, dy = across * b.h_mm;
                Candidate c{home, r.angle_deg, Align::Centre, cost + 0.25 * std::hypot(dx, dy), {}};
                c.box.centre = {at.x + u.x * dx + v.x * dy, at.y + u.y * dx + v.y * dy};
                out.push_back(c);
            }
    };
    add_around(r.at, 0);
    constexpr double next_cost = 2;
    for (std::size_t i = 0; i < r.other_points.size(); ++i)
        add_around(r.other_points[i], next_cost * static_cast<double>(i + 1));
    std::stable_sort(out.begin(), out.end(), [](const auto& x, const auto& y) { return x.cost < y.cost; });
    return out;
}

std::vector<Candidate> along(const LabelRequest& r, const TextBlock& b, const Rect& frame) {
    std::vector<Candidate> out;
    const double gap = std::clamp(0.22 * r.style.size_mm, 0.35, 0.9);
    constexpr double least_share = 0.5; // of a text that is longer than its line
    for (const std::vector<Point>& piece : clip(r.line, frame)) {
        const LineWalker walk{piece};
        const double length = walk.length();
        if (length < least_share * b.w_mm || length <= 0) continue;
        const bool is_short = length < b.w_mm;
        for (const double where : {0.5, 0.38, 0.62, 0.27, 0.73, 0.17, 0.83, 0.08, 0.92}) {
            // A text that is longer than its line begins or ends with it, or reaches over it on both sides.
            const double over = is_short ? (where - 0.5) * (b.w_mm - length) : 0;
            const double s = is_short ? length / 2 : std::clamp(where * length, b.w_mm / 2, length - b.w_mm / 2);
            const double s1 = std::max(0.0, s - b.w_mm / 2), s2 = std::min(length, s + b.w_mm / 2);
            Point p = walk.point(s1), q = walk.point(s2);
            // The text reads from left to right, and on a vertical line from bottom to top.
            if (q.x < p.x - 1e-9 || (std::abs(q.x - p.x) <= 1e-9 && q.y > p.y)) std::swap(p, q);
            const double angle = std::atan2(p.y - q.y, q.x - p.x) * 180 / pi;
            OrientedBox box = OrientedBox::turned({(p.x + q.x) / 2, (p.y + q.y) / 2}, b.w_mm, b.h_mm, angle);
            const Point v{-box.along.y, box.along.x}; // downwards, seen in reading direction
            const auto [below, above] = walk.bulge(s1, s2, p, v);
            for (const bool up : {true, false}) {
                const double off = (up ? above : below) + gap + b.h_mm / 2;
                Candidate c{box, angle, Align::Centre, 0, {}};
                const double sign = up ? -1 : 1;
                c.box.centre = {box.centre.x + sign * v.x * off - over * box.along.x,
                                box.centre.y + sign * v.y * off - over * box.along.y};
                c.cost = (up ? 0 : 0.6) + (is_short ? 2 : 4) * std::abs(where - 0.5) +
                         1.2 * std::max(above, below) / b.h_mm + (is_short ? 1 : 0) + std::abs(angle) / 60;
                out.push_back(c);
            }
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const auto& x, const auto& y) { return x.cost < y.cost; });
    return out;
}

std::vector<Candidate> pushed_out(const LabelRequest& r, const TextBlock& b, double distance_mm) {
    constexpr int directions = 32;
    const Rect s = symbol_of(r);
    std::vector<Candidate> out;
    for (int i = 0; i < directions; ++i) {
        // Directions start at the right and alternate between up and down until they reach the left.
        const double a =
            (i % 2 == 1 ? -1 : 1) * ((i + 1) / 2) * 2 * pi / directions; // NOLINT(bugprone-integer-division)
        const double dx = std::cos(a), dy = std::sin(a);
        const double reach = std::abs(dx) * (s.w + b.w_mm) / 2 + std::abs(dy) * (s.h + b.h_mm) / 2 + distance_mm;
        const Point centre{s.x + s.w / 2 + dx * reach, s.y + s.h / 2 + dy * reach};
        const Rect box{centre.x - b.w_mm / 2, centre.y - b.h_mm / 2, b.w_mm, b.h_mm};
        Candidate c{OrientedBox::upright(box), 0, Align::Centre, distance_mm / 3 + 0.4 * std::abs(a), {}};
        Point end;
        if (box.x > s.right()) {
            c.align = Align::Left;
            end = {box.x - 0.4, box.y + b.optical_mm / 2};
        } else if (box.right() < s.x) {
            c.align = Align::Right;
            end = {box.right() + 0.4, box.y + b.optical_mm / 2};
        } else {
            const double inset = std::min(0.15 * b.w_mm, 2.0);
            const double x = std::clamp(r.at.x, box.x + inset, box.right() - inset);
            end = {x, centre.y > r.at.y ? box.y - 0.4 : box.bottom() + 0.4};
        }
        // The leader begins where the straight line from the symbol's centre leaves the symbol.
        const double length = std::hypot(end.x - r.at.x, end.y - r.at.y);
        const double covered = OrientedBox::upright(grown(s, 0.35)).length_inside(r.at, end);
        if (covered + 0.5 >= length) continue;
        const double t = covered / length;
        c.leader = {{{r.at.x + t * (end.x - r.at.x), r.at.y + t * (end.y - r.at.y)}, end}};
        out.push_back(c);
    }
    return out;
}

} // namespace render
