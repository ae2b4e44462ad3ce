#include "tests/assets/check/findings.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

#include <fmt/format.h>

using check_test::check_rows;
using check_test::Lines;
using check_test::lines_of;

namespace {

/// The findings about two fixes of `asset`, a day and `degrees` of longitude apart along 10 N, where a degree is 59.2
/// nautical miles.
Lines too_fast_lines(const std::string& asset, int degrees, const std::string& radius_km,
                     const std::string& error_h = "0") {
    const auto row = [&](const std::string& day, int lon) {
        return asset + "," + day + "T00:00Z,,," + std::to_string(lon) + ",10,,," + radius_km + "," + error_h + ",s\n";
    };
    return lines_of(check_rows(row("2024-06-01", 130) + row("2024-06-02", 130 + degrees)), "too_fast");
}

} // namespace

TEST_CASE("two fixes that demand more than the speed limit are too fast", "[check]") {
    CHECK(too_fast_lines("a", 20, "5") ==
          Lines{"positions.csv:3: from: 'a' would need 50 kn from line 2; its limit is 30 kn"});
    CHECK(too_fast_lines("a", 12, "5").empty());
    CHECK(too_fast_lines("p", 20, "5").empty());
    CHECK(too_fast_lines("hq", 20, "5").empty());
}

TEST_CASE("the demanded speed is measured from edge to edge of the circles", "[check]") {
    CHECK(too_fast_lines("a", 13, "5").size() == 1);
    CHECK(too_fast_lines("a", 13, "100").empty());
    // The circle of either fix shortens the way: 13 degrees are 770 nautical miles, and 720 can be sailed in a day.
    const auto with_radii = [](const std::string& earlier, const std::string& later) {
        return lines_of(check_rows("a,2024-06-01T00:00Z,,,130,10,,," + earlier +
                                   ",,s\na,2024-06-02T00:00Z,,,143,10,,," + later + ",,s\n"),
                        "too_fast")
            .size();
    };
    CHECK(with_radii("1", "1") == 1);
    CHECK(with_radii("100", "1") == 0);
    CHECK(with_radii("1", "100") == 0);
}

TEST_CASE("the demanded speed is counted from the fix that ends last, not from a short one inside it", "[check]") {
    const auto lines = lines_of(check_rows("a,2024-06-01,2024-06-10,throughout,130,10,,,5,,s\n"
                                           "a,2024-06-02,,,130,10,,,5,,s\n"
                                           "a,2024-06-11T12:00Z,,,150,10,,,5,,s\n"),
                                "too_fast");
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].find("positions.csv:4: from: ") == 0);
    CHECK(lines[0].find(" from line 2;") != std::string::npos);
}

TEST_CASE("a time error adds to the time available", "[check]") {
    CHECK(too_fast_lines("a", 20, "5", "0").size() == 1);
    CHECK(too_fast_lines("a", 20, "5", "24").empty());
}

TEST_CASE("for a sometime fix the demanded speed is the lowest that any instant of its interval allows", "[check]") {
    // From the end of one day to the beginning of the next there is no time at all.
    const auto rows = [&](const std::string& during) {
        return "a,2024-06-01,," + during + ",130,10,,,5,,s\na,2024-06-02,," + during + ",146,10,,,5,,s\n";
    };
    CHECK(lines_of(check_rows(rows("sometime")), "too_fast").empty());
    CHECK(lines_of(check_rows(rows("throughout")), "too_fast").size() == 1);
}

TEST_CASE("two reports of one day are too fast only if no choice of instants within the day is slow enough",
          "[check]") {
    // 24 hours at 30 kn are 720 nautical miles, or 12.1 degrees of longitude along 10 N.
    const auto rows = [](const std::string& day, const std::string& lon) {
        return "a," + day + ",,,130,10,Here,,5,,s\na," + day + ",,," + lon + ",10,There,,5,,s\n";
    };
    CHECK(lines_of(check_rows(rows("2024-06-01", "150")), "too_fast") ==
          Lines{"positions.csv:3: from: 'a' cannot be here and at the place of line 2 (Here, 2024-06-01) within the "
                "dates of both: it would need 50 kn; its limit is 30 kn"});
    CHECK(lines_of(check_rows(rows("2024-06-01", "142")), "too_fast").empty());
    CHECK(lines_of(check_rows(rows("2024-06", "150")), "too_fast").empty()); // some time in a month
    CHECK(lines_of(check_rows(rows("2024-06-01", "130.05")), "too_fast").empty());
    CHECK(lines_of(check_rows("hq,2024-06-01,,,130,10,,,5,,s\nhq,2024-06-01,,,150,10,,,5,,s\n"), "too_fast").empty());
}

