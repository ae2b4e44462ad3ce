#include "assets/model/names.hpp"
#include "assets/schema/column.hpp"
#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace assets;
using Lines = std::vector<std::string>;

TEST_CASE("each type has the defaults of its class", "[assets]") {
    using std::chrono::hours;
    CHECK(defaults_for(AssetType::Frigate).max_speed_kn == 30);
    CHECK(defaults_for(AssetType::Submarine).max_speed_kn == 22);
    CHECK(defaults_for(AssetType::Fishing).max_speed_kn == 16);
    CHECK(defaults_for(AssetType::Fighter).max_speed_kn == 550);
    CHECK(defaults_for(AssetType::MaritimePatrolAircraft).max_speed_kn == 450);
    CHECK(defaults_for(AssetType::Helicopter).max_gap == hours{12});
    CHECK(defaults_for(AssetType::LandUnit).max_speed_kn == 40);
    CHECK(defaults_for(AssetType::LandUnit).path == PathRule::Hold);
    CHECK_FALSE(defaults_for(AssetType::Person).max_speed_kn);
    CHECK_FALSE(defaults_for(AssetType::Base).lost_after);
    CHECK(defaults_for(AssetType::Frigate).lost_after == hours{14 * 24});
    for (const auto name : names_of<AssetType>()) {
        const auto type = asset_type(name);
        REQUIRE(type);
        CHECK(to_string(*type) == name);
        if (is_ship(*type)) CHECK(defaults_for(*type).path == PathRule::Sea);
        if (is_aircraft(*type)) CHECK(defaults_for(*type).path == PathRule::GreatCircle);
    }
}

TEST_CASE("another word for a type or an activity is read as the known word, with a note", "[assets]") {
    const formats_test::Folder folder{
        {{"scenario.toml", "theatrum = 1\ntitle = \"Words\"\n"},
         {"assets.csv", "id,name,type\na,A,Patrol aircraft\nb,B,Carrier Strike Group\nc,C,DDG\nd,D,frigate\n"},
         {"positions.csv", "asset,from,lon,lat,radius_km,activity\na,2024-05-01,130,30,5,sailed\n"}}};
    const auto result = read_scenario(folder.path(), formats_test::atlas());
    REQUIRE(formats_test::errors(result) == Lines{});
    const auto& assets = result.scenario->assets;
    CHECK(assets[0].type == AssetType::MaritimePatrolAircraft);
    CHECK(assets[1].type == AssetType::Group);
    CHECK(assets[2].type == AssetType::Destroyer);
    CHECK(assets[3].type == AssetType::Frigate);
    CHECK(result.scenario->fixes[0].activity() == Activity::Departure);
    CHECK(formats_test::lines_of(result, Severity::Note) ==
          Lines{"assets.csv:2: type: 'Patrol aircraft' is read as 'maritime_patrol_aircraft'",
                "assets.csv:3: type: 'Carrier Strike Group' is read as 'group'",
                "assets.csv:4: type: 'DDG' is read as 'destroyer'",
                "positions.csv:2: activity: 'sailed' is read as 'departure'"});
}

TEST_CASE("people's words for ships of a fleet are read as types", "[assets]") {
    std::string rows = "id,name,prefix,hull,type\n";
    const std::vector<std::pair<std::string, AssetType>> words{{"big-deck amphibious", AssetType::AmphibiousAssault},
                                                               {"LHD", AssetType::AmphibiousAssault},
                                                               {"LHA", AssetType::AmphibiousAssault},
                                                               {"LPD", AssetType::Amphibious},
                                                               {"LCS", AssetType::LittoralCombatShip},
                                                               {"LCC", AssetType::CommandShip},
                                                               {"AOR", AssetType::Oiler},
                                                               {"replenishment oiler", AssetType::Oiler},
                                                               {"AGI", AssetType::IntelligenceShip},
                                                               {"spy ship", AssetType::IntelligenceShip},
                                                               {"research vessel", AssetType::SurveyShip},
                                                               {"survey_ship", AssetType::SurveyShip},
                                                               {"icebreaker", AssetType::Icebreaker},
                                                               {"ESB", AssetType::ExpeditionaryBase},
                                                               {"hospital_ship", AssetType::HospitalShip},
                                                               {"corvette", AssetType::Corvette}};
    for (std::size_t i = 0; i < words.size(); ++i)
        rows += "s" + std::to_string(i) + ",Ship,USS,LHD 1," + words[i].first + "\n";
    const auto result = formats_test::read(
        {{"assets.csv", rows}, {"positions.csv", "asset,from,lon,lat,radius_km\ns0,2024-05-01,130,30,5\n"}});
    REQUIRE(formats_test::errors(result) == Lines{});
    for (std::size_t i = 0; i < words.size(); ++i) {
        INFO(words[i].first);
        CHECK(result.scenario->assets[i].type == words[i].second);
        CHECK(result.scenario->assets[i].prefix == "USS");
    }
    CHECK(formats_test::lines_of(result, Severity::Note).size() == 12); // four are the types' own words
}

