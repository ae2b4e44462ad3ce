// Logs as other programs write them: their times are read, or the positions are said to be dated by the file.
#include "assets/formats/recording/log_reader.hpp"
#include "assets/formats/registry/registry.hpp"
#include "tests/assets/feeds/cot/tak_messages.hpp"
#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

#include <fmt/format.h>

using namespace assets;
using formats_test::utc;
using Lines = std::vector<std::string>;

namespace {

const Instant written = utc("2025-03-01T00:00:00Z");

LoadResult open(const std::string& name) {
    const auto path = std::filesystem::path{THEATRUM_SOURCE_DIR} / "tests/fixtures" / name;
    return FormatRegistry::standard().read(
        path, {.atlas = formats_test::atlas(), .now = utc("2026-01-01T00:00:00Z"), .written = written});
}

LoadResult log(const std::string& content) {
    const support::Scratch folder;
    folder.write("x.log", content);
    return FormatRegistry::standard().read(
        folder / "x.log", {.atlas = formats_test::atlas(), .now = utc("2026-01-01T00:00:00Z"), .written = written});
}

Lines fixes(const LoadResult& result) {
    Lines lines;
    if (!result.scenario) return formats_test::errors(result);
    for (const Fix& fix : result.scenario->fixes)
        lines.push_back(fmt::format("{} {} {:.2f} {:.2f}", result.scenario->assets[fix.asset].name, to_iso(fix.from),
                                    fix.position->lon(), fix.position->lat()));
    return lines;
}

bool has_finding(const LoadResult& result, const std::string& part) {
    return std::ranges::any_of(result.findings,
                               [&](const Finding& f) { return f.message.find(part) != std::string::npos; });
}

const std::string sentence = "!AIVDM,1,1,,A,16K2:>hP1TawOg0D1g@3Q2lD0000,0*25";
const std::string at_six = "MMSI 431000123 2024-07-31T06:00:00";

} // namespace

TEST_CASE("the times of other AIS loggers are read", "[logs]") {
    CHECK(fixes(open("ais/c1_pghp.nmea")) == Lines{at_six + ".010Z 139.70 35.00"});
    CHECK(fixes(open("ais/c2_catcher.json")) == Lines{at_six + "Z 139.70 35.00"});
    CHECK(fixes(open("ais/c2b_catcher_multi.json")).size() == 1);
    CHECK(fixes(open("ais/c3_iso.log")).front() == at_six + ".123Z 139.70 35.00");
    CHECK(fixes(open("ais/c3c_unix.log")).front() == at_six + "Z 139.70 35.00");
    CHECK(fixes(open("ais/c3d_unix.log")) == Lines{at_six + ".123Z 139.70 35.00"});
    CHECK(fixes(open("ais/c3f_signalk.log")) == Lines{at_six + ".123Z 139.70 35.00"});
    CHECK(fixes(open("ais/c3g_rmc.nmea")) == Lines{at_six + "Z 139.70 35.00"});
    CHECK(fixes(open("ais/c4_micro.nmea")) == Lines{at_six + ".576Z 139.70 35.00"});
    CHECK(fixes(open("ais/c4b_frac.nmea")) == Lines{at_six + ".576Z 139.70 35.00"});
    for (const auto* before : {"[2024-07-31 06:00:00] ", "2024-07-31T15:00:00+09:00;", "2024-07-31 06:00:00 UTC ",
                               "20240731060000 ", "1722405600: ", "2024-07-31 06:00:00 station-1: ", "(1722405600) "}) {
        INFO(before);
        CHECK(fixes(log(before + sentence + "\n")) == Lines{at_six + "Z 139.70 35.00"});
    }
}

TEST_CASE("JSON of services and Signal K gives positions, names and times", "[logs]") {
    CHECK(
        fixes(log(R"({"MessageType":"PositionReport","MetaData":{"MMSI":431000123,"ShipName":"OCEAN STAR  ",)"
                  R"("latitude":35.0,"longitude":139.7,"time_utc":"2024-07-31 06:00:00.123456 +0000 UTC"},)"
                  R"("Message":{"PositionReport":{"MessageID":1,"UserID":431000123,"Latitude":35.0,"Longitude":139.7,)"
                  R"("Sog":10.1,"Cog":90.0,"TrueHeading":511}}})"
                  "\n")) == Lines{"OCEAN STAR 2024-07-31T06:00:00.123Z 139.70 35.00"});
    const auto delta =
        log(R"({"context":"vessels.urn:mrn:imo:mmsi:431000123","updates":[{"timestamp":"2024-07-31T06:00:00.000Z",)"
            R"("values":[{"path":"navigation.position","value":{"longitude":139.7,"latitude":35.0}},)"
            R"({"path":"navigation.speedOverGround","value":5.144},{"path":"","value":{"name":"OCEAN STAR"}}]}]})"
            "\n");
    CHECK(fixes(delta) == Lines{"OCEAN STAR 2024-07-31T06:00:00Z 139.70 35.00"});
    CHECK(std::abs(delta.scenario->fixes[0].speed_kn.value() - 10) < 0.05);
}

