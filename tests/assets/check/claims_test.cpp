#include "tests/assets/check/findings.hpp"
#include "tests/support/catch.hpp"

using check_test::check_rows;
using check_test::Lines;
using check_test::lines_of;

namespace {

/// The findings about one row of frigate `a` at these coordinates.
Lines fineness(const std::string& lon, const std::string& lat, const std::string& radius_km) {
    return lines_of(check_rows("a,2024-06-01,,," + lon + "," + lat + ",,," + radius_km + ",,s\n"), "finer_than_radius");
}

Lines hulls(const std::string& rows) {
    return lines_of(check_rows("", {{"assets.csv", "id,name,hull,type,country\n" + rows}}), "hull_conflict");
}

/// The conflicts of two wide reports of frigate `a`, which sails 720 nautical miles a day.
Lines conflicts(const std::string& first, const std::string& second) {
    return lines_of(check_rows("a," + first + ",,s\na," + second + ",,s\n"), "reports_conflict");
}

} // namespace

TEST_CASE("a position written to less than a two-thousandth of its radius is a finding", "[check]") {
    CHECK(fineness("130.12", "20.34", "5").empty());
    CHECK(fineness("130.1234", "20.1234", "5").empty()); // 11 m of 5 km
    CHECK(
        fineness("130.1234", "20.1234", "30") ==
        Lines{"positions.csv:2: lon: the position is written to 11 m although it is only known within 30 km; round it "
              "to 0.01 degrees, or give the radius that its source supports"});
    CHECK(fineness("130.123", "20.1", "250").size() == 1); // the finer of both counts
    CHECK(fineness("130.5", "20.1", "150").empty());
    CHECK(fineness("130", "20", "150").empty());
    CHECK(fineness("130.25", "20.5", "5000").size() == 1);
    CHECK(fineness("130", "20", "2000").empty());
}

TEST_CASE("a report after the day on which research stopped is a finding unless it is a plan", "[check]") {
    const std::string toml = "[time]\nstart = 2024-01-01\nend = 2024-12-31\ndata_to = 2024-06-10\n";
    const std::string header = "asset,from,lon,lat,radius_km,kind,sources\n";
    const auto dated = [&](const std::string& day, const std::string& kind) {
        return lines_of(
            assets::check(formats_test::read({{"scenario.toml", toml},
                                              {"assets.csv", "id,name,type\na,A,frigate\n"},
                                              {"sources.csv", "id,title\ns,Source\n"},
                                              {"positions.csv", header + "a," + day + ",130,20,5," + kind + ",s\n"}})),
            "after_data_to");
    };
    CHECK(dated("2024-06-10", "reported").empty());
    CHECK(dated("2024-06-11", "planned").empty());
    CHECK(dated("2024-06-11", "reported") ==
          Lines{"positions.csv:2: from: the date is after data_to, 2024-06-10, the day on which research stopped; mend "
                "one of them, or write kind = planned"});
    const auto events = check_rows("", {{"scenario.toml", toml},
                                        {"events.csv", "id,from,title,kind,sources\n"
                                                       "talk,2024-06-10,Talk,meeting,s\n"
                                                       "late,2024-06-12,Late,meeting,s\n"
                                                       "news,2024-06-12,News,announcement,s\n"}});
    CHECK(lines_of(events, "after_data_to").size() == 1);
}

TEST_CASE("a hull number that contradicts the ship's name is a finding", "[check]") {
    CHECK(hulls("a,USS Milius (DDG-69),DDG 69,destroyer,US\n").empty());
    CHECK(hulls("a,USS Milius (DDG-69),ddg69,destroyer,US\n").empty());
    CHECK(hulls("a,USS Milius (DDG-69),,destroyer,US\n").empty());
    CHECK(hulls("a,Aurora (CP-140),CP-141,maritime_patrol_aircraft,CA\n").empty()); // no hull
    CHECK(hulls("a,HMCS Ottawa (Halifax class),FFH 341,frigate,CA\n").empty());
    CHECK(hulls("a,USS Milius (DDG-69),DDG-70,destroyer,US\n") ==
          Lines{"assets.csv:2: hull: the hull number 'DDG-70' contradicts the name 'USS Milius (DDG-69)'; mend one of "
                "them"});
}

TEST_CASE("two ships of one country with one hull number are a finding", "[check]") {
    CHECK(hulls("a,Ottawa,FFH 341,frigate,CA\nb,Vancouver,FFH-341,frigate,CA\n") ==
          Lines{"assets.csv:3: hull: 'a' and 'b' have the same hull number, FFH-341; mend one of them"});
    CHECK(hulls("a,Ottawa,FFH 341,frigate,CA\nb,Vancouver (FFH-341),,frigate,CA\n").size() == 1);
    CHECK(hulls("a,Ottawa,101,frigate,CA\nb,Shiranui,101,destroyer,JP\n").empty());
    CHECK(hulls("a,Ottawa,FFH 341,frigate,CA\nb,Vancouver,FFH 331,frigate,CA\n").empty());
}

TEST_CASE("wide reports of one time whose areas lie apart conflict", "[check]") {
    const std::string area = "2024-06-01,2024-06-10,throughout,130,10,,,200";
    CHECK(conflicts(area, "2024-06-01,2024-06-10,throughout,133,10,,,200").empty()); // the areas meet
    const auto apart = conflicts(area, "2024-06-01,2024-06-10,throughout,140,10,,,200");
    REQUIRE(apart.size() == 1); // 1,095 km less two radii
    CHECK(
        apart[0].find("positions.csv:3: from: 'a' cannot be in this area and in that of line 2 (2024-06-01) within the "
                      "dates of both: they are 69") == 0);
    // An excursion with three days to go and three to return, and one without.
    CHECK(conflicts(area, "2024-06-04,2024-06-07,throughout,140,10,,,200").empty());
    CHECK(conflicts(area, "2024-06-04,2024-06-07,throughout,-150,10,,,200").size() == 1);
    // A day that both share, and a week.
    CHECK(conflicts(area, "2024-06-10,2024-06-15,throughout,140,10,,,200").empty());
    CHECK(conflicts(area, "2024-06-10,2024-06-15,throughout,-170,10,,,200").size() == 1);
    CHECK(conflicts(area, "2024-06-05,2024-06-15,throughout,140,10,,,200").size() == 1);
    // Some day of the interval is no claim about all of them.
    CHECK(conflicts(area, "2024-06-01,2024-06-10,sometime,140,10,,,200").empty());
}
