#include "assets/timeline/between/legs.hpp"
#include "assets/timeline/timeline.hpp"
#include "geo/earth/geodesic.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"

#include <memory>

using namespace assets;
using namespace timeline_test;

namespace {

constexpr double knot = 1852.0 / 3600.0;

/// Two fixes of one ship on the equator, 6 degrees of longitude apart: 667.9 km, which take 12 h 1 min 18 s at 30 kn.
Scenario passage(const FixRow& from, const FixRow& to) {
    FixRow a = from;
    FixRow b = to;
    a.position = at(140, 0);
    b.position = at(146, 0);
    return ScenarioBuilder{}.asset("ship").fix(a).fix(b).build();
}

Instant last_second_of(const std::string& day) {
    return measured_end(instant(day), end_of(day));
}

double metres_from(geo::LonLat a, std::optional<geo::LonLat> b) {
    REQUIRE(b);
    return geo::distance_m(a, *b);
}

std::shared_ptr<const geo::Atlas> atlas_with_land_only() {
    const std::filesystem::path data = std::filesystem::path{THEATRUM_SOURCE_DIR} / "geo" / "data";
    return std::make_shared<geo::Atlas>(geo::Atlas{.data_dir = data,
                                                   .gazetteer = {},
                                                   .seas = {},
                                                   .land = geo::LandMask{data},
                                                   .countries = {},
                                                   .country_shapes = geo::LazyCountryShapes{data}});
}

} // namespace

TEST_CASE("between two precise fixes a ship is interpolated along the geodesic at constant speed", "[timeline]") {
    const Scenario s = passage({.from = "2024-05-01T00:00Z"}, {.from = "2024-05-02T00:00Z"});
    const Snapshot snapshot = snapshot_at(s, instant("2024-05-01T06:00Z"));
    const State& state = snapshot.states[0];
    CHECK(state.how == How::Interpolated);
    CHECK(state.point == PointIs::Position);
    CHECK(metres_from(at(141.5, 0), state.where) < 1.0);
    CHECK(state.course_deg.value() == Approx(90));
    CHECK(state.speed_kn.value() == Approx(667916.9 / 86400 / knot).epsilon(1e-6));
    CHECK(state.age_h.value() == Approx(6));
    CHECK(state.rows() == std::vector<int>{2, 3});
    CHECK(state.fix == nullptr);
    CHECK(state.last == &s.fixes[0]);
    CHECK(state.next == &s.fixes[1]);
    REQUIRE(snapshot.legs.size() == 1);
    CHECK(state.leg == &snapshot.legs[0]);
    CHECK(snapshot.legs[0].depart == instant("2024-05-01T00:00Z"));
    CHECK(snapshot.legs[0].arrive == instant("2024-05-02T00:00Z"));
    CHECK(state_at(s, "2024-05-01T00:00Z").how == How::Reported);
    CHECK(state_at(s, "2024-05-02T00:00Z").how == How::Reported);
}

TEST_CASE("the states of a copied snapshot still point at its legs when the original is gone", "[timeline]") {
    const Scenario s = passage({.from = "2024-05-01T00:00Z"}, {.from = "2024-05-02T00:00Z"});
    Snapshot copy;
    {
        const Snapshot snapshot = snapshot_at(s, instant("2024-05-01T06:00Z"));
        copy = snapshot;
    }
    CHECK(copy.states[0].leg == &copy.legs[0]);
    CHECK(copy.states[0].leg->to_fix == &s.fixes[1]);
}

TEST_CASE("a leg across the antimeridian takes the short way", "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .fix({.from = "2024-05-01T00:00Z", .position = at(178, 0)})
                           .fix({.from = "2024-05-02T00:00Z", .position = at(-178, 0)})
                           .build();
    const State state = state_at(s, "2024-05-01T18:00Z");
    CHECK(metres_from(at(-179, 0), state.where) < 1.0);
    CHECK(state.course_deg.value() == Approx(90));
}

TEST_CASE("within the speed limit a leg runs from the end of the earlier interval to the beginning of the later",
          "[timeline]") {
    const Scenario s =
        passage({.from = "2024-05-01", .during = During::Sometime}, {.from = "2024-05-03", .during = During::Sometime});
    const auto legs = legs_of(s, 0);
    REQUIRE(legs.size() == 1);
    CHECK(legs[0].depart == last_second_of("2024-05-01"));
    CHECK(legs[0].arrive == instant("2024-05-03"));
    CHECK(legs[0].from == at(140, 0));
    CHECK(legs[0].to == at(146, 0));
}