TEST_CASE("Busan and Halifax on one day are too fast in either order, and each row is named once", "[check]") {
    const std::string busan = "a,2024-10-20,,,,,Busan,,,,s\n", halifax = "a,2024-10-20,,,,,Halifax,,,,s\n";
    CHECK(lines_of(check_rows(busan + halifax), "too_fast").size() == 1);
    CHECK(lines_of(check_rows(halifax + busan), "too_fast").size() == 1);
    CHECK(lines_of(check_rows(busan + busan + halifax), "too_fast").size() == 1);
    CHECK(lines_of(check_rows(busan + halifax + "a,2024-10-21,,,,,Busan,,,,s\n"), "too_fast").size() == 1);
}

TEST_CASE("a sea and a port on one day are too fast only from the edge of the sea", "[check]") {
    const auto rows = [](const std::string& sea, const std::string& port) {
        return lines_of(check_rows("a,2024-10-20,,,,,," + sea + ",,,s\na,2024-10-20,,,,," + port + ",,,,s\n"),
                        "too_fast");
    };
    const auto lines = rows("taiwan-strait", "Halifax");
    REQUIRE(lines.size() == 1);
    CHECK_THAT(lines[0], Catch::Contains("positions.csv:3: from: 'a' cannot be here and at the place of line 2"));
    CHECK(rows("taiwan-strait", "Busan").empty());
    CHECK(rows("south-china-sea", "Singapore").empty());
    CHECK(lines_of(check_rows("a,2024-10-20,,,,,,taiwan-strait,,,s\na,2024-10-20,,,,,,red-sea,,,s\n"), "too_fast")
              .size() == 1);
    // A stay in a sea is interrupted: another finding.
    const auto stay = check_rows("a,2024-10-18,2024-10-22,,,,,taiwan-strait,,,s\na,2024-10-20,,,,,Halifax,,,,s\n");
    CHECK(lines_of(stay, "too_fast").empty());
    CHECK(lines_of(stay, "reports_conflict").size() == 1);
}

TEST_CASE("a time error adds to the time between two reports of one day", "[check]") {
    const auto rows = [](const std::string& error_h) {
        return "a,2024-06-01,,,130,10,,,5,0,s\na,2024-06-01,,,150,10,,,5," + error_h + ",s\n";
    };
    CHECK(lines_of(check_rows(rows("0")), "too_fast").size() == 1);
    CHECK(lines_of(check_rows(rows("20")), "too_fast").empty());
}

TEST_CASE("a day elsewhere within a stay is too fast only if the way there or back takes longer than the stay leaves",
          "[check]") {
    const auto rows = [](const std::string& stay, const std::string& day) {
        return "a," + stay + ",,130,10,,,5,,s\na," + day + ",,sometime,150,10,,,5,,s\n"; // 1184 nautical miles: 40 h
    };
    CHECK(lines_of(check_rows(rows("2024-06-01,2024-06-30", "2024-06-15")), "too_fast").empty());
    CHECK(lines_of(check_rows(rows("2024-06-14,2024-06-30", "2024-06-15")), "too_fast").empty());
    CHECK(lines_of(check_rows(rows("2024-06-15,2024-06-30", "2024-06-15")), "too_fast").empty()); // the way back
    CHECK(lines_of(check_rows(rows("2024-06-01,2024-06-15", "2024-06-15")), "too_fast").empty()); // the way there
    const auto from_noon = [&](const std::string& end) {
        return rows("2024-06-15T12:00Z,2024-06-" + end, "2024-06-16T00:00Z");
    };
    CHECK(lines_of(check_rows(from_noon("30")), "too_fast").size() == 1); // 12 hours for the way there
}

