#include "assets/timeline/past/voyages.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"

using namespace assets;
using namespace timeline_test;

namespace {

std::vector<Voyage> voyages(const Scenario& s, const std::string& from, const std::string& to) {
    return voyages_between(s, instant(from), end_of(to) + tick, [](const Asset&) { return true; });
}

/// Out along a meridian by way of a wide report, and home again.
ScenarioBuilder out_and_home() {
    ScenarioBuilder builder;
    builder.asset("ship");
    builder.fix({.from = "2024-05-01", .to = "2024-05-03", .position = at(130, 10), .place = "Home"});
    builder.fix({.from = "2024-05-06", .position = at(130, 15), .place = "Strait"});
    builder.fix({.from = "2024-06-01", .to = "2024-06-04", .position = at(130, 40), .place = "Far"});
    builder.fix({.from = "2024-06-10", .position = at(130, 30), .radius_km = 400});
    builder.fix({.from = "2024-06-14", .position = at(130, 15), .place = "Strait"});
    builder.fix({.from = "2024-06-17", .position = at(130, 10), .place = "Home"});
    return builder;
}

} // namespace

TEST_CASE("a voyage has the calls of the period in order, with the days of their reports", "[timeline][voyages]") {
    const Scenario s = out_and_home().build();
    const auto all = voyages(s, "2024-05-01", "2024-06-30");
    REQUIRE(all.size() == 1);
    const Voyage& voyage = all[0];
    REQUIRE(voyage.calls.size() == 6);
    CHECK(voyage.calls[0].from == instant("2024-05-01"));
    CHECK(voyage.calls[0].to == end_of("2024-05-03"));
    CHECK(voyage.calls[2].at.lat() == 40);
    CHECK_FALSE(voyage.calls[2].wide);
    CHECK(voyage.calls[3].wide);
    CHECK(voyages(s, "2024-05-04", "2024-06-05")[0].calls.size() == 2);
    CHECK(voyages(s, "2024-05-02", "2024-05-02")[0].calls.size() == 1); // a report that only overlaps the period
    CHECK(voyages(s, "2024-07-01", "2024-07-31").empty());
}

