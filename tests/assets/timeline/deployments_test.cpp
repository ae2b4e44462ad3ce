#include "assets/timeline/deciding_fix.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"

using namespace assets;
using namespace timeline_test;

TEST_CASE("outside its deployments an asset is absent and has no place", "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .away({.from = "2024-05-01", .to = "2024-05-10"})
                           .fix({.from = "2024-05-01", .to = "2024-05-20", .position = at(129.7, 33.2)})
                           .build();
    for (const char* when : {"2024-04-30", "2024-05-11"}) {
        const State state = state_at(s, when);
        CHECK(state.how == How::Absent);
        CHECK(state.point == PointIs::None);
        CHECK_FALSE(state.where);
        CHECK_FALSE(state.radius_km);
        CHECK_FALSE(state.age_h);
        CHECK(state.fix == nullptr);
        CHECK(state.deployment == nullptr);
    }
    CHECK(state_at(s, "2024-05-01T00:00Z").how == How::Reported);
    CHECK(state_at(s, end_of("2024-05-10")).how == How::Reported);
}

TEST_CASE("nothing is held or interpolated across the time between two deployments", "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .away({.from = "2024-05-01", .to = "2024-05-03"})
                           .away({.from = "2024-05-06", .to = "2024-05-10"})
                           .fix({.from = "2024-05-03", .position = at(129.7, 33.2)})
                           .fix({.from = "2024-05-06", .position = at(129.7, 33.2)})
                           .build();
    CHECK(state_at(s, "2024-05-04T12:00Z").how == How::Absent);
    const State second = state_at(s, "2024-05-07T12:00Z");
    CHECK(second.how == How::Held);
    CHECK(second.last->from == instant("2024-05-06"));
}

TEST_CASE("without deployment rows an asset is deployed from its first fix on, without end", "[timeline]") {
    ScenarioBuilder builder;
    builder.asset("base", AssetType::NavalBase).fix({.asset = "base", .from = "2024-05-03", .position = at(129, 33)});
    const Scenario s = builder.build();
    CHECK(state_at(s, end_of("2024-05-02"), "base").how == How::Absent);
    CHECK(state_at(s, "2024-05-03T00:00Z", "base").how == How::Reported);
    CHECK(state_at(s, "2034-05-03", "base").how == How::Stale); // a base is never lost
}

TEST_CASE("an asset without deployment rows and without fixes is absent", "[timeline]") {
    const Scenario s = ScenarioBuilder{}.asset("ship").build();
    CHECK(state_at(s, "2024-05-03").how == How::Absent);
}

TEST_CASE("an asset that is deployed but has had no fix yet is lost", "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .away({.from = "2024-05-01"})
                           .fix({.from = "2024-05-09", .position = at(129.7, 33.2)})
                           .build();
    const State state = state_at(s, "2024-05-03");
    CHECK(state.how == How::Lost);
    CHECK_FALSE(state.where);
    CHECK_FALSE(state.age_h);
    CHECK(state.last == nullptr);
    REQUIRE(state.next != nullptr);
    CHECK(state.next->from == instant("2024-05-09"));
}

TEST_CASE("within the error of a deployment's end the nearest fix is held", "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .away({.from = "2024-05-01", .to = "2024-05-20", .to_error_h = 48})
                           .fix({.from = "2024-05-10", .to = "2024-05-20", .position = at(129.7, 33.2)})
                           .build();
    const Flag left = Flag::MayHaveLeft;
    CHECK(state_at(s, "2024-05-18T12:00Z").how == How::Reported);
    CHECK_FALSE(state_at(s, "2024-05-18T12:00Z").flags.has(left));
    for (const char* when : {"2024-05-19T12:00Z", "2024-05-22T12:00Z"}) {
        const State state = state_at(s, when);
        CHECK(state.how == How::Held);
        CHECK(state.flags.has(left));
        CHECK(state.where == at(129.7, 33.2));
        CHECK(state.radius_km == 5.0);
    }
    CHECK(state_at(s, end_of("2024-05-22")).how == How::Held);
    CHECK(state_at(s, "2024-05-23T00:00Z").how == How::Absent);
}

TEST_CASE("within the error of a deployment's beginning the nearest fix is held, even a later one", "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .away({.from = "2024-05-10", .to = "2024-05-20", .from_error_h = 48})
                           .fix({.from = "2024-05-10", .to = "2024-05-20", .position = at(129.7, 33.2)})
                           .build();
    CHECK(state_at(s, end_of("2024-05-07")).how == How::Absent);
    const State before = state_at(s, "2024-05-09T12:00Z");
    CHECK(before.how == How::Held);
    CHECK(before.flags.has(Flag::MayNotHaveArrived));
    CHECK(before.where == at(129.7, 33.2));
    CHECK(state_at(s, "2024-05-11T12:00Z").flags.has(Flag::MayNotHaveArrived));
    CHECK(state_at(s, "2024-05-12T12:00Z").how == How::Reported);
}