TEST_CASE("a report that repeats an earlier one is found, whatever its source", "[check]") {
    const std::string first = "a,2024-06-01,,,,,Busan,,5,,s\n";
    const auto with = [&](const std::string& row) {
        return lines_of(check_rows(first + row), "duplicate_report");
    };
    CHECK(with("a,2024-06-01,,,,,Busan,,5,,\n") ==
          Lines{"positions.csv:3: from: this report of 'a' repeats line 2 (Busan, 2024-06-01); keep one of them, with "
                "the sources of both"});
    CHECK(with("a,2024-06-01,,,,,Busan,,20,,s\n").size() == 1);
    CHECK(with("a,2024-06-02,,,,,Busan,,5,,s\n").empty());
    CHECK(with("a,2024-06-01,2024-06-02,,,,Busan,,5,,s\n").empty());
    CHECK(with("a,2024-06-01,,,,,Jinhae,,5,,s\n").empty());
    CHECK(with("b,2024-06-01,,,,,Busan,,5,,s\n").empty());
    CHECK(
        lines_of(check_rows("a,2024-06-01,,,,,,yellow-sea,,,s\na,2024-06-01,,,,,,yellow-sea,,,s\n"), "duplicate_report")
            .size() == 1);
}

TEST_CASE("arrival and departure on one day are two reports", "[check]") {
    const auto lines = [](const std::string& first, const std::string& second) {
        const std::string rows = "a,2024-06-01,Busan," + first + "\na,2024-06-01,Busan," + second + "\n";
        const auto read = formats_test::read_positions("asset,from,place,activity", rows);
        return lines_of(assets::check(read), "duplicate_report").size();
    };
    CHECK(lines("arrival", "departure") == 0);
    CHECK(lines("arrival", "arrival") == 1);
}

TEST_CASE("fixes in two different deployments are never too fast", "[check]") {
    CHECK(
        lines_of(check_rows("a,2024-06-01,,,130,10,,,5,,s\na,2024-06-04,,,-60,44,,,5,,s\n",
                            {{"deployments.csv", "asset,from,to\na,2024-05-01,2024-06-02\na,2024-06-03,2024-07-01\n"}}),
                 "too_fast")
            .empty());
}

TEST_CASE("precise throughout fixes that overlap in time cannot be in two places", "[check]") {
    const auto result = check_rows("a,2024-06-01,2024-06-10,,130,10,,,5,,s\na,2024-06-05,2024-06-07,,131,10,,,5,,s\n");
    CHECK(lines_of(result, "two_places") == Lines{"positions.csv:3: from: 'a' cannot be here and at the place of line "
                                                  "2 at the same time: they are 110 km apart"});
}

TEST_CASE("two fixes of the same instant contradict each other if their circles do not overlap", "[check]") {
    const auto rows = [](const std::string& lon) {
        return "a,2024-06-01T12:00Z,,,130,10,,,5,,s\na,2024-06-01T12:00Z,,," + lon + ",10,,,5,,s\n";
    };
    CHECK(lines_of(check_rows(rows("131")), "two_places").size() == 1);
    CHECK(lines_of(check_rows(rows("130.05")), "two_places").empty()); // 5.5 km apart: the circles overlap
}

TEST_CASE("of many reports of one instant each gets one finding, and their number counts once", "[check]") {
    std::string rows;
    constexpr int count = 3'000;
    for (int i = 0; i < count; ++i)
        rows += "a,2024-06-01T12:00Z,,," + std::to_string(100 + i % 70) + "," + std::to_string(i % 40) + ",,,5,,s\n";
    const auto result = check_rows(rows); // minutes, if each were compared with all others
    int two_places = 0;
    for (const auto& finding : result.findings)
        two_places += finding.code == "two_places" ? 1 : 0;
    CHECK(two_places == 100); // the others are counted
    CHECK(std::any_of(result.findings.begin(), result.findings.end(), [](const auto& finding) {
        return finding.code == "two_places" &&
               finding.message.find(fmt::format("(and {} more like these", count - 1 - 100)) != std::string::npos;
    }));
}

TEST_CASE("a report is compared with a long one that began before many short ones", "[check]") {
    std::string rows = "a,2024-06-01,2024-06-30,,130,10,,,5,,s\n";
    for (int i = 0; i < 200; ++i) // each until the end of the month's first week, so that all are open at once
        rows += fmt::format("a,2024-06-01T00:{:02}:{:02}Z,2024-06-07,,130,10,,,5,,s\n", i / 60, i % 60);
    rows += "a,2024-06-20,2024-06-21,,150,10,,,5,,s\n"; // only the first row lasts until then
    CHECK(lines_of(check_rows(rows), "two_places").size() == 1);
}

