#include "tests/assets/check/findings.hpp"
#include "tests/support/catch.hpp"

using check_test::check_rows;
using check_test::Lines;
using check_test::of;

namespace {

/// Two reports a day apart, `degrees` of longitude apart along 10 N: a degree is 59.2 nautical miles.
Lines speed_of(const std::string& asset, int degrees, const std::string& radius_km, const std::string& error_h = "0") {
    const auto row = [&](const std::string& day, int lon) {
        return asset + "," + day + "T00:00Z,,," + std::to_string(lon) + ",10,,," + radius_km + "," + error_h + ",s\n";
    };
    return of(check_rows(row("2024-06-01", 130) + row("2024-06-02", 130 + degrees)), "too_fast");
}

} // namespace

TEST_CASE("two reports that demand more than the speed limit are too fast", "[check]") {
    CHECK(speed_of("a", 20, "5") ==
          Lines{"positions.csv:3: from: 'a' would need 50 kn from line 2; its limit is 30 kn"});
    CHECK(speed_of("a", 12, "5").empty());
    CHECK(speed_of("p", 20, "5").empty());
    CHECK(speed_of("hq", 20, "5").empty());
}

TEST_CASE("speed is measured from edge to edge", "[check]") {
    CHECK(speed_of("a", 13, "5").size() == 1);
    CHECK(speed_of("a", 13, "100").empty());
    // The circle of either report shortens the way: 13 degrees are 770 miles, and 720 are allowed.
    const auto with_radii = [](const std::string& earlier, const std::string& later) {
        return of(check_rows("a,2024-06-01T00:00Z,,,130,10,,," + earlier + ",,s\na,2024-06-02T00:00Z,,,143,10,,," +
                             later + ",,s\n"),
                  "too_fast")
            .size();
    };
    CHECK(with_radii("1", "1") == 1);
    CHECK(with_radii("100", "1") == 0);
    CHECK(with_radii("1", "100") == 0);
}

TEST_CASE("an error of time gives the way more time", "[check]") {
    CHECK(speed_of("a", 20, "5", "0").size() == 1);
    CHECK(speed_of("a", 20, "5", "24").empty());
}

TEST_CASE("a report that holds sometime chooses its best instant", "[check]") {
    // Read strictly there is no time at all between the end of one day and the beginning of the next.
    const auto rows = [&](const std::string& during) {
        return "a,2024-06-01,," + during + ",130,10,,,5,,s\na,2024-06-02,," + during + ",146,10,,,5,,s\n";
    };
    CHECK(of(check_rows(rows("sometime")), "too_fast").empty());
    CHECK(of(check_rows(rows("throughout")), "too_fast").size() == 1);
}

TEST_CASE("nothing is too fast across two deployments", "[check]") {
    CHECK(of(check_rows("a,2024-06-01,,,130,10,,,5,,s\na,2024-06-04,,,-60,44,,,5,,s\n",
                        {{"deployments.csv", "asset,from,to\na,2024-05-01,2024-06-02\na,2024-06-03,2024-07-01\n"}}),
             "too_fast")
              .empty());
}

TEST_CASE("two precise reports that hold throughout cannot be in two places", "[check]") {
    const auto report = check_rows("a,2024-06-01,2024-06-10,,130,10,,,5,,s\na,2024-06-05,2024-06-07,,131,10,,,5,,s\n");
    CHECK(of(report, "two_places") ==
          Lines{"positions.csv:3: from: 'a' cannot be here and at the place of line 2, 110 km away, at once"});
}

TEST_CASE("two reports of one instant in two places contradict each other", "[check]") {
    const auto rows = [](const std::string& lon) {
        return "a,2024-06-01T12:00Z,,,130,10,,,5,,s\na,2024-06-01T12:00Z,,," + lon + ",10,,,5,,s\n";
    };
    CHECK(of(check_rows(rows("131")), "two_places").size() == 1);
    CHECK(of(check_rows(rows("130.05")), "two_places").empty()); // 5.5 km apart: the circles overlap
}

TEST_CASE("a precise report that cannot be reached from the wide one around it conflicts", "[check]") {
    const auto around = [](const std::string& lon) {
        return "a,2024-06-01,2024-06-10,,130,10,,,200,,s\na,2024-06-05T00:00Z,,," + lon + ",10,,,5,,s\n";
    };
    CHECK(of(check_rows(around("131")), "reports_conflict").empty());
    CHECK(of(check_rows(around("-150")), "reports_conflict") ==
          Lines{"positions.csv:3: from: 'a' cannot come here from the area of line 2 and be back in time"});
}

