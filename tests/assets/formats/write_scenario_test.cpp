#include "assets/formats/registry/registry.hpp"
#include "assets/formats/writing/write_scenario.hpp"
#include "assets/model/values/codes.hpp"
#include "tests/assets/formats/same_scenario.hpp"
#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"

#include <random>

#include <fmt/format.h>

using namespace assets;

namespace {

using Files = std::map<std::string, std::string>;

std::shared_ptr<const Scenario> from_files(const Files& files) {
    const formats_test::Folder folder{files};
    const auto result = read_scenario(folder.path(), formats_test::atlas());
    CHECK(formats_test::errors(result).empty());
    for (const Finding& finding : result.findings) { // a random text is no address
        INFO(formats_test::line_of(finding));
        CHECK((finding.severity != Severity::Warning || finding.code == code::bad_link));
    }
    return result.scenario;
}

/// Writes the scenario, reads the files back, compares, and checks that writing again gives the same files.
Files check_round_trip(const Scenario& scenario) {
    Files files = write_scenario(scenario);
    const auto again = from_files(files);
    REQUIRE(again);
    formats_test::check_same(scenario, *again);
    CHECK(write_scenario(*again) == files);
    return files;
}

/// Scenario files that use every column and key that a Scenario keeps.
Files full_scenario() {
    return {{"scenario.toml", R"(theatrum = 1
title = "Say \"everything\" \\ twice"
subtitle = "Ligne 1\nLigne 2\té 서울 🚢"
credit = "A, B; C"
[time]
start = 2024-05-01
end = 2024-06-30T11:22:33Z
utc_offset_h = 9.5
data_to = "31/07/2024"
[view]
projection = "merc"
center = [127.5, -0.1]
width_km = 1234.5
[style]
theme = "night"
symbols = "nato"
names = "ko"
policy = "intl"
label_style = "hull"
units = ["nmi", "km"]
[read]
dates = "dmy"
[routes]
avoid = ["suez-canal"]
allow = ["taiwan-strait", "kerch-strait"]
[words]
"asof.reported" = "As \"they\" say {date}"
"label.planned" = "= later"
[[accept]]
code = "too_fast"
asset = "a"
from = 2024-05-03
why = "It flew."
[[accept]]
code = "disputed"
place = "dokdo"
from = "3/5/2024 10:00"
why = "Known"
[[accept]]
code = "no_source"
zone = "ring"
why = "Ours"
[[accept]]
code = "no_source"
event = "talk"
why = "Ours"
[[feed]]
url = "ais+udp://:10110"
name = "Mast"
area = [170, -10.25, -170, 10]
types = ["merchant", "coast_guard"]
credit = "Harbour"
terms = "Ask first"
[[feed]]
url = "sbs+file:logs/x.sbs"
[[alert]]
id = "near"
when = "enters"
zone = "ring"
who = ["a", "316138000"]
[[alert]]
id = "quiet"
when = "silent"
minutes = 12.5
[[figure]]
id = "voyages"
preset = "column-183"
dpi = 240
from = 2024-05-01
to = "2024-06-01T06:00Z"
fit = ["a", "ring"]
projection = "laea"
theme = "dark"
words = "ko"
names = "en+ko"
title = "Two \"ships\""
subtitle = "In May"
credit = "Us"
show = ["strip", "graticule"]
hide = ["b"]
emphasise = ["a"]
without = ["seas"]
[[figure.inset]]
kind = "detail"
center = [127.5, -0.25]
width_km = 300
corner = "top right"
projection = "merc"
[[figure.note]]
kind = "arrow"
at = "a"
to = [128, 36.5]
text = "Here"
offset_mm = [3, -1.5]
[[figure.note]]
kind = "ring"
at = [127, 36]
radius_km = 12.5
[[figure.label]]
id = "a"
text = "A"
offset_mm = [1, 2]
[[figure.label]]
id = "b"
hide = true
[[figure]]
id = "two"
width_mm = 89
height_mm = 110
at = 2024-05-03
compare = 2024-05-10
center = [120, 20]
width_km = 900
[[figure]]
id = "three"
size = "800x600"
at = 2024-05-03
bbox = [170, -10, -170, 10]
[[figure]]
id = "four"
frame = "korea"
)"},
            {"assets.csv",
             "id,name,prefix,short,hull,type,sidc,side,country,operator,mmsi,icao,uid,max_speed_kn,path,max_gap,stale_"
             "after,"
             "lost_after,rank,aliases,names,note\n"
             "a,\"HMCS \"\"A\"\"\",HMCS,A,FFH "
             "1,frigate,,friend,CA,Navy,316138000,,,29.5,great_circle,90min,none,45s,3,B;C D,ko=가 나;zh=甲,"
             "\"=SUM(A1)\nsecond line\"\n"
             "b,+B,,,,other,10033000001202000000,hostile,KP,,,C0FFEE,ANDROID-1,none,hold,3d,36h,never,9,,,@note\n"
             "g,Group,,,,group,,,,,,,,,,,,,,,,-\n"},
            {"sources.csv", "id,title,publisher,published,date,kind,url\n"
                            "s1,\"A, \"\"B\"\"\",Paper,31/05/2024,05/06/2024,news,https://example.org/?a=1,\n"
                            "s2,,,,,ais,https://example.org\n"},
            {"places.csv",
             "id,name,lon,lat,kind,country,aliases,names\nhome,Home; sweet,127.00000000000001,37.1,naval_base,KR,"
             "House;Haus,en=Home;ja=家\n"},
            {"deployments.csv", "asset,from,to,operation,from_error_h,to_error_h,sources,note,utc_offset_h\n"
                                "a,01/05/2024,2024-05-20,Op X;Op Y,12,24.5,s1;s2,Why,\n"
                                "a,2024-06-01T10:00Z,*,,,,,,0\n"
                                "b,2024-05,2024-05-31T12:00Z,,,,,,-3.5\n"},
            {"positions.csv",
             "asset,from,to,during,lon,lat,place,area,radius_km,at_asset,via,count,strength,course_deg,speed_kn,kind,"
             "confidence,confidence_date,grade,sources,activity,note,time_error_h,utc_offset_h\n"
             "a,2024-05-02,,,,,home,,,,134.5 5;Singapore,2,\"1,000 "
             "men\",90.5,12.25,observed,high,low,B2,s2;s1,,\"a\r\nb\",1.5,\n"
             "a,2024-05-03,2024-05-05,,129.123456789,35.5,Off Busan,,12.5,,,,,,,estimated,medium,,,,underway,,,0\n"
             "a,2024-05-06,2024-05-08,sometime,,,,south-china-sea,,,,,,,,,,,,,,,,\n"
             "a,2024-05-09T10:00Z,*,,115,15,,south-china-sea,40,,,,,,,,,,,,,,,\n"
             "a,2024-05-10T01:02:03Z,2024-05-11T04:05:06Z,,115,15,Paracels,south-china-sea,,,,,,,,,,,,,,,,\n"
             "a,2024-05-12,2024-05-12,throughout,,,,ring,,,,,,,,planned,,,,,,,,\n"
             "a,2024-05-13,,throughout,-180,-90,,,0.001,,,,,0,0,,,,,,arrival,,,\n"
             "a,2024-06,,,120.1,20.2,,,30,,,,,,,,,,,,,,,\n"
             "b,2024,,,10,10,,,25,,,,,,,,,,,,,,,\n"
             "b,2024-05-03,2024-05-04,,,,aboard,,,a,,,,,,,,,,,,,,\n"
             "b,2024-05-05T09:00,,,10.5,10.5,,,5,,,,,,,,,,,,,,,-3.5\n"
             "b,2024-05-06,2024-05-07T12:00Z,,10.5,10.5,,,5,,,,,,,,,,,,,,,\n"
             "b,2024-05-08T12:00Z,2024-05-09,,10.5,10.5,,,5,,,,,,,,,,,,,,,\n"
             "b,2024-05-10,*,,10.5,10.5,,,5,,,,,,,,,,,,,,,\n"},
            {"events.csv", "id,from,to,title,caption,kind,place,area,lon,lat,radius_km,assets,others,operation,sources,"
                           "confidence,confidence_date,time_error_h,note,utc_offset_h\n"
                           "talk,2024-05-02,,Talk,\"Cap, tion\",meeting,home,,,,,a;b,Others,Op X,s1,high,low,2,Note,\n"
                           "sail,2024-05-02,2024-05-04,Sail,,,,ring,,,,,,,,,,,,\n"
                           "fire,2024-05-03T10:00Z,,Fire,,incident,There,,1.5,2.5,3.5,,,,,,,,,0\n"
                           "midnight,2024-05-04T00:00Z,,Midnight,,,,,,,,,,,,,,,,0\n"
                           "word,2024-05-05T10:00,2024-05-06,Said,,,,,,,,,,,,,,,,\n"
                           "sea,2024-05-07,,At sea,,,,ring,120,20,,,,,,,,,,\n"},
            {"members.csv", "group,asset,role,from,to\ng,a,flagship,2024-05-01,2024-05-09\ng,b,,,\na,b,embarked,"
                            "2024-05-03T01:00Z,2024-05-03T02:00Z\n"},
            {"zones.geojson", R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"id": "ring", "name": "Ring \"1\"", "names": "ko=고리 \"1\"", "kind": "patrol", "status": "agreed",
 "drawn": "exact", "radius_km": 300, "valid_from": "2024-05-01", "valid_to": "2024-05-31T10:00Z", "confidence": "low",
 "sources": ["s1", "s2"], "note": "a\nb"}, "geometry": {"type": "Point", "coordinates": [122.5, 22.5]}},
{"type": "Feature", "properties": {"id": "line", "open_ends": true},
 "geometry": {"type": "LineString", "coordinates": [[179, 1], [-179.5, 2], [-170, 3]]}},
{"type": "Feature", "properties": {"id": "corridor", "half_width_km": 2.5, "kind": "dmz"},
 "geometry": {"type": "MultiLineString", "coordinates": [[[1, 1], [2, 2]], [[3, 3], [4.25, 4]]]}},
{"type": "Feature", "properties": {"id": "box"}, "geometry": {"type": "Polygon", "coordinates":
 [[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]], [[1, 1], [2, 1], [2, 2], [1, 1]]]}},
{"type": "Feature", "properties": {"id": "boxes"}, "geometry": {"type": "MultiPolygon", "coordinates":
 [[[[0, 0], [1, 0], [1, 1], [0, 0]]], [[[175, 0], [-175, 0], [-175, 1], [175, 0]]]]}},
{"type": "Feature", "properties": {"id": "sea", "sea": "yellow-sea"}, "geometry": null}]})"}};
}

} // namespace

