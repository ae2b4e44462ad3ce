// Tables as people and other programs write them: each is read right, or refused with how to mend it.
#include "assets/formats/registry/registry.hpp"
#include "assets/formats/table/table.hpp"
#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

#include <fmt/format.h>

using namespace assets;
using formats_test::errors;
using formats_test::utc;
using Lines = std::vector<std::string>;

namespace {

std::filesystem::path table(const std::string& name) {
    return std::filesystem::path{THEATRUM_SOURCE_DIR} / "tests/fixtures/csv" / name;
}

/// As the program opens it: the format is found by the file's content.
LoadResult open(const std::filesystem::path& path) {
    return FormatRegistry::standard().read(path, {.atlas = formats_test::atlas()});
}

/// A lone table with this content, and NAME.toml beside it unless `settings` is empty.
LoadResult lone(const std::string& content, const std::string& settings = {}) {
    const support::Scratch folder;
    folder.write("t.csv", content);
    if (!settings.empty()) folder.write("t.toml", settings);
    return open(folder / "t.csv");
}

const std::string header = "asset,from,lon,lat,radius_km\n";

Lines notes(const LoadResult& result) {
    return formats_test::lines_of(result, Severity::Note);
}

bool has_line(const Lines& lines, const std::string& part) {
    return std::any_of(lines.begin(), lines.end(),
                       [&](const auto& line) { return line.find(part) != std::string::npos; });
}

/// The fixes as "asset time lon lat".
Lines fixes(const LoadResult& result) {
    Lines lines;
    if (!result.scenario) return errors(result);
    for (const Fix& fix : result.scenario->fixes)
        lines.push_back(fmt::format("{} {} {:.4f} {:.4f}", result.scenario->assets[fix.asset].id, to_iso(fix.from),
                                    fix.position->lon(), fix.position->lat()));
    return lines;
}

} // namespace

TEST_CASE("a date and a clock in two columns make one instant", "[tables]") {
    CHECK(fixes(open(table("dt.csv"))) ==
          Lines{"ship 2008-12-05T01:21:52Z 139.7000 35.0000", "ship 2008-12-05T23:21:52Z 142.9000 38.0000"});
    CHECK(fixes(lone("asset,time,date,lon,lat\nship,1:21 PM,2008-12-05 00:00:00,139.7,35\n")) ==
          Lines{"ship 2008-12-05T13:21:00Z 139.7000 35.0000"});
    CHECK(fixes(lone("asset,date,time,lon,lat\nship,45504,0.25,139.7,35\n", "[read]\ndates = \"serial\"\n")) ==
          Lines{"ship 2024-07-31T06:00:00Z 139.7000 35.0000"});
    CHECK(fixes(lone("asset,date,time,lon,lat\nship,2024-07-31 06:00,07:00,139.7,35\n")) ==
          Lines{"t.csv:2: from: '2024-07-31 06:00 07:00' is not a date or time; write for example 2024-07-31 or "
                "2024-07-31T12:00Z"});
    CHECK(has_line(errors(lone("asset,date,time,lon,lat\nship,45504,0.25,139.7,35\n")), "in a spreadsheet"));
    CHECK(fixes(lone("Ship,Date,Time (UTC),Latitude (deg),Longitude (deg)\nA,31 Jul 2024,06:00,35,139.7\n")) ==
          Lines{"a 2024-07-31T06:00:00Z 139.7000 35.0000"});
    CHECK(fixes(lone("asset,date,time,lon,lat\nship,2024-07-31,,139.7,35\n")) ==
          Lines{"ship 2024-07-31T00:00:00Z 139.7000 35.0000"});
}

TEST_CASE("two columns for one field are an error that names both", "[tables]") {
    CHECK(errors(lone("asset,timestamp,start,lon,lat\nship,2024-07-31,2024-08-01,139.7,35\n")) ==
          Lines{"t.csv:1: start: gives the same column as 'timestamp', from; remove or rename one of them"});
    CHECK(errors(lone("asset,from,lon,lat,x\nship,2024-07-31,139.7,35,1\n")) ==
          Lines{"t.csv:1: x: gives the same column as 'lon', lon; remove or rename one of them"});
}

TEST_CASE("title rows above the header are found, noted and not read", "[tables]") {
    const auto result =
        lone("Ships seen in July\nprepared by A, B and C\n\nasset;from;lon;lat\nship;2024-07-31;139,7;35\n");
    CHECK(fixes(result) == Lines{"ship 2024-07-31T00:00:00Z 139.7000 35.0000"});
    CHECK(has_line(notes(result), "t.csv:4: is the header; 2 rows above it are not read"));
    CHECK(fixes(lone("# exported by a tracker\nasset,from,lon,lat\nship,2024-07-31,139.7,35\n")) ==
          Lines{"ship 2024-07-31T00:00:00Z 139.7000 35.0000"});
}

