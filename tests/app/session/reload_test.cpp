#include "scratch.hpp"
#include "tests/support/catch.hpp"

using namespace session_test;
using Catch::Contains;

TEST_CASE("a changed file is read again, and the user's settings stay", "[session]") {
    const Scratch folder{"map-small"};
    auto s = session();
    open(s, folder.path());
    s.apply(app::GoToTime{utc("2024-06-11T12:00Z")});
    s.apply(app::SetTheme{"dark"});
    s.apply(app::ShowAsset{"alpha", false});
    s.apply(app::Select{"asset", "bravo"});
    s.apply(app::GoTo{geo::lonlat(128, 30), 500});
    s.apply(app::SetSpeed{3});
    const auto view = s.view().state();
    const auto ground = s.ground_version();
    const auto old = s.scenario();

    folder.write("positions.csv", folder.read("positions.csv") + "alpha,2024-06-20,,,,Sasebo,,5,in_port,s1\n");
    done(apply_and_wait(s, app::ReloadScenario{}));
    CHECK(s.scenario()->fixes.size() == old->fixes.size() + 1);
    CHECK(s.playhead().time().at() == utc("2024-06-11T12:00Z"));
    CHECK(s.playhead().time().days_per_second() == 3);
    CHECK(s.view().theme() == "dark");
    CHECK_FALSE(s.view().asset_shown("alpha"));
    CHECK(s.view().selection().id == "bravo");
    CHECK(s.view().state() == view);
    CHECK(s.ground_version() > ground);
}

TEST_CASE("after a save with an error the last map without errors stays, and the message names the line", "[session]") {
    const Scratch folder{"map-small"};
    auto s = session();
    open(s, folder.path());
    const auto good = s.scenario();
    const auto text = folder.read("positions.csv");
    folder.write("positions.csv", text + "alpha,2024-06-20,,not-a-number,30,,,5,in_port,s1\n");
    const auto refused = apply_and_wait(s, app::ReloadScenario{});
    CHECK(s.document().broken());
    CHECK(refused.is_refused());
    CHECK_THAT(refused.sentence, Contains("positions.csv:11: lon: ") && Contains("last version without errors"));
    CHECK_THAT(s.document().complaint(), Contains("positions.csv:11"));
    CHECK(s.scenario() == good);
    CHECK(s.document().check_result().errors == 1);
    CHECK_FALSE(s.snapshot().states.empty());
    CHECK_FALSE(s.document().can_add_fix());

    folder.write("positions.csv", text);
    apply_and_wait(s, app::ReloadScenario{});
    CHECK_FALSE(s.document().broken());
    CHECK(s.document().complaint().empty());
    CHECK(s.document().check_result().errors == 0);
}

TEST_CASE("a deleted scenario keeps its last map", "[session]") {
    auto s = session();
    {
        const Scratch folder{"map-small"};
        open(s, folder.path());
    }
    CHECK(apply_and_wait(s, app::ReloadScenario{}).is_refused());
    CHECK(s.document().broken());
    CHECK(s.scenario() != nullptr);
}

TEST_CASE("a scenario with errors opens once its files are repaired", "[session]") {
    const Scratch folder{"map-small"};
    const auto text = folder.read("positions.csv");
    folder.write("positions.csv", text + "alpha,2024-13-01,,,,Sasebo,,5,,\n");
    auto s = session();
    apply_and_wait(s, app::OpenScenario{folder.path().string()});
    CHECK(s.scenario() == nullptr);
    CHECK(s.document().broken());
    CHECK(s.document().check_result().errors > 0);
    const auto watched = s.document().watched_files();
    CHECK(std::find(watched.begin(), watched.end(), folder / "positions.csv") != watched.end());
    folder.write("positions.csv", text);
    done(apply_and_wait(s, app::ReloadScenario{}));
    CHECK(s.scenario() != nullptr);
    CHECK_FALSE(s.document().broken());
}

