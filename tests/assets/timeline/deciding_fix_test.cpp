#include "assets/timeline/deciding_fix.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"

using namespace assets;
using namespace timeline_test;

TEST_CASE("inside a fix's interval the state is reported and has the values of the fix", "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .fix({.from = "2024-05-01",
                                 .to = "2024-05-03",
                                 .position = at(126.6, 37.45),
                                 .radius_km = 6,
                                 .activity = Activity::InPort,
                                 .course_deg = 270,
                                 .speed_kn = 3,
                                 .place = "Incheon",
                                 .confidence = Confidence::High,
                                 .sources = {3, 7}})
                           .build();
    for (const Instant t : {instant("2024-05-01"), instant("2024-05-02T07:00Z"), end_of("2024-05-03")}) {
        const State state = state_at(s, t);
        CHECK(state.how == How::Reported);
        CHECK(state.point == PointIs::Position);
        CHECK(state.where == at(126.6, 37.45));
        CHECK(state.radius_km == 6.0);
        CHECK(state.age_h == 0.0);
        CHECK(state.course_deg == 270.0);
        CHECK(state.speed_kn == 3.0);
        CHECK(state.place() == "Incheon");
        CHECK(state.activity == Activity::InPort);
        CHECK(state.confidence == Confidence::High);
        CHECK(state.sources() == std::vector<SourceIndex>{3, 7});
        CHECK(state.rows() == std::vector<int>{2});
        CHECK(state.flags.names().empty());
        CHECK(state.fix == &s.fixes[0]);
    }
    CHECK(state_at(s, "2024-05-04T00:00Z").how == How::Held);
}

TEST_CASE("a fix wider than 100 km is a stand-in, a fix of 100 km is a position", "[timeline]") {
    const auto state = [](double radius_km) {
        return state_at(ScenarioBuilder{}
                            .asset("ship")
                            .fix({.from = "2024-05-01", .position = at(119.9, 24.8), .radius_km = radius_km})
                            .build(),
                        "2024-05-01");
    };
    CHECK(state(100.5).point == PointIs::StandIn);
    CHECK(state(100.5).flags.names() == std::vector<std::string>{"wide"});
    CHECK(state(100.5).radius_km == 100.5);
    CHECK(state(100).point == PointIs::Position);
    CHECK_FALSE(state(100).flags.has(Flag::Wide));
}

TEST_CASE("a fix given by an area is a stand-in, however small the area is", "[timeline]") {
    const AreaRef strait{AreaRef::Of::Sea, "taiwan-strait"};
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .fix({.from = "2024-05-01", .position = at(119.9, 24.8), .radius_km = 40, .area = strait})
                           .build();
    const State state = state_at(s, "2024-05-01");
    CHECK(state.point == PointIs::StandIn);
    CHECK(state.area() == strait);
    CHECK(state.flags.has(Flag::Wide));
}

TEST_CASE("of nested fixes the more precise one decides", "[timeline]") {
    const Scenario s =
        ScenarioBuilder{}
            .asset("ship")
            .fix({.from = "2024-06-20", .to = "2024-07-28", .position = at(125.5, 29.5), .radius_km = 700})
            .fix({.from = "2024-06-27", .to = "2024-07-02", .position = at(126.6, 37.45), .radius_km = 6})
            .fix({.from = "2024-07-01", .to = "2024-07-10", .position = at(126, 33), .radius_km = 300})
            .build();
    CHECK(state_at(s, "2024-06-26").radius_km == 700.0);
    CHECK(state_at(s, "2024-06-27").radius_km == 6.0);
    CHECK(state_at(s, "2024-07-02").radius_km == 6.0);
    CHECK(state_at(s, "2024-07-03").radius_km == 300.0);
    CHECK(state_at(s, "2024-07-11").radius_km == 700.0);
}

