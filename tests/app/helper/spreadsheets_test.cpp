// Spreadsheets as scenarios, read by the helper process.
#include "assets/check/check.hpp"
#include "assets/formats/registry/registry.hpp"
#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"

#include <fmt/format.h>

using namespace assets;
using formats_test::errors, formats_test::lines_of, formats_test::utc;
using Lines = std::vector<std::string>;

namespace {

std::filesystem::path fixture(const std::string& name) {
    return std::filesystem::path{THEATRUM_SOURCE_DIR} / "tests/fixtures/sheets" / name;
}

LoadResult open(const std::filesystem::path& path) {
    ReadOptions options{.atlas = formats_test::atlas()};
    options.helper = {THEATRUM_PROGRAM};
    return FormatRegistry::standard().read(path, options);
}

} // namespace

TEST_CASE("a spreadsheet with one sheet of positions is read as a lone positions file", "[sheets]") {
    const auto result = open(fixture("lone.xlsx"));
    CHECK(errors(result) == Lines{});
    REQUIRE(result.scenario);
    const Scenario& scenario = *result.scenario;
    CHECK(scenario.title == "lone");
    REQUIRE(scenario.assets.size() == 1);
    REQUIRE(scenario.fixes.size() == 3);
    CHECK(scenario.fixes[0].from == utc("2024-07-31T06:30Z"));
    CHECK(scenario.fixes[1].from == utc("2024-08-01T18:00Z"));
    CHECK(scenario.fixes[2].from == utc("2024-08-02"));
    CHECK(scenario.fixes[2].position->lon() == 139.8); // a text with a decimal comma
    CHECK(scenario.fixes[1].line == 3);
    CHECK(scenario.assets[0].mmsi == "002320001");
    const auto ods = open(fixture("lone.ods"));
    CHECK(errors(ods) == Lines{});
    REQUIRE(ods.scenario);
    REQUIRE(ods.scenario->fixes.size() == 2);
    CHECK(ods.scenario->fixes[1].from == utc("2024-08-01T06:30Z"));
}

TEST_CASE("sheets that are named as the files of a scenario are those files", "[sheets]") {
    const auto result = open(fixture("scenario.xlsx"));
    CHECK(errors(result) == Lines{});
    REQUIRE(result.scenario);
    const Scenario& scenario = *result.scenario;
    CHECK(scenario.title == "Two ships");
    CHECK(scenario.utc_offset_h == 9);
    CHECK(scenario.start == utc("2024-06-30T15:00Z")); // 1 July at +09:00
    CHECK(scenario.data_to == "2024-07-31");
    CHECK(scenario.view.width_km == 2600);
    REQUIRE(scenario.view.centre);
    CHECK(scenario.view.centre->lon() == 128);
    CHECK(scenario.view.units == Lines{"km", "nmi"});
    REQUIRE(scenario.assets.size() == 2);
    CHECK(scenario.assets[1].mmsi == "366998000");
    REQUIRE(scenario.sources.size() == 1);
    REQUIRE(scenario.fixes.size() == 2);
    CHECK(scenario.fixes[0].line == 4); // the row of the sheet
    CHECK(scenario.files.at(scenario.fixes[0].file()) == "scenario.xlsx/positions.csv");
    const auto notes = lines_of(result, Severity::Note);
    CHECK(std::ranges::count(notes, "scenario.xlsx/sources: is a hidden sheet, which is read") == 1);
    CHECK(std::ranges::count(notes, "scenario.xlsx/Ideas: is not read; the sheets of a scenario are named scenario, "
                                    "assets, deployments, positions, events, members, sources, places, zones") == 1);
    CHECK(std::ranges::count(notes, "scenario.xlsx/positions.csv:3: is the header; the row above it is not read") == 1);
}

TEST_CASE("a sheet of zones gives areas, lines, corridors and circles", "[sheets]") {
    for (const std::string name : {"zones.xlsx", "zones.ods"}) {
        INFO(name);
        const auto result = open(fixture(name));
        CHECK(errors(result) == Lines{});
        CHECK(lines_of(result, Severity::Warning) == Lines{});
        REQUIRE(result.scenario);
        const Scenario& scenario = *result.scenario;
        REQUIRE(scenario.zones.size() == 5);
        const Zone& box = scenario.zones[0];
        CHECK(box.kind == ZoneKind::Patrol);
        CHECK(box.status == ZoneStatus::Claimed);
        CHECK(box.valid_from == utc("2024-05-01"));
        const auto& ring = std::get<AreaShape>(box.shape).polygons.at(0).rings.at(0);
        REQUIRE(ring.size() == 5);
        CHECK(ring[1].lon == 128);
        CHECK(ring[1].lat == 33);
        CHECK(std::get<CorridorShape>(scenario.zones[1].shape).half_width_km == 5);
        CHECK(std::get<CorridorShape>(scenario.zones[1].shape).lines.at(0).at(1).lon == 182); // across the antimeridian
        CHECK(std::get<CircleShape>(scenario.zones[2].shape).radius_km == 40);
        CHECK(std::get<CircleShape>(scenario.zones[2].shape).centre.lat() == 37.4);
        CHECK(std::get<AreaShape>(scenario.zones[3].shape).polygons.size() == 2);
        CHECK(std::get<AreaShape>(scenario.zones[4].shape).polygons.at(0).rings.at(0).at(2).lat == 38);
        CHECK(scenario.fixes.at(0).area()->id == "box");
        CHECK(scenario.files.at(box.file) == (name == "zones.xlsx" ? "zones.xlsx/Zones" : "zones.ods/zones"));
        CHECK(box.line == 2);
    }
}