TEST_CASE("blanks, minus signs and digits of spreadsheets and web pages are read as numbers", "[tables]") {
    const auto blanks = open(table("k11_nbsp.csv"));
    CHECK(fixes(blanks) ==
          Lines{"ship 2024-07-31T00:00:00Z 139.7000 35.0000", "ship-2 2024-07-31T00:00:00Z 139.7000 35.0000"});
    CHECK(blanks.scenario->fixes[1].radius_km == 1500);
    CHECK(fixes(open(table("k12_minus.csv"))) == Lines{"ship 2024-07-31T00:00:00Z 139.7000 -35.0000"});
    CHECK(fixes(lone(header + "ship,2024-07-31,１３９．７,−３５,5\n")) ==
          Lines{"ship 2024-07-31T00:00:00Z 139.7000 -35.0000"});
}

TEST_CASE("decimal commas are read, and a number that can be decimals or thousands is refused", "[tables]") {
    CHECK(fixes(open(table("k5_quoted_comma.csv"))) == Lines{"ship 2024-07-31T00:00:00Z 139.7000 35.0000"});
    CHECK(errors(open(table("m7_mixed.csv"))) ==
          Lines{"m7_mixed.csv:2: radius_km: '1.500' can be 1,500 or 1500; write one of them without a separator of "
                "thousands"});
    CHECK(errors(open(table("k6_thousand.csv"))).size() == 2);
    CHECK(has_line(errors(open(table("k6_thousand.csv"))), "'139.700.000' has more than one point"));
    CHECK(
        errors(lone(header + "ship,2024-07-31,139.7,35,\"1,500\"\n")) ==
        Lines{"t.csv:2: radius_km: '1,500' can be 1.500 or 1500; write one of them without a separator of thousands"});
    // A coordinate of 139700 degrees does not exist.
    CHECK(fixes(lone(header + "ship,2024-07-31,\"139,700\",\"35,012\",5\n")) ==
          Lines{"ship 2024-07-31T00:00:00Z 139.7000 35.0120"});
    CHECK(lone(header + "ship,2024-07-31,139.7,35,\"1,500.5\"\n").scenario->fixes[0].radius_km == 1500.5);
    CHECK(lone("asset;from;lon;lat;radius_km\nship;2024-07-31;139,7;35;1.500,5\n").scenario->fixes[0].radius_km ==
          1500.5);
    CHECK(lone("asset;from;lon;lat;radius_km\nship;2024-07-31;139.7;35;1.500\n").scenario->fixes[0].radius_km == 1.5);
}

TEST_CASE("exponents are read in coordinates and refused in identifiers", "[tables]") {
    CHECK(fixes(open(table("k9_exp.csv"))) == Lines{"ship 2024-07-31T00:00:00Z 139.7000 35.0000"});
    CHECK(errors(open(table("k18_mmsi_sci.csv")))
              .front()
              .starts_with(
                  "k18_mmsi_sci.csv:2: asset: '4.31E+08' was written by a spreadsheet, which has dropped digits"));
    CHECK(has_line(errors(lone("mmsi,from,lon,lat\n4.31E+08,2024-07-31,139.7,35\n")), "written by a spreadsheet"));
    CHECK(has_line(errors(lone("asset,mmsi,from,lon,lat\nship,4.31E+08,2024-07-31,139.7,35\n")), "mmsi: '4.31E+08'"));
}

TEST_CASE("numbers that identify ships and aircraft must have their form", "[tables]") {
    const auto first_error = [](const std::string& column, const std::string& number) {
        const auto found = errors(lone("name,from,lon,lat," + column + "\nShip,2024-07-31,139.7,35," + number + "\n"));
        return found.empty() ? std::string{} : found.front();
    };
    CHECK(first_error("mmsi", "431000000").empty());
    CHECK(first_error("mmsi", "431000000.0").empty());
    CHECK(first_error("MMSI", "4310000001") == "t.csv:2: mmsi: '4310000001' is not a number of nine digits");
    CHECK(first_error("mmsi", "2320001") == "t.csv:2: mmsi: '2320001' is not a number of nine digits; if a spreadsheet "
                                            "has dropped zeros in front, format the "
                                            "column as text and enter them again");
    CHECK(first_error("mmsi", "9074729") ==
          "t.csv:2: mmsi: '9074729' is not a number of nine digits; it looks like an IMO number: name its column imo");
    CHECK(first_error("mmsi", "unknown") == "t.csv:2: mmsi: 'unknown' is not a number of nine digits");
    CHECK(first_error("icao", "AE1234").empty());
    CHECK(first_error("hex", "~2a1b3c") == "t.csv:2: icao: '~2a1b3c' is not an address of six hexadecimal digits; '~' "
                                           "marks addresses that are not of ICAO: "
                                           "use column uid");
    CHECK(first_error("icao", "ae12345") == "t.csv:2: icao: 'ae12345' is not an address of six hexadecimal digits");
    CHECK(first_error("imo", "9074729").empty());
    CHECK(first_error("imo", "IMO9074729").empty());
    CHECK(first_error("imo", "0").empty()); // AIS sends it for an unknown number
    CHECK(first_error("IMO Number", "9074720") ==
          "t.csv:2: imo: '9074720' is not an IMO number of seven digits; its last digit does not fit the others");
    CHECK(first_error("imo", "907472") == "t.csv:2: imo: '907472' is not an IMO number of seven digits");
    CHECK(has_line(errors(lone("name,from,lon,lat,uid\nShip,2024-07-31,139.7,35,1.2E+15\n")), "uid: '1.2E+15' was"));
}

