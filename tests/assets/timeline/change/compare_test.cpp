// What became of each asset between two instants.
#include "assets/timeline/change/compare.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"

using namespace assets;
using namespace timeline_test;

namespace {

/// The changes from one date to another, as "id: kind".
std::vector<std::string> changes(const Scenario& s, const std::string& from, const std::string& to) {
    const auto before = snapshot_at(s, instant(from)), after = snapshot_at(s, instant(to));
    std::vector<std::string> lines;
    for (const auto& change : changes_between(s, before, after))
        lines.push_back(s.assets[change.asset].id + ": " + std::string{to_string(change.kind)});
    return lines;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("an asset has moved when its positions are farther apart than their radii", "[timeline][compare]") {
    const auto scenario = [](double radius_km) {
        return ScenarioBuilder{}
            .asset("ship")
            .fix({.from = "2024-05-01", .position = at(140, 0), .radius_km = radius_km})
            .fix({.from = "2024-05-03", .position = at(140, 0.5), .radius_km = radius_km})
            .build();
    };
    const Scenario near = scenario(5); // 55 km apart
    const auto before = snapshot_at(near, instant("2024-05-01")), after = snapshot_at(near, instant("2024-05-03"));
    const auto found = changes_between(near, before, after);
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == ChangeKind::Moved);
    CHECK(found[0].distance_m == Approx(55'287).epsilon(0.001));
    CHECK(found[0].rough_m == Approx(10'000));
    CHECK(changes(scenario(30), "2024-05-01", "2024-05-03") == Lines{"ship: same"});
}

TEST_CASE("silence is no news, and a report of the same place is not", "[timeline][compare]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("silent")
                           .asset("again")
                           .asset("long")
                           .fix({.asset = "silent", .from = "2024-05-01", .position = at(140, 0)})
                           .fix({.asset = "again", .from = "2024-05-01", .position = at(140, 0)})
                           .fix({.asset = "again", .from = "2024-05-04", .position = at(140, 0)})
                           .fix({.asset = "long", .from = "2024-05-01", .to = "2024-05-20", .position = at(140, 0)})
                           .build();
    // Held at first; at the end of June nobody knows where they are.
    CHECK(changes(s, "2024-05-01", "2024-05-05") == Lines{"silent: no_news", "again: same", "long: same"});
    CHECK(changes(s, "2024-05-02", "2024-06-30") == Lines{"silent: no_news", "again: no_news", "long: no_news"});
}

TEST_CASE("deployments begin and end; who is away on neither day is not listed", "[timeline][compare]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("comes")
                           .asset("goes")
                           .asset("never")
                           .asset("between")
                           .away({.asset = "comes", .from = "2024-05-10"})
                           .away({.asset = "goes", .from = "2024-05-01", .to = "2024-05-10"})
                           .away({.asset = "never", .from = "2024-07-01"})
                           .away({.asset = "between", .from = "2024-05-05", .to = "2024-05-08"})
                           .fix({.asset = "comes", .from = "2024-05-12", .position = at(140, 0)})
                           .fix({.asset = "goes", .from = "2024-05-02", .position = at(140, 0)})
                           .fix({.asset = "never", .from = "2024-07-02", .position = at(140, 0)})
                           .fix({.asset = "between", .from = "2024-05-06", .position = at(140, 0)})
                           .build();
    CHECK(changes(s, "2024-05-03", "2024-05-15") == Lines{"comes: arrived", "goes: left"});
}

TEST_CASE("a ship that sailed is news, and so is one that is heard of again", "[timeline][compare]") {
    const Scenario s =
        ScenarioBuilder{}
            .asset("sailed")
            .asset("back")
            .fix({.asset = "sailed", .from = "2024-05-01", .to = "2024-05-03", .position = at(140, 0)})
            .fix({.asset = "sailed", .from = "2024-05-04", .position = at(140, 0), .activity = Activity::Departure})
            .fix({.asset = "back", .from = "2024-03-01", .position = at(150, 0)})
            .fix({.asset = "back", .from = "2024-05-09", .position = at(150, 0)})
            .build();
    const auto before = snapshot_at(s, instant("2024-05-02")), after = snapshot_at(s, instant("2024-05-10"));
    REQUIRE(before.states[1].how == How::Lost);
    REQUIRE(after.states[0].how == How::Lost);
    const auto found = changes_between(s, before, after);
    REQUIRE(found.size() == 2);
    CHECK(found[0].kind == ChangeKind::Moved);
    CHECK_FALSE(found[0].distance_m);
    CHECK(found[1].kind == ChangeKind::Moved);
}

TEST_CASE("a position that is days old has not moved by the way that the ship could have gone", "[timeline][compare]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .fix({.from = "2024-05-01", .position = at(140, 0)})
                           .fix({.from = "2024-05-20", .position = at(142, 0)})
                           .build();
    const auto before = snapshot_at(s, instant("2024-05-08")); // 30 knots for six days are 8,000 km
    REQUIRE(before.states[0].radius_km.value_or(0) > 1000);
    CHECK(changes(s, "2024-05-08", "2024-05-20") == Lines{"ship: moved"});
}

TEST_CASE("a ship between two reports has moved along its leg", "[timeline][compare]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .fix({.from = "2024-05-01T00:00Z", .position = at(140, 0)})
                           .fix({.from = "2024-05-05T00:00Z", .position = at(150, 0)})
                           .build();
    CHECK(changes(s, "2024-05-02T00:00Z", "2024-05-04T00:00Z") == Lines{"ship: moved"});
}

TEST_CASE("an embarked asset moves with its carrier", "[timeline][compare]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .asset("helo", AssetType::Helicopter)
                           .member("ship", "helo", Membership::Role::Embarked)
                           .fix({.from = "2024-05-01", .position = at(140, 0)})
                           .fix({.from = "2024-05-06", .position = at(150, 0)})
                           .build();
    CHECK(changes(s, "2024-05-01", "2024-05-06") == Lines{"ship: moved", "helo: moved"});
}

TEST_CASE("a position inside an area that the asset was reported in is no move, also beyond the antimeridian",
          "[timeline][compare]") {
    const auto kind = [](double west, double east, double lon) {
        Scenario s = ScenarioBuilder{}
                         .asset("ship")
                         .zone("box")
                         .fix({.from = "2024-05-01",
                               .position = at(179.5, 0),
                               .radius_km = 500,
                               .area = AreaRef{AreaRef::Of::Zone, "box"}})
                         .fix({.from = "2024-05-03", .position = at(lon, 0)})
                         .build();
        s.zones[0].shape = AreaShape{{{{{{west, -5}, {east, -5}, {east, 5}, {west, 5}, {west, -5}}}}}};
        const Lines there = changes(s, "2024-05-01", "2024-05-03");
        std::swap(s.fixes[0].from, s.fixes[1].from);
        std::swap(s.fixes[0].to, s.fixes[1].to);
        std::swap(s.fixes[0], s.fixes[1]);
        CHECK(changes(s, "2024-05-01", "2024-05-03") == there); // from the point to the area likewise
        return there;
    };
    CHECK(kind(170, 190, 175) == Lines{"ship: same"});
    CHECK(kind(170, 190, -175) == Lines{"ship: same"});
    CHECK(kind(-190, -170, 175) == Lines{"ship: same"});
    CHECK(kind(170, 190, -165) == Lines{"ship: moved"});
    CHECK(kind(170, 190, 165) == Lines{"ship: moved"});
}

TEST_CASE("a report from another area is a move, one from the same area is not", "[timeline][compare]") {
    const auto kind = [](const std::string& later) {
        const auto in_sea = [](const std::string& from, const std::string& sea) {
            return FixRow{
                .from = from, .position = at(130, 20), .radius_km = 900, .area = AreaRef{AreaRef::Of::Sea, sea}};
        };
        return changes(ScenarioBuilder{}
                           .asset("ship")
                           .fix(in_sea("2024-05-01", "philippine-sea"))
                           .fix(in_sea("2024-05-05", later))
                           .build(),
                       "2024-05-01", "2024-05-05");
    };
    CHECK(kind("philippine-sea") == Lines{"ship: same"});
    CHECK(kind("south-china-sea") == Lines{"ship: moved"});
}

TEST_CASE("news of a carrier is news of who is aboard", "[timeline][compare]") {
    const auto with_later_report = [](bool later) {
        ScenarioBuilder builder;
        builder.asset("ship").asset("helo", AssetType::Helicopter);
        builder.member("ship", "helo", Membership::Role::Embarked);
        builder.fix({.from = "2024-05-01", .position = at(140, 0)});
        if (later) builder.fix({.from = "2024-05-04", .position = at(140, 0)});
        return changes(builder.build(), "2024-05-01", "2024-05-05");
    };
    CHECK(with_later_report(true) == Lines{"ship: same", "helo: same"});
    CHECK(with_later_report(false) == Lines{"ship: no_news", "helo: no_news"});
}

TEST_CASE("news counts after the first instant and up to the second", "[timeline][compare]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .fix({.from = "2024-05-01T00:00Z", .position = at(140, 0)})
                           .fix({.from = "2024-05-03T00:00Z", .position = at(140, 0)})
                           .build();
    CHECK(changes(s, "2024-05-01T00:00Z", "2024-05-02T00:00Z").size() == 1);
    CHECK(changes(s, "2024-05-03T00:00Z", "2024-05-04T00:00Z") == Lines{"ship: no_news"});
    CHECK(changes(s, "2024-05-02T23:00Z", "2024-05-03T00:00Z") == Lines{"ship: same"});
}

TEST_CASE("less than a kilometre is no move, however exact the positions are", "[timeline][compare]") {
    const auto kind = [](double metres) {
        return changes(ScenarioBuilder{}
                           .asset("ship")
                           .fix({.from = "2024-05-01", .position = at(140, 0), .radius_km = 0.01})
                           .fix({.from = "2024-05-03", .position = at(140 + metres / 111'320, 0), .radius_km = 0.01})
                           .build(),
                       "2024-05-01", "2024-05-03");
    };
    CHECK(kind(900) == Lines{"ship: same"});
    CHECK(kind(1100) == Lines{"ship: moved"});
}