TEST_CASE("a precise fix conflicts with a wide fix of the same time if it cannot be reached from the wide area",
          "[check]") {
    const auto around = [](const std::string& lon) {
        return "a,2024-06-01,2024-06-10,,130,10,,,200,,s\na,2024-06-05T00:00Z,,," + lon + ",10,,,5,,s\n";
    };
    CHECK(lines_of(check_rows(around("131")), "reports_conflict").empty());
    CHECK(
        lines_of(check_rows(around("-150")), "reports_conflict") ==
        Lines{"positions.csv:3: from: 'a' is too slow to come here from the area of line 2 and be back there in time"});
}

TEST_CASE("a ship is on land only if the whole circle of its fix is land", "[check]") {
    CHECK(
        lines_of(check_rows("a,2024-06-01,,,105,45,,,50,,s\n"), "ship_on_land") ==
        Lines{"positions.csv:2: lon: 'a' is a ship, but everything within 50 km of this position is land"}); // Mongolia
    CHECK(lines_of(check_rows("p,2024-06-01,,,105,45,,,50,,s\n"), "ship_on_land").empty());
    CHECK(lines_of(check_rows("a,2024-06-01,,,130,10,,,5,,s\n"), "ship_on_land").empty());
}

TEST_CASE("coordinates 0, 0 and swapped coordinates are found", "[check]") {
    CHECK(lines_of(check_rows("a,2024-06-01,,,0,0,,,5,,s\n"), "zero_coordinates") ==
          Lines{"positions.csv:2: lon: 0, 0 is probably a missing position"});
    CHECK(lines_of(check_rows("a,2024-06-01,,,44.65,-63.57,Halifax,,5,,s\n"), "swapped_coordinates") ==
          Lines{"positions.csv:2: lon: lon and lat are probably swapped: the other way round they are near the named "
                "place"});
    CHECK(lines_of(check_rows("a,2024-06-01,,,-63.57,44.65,Halifax,,5,,s\n"), "swapped_coordinates").empty());
}

TEST_CASE("fixes and events without a source are found", "[check]") {
    const auto result = check_rows("a,2024-06-01,,,130,10,,,5,,\na,2024-06-02,,,130,10,,,5,,s\n",
                                   {{"events.csv", "id,from,title\ne,2024-06-01,Event\n"}});
    CHECK(lines_of(result, "no_source") ==
          Lines{"events.csv:2: sources: no source is given", "positions.csv:2: sources: no source is given"});
    CHECK(lines_of(check_rows("a,2024-06-01,,,130,10,,,5,,\n", {{"sources.csv", "id,title\n"}}), "no_source").size() ==
          1);
}

TEST_CASE("sources, places and assets that no row uses are found", "[check]") {
    const auto result =
        check_rows("a,2024-06-01,,,,,x,,5,,s\nhq,2024-06-01,,,130,10,,,5,,s\np,2024-06-01,,,1,50,,,5,,s\n",
                   {{"sources.csv", "id,title\ns,Used\nt,Unused\n"},
                    {"places.csv", "id,name,lon,lat\nx,X,130,10.5\ny,Y,130,11\n"}});
    CHECK(lines_of(result, "unused_id") == Lines{"assets.csv:3: id: no row uses the asset 'b'",
                                                 "places.csv:3: id: no row uses the place 'y'",
                                                 "sources.csv:3: id: no row uses the source 't'"});
}

TEST_CASE("an interval outside the scenario's [time] is found, one that overlaps it is not", "[check]") {
    const auto result = check_rows("a,2023-06-01,,,130,10,,,5,,s\na,2023-12-30,2024-01-02,,130,10,,,5,,s\n");
    CHECK(lines_of(result, "outside_time") ==
          Lines{"positions.csv:2: from: the dates are outside the scenario's [time]"});
}