TEST_CASE("a ship is on land only when its whole circle is", "[check]") {
    CHECK(of(check_rows("a,2024-06-01,,,105,45,,,50,,s\n"), "ship_on_land") ==
          Lines{"positions.csv:2: lon: 'a' is a ship, and all within 50 km is land"}); // Mongolia
    CHECK(of(check_rows("p,2024-06-01,,,105,45,,,50,,s\n"), "ship_on_land").empty());
    CHECK(of(check_rows("a,2024-06-01,,,130,10,,,5,,s\n"), "ship_on_land").empty());
}

TEST_CASE("0, 0 and swapped coordinates are suspected", "[check]") {
    CHECK(of(check_rows("a,2024-06-01,,,0,0,,,5,,s\n"), "zero_coordinates") ==
          Lines{"positions.csv:2: lon: 0, 0 is probably a missing position"});
    CHECK(of(check_rows("a,2024-06-01,,,44.65,-63.57,Halifax,,5,,s\n"), "swapped_coordinates") ==
          Lines{"positions.csv:2: lon: lon and lat are probably swapped: the other way round they are at the place "
                "named"});
    CHECK(of(check_rows("a,2024-06-01,,,-63.57,44.65,Halifax,,5,,s\n"), "swapped_coordinates").empty());
}

TEST_CASE("reports, events and zones without a source are told", "[check]") {
    const auto report = check_rows("a,2024-06-01,,,130,10,,,5,,\na,2024-06-02,,,130,10,,,5,,s\n",
                                   {{"events.csv", "id,from,title\ne,2024-06-01,Event\n"}});
    CHECK(of(report, "no_source") ==
          Lines{"events.csv:2: sources: no source is given", "positions.csv:2: sources: no source is given"});
    CHECK(of(check_rows("a,2024-06-01,,,130,10,,,5,,\n", {{"sources.csv", "id,title\n"}}), "no_source").size() == 1);
}

TEST_CASE("ids that nothing uses are told", "[check]") {
    const auto report =
        check_rows("a,2024-06-01,,,,,x,,5,,s\nhq,2024-06-01,,,130,10,,,5,,s\np,2024-06-01,,,1,50,,,5,,s\n",
                   {{"sources.csv", "id,title\ns,Used\nt,Unused\n"},
                    {"places.csv", "id,name,lon,lat\nx,X,130,10.5\ny,Y,130,11\n"}});
    CHECK(of(report, "unused_id") == Lines{"assets.csv:3: id: no row uses the asset 'b'",
                                           "places.csv:3: id: no row uses the place 'y'",
                                           "sources.csv:3: id: no row uses the source 't'"});
}

TEST_CASE("dates outside [time] are told, overlapping ones are not", "[check]") {
    const auto report = check_rows("a,2023-06-01,,,130,10,,,5,,s\na,2023-12-30,2024-01-02,,130,10,,,5,,s\n");
    CHECK(of(report, "outside_time") == Lines{"positions.csv:2: from: the dates are outside the scenario's [time]"});
}

TEST_CASE("a report outside its asset's deployments is never shown, and that is told", "[check]") {
    const auto report = check_rows("a,2024-06-01,,,130,10,,,5,,s\na,2024-08-01,,,130,10,,,5,,s\n",
                                   {{"deployments.csv", "asset,from,to\na,2024-05-01,2024-07-01\n"}});
    CHECK(of(report, "outside_deployment") ==
          Lines{"positions.csv:3: from: 'a' is not deployed then, so this is never shown"});
}

TEST_CASE("the day research stopped must be given", "[check]") {
    const std::string row = "a,2024-06-01,,,130,10,,,5,,s\n";
    CHECK(of(check_rows(row, {{"scenario.toml", "title = \"X\"\n"}}), "no_data_to") ==
          Lines{"scenario.toml: time.data_to: required by --strict: the day research stopped, under [time] in "
                "scenario.toml"});
    CHECK(of(check_rows(row), "no_data_to").empty());
}

TEST_CASE("sources and assets that only a zone, an event or a deployment names are used", "[check]") {
    const auto report = check_rows(
        "a,2024-06-01,,,130,10,,,5,,s\n",
        {{"sources.csv", "id,title\ns,Used\nz,Of a zone\ne,Of an event\nd,Of a deployment\nn,Of nothing\n"},
         {"zones.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"zone",
            "kind":"patrol","sources":["z"]},"geometry":{"type":"Polygon",
            "coordinates":[[[1,1],[2,1],[2,2],[1,1]]]}}]})"},
         {"events.csv", "id,from,title,sources,assets\ne,2024-06-01,Event,e,b\n"},
         {"deployments.csv", "asset,from,to,sources\na,2024-05-01,2024-07-01,d\nhq,2024-05-01,2024-07-01,d\n"}});
    CHECK(of(report, "unused_id") ==
          Lines{"assets.csv:4: id: no row uses the asset 'p'", "sources.csv:6: id: no row uses the source 'n'"});
}
