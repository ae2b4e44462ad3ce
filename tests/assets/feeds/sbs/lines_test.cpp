#include "assets/feeds/sbs/sbs_line.hpp"
#include "tests/assets/feeds/sbs/sbs_lines.hpp"
#include "tests/support/catch.hpp"

using namespace feeds_test;
using assets::TimeSource;

TEST_CASE("an airborne position gives position and altitude, but no speed, course or call sign", "[sbs]") {
    const auto r = sbs_message(sbs_lines[2]);
    CHECK(r.key == "icao:C06B1A");
    CHECK(r.message_type == "MSG,3");
    CHECK(r.raw == sbs_lines[2]);
    REQUIRE(r.position);
    CHECK(r.position->lon() == -123.18401);
    CHECK(r.position->lat() == 49.19489);
    CHECK(r.altitude_m.value() == Approx(11277.6)); // 37,000 ft
    CHECK(r.on_ground == std::optional{false});
    CHECK(r.country == "CA");
    CHECK_FALSE(r.speed_kn);
    CHECK_FALSE(r.course_deg);
    CHECK_FALSE(r.callsign);
    CHECK_FALSE(r.type);
    CHECK_FALSE(r.distress);
}

TEST_CASE("an identification gives the call sign without its padding", "[sbs]") {
    CHECK(sbs_message(sbs_lines[0]).callsign == "RJA1118");
    CHECK(sbs_message(sbs_lines[0]).country == "JO");
    CHECK(sbs_message("MSG,1,1,1,7404F2,1,,,,,CFC45   ,,,,,,,,,,,").callsign == "CFC45");
    for (const char* unread : {"????????", "        ", "@@@@@@@@", "TOOLONG12", "cfc45", "A\tB"})
        CHECK_FALSE(sbs_message(fmt::format("MSG,1,1,1,7404F2,1,,,,,{},,,,,,,,,,,", unread)).callsign);
}

TEST_CASE("a velocity gives speed and course, also with a lower-case address", "[sbs]") {
    const auto r = sbs_message(sbs_lines[3]);
    CHECK(r.key == "icao:C06B1A");
    CHECK(r.speed_kn == 420.5);
    CHECK(r.course_deg == 287.3);
    CHECK_FALSE(r.position);
    CHECK(sbs_message("MSG,4,1,1,C06B1A,1,,,,,,,420.5,360,,,,,,,,0").course_deg == 0.0);
}

TEST_CASE("a surface position is on the ground, even without the flag", "[sbs]") {
    CHECK(sbs_message(sbs_lines[1]).on_ground == std::optional{true});
    CHECK(sbs_message("MSG,2,1,1,400F2B,1,,,,,,0,12,91,51.4700,-0.4543,,,0,0,0,").on_ground == std::optional{true});
    CHECK_FALSE(sbs_message("MSG,3,1,1,400F2B,1,,,,,,0,12,91,51.4700,-0.4543,,,0,0,0,").on_ground);
}

TEST_CASE("only squawk 7700 is distress, whatever the emergency flag is", "[sbs]") {
    const auto with = [](std::string_view squawk, int flag) {
        return sbs_message(fmt::format("MSG,6,1,1,A1B2C3,1,,,,,,10000,,,,,,{},0,{},0,0", squawk, flag)).distress;
    };
    CHECK(with("7700", 1));
    CHECK(with("7700", 0));
    CHECK_FALSE(with("7500", 1));
    CHECK_FALSE(with("7600", 1));
    CHECK_FALSE(with("", 1));
    CHECK_FALSE(with("77000", 1));
}

TEST_CASE("an invalid position is counted, and the rest of the line is kept", "[sbs]") {
    const auto check = [](std::string_view lat, std::string_view lon, std::string_view reason) {
        CAPTURE(lat, lon);
        const auto result = decode_sbs(fmt::format("MSG,3,1,1,C06B1A,1,,,,,,37000,,,{},{},,,0,0,0,0\n", lat, lon));
        REQUIRE(result.messages.size() == 1);
        CHECK_FALSE(result.messages[0].position);
        CHECK(result.messages[0].altitude_m);
        CHECK(result.rejected(reason) == 1);
        CHECK(result.rejected() == 1);
    };
    check("91", "10", "position out of range");
    check("10", "-180.5", "position out of range");
    check("1e300", "10", "position out of range");
    check("nan", "10", "position is not two numbers");
    check("45;5", "10", "position is not two numbers");
    check("", "10", "position is not two numbers");
    check("45.1", "", "position is not two numbers");
    check("45.1N", "10", "position is not two numbers");
    check("0", "0.0", "position 0, 0");
    CHECK(sbs_message("MSG,3,1,1,C06B1A,1,,,,,,1,,,-90,180,,,0,0,0,0").position);
}

