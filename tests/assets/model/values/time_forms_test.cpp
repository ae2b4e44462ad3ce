// Dates and times as other programs and people write them.
#include "assets/model/values/time_forms.hpp"
#include "tests/support/catch.hpp"

using namespace assets;

namespace {

std::string span(std::string_view text, double offset_h = 0, DateOrder order = DateOrder::IsoOnly) {
    const auto read = read_written_time(text, offset_h, order);
    if (!read.time) return read.problem.empty() ? "not a time" : "problem: " + read.problem;
    return read.time->first == read.time->last ? to_iso(read.time->first)
                                               : to_iso(read.time->first) + " to " + to_iso(read.time->last);
}

const std::string day = "2024-07-31T00:00:00Z to 2024-07-31T23:59:59.999Z";

} // namespace

TEST_CASE("a month may be written by its English name", "[instants]") {
    for (const auto* text : {"31 July 2024", "31-Jul-2024", "31Jul2024", "2024-Jul-31", "2024 July 31", "Jul 31, 2024",
                             "July 31st, 2024", "31. July 2024", "Wed, 31 Jul 2024", "31 of July 2024", "31-Jul-24"}) {
        INFO(text);
        CHECK(span(text) == day);
    }
    CHECK(span("Sept 2024") == "2024-09-01T00:00:00Z to 2024-09-30T23:59:59.999Z");
    CHECK(span("2024-Jul-31 12:41:26") == "2024-07-31T12:41:26Z");
    CHECK(span("Wed, 31 Jul 2024 06:00:00 GMT") == "2024-07-31T06:00:00Z");
    CHECK(span("Wed Jul 31 06:00:00 2024") == "2024-07-31T06:00:00Z");
    CHECK(span("Wed Jul 31 06:00:00 UTC 2024") == "2024-07-31T06:00:00Z");
    CHECK(span("06:00 UTC, 31 July 2024") == "2024-07-31T06:00:00Z");
    CHECK(span("31 July") == "problem: has no year");
    CHECK(span("4-14 March") == "not a time"); // two days, not a year
    CHECK(span("31 Jun 2024") == "not a time");
    CHECK(span("31 Jul Aug 2024") == "not a time");
    CHECK(read_written_time("31-Jul-24", 0, DateOrder::IsoOnly).read_as == "in the year 2024");
    CHECK(read_written_time("31-Jul-99", 0, DateOrder::IsoOnly).read_as == "in the year 1999");
}

TEST_CASE("dates without hyphens and with signs of East Asia are read", "[instants]") {
    for (const auto* text : {"20240731", "2024.07.31", "2024. 7. 31.", "2024/07/31", "2024年7月31日", "2024년 7월 31일",
                             "２０２４-０７-３１",
                             "2024\xE2\x80\x91"
                             "07\xE2\x80\x91"
                             "31"}) {
        INFO(text);
        CHECK(span(text) == day);
    }
    CHECK(span("20240731T060000Z") == "2024-07-31T06:00:00Z");
    CHECK(span("20240731 0600") == "2024-07-31T06:00:00Z");
    CHECK(span("20240731060000") == "2024-07-31T06:00:00Z");
    CHECK(span("202407310600") == "2024-07-31T06:00:00Z");
    CHECK(span("2024-07-31 0600Z") == "2024-07-31T06:00:00Z");
    CHECK(span("20241331") == "not a time");
    CHECK(span("31072024") == "not a time");
    CHECK(span("240731") == "not a time");
    CHECK(span("24-07-31") == "problem: has a year of two digits; write four, for example 2024-07-31");
    CHECK(span("31/07/24", 0, DateOrder::DayMonthYear) ==
          "problem: has a year of two digits; write four, for example 2024-07-31");
}

TEST_CASE("the 12-hour clock is read", "[instants]") {
    CHECK(span("2024-07-31 03:58 PM") == "2024-07-31T15:58:00Z");
    CHECK(span("2024-07-31 3:58:20pm") == "2024-07-31T15:58:20Z");
    CHECK(span("2024-07-31 3 p.m.") == "2024-07-31T15:00:00Z");
    CHECK(span("2024-07-31 12:05 AM") == "2024-07-31T00:05:00Z");
    CHECK(span("2024-07-31 12:05 PM") == "2024-07-31T12:05:00Z");
    CHECK(span("7/31/2024 3:58:00 PM", 0, DateOrder::MonthDayYear) == "2024-07-31T15:58:00Z");
    CHECK(span("31 July 2024 3 PM +0900") == "2024-07-31T06:00:00Z");
    CHECK(span("2024-07-31 15:58 PM") == "problem: has an hour that is not one of the 12-hour clock");
    CHECK(span("2024-07-31 0:30 PM") == "problem: has an hour that is not one of the 12-hour clock");
}

TEST_CASE("zones may be written as UTC, GMT and offsets with and without a colon", "[instants]") {
    for (const auto* text : {"2024-07-31T06:00:00 UTC", "2024-07-31 06:00 GMT", "2024-07-31T15:00:00+0900",
                             "2024-07-31T15:00:00+09", "2024-07-31 15:00 +09:00", "2024-07-31 15:00 UTC+9",
                             "2024-07-31 15:00 GMT+09:00", "2024-07-31 15:00:00 +0900 (JST)", "2024-07-31 15:00 +9"}) {
        INFO(text);
        CHECK(span(text, -4) == "2024-07-31T06:00:00Z");
    }
    CHECK(span("2024-07-31T02:30:00-0330") == "2024-07-31T06:00:00Z");
    CHECK_FALSE(read_written_time("2024-07-31 06:00", 0, DateOrder::IsoOnly).has_zone);
    CHECK(read_written_time("2024-07-31 06:00 UTC", 0, DateOrder::IsoOnly).has_zone);
}

