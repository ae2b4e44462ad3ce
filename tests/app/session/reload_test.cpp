#include "scratch.hpp"
#include "tests/support/catch.hpp"

using namespace session_test;
using Catch::Contains;

TEST_CASE("a changed file is read again, and what was set stays", "[session]") {
    const Scratch folder{"map-small"};
    auto s = session();
    open(s, folder.path());
    s.apply(app::GoToTime{utc("2024-06-11T12:00Z")});
    s.apply(app::SetTheme{"dark"});
    s.apply(app::ShowAsset{"alpha", false});
    s.apply(app::Select{"asset", "bravo"});
    s.apply(app::GoTo{geo::lonlat(128, 30), 500});
    s.apply(app::SetSpeed{3});
    const auto view = s.view();
    const auto base = s.base_version();
    const auto old = s.scenario();

    folder.write("positions.csv", folder.read("positions.csv") + "alpha,2024-06-20,,,,Sasebo,,5,in_port,s1\n");
    s.apply(app::ReloadScenario{});
    CHECK(s.message().empty());
    CHECK(s.scenario()->fixes.size() == old->fixes.size() + 1);
    CHECK(s.time().at() == utc("2024-06-11T12:00Z"));
    CHECK(s.time().days_per_second() == 3);
    CHECK(s.theme() == "dark");
    CHECK_FALSE(s.asset_shown("alpha"));
    CHECK(s.selection().id == "bravo");
    CHECK(s.view() == view);
    CHECK(s.base_version() > base);
}

TEST_CASE("a broken save keeps the last good map and names the line", "[session]") {
    const Scratch folder{"map-small"};
    auto s = session();
    open(s, folder.path());
    const auto good = s.scenario();
    const auto text = folder.read("positions.csv");
    folder.write("positions.csv", text + "alpha,2024-06-20,,not-a-number,30,,,5,in_port,s1\n");
    s.apply(app::ReloadScenario{});
    CHECK(s.broken());
    CHECK_THAT(s.message(), Contains("positions.csv:11: lon: ") && Contains("last version without errors"));
    CHECK_THAT(s.complaint(), Contains("positions.csv:11"));
    CHECK(s.scenario() == good);
    CHECK(s.report().errors == 1);
    CHECK_FALSE(s.snapshot().states.empty());
    CHECK_FALSE(s.can_add_report());

    folder.write("positions.csv", text);
    s.apply(app::ReloadScenario{});
    CHECK_FALSE(s.broken());
    CHECK(s.complaint().empty());
    CHECK(s.report().errors == 0);
}

TEST_CASE("a scenario that vanishes keeps its last map", "[session]") {
    auto s = session();
    {
        const Scratch folder{"map-small"};
        open(s, folder.path());
    }
    s.apply(app::ReloadScenario{});
    CHECK(s.broken());
    CHECK(s.scenario() != nullptr);
    CHECK_FALSE(s.message().empty());
}

TEST_CASE("a scenario that begins broken opens once it is repaired", "[session]") {
    const Scratch folder{"map-small"};
    const auto text = folder.read("positions.csv");
    folder.write("positions.csv", text + "alpha,2024-13-01,,,,Sasebo,,5,,\n");
    auto s = session();
    s.apply(app::OpenScenario{folder.path().string()});
    CHECK(s.scenario() == nullptr);
    CHECK(s.broken());
    CHECK(s.report().errors > 0);
    const auto watched = s.watched_files();
    CHECK(std::find(watched.begin(), watched.end(), folder / "positions.csv") != watched.end());
    folder.write("positions.csv", text);
    s.apply(app::ReloadScenario{});
    CHECK(s.message().empty());
    CHECK(s.scenario() != nullptr);
    CHECK_FALSE(s.broken());
}

TEST_CASE("what the author changes in scenario.toml is followed", "[session]") {
    const Scratch folder{"map-small"};
    auto s = session();
    open(s, folder.path());
    s.apply(app::SetTheme{"dark"});
    s.apply(app::Select{"asset", "far"});
    auto toml = folder.read("scenario.toml");
    toml.replace(toml.find("width_km = 3000"), 15, "width_km = 1234");
    toml.replace(toml.find("2024-06-30"), 10, "2024-06-20");
    folder.write("scenario.toml", toml);
    s.apply(app::ReloadScenario{});
    CHECK(s.view().width_km == 1234);
    CHECK(s.theme() == "dark");
    CHECK(s.time().at() == s.time().end());
    CHECK(s.time().end() < utc("2024-06-21"));

    std::string rows = folder.read("assets.csv");
    const auto at = rows.find("\nfar,");
    REQUIRE(at != std::string::npos);
    rows.erase(at, rows.find('\n', at + 1) - at);
    folder.write("assets.csv", rows);
    rows = folder.read("positions.csv");
    rows.erase(rows.find("far,2024"), std::string::npos);
    folder.write("positions.csv", rows);
    s.apply(app::ReloadScenario{});
    CHECK(s.message().empty());
    CHECK(s.selection() == app::Selection{});
}

TEST_CASE("reading can be done by a worker and handed over", "[session]") {
    const Scratch folder{"map-small"};
    auto s = session();
    s.adopt(app::read_for_session(folder.path().string(), s.data(), s.atlas()));
    CHECK(s.message().empty());
    REQUIRE(s.scenario() != nullptr);
    CHECK(s.atlas() != nullptr);
    s.apply(app::GoToTime{utc("2024-06-05")});
    s.adopt(app::read_for_session(folder.path().string(), s.data(), s.atlas()));
    CHECK(s.time().at() == utc("2024-06-05")); // a reload
    s.adopt_new(app::read_for_session("/no/such", s.data(), s.atlas()));
    CHECK_THAT(s.message(), Contains("/no/such"));
    CHECK(s.scenario_name() == folder.path().string());
    // A reading that was under way when another scenario was opened does not bring the old one back.
    auto late = app::read_for_session(folder.path().string(), s.data(), s.atlas());
    s.adopt_new(app::read_for_session("builtin:canada-2024", s.data(), s.atlas()));
    s.adopt(std::move(late));
    CHECK(s.scenario_name() == "builtin:canada-2024");
    CHECK(s.scenario()->title == "Canada in the Indo-Pacific, 2024");
}