TEST_CASE("every row of an asset is checked, and what it adds is kept", "[tables]") {
    const std::string columns = "asset,from,lon,lat,mmsi,imo,country\n";
    const auto result = lone(columns + "Ship,2024-07-31,139.7,35,,,\nShip,2024-08-01,139.7,35,431000000,9074729,JP\n" +
                             "Ship,2024-08-02,139.7,35,431000001,,\n");
    REQUIRE(result.scenario);
    const Asset& ship = result.scenario->assets.at(0);
    CHECK(ship.mmsi == "431000000");
    CHECK(ship.country == "JP");
    CHECK(ship.aliases == Lines{"IMO 9074729"});
    CHECK(formats_test::lines_of(result, Severity::Warning) ==
          Lines{"t.csv:4: mmsi: '431000001' is not that of an earlier row, '431000000', which is kept"});
    CHECK(has_line(errors(lone(columns + "Ship,2024-07-31,139.7,35,,,\nShip,2024-08-01,139.7,35,12,,\n")),
                   "t.csv:3: mmsi"));
    CHECK(has_line(errors(lone(columns + "Ship,2024-07-31,139.7,35,,,\nShip,2024-08-01,139.7,35,,,Japn\n")),
                   "t.csv:3: country: 'Japn' is not a country code"));
}

TEST_CASE("an IMO number identifies an asset that has nothing else", "[tables]") {
    const auto result = lone("imo,from,lon,lat\nIMO 9074729,2024-07-31,139.7,35\n9074729,2024-08-01,139.7,35\n");
    REQUIRE(result.scenario);
    REQUIRE(result.scenario->assets.size() == 1);
    CHECK(result.scenario->assets[0].id == "9074729");
    CHECK(has_line(errors(lone("imo,from,lon,lat\n0,2024-07-31,139.7,35\n")),
                   "must be given unless mmsi, icao, uid, imo"));
}

TEST_CASE("in tables of AIS, rows with a number that is no MMSI are left out and counted", "[tables]") {
    const auto result = lone("MMSI,BaseDateTime,LAT,LON,SOG,VesselType\n4310000001,2024-07-31T06:00:00,35,139.7,1,70\n"
                             "431000000,2024-07-31T06:00:00,35,139.7,1,70\n");
    CHECK(fixes(result) == Lines{"431000000 2024-07-31T06:00:00Z 139.7000 35.0000"});
    CHECK(has_line(notes(result), "1 row with a number that is no MMSI left out"));
    // The training data of Global Fishing Watch have numbers of their own.
    const auto fishing = lone("mmsi,timestamp,distance_from_shore,speed,course,lat,lon,is_fishing\n"
                              "1252339803883.0,1347668172.0,1000,2.5,10,35,139.7,-1\n");
    CHECK(fixes(fishing) == Lines{"1252339803883 2012-09-15T00:16:12Z 139.7000 35.0000"});
    CHECK(fishing.scenario->assets.at(0).mmsi.empty());
    CHECK(fishing.scenario->assets.at(0).uid == "1252339803883");
}

TEST_CASE("what is missing in the header of other people's tables is named with what may be it", "[tables]") {
    CHECK(
        errors(lone("ID,ais_pos_timestamp,longitude,latitude\n1,20/03/2021 00:22,32.3,31.4\n")) ==
        Lines{
            "t.csv:1: asset: no column says which asset a row is of: asset, mmsi, icao, uid, imo or name; 'ID' may be "
            "it: name it asset",
            "t.csv:1: from: the required column is missing; 'ais_pos_timestamp' may be it: name it from"});
    CHECK(
        errors(lone("vehicle_id,trip_id,timestamp,latitude,longitude\n1,2,2024-07-31,35,139.7\n")) ==
        Lines{
            "t.csv:1: asset: no column says which asset a row is of: asset, mmsi, icao, uid, imo or name; 'vehicle_id' "
            "may be it: name it asset"});
    CHECK(has_line(errors(lone("asset,from,coordinates\na,2024-07-31,\"21.4,108.8; 21.3,108.9; 21.2,108.9\"\n")),
                   "holds several positions; an outline stands in a table of zones, in its column outline"));
}

TEST_CASE("countries in small letters and types of another system are read with notes", "[tables]") {
    const auto result = lone("date,lat,lng,unit,type,country\n2022-03-31,50.5,36,1st Guards Tank Army,Headquarters,ru\n"
                             "2022-03-31,47.1,37.8,102nd Regiment,Mechanized Infantry,ru\n"
                             "2022-03-31,47.2,37.8,22nd Regiment,\"VDV (BMD-2, BMP-2)\",ua\n"
                             "2022-04-01,47.2,37.8,22nd Regiment,\"VDV (BMD-2, BMP-2)\",ua\n");
    CHECK(errors(result) == Lines{});
    REQUIRE(result.scenario);
    const auto& assets = result.scenario->assets;
    REQUIRE(assets.size() == 3);
    CHECK(assets[0].country == "RU");
    CHECK(assets[0].type == AssetType::Headquarters);
    CHECK(assets[1].type == AssetType::LandUnit);
    CHECK(assets[2].type == AssetType::Other);
    CHECK(has_line(notes(result), "t.csv:2: country: 'ru' is read as 'RU'"));
    CHECK(has_line(notes(result),
                   "t.csv:4: type: 'VDV (BMD-2, BMP-2)' is not a known type, so the asset is of type other; "
                   "`theatrum help types` lists the words, here and in 1 more row"));
    // A slip is still an error.
    CHECK(has_line(errors(lone("asset,from,lon,lat,type\na,2024-07-31,139.7,35,frigat\n")), "did you mean 'frigate'?"));
}

