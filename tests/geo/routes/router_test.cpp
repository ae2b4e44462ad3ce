// Routes against the 1:10m land itself: they never cross it and turn only where it is in the way.
#include "geo/error.hpp"
#include "tests/geo/routes/coast_index.hpp"
#include "tests/geo/routes/routing.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>

using namespace geo;

namespace {

/// Where canals and passages are cut free, so that a route may cross the coast of the map.
bool is_cut_free(const Degrees& p) {
    struct Area {
        double west, south, east, north;
    };
    constexpr Area areas[]{{32.2, 29.6, 32.7, 31.7}, {-80.1, 8.6, -79.3, 9.6}, {28.8, 40.8, 29.3, 41.5},
                           {26.0, 39.9, 27.1, 40.6}, {36.4, 44.9, 36.8, 45.6}, {130.7, 33.8, 131.2, 34.1}};
    return std::any_of(std::begin(areas), std::end(areas), [&](const Area& a) {
        return p.lon >= a.west && p.lon <= a.east && p.lat >= a.south && p.lat <= a.north;
    });
}

std::size_t crossings(const Route& route) {
    return CoastIndex::land_10m().crossings(route.path, [](const Degrees& p) { return !is_cut_free(p); });
}

/// Pairs within 1,500 km of each other, and pairs from all over the world.
std::vector<std::pair<LonLat, LonLat>> pairs(std::uint32_t seed, int count) {
    RandomWater water{seed};
    std::vector<std::pair<LonLat, LonLat>> all;
    while (all.size() < static_cast<std::size_t>(count)) {
        const LonLat a = water.next();
        if (all.size() % 2 == 0) {
            all.emplace_back(a, water.next());
        } else {
            const LonLat b = point_along(a, 360 * water.part(), 1.5e6 * water.part());
            if (router().is_water(b)) all.emplace_back(a, b);
        }
    }
    return all;
}

struct Port {
    const char* name;
    double lon, lat;
};
constexpr Port ports[]{
    {"Yokosuka", 139.67, 35.29},   {"Busan", 129.05, 35.09},
    {"Jinhae", 128.65, 35.13},     {"Incheon", 126.6, 37.45},
    {"Shanghai", 121.8, 31.25},    {"Kaohsiung", 120.27, 22.61},
    {"Hong Kong", 114.17, 22.29},  {"Manila", 120.93, 14.57},
    {"Singapore", 103.85, 1.24},   {"Vladivostok", 131.9, 43.1},
    {"Esquimalt", -123.43, 48.43}, {"Halifax", -63.57, 44.65},
    {"San Diego", -117.2, 32.7},   {"Pearl Harbor", -157.97, 21.33},
    {"Darwin", 130.85, -12.47},    {"Sydney", 151.2, -33.85},
    {"Colombo", 79.85, 6.95},      {"Mumbai", 72.85, 18.92},
    {"Djibouti", 43.13, 11.6},     {"Toulon", 5.9, 43.1},
    {"Norfolk", -76.33, 36.95},    {"Odesa", 30.75, 46.5},
    {"Gdynia", 18.55, 54.53},      {"Reykjavik", -21.93, 64.15},
};

} // namespace

TEST_CASE("no route between ports crosses the 1:10m land outside canals and passages", "[geo][routes]") {
    const std::size_t step = is_long_run() ? 1 : 5;
    for (std::size_t i = 0; i < std::size(ports); ++i)
        for (std::size_t j = i + 1; j < std::size(ports); j += step) {
            INFO(ports[i].name << " to " << ports[j].name);
            const auto found = router().route(lonlat(ports[i].lon, ports[i].lat), lonlat(ports[j].lon, ports[j].lat));
            REQUIRE(found.route);
            CHECK(crossings(*found.route) == 0);
        }
}

TEST_CASE("no route between points at sea crosses the 1:10m land outside canals and passages", "[geo][routes]") {
    for (const auto& [a, b] : pairs(1, is_long_run() ? 1000 : 60)) {
        INFO(a.lon() << "," << a.lat() << " to " << b.lon() << "," << b.lat());
        const auto found = router().route(a, b);
        if (!found.route) continue; // the Caspian Sea
        CHECK(crossings(*found.route) == 0);
        CHECK(found.route->path.points().front() == a);
        CHECK(found.route->path.points().back() == b);
    }
}

TEST_CASE("no turn of a route by more than 5 degrees could be straightened without coming within 2 km of land",
          "[geo][routes]") {
    int turns = 0;
    for (const auto& [a, b] : pairs(2, is_long_run() ? 300 : 40)) {
        const auto found = router().route(a, b);
        if (!found.route) continue;
        const auto& points = found.route->path.points();
        for (std::size_t i = 1; i + 1 < points.size(); ++i) {
            const double before = geodesic(points[i - 1], points[i]).azimuth_end_deg;
            const double after = geodesic(points[i], points[i + 1]).azimuth_start_deg;
            if (std::abs(std::remainder(after - before, 360.0)) < 5) continue;
            if (is_cut_free({points[i].lon(), points[i].lat()})) continue; // the land of the map is no guide there
            ++turns;
            INFO("the turn at " << points[i].lon() << "," << points[i].lat());
            CHECK(CoastIndex::land_10m().clearance_m(points[i - 1], points[i + 1], 5000) < 2000);
        }
    }
    CHECK(turns > 40);
}

