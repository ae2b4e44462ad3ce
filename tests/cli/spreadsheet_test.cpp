// Spreadsheets on the command line.
#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

using cli::theatrum;

namespace {

std::string fixture(const std::string& name) {
    return "'" THEATRUM_SOURCE_DIR "/tests/fixtures/sheets/" + name + "'";
}

} // namespace

TEST_CASE("state, check and export open spreadsheets", "[cli]") {
    const auto state = theatrum("state " + fixture("lone.xlsx") + " --at 2024-08-01T18:00Z --format json");
    CHECK(state.code == 0);
    const auto asset = nlohmann::json::parse(state.out)["assets"][0];
    CHECK(asset["how"] == "reported");
    CHECK(asset["lon"] == 139.7);
    CHECK(asset["rows"][0] == 3);
    CHECK(theatrum("state " + fixture("lone.ods") + " --at 2024-08-01T06:30Z").code == 0);
    const auto check = theatrum("check " + fixture("errors.xlsx"));
    CHECK(check.code == 1);
    CHECK_THAT(check.out, Catch::Contains("errors.xlsx/positions:2: lon: the cell C2 holds the error #DIV/0!"));
    const cli::Scratch folder;
    CHECK(theatrum("export " + fixture("scenario.xlsx") + " -o map.svg", folder.path()).code == 0);
    CHECK_THAT(folder.read("map.svg"), Catch::Contains("Two ships"));
}

TEST_CASE("a spreadsheet that cannot be read ends the command with one sentence and exit code 2", "[cli]") {
    const auto bomb = theatrum("state " + fixture("bomb.xlsx"));
    CHECK(bomb.code == 2);
    CHECK(bomb.err == "theatrum: bomb.xlsx: unpacks to more than 200 times its size\n");
    CHECK(theatrum("check " + fixture("bomb.xlsx")).code == 1);
}

TEST_CASE("new --spreadsheet writes the same spreadsheet each time, which check --strict finds clean", "[cli]") {
    const cli::Scratch folder;
    const auto made = theatrum("new one --spreadsheet", folder.path());
    CHECK(made.code == 0);
    CHECK(made.out == "The new scenario is in one/scenario.xlsx. Try: theatrum export one/scenario.xlsx -o map.png\n");
    const auto check = theatrum("check one/scenario.xlsx --strict", folder.path());
    INFO(check.out);
    CHECK(check.code == 0);
    CHECK(check.out.find("is not read") == std::string::npos); // the sheets that explain are no slip
    REQUIRE(theatrum("new two --spreadsheet", folder.path(), "TZ=Asia/Tokyo LC_ALL=ko_KR.UTF-8").code == 0);
    CHECK(folder.read("one/scenario.xlsx") == folder.read("two/scenario.xlsx"));
    const auto again = theatrum("new one --spreadsheet", folder.path());
    CHECK(again.code == 2);
    // It says the same as the text files that `new` writes.
    REQUIRE(theatrum("new text", folder.path()).code == 0);
    const std::string at = " --at 2024-05-17 --format json";
    const auto from_text = nlohmann::json::parse(theatrum("state text" + at, folder.path()).out);
    const auto from_sheets = nlohmann::json::parse(theatrum("state one/scenario.xlsx" + at, folder.path()).out);
    CHECK(from_text["assets"] == from_sheets["assets"]);
    CHECK(from_text["scenario"] == from_sheets["scenario"]);
    CHECK(from_text["zones"].size() == 1);
    CHECK(from_text["zones"] == from_sheets["zones"]);
}

TEST_CASE("the option of the helper process is for the program's own use", "[cli]") {
    const auto result = theatrum("--in-helper");
    CHECK(result.code == 2);
    CHECK(result.err == "theatrum: this option is for the program's own use\n");
    CHECK(theatrum("--in-helper sheets 0 20 /etc/passwd 3>&-").code == 1); // there is no pipe
}
