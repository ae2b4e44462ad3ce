#include "assets/timeline/past/reports.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"

using namespace assets;
using namespace timeline_test;

namespace {

std::vector<ReportedTrack> tracks(const Scenario& s, const std::string& from, const std::string& to) {
    return reported_tracks(s, 0, instant(from), end_of(to) + tick);
}

} // namespace

TEST_CASE("a reported track has the reports of the period, and no plans", "[timeline][track]") {
    ScenarioBuilder builder;
    builder.asset("ship");
    builder.fix({.from = "2024-05-01", .to = "2024-05-03", .position = at(130, 10)});
    builder.fix({.from = "2024-05-06", .position = at(130, 12)});
    builder.fix({.from = "2024-05-08", .position = at(130, 14), .kind = FixKind::Planned});
    builder.fix({.from = "2024-05-20", .position = at(130, 15)});
    const Scenario s = builder.build();
    const auto all = tracks(s, "2024-05-01", "2024-05-31");
    REQUIRE(all.size() == 1);
    CHECK(all[0].reports.size() == 3);
    CHECK(tracks(s, "2024-05-02", "2024-05-06")[0].reports.size() == 2); // a report that only overlaps the period
    CHECK(tracks(s, "2024-06-01", "2024-06-30").empty());
}

TEST_CASE("between two reports there is a leg, or a reason why no way is claimed", "[timeline][track]") {
    ScenarioBuilder builder;
    builder.asset("ship");
    builder.fix({.from = "2024-05-01T10:00Z", .position = at(130, 10)});
    builder.fix({.from = "2024-05-01T12:00Z", .position = at(130, 10.5)});
    builder.fix({.from = "2024-05-04", .position = at(130, 12)});
    builder.fix({.from = "2024-05-06", .to = "2024-05-07", .position = at(130, 14), .radius_km = 300});
    builder.fix({.from = "2024-05-09", .position = at(130, 15)});
    builder.fix({.from = "2024-06-20", .position = at(130, 16)});
    const Scenario s = builder.build();
    const auto track = tracks(s, "2024-05-01", "2024-06-30").at(0);
    REQUIRE(track.between.size() == 5);
    CHECK(track.between[0].how == Continuity::Reported);
    CHECK(track.between[1].how == Continuity::Estimated);
    REQUIRE(track.between[1].leg);
    CHECK(track.between[1].leg->distance_m == Approx(165'900).epsilon(0.01));
    CHECK(track.between[1].leg->from == at(130, 10.5));
    CHECK(track.between[2].how == Continuity::Unknown);
    CHECK_FALSE(track.between[2].leg);
    CHECK(track.between[2].why == NoWay::Area);
    CHECK(track.between[3].why == NoWay::Area);
    CHECK(track.between[4].why == NoWay::Silence);
    CHECK(track.between[4].from == 4);
    CHECK(track.between[4].to == 5);
}

TEST_CASE("no way leads to a report within the time of another one, or of an asset that does not travel",
          "[timeline][track]") {
    ScenarioBuilder builder;
    builder.asset("ship");
    builder.fix({.from = "2024-05-01", .to = "2024-05-20", .position = at(130, 10)});
    builder.fix({.from = "2024-05-05", .position = at(131, 10)});
    builder.fix({.from = "2024-05-22", .position = at(130, 12)});
    const auto track = tracks(builder.build(), "2024-05-01", "2024-05-31").at(0);
    REQUIRE(track.reports.size() == 3);
    REQUIRE(track.between.size() == 1);
    CHECK(track.between[0].from == 0);
    CHECK(track.between[0].to == 2);

    ScenarioBuilder unit;
    unit.asset("ship", AssetType::LandUnit);
    unit.fix({.from = "2024-05-01", .position = at(127, 37)}).fix({.from = "2024-05-02", .position = at(127, 38)});
    const auto stays = tracks(unit.build(), "2024-05-01", "2024-05-31").at(0);
    REQUIRE(stays.between.size() == 1);
    CHECK(stays.between[0].why == NoWay::NotClaimed);
}

TEST_CASE("each deployment has a track of its own", "[timeline][track]") {
    ScenarioBuilder builder;
    builder.asset("ship");
    builder.away({.from = "2024-05-01", .to = "2024-05-10"}).away({.from = "2024-06-01", .to = "2024-06-10"});
    builder.fix({.from = "2024-05-02", .position = at(130, 10)}).fix({.from = "2024-06-02", .position = at(130, 10)});
    const auto all = tracks(builder.build(), "2024-05-01", "2024-06-30");
    REQUIRE(all.size() == 2);
    CHECK(all[0].between.empty());
}