TEST_CASE("a leg reaches into sometime intervals as far as the speed limit demands, in proportion to their lengths",
          "[timeline]") {
    SECTION("two intervals of one day give half each") {
        const auto legs = legs_of(passage({.from = "2024-05-01"}, {.from = "2024-05-02"}), 0);
        REQUIRE(legs.size() == 1);
        CHECK_FALSE(legs[0].flags.has(Flag::TooFast));
        CHECK(legs[0].speed_kn <= 30.0);
        CHECK(legs[0].speed_kn > 29.99);
        const auto before = last_second_of("2024-05-01") - legs[0].depart;
        const auto after = legs[0].arrive - instant("2024-05-02");
        CHECK(std::abs(in_seconds(before - after)) <= 1);
        CHECK(in_seconds(before + after) == Approx(12 * 3600 + 78).margin(5));
    }
    SECTION("intervals of three days and one day give three to one") {
        const auto legs = legs_of(
            passage({.from = "2024-05-01", .to = "2024-05-03", .during = During::Sometime}, {.from = "2024-05-04"}), 0);
        REQUIRE(legs.size() == 1);
        const auto before = in_seconds(last_second_of("2024-05-03") - legs[0].depart);
        const auto after = in_seconds(legs[0].arrive - instant("2024-05-04"));
        CHECK(before / after == Approx(3).epsilon(1e-3));
    }
    SECTION("a throughout interval gives nothing") {
        const auto legs = legs_of(
            passage({.from = "2024-05-01", .to = "2024-05-03", .during = During::Throughout}, {.from = "2024-05-04"}),
            0);
        REQUIRE(legs.size() == 1);
        CHECK(legs[0].depart == last_second_of("2024-05-03"));
        CHECK(in_seconds(legs[0].arrive - instant("2024-05-04")) == Approx(12 * 3600 + 78).margin(5));
        CHECK_FALSE(legs[0].flags.has(Flag::TooFast));
    }
    SECTION("time errors give in proportion to their size") {
        const auto legs = legs_of(
            passage({.from = "2024-05-01T00:00Z", .time_error_h = 2}, {.from = "2024-05-01T10:00Z", .time_error_h = 4}),
            0);
        REQUIRE(legs.size() == 1);
        const auto before = in_seconds(instant("2024-05-01T00:00Z") - legs[0].depart);
        const auto after = in_seconds(legs[0].arrive - instant("2024-05-01T10:00Z"));
        CHECK(before + after == Approx(2 * 3600 + 78).margin(5));
        CHECK(after / before == Approx(2).epsilon(1e-3));
        CHECK_FALSE(legs[0].flags.has(Flag::TooFast));
    }
}

TEST_CASE("a leg that reaches into a fix's interval does not move the ship there", "[timeline]") {
    const Scenario s = passage({.from = "2024-05-01"}, {.from = "2024-05-02"});
    const Snapshot late = snapshot_at(s, instant("2024-05-01T23:00Z"));
    CHECK(late.states[0].how == How::Reported);
    CHECK(late.states[0].where == at(140, 0));
    CHECK(late.states[0].leg == nullptr);
    CHECK(late.legs.size() == 1); // the leg is listed, so that the map can draw it
    CHECK(snapshot_at(s, instant("2024-05-01T12:00Z")).legs.empty());
}

TEST_CASE("if no choice of instants suffices, a leg starts and ends inside the circles of its fixes", "[timeline]") {
    const auto legs = legs_of(
        passage({.from = "2024-05-01T00:00Z", .radius_km = 50}, {.from = "2024-05-01T10:00Z", .radius_km = 90}), 0);
    REQUIRE(legs.size() == 1);
    CHECK_FALSE(legs[0].flags.has(Flag::TooFast));
    CHECK(legs[0].speed_kn == Approx(30).epsilon(1e-6));
    const double short_of_km = 667.917 - 30 * 1.852 * 10;
    CHECK(geo::distance_m(at(140, 0), legs[0].from) / 1000 == Approx(short_of_km * 50 / 140).epsilon(1e-3));
    CHECK(geo::distance_m(at(146, 0), legs[0].to) / 1000 == Approx(short_of_km * 90 / 140).epsilon(1e-3));
}

