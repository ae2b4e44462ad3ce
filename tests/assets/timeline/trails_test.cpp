#include "assets/timeline/past/coverage.hpp"
#include "assets/timeline/past/trails.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"

using namespace assets;
using namespace timeline_test;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

/// A ship with a fix every ten minutes from noon on, each 0.02 degrees east of the last.
ScenarioBuilder fixes_from_noon(int count) {
    ScenarioBuilder builder;
    builder.asset("ship", AssetType::Merchant);
    builder.last_asset().max_gap = minutes{30};
    for (int i = 0; i < count; ++i)
        builder.fix({.from = "2024-05-01T12:" + std::to_string(i) + "0Z", .position = at(130 + 0.02 * i, 30)});
    return builder;
}

std::vector<double> longitudes(const std::vector<TrailPoint>& line) {
    std::vector<double> lons;
    for (const TrailPoint& p : line)
        lons.push_back(p.at.lon());
    return lons;
}

Scenario with_source_kind(ScenarioBuilder& builder, const std::string& kind) {
    Scenario s = builder.build();
    for (Source& source : s.sources)
        source.kind = kind;
    return s;
}

} // namespace

TEST_CASE("a trail leads through the fixes of the chosen time to where the asset is now", "[timeline][trails]") {
    const Scenario s = fixes_from_noon(5).build();
    const auto trails = trails_at(s, instant("2024-05-01T12:25Z"), minutes{20});
    REQUIRE(trails.size() == 1);
    CHECK(trails[0].asset == 0);
    CHECK(trails[0].length == minutes{20});
    REQUIRE(trails[0].lines.size() == 1);
    const auto lons = longitudes(trails[0].lines[0]);
    REQUIRE(lons.size() == 3); // 12:10, 12:20, and halfway to 12:30
    CHECK(lons[0] == Approx(130.02));
    CHECK(lons[1] == Approx(130.04));
    CHECK(lons[2] == Approx(130.05).margin(0.001));
    CHECK(trails[0].lines[0][0].time == instant("2024-05-01T12:10Z"));
    CHECK(trails[0].lines[0][1].time == instant("2024-05-01T12:20Z"));
    CHECK(trails[0].lines[0][2].time == instant("2024-05-01T12:25Z"));
}

TEST_CASE("a trail does not go beyond the instant shown", "[timeline][trails]") {
    const Scenario s = fixes_from_noon(5).build();
    for (const Trail& trail : trails_at(s, instant("2024-05-01T12:20Z"), hours{24}))
        CHECK(trail.lines.back().back().at.lon() <= 130.04 + 1e-9);
}

TEST_CASE("a silence longer than max_gap breaks a trail", "[timeline][trails]") {
    ScenarioBuilder builder = fixes_from_noon(3);
    for (const char* late : {"2024-05-01T13:30Z", "2024-05-01T13:40Z"})
        builder.fix({.from = late, .position = at(late[14] == '3' ? 131 : 131.02, 30)});
    const auto trails = trails_at(builder.build(), instant("2024-05-01T13:40Z"), hours{2});
    REQUIRE(trails.size() == 1);
    REQUIRE(trails[0].lines.size() == 2);
    CHECK(trails[0].lines[0].size() == 3);
    CHECK(trails[0].lines[1].size() == 2);
}

TEST_CASE("time never goes back along a trail, even where a short fix lies within a long one", "[timeline][trails]") {
    ScenarioBuilder builder = fixes_from_noon(0);
    builder.fix({.from = "2024-05-01T12:00Z", .to = "2024-05-01T12:20Z", .position = at(130, 30)});
    builder.fix({.from = "2024-05-01T12:05Z", .to = "2024-05-01T12:06Z", .position = at(130.02, 30)});
    builder.fix({.from = "2024-05-01T12:30Z", .position = at(130.04, 30)});
    const auto trails = trails_at(builder.build(), instant("2024-05-01T12:30Z"), hours{1});
    REQUIRE(trails.size() == 1);
    REQUIRE(trails[0].lines.size() == 1);
    const auto& line = trails[0].lines[0];
    REQUIRE(line.size() == 3);
    for (std::size_t i = 1; i < line.size(); ++i)
        CHECK(line[i - 1].time <= line[i].time);
}