TEST_CASE("words for missing numbers and a column's own unit are read, other units refused", "[tables]") {
    const auto result = lone("asset,from,lon,lat,speed,course,radius_km\na,2024-07-31,139.7,35,nan,NULL,5 km\n"
                             "a,2024-08-01,139.7,35,12 kn,090°,-\na,2024-08-02,139.7,35,12.5kts,n/a,5\n");
    CHECK(errors(result) == Lines{});
    REQUIRE(result.scenario);
    const auto& fixes = result.scenario->fixes;
    CHECK_FALSE(fixes.at(0).speed_kn);
    CHECK(fixes[0].radius_km == 5);
    CHECK(fixes[1].speed_kn == 12);
    CHECK(fixes[1].course_deg == 90);
    CHECK(fixes[2].speed_kn == 12.5);
    CHECK(has_line(notes(result), "t.csv:2: speed_kn: 'nan' is read as missing"));
    CHECK(has_line(notes(result), "t.csv:2: course_deg: 'NULL' is read as missing"));
    CHECK(errors(lone("asset,from,lon,lat,speed\na,2024-07-31,139.7,35,22 km/h\nb,2024-07-31,139.7,35,fast\n")) ==
          Lines{"t.csv:2: speed_kn: '22 km/h' is not a number of knots", "t.csv:3: speed_kn: 'fast' is not a number"});
    CHECK(has_line(errors(lone("asset,from,lon,lat\na,2024-07-31,NaN,35\n")), "lon: must be given together with lat"));
}

TEST_CASE("numbers of ship types in tables of AIS are read as their types", "[tables]") {
    const auto result =
        lone("MMSI,TIME,LONGITUDE,LATITUDE,SOG,TYPE\n431000123,2024-07-31 06:00:00 GMT,139.7,35.1,10.1,70\n"
             "431000124,2024-07-31 06:00:00 GMT,139.7,35.1,10.1,30\n431000125,2024-07-31,139.7,35.1,1,0\n");
    CHECK(errors(result) == Lines{});
    REQUIRE(result.scenario);
    CHECK(result.scenario->assets.at(0).type == AssetType::Merchant);
    CHECK(result.scenario->assets.at(1).type == AssetType::Fishing);
    CHECK(result.scenario->assets.at(2).type == AssetType::Other);
    CHECK(has_line(notes(result), "t.csv:2: type: '70' is read as a ship type of AIS: merchant"));
}

TEST_CASE("headings in Japanese, Chinese and Korean are understood", "[tables]") {
    CHECK(fixes(lone("艦名,日付,緯度,経度,備考\n山東,2024年9月18日,24.1,125.3,x\n")) ==
          fixes(lone("name,date,lat,lon\n山東,2024-09-18,24.1,125.3\n")));
    CHECK(fixes(lone("舰名,日期,纬度,经度,备注\nShandong,2024-09-18,24.1,125.3,x\n")) ==
          Lines{"shandong 2024-09-18T00:00:00Z 125.3000 24.1000"});
    CHECK(fixes(lone("함명,날짜,시각,위도,경도,비고\nShandong,2024-09-18,06:00,24.1,125.3,x\n")) ==
          Lines{"shandong 2024-09-18T06:00:00Z 125.3000 24.1000"});
    // No column of ours is a likely meaning of other headings.
    const auto other = lone("艦名,日付,緯度,経度,出\n山東,2024-09-18,24.1,125.3,x\n");
    CHECK(formats_test::lines_of(other, Severity::Warning) ==
          Lines{"t.csv:1: 出: is not a known column, so it is ignored"});
}

TEST_CASE("a table as fleet trackers write it is read", "[tables]") {
    const auto result = lone("Fleet tracker,,,\nAs of 29 July 2024,,,\nShip Name,Type,Location,Date\n"
                             "USS Ronald Reagan,Aircraft Carrier,Philippine Sea,29 July 2024\n"
                             "USS America,Amphibious Assault Ship,In port Sasebo,29 July 2024\n"
                             "USS Blue Ridge,Command Ship,\"Pierside in Yokosuka, Japan\",29 July 2024\n"
                             "USS Higgins,destroyer,Operating in the South China Sea,29 July 2024\n"
                             "USS Wasp,amphibious_assault,\"Norfolk, Va.\",29 July 2024\n"
                             "USS Boxer,amphibious_assault,\"San Diego, Calif.\",29 July 2024\n");
    CHECK(errors(result) == Lines{});
    REQUIRE(result.scenario);
    CHECK(result.scenario->fixes.at(1).place() == "In port Sasebo");
    CHECK(std::abs(result.scenario->fixes[1].position->lat() - 33.16) < 0.1);
    CHECK(std::abs(result.scenario->fixes[2].position->lon() - 139.66) < 0.1);
    CHECK(result.scenario->fixes[3].area()->id == "south-china-sea");
    CHECK(result.scenario->fixes[4].position->lon() < -76);
    CHECK(result.scenario->fixes[5].position->lon() < -117);
    CHECK(has_line(errors(lone("name,place,date\na,In the Philippine See,2024-07-29\n")),
                   "did you mean 'Philippine Sea'?"));
}