TEST_CASE("the built-in scenario is the same after writing and reading", "[write]") {
    const auto result = read_scenario(std::filesystem::path{THEATRUM_SOURCE_DIR} / "assets/scenarios/canada-2024",
                                      formats_test::atlas());
    REQUIRE(result.scenario);
    REQUIRE(result.scenario->fixes.size() > 40);
    check_round_trip(*result.scenario);
}

TEST_CASE("every valid fixture is the same after writing and reading", "[write]") {
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator{formats_test::fixture("")}) {
        if (entry.path().filename().string().starts_with("broken-")) continue;
        std::vector<std::filesystem::path> scenarios;
        if (std::filesystem::exists(entry.path() / "positions.csv") ||
            std::filesystem::exists(entry.path() / "scenario.toml"))
            scenarios.push_back(entry.path());
        else
            for (const auto& file : std::filesystem::directory_iterator{entry.path()})
                if (file.path().extension() == ".csv") scenarios.push_back(file.path());
        for (const auto& path : scenarios) {
            INFO(path);
            const auto result = FormatRegistry::standard().read(path, {.atlas = formats_test::atlas()});
            REQUIRE(result.scenario);
            check_round_trip(*result.scenario);
            ++count;
        }
    }
    CHECK(count >= 5);
}

TEST_CASE("a scenario that uses all columns is the same after writing and reading", "[write]") {
    const auto scenario = from_files(full_scenario());
    REQUIRE(scenario);
    const Files files = check_round_trip(*scenario);
    CHECK(files.size() == full_scenario().size());
}

