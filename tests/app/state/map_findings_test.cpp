#include "app/scenario/open_scenario.hpp"
#include "app/state/map_findings.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <set>

namespace {

/// The errors of a scenario whose scenario.toml ends with this text.
std::vector<std::string> errors_with(const std::string& settings) {
    const support::Scratch folder;
    folder.write("scenario.toml", "theatrum = 1\n" + settings);
    folder.write("positions.csv", "name,from,lon,lat\nHMCS Ottawa,2024-07-31,130,30\n");
    const auto data = app::DataFolders::find();
    const auto loaded = app::open_scenario(folder.path().string(), data);
    auto result = assets::check(loaded);
    REQUIRE(loaded.scenario);
    app::add_map_findings(result, *loaded.scenario, data);
    std::vector<std::string> errors;
    for (const auto& finding : result.findings)
        if (finding.severity == assets::Severity::Error) errors.push_back(app::finding_line(finding));
    CHECK(result.errors == static_cast<int>(errors.size()));
    return errors;
}

} // namespace

TEST_CASE("what an export of the scenario's own map would refuse is an error of check", "[app][state]") {
    CHECK(errors_with("[style]\ntheme = \"article\"\n").empty());
    const auto theme = errors_with("[style]\ntheme = \"nonesuch\"\n");
    REQUIRE(theme.size() == 1);
    CHECK_THAT(theme.front(), Catch::Contains("scenario.toml: the map of this scenario cannot be made: ") &&
                                  Catch::Contains("nonesuch"));
    const auto projection = errors_with("[view]\nprojection = \"+proj=merc +nadgrids=/etc/passwd\"\n");
    REQUIRE(projection.size() == 1);
    CHECK_THAT(projection.front(), Catch::Contains("nadgrids"));
}

TEST_CASE("what the map of a lone table shows is a finding of that table or its settings", "[app][state]") {
    const support::Scratch folder;
    folder.write("july.csv", "name,from,lon,lat\nHMCS Ottawa,2024-07-31,130,36\n");
    const auto data = app::DataFolders::find();
    const auto files_of_notes = [&] {
        const auto loaded = app::open_scenario((folder / "july.csv").string(), data);
        REQUIRE(loaded.scenario);
        assets::CheckResult result{};
        app::add_map_findings(result, *loaded.scenario, data);
        std::set<std::string> files;
        for (const auto& finding : result.findings)
            files.insert(finding.file);
        return files;
    };
    CHECK(files_of_notes() == std::set<std::string>{"july.csv"});
    folder.write("july.toml", "title = \"July\"\n");
    CHECK(files_of_notes() == std::set<std::string>{"july.toml"});
}
