#include "tests/render/map/trackers/layout_checks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace support {
namespace {

using render::LayoutItem;
using render::Point;
using render::Rect;

constexpr double tolerance_mm = 0.05;

std::vector<Point> corners(const LayoutItem& item) {
    if (!item.quad_mm.empty()) return item.quad_mm;
    const Rect& r = item.box_mm;
    return {{r.x, r.y}, {r.right(), r.y}, {r.right(), r.bottom()}, {r.x, r.bottom()}};
}

/// How deeply two convex shapes overlap: the smallest overlap along the normals of all edges.
double depth(const std::vector<Point>& a, const std::vector<Point>& b) {
    double least = std::numeric_limits<double>::infinity();
    for (const auto* shape : {&a, &b}) {
        for (std::size_t i = 0; i < shape->size(); ++i) {
            const Point p = (*shape)[i], q = (*shape)[(i + 1) % shape->size()];
            const double length = std::hypot(q.x - p.x, q.y - p.y);
            if (length < 1e-9) continue;
            const Point normal{(q.y - p.y) / length, (p.x - q.x) / length};
            const auto range = [&](const std::vector<Point>& points) {
                double low = std::numeric_limits<double>::infinity(), high = -low;
                for (const Point c : points) {
                    const double along = c.x * normal.x + c.y * normal.y;
                    low = std::min(low, along);
                    high = std::max(high, along);
                }
                return std::pair{low, high};
            };
            const auto [a_low, a_high] = range(a);
            const auto [b_low, b_high] = range(b);
            least = std::min(least, std::min(a_high, b_high) - std::max(a_low, b_low));
        }
    }
    return least;
}

bool is_drawn_on_the_map(const LayoutItem& item) {
    return item.kind == "label" || item.kind == "symbol" || item.layer == "legend" || item.layer == "scalebar";
}

} // namespace

std::vector<std::string> layout_faults(const render::Layout& layout) {
    std::vector<std::string> faults;
    std::vector<const LayoutItem*> items;
    for (const LayoutItem& item : layout.items) {
        if (is_drawn_on_the_map(item)) items.push_back(&item);
        const bool on_map = item.kind != "furniture";
        const Rect room = on_map ? layout.map_mm : Rect{0, 0, layout.page_w_mm, layout.page_h_mm};
        for (const Point p : corners(item)) {
            const bool inside = p.x >= room.x - tolerance_mm && p.x <= room.right() + tolerance_mm &&
                                p.y >= room.y - tolerance_mm && p.y <= room.bottom() + tolerance_mm;
            if (inside) continue;
            faults.push_back(fmt::format("{} '{}' leaves the frame at {:.1f}, {:.1f}", item.kind, item.text, p.x, p.y));
            break;
        }
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        for (std::size_t j = i + 1; j < items.size(); ++j) {
            const double deep = depth(corners(*items[i]), corners(*items[j]));
            if (deep > tolerance_mm)
                faults.push_back(fmt::format("{} '{}' and {} '{}' overlap by {:.2f} mm", items[i]->kind, items[i]->text,
                                             items[j]->kind, items[j]->text, deep));
        }
    }
    return faults;
}

} // namespace support