TEST_CASE("a track of Flightradar24 is read", "[tables]") {
    const auto result = lone("Timestamp,UTC,Callsign,Position,Altitude,Speed,Direction\n"
                             "1722384000,2024-07-31T00:00:00Z,RCH123,\"35.553,139.781\",0,0,160\n"
                             "1722384060,2024-07-31T00:01:00Z,RCH123,\"35.503,139.801\",1200,180,160\n");
    CHECK(fixes(result) ==
          Lines{"rch123 2024-07-31T00:00:00Z 139.7810 35.5530", "rch123 2024-07-31T00:01:00Z 139.8010 35.5030"});
    CHECK(result.scenario->fixes.at(1).speed_kn == 180);
    CHECK(has_line(notes(result), "is a table of Flightradar24"));
}

TEST_CASE("names in any script get an id of their own", "[tables]") {
    const auto result = lone("asset,from,lon,lat\n辽宁舰,2024-07-31,120,36\n山东舰,2024-07-31,121,36\n"
                             "세종대왕,2024-07-31,128,35\nАдмирал Кузнецов,2024-07-31,33,69\n艦 1,2024-07-31,33,69\n");
    REQUIRE(errors(result) == Lines{});
    REQUIRE(result.scenario->assets.size() == 5);
    CHECK(result.scenario->assets[0].id == "u8fbd-u5b81-u8230");
    CHECK(result.scenario->assets[0].name == "辽宁舰");
    CHECK(result.scenario->assets[4].id == "u8266-1");
    const auto two = lone("name,from,lon,lat\nHMCS Ottawa,2024-07-31,120,36\nHMCS-Ottawa,2024-08-31,120,36\n");
    CHECK(two.scenario->assets.size() == 1);
    CHECK(has_line(notes(two),
                   "'HMCS-Ottawa' is taken for the asset 'hmcs-ottawa', which another row writes 'HMCS Ottawa'"));
}

TEST_CASE("the dates of the case files are read, or refused with how to write them", "[tables]") {
    CHECK(fixes(open(table("k2_ampm.csv"))) == Lines{"ship 2024-07-31T15:58:00Z 139.7000 35.0000"});
    const auto months = open(table("k3_mon.csv"));
    CHECK(fixes(months).size() == 3);
    CHECK(has_line(notes(months), "'31-Jul-24' is read as 2024-07-31T00:00:00Z (in the year 2024)"));
    const auto zones = open(table("k13_tz.csv"));
    CHECK(errors(zones) == Lines{"k13_tz.csv:2: from: '2024-07-31 03:58 JST' has a zone in letters; write +09:00 "
                                 "instead of JST"});
    const auto serial = open(table("k10_serial.csv"));
    CHECK(errors(serial) ==
          Lines{"k10_serial.csv:2: from: '45504' is 2024-07-31 in a spreadsheet; write the date, or add dates = "
                "\"serial\" under [read] in k10_serial.toml",
                "k10_serial.csv:3: from: '45504.25' is 2024-07-31 06:00 in a spreadsheet; write the date, or add dates "
                "= \"serial\" under [read] in k10_serial.toml"});
    CHECK(fixes(lone(support::file_bytes(table("k10_serial.csv")), "[read]\ndates = \"serial\"\n")) ==
          Lines{"ship 2024-07-31T00:00:00Z 139.7000 35.0000", "ship2 2024-07-31T06:00:00Z 139.7000 35.0000"});
}

TEST_CASE("a clock without a zone is noted once with the offset that was assumed", "[tables]") {
    CHECK(has_line(notes(open(table("tz1.csv"))), "tz1.csv:2: from: has a clock without a zone; it is taken as UTC"));
    const auto tokyo = lone(header + "ship,2024-07-31 20:00,139.7,35,5\nship,2024-07-31 21:00,139.7,35,5\n",
                            "[time]\nutc_offset_h = 9\n");
    CHECK(fixes(tokyo).front() == "ship 2024-07-31T11:00:00Z 139.7000 35.0000");
    CHECK(has_line(notes(tokyo), "it is taken as UTC+9, from utc_offset_h, here and in 1 more row"));
    CHECK_FALSE(has_line(notes(lone(header + "ship,2024-07-31 20:00Z,139.7,35,5\n")), "without a zone"));
    CHECK_FALSE(has_line(notes(lone("asset,time (UTC),lon,lat\nship,2024-07-31 20:00,139.7,35\n")), "without a zone"));
}