TEST_CASE("findings in a spreadsheet name the sheet, the row and the column", "[sheets]") {
    const auto result = open(fixture("errors.xlsx"));
    CHECK_FALSE(result.scenario);
    CHECK(errors(result) ==
          Lines{"errors.xlsx/positions:2: lon: the cell C2 holds the error #DIV/0!",
                "errors.xlsx/positions:4: from: the cell B4 is 29 February 1900, a day that did not exist",
                "errors.xlsx/positions:5: lat: 'x' is not a latitude; write for example 35.28 or 35 17.5 N"});
    CHECK(lines_of(result, Severity::Warning) ==
          Lines{"errors.xlsx/positions:1: extra: is not a known column, so it is ignored",
                "errors.xlsx/positions:2: the merged cells A2:A4 give their value to this row only",
                "errors.xlsx/positions:3: G: the column has no heading, so its values are ignored"});
    CHECK(result.rejected == 3);
}

TEST_CASE("several sheets of positions under other names are read together, with a note", "[sheets]") {
    const auto result = open(fixture("months.xlsx"));
    CHECK(errors(result) == Lines{});
    REQUIRE(result.scenario);
    CHECK(result.scenario->fixes.size() == 2);
    const auto notes = lines_of(result, Severity::Note);
    CHECK(std::ranges::count(notes, "months.xlsx/July: is read as positions, because its columns are theirs") == 1);
    CHECK(std::ranges::count(notes, "months.xlsx/August: is read as positions, because its columns are theirs") == 1);
}

TEST_CASE("a spreadsheet without data_to is told to add a row to its sheet of settings", "[sheets]") {
    const auto checked = check(open(fixture("lone.xlsx")));
    CHECK(std::ranges::any_of(checked.findings, [](const Finding& finding) {
        return finding.message ==
               "the day research stopped is missing; --strict requires a row with the key time.data_to in "
               "a sheet 'scenario' of lone.xlsx";
    }));
}

TEST_CASE("NAME.toml beside a spreadsheet holds settings, unless a sheet does", "[sheets]") {
    support::Scratch folder;
    std::filesystem::copy(fixture("lone.xlsx"), folder / "fleet.xlsx");
    folder.write("fleet.toml", "theatrum = 1\ntitle = \"From the file\"\n");
    const auto result = open(folder / "fleet.xlsx");
    REQUIRE(result.scenario);
    CHECK(result.scenario->title == "From the file");
    std::filesystem::copy(fixture("scenario.xlsx"), folder / "both.xlsx");
    folder.write("both.toml", "theatrum = 1\n");
    CHECK(errors(open(folder / "both.xlsx")) ==
          Lines{"both.xlsx/Scenario: holds settings, and so does both.toml; keep them in one of the two"});
}

TEST_CASE("a spreadsheet with blanks, quotes and signs in its path is read", "[sheets]") {
    support::Scratch folder;
    for (const char* name : {"a b.xlsx", "it's {a} 'name'.xlsx", "-x.zip", "100%.XLSX", "한국\n.xlsx", "x.zip.xlsx"}) {
        std::filesystem::copy(fixture("lone.xlsx"), folder / name);
        const auto result = open(folder / name);
        INFO(name);
        CHECK(errors(result) == Lines{});
        CHECK(result.scenario);
    }
}

TEST_CASE("a spreadsheet that cannot be read is one error that names it", "[sheets]") {
    CHECK(errors(open(fixture("bomb.xlsx"))) == Lines{"bomb.xlsx: unpacks to more than 200 times its size"});
    CHECK(errors(open(fixture("bomb.ods"))) == Lines{"bomb.ods: holds more than 256 MB of text"});
    CHECK_THAT(errors(open(fixture("old.xlsx"))).at(0), Catch::Contains("save it as .xlsx without a password"));
    CHECK_THAT(errors(open(fixture("cut.xlsx"))).at(0), Catch::StartsWith("cut.xlsx: is damaged"));
    CHECK_THROWS_AS(FormatRegistry::standard().read(fixture("lone.xlsx"), {}), UnreadableError); // without a helper
}