TEST_CASE("near an uncertain end an asset that is lost by its age or has sailed stays lost", "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .away({.from = "2024-05-01", .to = "2024-06-20", .to_error_h = 48})
                           .fix({.from = "2024-05-10", .position = at(129.7, 33.2)})
                           .asset("sailed")
                           .away({.asset = "sailed", .from = "2024-05-10", .from_error_h = 72})
                           .fix({.asset = "sailed",
                                 .from = "2024-05-10",
                                 .position = at(-123.4, 48.4),
                                 .activity = Activity::Departure})
                           .build();
    CHECK(state_at(s, "2024-06-20").how == How::Lost);
    CHECK(state_at(s, "2024-06-20").flags.has(Flag::MayHaveLeft));
    CHECK(state_at(s, "2024-05-10T12:00Z", "sailed").how == How::Held);
    CHECK(state_at(s, "2024-05-12T12:00Z", "sailed").how == How::Lost);
}

TEST_CASE("where the errors of two deployments overlap, each deployment gets half of the overlap", "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .away({.from = "2024-05-01", .to = "2024-05-10", .to_error_h = 240})
                           .away({.from = "2024-05-21", .to = "2024-05-30", .from_error_h = 240})
                           .fix({.from = "2024-05-09", .position = at(129.7, 33.2)})
                           .fix({.from = "2024-05-22", .position = at(141.5, 38.4)})
                           .build();
    CHECK(state_at(s, "2024-05-15T12:00Z").where == at(129.7, 33.2));
    CHECK(state_at(s, "2024-05-15T12:00Z").flags.has(Flag::MayHaveLeft));
    CHECK(state_at(s, "2024-05-16T12:00Z").where == at(141.5, 38.4));
    CHECK(state_at(s, "2024-05-16T12:00Z").flags.has(Flag::MayNotHaveArrived));
}

TEST_CASE("at the middle of the overlap of two errors the earlier deployment ends", "[timeline]") {
    // The errors overlap from 11 May 00:00:00 to 20 May 23:59:59.
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .away({.from = "2024-05-01", .to = "2024-05-10", .to_error_h = 240})
                           .away({.from = "2024-05-21", .to = "2024-05-30", .from_error_h = 240})
                           .fix({.from = "2024-05-12", .to = "2024-05-15", .position = at(129.7, 33.2)})
                           .fix({.from = "2024-05-22", .position = at(141.5, 38.4)})
                           .build();
    const auto windows = windows_of(s, 0);
    REQUIRE(windows.size() == 2);
    CHECK(windows[0].last == end_of("2024-05-15"));
    CHECK(windows[1].first == instant("2024-05-16"));
    REQUIRE(s.fixes[0].to == windows[0].last);
    CHECK(windows[0].overlaps(s.fixes[0]));
    CHECK_FALSE(windows[1].overlaps(s.fixes[0]));
    CHECK(window_at(s, 0, end_of("2024-05-15"))->deployment == &s.deployments[0]);
    CHECK(window_at(s, 0, instant("2024-05-16"))->deployment == &s.deployments[1]);
    CHECK(state_at(s, "2024-05-16T12:00Z").where ==
          at(141.5, 38.4)); // the earlier fix does not belong to this deployment
}

TEST_CASE("near an uncertain end the nearest fix is found from the last fix's end and the next fix's beginning",
          "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .away({.from = "2024-05-01", .to = "2024-05-20", .to_error_h = 48})
                           .fix({.from = "2024-05-01", .to = "2024-05-18", .position = at(129.7, 33.2)})
                           .fix({.from = "2024-05-21", .to = "2024-05-22", .position = at(141.5, 38.4)})
                           .build();
    const State near_last = state_at(s, "2024-05-19T18:00Z");
    CHECK(near_last.how == How::Held);
    CHECK(near_last.flags.has(Flag::MayHaveLeft));
    CHECK(near_last.where == at(129.7, 33.2));
    CHECK(near_last.age_h.value() == Approx(18).margin(0.001));
    const State near_next = state_at(s, "2024-05-20T06:00Z");
    CHECK(near_next.where == at(141.5, 38.4));
    CHECK(near_next.age_h == 0.0);
    CHECK(state_at(s, "2024-05-19T23:59:59Z").where == at(129.7, 33.2)); // nearer by a second
}
