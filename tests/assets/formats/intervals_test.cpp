#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"

using namespace assets;
using formats_test::utc;
using Lines = std::vector<std::string>;

namespace {

const std::string header = "asset,from,to,during,lon,lat,radius_km,activity,utc_offset_h";

Fix only_fix(const std::string& row) {
    const auto result = formats_test::read_positions(header, row + "\n");
    REQUIRE(formats_test::errors(result) == Lines{});
    REQUIRE(result.scenario->fixes.size() == 1);
    return result.scenario->fixes.front();
}

} // namespace

TEST_CASE("a date alone covers its local day and means sometime in it", "[intervals]") {
    const Fix fix = only_fix("a,2024-06-11,,,139.67,35.29,5,,-4");
    CHECK(fix.from == utc("2024-06-11T04:00Z"));
    CHECK(fix.to == utc("2024-06-12T03:59:59.999Z"));
    CHECK(fix.during() == During::Sometime);
    CHECK(fix.utc_offset_h() == -4);
}

TEST_CASE("an interval over several days means throughout and includes its last day", "[intervals]") {
    const Fix fix = only_fix("a,2024-06-11,2024-06-13,,139.67,35.29,5,,");
    CHECK(fix.to == utc("2024-06-13T23:59:59.999Z"));
    CHECK(fix.during() == During::Throughout);
}

TEST_CASE("a departure or arrival happens sometime in its interval", "[intervals]") {
    CHECK(only_fix("a,2024-06-11,2024-06-13,,139.67,35.29,5,departure,").during() == During::Sometime);
    CHECK(only_fix("a,2024-06-11,2024-06-13,,139.67,35.29,5,arrival,").during() == During::Sometime);
    CHECK(only_fix("a,2024-06-11,2024-06-13,throughout,139.67,35.29,5,arrival,").during() == During::Throughout);
}

TEST_CASE("a fix with a time of day is in force at that instant", "[intervals]") {
    const Fix fix = only_fix("a,2024-06-11T08:00Z,,,139.67,35.29,5,,");
    CHECK(fix.from == fix.to);
    CHECK(fix.precision() == Precision::Time);
    CHECK(fix.during() == During::Throughout);
}

TEST_CASE("rows that differ only in time and place share their details", "[intervals]") {
    const auto result = formats_test::read_positions(
        header, "a,2024-06-11,,,139.67,35.29,5,underway,\na,2024-06-12,,,140.67,35.29,5,underway,\n"
                "a,2024-06-13,,,140.67,35.29,5,at_anchor,\n");
    REQUIRE(result.scenario);
    const auto fixes = result.scenario->fixes_of(0);
    REQUIRE(fixes.size() == 3);
    CHECK(&*fixes[0].details == &*fixes[1].details);
    CHECK(&*fixes[0].details != &*fixes[2].details);
}

TEST_CASE("'*' lasts until the instant before the next fix", "[intervals]") {
    const auto result = formats_test::read_positions(
        header, "a,2024-06-11,*,,139.67,35.29,5,,\nb,2024-06-12,,,139.67,35.29,5,,\na,2024-06-20,,,139.67,35.29,5,,\n");
    REQUIRE(result.scenario);
    const Fix& first = result.scenario->fixes_of(0)[0];
    CHECK(first.open_end());
    CHECK(first.to == utc("2024-06-19T23:59:59.999Z"));
}

TEST_CASE("'*' without a later fix lasts until the end of the deployment, or without end", "[intervals]") {
    const auto result = formats_test::read(
        {{"positions.csv", header + "\na,2024-06-11,*,,139.67,35.29,5,,\nb,2024-06-11,*,,139.67,35.29,5,,\n"},
         {"deployments.csv", "asset,from,to\na,2024-06-01,2024-08-31\n"}});
    REQUIRE(result.scenario);
    CHECK(result.scenario->fixes_of(0)[0].to == utc("2024-08-31T23:59:59.999Z"));
    CHECK(result.scenario->fixes_of(1)[0].to == far_future);
}