TEST_CASE("of equally precise fixes the later from decides, then the later row", "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .fix({.from = "2024-05-01", .to = "2024-05-09", .position = at(120, 15), .radius_km = 300})
                           .fix({.from = "2024-05-05", .to = "2024-05-09", .position = at(121, 15), .radius_km = 300})
                           .fix({.from = "2024-05-05", .to = "2024-05-09", .position = at(122, 15), .radius_km = 300})
                           .build();
    CHECK(state_at(s, "2024-05-04").where == at(120, 15));
    CHECK(state_at(s, "2024-05-06").where == at(122, 15));
}

TEST_CASE("at a shared bound the later fix decides, even if the earlier one is more precise", "[timeline]") {
    const Scenario s =
        ScenarioBuilder{}
            .asset("ship")
            .fix({.from = "2024-05-01T00:00Z", .to = "2024-05-02T12:00Z", .position = at(129.7, 33.2), .radius_km = 2})
            .fix({.from = "2024-05-02T12:00Z", .to = "2024-05-04T00:00Z", .position = at(127, 30), .radius_km = 300})
            .build();
    CHECK(state_at(s, "2024-05-02T11:59:59Z").radius_km == 2.0);
    CHECK(state_at(s, "2024-05-02T12:00:00Z").radius_km == 300.0);
}

TEST_CASE("a precise fix of one instant decides at that instant only", "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .fix({.from = "2024-05-01", .to = "2024-05-09", .position = at(120, 15), .radius_km = 300})
                           .fix({.from = "2024-05-05T06:00Z", .position = at(121, 15), .radius_km = 1})
                           .build();
    CHECK(state_at(s, "2024-05-05T05:59:59Z").radius_km == 300.0);
    CHECK(state_at(s, "2024-05-05T06:00:00Z").radius_km == 1.0);
    CHECK(state_at(s, "2024-05-05T06:00:01Z").radius_km == 300.0);
}

TEST_CASE("an open fix ends at the next fix or with the deployment", "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .away({.from = "2024-05-01", .to = "2024-05-20"})
                           .fix({.from = "2024-05-01", .to = "*", .position = at(129.7, 33.2)})
                           .fix({.from = "2024-05-10", .to = "*", .position = at(129.8, 33.3), .radius_km = 80})
                           .build();
    CHECK(state_at(s, end_of("2024-05-09")).radius_km == 5.0);
    CHECK(state_at(s, "2024-05-10T00:00Z").radius_km == 80.0);
    CHECK(state_at(s, end_of("2024-05-20")).how == How::Reported);
    CHECK(state_at(s, "2024-05-21T00:00Z").how == How::Absent);
}

TEST_CASE("of two precise throughout fixes that contradict each other the later one is shown and flagged",
          "[timeline]") {
    const auto scenario = [](double lon, During during) {
        return ScenarioBuilder{}
            .asset("ship")
            .fix({.from = "2024-05-01", .to = "2024-05-09", .position = at(129.7, 33.2), .radius_km = 2})
            .fix({.from = "2024-05-05",
                  .to = "2024-05-12",
                  .position = at(lon, 33.2),
                  .radius_km = 20,
                  .during = during})
            .build();
    };
    const Scenario apart = scenario(139.7, During::Throughout);
    const State state = state_at(apart, "2024-05-06");
    CHECK(state.flags.has(Flag::TwoPlaces));
    CHECK(state.where == at(139.7, 33.2)); // the later fix, although the other one is more precise
    CHECK_FALSE(state_at(apart, "2024-05-04").flags.has(Flag::TwoPlaces));
    CHECK_FALSE(state_at(apart, "2024-05-11").flags.has(Flag::TwoPlaces));

    // Fixes do not contradict if their circles overlap, or if one of them is `sometime`.
    CHECK(state_at(scenario(129.8, During::Throughout), "2024-05-06").where == at(129.7, 33.2));
    CHECK_FALSE(state_at(scenario(129.8, During::Throughout), "2024-05-06").flags.has(Flag::TwoPlaces));
    CHECK_FALSE(state_at(scenario(139.7, During::Sometime), "2024-05-06").flags.has(Flag::TwoPlaces));
}

