#include "render/symbols/badge.hpp"
#include "render/symbols/silhouette.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

using assets::AssetType;
using render::Outline;
using render::Point;
using render::Silhouette;
using render::silhouette_of;

namespace {

std::vector<AssetType> all_types() {
    std::vector<AssetType> types;
    for (int i = 0; i <= static_cast<int>(AssetType::Other); ++i)
        types.push_back(static_cast<AssetType>(i));
    return types;
}

bool inside(const Outline& outline, Point p) {
    bool in = false;
    const auto& q = outline.points;
    for (std::size_t i = 0, j = q.size() - 1; i < q.size(); j = i++)
        if ((q[i].y > p.y) != (q[j].y > p.y) && p.x < (q[j].x - q[i].x) * (p.y - q[i].y) / (q[j].y - q[i].y) + q[i].x)
            in = !in;
    return in;
}
bool inside(const std::vector<Outline>& area, Point p) {
    return std::count_if(area.begin(), area.end(), [&](const Outline& o) { return inside(o, p); }) % 2 == 1;
}

std::vector<Outline> all_gaps(const Silhouette& s) {
    std::vector<Outline> gaps = s.gaps;
    gaps.insert(gaps.end(), s.fine_gaps.begin(), s.fine_gaps.end());
    return gaps;
}

/// Counts the points of a fine grid that are inside more than one gap.
int overlapping_points(const std::vector<Outline>& gaps) {
    int count = 0;
    for (double y = -50.13; y < 50; y += 0.5)
        for (double x = -50.13; x < 50; x += 0.5) {
            const auto covering = std::count_if(gaps.begin(), gaps.end(), [&](const Outline& o) {
                return inside(o, {x, y});
            });
            if (covering > 1) ++count;
        }
    return count;
}

} // namespace

TEST_CASE("gaps are within the body, so that no speck of halo is drawn beside it", "[symbols]") {
    for (const AssetType type : all_types()) {
        const Silhouette& s = silhouette_of(type);
        for (const Outline& gap : all_gaps(s))
            for (const Point p : gap.points) {
                INFO(assets::to_string(type) << " at " << p.x << ", " << p.y);
                // Moved slightly towards the middle, because stripes reach the edge of the body.
                const Point nudged{p.x * 0.94, p.y};
                REQUIRE(
                    std::any_of(s.body.begin(), s.body.end(), [&](const auto& part) { return inside(part, nudged); }));
            }
    }
}

TEST_CASE("gaps do not overlap, because an even-odd fill would close the overlap", "[symbols]") {
    for (const AssetType type : all_types()) {
        INFO(assets::to_string(type));
        CHECK(overlapping_points(all_gaps(silhouette_of(type))) == 0);
    }
}

TEST_CASE("ships are symmetrical except for flight decks and the coast guard's stripe", "[symbols]") {
    for (const AssetType type : all_types()) {
        if (!assets::is_ship(type) || type == AssetType::Carrier || type == AssetType::AmphibiousAssault ||
            type == AssetType::CoastGuard)
            continue;
        INFO(assets::to_string(type));
        for (const auto& part : silhouette_of(type).body)
            for (const Outline& o : part)
                for (const Point p : o.points) {
                    const Point mirrored{-p.x, p.y};
                    const auto same = [&](Point q) {
                        return std::hypot(q.x - mirrored.x, q.y - mirrored.y) < 1e-6;
                    };
                    bool found = false;
                    for (const auto& other : silhouette_of(type).body)
                        for (const Outline& candidate : other)
                            found = found || std::any_of(candidate.points.begin(), candidate.points.end(), same);
                    REQUIRE(found);
                }
    }
}

TEST_CASE("every badge sign has strokes within its box, and no two are alike", "[symbols]") {
    std::vector<std::vector<Point>> drawn;
    for (const char c : std::string_view{"0123456789x?"}) {
        const render::Lettering sign = render::lettering(std::string_view{&c, 1}, 2);
        INFO(c);
        REQUIRE_FALSE(sign.strokes.empty());
        std::vector<Point> points;
        for (const Outline& o : sign.strokes)
            for (const Point p : o.points) {
                CHECK(p.x >= -0.05);
                CHECK(p.x <= sign.width_mm + 0.05);
                CHECK(p.y >= -0.01);
                CHECK(p.y <= 2.01);
                points.push_back(p);
            }
        CHECK(std::find(drawn.begin(), drawn.end(), points) == drawn.end());
        drawn.push_back(points);
    }
}

TEST_CASE("badge signs are drawn side by side, and unknown ones are left out", "[symbols]") {
    const double one = render::lettering("2", 2).width_mm;
    CHECK(render::lettering("22", 2).width_mm > 2 * one);
    CHECK(render::lettering("2#2", 2).width_mm == Approx(render::lettering("22", 2).width_mm));
    CHECK(render::lettering("", 2).strokes.empty());
}