TEST_CASE("a leg that no choice of instants and points makes possible is too fast", "[timeline]") {
    const Scenario s = passage({.from = "2024-05-01T00:00Z", .radius_km = 50},
                               {.from = "2024-05-01T09:00Z", .radius_km = 90, .time_error_h = 0.1});
    const auto legs = legs_of(s, 0);
    REQUIRE(legs.size() == 1);
    CHECK(legs[0].flags.has(Flag::TooFast));
    CHECK(legs[0].speed_kn > 30);
    const State state = state_at(s, "2024-05-01T04:00Z");
    CHECK(state.how == How::Interpolated);
    CHECK(state.flags.has(Flag::TooFast));

    const Scenario possible = passage({.from = "2024-05-01T00:00Z"}, {.from = "2024-05-01T13:00Z"});
    CHECK_FALSE(state_at(possible, "2024-05-01T04:00Z").flags.has(Flag::TooFast));
}

TEST_CASE("an asset without a speed limit is never too fast", "[timeline]") {
    ScenarioBuilder builder;
    builder.asset("ship").last_asset().max_speed_kn.reset();
    const Scenario s = builder.fix({.from = "2024-05-01T00:00Z", .position = at(140, 0)})
                           .fix({.from = "2024-05-01T01:00Z", .position = at(-40, 10)})
                           .build();
    REQUIRE(legs_of(s, 0).size() == 1);
    CHECK_FALSE(legs_of(s, 0)[0].flags.has(Flag::TooFast));
    CHECK(state_at(s, "2024-05-01T00:30Z").radius_km == 5.0);
}

TEST_CASE("a silence of max_gap makes a leg, one second more makes a gap", "[timeline]") {
    const Scenario leg = passage({.from = "2024-05-01T00:00Z"}, {.from = "2024-05-08T00:00:00Z"});
    CHECK(state_at(leg, "2024-05-02").how == How::Interpolated);
    CHECK(legs_of(leg, 0).size() == 1);
    const Scenario gap = passage({.from = "2024-05-01T00:00Z"}, {.from = "2024-05-08T00:00:01Z"});
    CHECK(state_at(gap, "2024-05-02").how == How::Held);
    CHECK(legs_of(gap, 0).empty());
}

TEST_CASE("a leg runs only between neighbouring precise fixes", "[timeline]") {
    SECTION("a wide fix between two precise fixes has a gap on both sides") {
        const Scenario s = ScenarioBuilder{}
                               .asset("ship")
                               .fix({.from = "2024-05-01", .position = at(140, 0)})
                               .fix({.from = "2024-05-03", .position = at(143, 0), .radius_km = 300})
                               .fix({.from = "2024-05-05", .position = at(146, 0)})
                               .build();
        CHECK(legs_of(s, 0).empty());
        CHECK(state_at(s, "2024-05-02T12:00Z").how == How::Held);
        CHECK(state_at(s, "2024-05-02T12:00Z").where == at(140, 0));
        CHECK(state_at(s, "2024-05-03T12:00Z").how == How::Reported);
        const State after = state_at(s, "2024-05-04T12:00Z");
        CHECK(after.how == How::Held);
        CHECK(after.point == PointIs::StandIn);
    }
    SECTION("a wide fix that begins together with the later precise fix does not part the leg") {
        const Scenario s =
            ScenarioBuilder{}
                .asset("ship")
                .fix({.from = "2024-05-01", .position = at(140, 0)})
                .fix({.from = "2024-05-03", .to = "2024-05-09", .position = at(143, 0), .radius_km = 300})
                .fix({.from = "2024-05-03", .position = at(146, 0)})
                .build();
        REQUIRE(legs_of(s, 0).size() == 1);
        CHECK(state_at(s, "2024-05-02T12:00Z").how == How::Interpolated);
    }
    SECTION("an excursion inside a longer fix has no leg, and the longer fix is in force again after it") {
        const Scenario s = ScenarioBuilder{}
                               .asset("ship")
                               .fix({.from = "2024-05-01", .to = "2024-05-10", .position = at(140, 0)})
                               .fix({.from = "2024-05-05", .position = at(141, 0)})
                               .fix({.from = "2024-05-12", .position = at(146, 0)})
                               .build();
        const auto legs = legs_of(s, 0);
        REQUIRE(legs.size() == 1);
        CHECK(legs[0].from_fix == &s.fixes[0]);
        CHECK(legs[0].to_fix == &s.fixes[2]);
        CHECK(state_at(s, "2024-05-05T12:00Z").where == at(141, 0));
        CHECK(state_at(s, "2024-05-06T12:00Z").where == at(140, 0));
        CHECK(state_at(s, "2024-05-11T12:00Z").how == How::Interpolated);
    }
    SECTION("a fix that ends together with the one in force has no leg either") {
        const Scenario s = ScenarioBuilder{}
                               .asset("ship")
                               .fix({.from = "2024-05-01", .to = "2024-05-10", .position = at(140, 0)})
                               .fix({.from = "2024-05-05", .to = "2024-05-10", .position = at(141, 0)})
                               .build();
        CHECK(legs_of(s, 0).empty());
    }
}