TEST_CASE("every other word means a known word and is not a known word itself", "[assets]") {
    const auto check = [](std::span<const OtherWord> others, std::span<const std::string_view> names) {
        REQUIRE_FALSE(others.empty());
        for (const OtherWord& other : others) {
            INFO(other.written);
            CHECK(std::count(names.begin(), names.end(), other.meant) == 1);
            CHECK(std::count(names.begin(), names.end(), other.written) == 0);
            CHECK(column_key(other.written) == other.written);
        }
    };
    check(other_words_of<AssetType>(), names_of<AssetType>());
    check(other_words_of<Activity>(), names_of<Activity>());
}

TEST_CASE("the error for an unknown word lists the known words or names the help topic that lists them", "[assets]") {
    const formats_test::Folder folder{{{"scenario.toml", "theatrum = 1\ntitle = \"Words\"\n"},
                                       {"assets.csv", "id,name,type,path\na,A,zeppelin,teleport\n"},
                                       {"positions.csv", "asset,from,lon,lat,radius_km\na,2024-05-01,130,30,5\n"}}};
    CHECK(formats_test::errors(read_scenario(folder.path(), formats_test::atlas())) ==
          Lines{"assets.csv:2: path: 'teleport' is not a known value; use sea, great_circle, hold, none",
                "assets.csv:2: type: 'zeppelin' is not a known value; `theatrum help types` lists the words"});
}

TEST_CASE("a membership knows its file and line", "[assets]") {
    const formats_test::Folder folder{{{"scenario.toml", "theatrum = 1\ntitle = \"Members\"\n"},
                                       {"assets.csv", "id,name,type\ng,G,group\na,A,frigate\n"},
                                       {"members.csv", "group,asset\ng,a\n"},
                                       {"positions.csv", "asset,from,lon,lat,radius_km\na,2024-05-01,130,30,5\n"}}};
    const auto result = read_scenario(folder.path(), formats_test::atlas());
    REQUIRE(formats_test::errors(result) == Lines{});
    const auto& member = result.scenario->members.at(0);
    CHECK(result.scenario->files.at(member.file) == "members.csv");
    CHECK(member.line == 2);
}

TEST_CASE("a symbol code gives the type", "[assets]") {
    CHECK(type_from_sidc("10033000001202040000") == AssetType::Frigate);
    CHECK(type_from_sidc("10033000001201000000") == AssetType::Carrier);
    CHECK(type_from_sidc("10033500001101000000") == AssetType::Submarine);
    CHECK(type_from_sidc("10030100001102000000") == AssetType::Helicopter);
    CHECK(type_from_sidc("10039900001102000000") == AssetType::Other);
}

TEST_CASE("semicolons, decimal commas and Windows-1252 are read, and the encoding is noted", "[assets]") {
    const auto result = read_scenario(formats_test::fixture("valid-semicolons"), formats_test::atlas());
    REQUIRE(formats_test::errors(result) == Lines{});
    CHECK(result.scenario->assets.front().name == "HMCS Montréal");
    const Fix& fix = result.scenario->fixes.front();
    CHECK(fix.position->lon() == 139.67);
    CHECK(fix.radius_km == 2.5);
    CHECK(fix.place() == "Yokosuka; berth 7");
    CHECK(fix.note() == "first line\r\nsecond line");
    CHECK(result.scenario->fixes.back().line == 4);
    CHECK(formats_test::lines_of(result, Severity::Note) ==
          Lines{"assets.csv: is not UTF-8; it was read as Windows-1252"});
}

