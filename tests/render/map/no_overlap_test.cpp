#include "tests/render/map/map_support.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <limits>

/// The built-in scenario through its year: no printed item lies on another, and none leaves the frame.
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

void check_layout(const render::Layout& layout) {
    std::vector<const LayoutItem*> items;
    for (const LayoutItem& item : layout.items) {
        if (is_drawn_on_the_map(item)) items.push_back(&item);
        const bool on_map = item.kind != "furniture";
        const Rect room = on_map ? layout.map_mm : Rect{0, 0, layout.page_w_mm, layout.page_h_mm};
        for (const Point p : corners(item)) {
            const bool inside = p.x >= room.x - tolerance_mm && p.x <= room.right() + tolerance_mm &&
                                p.y >= room.y - tolerance_mm && p.y <= room.bottom() + tolerance_mm;
            if (!inside) FAIL_CHECK(item.kind << " '" << item.text << "' leaves the frame at " << p.x << ", " << p.y);
        }
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        for (std::size_t j = i + 1; j < items.size(); ++j) {
            const double deep = depth(corners(*items[i]), corners(*items[j]));
            if (deep > tolerance_mm) {
                FAIL_CHECK(items[i]->kind << " '" << items[i]->text << "' and " << items[j]->kind << " '"
                                          << items[j]->text << "' overlap by " << deep << " mm");
            }
        }
    }
}

struct Size {
    const char* name;
    int width_px;
    std::optional<int> height_px;
    double dpi;
};

void check_year(const Size& size) {
    const auto scenario = support::scenario("assets/scenarios/canada-2024");
    REQUIRE(scenario->start);
    REQUIRE(scenario->end);
    int composed = 0, labels = 0;
    for (auto at = *scenario->start + std::chrono::hours{12}; at <= *scenario->end; at += std::chrono::hours{5 * 24}) {
        render::Figure figure = support::page(size.width_px, size.height_px.value_or(1), size.dpi, "2024-01-01");
        if (!size.height_px) figure.page_height_mm.reset();
        figure.at = at;
        const auto composition = support::compose(*scenario, figure);
        INFO(size.name << " " << assets::to_iso(at));
        check_layout(composition.layout);
        ++composed;
        for (const LayoutItem& item : composition.layout.items)
            labels += item.kind == "label" ? 1 : 0;
    }
    CHECK(composed >= 73);
    CHECK(labels > composed); // a map without labels would pass all checks above
}

} // namespace

TEST_CASE("through the year nothing overlaps or leaves the frame, 16:9", "[render][layout]") {
    check_year({"1920x1080", 1920, 1080, 192});
}

TEST_CASE("through the year nothing overlaps or leaves the frame, square", "[render][layout]") {
    check_year({"1080x1080", 1080, 1080, 192});
}

TEST_CASE("through the year nothing overlaps or leaves the frame, a column of 89 mm", "[render][layout]") {
    check_year({"89 mm", 1051, std::nullopt, 300});
}
