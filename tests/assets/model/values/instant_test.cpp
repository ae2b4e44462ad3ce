#include "assets/model/values/instant.hpp"
#include "tests/support/catch.hpp"

using namespace assets;
using namespace std::chrono_literals;

namespace {

std::string span(std::string_view text, double offset_h = 0, DateOrder order = DateOrder::IsoOnly) {
    const auto read = parse_time_text(text, offset_h, order);
    return read ? to_iso(read->first) + " to " + to_iso(read->last) : "not a time";
}

} // namespace

TEST_CASE("a date covers its whole day, month or year", "[instants]") {
    CHECK(span("2024-05-31") == "2024-05-31T00:00:00Z to 2024-05-31T23:59:59.999Z");
    CHECK(span("2024-02") == "2024-02-01T00:00:00Z to 2024-02-29T23:59:59.999Z");
    CHECK(span("2024-12") == "2024-12-01T00:00:00Z to 2024-12-31T23:59:59.999Z");
    CHECK(span("2024") == "2024-01-01T00:00:00Z to 2024-12-31T23:59:59.999Z");
    CHECK(parse_time_text("2024-05", 0)->precision == Precision::Month);
}

TEST_CASE("a time is an instant", "[instants]") {
    CHECK(span("2024-05-31T12:30") == "2024-05-31T12:30:00Z to 2024-05-31T12:30:00Z");
    CHECK(span("2024-05-31 12:30:15") == "2024-05-31T12:30:15Z to 2024-05-31T12:30:15Z");
}

TEST_CASE("a time keeps its fraction of a second to the millisecond", "[instants]") {
    const auto read = [](std::string_view text) {
        const auto time = parse_time_text(text, 0);
        return time && time->first == time->last ? to_iso(time->first) : "not a time";
    };
    CHECK(read("2024-05-31T12:30:15.750Z") == "2024-05-31T12:30:15.750Z");
    CHECK(read("2024-05-31 12:30:15.5") == "2024-05-31T12:30:15.500Z");
    CHECK(read("2024-05-31T12:30:15.04+09:00") == "2024-05-31T03:30:15.040Z");
    CHECK(read("2024-05-31T12:30:15.0019Z") == "2024-05-31T12:30:15.001Z");
    CHECK(read("2024-05-31T12:30:15.999999999Z") == "2024-05-31T12:30:15.999Z");
    CHECK(read("2024-05-31T12:30:15.000Z") == "2024-05-31T12:30:15Z");
    CHECK(read("1969-12-31T23:59:59.250Z") == "1969-12-31T23:59:59.250Z");
    for (const char* text : {"2024-05-31T12:30:15.Z", "2024-05-31T12:30:15.1234567890Z", "2024-05-31T12:30.5Z"}) {
        INFO(text);
        CHECK(read(text) == "not a time");
    }
    std::string error;
    CHECK(to_iso(*parse_instant_argument("2024-07-31T06:00:00.500Z", error)) == "2024-07-31T06:00:00.500Z");
}

TEST_CASE("time after an interval is measured from the last second that the interval covers to its end", "[instants]") {
    const auto day = *parse_time_text("2024-05-31", 0);
    const auto at = [](const char* text) {
        return parse_time_text(text, 0)->first;
    };
    CHECK(measured_end(day.first, day.last) == at("2024-05-31T23:59:59Z"));
    CHECK(measured_end(day.first, at("2024-05-31T06:00:00Z")) == at("2024-05-31T06:00:00Z"));
    CHECK(measured_end(day.first, at("2024-05-31T06:00:00.998Z")) == at("2024-05-31T06:00:00.998Z"));
    CHECK(measured_end(at("2024-05-31T06:00:00.250Z"), at("2024-05-31T06:00:00.999Z")) ==
          at("2024-05-31T06:00:00.999Z"));
    CHECK(to_iso(far_future) == "9999-12-31T23:59:59.999Z");
    CHECK(parse_time_text("9999-12-31", 0)->last == far_future);
}

TEST_CASE("a day ends where the next one begins", "[instants]") {
    CHECK(parse_time_text("2024-05-31", 9)->last + tick == parse_time_text("2024-06-01", 9)->first);
    CHECK(parse_time_text("2024", 0)->last + tick == parse_time_text("2025-01", 0)->first);
}

