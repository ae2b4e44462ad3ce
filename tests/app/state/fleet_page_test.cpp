// The fleet's page as blocks: how ships are counted, how regions are ordered, what is numbered.
#include "app/state/fleet_page.hpp"
#include "tests/app/english.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

using namespace assets;
using timeline_test::at;
using timeline_test::FixRow;
using timeline_test::ScenarioBuilder;

namespace {

std::vector<app::Block> page_of(const Scenario& s, const std::string& when) {
    return app::fleet_page(english(), s, snapshot_at(s, timeline_test::instant(when)), nullptr);
}

std::vector<app::Table> tables_of(const std::vector<app::Block>& page) {
    std::vector<app::Table> tables;
    for (const app::Block& block : page)
        if (const auto* table = std::get_if<app::Table>(&block)) tables.push_back(*table);
    return tables;
}

std::vector<std::string> headings_of(const std::vector<app::Block>& page) {
    std::vector<std::string> headings;
    for (const app::Block& block : page)
        if (const auto* heading = std::get_if<app::Heading>(&block); heading && heading->level > 1)
            headings.push_back(heading->text);
    return headings;
}

/// How one asset is counted: "under way", "in port", "other" or "not known".
std::string counted(const FixRow& row, const std::string& when, AssetType type = AssetType::Frigate) {
    FixRow report = row;
    report.asset = "it";
    const Scenario s = ScenarioBuilder{}.asset("it", type).fix(report).build();
    const auto tables = tables_of(page_of(s, when));
    REQUIRE_FALSE(tables.empty());
    const std::string counts = fmt::format("{}", fmt::join(tables.front().rows.front(), " "));
    return counts == "1 1 0 0 0"   ? "under way"
           : counts == "1 0 1 0 0" ? "in port"
           : counts == "1 0 0 1 0" ? "other"
           : counts == "1 0 0 0 1" ? "not known"
                                   : counts;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("a ship's activity says whether it is under way or in port", "[app][report]") {
    const auto doing = [](Activity activity, AssetType type = AssetType::Frigate) {
        return counted({.from = "2024-05-01", .position = at(140, 20), .activity = activity}, "2024-05-01", type);
    };
    for (const Activity activity : {Activity::InPort, Activity::AtAnchor, Activity::Arrival, Activity::Maintenance}) {
        INFO(to_string(activity));
        CHECK(doing(activity) == "in port");
    }
    for (const Activity activity : {Activity::Underway, Activity::Patrol, Activity::Departure}) {
        INFO(to_string(activity));
        CHECK(doing(activity) == "under way");
    }
    for (const Activity activity : {Activity::None, Activity::Exercise, Activity::Other}) {
        INFO(to_string(activity));
        CHECK(doing(activity) == "other");
    }
    CHECK(doing(Activity::Patrol, AssetType::MaritimePatrolAircraft) == "other"); // ships only
}

TEST_CASE("a ship without an activity is under way on a leg and in a sea, and not known when it is lost",
          "[app][report]") {
    const Scenario leg = ScenarioBuilder{}
                             .asset("ship")
                             .fix({.from = "2024-05-01T00:00Z", .position = at(140, 20)})
                             .fix({.from = "2024-05-03T00:00Z", .position = at(145, 20)})
                             .build();
    CHECK(tables_of(page_of(leg, "2024-05-02T00:00Z")).front().rows.front() == Texts{"1", "1", "0", "0", "0"});
    const FixRow in_sea{.from = "2024-05-01",
                        .position = at(140, 20),
                        .radius_km = 900,
                        .area = AreaRef{AreaRef::Of::Sea, "philippine-sea"}};
    CHECK(counted(in_sea, "2024-05-01") == "under way");
    CHECK(counted({.from = "2024-05-01", .position = at(140, 20), .activity = Activity::InPort}, "2024-12-01") ==
          "not known");
}

TEST_CASE("regions are listed by their number of assets, and the unknown last however many they are", "[app][report]") {
    ScenarioBuilder builder;
    builder.asset("one").asset("two").asset("three").asset("lost").asset("gone").asset("away");
    const AreaRef sea{AreaRef::Of::Sea, "philippine-sea"}, other{AreaRef::Of::Sea, "yellow-sea"};
    for (const char* id : {"one", "two"})
        builder.fix({.asset = id, .from = "2024-05-01", .position = at(140, 20), .radius_km = 900, .area = sea});
    builder.fix({.asset = "three", .from = "2024-05-01", .position = at(123, 36), .radius_km = 300, .area = other});
    for (const char* id : {"lost", "gone", "away"})
        builder.fix({.asset = id, .from = "2023-05-01", .position = at(140, 20)});
    const auto headings = headings_of(page_of(builder.build(), "2024-05-01"));
    REQUIRE(headings.size() >= 3);
    CHECK(headings[0].ends_with("(2)"));
    CHECK(headings[1].ends_with("(1)"));
    CHECK(headings[2] == "Position not known (3)");
}

TEST_CASE("a ship that is lost is listed without what it did when it was last heard of", "[app][report]") {
    const Scenario s = ScenarioBuilder{}
                           .asset("ship")
                           .fix({.from = "2024-05-01", .position = at(140, 20), .activity = Activity::AtAnchor})
                           .build();
    CHECK(tables_of(page_of(s, "2024-05-01"))[1].rows.front()[2] == "at anchor");
    CHECK(tables_of(page_of(s, "2024-12-01"))[1].rows.front()[2].empty());
}

TEST_CASE("sources are numbered as the page first names them, and the list has that order", "[app][report]") {
    ScenarioBuilder builder;
    builder.source("early").source("late").source("unused").asset("a").asset("b");
    builder.fix({.asset = "a", .from = "2024-05-01", .position = at(140, 20), .sources = {1}});
    builder.fix({.asset = "b", .from = "2024-05-01", .position = at(140, 20), .sources = {0, 1}});
    const auto page = page_of(builder.build(), "2024-05-01");
    const auto rows = tables_of(page)[1].rows;
    REQUIRE(rows.size() == 2);
    CHECK(rows[0][3] == "1");
    CHECK(rows[1][3] == "2, 1");
    const auto* list = std::get_if<app::List>(&page.back());
    REQUIRE(list != nullptr);
    CHECK(list->numbered);
    REQUIRE(list->items.size() == 2);
    CHECK(list->items[0].text == "late");
    CHECK(list->items[1].text == "early");
}

TEST_CASE("a group is counted only while none of its members is deployed", "[app][report]") {
    ScenarioBuilder builder;
    builder.asset("group", AssetType::Group).asset("ship").member("group", "ship", Membership::Role::Member);
    builder.away({.asset = "group", .from = "2024-05-01"}).away({.asset = "ship", .from = "2024-06-01"});
    builder.fix({.asset = "group", .from = "2024-05-01", .to = "2024-07-01", .position = at(140, 20)});
    builder.fix({.asset = "ship", .from = "2024-06-01", .to = "2024-07-01", .position = at(150, 20)});
    const Scenario s = builder.build();
    const auto names = [&](const std::string& when) {
        Texts all;
        const auto tables = tables_of(page_of(s, when));
        for (const auto& row : tables.at(1).rows)
            all.push_back(row[0]);
        return all;
    };
    CHECK(names("2024-05-10") == Texts{"group"});
    CHECK(names("2024-06-10") == Texts{"ship"});
}

TEST_CASE("a page without deployed assets says so and has no table of countries", "[app][report]") {
    const Scenario s = ScenarioBuilder{}.asset("ship").away({.from = "2024-05-01"}).build();
    const auto page = page_of(s, "2024-04-01");
    CHECK(tables_of(page).size() == 1);
    CHECK(std::any_of(page.begin(), page.end(), [](const app::Block& block) {
        const auto* paragraph = std::get_if<app::Paragraph>(&block);
        return paragraph && paragraph->text == "No asset is deployed.";
    }));
}

TEST_CASE("what is no ship is ashore, an aircraft only at a named place", "[app][report]") {
    ScenarioBuilder builder;
    builder.asset("landed", AssetType::MaritimePatrolAircraft).asset("flying", AssetType::MaritimePatrolAircraft);
    builder.asset("unit", AssetType::LandUnit).asset("ship");
    builder.fix({.asset = "landed", .from = "2024-05-01", .position = at(127.8, 26.4), .place = "Kadena"});
    for (const char* id : {"flying", "unit", "ship"})
        builder.fix({.asset = id, .from = "2024-05-01", .position = at(127, 26)});
    const auto headings = headings_of(page_of(builder.build(), "2024-05-01")); // without an atlas there is no sea
    REQUIRE(headings.size() >= 2);
    CHECK(std::set<std::string>{headings[0], headings[1]} == std::set<std::string>{"Ashore (2)", "Elsewhere (2)"});
}

TEST_CASE("the hull number follows a name that does not hold it", "[app][report]") {
    const auto name = [](const std::string& called, const std::string& hull) {
        ScenarioBuilder builder;
        builder.asset("ship").last_asset().name = called;
        builder.last_asset().hull = hull;
        builder.fix({.from = "2024-05-01", .position = at(140, 20)});
        return tables_of(page_of(builder.build(), "2024-05-01")).at(1).rows.at(0).at(0);
    };
    CHECK(name("HMCS Ottawa", "FFH 341") == "HMCS Ottawa (FFH 341)");
    CHECK(name("HMCS Ottawa (FFH 341)", "FFH 341") == "HMCS Ottawa (FFH 341)");
    CHECK(name("HMCS Ottawa", "") == "HMCS Ottawa");
}