TEST_CASE("tabs, a byte order mark and column aliases are understood", "[assets]") {
    const auto result = read_scenario(formats_test::fixture("valid-tabs"), formats_test::atlas());
    REQUIRE(formats_test::errors(result) == Lines{});
    CHECK(formats_test::lines_of(result, Severity::Warning) == Lines{});
    const Fix& fix = result.scenario->fixes.front();
    CHECK(fix.position->lat() == 35.29);
    CHECK(fix.to == formats_test::utc("2024-06-02T23:59:59.999Z"));
}

TEST_CASE("a positions file alone is a scenario whose assets are made from its rows", "[assets]") {
    const auto result = read_positions_file(formats_test::fixture("valid-lone") / "ais.csv", formats_test::atlas());
    REQUIRE(formats_test::errors(result) == Lines{});
    const Scenario& s = *result.scenario;
    CHECK(s.title == "ais");
    REQUIRE(s.assets.size() == 2);
    CHECK(s.assets[0].id == "316138000");
    CHECK(s.assets[0].name == "EXAMPLE STAR");
    CHECK(s.assets[0].type == AssetType::Other); // the table has no column of types
    CHECK(s.fixes_of(0).size() == 2);
    CHECK(s.fixes_of(0)[0].speed_kn == 12.3);
    CHECK(s.fixes_of(0)[0].course_deg == 180.5);
    CHECK(
        formats_test::lines_of(result, Severity::Note) ==
        Lines{"ais.csv:1: is a table of MarineCadastre: types from the vessel type, countries from the MMSI, times in "
              "UTC",
              "ais.csv:2: mmsi: '316138000' is not declared; the asset '316138000' of type other was made (and 1 more "
              "like this, in line 4)"});
}

TEST_CASE("an undeclared asset gets an id from its name, and rows with the same name are one asset", "[assets]") {
    const formats_test::Folder folder{{{"fleet.csv", "name,type,from,place\nHMCS Montréal,frigate,2024-06-01,Yokosuka\n"
                                                     "HMCS Montréal,frigate,2024-06-09,Sasebo\n"}}};
    const auto result = read_positions_file(folder.path() / "fleet.csv", formats_test::atlas());
    REQUIRE(formats_test::errors(result) == Lines{});
    REQUIRE(result.scenario->assets.size() == 1);
    CHECK(result.scenario->assets.front().id == "hmcs-montreal");
    CHECK(result.scenario->assets.front().type == AssetType::Frigate);
}

TEST_CASE("an unknown column is ignored and reported with the nearest known one", "[assets]") {
    const auto result =
        formats_test::read_positions("asset,from,lon,lat,radius_km,activty", "a,2024-06-01,1,50,5,patrol\n");
    CHECK(result.scenario);
    CHECK(formats_test::lines_of(result, Severity::Warning) ==
          Lines{"positions.csv:1: activty: is not a known column, so it is ignored; did you mean 'activity'?"});
}

TEST_CASE("an error in every row is reported once with its count", "[assets]") {
    std::string rows;
    for (int i = 0; i < 250; ++i)
        rows += "nobody,2024-06-01,1,50,5\n";
    const auto result = formats_test::read_positions("asset,from,lon,lat,radius_km", rows);
    const auto lines = formats_test::errors(result);
    CHECK(lines == Lines{"positions.csv:2: asset: there is no asset 'nobody'; add it to assets.csv, or take it out "
                         "here (and 249 more rows, in lines 3, 4, 5, 6, 7, 8 and below)"});
    CHECK(result.rejected == 250);
}

TEST_CASE("the result counts all records and the rejected ones", "[assets]") {
    const auto result = formats_test::read_positions("asset,from,lon,lat,radius_km",
                                                     "a,2024-06-01,1,50,5\nx,2024-06-01,1,50,5\na,2024-06-02,1,95,5\n");
    CHECK(result.records == 4 + 3);
    CHECK(result.rejected == 2);
    CHECK_FALSE(result.scenario);
}

TEST_CASE("a missing file or folder and a folder without a scenario are unreadable", "[assets]") {
    const formats_test::Folder folder{{{"notes.md", "x"}}};
    CHECK_THROWS_AS(read_scenario(folder.path() / "nowhere", formats_test::atlas()), UnreadableError);
    CHECK_THROWS_AS(read_scenario(folder.path(), formats_test::atlas()), UnreadableError);
    CHECK_THROWS_AS(read_positions_file(folder.path() / "nowhere.csv", formats_test::atlas()), UnreadableError);
}
