#include "render/map/labels/oriented_box.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace render {
namespace {

// Rounding lets boxes that share an edge overlap or miss each other by a little.
constexpr double touch_mm = 1e-9;

double dot(Point a, Point b) noexcept {
    return a.x * b.x + a.y * b.y;
}
Point across(Point along) noexcept {
    return {-along.y, along.x};
}

} // namespace

OrientedBox OrientedBox::upright(const Rect& r) noexcept {
    return {{r.x + r.w / 2, r.y + r.h / 2}, r.w / 2, r.h / 2, {1, 0}};
}

OrientedBox OrientedBox::turned(Point centre, double w, double h, double angle_deg) noexcept {
    if (angle_deg == 0) return {centre, w / 2, h / 2, {1, 0}};
    const double a = angle_deg * std::numbers::pi / 180;
    return {centre, w / 2, h / 2, {std::cos(a), -std::sin(a)}};
}

OrientedBox OrientedBox::segment(Point a, Point b, double width) noexcept {
    const double dx = b.x - a.x, dy = b.y - a.y, length = std::hypot(dx, dy);
    const Point along = length > 0 ? Point{dx / length, dy / length} : Point{1, 0};
    return {{(a.x + b.x) / 2, (a.y + b.y) / 2}, length / 2, width / 2, along};
}

OrientedBox OrientedBox::grown(double mm) const noexcept {
    return {centre, std::max(0.0, half_w + mm), std::max(0.0, half_h + mm), along};
}

std::array<Point, 4> OrientedBox::corners() const noexcept {
    const Point u{along.x * half_w, along.y * half_w}, v{across(along).x * half_h, across(along).y * half_h};
    return {Point{centre.x - u.x - v.x, centre.y - u.y - v.y}, Point{centre.x + u.x - v.x, centre.y + u.y - v.y},
            Point{centre.x + u.x + v.x, centre.y + u.y + v.y}, Point{centre.x - u.x + v.x, centre.y - u.y + v.y}};
}

Rect OrientedBox::bounds() const noexcept {
    const double w = std::abs(along.x) * half_w + std::abs(along.y) * half_h;
    const double h = std::abs(along.y) * half_w + std::abs(along.x) * half_h;
    return {centre.x - w, centre.y - h, 2 * w, 2 * h};
}

bool OrientedBox::inside(const Rect& r) const noexcept {
    const Rect b = bounds();
    return b.x >= r.x && b.y >= r.y && b.right() <= r.right() && b.bottom() <= r.bottom();
}

bool OrientedBox::overlaps(const OrientedBox& o) const noexcept {
    const Point d{o.centre.x - centre.x, o.centre.y - centre.y};
    for (const Point axis : {along, across(along), o.along, across(o.along)}) {
        const double mine = std::abs(dot(along, axis)) * half_w + std::abs(dot(across(along), axis)) * half_h;
        const double theirs = std::abs(dot(o.along, axis)) * o.half_w + std::abs(dot(across(o.along), axis)) * o.half_h;
        if (std::abs(dot(d, axis)) >= mine + theirs - touch_mm) return false;
    }
    return true;
}

double OrientedBox::length_inside(Point a, Point b) const noexcept {
    // Liang-Barsky clipping in the box's own axes.
    const Point from{a.x - centre.x, a.y - centre.y}, step{b.x - a.x, b.y - a.y};
    double enter = 0, leave = 1;
    for (const auto& [axis, half] : {std::pair{along, half_w}, std::pair{across(along), half_h}}) {
        const double at = dot(from, axis), speed = dot(step, axis);
        if (std::abs(speed) < 1e-12) {
            if (std::abs(at) >= half) return 0;
            continue;
        }
        const double t1 = (-half - at) / speed, t2 = (half - at) / speed;
        enter = std::max(enter, std::min(t1, t2));
        leave = std::min(leave, std::max(t1, t2));
        if (enter >= leave) return 0;
    }
    return (leave - enter) * std::hypot(step.x, step.y);
}

bool overlap_clearly(const Rect& a, const Rect& b) noexcept {
    return a.x < b.right() - touch_mm && b.x < a.right() - touch_mm && a.y < b.bottom() - touch_mm &&
           b.y < a.bottom() - touch_mm;
}

double length_under(const std::vector<std::vector<Point>>& lines, const Rect& box) noexcept {
    const OrientedBox upright = OrientedBox::upright(box);
    double sum = 0;
    for (const std::vector<Point>& line : lines)
        for (std::size_t i = 1; i < line.size(); ++i) {
            const Point a = line[i - 1], b = line[i];
            const bool apart = std::max(a.x, b.x) < box.x || std::min(a.x, b.x) > box.right() ||
                               std::max(a.y, b.y) < box.y || std::min(a.y, b.y) > box.bottom();
            if (!apart) sum += upright.length_inside(a, b);
        }
    return sum;
}

} // namespace render
