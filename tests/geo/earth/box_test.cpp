#include "geo/earth/box.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <limits>
#include <random>

using namespace geo;

namespace {

Box box(double west, double south, double east, double north) {
    return Box::from_degrees(west, south, east, north).value();
}

} // namespace

TEST_CASE("a box is refused for non-finite longitudes, bad latitudes or south above north", "[geo]") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_FALSE(Box::from_degrees(nan, 0, 1, 1));
    CHECK_FALSE(Box::from_degrees(0, nan, 1, 1));
    CHECK_FALSE(Box::from_degrees(0, 2, 1, 1));
    CHECK_FALSE(Box::from_degrees(0, -91, 1, 1));
    CHECK_FALSE(Box::from_degrees(0, 0, 1, 90.5));
}

TEST_CASE("a box across the antimeridian splits in two", "[geo]") {
    const Box fiji = box(170, -10, -170, 10);
    CHECK(fiji.crosses_antimeridian());
    CHECK(fiji.width_deg() == 20);
    const auto parts = fiji.split();
    REQUIRE(parts.size() == 2);
    CHECK(parts[0] == box(170, -10, 180, 10));
    CHECK(parts[1] == box(-180, -10, -170, 10));
    CHECK(box(100, 0, 180, 10).split().size() == 1);
    CHECK(box(-180, 0, -100, 10).split().size() == 1);
}

TEST_CASE("a box wraps longitudes beyond 180 degrees", "[geo]") {
    CHECK(box(170, 0, 190, 1) == box(170, 0, -170, 1));
    CHECK(box(-190, 0, -170, 1) == box(170, 0, -170, 1));
    CHECK(box(180, 0, 190, 1) == box(-180, 0, -170, 1));
    CHECK(box(-30, -90, 330, 90) == Box::world());
    CHECK(Box::world().width_deg() == 360);
}

TEST_CASE("a box of zero width keeps its width", "[geo]") {
    CHECK(box(12, 0, 12, 1).width_deg() == 0);
    CHECK(box(180, 0, 180, 1).width_deg() == 0);
    CHECK(box(180, 0, -180, 1).width_deg() == 0);
}

TEST_CASE("a box treats 180 and -180 as the same meridian", "[geo]") {
    CHECK(box(170, 0, 180, 10).contains(lonlat(180, 5)));
    CHECK(box(-180, 0, -170, 10).contains(lonlat(180, 5)));
    CHECK(box(170, 0, 180, 10).intersects(box(-180, 0, -170, 10)));
}

TEST_CASE("splitting a box changes neither its width nor what it contains", "[geo]") {
    std::mt19937 random{7};
    std::uniform_real_distribution<double> any_lon{-400, 400};
    std::uniform_real_distribution<double> any_width{0, 359};
    std::uniform_real_distribution<double> any_lat{-90, 90};
    for (int i = 0; i < 2000; ++i) {
        const double west = any_lon(random);
        const auto [south, north] = std::minmax({any_lat(random), any_lat(random)});
        const double width = any_width(random);
        const Box whole = box(west, south, west + width, north);
        REQUIRE(whole.width_deg() == Approx(width));
        double widths = 0;
        for (const Box& part : whole.split()) {
            REQUIRE_FALSE(part.crosses_antimeridian());
            widths += part.width_deg();
        }
        REQUIRE(widths == Approx(width));
        const LonLat inside = lonlat(west + width / 2, (south + north) / 2);
        const LonLat outside = lonlat(west + width + (360 - width) / 2, (south + north) / 2);
        REQUIRE(whole.contains(inside));
        REQUIRE_FALSE(whole.contains(outside));
        for (const LonLat& point : {inside, outside, lonlat(any_lon(random), any_lat(random))}) {
            const auto parts = whole.split();
            REQUIRE(whole.contains(point) ==
                    std::any_of(parts.begin(), parts.end(), [&](const Box& part) { return part.contains(point); }));
        }
    }
}

TEST_CASE("boxes that overlap or cross intersect, also across the antimeridian", "[geo]") {
    CHECK(box(170, -10, -170, 10).intersects(box(-175, 0, -160, 5)));
    CHECK(box(170, -10, -170, 10).intersects(box(160, 0, 175, 5)));
    CHECK_FALSE(box(170, -10, -170, 10).intersects(box(-169, 0, 169, 5)));
    CHECK_FALSE(box(170, -10, -170, 10).intersects(box(175, 11, 176, 12)));
    CHECK(box(0, -80, 1, 80).intersects(box(-10, 0, 10, 1))); // a cross: no corner of one box lies in the other
    CHECK(Box::world().intersects(box(179, 0, -179, 1)));
}

TEST_CASE("a grown box is clamped at the poles and at 360 degrees of width", "[geo]") {
    CHECK(box(170, 80, 175, 85).grown(10) == box(160, 70, -175, 90));
    CHECK(box(-100, 0, 100, 1).grown(80) == box(-180, -80, 180, 81));
    CHECK(Box::world().grown(5) == Box::world());
    CHECK(box(170, -10, -170, 10).grown(0) == box(170, -10, -170, 10));
}

TEST_CASE("boxes that touch intersect, in either order", "[geo]") {
    const Box western = box(170, 0, 180, 10);
    const Box eastern = box(-180, 5, -170, 15);
    CHECK(western.intersects(eastern));
    CHECK(eastern.intersects(western));
    const Box farther_north = box(-180, 11, -170, 15);
    CHECK_FALSE(western.intersects(farther_north));
    CHECK_FALSE(farther_north.intersects(western));
    // Away from the antimeridian, touching boxes intersect and boxes 0.001 degrees apart do not.
    const Box left = box(10, 0, 20, 10);
    CHECK(left.intersects(box(20, 10, 30, 20)));
    CHECK(box(20, 10, 30, 20).intersects(left));
    CHECK_FALSE(left.intersects(box(20.001, 0, 30, 10)));
    CHECK_FALSE(box(20.001, 0, 30, 10).intersects(left));
    CHECK_FALSE(left.intersects(box(10, 10.001, 20, 20)));
}