TEST_CASE("a sometime fix longer than a day has the flag sometime", "[timeline]") {
    const auto flagged = [](const std::string& to, std::optional<During> during) {
        return state_at(ScenarioBuilder{}
                            .asset("ship")
                            .fix({.from = "2024-05-01", .to = to, .position = at(129, 33), .during = during})
                            .build(),
                        "2024-05-01T12:00Z")
            .flags.has(Flag::Sometime);
    };
    CHECK(flagged("2024-05-02", During::Sometime));
    CHECK_FALSE(flagged("2024-05-01", During::Sometime));
    CHECK_FALSE(flagged("2024-05-02", During::Throughout));
}

TEST_CASE("a precise fix interrupts a wide one if it can be reached from the edge of the wide one in time",
          "[timeline]") {
    // Waters around Japan, 700 km; Incheon, 6 km, is 885 km from their centre: 179 km outside, 3.2 h at 30 kn.
    const auto interrupts = [](const std::string& from, const std::string& to) {
        const Scenario s = ScenarioBuilder{}
                               .asset("ship")
                               .fix({.from = "2024-06-20T00:00Z",
                                     .to = "2024-07-28T00:00Z",
                                     .position = at(125.5, 29.5),
                                     .radius_km = 700})
                               .fix({.from = from,
                                     .to = to,
                                     .position = at(126.6, 37.45),
                                     .radius_km = 6,
                                     .during = During::Throughout})
                               .build();
        const bool wide_first = s.fixes[0].is_wide();
        return can_interrupt(s.assets[0], s.fixes[wide_first ? 0 : 1], s.fixes[wide_first ? 1 : 0]);
    };
    CHECK(interrupts("2024-06-27T00:00Z", "2024-07-02T00:00Z"));
    CHECK(interrupts("2024-06-20T04:00Z", "2024-07-02T00:00Z"));
    CHECK_FALSE(interrupts("2024-06-20T03:00Z", "2024-07-02T00:00Z")); // 3 h are too short
    CHECK_FALSE(interrupts("2024-06-27T00:00Z", "2024-07-27T22:00Z"));
    // A precise fix that begins before the wide one: only the way back counts.
    CHECK(interrupts("2024-06-19T00:00Z", "2024-06-25T00:00Z"));
}

TEST_CASE("a fix whose interval runs backwards is never in force", "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .fix({.from = "2024-05-01", .to = "2024-05-02", .position = at(129.7, 33.2)})
                           .fix({.from = "2024-05-09", .to = "2024-05-03", .position = at(150, 0)})
                           .build();
    for (const char* when : {"2024-05-03", "2024-05-05", "2024-05-09", "2024-05-10"})
        CHECK(state_at(s, when).where == at(129.7, 33.2));
}

TEST_CASE("two fixes within one second give two states", "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .fix({.from = "2024-07-31T06:00:00.250Z", .to = "*", .position = at(140, 30)})
                           .fix({.from = "2024-07-31T06:00:00.750Z", .to = "*", .position = at(141, 30)})
                           .build();
    CHECK(state_at(s, "2024-07-31T06:00:00.249Z").how == How::Absent);
    CHECK(state_at(s, "2024-07-31T06:00:00.250Z").where == at(140, 30));
    CHECK(state_at(s, "2024-07-31T06:00:00.749Z").where == at(140, 30));
    CHECK(state_at(s, "2024-07-31T06:00:00.749Z").how == How::Reported);
    CHECK(state_at(s, "2024-07-31T06:00:00.750Z").where == at(141, 30));
}

