#include "app/session/models/timeline_model.hpp"
#include "app/session/playhead/noon.hpp"
#include "tests/app/session/scratch.hpp"
#include "tests/support/catch.hpp"

#include <map>
#include <set>

using namespace session_test;
using Catch::Contains;
using namespace std::chrono_literals;

namespace {

struct Canada {
    app::Session s = session();
    app::TimelineModel model;
    Canada() {
        open(s, "builtin:canada-2024");
        model = app::timeline_model(*s.scenario(), s.playhead().time().start(), s.playhead().time().end());
    }
    [[nodiscard]] const app::TimelineLane& lane(const std::string& id) const {
        const auto at = std::find_if(model.lanes.begin(), model.lanes.end(), [&](const auto& l) { return l.id == id; });
        REQUIRE(at != model.lanes.end());
        return *at;
    }
    [[nodiscard]] app::TimeAxis whole(double width = 1000) const { return {model.start, model.end, 100, width}; }
};

std::vector<std::string> labels(const std::vector<app::AxisTick>& ticks) {
    std::vector<std::string> all;
    for (const auto& tick : ticks)
        all.push_back(tick.label);
    return all;
}

} // namespace

TEST_CASE("every asset has a lane with its deployments and fixes", "[session]") {
    const Canada c;
    CHECK(c.model.lanes.size() == c.s.scenario()->assets.size());
    std::size_t pieces = 0, bars = 0;
    for (const auto& lane : c.model.lanes) {
        pieces += lane.pieces.size();
        bars += lane.bars.size();
        bool precise = false; // wide fixes come first
        for (const auto& piece : lane.pieces) {
            CHECK_FALSE((piece.wide && precise));
            precise = precise || !piece.wide;
            CHECK(piece.to < assets::far_future);
        }
    }
    CHECK(pieces == c.s.scenario()->fixes.size());
    CHECK(bars == c.s.scenario()->deployments.size());
    CHECK(c.model.events.size() == c.s.scenario()->events.size());
    const auto& montreal = c.lane("hmcs-montreal");
    REQUIRE(montreal.bars.size() == 1);
    CHECK(montreal.bars[0].from_error_h == 24);
    CHECK(montreal.bars[0].operations == "HORIZON, NEON");
    CHECK_THAT(app::bar_words(*c.s.scenario(), montreal.bars[0]), Contains("HORIZON, NEON, "));
    CHECK(std::any_of(montreal.pieces.begin(), montreal.pieces.end(),
                      [](const auto& p) { return p.error_h == 168 && p.wide && p.sometime; }));
}

TEST_CASE("x_of() and at() are inverse", "[session]") {
    const Canada c;
    const auto axis = c.whole();
    CHECK(axis.x_of(c.model.start) == Approx(100));
    CHECK(axis.x_of(c.model.end) == Approx(1100));
    for (const char* text : {"2024-01-01T12:00Z", "2024-02-29T23:59:59Z", "2024-08-24T03:04:05Z"})
        CHECK(axis.at(axis.x_of(utc(text))) == utc(text));
}

TEST_CASE("zooming keeps the instant under the cursor, and stops at ten minutes and at the whole span", "[session]") {
    const Canada c;
    auto axis = c.whole();
    const double x = 640;
    const auto under = axis.at(x);
    for (int i = 0; i < 20; ++i) {
        axis = axis.zoomed(x, 1.5, c.model);
        CHECK(std::chrono::abs(axis.at(x) - under) <= 1s);
    }
    for (int i = 0; i < 60; ++i)
        axis = axis.zoomed(x, 1.5, c.model);
    CHECK(axis.to() - axis.from() == 10min);
    CHECK(std::chrono::abs(axis.at(x) - under) <= 1s);
    for (int i = 0; i < 60; ++i)
        axis = axis.zoomed(x, 0.5, c.model);
    CHECK(axis.from() <= c.model.start);
    CHECK(axis.to() >= c.model.end);
    CHECK(axis.to() - axis.from() < (c.model.end - c.model.start) * 11 / 10);
}