TEST_CASE("encodings are read by their mark or by a key, and never guessed", "[tables]") {
    CHECK(errors(open(table("e2_gbk.csv"))) ==
          Lines{"e2_gbk.csv:2: is not UTF-8; save it as UTF-8, or add encoding = \"...\" under [read] in e2_gbk.toml: "
                "the first name would be euc-kr '좼퀼숱', gbk '辽宁舰', big5 '賽譴耦', windows-1252 'ÁÉÄþ½¢'"});
    CHECK(has_line(errors(open(table("e3_euckr.csv"))), "euc-kr '세종대왕'"));
    const auto korean = lone(support::file_bytes(table("e3_euckr.csv")), "[read]\nencoding = \"euc-kr\"\n");
    REQUIRE(errors(korean) == Lines{});
    CHECK(korean.scenario->assets[0].name == "세종대왕");
    CHECK(has_line(notes(korean), "is not UTF-8; it was read as euc-kr"));
    CHECK(has_line(errors(lone(support::file_bytes(table("e3_euckr.csv")), "[read]\nencoding = \"shift_jis\"\n")),
                   "holds bytes that are not shift_jis") !=
          lone(support::file_bytes(table("e3_euckr.csv")), "[read]\nencoding = \"shift_jis\"\n")
              .scenario.
              operator bool());
    std::string utf16 = "\xFF\xFE";
    for (const char c : header + "ship,2024-07-31,139.7,35,5\n") {
        utf16 += c;
        utf16 += '\0';
    }
    CHECK(fixes(lone(utf16)) == Lines{"ship 2024-07-31T00:00:00Z 139.7000 35.0000"});
    CHECK(has_line(notes(lone(utf16)), "it was read as UTF-16LE"));
    const auto european = lone("name,from,place,lon,lat\nMontr\xE9"
                               "al,2024-07-31,Qu\xE9"
                               "bec,139.7,35\n");
    CHECK(european.scenario->assets[0].name == "Montréal");
    CHECK(has_line(notes(european), "it was read as Windows-1252"));
}

TEST_CASE("coordinates are read in two columns or one", "[tables]") {
    CHECK(fixes(open(table("k7_hemi.csv"))) ==
          Lines{"ship 2024-07-31T00:00:00Z 139.7000 35.0000", "ship2 2024-07-31T00:00:00Z 139.7000 35.0000"});
    CHECK(has_line(errors(open(table("k8_ddm.csv"))),
                   "'13942.00' is not within -360 to 360; are these degrees and minutes?"));
    CHECK(fixes(lone("asset,from,position\nship,2024-07-31,35-17-30N 139-40-12E\n")) ==
          Lines{"ship 2024-07-31T00:00:00Z 139.6700 35.2917"});
    CHECK(fixes(lone("asset,from,MGRS\nship,2024-07-31,54S UE 78980 05280\n")) ==
          Lines{"ship 2024-07-31T00:00:00Z 139.6692 35.2834"});
    CHECK(has_line(errors(lone("asset,from,position\nship,2024-07-31,somewhere\n")),
                   "t.csv:2: position: 'somewhere' is not a position; write for example 35.28 N 139.67 E"));
    CHECK(has_line(errors(lone("asset,from,lon,lat\nship,2024-07-31,35.0N,139.7E\n")), "are lon and lat swapped?"));
    CHECK(has_line(notes(lone("asset,from,position\nship,2024-07-31,\"12.5, 45\"\n")),
                   "is read as latitude, then longitude"));
    CHECK(has_line(errors(lone("asset,from,position,lon,lat\nship,2024-07-31,35N 139E,139,35\n")),
                   "lon: cannot be given together with position"));
    const auto scenario =
        formats_test::read({{"places.csv", "id,name,position,kind\nx,X,35-17-30N 139-40-12E,port\n"},
                            {"events.csv", "id,from,title,position\ne,2024-07-31,T,54S 378980 3905280\n"}});
    REQUIRE(errors(scenario) == Lines{});
    CHECK(std::abs(scenario.scenario->places[0].position.lat() - 35.2916667) < 1e-6);
    CHECK(scenario.scenario->events[0].position.has_value());
}