TEST_CASE("a fix outside its asset's deployments is found, because it is never shown", "[check]") {
    const auto result = check_rows("a,2024-06-01,,,130,10,,,5,,s\na,2024-08-01,,,130,10,,,5,,s\n",
                                   {{"deployments.csv", "asset,from,to\na,2024-05-01,2024-07-01\n"}});
    CHECK(lines_of(result, "outside_deployment") ==
          Lines{"positions.csv:3: from: 'a' is not deployed at this time, so this report is never shown"});
}

TEST_CASE("a speed that AIS cannot say is found, because some tables give tenths of a knot", "[check]") {
    const formats_test::Folder folder{
        {{"mt.csv", "MMSI,SPEED,LON,LAT,TIMESTAMP\n431000123,145,139.7,35.1,2024-07-31T06:00:00Z\n"
                    "431000123,102,139.7,35.1,2024-07-31T06:30:00Z\n"}}};
    CHECK(
        lines_of(assets::check(assets::read_positions_file(folder / "mt.csv", formats_test::atlas())), "too_fast") ==
        Lines{
            "mt.csv:2: speed_kn: '431000123' reports 145 kn, more than AIS can say (102.2 kn); is this in tenths of a "
            "knot?"});
}

TEST_CASE("a scenario without data_to is found", "[check]") {
    const std::string row = "a,2024-06-01,,,130,10,,,5,,s\n";
    CHECK(lines_of(check_rows(row, {{"scenario.toml", "title = \"X\"\n"}}), "no_data_to") ==
          Lines{"scenario.toml: time.data_to: the day research stopped is missing; --strict requires data_to under "
                "[time] in scenario.toml"});
    CHECK(lines_of(check_rows(row), "no_data_to").empty());
    // A lone table has its settings in a file beside it.
    const formats_test::Folder folder{{{"fleet.csv", "asset,from,lon,lat\na,2024-06-01,130,10\n"}}};
    CHECK(
        lines_of(assets::check(assets::read_positions_file(folder / "fleet.csv", formats_test::atlas())),
                 "no_data_to") ==
        Lines{"fleet.csv: time.data_to: the day research stopped is missing; --strict requires data_to under [time] in "
              "fleet.toml beside it"});
    folder.write("fleet.toml", "theatrum = 1\n");
    CHECK(
        lines_of(assets::check(assets::read_positions_file(folder / "fleet.csv", formats_test::atlas())),
                 "no_data_to") ==
        Lines{
            "fleet.toml: time.data_to: the day research stopped is missing; --strict requires data_to under [time] in "
            "fleet.toml"});
}

TEST_CASE("sources and assets named only by a zone, an event or a deployment count as used", "[check]") {
    const auto result = check_rows(
        "a,2024-06-01,,,130,10,,,5,,s\n",
        {{"sources.csv", "id,title\ns,Used\nz,Of a zone\ne,Of an event\nd,Of a deployment\nn,Of nothing\n"},
         {"zones.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"zone",
            "kind":"patrol","sources":["z"]},"geometry":{"type":"Polygon",
            "coordinates":[[[1,1],[2,1],[2,2],[1,1]]]}}]})"},
         {"events.csv", "id,from,title,sources,assets\ne,2024-06-01,Event,e,b\n"},
         {"deployments.csv", "asset,from,to,sources\na,2024-05-01,2024-07-01,d\nhq,2024-05-01,2024-07-01,d\n"}});
    CHECK(lines_of(result, "unused_id") ==
          Lines{"assets.csv:4: id: no row uses the asset 'p'", "sources.csv:6: id: no row uses the source 'n'"});
}

TEST_CASE("an aircraft on search and rescue may report what AIS cannot say of a ship", "[check]") {
    const auto too_fast = [](const std::string& mmsi, const std::string& speed) {
        const formats_test::Folder folder{
            {{"t.csv", "MMSI,SPEED,LON,LAT,TIMESTAMP\n" + mmsi + "," + speed + ",139.7,35.1,2024-07-31T06:00:00Z\n"}}};
        return lines_of(assets::check(assets::read_positions_file(folder / "t.csv", formats_test::atlas())), "too_fast")
            .size();
    };
    CHECK(too_fast("111431001", "145") == 0);
    CHECK(too_fast("431000123", "145") == 1);
    CHECK(too_fast("431000123", "102.2") == 0);
    CHECK(too_fast("431000123", "102.3") == 1);
}