TEST_CASE("months, day-first dates and the scenario's UTC offset are understood", "[intervals]") {
    const auto result = assets::read_scenario(formats_test::fixture("valid-dates"), formats_test::atlas());
    REQUIRE(formats_test::errors(result) == Lines{});
    const Scenario& s = *result.scenario;
    CHECK(s.start == utc("2023-12-31T15:00Z"));
    CHECK(s.end == utc("2024-12-31T14:59:59.999Z"));
    const auto a = s.fixes_of(0);
    REQUIRE(a.size() == 5);
    CHECK(a[0].from == utc("2024-04-30T15:00Z")); // 2024-05
    CHECK(a[0].to == utc("2024-05-31T14:59:59.999Z"));
    CHECK(a[0].during() == During::Sometime);
    CHECK(a[1].from == utc("2024-06-04T15:00Z")); // 05/06/2024, day first
    CHECK(a[1].to == utc("2024-06-07T14:59:59.999Z"));
    CHECK(a[2].from == utc("2024-06-10T08:00Z"));
    CHECK(a[3].from == utc("2024-06-11T04:00Z"));
    CHECK(s.fixes_of(1)[0].to == utc("2024-05-31T14:59:59.999Z"));
    CHECK(s.fixes_of(1)[1].to == utc("2024-08-31T14:59:59.999Z"));
    CHECK(s.fixes_of(2)[0].to == far_future);
}

TEST_CASE("fixes are sorted by asset, then by time, then by row", "[intervals]") {
    const auto result = formats_test::read_positions(header, "b,2024-06-02,,,1,50,5,,\na,2024-06-03,,,1,50,5,,\n"
                                                             "a,2024-06-01,,,1,50,5,,\na,2024-06-01,,,2,50,5,,\n");
    REQUIRE(result.scenario);
    std::vector<int> lines;
    for (const auto& fix : result.scenario->fixes)
        lines.push_back(fix.line);
    CHECK(lines == std::vector<int>{4, 5, 3, 2});
    CHECK(result.scenario->first_fix == std::vector<std::size_t>{0, 3, 4, 4, 4});
}

TEST_CASE("deployments of an asset may share a day but not overlap", "[intervals]") {
    const auto deployments = [](const std::string& rows) {
        return formats_test::errors(formats_test::read({{"deployments.csv", "asset,from,to\n" + rows}}));
    };
    CHECK(deployments("a,2024-06-01,2024-06-30\na,2024-06-30,2024-07-30\n") == Lines{});
    CHECK(deployments("a,2024-06-01,2024-06-30\nb,2024-06-10,2024-07-30\n") == Lines{});
    CHECK(deployments("a,2024-06-30,2024-07-30\na,2024-06-01,2024-07-02\n") ==
          Lines{"deployments.csv:2: from: 'a' is still deployed: the deployment in line 3 ends after this one begins"});
}

TEST_CASE("an interval from a clock time to a day ends with that day, also on the same day", "[intervals]") {
    const auto interval = [](const std::string& from, const std::string& to) {
        const auto result = formats_test::read_positions(header, "a," + from + "," + to + ",,139.67,35.29,5,,\n");
        if (!result.scenario) return formats_test::errors(result).at(0);
        const Fix& fix = result.scenario->fixes_of(0)[0];
        return to_iso(fix.from) + " " + to_iso(fix.to);
    };
    CHECK(interval("2024-06-01T18:00Z", "2024-06-01") == "2024-06-01T18:00:00Z 2024-06-01T23:59:59.999Z");
    CHECK(interval("2024-06-01", "2024-06-01T06:00Z") == "2024-06-01T00:00:00Z 2024-06-01T06:00:00Z");
    CHECK(interval("2024-06-15", "2024-06") == "2024-06-15T00:00:00Z 2024-06-30T23:59:59.999Z");
    CHECK_THAT(interval("2024-06-02T00:00Z", "2024-06-01"), Catch::Contains("is before the start"));
    CHECK_THAT(interval("2024-06-01T06:00Z", "2024-06-01T05:59Z"), Catch::Contains("is before the start"));
}