TEST_CASE("files without rows and columns without values are not written", "[write]") {
    const auto scenario = from_files({{"scenario.toml", "theatrum = 1\ntitle = \"Small\"\n"},
                                      {"assets.csv", "id,name,type\na,A,frigate\n"},
                                      {"positions.csv", "asset,from,lon,lat,radius_km\na,2024-05-01,1.5,50,5\n"}});
    REQUIRE(scenario);
    CHECK(write_scenario(*scenario) ==
          Files{{"scenario.toml", "theatrum = 1\ntitle = \"Small\"\n"},
                {"assets.csv", "id,name,type\na,A,frigate\n"},
                {"positions.csv", "asset,from,lon,lat,radius_km\na,2024-05-01,1.5,50,5\n"}});
}

TEST_CASE("a fix keeps the precision of its dates, and times are written in UTC", "[write]") {
    const auto scenario = from_files({{"scenario.toml", "theatrum = 1\ntitle = \"x\"\n[time]\nutc_offset_h = 9\n"},
                                      {"assets.csv", "id,name,type\na,A,frigate\n"},
                                      {"positions.csv", "asset,from,to,lon,lat,radius_km\n"
                                                        "a,2023,,1,50,5\n"
                                                        "a,2024-05,,1,50,5\n"
                                                        "a,2024-06-01,2024-06-02,1,50,5\n"
                                                        "a,2024-06-03T09:00,2024-06-03T10:00:30,1,50,5\n"
                                                        "a,2024-06-04,*,1,50,5\n"}});
    REQUIRE(scenario);
    CHECK(write_scenario(*scenario).at("positions.csv") == "asset,from,to,lon,lat,radius_km\n"
                                                           "a,2023,,1,50,5\n"
                                                           "a,2024-05,,1,50,5\n"
                                                           "a,2024-06-01,2024-06-02,1,50,5\n"
                                                           "a,2024-06-03T00:00:00Z,2024-06-03T01:00:30Z,1,50,5\n"
                                                           "a,2024-06-04,*,1,50,5\n");
}

