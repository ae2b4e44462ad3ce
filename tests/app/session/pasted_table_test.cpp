// Tables that are pasted into the window: what the preview says about them.
#include "app/base/errors.hpp"
#include "app/session/paste/pasted_table.hpp"
#include "assets/formats/text/csv.hpp"
#include "assets/schema/schema.hpp"
#include "scratch.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

#include <fmt/format.h>

using namespace session_test;
using Lines = std::vector<std::string>;

namespace {

/// The columns as `HEADING -> FIELD: VALUES`.
Lines columns_of(const std::string& text) {
    static const auto positions = assets::infos_of(assets::schema().positions);
    Lines lines;
    for (const auto& column : assets::preview_table(assets::CsvText{text}, positions).columns)
        lines.push_back(fmt::format("{} -> {}{}: {}", column.heading, column.is_clock ? "clock of " : "", column.field,
                                    column.values));
    return lines;
}

app::PastedTable pasted(const std::string& text) {
    return app::read_pasted(text, app::DataFolders::find(), nullptr);
}

} // namespace

TEST_CASE("the preview of a pasted table says what each heading and its values are read as", "[session]") {
    CHECK(columns_of("Ship\tDate\tTime\tLongitude\tlat\tSpeed\tRemarks\n"
                     "Ottawa\t31 July 2024\t06:00\t139,70\t35 17.5 N\t12\tfine\n") ==
          Lines{"Ship -> asset: ", "Date -> from: dates in another form",
                "Time -> clock of from: ", "Longitude -> lon: decimal commas", "lat -> lat: degrees and minutes",
                "Speed -> speed_kn: ", "Remarks -> note: "});
    CHECK(columns_of("asset,from,to,lon\na,2024-07-31,*,139.7\na,2024-08-01,2024-08-02T06:00,139.7\n") ==
          Lines{"asset -> asset: ", "from -> from: dates 2024-07-31", "to -> to: dates with a clock, taken as UTC",
                "lon -> lon: decimal points"});
    CHECK(columns_of("asset,from,lon\na,05/06/2024,x\n") ==
          Lines{"asset -> asset: ", "from -> from: day/month or month/day, which [read] dates must say",
                "lon -> lon: texts that are no numbers"});
    CHECK(
        columns_of("asset,from,lon\na,45504,1\na,1722384000,2\na,soon,3\n").at(1) ==
        "from -> from: days of a spreadsheet (45504 is 2024-07-31), which [read] dates must allow; Unix seconds; texts "
        "that are no dates");
    CHECK(columns_of("asset;radius_km;lon\na;1.500;139,7\n").at(1) == "radius_km -> radius_km: decimals or thousands");
}

TEST_CASE("the preview shows the first rows, their number, and the findings", "[session]") {
    std::string text = "My fleet\n\nasset,from,lon,lat\n";
    for (int i = 1; i <= 20; ++i)
        text += fmt::format("a,2024-07-{:02},139.7,35\n", i);
    const auto good = pasted(text);
    CHECK(good.table.rows == 20);
    CHECK(good.table.first.size() == 6);
    CHECK(good.table.first.at(1) == Lines{"a", "2024-07-02", "139.7", "35"});
    CHECK(good.table.header_line == 3);
    CHECK(good.table.rows_above == 1);
    REQUIRE(good.reading.loaded.scenario);
    CHECK(good.reading.loaded.scenario->fixes.size() == 20);
    const auto bad = pasted("asset,from,lon,lat\na,2024-07-31,139.7,135\n");
    CHECK_FALSE(bad.reading.loaded.scenario);
    CHECK_THAT(app::first_error(bad.reading.check_result.findings), Catch::Contains("pasted.csv:2: lat: '135'"));
    const auto known =
        pasted("MMSI,BaseDateTime,LAT,LON,SOG,VesselType\n431000000,2024-07-31T06:00:00,35,139.7,1,35\n");
    CHECK_THAT(known.table.note, Catch::Contains("MarineCadastre"));
    CHECK(known.table.columns.at(5).field.empty());
}

TEST_CASE("only a text with several lines and columns is a table", "[session]") {
    CHECK(app::looks_like_table("asset\tfrom\na\t2024\n"));
    CHECK(app::looks_like_table("A title\nasset;from\na;2024\n"));
    for (const std::string text : {"", "one line, with a comma", "two\nlines", "\n\n\n"})
        CHECK_FALSE(app::looks_like_table(text));
    const auto binary = pasted(std::string("a,b\n\0\xff,1\n", 8));
    CHECK_FALSE(binary.reading.loaded.scenario);
}

TEST_CASE("a pasted table is kept in a new file each time", "[session]") {
    const Scratch folder;
    const auto first = app::keep_pasted("a,b\n1,2\n", folder.path() / "pasted"),
               second = app::keep_pasted("c,d\n", folder.path() / "pasted");
    CHECK(first.filename() == "pasted-1.csv");
    CHECK(second.filename() == "pasted-2.csv");
    CHECK(folder.read("pasted/pasted-1.csv") == "a,b\n1,2\n");
    CHECK_THROWS_AS(app::keep_pasted("a", "/proc/nowhere"), app::FileError);
}