TEST_CASE("a route and the way back are equally long", "[geo][routes]") {
    for (const auto& [a, b] : pairs(3, 30)) {
        const auto there = router().route(a, b), back = router().route(b, a);
        REQUIRE(there.route.has_value() == back.route.has_value());
        if (there.route) CHECK(std::abs(there.route->path.length_m() / back.route->path.length_m() - 1) < 1e-3);
    }
}

TEST_CASE("a straight way over open water is the geodesic", "[geo][routes]") {
    const LonLat a = lonlat(170, 30), b = lonlat(-150, 35);
    const auto found = router().route(a, b);
    REQUIRE(found.route);
    CHECK(found.route->path.points() == std::vector{a, b});
    CHECK(found.route->path.length_m() == distance_m(a, b));
}

TEST_CASE("a route crosses the antimeridian where that is shorter", "[geo][routes]") {
    const auto found = router().route(lonlat(178.5, -18.3), lonlat(-175, -21.0)); // Suva to Tonga
    REQUIRE(found.route);
    CHECK(found.route->path.length_m() < 800'000);
}

TEST_CASE("a route from land begins in the nearest water and says how far that is", "[geo][routes]") {
    const LonLat seoul = lonlat(126.98, 37.57), busan = lonlat(129.2, 35.0);
    const auto found = router().route(seoul, busan);
    REQUIRE(found.route);
    const LonLat start = found.route->path.points().front();
    CHECK(found.route->start_offset_m > 5'000);
    CHECK(found.route->start_offset_m <= farthest_water_m);
    CHECK(std::abs(found.route->start_offset_m - distance_m(seoul, start)) < 1e-6);
    CHECK(found.route->end_offset_m == 0);
    for (int azimuth = 0; azimuth < 360; azimuth += 5) // no water is nearer
        CHECK_FALSE(router().is_water(point_along(seoul, azimuth, found.route->start_offset_m * 0.98)));
}

TEST_CASE("a point more than 50 km from water has no route", "[geo][routes]") {
    const auto found = router().route(lonlat(106.9, 47.9), lonlat(129.2, 35.0)); // Ulaanbaatar
    CHECK_FALSE(found.route);
    CHECK(found.problem == "106.9000,47.9000 is more than 50 km from water where ships can sail");
}

TEST_CASE("there is no route from a sea without an outlet", "[geo][routes]") {
    const auto found = router().route(lonlat(51, 41), lonlat(30, 43)); // Caspian Sea to Black Sea
    CHECK_FALSE(found.route);
    CHECK(found.problem == "there is no way over water from 51.0000,41.0000 to 30.0000,43.0000");
}

TEST_CASE("a route passes the points that it is given in their order", "[geo][routes]") {
    const std::vector<LonLat> points{lonlat(140, 30), lonlat(130, 20), lonlat(150, 10)};
    const auto found = router().route(points);
    REQUIRE(found.route);
    CHECK(found.route->path.points() == points);
}

TEST_CASE("a missing or damaged water file is named", "[geo][routes]") {
    CHECK_THROWS_AS(Router::open("/nowhere"), ReadError);
}

TEST_CASE("a route through points begins as its first leg and ends as its last", "[geo][routes]") {
    const LonLat seoul = lonlat(126.98, 37.57), sea = lonlat(124.5, 36), far = lonlat(123, 33);
    const auto away = router().route({seoul, sea, far}), home = router().route({far, sea, seoul});
    const auto alone = router().route(sea, seoul);
    REQUIRE(away.route);
    REQUIRE(home.route);
    REQUIRE(alone.route);
    CHECK(alone.route->end_offset_m > 5'000);
    CHECK(home.route->start_offset_m == 0);
    CHECK(home.route->end_offset_m == alone.route->end_offset_m);
    CHECK(away.route->start_offset_m == router().route(seoul, sea).route->start_offset_m);
    CHECK(away.route->end_offset_m == 0);
    CHECK(home.route->path.points().back() == alone.route->path.points().back());
}

TEST_CASE("a passage that two legs in a row pass is listed once", "[geo][routes]") {
    const LonLat west = lonlat(127, 33.5), east = lonlat(131, 36);
    const auto there_and_back = router().route({west, east, west});
    REQUIRE(there_and_back.route);
    REQUIRE(there_and_back.route->passages.size() == 1);
    CHECK(there_and_back.route->passages.front()->id == "korea-strait");
}