TEST_CASE("a ship is interpolated between two fixes half a second apart", "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .fix({.from = "2024-07-31T06:00:00.250Z", .position = at(140, 0), .radius_km = 0.01})
                           .fix({.from = "2024-07-31T06:00:00.750Z", .position = at(140.00005, 0), .radius_km = 0.01})
                           .build();
    const State state = state_at(s, "2024-07-31T06:00:00.500Z");
    CHECK(state.how == How::Interpolated);
    REQUIRE(state.where);
    CHECK(state.where->lon() == Approx(140.000025).margin(1e-7));
    CHECK(*state.age_h == Approx(0.25 / 3600));
    CHECK(*state.speed_kn == Approx(5.566 / 0.5 * 3600 / 1852).epsilon(0.01));
}

TEST_CASE("between the fixes of one day and of the next there is no silence", "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .fix({.from = "2024-05-01", .position = at(140, 30)})
                           .fix({.from = "2024-05-02", .position = at(140, 30)})
                           .fix({.from = "2024-05-03", .to = "*", .position = at(140, 30)})
                           .fix({.from = "2024-05-05T06:00Z", .position = at(140, 30)})
                           .build();
    for (const char* t : {"2024-05-01T23:59:59Z", "2024-05-01T23:59:59.500Z", "2024-05-01T23:59:59.999Z",
                          "2024-05-02T00:00:00Z", "2024-05-05T05:59:59.999Z", "2024-05-05T06:00:00Z"}) {
        INFO(t);
        CHECK(state_at(s, t).how == How::Reported);
    }
}

TEST_CASE("a fix of an instant is not in force half a second later", "[timeline]") {
    const Scenario s =
        ScenarioBuilder{}.asset("ship").fix({.from = "2024-05-01T06:00:00Z", .position = at(140, 30)}).build();
    CHECK(state_at(s, "2024-05-01T06:00:00Z").how == How::Reported);
    CHECK(state_at(s, "2024-05-01T06:00:00.500Z").how == How::Held);
}

TEST_CASE("age counts from the beginning of the last second of a day", "[timeline]") {
    const Scenario s = ScenarioBuilder{}.asset("ship").fix({.from = "2024-05-01", .position = at(140, 30)}).build();
    CHECK(*state_at(s, "2024-05-02T12:00:00Z").age_h == 12.0 + 1.0 / 3600);
    CHECK(*state_at(s, "2024-05-02T12:00:00.500Z").age_h == Approx(12.0 + 1.5 / 3600).margin(1e-9));
}

TEST_CASE("a leg departs early from the more precise of two fixes that end together", "[timeline]") {
    const auto with_second = [](bool second) {
        ScenarioBuilder builder;
        builder.asset("ship");
        builder.fix({.from = "2024-05-01T00:00Z",
                     .to = "2024-05-10T12:00Z",
                     .position = at(160, 20),
                     .radius_km = 2,
                     .during = During::Sometime});
        if (second)
            builder.fix({.from = "2024-05-05T00:00Z",
                         .to = "2024-05-10T12:00Z",
                         .position = at(160, 20),
                         .radius_km = 20,
                         .during = During::Sometime});
        builder.fix({.from = "2024-05-11T00:00Z", .position = at(160, 29)});
        return builder.build();
    };
    // 540 nautical miles take 18 hours, and the fixes are 12 hours apart.
    for (const bool second : {false, true}) {
        INFO(second);
        const Scenario s = with_second(second);
        const auto legs_at = [&](const char* when) {
            const Snapshot snapshot = snapshot_at(s, instant(when));
            return std::distance(snapshot.legs.begin(), snapshot.legs.end());
        };
        CHECK(legs_at("2024-05-10T03:00Z") == 0);
        CHECK(legs_at("2024-05-10T10:00Z") == 1);
        CHECK(legs_at("2024-05-10T18:00Z") == 1);
        CHECK(state_at(s, "2024-05-10T10:00Z").how == How::Reported); // inside the interval the state stays reported
    }
}