TEST_CASE("an altitude, speed or track out of range is left out and counted", "[sbs]") {
    const auto altitude = [](std::string_view feet) {
        return decode_sbs(fmt::format("MSG,5,1,1,C06B1A,1,,,,,,{},,,,,,,0,,0,0\n", feet));
    };
    for (const char* good : {"-1000", "0", "60000", "+500", "25.5"}) {
        CHECK(altitude(good).messages.at(0).altitude_m);
        CHECK(altitude(good).rejected() == 0);
    }
    for (const char* bad : {"-2001", "126751", "FL370", "inf"}) {
        CHECK_FALSE(altitude(bad).messages.at(0).altitude_m);
        CHECK(altitude(bad).rejected("altitude out of range") == 1);
    }
    const auto velocity = decode_sbs("MSG,4,1,1,C06B1A,1,,,,,,,-1,10,,,,,,,,0\nMSG,4,1,1,C06B1A,1,,,,,,,5,-1,,,,,,,,0\n"
                                     "MSG,4,1,1,C06B1A,1,,,,,,,4001,361,,,,,,,,0\n");
    CHECK(velocity.rejected("speed out of range") == 2);
    CHECK(velocity.rejected("track is not an angle from 0 to 360") == 1);
    for (const auto& r : velocity.messages)
        CHECK_FALSE((r.speed_kn && r.course_deg));
}

TEST_CASE("a rejected line has one reason of a closed list", "[sbs]") {
    const auto reason = [](std::string_view line) {
        const auto result = decode_sbs(std::string{line} + "\n");
        CHECK(result.messages.empty());
        CHECK(result.counts.messages == 1);
        REQUIRE(result.counts.rejected.size() == 1);
        return result.counts.rejected.begin()->first;
    };
    CHECK(reason("hello") == "not a BaseStation line");
    CHECK(reason("MSG") == "not a BaseStation line"); // the last column of a short line may be cut off
    CHECK(reason("AIR,,496,1,4CA4A2,27215,2024/07/31,12:00:00.000,2024/07/31,12:00:00.000") ==
          "AIR line: an aircraft appears");
    CHECK(reason("STA,,5,179,400AE7,10103,2024/07/31,12:00:00.000,2024/07/31,12:00:00.000,RM") ==
          "STA line: the state of an aircraft in the receiver's list");
    CHECK(reason("MSG,9,1,1,C06B1A,1,,,,,,,,,,,,,,,,") == "unknown transmission type");
    CHECK(reason("MSG,33,1,1,C06B1A,1,,,,,,,,,,,,,,,,") == "unknown transmission type");
    CHECK(reason("MSG,3,1,1,C06B1,1,,,,,,,,,,,,,,,,") == "no ICAO address");
    CHECK(reason("MSG,3,1,1,C06B1G,1,,,,,,,,,,,,,,,,") == "no ICAO address");
    CHECK(reason("MSG,3,1,1,-06B1A,1,,,,,,,,,,,,,,,,") == "no ICAO address");
    CHECK(reason("MSG,3,1,1,000000,1,,,,,,,,,,,,,,,,") == "no ICAO address");
    CHECK(reason("MSG,3,1,1,ffffff,1,,,,,,,,,,,,,,,,") == "no ICAO address");
    CHECK(reason("MSG,3,1,1,~2A1B3C,1,,,,,,,,,,,,,,,,") == "no ICAO address");
    CHECK(reason(sbs_lines[2] + sbs_lines[3]) == "too many columns");
    CHECK(reason("MSG,3,1,1,C06B1A,1,,,,,,37000,,,49,19489,-123,18401,,,0,0,0,0") == "too many columns");
    CHECK(reason("MSG,3,1,1,C06B1A,1,,,,,,,,,,,,,,,,\x01") == "not text");
    CHECK(reason("MSG,3,1,1,C06B1A,1,,,,,CF\xE9,,,,,,,,,,,") == "not text");
}

