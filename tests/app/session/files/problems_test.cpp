// The list of problems: what is listed, counted and watched.
#include "app/session/document/problems.hpp"
#include "tests/app/session/scratch.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace session_test;
using Catch::Contains;

namespace {

assets::Finding finding(assets::Severity severity, const std::string& code, int line, bool accepted = false) {
    return {severity, code, "positions.csv", line, "from", "message", "", "", accepted};
}

assets::CheckResult some_findings() {
    using assets::Severity;
    assets::CheckResult result;
    result.findings = {finding(Severity::Warning, "no_source", 2), finding(Severity::Warning, "no_source", 3),
                       finding(Severity::Error, "bad_time", 4), finding(Severity::Note, "radius_assumed", 5),
                       finding(Severity::Warning, "too_fast", 6, true)};
    return result;
}

const std::string bad_row = "alpha,2024-13-01,,,,Sasebo,,5,,\n";

} // namespace

TEST_CASE("problems are filtered by severity and by kind, and each kind is counted", "[session][problems]") {
    const auto result = some_findings();
    app::ProblemFilter filter;
    auto kinds = app::problem_kinds(result, filter);
    REQUIRE(kinds.size() == 2);
    CHECK(kinds[0].code == "no_source");
    CHECK(kinds[0].count == 2);
    CHECK(kinds[0].meaning == "a report, event or zone has no source");
    CHECK(kinds[1].code == "bad_time");
    CHECK(kinds[1].count == 1);
    CHECK(app::shown_problems(result, filter) == std::vector<std::size_t>{0, 1, 2});
    filter.code = "no_source";
    CHECK(app::shown_problems(result, filter) == std::vector<std::size_t>{0, 1});
    CHECK(app::problem_kinds(result, filter).size() == 2);
    filter = {.errors = false, .warnings = false, .notes = true, .accepted = true, .code = {}};
    CHECK(app::shown_problems(result, filter) == std::vector<std::size_t>{3, 4});
    CHECK(app::file_and_line(result.findings[0]) == "positions.csv:2");
    CHECK(app::file_and_line(finding(assets::Severity::Warning, "no_data_to", 0)) == "positions.csv");
}

TEST_CASE("opening files with errors shows all of them and no map, whether or not a scenario was open",
          "[session][problems]") {
    const Scratch good{"map-small"}, bad{"map-small"};
    const auto text = bad.read("positions.csv");
    bad.write("positions.csv", text + bad_row + bad_row + "nobody,2024-06-01,,,,Sasebo,,5,,\n");
    for (const bool open_before : {false, true}) {
        auto s = session();
        if (open_before) {
            open(s, good.path());
            s.apply(app::Select{"asset", "alpha"});
        }
        const auto version = s.overlay_version();
        const auto outcome = apply_and_wait(s, app::OpenScenario{bad.path().string()});
        CHECK(outcome.is_refused());
        CHECK_THAT(outcome.sentence, Contains("positions.csv:11") && Contains("and 1 more row, in line 12") &&
                                         Contains("and 1 more error"));
        CHECK(s.scenario() == nullptr);
        CHECK(s.document().broken());
        CHECK(s.document().name() == bad.path().string());
        CHECK(s.document().folder() == bad.path());
        CHECK(s.document().check_result().errors == 2);
        CHECK(s.snapshot().states.empty());
        CHECK(s.view().selection() == app::Selection{});
        CHECK(s.overlay_version() > version);
        CHECK(s.apply(app::FitAll{}).is_refused());
        CHECK(s.apply(app::StepEvent{1}).is_done());
        CHECK_FALSE(s.advance(std::chrono::duration<double>{1}));
    }
    auto s = session();
    apply_and_wait(s, app::OpenScenario{bad.path().string()});
    bad.write("positions.csv", text);
    done(apply_and_wait(s, app::ReloadScenario{}));
    CHECK(s.scenario() != nullptr);
    CHECK(s.view().state().width_km == 3000);
}

TEST_CASE("a path that cannot be read at all keeps the open scenario", "[session][problems]") {
    const Scratch good{"map-small"};
    auto s = session();
    open(s, good.path());
    CHECK_THAT(apply_and_wait(s, app::OpenScenario{"/no/such"}).sentence, Contains("/no/such"));
    CHECK(s.scenario() != nullptr);
    CHECK_FALSE(s.document().broken());
}

TEST_CASE("the files that findings name are watched, so that repaired files are read", "[session][problems]") {
    const Scratch folder{"map-small"};
    folder.write("scenario.toml", folder.read("scenario.toml") + "[read]\npositions = [\"fixes.csv\"]\n");
    folder.write("fixes.csv", folder.read("positions.csv") + bad_row);
    auto s = session();
    apply_and_wait(s, app::OpenScenario{folder.path().string()});
    REQUIRE(s.document().broken());
    const auto watched = s.document().watched_files();
    CHECK(std::find(watched.begin(), watched.end(), folder / "fixes.csv") != watched.end());
}

TEST_CASE(
    "a file that was deleted is a problem, and the last good map stays until it is back or the scenario opened again",
    "[session][problems]") {
    const Scratch folder{"map-small"};
    auto s = session();
    open(s, folder.path());
    const auto good = s.scenario();
    const auto text = folder.read("positions.csv");
    std::filesystem::remove(folder / "positions.csv");
    const auto outcome = apply_and_wait(s, app::ReloadScenario{});
    CHECK(outcome.is_refused());
    CHECK_THAT(outcome.sentence, Contains("positions.csv: the file was deleted"));
    CHECK(s.document().broken());
    CHECK(s.scenario() == good);
    CHECK(s.document().check_result().errors == 1);
    CHECK_FALSE(s.document().can_add_fix());
    apply_and_wait(s, app::ReloadScenario{});
    CHECK(s.document().broken()); // also the second time

    folder.write("positions.csv", text);
    done(apply_and_wait(s, app::ReloadScenario{}));
    CHECK_FALSE(s.document().broken());
    std::filesystem::remove(folder / "positions.csv");
    open(s, folder.path());
    CHECK(s.scenario()->fixes.empty());
}

TEST_CASE("a deleted folder is a problem, and the last good map stays", "[session][problems]") {
    auto s = session();
    {
        const Scratch folder{"map-small"};
        open(s, folder.path());
    }
    CHECK(apply_and_wait(s, app::ReloadScenario{}).is_refused());
    CHECK(s.scenario() != nullptr);
    CHECK(s.document().check_result().errors >= 1);
    CHECK(s.document().check_result().findings.front().code == "missing_file");
}

TEST_CASE("undoing the report that made the positions file is no deleted file", "[session][problems]") {
    const Scratch folder{"map-small"};
    std::filesystem::remove(folder / "positions.csv");
    auto s = session();
    open(s, folder.path());
    app::AddFix fix;
    fix.asset = "alpha";
    fix.from = "2024-06-20";
    fix.place = "Sasebo";
    done(apply_and_wait(s, fix));
    done(apply_and_wait(s, app::UndoFix{}));
    done(apply_and_wait(s, app::ReloadScenario{}));
    CHECK_FALSE(s.document().broken());
}
