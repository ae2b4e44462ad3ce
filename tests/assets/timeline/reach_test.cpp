#include "assets/timeline/between/legs.hpp"
#include "assets/timeline/between/reach.hpp"
#include "geo/earth/geodesic.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"

using namespace assets;
using namespace timeline_test;

namespace {
constexpr double frigate_km_h = 30 * 1.852;
}

TEST_CASE("after the last fix the radius grows at the speed limit", "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .fix({.from = "2024-05-01T00:00Z", .position = at(140, 0), .radius_km = 12})
                           .build();
    CHECK(state_at(s, "2024-05-01T00:00Z").radius_km == 12.0);
    CHECK(state_at(s, "2024-05-01T10:00Z").radius_km.value() == Approx(12 + 10 * frigate_km_h));
}

TEST_CASE("reach counts from the beginning of a sometime fix, else from its end, less the time error", "[timeline]") {
    const auto radius = [](During during, double error_h) {
        return state_at(ScenarioBuilder{}
                            .asset("ship")
                            .fix({.from = "2024-05-01T00:00Z",
                                  .to = "2024-05-01T20:00Z",
                                  .position = at(140, 0),
                                  .during = during,
                                  .time_error_h = error_h})
                            .build(),
                        "2024-05-01T21:00Z")
            .radius_km.value();
    };
    CHECK(radius(During::Throughout, 0) == Approx(5 + 1 * frigate_km_h));
    CHECK(radius(During::Throughout, 3) == Approx(5 + 4 * frigate_km_h));
    CHECK(radius(During::Sometime, 0) == Approx(5 + 21 * frigate_km_h));
    CHECK(radius(During::Sometime, 3) == Approx(5 + 24 * frigate_km_h));
}

TEST_CASE("in a gap the radius is limited to places from which the next fix can still be reached", "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .fix({.from = "2024-05-01T00:00Z", .position = at(140, 0)})
                           .fix({.from = "2024-05-11T00:00Z", .position = at(141, 0), .radius_km = 20})
                           .build();
    // An hour before the next fix: 111.3 km + 20 km + 1 h at 30 kn, and not 239 h at 30 kn.
    CHECK(state_at(s, "2024-05-10T23:00Z").radius_km.value() == Approx(111.319 + 20 + frigate_km_h).epsilon(1e-5));
}

TEST_CASE("without a speed limit the radius stays that of the fix", "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship", AssetType::Person)
                           .fix({.from = "2024-05-01T00:00Z", .position = at(127, 37), .radius_km = 15})
                           .build();
    CHECK(state_at(s, "2024-05-20").radius_km == 15.0);
}

TEST_CASE("the radius of reach is at most half way around the Earth", "[timeline]") {
    ScenarioBuilder builder;
    builder.asset("ship").last_asset().lost_after.reset();
    const Scenario s = builder.fix({.from = "2024-05-01T00:00Z", .position = at(140, 0)}).build();
    CHECK(state_at(s, "2025-05-01").radius_km.value() == Approx(20003.93));
}

TEST_CASE("the radius at an end of a leg is that of the fix there, and on the way it covers every point that both "
          "fixes allow",
          "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .fix({.from = "2024-05-01T00:00Z", .position = at(140, 10), .radius_km = 5})
                           .fix({.from = "2024-05-02T00:00Z", .position = at(146, 14), .radius_km = 30})
                           .build();
    const auto legs = legs_of(s, 0);
    REQUIRE(legs.size() == 1);
    CHECK(leg_radius_km(s.assets[0], legs[0], legs[0].depart) == Approx(5).epsilon(0.01));
    CHECK(leg_radius_km(s.assets[0], legs[0], legs[0].arrive) == Approx(30).epsilon(0.01));

    for (const char* when : {"2024-05-01T03:00Z", "2024-05-01T12:00Z", "2024-05-01T20:00Z"}) {
        const State state = state_at(s, when);
        const Instant t = instant(when);
        const double from_first = reach_after_km(s.fixes[0], 30, t);
        const double from_second = reach_before_km(s.fixes[1], 30, t);
        double farthest = 0;
        for (double lon = 132; lon <= 154; lon += 0.1)
            for (double lat = 2; lat <= 22; lat += 0.1)
                if (geo::distance_m(at(140, 10), at(lon, lat)) / 1000 <= from_first &&
                    geo::distance_m(at(146, 14), at(lon, lat)) / 1000 <= from_second)
                    farthest = std::max(farthest, geo::distance_m(*state.where, at(lon, lat)) / 1000);
        CHECK(farthest <= *state.radius_km * 1.01);
        CHECK(farthest >= *state.radius_km * 0.93); // not much larger than needed
    }
}

TEST_CASE("reach before a fix counts up to its beginning, or its end if it holds sometime, and its time error later",
          "[timeline]") {
    const auto radius = [](During during, double error_h) {
        const Scenario s = ScenarioBuilder{}
                               .asset("ship")
                               .fix({.from = "2024-05-01T00:00Z", .position = at(140, 0)})
                               .fix({.from = "2024-05-11T00:00Z",
                                     .to = "2024-05-11T20:00Z",
                                     .position = at(141, 0),
                                     .during = during,
                                     .time_error_h = error_h})
                               .build();
        return state_at(s, "2024-05-10T23:00Z").radius_km.value();
    };
    const double without_hours = radius(During::Throughout, 0) - frigate_km_h;
    CHECK(without_hours == Approx(111.319 + 5).epsilon(1e-4));
    CHECK(radius(During::Throughout, 3) == Approx(without_hours + 4 * frigate_km_h));
    CHECK(radius(During::Sometime, 0) == Approx(without_hours + 21 * frigate_km_h));
    CHECK(radius(During::Sometime, 3) == Approx(without_hours + 24 * frigate_km_h));
}
