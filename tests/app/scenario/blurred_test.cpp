#include "app/scenario/blurred.hpp"
#include "geo/earth/geodesic.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"

#include <cmath>

using namespace assets;
using timeline_test::at;
using timeline_test::ScenarioBuilder;

namespace {

Scenario one_report(geo::LonLat position, double radius_km = 5) {
    return ScenarioBuilder{}
        .asset("ship")
        .fix({.from = "2024-05-01", .position = position, .radius_km = radius_km, .place = "Sasebo"})
        .build();
}

} // namespace

TEST_CASE("a blurred position is on the grid, and its circle contains the reported circle", "[app]") {
    for (const double degrees : {0.1, 0.5, 1.0, 10.0})
        for (const double lat : {-89.9, -60.0, 0.0, 33.0, 70.0, 89.7})
            for (const double part : {-0.499, -0.25, 0.0, 0.3, 0.499}) {
                const double middle = std::round(lat / degrees) * degrees;
                const double there = std::clamp(middle + part * degrees, -90.0, 90.0);
                const auto truth = at(130 + part * degrees, there); // 0.499 is next to the corner of a cell
                const auto coarse = app::blurred(one_report(truth), degrees);
                const Fix& fix = coarse->fixes.at(0);
                INFO(degrees << ' ' << truth.lon() << ' ' << truth.lat());
                CHECK(std::abs(std::remainder(fix.position->lat(), degrees)) < 1e-9);
                CHECK(std::abs(std::remainder(fix.position->lon(), degrees)) < 1e-9);
                CHECK(geo::distance_m(*fix.position, truth) / 1000 + 5 <= fix.radius_km + 1e-6);
            }
}

TEST_CASE("blurring adds exactly half the diagonal of a cell to the radius", "[app]") {
    const auto coarse = app::blurred(one_report(at(130.2, 0.2), 7), 1);
    CHECK(coarse->fixes.at(0).position == at(130, 0));
    CHECK(coarse->fixes.at(0).radius_km == Approx(7 + 78.45).margin(0.05));
    CHECK(app::blurred(one_report(at(130.6, 60.4)), 0.5)->fixes.at(0).position == at(130.5, 60.5));
}

TEST_CASE("blurring removes the words that name a place and keeps areas", "[app]") {
    Scenario scenario = ScenarioBuilder{}
                            .asset("ship")
                            .fix({.from = "2024-05-01", .position = at(130.2, 33.2), .place = "Sasebo"})
                            .fix({.from = "2024-05-05",
                                  .position = at(119.9, 24.8),
                                  .radius_km = 200,
                                  .area = AreaRef{AreaRef::Of::Sea, "taiwan-strait"},
                                  .place = "Taiwan Strait"})
                            .event("visit", "2024-05-02")
                            .build();
    for (Fix& fix : scenario.fixes)
        fix.edit().via = "125 30";
    scenario.events[0].position = at(129.71, 33.17);
    scenario.events[0].radius_km = 1;
    scenario.events[0].place = "Sasebo";
    const auto coarse = app::blurred(scenario, 0.5);
    CHECK(coarse->fixes[0].place().empty());
    CHECK(coarse->fixes[0].via().empty());
    CHECK(coarse->fixes[1].via().empty());
    CHECK(coarse->fixes[1].place() == "Taiwan Strait");
    CHECK(coarse->fixes[1].position == at(119.9, 24.8));
    CHECK(coarse->fixes[1].radius_km == 200);
    CHECK(coarse->events[0].place.empty());
    CHECK(coarse->events[0].position == at(129.5, 33));
    CHECK(coarse->events[0].radius_km > 20);
    // The original scenario is unchanged.
    CHECK(scenario.fixes[0].place() == "Sasebo");
    CHECK(scenario.fixes[1].via() == "125 30");
}