TEST_CASE("a wide fix breaks a trail", "[timeline][trails]") {
    ScenarioBuilder builder = fixes_from_noon(2);
    builder.fix({.from = "2024-05-01T12:20Z", .position = at(133, 33), .radius_km = 400});
    builder.fix({.from = "2024-05-01T12:30Z", .position = at(130.06, 30)});
    builder.fix({.from = "2024-05-01T12:40Z", .position = at(130.08, 30)});
    const auto trails = trails_at(builder.build(), instant("2024-05-01T12:40Z"), hours{1});
    REQUIRE(trails.size() == 1);
    REQUIRE(trails[0].lines.size() == 2);
    for (const auto& line : trails[0].lines)
        for (const TrailPoint& p : line)
            CHECK(p.at.lat() == Approx(30));
}

TEST_CASE("an asset that stayed in place, is lost or was not chosen has no trail", "[timeline][trails]") {
    ScenarioBuilder builder;
    builder.asset("anchored", AssetType::Merchant)
        .asset("lost", AssetType::Merchant)
        .asset("ship", AssetType::Merchant);
    for (const char* id : {"anchored", "lost", "ship"})
        for (int i = 0; i < 3; ++i)
            builder.fix({.asset = id,
                         .from = "2024-05-01T12:" + std::to_string(i) + "0Z",
                         .position = at(*id == 'a' ? 120 : 130 + 0.02 * i, 30)});
    Scenario s = builder.build();
    s.assets[1].lost_after = minutes{1};
    const auto t = instant("2024-05-01T12:25Z");
    const auto all = trails_at(s, t, hours{1});
    REQUIRE(all.size() == 1);
    CHECK(all[0].asset == 2);
    CHECK(trails_at(s, t, hours{1}, {"ship", "nobody"}).size() == 1);
    CHECK(trails_at(s, t, hours{1}, {"anchored"}).empty());
    CHECK(trails_at(s, t, hours{1}, {}).empty());
}

TEST_CASE("a planned fix is not part of a trail", "[timeline][trails]") {
    ScenarioBuilder builder = fixes_from_noon(2);
    builder.fix({.from = "2024-05-01T12:05Z", .position = at(140, 40), .kind = FixKind::Planned});
    for (const Trail& trail : trails_at(builder.build(), instant("2024-05-01T12:10Z"), hours{1}))
        for (const auto& line : trail.lines)
            for (const TrailPoint& p : line)
                CHECK(p.at.lat() < 35);
}

TEST_CASE("the cells of feed fixes from the last 24 hours are covered, older ones are not", "[timeline][coverage]") {
    ScenarioBuilder builder;
    builder.asset("ship", AssetType::Merchant).source("feed");
    builder.fix({.from = "2024-05-01T12:00Z", .position = at(130.5, 30.5), .sources = {0}});
    builder.fix({.from = "2024-05-02T06:00Z", .position = at(-0.5, -0.5), .sources = {0}});
    builder.fix({.from = "2024-05-02T18:00Z", .position = at(10.5, 10.5), .sources = {0}});
    builder.fix({.from = "2024-05-02T09:00Z", .position = at(50.5, 50.5), .radius_km = 300, .sources = {0}});
    for (const char* kind : {"ais", "cot", "sbs"}) {
        const Coverage covered = coverage_of(with_source_kind(builder, kind), instant("2024-05-02T13:00Z"));
        CHECK(covered.covers(at(-0.1, -0.9)));
        CHECK_FALSE(covered.covers(at(0.1, -0.9)));
        CHECK_FALSE(covered.covers(at(130.5, 30.5)));
        CHECK_FALSE(covered.covers(at(10.5, 10.5))); // after the instant
        CHECK_FALSE(covered.covers(at(50.5, 50.5))); // a stand-in
    }
    CHECK_FALSE(coverage_of(with_source_kind(builder, "press"), instant("2024-05-02T13:00Z")).any());
}

TEST_CASE("a trail begins with the report that was in force when its time began", "[timeline][trails]") {
    ScenarioBuilder builder = fixes_from_noon(0);
    builder.fix({.from = "2024-05-01T10:00Z", .to = "2024-05-01T12:10Z", .position = at(130, 30)});
    builder.fix({.from = "2024-05-01T12:20Z", .position = at(130.02, 30)});
    builder.fix({.from = "2024-05-01T12:30Z", .position = at(130.04, 30)});
    const auto lons = [&](minutes length) {
        const auto trails = trails_at(builder.build(), instant("2024-05-01T12:30Z"), length);
        REQUIRE(trails.size() == 1);
        REQUIRE(trails[0].lines.size() == 1);
        return longitudes(trails[0].lines[0]);
    };
    CHECK(lons(minutes{30}) == std::vector{130.0, 130.02, 130.04}); // it was there until 12:10
    CHECK(lons(minutes{20}) == std::vector{130.0, 130.02, 130.04});
    CHECK(lons(minutes{19}) == std::vector{130.02, 130.04});
}
