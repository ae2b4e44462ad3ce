#include "app/scenario/known_by.hpp"
#include "tests/support/catch.hpp"

namespace {

assets::Instant day(std::string_view text) {
    return assets::parse_time_text(text, 0)->first;
}

assets::Instant end_of(std::string_view text) {
    return assets::parse_time_text(text, 0)->last;
}

assets::Fix fix(std::string_view from, std::string_view to, assets::SourceIndex source) {
    assets::Fix made{};
    made.asset = 0;
    made.from = day(from);
    made.to = day(to);
    made.edit().sources = {source};
    return made;
}

/// One ship with two fixes: the first was published in June, the second in July.
assets::Scenario two_fixes() {
    assets::Scenario scenario;
    scenario.assets.resize(1);
    scenario.sources.resize(3);
    scenario.sources[0].published = "2024-06";
    scenario.sources[1].published = "2024-07-15";
    scenario.fixes = {fix("2024-06-01", "2024-06-30", 0), fix("2024-07-01", "2024-07-05", 1)};
    scenario.first_fix = {0, 2};
    scenario.end = day("2024-12-31");
    return scenario;
}

} // namespace

TEST_CASE("fixes that were published later are left out", "[app]") {
    const auto scenario = two_fixes();
    CHECK(app::known_by(scenario, end_of("2024-05-31"))->fixes.empty());
    CHECK(app::known_by(scenario, end_of("2024-06-30"))->fixes.size() == 1);
    CHECK(app::known_by(scenario, end_of("2024-07-14"))->fixes.size() == 1);
    const auto july = app::known_by(scenario, end_of("2024-07-15"));
    CHECK(july->fixes.size() == 2);
    CHECK(july->first_fix == std::vector<std::size_t>{0, 2});
}

TEST_CASE("a source without a publication date counts as not published", "[app]") {
    auto scenario = two_fixes();
    scenario.fixes[0].edit().sources = {2};
    CHECK(app::known_by(scenario, end_of("2030-01-01"))->fixes.size() == 1);
}

TEST_CASE("an open end closed by a later fix is open again when that fix is not known", "[app]") {
    auto scenario = two_fixes();
    scenario.fixes[0].edit().open_end = true;
    assets::close_open_ends(scenario); // as a reader does
    REQUIRE(scenario.fixes[0].to == day("2024-07-01") - assets::tick);
    const auto june = app::known_by(scenario, end_of("2024-06-30"));
    REQUIRE(june->fixes.size() == 1);
    CHECK(june->fixes[0].to == assets::far_future);
    CHECK(app::known_by(scenario, end_of("2024-08-01"))->fixes[0].to == day("2024-07-01") - assets::tick);
}

TEST_CASE("an open end stops at the end of its deployment if the next fix is later", "[app]") {
    auto scenario = two_fixes();
    scenario.fixes[0].edit().open_end = true;
    assets::Deployment deployment{};
    deployment.asset = 0;
    deployment.from = day("2024-05-01");
    deployment.to = day("2024-06-20");
    scenario.deployments = {deployment};
    assets::index_by_asset(scenario);
    CHECK(app::known_by(scenario, end_of("2024-08-01"))->fixes[0].to == day("2024-06-20"));
    CHECK(app::known_by(scenario, end_of("2024-06-30"))->fixes.at(0).to == day("2024-06-20"));
    // A deployment that ends before the fix or begins after it does not count.
    scenario.deployments[0].to = day("2024-05-31");
    CHECK(app::known_by(scenario, end_of("2024-08-01"))->fixes[0].to == day("2024-07-01") - assets::tick);
    scenario.deployments[0].from = day("2024-06-02");
    scenario.deployments[0].to = day("2024-06-20");
    CHECK(app::known_by(scenario, end_of("2024-08-01"))->fixes[0].to == day("2024-07-01") - assets::tick);
    // Without the later fix, and with a deployment that has no end, the fix does not end.
    scenario.deployments[0].from = day("2024-06-01");
    scenario.deployments[0].to.reset();
    CHECK(app::known_by(scenario, end_of("2024-06-30"))->fixes.at(0).to == assets::far_future);
    // Of two deployments that contain the fix, the earlier end counts.
    scenario.deployments[0].to = day("2024-06-20");
    scenario.deployments.push_back(scenario.deployments[0]);
    scenario.deployments[1].to = day("2024-06-25");
    assets::index_by_asset(scenario);
    CHECK(app::known_by(scenario, end_of("2024-06-30"))->fixes.at(0).to == day("2024-06-20"));
}

TEST_CASE("an asset is as current on a day as if the reports that were published later were not in the files",
          "[app]") {
    auto scenario = two_fixes();
    scenario.end.reset();
    scenario.fixes[0].edit().open_end = true;
    auto without_later = scenario;
    without_later.fixes.pop_back();
    for (assets::Scenario* s : {&scenario, &without_later}) {
        assets::index_by_asset(*s);
        assets::close_open_ends(*s);
    }
    const auto june = app::known_by(scenario, end_of("2024-06-30"));
    REQUIRE(june->fixes.size() == 1);
    CHECK(june->fixes[0].to == without_later.fixes[0].to);
}

TEST_CASE("an open end runs to the next known fix that begins later", "[app]") {
    auto scenario = two_fixes();
    scenario.fixes.insert(scenario.fixes.begin() + 1, fix("2024-06-01", "2024-06-03", 0)); // begins at the same time
    scenario.first_fix = {0, 3};
    scenario.fixes[0].edit().open_end = true;
    CHECK(app::known_by(scenario, end_of("2024-08-01"))->fixes[0].to == day("2024-07-01") - assets::tick);
}