TEST_CASE("panning stops at the ends, and showing() brings an instant into view", "[session]") {
    const Canada c;
    auto axis = c.whole().zoomed(600, 10, c.model);
    const auto length = axis.to() - axis.from();
    axis = axis.panned(1e7, c.model);
    CHECK(axis.to() >= c.model.end);
    CHECK(std::chrono::abs(axis.to() - axis.from() - length) <= 1s);
    axis = axis.showing(c.model.start, c.model);
    CHECK(axis.from() <= c.model.start);
    CHECK(axis.x_of(c.model.start) >= 100);
    const auto still = axis.showing(axis.from() + length / 2, c.model);
    CHECK(still.from() == axis.from());
    CHECK(axis.resized(0, 500).from() == axis.from());
}

TEST_CASE("the ticks of a year are months, of a month days, of a day hours, of half an hour minutes", "[session]") {
    const app::TimeAxis year{utc("2024-01-01"), utc("2025-01-01"), 0, 1000};
    CHECK(labels(app::axis_ticks(year, 0, 40)) == std::vector<std::string>{"2024", "Feb", "Mar", "Apr", "May", "Jun",
                                                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
                                                                           "2025"});
    CHECK(labels(app::axis_ticks(year, 0, 150)) == std::vector<std::string>{"2024", "Apr", "Jul", "Oct", "2025"});
    const app::TimeAxis month{utc("2024-02-01"), utc("2024-03-02"), 0, 1000};
    const auto days = app::axis_ticks(month, 0, 30);
    REQUIRE(days.size() == 31);
    CHECK(days[0].label == "Feb 2024");
    CHECK(days[28].label == "29");
    CHECK(days[29].label == "Mar 2024");
    CHECK(days[29].major);
    const app::TimeAxis day{utc("2024-02-29"), utc("2024-03-01"), 0, 1000};
    CHECK(labels(app::axis_ticks(day, 0, 100)) ==
          std::vector<std::string>{"29 Feb", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00", "1 Mar"});
    const app::TimeAxis hour{utc("2024-02-29T05:50Z"), utc("2024-02-29T06:20Z"), 0, 1000};
    const auto minutes = app::axis_ticks(hour, 0, 100);
    CHECK(labels(minutes) == std::vector<std::string>{"05:50", "05:55", "06:00", "06:05", "06:10", "06:15", "06:20"});
    CHECK(minutes[2].major);
    CHECK_FALSE(minutes[1].major);
    const app::TimeAxis century{utc("1900"), utc("2000"), 0, 1000};
    CHECK(labels(app::axis_ticks(century, 0, 90)).front() == "1900");
}

TEST_CASE("days begin at midnight in the scenario's local time", "[session]") {
    const app::TimeAxis axis{utc("2024-03-01"), utc("2024-03-04"), 0, 300};
    const auto ticks = app::axis_ticks(axis, 9, 60);
    REQUIRE_FALSE(ticks.empty());
    CHECK(ticks.front().at == utc("2024-03-01T15:00Z"));
    CHECK(ticks.front().label == "2");
}

TEST_CASE("labels are never much closer than requested, at any zoom", "[session]") {
    const Canada c;
    auto axis = c.whole();
    for (int i = 0; i < 70; ++i) {
        const auto ticks = app::axis_ticks(axis, 5.5, 50);
        CHECK_FALSE(ticks.size() > 25);
        for (std::size_t k = 1; k < ticks.size(); ++k) {
            INFO(ticks[k - 1].label << " " << ticks[k].label << " after " << i);
            CHECK(ticks[k].x - ticks[k - 1].x >= 44); // months differ in length
        }
        axis = axis.zoomed(333, 1.13, c.model);
    }
}

TEST_CASE("a fix is hit before the deployment under it", "[session]") {
    const Canada c;
    const auto& lane = c.lane("hmcs-montreal");
    const auto axis = c.whole();
    const auto& piece = lane.pieces.back();
    const auto hit = app::hit_lane(lane, axis, axis.x_of(piece.from + (piece.to - piece.from) / 2));
    CHECK(hit.on == app::TimelineHit::On::Piece);
    CHECK(hit.index == lane.pieces.size() - 1);
    CHECK(app::hit_lane(lane, axis, axis.x_of(utc("2024-10-01"))).on == app::TimelineHit::On::Bar);
    CHECK(app::hit_lane(lane, axis, axis.x_of(utc("2024-02-01"))).on == app::TimelineHit::On::Nothing);
    const auto& event = c.model.events.back();
    const auto near = app::hit_event(c.model, axis, axis.x_of(event.from) + 1);
    REQUIRE(near.on == app::TimelineHit::On::Event);
    CHECK(c.model.events[near.index].from == event.from);
    CHECK_THAT(app::event_words(*c.s.scenario(), event), Contains(event.title));
    CHECK_THAT(app::piece_words(*c.s.scenario(), piece), Contains("2024"));
}

TEST_CASE("instants are written with their zone, and typed dates are parsed", "[session]") {
    CHECK(app::instant_words(utc("2024-08-14T12:00Z"), 8) == "Wed 14 Aug 2024, 20:00 UTC+8");
    CHECK(app::instant_words(utc("2024-01-01T01:00Z"), -3.5) == "Sun 31 Dec 2023, 21:30 UTC-3:30");
    CHECK(app::zone_words(0) == "UTC");
    std::string error;
    const auto shown = utc("2023-05-05T20:00Z"); // 6 May at UTC+8
    CHECK(app::typed_instant(" 2024-08-14 ", 8, shown, error) == utc("2024-08-14T12:00Z"));
    CHECK(app::typed_instant("2024-08", 8, shown, error) == utc("2024-08-01T12:00Z"));
    CHECK(app::typed_instant("2024-08-14 20:00", 8, shown, error) == utc("2024-08-14T12:00Z"));
    CHECK(app::typed_instant("2024-08-14T20:00Z", 8, shown, error) == utc("2024-08-14T20:00Z"));
    CHECK(error.empty());
    for (const char* text :
         {"", "next Tuesday", "31 June 2024", "14 Augustus", "2024-08-14 25:00", "August 2024, 12:00", "1 2 3",
          "4 to 5 to 6 May", "14 August 2024 UTC+99", "0 May 2024", "13 p.m."}) {
        INFO(text);
        CHECK_FALSE(app::typed_instant(text, 8, shown, error));
        CHECK_THAT(error, Contains("is not a date"));
    }
}

TEST_CASE("the date field reads every form in which the program prints a date", "[session]") {
    std::string error;
    const auto shown = utc("2023-05-05T20:00Z"); // 6 May at UTC+8
    const auto typed = [&](const std::string& text) {
        const auto t = app::typed_instant(text, 8, shown, error);
        INFO(text << ": " << error);
        REQUIRE(t);
        return assets::to_iso(*t);
    };
    for (const auto& [text, iso] :
         std::map<std::string, std::string>{{"Wed 14 Aug 2024, 20:00 UTC+8", "2024-08-14T12:00:00Z"},
                                            {"Wed 14 Aug 2024, 20:00 UTC-3:30", "2024-08-14T23:30:00Z"},
                                            {"Wed 14 Aug 2024, 20:00 UTC", "2024-08-14T20:00:00Z"},
                                            {"14 August 2024", "2024-08-14T12:00:00Z"},
                                            {"14 Aug. 2024", "2024-08-14T12:00:00Z"},
                                            {"1 Sept. 2024", "2024-09-01T12:00:00Z"},
                                            {"14 August", "2023-08-14T12:00:00Z"},
                                            {"Aug 2024", "2024-08-01T12:00:00Z"},
                                            {"2024", "2024-01-01T12:00:00Z"},
                                            {"14 Aug", "2023-08-14T12:00:00Z"},
                                            {"4 to 14 March 2024", "2024-03-04T12:00:00Z"},
                                            {"4\u201314 March", "2023-03-04T12:00:00Z"},
                                            {"30 April to 18 May 2024", "2024-04-30T12:00:00Z"},
                                            {"from 5 June 2024", "2024-06-05T12:00:00Z"},
                                            {"20:30", "2023-05-06T12:30:00Z"},
                                            {"20:30:05", "2023-05-06T12:30:05Z"},
                                            {"2024-08-14T20:00:05Z", "2024-08-14T20:00:05Z"},
                                            {"2024-08-14 20:00 UTC+8", "2024-08-14T12:00:00Z"},
                                            {"14 August 2024, 20:00", "2024-08-14T12:00:00Z"},
                                            {"14 August 2024, 9 p.m.", "2024-08-14T13:00:00Z"},
                                            {"14 August 2024, noon", "2024-08-14T04:00:00Z"},
                                            {"14 August 2024, 20:00 UTC", "2024-08-14T20:00:00Z"},
                                            {"17 Oct., 2:30 p.m.", "2023-10-17T06:30:00Z"},
                                            {"28 Oct. \u2013 3 Nov.", "2023-10-28T12:00:00Z"},
                                            {"22\u201328 Nov. 2024", "2024-11-22T12:00:00Z"},
                                            {"until 2 July 2024", "2024-07-02T12:00:00Z"},
                                            {"9:30 p.m.", "2023-05-06T13:30:00Z"},
                                            {"midnight", "2023-05-05T16:00:00Z"},
                                            {"20:30Z", "2023-05-05T20:30:00Z"},
                                            {"13:00 UTC", "2023-05-06T13:00:00Z"}})
        CHECK(typed(text) == iso);
    for (const auto& t : {utc("2024-08-14T12:00Z"), utc("2024-02-29T23:59Z"), utc("2023-12-31T18:30Z")})
        for (const double offset : {-9.5, 0.0, 8.0, 13.0})
            CHECK(app::typed_instant(app::instant_words(t, offset), 8, shown, error) == t);
}

TEST_CASE("the date field reads every form that the reader of files reads, and says why it reads another not",
          "[session]") {
    std::string error;
    const auto shown = utc("2023-05-05T20:00Z");
    for (const char* text : {"311200ZJUL2024", "31 1200Z Jul 2024", "20240731T120000Z", "2024-07-31T12:00:00.000Z",
                             "1722427200", "1722427200000", "Wed, 31 Jul 2024 12:00:00 GMT", "31-Jul-2024 12:00 UTC",
                             "Jul 31, 2024, 12:00 UTC", "31 July 2024 21:00 +0900", "31 July 2024 21:00 UTC+9",
                             "2024.07.31 20:00", "2024\u5e747\u670831\u65e5 20:00"}) {
        INFO(text);
        REQUIRE(assets::parse_time_text(text, 8));
        CHECK(app::typed_instant(text, 8, shown, error) == utc("2024-07-31T12:00Z"));
    }
    CHECK_FALSE(app::typed_instant("31 July 2024 21:00 JST", 8, shown, error));
    CHECK(error == "'31 July 2024 21:00 JST' has a zone in letters; write +09:00 instead of JST");
    CHECK_FALSE(app::typed_instant("31/07/24", 8, shown, error));
    CHECK_FALSE(error.empty());
}

TEST_CASE("a date without a year gets that of the time shown, or of the date before it", "[session]") {
    using assets::DateOrder;
    const auto shown = utc("2023-12-31T20:00Z"); // 1 January 2024 at UTC+8
    const auto completed = [&](const std::string& text, double offset = 8, DateOrder order = DateOrder::IsoOnly,
                               std::optional<assets::Instant> after = std::nullopt) {
        const app::DatedText dated = app::with_year(text, offset, order, shown, after);
        CHECK(dated.year.has_value() == (dated.text != text));
        return dated.text;
    };
    CHECK(completed("4 June") == "4 June 2024");
    CHECK(completed("4 June", 0) == "4 June 2023");
    CHECK(completed("June 4th, 14:30") == "June 4th, 14:30 2024");
    CHECK(completed("29 February") == "29 February 2024");
    CHECK(completed("29 February", 0) == "29 February"); // 2023 has none
    CHECK(completed("04/06", 8, DateOrder::DayMonthYear) == "04/06 2024");
    for (const char* text : {"", "*", "4 June 2022", "2022-06-04", "31 June", "04/06", "14:30", "04-Jun-22", "Sasebo"})
        CHECK(completed(text) == text);

    const auto begin = utc("2024-12-28T00:00Z");
    CHECK(completed("28 December", 0, DateOrder::IsoOnly, begin) == "28 December 2024");
    const auto next = app::with_year("3 January", 0, DateOrder::IsoOnly, shown, begin);
    CHECK(next.text == "3 January 2025");
    CHECK(next.next);
}

TEST_CASE("a speed of one has its unit in the singular", "[session]") {
    CHECK(app::speed_unit(7, false) == "days a second");
    CHECK(app::speed_unit(1, false) == "day a second");
    CHECK(app::speed_unit(1, true) == "minute a second");
    CHECK(app::speed_unit(0.5, true) == "minutes a second");
}

TEST_CASE("a click on a day goes to noon of that day in the event's own local time", "[session]") {
    assets::Event event{};
    event.utc_offset_h = 8;
    event.from = utc("2024-03-03T16:00Z"); // 4 to 14 March, local
    event.to = utc("2024-03-14T16:00Z") - assets::tick;
    CHECK(app::instant_to_show(event, 0) == utc("2024-03-04T04:00Z"));
    event.to = utc("2024-03-04T16:00Z") - assets::tick; // one day
    CHECK(app::instant_to_show(event, 0) == utc("2024-03-04T04:00Z"));
    event.from = event.to = utc("2024-03-04T01:30Z"); // with a clock
    CHECK(app::instant_to_show(event, 0) == event.from);
    // Local noon at UTC+13 is 23:00Z of the day before; the map's heading is in the scenario's time.
    CHECK(app::local_noon(utc("2024-03-04T05:00Z"), 13, 0) == utc("2024-03-04T05:30Z"));
    CHECK(app::local_noon(utc("2024-03-04T12:00Z"), -8, 8) ==
          utc("2024-03-04T12:00Z")); // noon at UTC-8 is the 5th at +8
    CHECK(app::local_noon(utc("2024-03-04T12:00Z"), -12, 14) == utc("2024-03-05T00:00Z")); // no common date
    CHECK(app::local_noon(utc("2024-03-04T05:00Z"), 13, 13) == utc("2024-03-03T23:00Z"));
    CHECK(app::local_noon(utc("2024-03-04T05:00Z"), -10, 0) == utc("2024-03-03T22:00Z"));
}

TEST_CASE("a click without a position of the mouse has an instant far off, in whole days or hours", "[session]") {
    for (const char* end : {"2024-03-04", "2024-12-31"}) {
        const app::TimeAxis axis{utc("2024-03-01"), utc(end), 0, 300};
        const double nowhere = -3.4e38; // -FLT_MAX of Dear ImGui
        CHECK(app::clicked_instant(axis, nowhere, 9) < utc("0001-01-01"));
        CHECK(app::clicked_instant(axis, -nowhere, 9) > utc("9999-01-01"));
    }
}

TEST_CASE("an instant that is brought into view has a margin on either side", "[session]") {
    const Canada c;
    const auto axis = c.whole().zoomed(600, 10, c.model).panned(-1e7, c.model).panned(2000, c.model);
    const double length_s = assets::in_seconds(axis.to() - axis.from());
    const auto right = axis.to() + std::chrono::hours{24}, left = axis.from() - std::chrono::hours{24};
    const auto later = axis.showing(right, c.model), earlier = axis.showing(left, c.model);
    CHECK(assets::in_seconds(later.to() - right) == Approx(0.05 * length_s).epsilon(0.01));
    CHECK(assets::in_seconds(left - earlier.from()) == Approx(0.05 * length_s).epsilon(0.01));
}

TEST_CASE("a clock alone is a time of the local day shown, in whatever zone it is written", "[session]") {
    std::string error;
    const auto typed = [&](const std::string& text, double offset_h) {
        const auto t = app::typed_instant(text, offset_h, utc("2023-05-05T20:00Z"), error);
        REQUIRE(t);
        return assets::to_iso(*t);
    };
    CHECK(typed("02:00Z", -8) == "2023-05-06T02:00:00Z"); // the day shown is 5 May, from 8:00 UTC on
    CHECK(typed("07:59Z", -8) == "2023-05-06T07:59:00Z");
    CHECK(typed("08:00Z", -8) == "2023-05-05T08:00:00Z");
    CHECK(typed("15:59Z", 8) == "2023-05-06T15:59:00Z"); // 6 May, from 16:00 UTC on
    CHECK(typed("16:00Z", 8) == "2023-05-05T16:00:00Z");
    CHECK(typed("23:00", -8) == "2023-05-06T07:00:00Z");
}