TEST_CASE("changes of the author in scenario.toml are applied", "[session]") {
    const Scratch folder{"map-small"};
    auto s = session();
    open(s, folder.path());
    s.apply(app::SetTheme{"dark"});
    s.apply(app::Select{"asset", "far"});
    auto toml = folder.read("scenario.toml");
    toml.replace(toml.find("width_km = 3000"), 15, "width_km = 1234");
    toml.replace(toml.find("2024-06-30"), 10, "2024-06-20");
    folder.write("scenario.toml", toml);
    apply_and_wait(s, app::ReloadScenario{});
    CHECK(s.view().state().width_km == 1234);
    CHECK(s.view().theme() == "dark");
    CHECK(s.playhead().time().at() == s.playhead().time().end());
    CHECK(s.playhead().time().end() < utc("2024-06-21"));

    std::string rows = folder.read("assets.csv");
    const auto at = rows.find("\nfar,");
    REQUIRE(at != std::string::npos);
    rows.erase(at, rows.find('\n', at + 1) - at);
    folder.write("assets.csv", rows);
    rows = folder.read("positions.csv");
    rows.erase(rows.find("far,2024"), std::string::npos);
    folder.write("positions.csv", rows);
    done(apply_and_wait(s, app::ReloadScenario{}));
    CHECK(s.view().selection() == app::Selection{});
}

TEST_CASE("each style that the author changes in scenario.toml is applied", "[session]") {
    const Scratch folder{"map-small"};
    const std::string toml = folder.read("scenario.toml");
    const auto figure_with = [&](const std::string& line) {
        folder.write("scenario.toml", toml);
        auto s = session();
        open(s, folder.path());
        folder.write("scenario.toml", toml + "\n[style]\n" + line + "\n");
        done(apply_and_wait(s, app::ReloadScenario{}));
        return s.figure();
    };
    CHECK(figure_with("theme = \"dark\"").theme == "dark");
    CHECK(figure_with("names = \"ko\"").names == "ko");
    CHECK(figure_with("symbols = \"dot\"").symbols == render::SymbolSet::Dot);
    CHECK(figure_with("label_style = \"hull\"").label_style == render::LabelStyle::Hull);
}

TEST_CASE("a worker takes the job and reads the files, and adopt() opens the result", "[session]") {
    const Scratch folder{"map-small"};
    auto s = session();
    const auto asked = s.apply(app::OpenScenario{folder.path().string()});
    CHECK(asked.is_pending());
    CHECK(s.scenario() == nullptr); // nothing has been read yet
    CHECK(s.files_busy());
    const auto job = s.take_file_job();
    REQUIRE(job);
    CHECK_FALSE(s.take_file_job()); // one at a time
    const auto opened = s.adopt(carry_out(*job));
    CHECK(opened.is_done());
    CHECK(opened.number == asked.number);
    CHECK_FALSE(s.files_busy());
    REQUIRE(s.scenario() != nullptr);
    CHECK(s.document().atlas() != nullptr);
    s.apply(app::GoToTime{utc("2024-06-05")});
    done(apply_and_wait(s, app::ReloadScenario{}));
    CHECK(s.playhead().time().at() == utc("2024-06-05"));
    CHECK_THAT(apply_and_wait(s, app::OpenScenario{"/no/such"}).sentence, Contains("/no/such"));
    CHECK(s.document().name() == folder.path().string());
}

TEST_CASE("a reading of a scenario that is no longer open is ignored", "[session]") {
    const Scratch folder{"map-small"};
    auto s = session();
    open(s, folder.path());
    s.apply(app::ReloadScenario{});
    s.apply(app::OpenScenario{"builtin:canada-2024"});
    auto reload = s.take_file_job();
    REQUIRE(reload);
    auto late = carry_out(*reload);
    s.adopt(std::move(late));
    auto opening = s.take_file_job();
    REQUIRE(opening);
    s.adopt(carry_out(*opening));
    late = carry_out(*reload);
    CHECK(s.adopt(std::move(late)).is_done());
    CHECK(s.document().name() == "builtin:canada-2024");
    CHECK(s.scenario()->title == "Canada in the Indo-Pacific, 2024");
}

TEST_CASE("of several scenarios requested during a job only the newest is opened", "[session]") {
    auto s = session();
    s.apply(app::OpenScenario{"builtin:canada-2024"});
    const auto in_hand = s.take_file_job();
    REQUIRE(in_hand);
    const auto first = s.apply(app::OpenScenario{"/no/such"});
    const auto second = s.apply(app::OpenScenario{"/not/either"});
    CHECK(first.number == second.number); // one outcome for both
    s.adopt(carry_out(*in_hand));
    const auto next = s.take_file_job();
    REQUIRE(next);
    const auto answer = s.adopt(carry_out(*next));
    CHECK(answer.number == second.number);
    CHECK_THAT(answer.sentence, Contains("/not/either"));
    CHECK_FALSE(s.files_busy());
}
