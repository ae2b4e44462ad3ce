#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"

using namespace assets;
using namespace timeline_test;

using Role = Membership::Role;

TEST_CASE("an embarked asset has its carrier's state unless a fix of its own is in force", "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .asset("helo", AssetType::Helicopter)
                           .member("ship", "helo", Role::Embarked, "2024-05-01", "2024-05-20")
                           .fix({.from = "2024-05-01", .to = "2024-05-10", .position = at(140, 0)})
                           .fix({.asset = "helo", .from = "2024-05-05", .position = at(141, 0)})
                           .build();
    const State aboard = state_at(s, "2024-05-04", "helo");
    CHECK(aboard.how == How::Reported);
    CHECK(aboard.where == at(140, 0));
    CHECK(aboard.carrier == 0);
    CHECK(aboard.rows() == std::vector<int>{2});
    CHECK(aboard.asset == 1);
    const State alone = state_at(s, "2024-05-05T12:00Z", "helo");
    CHECK(alone.carrier == no_index);
    CHECK(alone.where == at(141, 0));
    CHECK(state_at(s, "2024-05-06T12:00Z", "helo").carrier == 0);
    CHECK(state_at(s, "2024-05-06T12:00Z", "helo").where == at(140, 0));
    // When the carrier is silent, so is the embarked asset.
    CHECK(state_at(s, "2024-05-15", "helo").how == How::Stale);
    CHECK(state_at(s, "2024-05-21", "helo").carrier == no_index);
}

TEST_CASE("an embarked asset is absent outside its own deployments", "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .asset("helo", AssetType::Helicopter)
                           .member("ship", "helo", Role::Embarked)
                           .away({.asset = "helo", .from = "2024-05-05", .to = "2024-05-06"})
                           .fix({.from = "2024-05-01", .to = "2024-05-10", .position = at(140, 0)})
                           .build();
    CHECK(state_at(s, "2024-05-04", "helo").how == How::Absent);
    CHECK(state_at(s, "2024-05-05", "helo").how == How::Reported);
    CHECK(state_at(s, "2024-05-07", "helo").how == How::Absent);
}

TEST_CASE("an asset with an at_asset fix moves with its carrier, and its age is the greater of the two", "[timeline]") {
    const Scenario s =
        ScenarioBuilder{}
            .asset("visitor", AssetType::Person)
            .asset("ship")
            .fix({.from = "2024-05-01T00:00Z", .position = at(140, 0)})
            .fix({.from = "2024-05-02T00:00Z", .position = at(146, 0)})
            .fix({.asset = "visitor", .from = "2024-05-01T06:00Z", .to = "2024-05-01T12:00Z", .at_asset = "ship"})
            .build();
    const State there = state_at(s, "2024-05-01T12:00Z", "visitor");
    CHECK(there.how == How::Interpolated);
    CHECK(there.carrier == 1);
    CHECK(there.where->lon() == Approx(143));
    CHECK(there.rows() == std::vector<int>{2, 3, 4});
    const State later = state_at(s, "2024-05-01T18:00Z", "visitor");
    CHECK(later.how == How::Held);
    CHECK(later.where->lon() == Approx(144.5));
    CHECK(later.age_h.value() == Approx(18)); // the age of the ship, which is greater
}

TEST_CASE("a fix with a place of its own decides over an at_asset fix", "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .asset("visitor", AssetType::Person)
                           .fix({.from = "2024-05-01", .to = "2024-05-10", .position = at(140, 0)})
                           .fix({.asset = "visitor", .from = "2024-05-01", .to = "2024-05-10", .at_asset = "ship"})
                           .fix({.asset = "visitor", .from = "2024-05-03", .position = at(127, 37), .radius_km = 60})
                           .build();
    CHECK(state_at(s, "2024-05-02", "visitor").carrier == 0);
    CHECK(state_at(s, "2024-05-03T12:00Z", "visitor").carrier == no_index);
    CHECK(state_at(s, "2024-05-03T12:00Z", "visitor").where == at(127, 37));
}

