#include "render/map/labels/surroundings.hpp"

#include "render/picture/rect.hpp"

#include <algorithm>
#include <limits>

namespace render {
namespace {

constexpr double text_clearance_mm = 0.3; // between a text and what it must not touch
constexpr double frame_inset_mm = 0.6;    // between a text and the frame line
constexpr double line_weight = 1.6, coast_weight = 0.35;
constexpr double near_mm = 1.1, near_cost = 1.3;
constexpr double level_mm = 5.0, level_cost = 2.5;
constexpr double dot_cost = 0.4;

} // namespace

Surroundings::Surroundings(const Obstacles& obstacles, const Rect& frame)
    : m_frame{grown(frame, -frame_inset_mm)},
      m_off_earth{obstacles.off_earth},
      m_dots{obstacles.dots},
      m_boxes{obstacles.boxes},
      m_box_grid{frame, 8},
      m_dot_grid{frame, 4},
      m_segment_grid{frame, 4} {
    for (std::uint32_t i = 0; i < m_dots.size(); ++i)
        m_dot_grid.add(i, m_dots[i]);
    for (std::uint32_t i = 0; i < m_boxes.size(); ++i)
        m_box_grid.add(i, m_boxes[i]);
    add_lines(obstacles.lines, line_weight);
    add_lines(obstacles.coasts, coast_weight);
    m_seen.assign(m_segments.size(), 0);
}

void Surroundings::add_lines(const std::vector<std::vector<Point>>& lines, double weight) {
    for (const auto& line : lines)
        for (std::size_t i = 1; i < line.size(); ++i) {
            const Point a = line[i - 1], b = line[i];
            const Rect box{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
            if (box.right() < m_frame.x || box.x > m_frame.right() || box.bottom() < m_frame.y ||
                box.y > m_frame.bottom())
                continue;
            m_segment_grid.add(static_cast<std::uint32_t>(m_segments.size()), box);
            m_segments.push_back({a, b, weight});
        }
}

bool Surroundings::touches_box(const OrientedBox& box, std::optional<Point> own) const {
    return m_box_grid.any_near(box.bounds(), [&](std::uint32_t i) {
        return !(own && contains(m_boxes[i], *own)) && box.overlaps(OrientedBox::upright(m_boxes[i]));
    });
}

bool Surroundings::allows(const Candidate& c, Point own, bool may_cover_dots) const {
    const OrientedBox text = c.box.grown(text_clearance_mm);
    if (!c.box.inside(m_frame) || touches_box(text, {})) return false;
    if (m_off_earth && m_off_earth(c.box.bounds())) return false;
    if (!may_cover_dots && m_dot_grid.any_near(text.bounds(), [&](std::uint32_t i) {
            return text.overlaps(OrientedBox::upright(m_dots[i]));
        }))
        return false;
    return !c.leader || !touches_box(OrientedBox::segment(c.leader->first, c.leader->second, text_clearance_mm), own);
}

bool Surroundings::stands_level_with_another(const Candidate& c, Point own) const {
    const Rect text = c.box.bounds();
    if (c.angle_deg != 0 || c.leader || (own.y >= text.y && own.y <= text.bottom())) return false;
    const Rect around{text.x - level_mm, text.y, text.w + 2 * level_mm, text.h};
    return m_box_grid.any_near(around, [&](std::uint32_t i) {
        const Rect& other = m_boxes[i];
        const double middle = other.y + other.h / 2;
        return middle >= text.y && middle <= text.bottom() && !contains(other, own) && overlap(around, other);
    });
}

double Surroundings::cost(const Candidate& c, Point own, double max_crossed_mm) {
    double sum = c.cost, crossed_mm = 0;
    const OrientedBox text = c.box.grown(0.1), around = c.box.grown(near_mm);
    ++m_query;
    (void)m_segment_grid.any_near(text.bounds(), [&](std::uint32_t i) {
        if (m_seen[i] == m_query) return false;
        m_seen[i] = m_query;
        const double inside_mm = text.length_inside(m_segments[i].a, m_segments[i].b);
        sum += m_segments[i].weight * inside_mm;
        crossed_mm += inside_mm;
        return crossed_mm > max_crossed_mm;
    });
    if (crossed_mm > max_crossed_mm) return std::numeric_limits<double>::infinity();
    (void)m_dot_grid.any_near(text.bounds(), [&](std::uint32_t i) {
        if (text.overlaps(OrientedBox::upright(m_dots[i]))) sum += dot_cost;
        return false;
    });
    const bool ambiguous = m_box_grid.any_near(around.bounds(), [&](std::uint32_t i) {
        return !contains(m_boxes[i], own) && around.overlaps(OrientedBox::upright(m_boxes[i]));
    });
    if (ambiguous) sum += near_cost;
    return stands_level_with_another(c, own) ? sum + level_cost : sum;
}

} // namespace render