TEST_CASE("a time without a zone is local, a time with a zone is not", "[instants]") {
    CHECK(span("2024-05-31", 9) == "2024-05-30T15:00:00Z to 2024-05-31T14:59:59.999Z");
    CHECK(span("2024-05-31T08:00", -3.5) == "2024-05-31T11:30:00Z to 2024-05-31T11:30:00Z");
    CHECK(span("2024-05-31T08:00Z", 9) == "2024-05-31T08:00:00Z to 2024-05-31T08:00:00Z");
    CHECK(span("2024-05-31T08:00+05:30", 9) == "2024-05-31T02:30:00Z to 2024-05-31T02:30:00Z");
    CHECK(span("2024-05-31T08:00-03:30", 9) == "2024-05-31T11:30:00Z to 2024-05-31T11:30:00Z");
    CHECK(span("2024-05-31T08:00+14:00") == "2024-05-30T18:00:00Z to 2024-05-30T18:00:00Z");
    CHECK(span("2024-05-31T08:00+15:00") == "not a time");
    CHECK(span("2024-12-31T23:00:00-10:00") == "2025-01-01T09:00:00Z to 2025-01-01T09:00:00Z");
}

TEST_CASE("other orders of day and month are read only when asked for", "[instants]") {
    CHECK(span("05/06/2024") == "not a time");
    CHECK(span("05/06/2024", 0, DateOrder::DayMonthYear) == "2024-06-05T00:00:00Z to 2024-06-05T23:59:59.999Z");
    CHECK(span("05/06/2024", 0, DateOrder::MonthDayYear) == "2024-05-06T00:00:00Z to 2024-05-06T23:59:59.999Z");
    CHECK(span("5.6.2024 8:05", 0, DateOrder::DayMonthYear) == "2024-06-05T08:05:00Z to 2024-06-05T08:05:00Z");
    CHECK(span("20/10/2024", 0, DateOrder::MonthDayYear) == "not a time");
    CHECK(span("2024-05-31", 0, DateOrder::DayMonthYear) == "2024-05-31T00:00:00Z to 2024-05-31T23:59:59.999Z");
}

TEST_CASE("a text that is neither a date nor a time is rejected", "[instants]") {
    for (const char* text : {"", "soon", "2024-13-01", "2024-02-30", "2023-02-29", "24-05-31", "2024-5-", "2024-05-31T",
                             "2024-05-31T25:00", "2024-05-31T12", "2024-05-31T12:60", "2024-05-31T12:30Zulu",
                             "2024-05-31T12:30+99:00", "2024-05-31 13:30 pm", "99999-01-01", "0000-01-01"}) {
        INFO(text);
        CHECK(span(text) == "not a time");
    }
}

TEST_CASE("an instant given as an argument is a date, meaning 12:00 UTC, or a time with a zone", "[instants]") {
    std::string error;
    CHECK(to_iso(*parse_instant_argument("2024-07-31", error)) == "2024-07-31T12:00:00Z");
    CHECK(to_iso(*parse_instant_argument("2024-07-31T06:00+09:00", error)) == "2024-07-30T21:00:00Z");
    CHECK(error.empty());
    CHECK_FALSE(parse_instant_argument("2024-05", error));
    CHECK(error == "'2024-05' is a month; give a day, for example 2024-05-15");
    CHECK_FALSE(parse_instant_argument("2024-07-31T06:00", error));
    CHECK(error == "'2024-07-31T06:00' has no zone; write for example 2024-07-31T06:00Z or 2024-07-31T06:00+09:00");
    CHECK_FALSE(parse_instant_argument("31/07/2024", error));
    CHECK(error == "'31/07/2024' is neither a date nor a time; write for example 2024-07-31 or 2024-07-31T12:00Z");
}

TEST_CASE("a duration is a number with a unit", "[instants]") {
    CHECK(parse_duration("36h") == 36h);
    CHECK(parse_duration("14d") == 14 * 24h);
    CHECK(parse_duration("2w") == 14 * 24h);
    CHECK(parse_duration("90s") == 90s);
    CHECK(parse_duration("0h") == 0s);
    CHECK(parse_duration("90min") == 90min);
    CHECK(parse_duration("1.5 h") == 90min);
    for (const char* text : {"", "36", "h", "-3h", "3y", "1e30d", "nan h", "inf d"}) {
        INFO(text);
        CHECK_FALSE(parse_duration(text));
    }
}

TEST_CASE("a long date is the civil day at the UTC offset", "[instants]") {
    const auto evening = parse_time_text("2024-07-31T20:00Z", 0)->first;
    CHECK(to_long_date(evening, 0) == "31 July 2024");
    CHECK(to_long_date(evening, 9) == "1 August 2024");
}