TEST_CASE("an event at one instant is written as a time, also at the first or last instant of a day", "[write]") {
    const std::string rows = "id,from,to,title\n"
                             "a,2024-05-04T00:00:00Z,,First\n"
                             "b,2024-05-04T23:59:59.999Z,,Last\n"
                             "c,2024-05-05,,Day\n"
                             "d,2024-05-06,2024-05-07,Days\n";
    const auto scenario = from_files({{"scenario.toml", "theatrum = 1\ntitle = \"x\"\n"},
                                      {"assets.csv", "id,name,type\na,A,frigate\n"},
                                      {"events.csv", rows}});
    REQUIRE(scenario);
    CHECK(write_scenario(*scenario).at("events.csv") == rows);
}

TEST_CASE("milliseconds are written if there are any, and read back the same", "[write]") {
    const std::string rows = "asset,from,to,lon,lat,radius_km\n"
                             "a,2024-06-03T06:00:00.250Z,2024-06-03T06:00:00.749Z,1,50,5\n"
                             "a,2024-06-03T06:00:00.750Z,2024-06-03T06:00:01Z,2,50,5\n"
                             "a,2024-06-04T23:59:59.500Z,2024-06-05,2,50,5\n"
                             "a,2024-06-06,2024-06-06T23:59:59Z,2,50,5\n";
    const auto scenario = from_files({{"scenario.toml", "theatrum = 1\ntitle = \"x\"\n"},
                                      {"assets.csv", "id,name,type\na,A,frigate\n"},
                                      {"positions.csv", rows}});
    REQUIRE(scenario);
    REQUIRE(scenario->fixes.size() == 4);
    CHECK(scenario->fixes[1].from - scenario->fixes[0].from == std::chrono::milliseconds{500});
    CHECK(write_scenario(*scenario).at("positions.csv") == rows);
}