TEST_CASE("a zone in letters is refused with the offset to write", "[instants]") {
    CHECK(span("2024-07-31 03:58 JST") == "problem: has a zone in letters; write +09:00 instead of JST");
    CHECK(span("31 Jul 2024 03:58 kst") == "problem: has a zone in letters; write +09:00 instead of KST");
    CHECK(span("2024-07-31 03:58 CST") ==
          "problem: has a zone in letters; write +08:00 (China) or -06:00 (Central) instead of CST");
    CHECK(span("2024-07-31 03:58 LT") ==
          "problem: has a zone in letters; write its offset such as +09:00 instead of LT");
}

TEST_CASE("date-time groups are read with their zone letter", "[instants]") {
    CHECK(span("311200ZJUL2024") == "2024-07-31T12:00:00Z");
    CHECK(span("31 1200Z Jul 24") == "2024-07-31T12:00:00Z");
    CHECK(span("312100IJUL2024") == "2024-07-31T12:00:00Z");
    CHECK(span("310800QJUL24") == "2024-07-31T12:00:00Z");
    CHECK(span("311200JJUL2024") == "problem: is in local time (J); write Z or the zone's letter instead of J");
    CHECK(span("321200ZJUL2024") == "not a time");
    CHECK(span("312500ZJUL2024") == "not a time");
}

TEST_CASE("24:00 is the next midnight, and a second 60 the beginning of the next minute", "[instants]") {
    CHECK(span("2024-07-31T24:00:00Z") == "2024-08-01T00:00:00Z");
    CHECK(span("2024-12-31T24:00Z") == "2025-01-01T00:00:00Z");
    CHECK(span("2016-12-31T23:59:60Z") == "2017-01-01T00:00:00Z");
    CHECK(span("2024-07-31T12:00:60Z") == "2024-07-31T12:01:00Z");
    CHECK(span("2024-07-31T24:00:01Z") == "not a time");
    CHECK(span("2024-07-31T12:00:61Z") == "not a time");
    CHECK(span("2024-07-31T12:60Z") == "not a time");
}

TEST_CASE("Unix times are read by their number of digits", "[instants]") {
    CHECK(span("1722405600") == "2024-07-31T06:00:00Z");
    CHECK(span("1722405600.25", 9) == "2024-07-31T06:00:00.250Z");
    CHECK(span("1722405600250") == "2024-07-31T06:00:00.250Z");
    CHECK(read_written_time("1722405600", 0, DateOrder::IsoOnly).read_as == "Unix seconds");
    CHECK(span("431000123") == "not a time");  // an MMSI
    CHECK(span("9999999999") == "not a time"); // the year 2286
    CHECK(span("1.7224E+09") ==
          "problem: was written by a spreadsheet, which has dropped digits; write the date itself");
}

TEST_CASE("a day of a spreadsheet is refused unless the file's dates are said to be such days", "[instants]") {
    CHECK(span("45504") ==
          "problem: is 2024-07-31 in a spreadsheet; write the date, or add dates = \"serial\" under [read]");
    CHECK(span("45504.25") ==
          "problem: is 2024-07-31 06:00 in a spreadsheet; write the date, or add dates = \"serial\" under [read]");
    CHECK(span("45504", 0, DateOrder::Serial) == day);
    CHECK(span("45504.25", 0, DateOrder::Serial) == "2024-07-31T06:00:00Z");
    CHECK(span("45504.29167", 9, DateOrder::Serial) == "2024-07-30T22:00:00Z");
    CHECK(span("44042", 0, DateOrder::Serial1904) == day);
    CHECK(span("2024-07-31", 0, DateOrder::Serial) == day);
    CHECK(span("60", 0, DateOrder::Serial) == "not a time"); // the 29 February 1900 that did not exist
}

TEST_CASE("texts that resemble times are not times", "[instants]") {
    for (const auto* text : {"2024-07-31-06:00", "2024-07-31 06", "2024-07-31T", "July", "31", "2024-W31", "2024-213",
                             "06:00", "2024-07-31 06:00 07:00", "2024-07-31 06:00Z Z", "1 2 3", "a", "-", "2024-07-31x",
                             "31//07//2024", "Monday", "May 2024 06:00"}) {
        INFO(text);
        CHECK(span(text) == "not a time");
    }
}

TEST_CASE("every letter of a date-time group is its own zone", "[instants]") {
    const std::string east = "ABCDEFGHIKLM", west = "NOPQRSTUVWXY";
    for (int hour = 1; hour <= 12; ++hour) {
        const auto group = [&](const std::string& letters) {
            return span("151200" + letters.substr(static_cast<std::size_t>(hour - 1), 1) + "JUL2024");
        };
        const auto instant = [](int h) {
            return to_iso(std::chrono::sys_days{std::chrono::year{2024} / 7 / 15} + std::chrono::hours{h});
        };
        CHECK(group(east) == instant(12 - hour));
        CHECK(group(west) == instant(12 + hour));
    }
}