TEST_CASE("by their path rules ships and aircraft travel on a leg, land units and people are held", "[timeline]") {
    const auto how = [](AssetType type, PathRule path) {
        ScenarioBuilder builder;
        builder.asset("ship", type).last_asset().path = path;
        return state_at(builder.fix({.from = "2024-05-01T00:00Z", .position = at(140, 0)})
                            .fix({.from = "2024-05-01T11:00Z", .position = at(140.5, 0)})
                            .build(),
                        "2024-05-01T05:00Z")
            .how;
    };
    CHECK(how(AssetType::Frigate, PathRule::Sea) == How::Interpolated);
    CHECK(how(AssetType::TransportAircraft, PathRule::GreatCircle) == How::Interpolated);
    CHECK(how(AssetType::LandUnit, PathRule::Hold) == How::Held);
    CHECK(how(AssetType::Person, PathRule::None) == How::Held);
}

TEST_CASE("a sea leg over land is a gap with the flag path_over_land, an aircraft flies over it", "[timeline]") {
    const auto across = [&](AssetType type, geo::LonLat from, geo::LonLat to) {
        Scenario s = ScenarioBuilder{}
                         .asset("ship", type)
                         .fix({.from = "2024-05-01T00:00Z", .position = from})
                         .fix({.from = "2024-05-01T11:30Z", .position = to})
                         .build();
        s.atlas = atlas_with_land_only();
        return state_at(s, "2024-05-01T05:00Z");
    };
    const geo::LonLat west_of_korea = at(125.5, 36.5);
    const geo::LonLat east_of_korea = at(130.5, 36.5);
    CHECK(across(AssetType::Frigate, west_of_korea, east_of_korea).how == How::Held);
    CHECK(across(AssetType::Frigate, west_of_korea, east_of_korea).flags.has(Flag::PathOverLand));
    CHECK(across(AssetType::Fighter, west_of_korea, east_of_korea).how == How::Interpolated);
    CHECK(across(AssetType::Frigate, at(124, 35), at(125, 36)).how == How::Interpolated);
    // A berth may lie inside the coast of the map.
    CHECK(across(AssetType::Frigate, at(126.6, 37.45), at(125.3, 37.2)).how == How::Interpolated);
}

TEST_CASE("a timeline flags a sea leg over land each time it is asked", "[timeline]") {
    Scenario s = ScenarioBuilder{}
                     .asset("ship")
                     .fix({.from = "2024-05-01T00:00Z", .position = at(125.5, 36.5)})
                     .fix({.from = "2024-05-01T11:30Z", .position = at(130.5, 36.5)})
                     .build();
    s.atlas = atlas_with_land_only();
    const Timeline timeline{std::make_shared<const Scenario>(std::move(s))};
    for (int i = 0; i < 3; ++i) {
        const Snapshot snapshot = timeline.at(instant("2024-05-01T05:00Z"));
        CHECK(snapshot.states[0].flags.has(Flag::PathOverLand));
        CHECK(snapshot.legs.empty());
    }
    Ways ways;
    const auto& fixes = timeline.scenario().fixes;
    CHECK(ways.between(timeline.scenario(), fixes[0], fixes[1]).is_blocked);
    CHECK(ways.between(timeline.scenario(), fixes[0], fixes[1]).is_blocked);
}

TEST_CASE("a leg has the flags planned and estimated of the fixes at its ends", "[timeline]") {
    const Scenario s = passage({.from = "2024-05-01T00:00Z", .kind = FixKind::Estimated},
                               {.from = "2024-05-02T00:00Z", .kind = FixKind::Planned});
    CHECK(state_at(s, "2024-05-01T06:00Z").flags.names() == std::vector<std::string>{"estimated", "planned"});
    CHECK(state_at(s, "2024-05-01T00:00Z").flags.names() == std::vector<std::string>{"estimated"});
}
