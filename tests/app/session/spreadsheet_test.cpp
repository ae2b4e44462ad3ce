// A spreadsheet in the window: opened, shown again when it is saved, copied, and never changed.
#include "app/base/helper_program.hpp"
#include "app/session/files/scenario_files.hpp"
#include "scratch.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace session_test;
using Catch::Contains;

namespace {

const std::filesystem::path fixtures = std::filesystem::path{THEATRUM_SOURCE_DIR} / "tests/fixtures/sheets";

/// A folder with a copy of a spreadsheet under the name fleet.xlsx.
struct Fleet {
    Scratch folder;
    std::filesystem::path file = folder.path() / "fleet.xlsx";

    explicit Fleet(const std::string& fixture) {
        app::set_helper_program({THEATRUM_PROGRAM});
        save(fixture);
    }
    void save(const std::string& fixture) const {
        std::filesystem::copy_file(fixtures / fixture, file, std::filesystem::copy_options::overwrite_existing);
    }
};

} // namespace

TEST_CASE("a spreadsheet is opened, watched and read again when it is saved", "[session]") {
    const Fleet fleet{"months.xlsx"};
    auto s = session();
    open(s, fleet.file);
    CHECK(s.scenario()->fixes.size() == 2);
    const auto watched = s.document().watched_files();
    CHECK(std::ranges::count(watched, fleet.file) == 1);
    fleet.save("lone.xlsx");
    done(apply_and_wait(s, app::ReloadScenario{}));
    CHECK(s.scenario()->fixes.size() == 3);
    fleet.save("errors.xlsx");
    CHECK_THAT(apply_and_wait(s, app::ReloadScenario{}).sentence,
               Contains("fleet.xlsx/positions:2: lon: the cell C2 holds the error #DIV/0!"));
    CHECK(s.scenario()->fixes.size() == 3);
    fleet.save("cut.xlsx");
    CHECK_THAT(apply_and_wait(s, app::ReloadScenario{}).sentence, Contains("fleet.xlsx: is damaged"));
    CHECK(s.scenario()->fixes.size() == 3);
}

TEST_CASE("no report is added to a spreadsheet by the program", "[session]") {
    const Fleet fleet{"lone.xlsx"};
    auto s = session();
    open(s, fleet.file);
    CHECK_FALSE(s.document().can_add_fix());
    CHECK(s.apply(app::AddFix{}).sentence ==
          "add the report to fleet.xlsx in your spreadsheet program; the map follows when you save it");
}

TEST_CASE("a copy of a spreadsheet is a folder of text files, to which reports can be added", "[session]") {
    const Fleet fleet{"lone.xlsx"};
    fleet.folder.write("fleet.toml", "theatrum = 1\ntitle = \"Fleet\"\n");
    const auto before = fleet.folder.read("fleet.xlsx");
    auto s = session();
    open(s, fleet.file);
    const auto shown = s.scenario();
    const auto copy = fleet.folder.path() / "copy";
    done(apply_and_wait(s, app::SaveCopy{copy.string()}));
    CHECK(s.document().path() == copy);
    CHECK(s.scenario()->title == "Fleet");
    CHECK(s.scenario()->assets.size() == shown->assets.size());
    REQUIRE(s.scenario()->fixes.size() == shown->fixes.size());
    for (std::size_t i = 0; i < shown->fixes.size(); ++i) {
        CHECK(s.scenario()->fixes[i].from == shown->fixes[i].from);
        CHECK(s.scenario()->fixes[i].position == shown->fixes[i].position);
    }
    REQUIRE(s.document().can_add_fix());
    app::AddFix fix;
    fix.asset = shown->assets.front().id;
    fix.from = "2024-07-20";
    fix.lon = "140";
    fix.lat = "35";
    done(apply_and_wait(s, fix));
    CHECK(s.scenario()->fixes.size() == shown->fixes.size() + 1);
    CHECK(fleet.folder.read("fleet.xlsx") == before);
}

TEST_CASE("opening a spreadsheet can be stopped; what was open stays", "[session]") {
    const Fleet fleet{"lone.xlsx"};
    auto s = session();
    open(s, fleet.file);
    const auto shown = s.scenario();
    const auto outcome = s.apply(app::OpenScenario{(fixtures / "months.xlsx").string()});
    REQUIRE(outcome.is_pending());
    const auto job = s.take_file_job();
    REQUIRE(job);
    job->control->stop = true;
    const auto stopped = s.adopt(app::carry_out(*job));
    CHECK_THAT(stopped.sentence, Contains("months.xlsx: opening it was stopped"));
    CHECK(s.scenario() == shown);
}