TEST_CASE("a log without a readable time says that its positions are dated by the file", "[logs]") {
    const std::string words = "no time in the log: 1 position is dated by the file (2025-03-01)";
    const auto result = open("ais/c10_badtag.nmea");
    CHECK(fixes(result) == Lines{"MMSI 431000123 2025-03-01T00:00:00Z 139.70 35.00"});
    CHECK(has_finding(result, words));
    CHECK(result.scenario->dated_by_file.positions == 1); // on the map and in its caption
    CHECK(result.scenario->dated_by_file.written == written);
    CHECK(result.scenario->subtitle.empty());
    CHECK(has_finding(open("sbs/s4_nodate.sbs"), words));
    CHECK(has_finding(log(sentence + "\n"), words));
    CHECK_FALSE(has_finding(open("ais/c3_iso.log"), "dated by the file"));
    CHECK_FALSE(has_finding(log("$GPRMC,060000,A,3500.00,N,13942.00,E,5.6,285.4,310724,1.1,W*62\n" + sentence + "\n"),
                            "dated by the file"));
    // A clock sentence with a wrong checksum is not trusted.
    CHECK(
        has_finding(log("$GPRMC,060000,A,3500.00,N,13942.00,E,5.6,285.4,310724,1.1,W*63\n" + sentence + "\n"), words));
}

TEST_CASE("a time in the future and a number that is no MMSI are findings", "[logs]") {
    const auto future = log("\\c:4102444800*52\\" + sentence + "\n"); // 2100
    CHECK(fixes(future) == Lines{"MMSI 431000123 2025-03-01T00:00:00Z 139.70 35.00"});
    CHECK(has_finding(future,
                      "1 message has a time in the future, the first 2100-01-01T00:00:00Z; it is dated by the file"));
    const auto number = log("\\c:1722405600*58\\!AIVDM,1,1,,A,1?wwwwhP1TawOg0D1g@3Q2lD0000,0*51\n");
    CHECK(has_finding(number, "the number of a sender, 1073741823, is not a valid MMSI"));
    CHECK_FALSE(has_finding(open("ais/c3_iso.log"), "valid MMSI"));
}

TEST_CASE("a TAK stream opens as a scenario, with drawings as zones and alerts as events", "[logs]") {
    using feeds_test::in_stream;
    using feeds_test::tak_message;
    const auto result = log(
        in_stream(feeds_test::frigate_message) +
        in_stream(tak_message({.uid = "d", .type = "u-d-f", .xml = "<link point='35,139'/><link point='36,140'/>"})) +
        in_stream(tak_message({.uid = "a", .type = "b-a-o-tbl"})) +
        in_stream(tak_message({.uid = "p", .type = "t-x-c-t"})) +
        in_stream(tak_message({.uid = "c", .type = "b-t-f"})) + in_stream(tak_message({.uid = "c", .type = "b-t-f"})));
    CHECK(fixes(result) == Lines{"ALPHA \"1\" <&> 2024-07-31T11:59:50.250Z 139.70 35.00"});
    REQUIRE(result.scenario);
    REQUIRE(result.scenario->zones.size() == 1);
    CHECK(result.scenario->zones[0].id == "drawing-1");
    REQUIRE(result.scenario->events.size() == 1);
    CHECK(result.scenario->events[0].title == "Alert");
    CHECK(has_finding(result, "2 chat messages left out"));
    CHECK(has_finding(result, "1 ping left out"));
    const auto drawings = log(
        in_stream(tak_message({.uid = "d", .type = "u-d-f", .xml = "<link point='35,139'/><link point='36,140'/>"})));
    REQUIRE(drawings.scenario); // without a position of an asset
    CHECK(drawings.scenario->start == utc("2024-07-31T11:59:50Z"));
}