TEST_CASE("a text that a spreadsheet takes for a formula is written unchanged", "[write]") {
    auto files = full_scenario();
    const auto scenario = from_files(files);
    REQUIRE(scenario);
    const std::string text = write_scenario(*scenario).at("assets.csv");
    CHECK_THAT(text, Catch::Contains("b,+B,"));
    CHECK_THAT(text, Catch::Contains(",@note\n"));
    CHECK_THAT(text, Catch::Contains(",\"=SUM(A1)\nsecond line\"\n"));
}

TEST_CASE("any text is the same after writing and reading", "[write]") {
    const std::vector<std::string> pieces{"\"", "\\", "\n", "\r\n", "\r",  ",",       ";",    "\t",    "=",
                                          "+",  "-",  "@",  "#",    "'",   "a",       "é",    "서",    "🚢",
                                          "]",  "{",  "}",  " ",    "\\n", "\\u0041", "\"\"", "sep=;", "\xEF\xBB\xBF"};
    std::mt19937 random{20241020};
    const auto text = [&] {
        // The x on both sides keeps blanks, which the reader trims at the ends of a text.
        std::string made = "x";
        for (auto n = random() % 12; n > 0; --n)
            made += pieces[random() % pieces.size()];
        return made + "x";
    };
    const auto base = from_files(full_scenario());
    REQUIRE(base);
    for (int round = 0; round < 60; ++round) {
        Scenario scenario = *base;
        scenario.title = text();
        scenario.subtitle = text();
        scenario.credit = text();
        scenario.words = {{"k" + text(), text()}, {"other", text()}};
        for (auto& asset : scenario.assets) {
            asset.name = text();
            asset.prefix = text();
            asset.short_name = text();
            asset.hull = text();
            asset.operator_name = text();
            asset.uid = text();
            asset.note = text();
        }
        for (auto& fix : scenario.fixes) {
            fix.edit().place = text();
            fix.edit().via = "134.5 5";
            fix.edit().via_points = {geo::lonlat(134.5, 5)};
            fix.edit().strength = text();
            fix.edit().note = text();
        }
        for (auto& event : scenario.events) {
            event.title = text();
            event.caption = text();
            event.others = text();
            event.note = text();
        }
        for (auto& zone : scenario.zones) {
            zone.name = text();
            zone.note = text();
        }
        for (auto& source : scenario.sources) {
            source.title = text();
            source.publisher = text();
            source.url = text();
        }
        scenario.accepts.front().why = text();
        scenario.feeds.front().name = text();
        scenario.feeds.front().terms = text();
        check_round_trip(scenario);
    }
}

TEST_CASE("a byte that is not UTF-8 does not change how the rest of the file is read", "[write]") {
    const auto base = from_files(full_scenario());
    REQUIRE(base);
    Scenario scenario = *base;
    scenario.assets[0].name = "Montr\xE9"
                              "al";
    scenario.assets[1].name = std::string{"NUL\0!", 5};
    scenario.assets[2].name = "Gr\xC3\xBC"
                              "ppe";
    const auto again = from_files(write_scenario(scenario));
    REQUIRE(again);
    CHECK(again->assets[0].name == "Montr\xEF\xBF\xBD"
                                   "al");
    CHECK(again->assets[1].name == "NUL!");
    CHECK(again->assets[2].name == "Grüppe");
}