TEST_CASE("the tables of MarineCadastre are known by both their headers", "[tables]") {
    const auto result = open(table("v1_military.csv"));
    REQUIRE(errors(result) == Lines{});
    REQUIRE(result.scenario->assets.size() == 2);
    CHECK(result.scenario->assets[0].type == AssetType::Other); // 35: military
    CHECK(result.scenario->assets[0].name == "US GOV VESSEL");
    CHECK(result.scenario->assets[0].country == "US");
    CHECK(result.scenario->assets[1].type == AssetType::Other); // 36: sailing
    CHECK(result.scenario->fixes[0].radius_km == 0.1);
    CHECK(has_line(notes(result), "1 row of base stations left out"));
    CHECK(has_line(notes(result), "is a table of MarineCadastre: types from the vessel type, countries from the MMSI"));
    CHECK(formats_test::lines_of(result, Severity::Warning) == Lines{});
    const auto old = open(table("k17_marcad.csv"));
    CHECK(old.scenario->assets[0].type == AssetType::Merchant);
    CHECK(old.scenario->assets[0].country == "JP");
    const auto newer =
        lone("mmsi,base_date_time,longitude,latitude,sog,cog,heading,vessel_name,imo,call_sign,vessel_type,"
             "status,length,width,draft,cargo,transceiver\n"
             "338900001,2025-01-01 00:00:01,-117.2,32.7,102.3,360,511,,,,,0,,,,,A\n"
             "338900001,2025-01-01 00:10:01,-117.2,32.8,9.5,10,511,X,,,30,0,,,,,A\n"
             "338900001,2025-01-01 00:20:01,181,91,9.5,10,511,X,,,30,0,,,,,A\n");
    REQUIRE(errors(newer) == Lines{});
    CHECK(newer.scenario->assets[0].type == AssetType::Fishing); // from a later row
    CHECK(newer.scenario->assets[0].name == "X");
    CHECK(newer.scenario->fixes.size() == 2);
    CHECK_FALSE(newer.scenario->fixes[0].speed_kn.has_value());
    CHECK_FALSE(newer.scenario->fixes[0].course_deg.has_value());
    CHECK(has_line(notes(newer), "1 row without a position left out"));
}

TEST_CASE("the tables of the Danish authority, Global Fishing Watch and OpenSky are known", "[tables]") {
    CHECK(fixes(open(table("k16_dma.csv"))) == Lines{"219000123 2024-07-31T06:00:00Z 12.1000 55.1000"});
    const auto danish =
        lone("# Timestamp,Type of mobile,MMSI,Latitude,Longitude,Navigational status,ROT,SOG,COG,Heading,"
             "IMO,Callsign,Name,Ship type\n"
             "05/06/2024 06:00:00,Class A,219000123,55.1,12.1,Moored,,0.1,,90,,,WARSHIP,Military\n"
             "05/06/2024 06:00:00,Base Station,2190064,55.1,12.1,,,,,,,,,\n"
             "05/06/2024 06:00:00,AtoN,992190064,55.1,12.1,,,,,,,,,\n"
             "05/06/2024 06:00:00,Class A,219000456,91.0,0.0,,,,,,,,,Tanker\n");
    CHECK(fixes(danish) == Lines{"219000123 2024-06-05T06:00:00Z 12.1000 55.1000"});
    CHECK(danish.scenario->assets[0].type == AssetType::Other);
    CHECK(danish.scenario->assets[0].country == "DK");
    CHECK(has_line(notes(danish), "1 row of aids to navigation left out"));
    const auto fishing = open(table("m3_gfw.csv"));
    CHECK(fixes(fishing) == Lines{"431000123 2024-07-31T06:00:00Z 139.7000 35.0000"});
    CHECK(fishing.scenario->fixes[0].speed_kn == 10.1);
    const auto opensky = open(table("m4_opensky.csv"));
    CHECK(fixes(opensky) == Lines{"ae1234 2024-07-31T06:00:00Z 139.9000 35.1000"});
    CHECK(opensky.scenario->assets[0].name == "RCH123");
    CHECK(opensky.scenario->assets[0].country == "US");
    CHECK(std::abs(opensky.scenario->fixes[0].speed_kn.value() - 409.2) < 0.05);
}

TEST_CASE("a finding in many rows is told once with the first of them", "[tables]") {
    std::string rows = "asset,from,lon,lat\n";
    for (int i = 0; i < 200; ++i)
        rows += fmt::format("ship-{},{:02}/07/2024,139.7,35\n", i, 13 + i % 10);
    const auto lines = errors(lone(rows));
    CHECK(lines == Lines{"t.csv:2: from: '13/07/2024' is not an ISO date; add dates = \"dmy\" under [read] in t.toml "
                         "(and 19 more rows, in lines 12, 22, 32, 42, 52, 62 and below) (and 180 more like this, in "
                         "lines 3, 4, 5, 6, 7, 8 and below)"});
    const auto made = lone("asset,from,lon,lat\na,2024-07-31,1,1\nb,2024-07-31,1,1\nc,2024-07-31,1,1\n");
    CHECK(has_line(notes(made), "'a' is not declared; the asset 'a' of type other was made (and 2 more like this, in "
                                "lines 3, 4)"));
    const auto places =
        lone("asset,from,place\na,2024-07-31,Yokosukka\nb,2024-07-31,Sasebbo\nc,2024-07-31,Yokosukka\n");
    CHECK(errors(places).size() == 2);
}

