#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"

using namespace assets;
using namespace timeline_test;

namespace {

Scenario one_fix(Activity activity = Activity::None, AssetType type = AssetType::Frigate) {
    return ScenarioBuilder{}
        .asset("ship", type)
        .fix({.from = "2024-05-01T00:00Z", .position = at(106.7, 10.8), .activity = activity, .place = "HCMC"})
        .build();
}

} // namespace

TEST_CASE("after its last fix a ship is held for 2 days, stale up to 14 days, then lost", "[timeline]") {
    const Scenario s = one_fix();
    const State held = state_at(s, "2024-05-03T00:00:00Z");
    CHECK(held.how == How::Held);
    CHECK(held.age_h == 48.0);
    CHECK(held.where == at(106.7, 10.8));
    CHECK(held.place() == "HCMC");
    CHECK(held.fix == &s.fixes[0]);
    CHECK_FALSE(held.speed_kn);
    CHECK(state_at(s, "2024-05-03T00:00:01Z").how == How::Stale);
    CHECK(state_at(s, "2024-05-15T00:00:00Z").how == How::Stale);
    const State lost = state_at(s, "2024-05-15T00:00:01Z");
    CHECK(lost.how == How::Lost);
}

TEST_CASE("a lost asset has no place, but refers to its last and next fix", "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .fix({.from = "2024-08-15", .to = "2024-08-19", .position = at(106.7, 10.8)})
                           .fix({.from = "2024-10-22", .position = at(-63.6, 44.7)})
                           .build();
    const State state = state_at(s, "2024-10-20");
    CHECK(state.how == How::Lost);
    CHECK(state.point == PointIs::None);
    CHECK_FALSE(state.where);
    CHECK_FALSE(state.radius_km);
    CHECK_FALSE(state.area());
    CHECK(state.age_h.value() > 24 * 61);
    CHECK(state.last == &s.fixes[0]);
    CHECK(state.next == &s.fixes[1]);
    CHECK(state.rows() == std::vector<int>{2});
}

TEST_CASE("a silence before the next fix is flagged only if it is longer than max_gap", "[timeline]") {
    const auto flags = [](const std::string& next) {
        return state_at(ScenarioBuilder{}
                            .asset("ship")
                            .fix({.from = "2024-05-01", .position = at(106.7, 10.8)})
                            .fix({.from = next, .position = at(106, 8), .radius_km = 300})
                            .build(),
                        "2024-05-02T12:00Z")
            .flags;
    };
    CHECK(flags("2024-05-10").has(Flag::BeyondMaxGap));
    CHECK_FALSE(flags("2024-05-08").has(Flag::BeyondMaxGap));
    CHECK_FALSE(state_at(one_fix(), "2024-05-12").flags.has(Flag::BeyondMaxGap)); // there is no next fix
}

TEST_CASE("after a departure nothing is held: the asset is lost at once", "[timeline]") {
    const Scenario s = one_fix(Activity::Departure);
    CHECK(state_at(s, "2024-05-01T00:00:00Z").how == How::Reported);
    const State state = state_at(s, "2024-05-01T00:00:01Z");
    CHECK(state.how == How::Lost);
    CHECK_FALSE(state.where);
}

TEST_CASE("after a departure a ship is on a leg if its next fix comes within max_gap", "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .fix({.from = "2024-05-01", .position = at(140, 0), .activity = Activity::Departure})
                           .fix({.from = "2024-05-03", .position = at(146, 0)})
                           .build();
    CHECK(state_at(s, "2024-05-02T12:00Z").how == How::Interpolated);
}

TEST_CASE("a wide fix is held and grows stale as a stand-in", "[timeline]") {
    const AreaRef sea{AreaRef::Of::Sea, "south-china-sea"};
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .fix({.from = "2024-05-01", .position = at(115, 14), .radius_km = 900, .area = sea})
                           .build();
    const State state = state_at(s, "2024-05-05");
    CHECK(state.how == How::Stale);
    CHECK(state.point == PointIs::StandIn);
    CHECK(state.area() == sea);
    CHECK(state.flags.has(Flag::Wide));
}

TEST_CASE("a headquarters is held until its next fix, and stale 90 days after its last fix", "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship", AssetType::Headquarters)
                           .fix({.from = "2023-01-01T00:00Z", .position = at(127, 37)})
                           .fix({.from = "2024-01-01T00:00Z", .position = at(127, 37)})
                           .build();
    CHECK(state_at(s, "2023-12-30").how == How::Held);
    CHECK_FALSE(state_at(s, "2023-12-30").flags.has(Flag::BeyondMaxGap));
    CHECK(state_at(s, "2024-03-31T00:00:00Z").how == How::Held);
    CHECK(state_at(s, "2024-03-31T00:00:01Z").how == How::Stale);
    CHECK(state_at(s, "2044-01-01").how == How::Stale);
}

TEST_CASE("without stale_after and lost_after a fix is held for ever", "[timeline]") {
    ScenarioBuilder builder;
    Asset& asset = builder.asset("ship").last_asset();
    asset.stale_after.reset();
    asset.lost_after.reset();
    const Scenario s = builder.fix({.from = "2024-05-01", .position = at(127, 37)}).build();
    CHECK(state_at(s, "2064-05-01").how == How::Held);
}

TEST_CASE("an asset of which only plans are known is shown as planned from the day they were announced",
          "[timeline][plans]") {
    ScenarioBuilder builder;
    builder.asset("ship")
        .source("announcement")
        .fix({.from = "2030-01-01",
              .to = "2030-12-31",
              .position = at(130, 33),
              .kind = FixKind::Planned,
              .sources = {0}});
    Scenario scenario = builder.build();
    const auto how_at = [&](const char* when) {
        return state_at(scenario, when).how;
    };
    CHECK(how_at("2024-10-20T12:00Z") == How::Reported); // the source has no date: the plan is always known
    scenario.sources[0].published = "2024-06-28";
    CHECK(how_at("2024-06-27T23:59Z") == How::Absent);
    const State planned = state_at(scenario, "2024-06-28T00:00Z");
    CHECK(planned.how == How::Reported);
    CHECK(planned.flags.has(Flag::Planned));
    CHECK_FALSE(planned.age_h); // nothing has been reported yet
    CHECK(planned.where == at(130, 33));

    builder.fix({.from = "2024-01-01", .to = "2024-01-02", .position = at(120, 20)});
    Scenario reported = builder.build();
    reported.sources[0].published = "2023-06-28";
    CHECK(state_at(reported, "2023-10-20T12:00Z").how == How::Absent); // a report shows where she is, and a plan waits

    ScenarioBuilder deployed;
    deployed.asset("ship").away({.from = "2030-01-01", .to = "2030-12-31"});
    deployed.fix({.from = "2030-01-01", .position = at(130, 33), .kind = FixKind::Planned});
    CHECK(state_at(deployed.build(), "2024-10-20T12:00Z").how == How::Absent); // the rows say when she is away
}