TEST_CASE("what is known of a leg depends on the silence and on reports from areas", "[timeline][voyages]") {
    const Scenario s = out_and_home().build();
    const Voyage voyage = voyages(s, "2024-05-01", "2024-06-30")[0];
    REQUIRE(voyage.legs.size() == 4); // none leads to the wide report
    CHECK(voyage.legs[0].how == Continuity::Estimated);
    CHECK(voyage.legs[1].how == Continuity::Unknown); // 26 days
    CHECK(voyage.legs[2].from == 2);
    CHECK(voyage.legs[2].to == 4);
    CHECK(voyage.legs[2].how == Continuity::Unknown); // it was somewhere else meanwhile
    CHECK(voyage.legs[3].how == Continuity::Estimated);
    REQUIRE(voyage.legs[0].path);
    CHECK(voyage.legs[0].path->length_m() == Approx(553'000).epsilon(0.01));
}

TEST_CASE("a voyage that leads back is homeward after its farthest call", "[timeline][voyages]") {
    ScenarioBuilder builder = out_and_home();
    const Voyage back = voyages(builder.build(), "2024-05-01", "2024-06-30")[0];
    REQUIRE(back.farthest == 2U);
    CHECK_FALSE(back.is_homeward(back.legs[1]));
    CHECK(back.is_homeward(back.legs[2]));
    const Voyage out = voyages(builder.build(), "2024-05-01", "2024-06-05")[0];
    CHECK_FALSE(out.farthest);
    CHECK_FALSE(out.is_homeward(out.legs[1]));
}

TEST_CASE("reports in a row from one place are one call", "[timeline][voyages]") {
    ScenarioBuilder builder;
    builder.asset("ship");
    builder.fix({.from = "2024-05-01", .position = at(130, 10), .place = "Port"});
    builder.fix({.from = "2024-05-04", .position = at(130.05, 10), .place = "Anchorage"}); // 5 km away
    builder.fix({.from = "2024-05-08", .position = at(131, 10), .place = "Elsewhere"});
    builder.fix({.from = "2024-05-09", .position = at(130, 10), .place = "Port"});
    const Voyage voyage = voyages(builder.build(), "2024-05-01", "2024-05-31")[0];
    REQUIRE(voyage.calls.size() == 3);
    CHECK(voyage.calls[0].fixes.size() == 2);
    CHECK(voyage.calls[0].to == end_of("2024-05-04"));
}

TEST_CASE("an aircraft's fixes with clock times are a reported track", "[timeline][voyages]") {
    ScenarioBuilder builder;
    builder.asset("plane", AssetType::MaritimePatrolAircraft);
    for (int i = 0; i < 4; ++i)
        builder.fix({.asset = "plane",
                     .from = "2024-05-01T0" + std::to_string(i) + ":00Z",
                     .position = at(130 + 0.05 * i, 30)});
    builder.fix({.asset = "plane", .from = "2024-05-01T08:00Z", .position = at(135, 30)});
    const Voyage flight = voyages(builder.build(), "2024-05-01", "2024-05-01")[0];
    REQUIRE(flight.calls.size() == 5); // 5 km apart, but on the way
    CHECK(flight.legs[0].how == Continuity::Reported);
    CHECK(flight.legs[3].how == Continuity::Estimated); // five hours
}

TEST_CASE("plans, bases and other deployments make no part of a voyage", "[timeline][voyages]") {
    ScenarioBuilder builder;
    builder.asset("base", AssetType::NavalBase);
    builder.fix({.asset = "base", .from = "2024-05-01", .to = "*", .position = at(130, 10)});
    builder.asset("ship");
    builder.away({.from = "2024-05-01", .to = "2024-05-10"});
    builder.away({.from = "2024-06-01", .to = "2024-06-10"});
    builder.fix({.from = "2024-05-02", .position = at(130, 10)});
    builder.fix({.from = "2024-06-02", .position = at(130, 20)});
    builder.fix({.from = "2024-06-05", .position = at(130, 30), .kind = FixKind::Planned});
    const auto all = voyages(builder.build(), "2024-05-01", "2024-06-30");
    REQUIRE(all.size() == 2);
    CHECK(all[0].calls.size() == 1);
    CHECK(all[1].calls.size() == 1);
    CHECK(all[1].legs.empty());
}

TEST_CASE("a call without an end is over when the period is", "[timeline][voyages]") {
    ScenarioBuilder builder;
    builder.asset("ship");
    builder.fix({.from = "2024-05-01", .to = "*", .position = at(130, 10)});
    const Voyage voyage = voyages(builder.build(), "2024-05-01", "2024-05-09")[0];
    CHECK(voyage.calls[0].to == end_of("2024-05-09"));
}

TEST_CASE("reports in a row from one area are one call, from another area another one", "[timeline][voyages]") {
    ScenarioBuilder builder;
    builder.asset("ship");
    const auto in_sea = [&](const std::string& from, const std::string& sea) {
        builder.fix({.from = from, .position = at(130, 10), .radius_km = 600, .area = AreaRef{AreaRef::Of::Sea, sea}});
    };
    in_sea("2024-05-01", "philippine-sea");
    in_sea("2024-05-03", "philippine-sea");
    in_sea("2024-05-05", "south-china-sea");
    builder.fix({.from = "2024-05-07", .position = at(130, 10), .radius_km = 400}); // a circle, not an area
    const Voyage voyage = voyages(builder.build(), "2024-05-01", "2024-05-31")[0];
    REQUIRE(voyage.calls.size() == 3);
    CHECK(voyage.calls[0].fixes.size() == 2);
    CHECK(voyage.calls[1].from == instant("2024-05-05"));
    for (const Call& call : voyage.calls)
        CHECK(call.wide);
    CHECK(voyage.legs.empty());
}

TEST_CASE("a precise report in the place of a wide one is a call of its own", "[timeline][voyages]") {
    ScenarioBuilder builder;
    builder.asset("ship");
    builder.fix({.from = "2024-05-01", .position = at(130, 10), .radius_km = 400, .place = "Port"});
    builder.fix({.from = "2024-05-02", .position = at(130, 10), .place = "Port"});
    builder.fix({.from = "2024-05-03", .position = at(130, 10), .radius_km = 400, .place = "Port"});
    const Voyage voyage = voyages(builder.build(), "2024-05-01", "2024-05-31")[0];
    REQUIRE(voyage.calls.size() == 3);
    CHECK(voyage.calls[0].wide);
    CHECK_FALSE(voyage.calls[1].wide);
    CHECK(voyage.calls[2].wide);
}

TEST_CASE("a way is reported only if both its ends have clock times, at most three hours apart",
          "[timeline][voyages]") {
    const auto how = [](const std::string& from, const std::string& to) {
        ScenarioBuilder builder;
        builder.asset("ship");
        builder.fix({.from = from, .position = at(130, 10)});
        builder.fix({.from = to, .position = at(130.5, 10)});
        return voyages(builder.build(), "2024-05-01", "2024-05-31")[0].legs.at(0).how;
    };
    CHECK(how("2024-05-01T21:00Z", "2024-05-02T00:00Z") == Continuity::Reported);
    CHECK(how("2024-05-01T20:59Z", "2024-05-02T00:00Z") == Continuity::Estimated);
    CHECK(how("2024-05-01", "2024-05-02T00:30Z") == Continuity::Estimated);
    CHECK(how("2024-05-01T23:30Z", "2024-05-02") == Continuity::Estimated);
}

TEST_CASE("a flight that leads back is not divided", "[timeline][voyages]") {
    const auto farthest = [](AssetType type) {
        ScenarioBuilder builder;
        builder.asset("it", type);
        builder.fix({.asset = "it", .from = "2024-05-01T00:00Z", .position = at(130, 10), .place = "Home"});
        builder.fix({.asset = "it", .from = "2024-05-01T02:00Z", .position = at(130, 11), .place = "Far"});
        builder.fix({.asset = "it", .from = "2024-05-01T04:00Z", .position = at(130, 10), .place = "Home"});
        return voyages(builder.build(), "2024-05-01", "2024-05-01")[0].farthest;
    };
    CHECK(farthest(AssetType::Frigate) == 1U);
    CHECK_FALSE(farthest(AssetType::MaritimePatrolAircraft));
}

TEST_CASE("a voyage leads back only when it ends clearly nearer to its beginning", "[timeline][voyages]") {
    const auto farthest = [](double last_lat) {
        ScenarioBuilder builder;
        builder.asset("ship");
        builder.fix({.from = "2024-05-01", .position = at(130, 0)});
        builder.fix({.from = "2024-05-05", .position = at(130, 10)});
        builder.fix({.from = "2024-05-10", .position = at(130, last_lat)});
        builder.fix({.from = "2024-05-12", .position = at(130, 3), .radius_km = 400}); // no end: it is wide
        return voyages(builder.build(), "2024-05-01", "2024-05-31")[0].farthest;
    };
    CHECK(farthest(5.9) == 1U);
    CHECK_FALSE(farthest(6.1));
}

TEST_CASE("plans among the reports of a deployment are no calls", "[timeline][voyages]") {
    ScenarioBuilder builder;
    builder.asset("ship");
    builder.fix({.from = "2024-05-01", .position = at(130, 10)});
    builder.fix({.from = "2024-05-04", .position = at(130, 20), .kind = FixKind::Planned});
    builder.fix({.from = "2024-05-08", .position = at(130, 12), .kind = FixKind::Estimated});
    const Voyage voyage = voyages(builder.build(), "2024-05-01", "2024-05-31")[0];
    REQUIRE(voyage.calls.size() == 2);
    CHECK(voyage.calls[1].at == at(130, 12));
}

TEST_CASE("a report at the bounds of the period counts, one that begins at its end does not", "[timeline][voyages]") {
    ScenarioBuilder builder;
    builder.asset("ship");
    builder.fix({.from = "2024-05-01", .to = "2024-05-02", .position = at(130, 10)});
    builder.fix({.from = "2024-05-03", .to = "2024-05-09", .position = at(130, 20)});
    builder.fix({.from = "2024-05-10", .position = at(130, 12)});
    const Scenario s = builder.build();
    CHECK(voyages(s, "2024-05-02", "2024-05-09")[0].calls.size() == 2);
    CHECK(voyages(s, "2024-05-03", "2024-05-09")[0].calls.size() == 1);
    CHECK(voyages(s, "2024-05-09", "2024-05-10")[0].calls.size() == 2);
}

TEST_CASE("a call lasts until its longest report ends, and a place is 10 km wide", "[timeline][voyages]") {
    ScenarioBuilder builder;
    builder.asset("ship");
    builder.fix({.from = "2024-05-01", .to = "2024-05-09", .position = at(130, 10)});
    builder.fix({.from = "2024-05-03", .position = at(130.08, 10)}); // 9 km
    builder.fix({.from = "2024-05-11", .position = at(130.2, 10)});  // 22 km
    const Voyage voyage = voyages(builder.build(), "2024-05-01", "2024-05-31")[0];
    REQUIRE(voyage.calls.size() == 2);
    CHECK(voyage.calls[0].to == end_of("2024-05-09"));
}

TEST_CASE("a wide report between two calls makes the way unknown, however short the silence", "[timeline][voyages]") {
    ScenarioBuilder builder;
    builder.asset("ship");
    builder.fix({.from = "2024-05-01", .position = at(130, 10)});
    builder.fix({.from = "2024-05-02", .position = at(130, 11), .radius_km = 400});
    builder.fix({.from = "2024-05-03", .position = at(130, 12)});
    const Voyage voyage = voyages(builder.build(), "2024-05-01", "2024-05-31")[0];
    REQUIRE(voyage.legs.size() == 1);
    CHECK(voyage.legs[0].how == Continuity::Unknown);
}