TEST_CASE("a carrier may itself be carried, and a ring of carriers without fixes has no place", "[timeline]") {
    const Scenario chain = ScenarioBuilder{}
                               .asset("crew", AssetType::Person)
                               .asset("helo", AssetType::Helicopter)
                               .asset("ship")
                               .member("helo", "crew", Role::Embarked)
                               .member("ship", "helo", Role::Embarked)
                               .fix({.from = "2024-05-01", .position = at(140, 0)})
                               .build();
    CHECK(state_at(chain, "2024-05-01", "crew").where == at(140, 0));
    CHECK(state_at(chain, "2024-05-01", "crew").carrier == 1);

    const Scenario ring = ScenarioBuilder{}
                              .asset("a")
                              .asset("b")
                              .member("a", "b", Role::Embarked)
                              .member("b", "a", Role::Embarked)
                              .build();
    CHECK_FALSE(state_at(ring, "2024-05-01", "a").where);
    CHECK_FALSE(state_at(ring, "2024-05-01", "b").where);
}

TEST_CASE("the state of a member or flagship names its group while it belongs to it", "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("group", AssetType::Group)
                           .asset("ship")
                           .asset("other")
                           .member("group", "ship", Role::Flagship, "2024-05-01", "2024-05-05")
                           .member("group", "other", Role::Member)
                           .fix({.from = "2024-05-01", .to = "2024-05-10", .position = at(140, 0)})
                           .build();
    CHECK(state_at(s, "2024-05-05", "ship").group == 0);
    CHECK(state_at(s, "2024-05-06", "ship").group == no_index);
    CHECK(state_at(s, "2024-05-06", "other").group == 0);
    CHECK(state_at(s, "2024-05-05", "ship").carrier == no_index);
    CHECK(state_at(s, "2024-05-05", "group").how == How::Absent); // a group takes no place from its members
}

TEST_CASE("a snapshot lists the zones that are valid and the events that are in force", "[timeline]") {
    const Scenario s = ScenarioBuilder{}
                           .zone("always")
                           .zone("spring", "2024-03-01", "2024-05-31")
                           .zone("later", "2024-06-01")
                           .event("old", "2024-05-01")
                           .event("now", "2024-05-02", "2024-05-20")
                           .event("coming", "2024-05-21")
                           .build();
    const Snapshot snapshot = snapshot_at(s, instant("2024-05-10"));
    CHECK(snapshot.at == instant("2024-05-10"));
    CHECK(snapshot.zones == std::vector<ZoneIndex>{0, 1});
    CHECK(snapshot.events == std::vector<std::size_t>{1});
    CHECK(snapshot_at(s, end_of("2024-05-31")).zones == std::vector<ZoneIndex>{0, 1});
    CHECK(snapshot_at(s, instant("2024-06-01")).zones == std::vector<ZoneIndex>{0, 2});
}

TEST_CASE("an asset aboard by an at_asset fix is as old as that fix or the carrier's fix, whichever is older",
          "[timeline]") {
    const auto age_with_ship_at = [](const std::string& ship_at) {
        const Scenario s =
            ScenarioBuilder{}
                .asset("visitor", AssetType::Person)
                .asset("ship")
                .fix({.asset = "ship", .from = ship_at, .position = at(140, 0)})
                .fix({.asset = "visitor", .from = "2024-05-01T06:00Z", .to = "2024-05-01T12:00Z", .at_asset = "ship"})
                .build();
        const State state = state_at(s, "2024-05-01T18:00Z", "visitor");
        CHECK(state.carrier == 1);
        return state.age_h.value();
    };
    CHECK(age_with_ship_at("2024-05-01T17:00Z") == Approx(6));
    CHECK(age_with_ship_at("2024-05-01T05:00Z") == Approx(13));
}
