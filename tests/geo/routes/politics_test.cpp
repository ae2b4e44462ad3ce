// Legs that the program works out keep 12 nautical miles off third states.
#include "tests/geo/routes/coast_index.hpp"
#include "tests/geo/routes/routing.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace geo;

namespace {

constexpr double twelve_miles_m = 12 * 1852.0;
constexpr double farthest_m = 25'000; ///< coastal waters are a little larger than 12 nautical miles

double clearance_m(const Route& route) {
    double least = 60'000;
    const auto& points = route.path.points();
    for (std::size_t i = 1; i < points.size(); ++i)
        least = std::min(least, CoastIndex::land_10m().clearance_m(points[i - 1], points[i], 60'000));
    return least;
}

struct Leg {
    const char* country;
    LonLat from, to;
};
/// Past the coasts of one country, between points in the open sea.
const std::vector<Leg>& legs() {
    static const std::vector<Leg> all{
        {"JP", lonlat(140.6, 34.3), lonlat(142.8, 40.5)},
        {"PH", lonlat(126.05, 11.5), lonlat(124.25, 14.6)},
        {"AU", lonlat(152.5, -24.5), lonlat(155.0, -30.0)},
        {"PT", lonlat(-10.5, 42.5), lonlat(-9.2, 36.3)},
    };
    return all;
}

} // namespace

TEST_CASE("a leg keeps 12 nautical miles off third states and hardly more", "[geo][routes]") {
    for (const auto& [country, from, to] : legs()) {
        INFO(country);
        const auto free = router().route(from, to), bound = router().route(from, to, {.keeps_off_coasts = true});
        REQUIRE(free.route);
        REQUIRE(bound.route);
        CHECK(clearance_m(*free.route) < twelve_miles_m);
        CHECK(clearance_m(*bound.route) >= twelve_miles_m);
        CHECK(clearance_m(*bound.route) < farthest_m);
        CHECK(bound.route->path.length_m() > free.route->path.length_m());
        CHECK(bound.route->path.length_m() < 1.1 * free.route->path.length_m());
    }
}

TEST_CASE("a leg does not keep off the ship's own country", "[geo][routes]") {
    for (const auto& [country, from, to] : legs()) {
        INFO(country);
        const auto free = router().route(from, to);
        const auto own = router().route(from, to, {.keeps_off_coasts = true, .friends = {country}});
        REQUIRE(free.route);
        REQUIRE(own.route);
        CHECK(own.route->path.length_m() == Approx(free.route->path.length_m()).epsilon(1e-3));
    }
}

TEST_CASE("an end within 12 nautical miles of a country is reached the shortest way", "[geo][routes]") {
    const LonLat off_boso = lonlat(140.55, 35.3), at_sea = lonlat(141.5, 34.0);
    CHECK(router().coastal_states(off_boso) == std::vector<std::string_view>{"JP"});
    CHECK(router().coastal_states(at_sea).empty());
    const auto free = router().route(at_sea, off_boso);
    const auto bound = router().route(at_sea, off_boso, {.keeps_off_coasts = true});
    REQUIRE(free.route);
    REQUIRE(bound.route);
    CHECK(bound.route->path.length_m() == Approx(free.route->path.length_m()));
}

TEST_CASE("straits that ships use are free of coastal waters", "[geo][routes]") {
    const auto found = router().route(lonlat(92, 7), lonlat(106, 4), {.keeps_off_coasts = true});
    REQUIRE(found.route);
    CHECK(std::any_of(found.route->passages.begin(), found.route->passages.end(),
                      [](const auto* p) { return p->id == "singapore-strait"; }));
}

TEST_CASE("a leg breaks where only coastal waters or political straits lead on", "[geo][routes]") {
    const RouteLimits said{.allow = {"turkish-straits"}, .keeps_off_coasts = true, .friends = {"GR", "TR"}};
    CHECK(router().route(lonlat(31, 43), lonlat(20, 36), said).route);
}