TEST_CASE("beacons and aircraft on search and rescue are what they are", "[logs]") {
    const auto result = open("ais/n1_mmsi.nmea");
    REQUIRE(result.scenario);
    const auto& assets = result.scenario->assets;
    const auto has_name = [&](const std::string& part) {
        return std::ranges::any_of(assets, [&](const Asset& a) { return a.name.find(part) != std::string::npos; });
    };
    CHECK(has_name("AIS-SART 970123456"));
    CHECK(has_name("Man overboard beacon under test 972123456"));
    CHECK(has_name("EPIRB 974123456"));
    const auto aircraft = std::ranges::find(assets, "111431501", &Asset::mmsi);
    REQUIRE(aircraft != assets.end());
    CHECK(aircraft->type != AssetType::MaritimePatrolAircraft);
}

TEST_CASE("Cursor on Target times need no colon in their zone, and one without a zone is noted", "[logs]") {
    CHECK(fixes(open("cot/o1_offset.xml")) == Lines{"ALPHA 2024-07-31T06:00:00Z 139.70 35.00"});
    const auto result = open("cot/o2_nozone.xml");
    CHECK(fixes(result) == Lines{"ALPHA 2024-07-31T06:00:00Z 139.70 35.00"});
    CHECK(has_finding(result, "1 event with times without a zone, read as UTC"));
}

TEST_CASE("BaseStation: calculated positions, the last line without end, call signs of ID lines", "[logs]") {
    const auto result = open("sbs/s1_mlat.sbs");
    CHECK(fixes(result).size() == 3);
    const auto calculated = std::ranges::find(result.scenario->assets, "AE5678", &Asset::icao);
    REQUIRE(calculated != result.scenario->assets.end());
    const auto index = static_cast<AssetIndex>(calculated - result.scenario->assets.begin());
    CHECK(result.scenario->fixes_of(index)[0].confidence() == Confidence::Low);
    CHECK(fixes(open("sbs/s2_noeol.sbs")) == Lines{"ICAO AE1234 2024-07-31T06:00:00.100Z 139.90 35.10"});
    const std::string position =
        "MSG,3,1,1,AE1234,1,2024/07/31,06:00:00.100,2024/07/31,06:00:00.120,,28000,,,35.10000,139.90000,,,0,0,0,0\n";
    CHECK(fixes(log(position + "ID,,1,1,AE1234,1,2024/07/31,06:00:01.000,2024/07/31,06:00:01.000,RCH123\n")) ==
          Lines{"RCH123 2024-07-31T06:00:00.100Z 139.90 35.10"});
}

TEST_CASE("a clock may be five minutes ahead, and what is later is dated by the file", "[logs]") {
    const auto heard_at = [](long seconds_after_now) {
        const std::string text = fmt::format("c:{}", 1'767'225'600 + seconds_after_now); // 2026-01-01
        unsigned char sum = 0;
        for (const char c : text)
            sum = static_cast<unsigned char>(sum ^ static_cast<unsigned char>(c));
        return fixes(log(fmt::format("\\s:x,{}*{:02X}\\{}\n", text, sum ^ 's' ^ ':' ^ 'x' ^ ',', sentence))).at(0);
    };
    CHECK(heard_at(0) == "MMSI 431000123 2026-01-01T00:00:00Z 139.70 35.00");
    CHECK(heard_at(300) == "MMSI 431000123 2026-01-01T00:05:00Z 139.70 35.00");
    CHECK(heard_at(301) == "MMSI 431000123 2025-03-01T00:00:00Z 139.70 35.00");
}

TEST_CASE("the kind of a log is seen after a byte order mark, blanks and a tag block", "[logs]") {
    for (const std::string before : {"", "\xEF\xBB\xBF", "  ", "\xEF\xBB\xBF \t", "\\s:x*0B\\"}) {
        INFO(before);
        const auto kind = [&](const std::string& line) {
            const auto format = detect_log_format(before + line + "\n", std::nullopt, Beginning::Complete);
            return format ? std::optional{format->kind} : std::nullopt;
        };
        CHECK(kind(sentence) == FeedKind::Ais);
        if (before.starts_with('\\')) continue;
        CHECK(kind("<event uid=\"a\"/>") == FeedKind::Cot);
        CHECK(kind("MSG,3,1,1,ABCDEF,1,,,,,,1000,,,10.5,20.5,,,0,0,0,0") == FeedKind::Sbs);
    }
}