TEST_CASE("a lone table names its sources by address or title", "[tables]") {
    const std::string columns = "asset,from,lon,lat,source\n";
    const auto read = lone(columns + "a,2024-07-31,139.7,35,https://news.example/a\n"
                                     "b,2024-07-31,129.7,33,\"USNI News; https://news.example/a\"\n"
                                     "c,2024-07-31,129.7,33,USNI-News\n");
    REQUIRE(read.scenario);
    const auto& sources = read.scenario->sources;
    Lines made;
    for (const Source& source : sources)
        made.push_back(fmt::format("{} {}|{} of line {}", source.id, source.title, source.url, source.line));
    CHECK(made == Lines{"https-newsexample-a |https://news.example/a of line 2", "usni-news USNI News| of line 3",
                        "usni-news-3 USNI-News| of line 4"});
    const auto sources_of = [&](std::size_t fix) {
        return read.scenario->fixes[fix].sources();
    };
    CHECK(sources_of(0) == std::vector<SourceIndex>{0});
    CHECK(sources_of(1) == std::vector<SourceIndex>{1, 0});
    CHECK(sources_of(2) == std::vector<SourceIndex>{2});
    CHECK(has_line(notes(read), "sources: 'https://news.example/a' is read as the address of a source"));
    CHECK(has_line(notes(read), "sources: 'USNI News' is read as the title of a source"));
    // Where sources are declared, an unknown one is a slip.
    const support::Scratch folder;
    folder.write("t.csv", columns + "a,2024-07-31,139.7,35,usn\n");
    folder.write("t.toml", "[read]\nsources = \"sources.csv\"\n");
    folder.write("sources.csv", "id,title\nusni,USNI News\n");
    CHECK(errors(open(folder / "t.csv")) == Lines{"t.csv:2: sources: there is no source 'usn'; did you mean 'usni'?"});
}

TEST_CASE("known words are read in capitals and with blanks, with a note", "[tables]") {
    const auto read = lone("asset,type,confidence,from,lon,lat\na,Command ship,HIGH,2024-07-31,139.7,35\n"
                           "b,DESTROYER,,2024-07-31,129.7,33\n");
    REQUIRE(read.scenario);
    CHECK(read.scenario->assets[0].type == AssetType::CommandShip);
    CHECK(read.scenario->assets[1].type == AssetType::Destroyer);
    CHECK(read.scenario->fixes[0].confidence() == Confidence::High);
    CHECK(has_line(notes(read), "type: 'Command ship' is read as 'command_ship'"));
    CHECK(
        has_line(errors(lone("asset,type,from,lon,lat\na,Destroyers,2024-07-31,1,1\n")), "did you mean 'destroyer'?"));
}

TEST_CASE("the country of an asset that is made is a code or a name, and anything else is an error", "[tables]") {
    const std::string columns = "asset,country,from,lon,lat\n";
    const auto read = lone(columns + "a,South Korea,2024-07-31,139.7,35\nb,USA,2024-07-31,139.7,35\n"
                                     "c,CA,2024-07-31,139.7,35\nd,,2024-07-31,139.7,35\n");
    REQUIRE(read.scenario);
    std::vector<std::string> countries;
    for (const Asset& asset : read.scenario->assets)
        countries.push_back(asset.country);
    CHECK(countries == std::vector<std::string>{"KR", "US", "CA", ""});
    CHECK(has_line(notes(read), "country: 'South Korea' is read as 'KR'"));
    CHECK(has_line(errors(lone(columns + "a,Narnia,2024-07-31,139.7,35\n")),
                   "country: 'Narnia' is not a country code of ISO 3166-1"));
    CHECK(has_line(notes(lone(columns + "a,ca,2024-07-31,139.7,35\n")), "country: 'ca' is read as 'CA'"));
}

TEST_CASE("the columns of a sheet are named by letters as spreadsheets name them", "[tables]") {
    for (const auto& [index, letters] :
         {std::pair{0, "A"}, {25, "Z"}, {26, "AA"}, {51, "AZ"}, {52, "BA"}, {701, "ZZ"}, {702, "AAA"}, {16'383, "XFD"}})
        CHECK(column_letters(static_cast<std::size_t>(index)) == letters);
}

TEST_CASE("longitude and latitude are called swapped only where they can be", "[tables]") {
    const auto error = [](const std::string& lon_lat) {
        return errors(lone("asset,from,lon,lat\na,2024-07-31," + lon_lat + "\n")).at(0);
    };
    CHECK_THAT(error("35.3,139.7"), Catch::Contains("are lon and lat swapped?"));
    CHECK_THAT(error("90,180"), Catch::Contains("are lon and lat swapped?"));
    for (const char* other : {"120,95", "35,181", "-91,100"}) {
        INFO(other);
        CHECK_THAT(error(other), Catch::Contains("is not within -90 to 90") && !Catch::Contains("swapped"));
    }
}

TEST_CASE("what is said of a number that identifies a ship is what is wrong with it", "[tables]") {
    const auto error = [](const std::string& column, const std::string& number) {
        return errors(lone("name," + column + ",from,lon,lat\nA," + number + ",2024-07-31,130,30\n")).at(0);
    };
    const auto zeros = Catch::Contains("dropped zeros in front");
    CHECK_THAT(error("mmsi", "31600000"), zeros);
    CHECK_THAT(error("mmsi", "3160000001"), !zeros);
    CHECK_THAT(error("icao", "C06B"), zeros);
    CHECK_THAT(error("icao", "C06B1A2"), !zeros);
    CHECK_THAT(error("mmsi", "IMO 9074729"), Catch::Contains("looks like an IMO number"));
    CHECK_THAT(error("imo", "9074728"), Catch::Contains("its last digit does not fit"));
}