TEST_CASE("a line of 23 columns is read, and a short one except for its last column", "[sbs]") {
    CHECK(sbs_message(sbs_lines[2] + ",").position);
    CHECK_FALSE(sbs_message("MSG,3,1,1,C06B1A,1,,,,,,37000,,,49.19489,-123").position);
    CHECK(sbs_message("MSG,3,1,1,C06B1A,1,,,,,,37000,,,49.19489,-123.18401,").position);
    CHECK(sbs_message("MSG,3,1,1,C06B1A,1").key == "icao:C06B1A");
}

TEST_CASE("a line's time gives its age in any time zone", "[sbs]") {
    const auto time_of = [](std::string_view date, std::string_view time) {
        const auto r = sbs_message(fmt::format("MSG,8,1,1,C06B1A,1,{},{},,,,,,,,,,,,,,0", date, time));
        return assets::to_iso(r.time) + (r.time_source == TimeSource::Sender ? " sender" : " receiver");
    };
    // Received at 12:00:00Z.
    CHECK(time_of("2024/07/31", "11:59:50.000") == "2024-07-31T11:59:50Z sender");
    CHECK(time_of("2024/07/31", "11:59:50.900") == "2024-07-31T11:59:50.900Z sender");
    CHECK(time_of("2024/07/31", "12:00:00.000") == "2024-07-31T12:00:00Z sender");
    CHECK(time_of("2024/07/31", "20:59:50.000") == "2024-07-31T11:59:50Z sender"); // Tokyo
    CHECK(time_of("2024/07/31", "04:59:50.000") == "2024-07-31T11:59:50Z sender"); // Vancouver
    CHECK(time_of("2024/07/31", "17:44:50.000") == "2024-07-31T11:59:50Z sender"); // Kathmandu
    CHECK(time_of("2024/08/01", "01:59:50.000") == "2024-07-31T11:59:50Z sender"); // Kiritimati, tomorrow
    // These times cannot agree with the receiver's clock.
    CHECK(time_of("2024/07/31", "12:00:05.000") == "2024-07-31T12:00:00Z receiver"); // received before it was made
    CHECK(time_of("2024/07/31", "11:59:00.000") == "2024-07-31T12:00:00Z receiver");
    CHECK(time_of("2008/11/28", "23:48:18.611") == "2024-07-31T12:00:00Z receiver");
    for (const char* bad : {"24:00:00.000", "11:60:00", "1:59:50.000", "11:59:50;000", "11:59:5x", ""})
        CHECK(time_of("2024/07/31", bad) == "2024-07-31T12:00:00Z receiver");
    for (const char* bad : {"2024/02/30", "2024-07-31", "0000/00/00", "31/07/2024", ""})
        CHECK(time_of(bad, "11:59:50.000") == "2024-07-31T12:00:00Z receiver");
}

TEST_CASE("a log with a known offset from UTC keeps the times of its lines", "[sbs]") {
    const auto decoder = assets::make_sbs_decoder(9.0);
    const auto result = decode(*decoder, "MSG,8,1,1,C06B1A,1,2008/11/28,23:48:18.611,,,,,,,,,,,,,,0\n");
    REQUIRE(result.messages.size() == 1);
    CHECK(assets::to_iso(result.messages[0].time) == "2008-11-28T14:48:18.611Z");
    CHECK(result.messages[0].time_source == TimeSource::Sender);
}

TEST_CASE("the fraction of a line's second is read in tenths, hundredths or thousandths", "[sbs]") {
    const auto after_second = [](const std::string& fraction) {
        const auto received = std::chrono::sys_days{std::chrono::year{2024} / 7 / 31} + std::chrono::hours{12};
        const auto reading =
            assets::read_sbs_line("MSG,3,1,1,C06B1A,1,2024/07/31,11:59:58" + fraction + ",,,,1000,,,10.5,20.5,,,,,,0",
                                  received, std::nullopt);
        REQUIRE(reading.message);
        return (reading.message->time - (received - std::chrono::seconds{2})).count();
    };
    CHECK(after_second("") == 0);
    CHECK(after_second(".5") == 500);
    CHECK(after_second(".05") == 50);
    CHECK(after_second(".005") == 5);
    CHECK(after_second(".25") == 250);
}
