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

/// One ship with two reports: the first published in June, the second in July.
assets::Scenario two_reports() {
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

TEST_CASE("what was published later was not known", "[app]") {
    const auto scenario = two_reports();
    CHECK(app::known_by(scenario, end_of("2024-05-31"))->fixes.empty());
    CHECK(app::known_by(scenario, end_of("2024-06-30"))->fixes.size() == 1);
    CHECK(app::known_by(scenario, end_of("2024-07-14"))->fixes.size() == 1);
    const auto july = app::known_by(scenario, end_of("2024-07-15"));
    CHECK(july->fixes.size() == 2);
    CHECK(july->first_fix == std::vector<std::size_t>{0, 2});
}

TEST_CASE("a source without a publication date proves nothing about when it was known", "[app]") {
    auto scenario = two_reports();
    scenario.fixes[0].edit().sources = {2};
    CHECK(app::known_by(scenario, end_of("2030-01-01"))->fixes.size() == 1);
}

TEST_CASE("an open end that a later report had closed is open again when that was not known", "[app]") {
    auto scenario = two_reports();
    scenario.fixes[0].edit().open_end = true;
    const auto june = app::known_by(scenario, end_of("2024-06-30"));
    REQUIRE(june->fixes.size() == 1);
    CHECK(june->fixes[0].to == day("2024-12-31"));
    CHECK(app::known_by(scenario, end_of("2024-08-01"))->fixes[0].to == day("2024-07-01") - assets::tick);
}

TEST_CASE("an open end stops at the end of its deployment, also when the next report comes later", "[app]") {
    auto scenario = two_reports();
    scenario.fixes[0].edit().open_end = true;
    assets::Deployment deployment{};
    deployment.asset = 0;
    deployment.from = day("2024-05-01");
    deployment.to = day("2024-06-20");
    scenario.deployments = {deployment};
    CHECK(app::known_by(scenario, end_of("2024-08-01"))->fixes[0].to == day("2024-06-20"));
    CHECK(app::known_by(scenario, end_of("2024-06-30"))->fixes.at(0).to == day("2024-06-20"));
    // The deployment of another time, or of another asset, is not its own.
    scenario.deployments[0].to = day("2024-05-31");
    CHECK(app::known_by(scenario, end_of("2024-08-01"))->fixes[0].to == day("2024-07-01") - assets::tick);
    scenario.deployments[0].from = day("2024-06-02");
    scenario.deployments[0].to = day("2024-06-20");
    CHECK(app::known_by(scenario, end_of("2024-08-01"))->fixes[0].to == day("2024-07-01") - assets::tick);
    // Without the later report it is the deployment's end, and without a deployment that ends the scenario's.
    scenario.deployments[0].from = day("2024-06-01");
    scenario.deployments[0].to.reset();
    CHECK(app::known_by(scenario, end_of("2024-06-30"))->fixes.at(0).to == day("2024-12-31"));
}

TEST_CASE("an open end runs to the next known report of another time", "[app]") {
    auto scenario = two_reports();
    scenario.fixes.insert(scenario.fixes.begin() + 1, fix("2024-06-01", "2024-06-03", 0)); // begins with it
    scenario.first_fix = {0, 3};
    scenario.fixes[0].edit().open_end = true;
    CHECK(app::known_by(scenario, end_of("2024-08-01"))->fixes[0].to == day("2024-07-01") - assets::tick);
}
