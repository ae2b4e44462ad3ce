#include "tests/assets/feeds/cot/cot_events.hpp"
#include "tests/support/catch.hpp"

using namespace feeds_test;
using assets::FeedOutline;

namespace {

std::string drawing(std::string_view type, std::string_view detail, std::string_view point = "lat='35' lon='139.5'") {
    return fmt::format("<event uid='d' type='{}' how='h-e' time='2024-07-31T11:59:50Z' stale='2024-08-01T11:59:50Z'>"
                       "<point {}/><detail><contact callsign='Shape 1'/>{}</detail></event>",
                       type, point, detail);
}

constexpr std::string_view corners =
    "<link point='35.0,139.0,0.0'/><link point='35.0,140.0'/><link point='36.0, 140.0,1'/>";

std::shared_ptr<const FeedOutline> outline_of(const std::string& event) {
    const auto message = cot_message(event);
    CHECK(message.aid);
    return message.outline;
}

} // namespace

TEST_CASE("a free drawing is a line, or an area when it is closed or filled", "[cot]") {
    const auto line = outline_of(drawing("u-d-f", corners));
    REQUIRE(line);
    CHECK(line->form == FeedOutline::Form::Line);
    CHECK(line->points == geo::Polyline{{139, 35}, {140, 35}, {140, 36}});
    const geo::Polyline closed{{139, 35}, {140, 35}, {140, 36}, {139, 35}};
    const auto filled = outline_of(drawing("u-d-f", std::string{corners} + "<fillColor value='-1'/>"));
    REQUIRE(filled);
    CHECK(filled->form == FeedOutline::Form::Area);
    CHECK(filled->points == closed);
    const auto repeated = outline_of(drawing("u-d-f", std::string{corners} + "<link point='35.0,139.0,0.0'/>"));
    REQUIRE(repeated);
    CHECK(repeated->form == FeedOutline::Form::Area);
    CHECK(repeated->points == closed);
}

TEST_CASE("rectangles, polylines and routes have outlines, and one may cross the antimeridian", "[cot]") {
    const auto rectangle = outline_of(
        drawing("u-d-r", "<link point='10,179'/><link point='10,-179'/><link point='11,-179'/><link point='11,179'/>"));
    REQUIRE(rectangle);
    CHECK(rectangle->form == FeedOutline::Form::Area);
    CHECK(rectangle->points == geo::Polyline{{179, 10}, {181, 10}, {181, 11}, {179, 11}, {179, 10}});
    const auto polyline =
        outline_of(drawing("u-d-f", "<shape><polyline closed='true'><vertex lat='1' lon='2' hae='0'/>"
                                    "<vertex lat='1' lon='3'/><vertex lat='2' lon='3'/></polyline></shape>"));
    REQUIRE(polyline);
    CHECK(polyline->form == FeedOutline::Form::Area);
    const auto route =
        outline_of(drawing("b-m-r", "<link uid='1' type='b-m-p-w' point='35.0,139.0,0' relation='c'/>"
                                    "<link uid='2' type='b-m-p-w' point='35.5,139.2,0'/><link uid='3'/>"));
    REQUIRE(route);
    CHECK(route->form == FeedOutline::Form::Line);
    CHECK(route->points.size() == 2);
}

TEST_CASE("a circle has the radius of its largest ellipse, and an ellipse is an area", "[cot]") {
    const auto circle = outline_of(drawing("u-d-c-c", "<shape><ellipse major='500' minor='500' angle='360'/>"
                                                      "<ellipse major='1500' minor='1500' angle='360'/></shape>"));
    REQUIRE(circle);
    CHECK(circle->form == FeedOutline::Form::Circle);
    CHECK(circle->radius_m == 1500);
    const auto ellipse =
        outline_of(drawing("u-d-c-e", "<shape><ellipse major='111000' minor='1000' angle='0'/></shape>"));
    REQUIRE(ellipse);
    CHECK(ellipse->form == FeedOutline::Form::Area);
    CHECK(ellipse->points.front().lat == Approx(36).margin(0.01)); // the long axis points north
    CHECK(ellipse->points.front() == ellipse->points.back());
}

TEST_CASE("a drawing without a usable outline is counted", "[cot]") {
    const auto reason = [](const std::string& event) {
        const auto result = decode_cot(event);
        REQUIRE(result.messages.size() == 1);
        CHECK_FALSE(result.messages[0].outline);
        CHECK(result.counts.others.empty()); // counted once
        return result.counts.rejected.empty() ? std::string{} : result.counts.rejected.begin()->first;
    };
    CHECK(reason(drawing("u-d-f", "")) == "drawing without an outline");
    CHECK(reason(drawing("u-d-f", "<link point='35,139'/>")) == "drawing without an outline");
    CHECK(reason(drawing("u-d-f", "<link point='35,139'/><link point='95,139'/>")) ==
          "drawing with a point that is no position");
    CHECK(reason(drawing("u-d-f", "<link point='35,139'/><link point='nan,139'/>")) ==
          "drawing with a point that is no position");
    CHECK(reason(drawing("u-d-c-c", "<shape><ellipse major='-5' minor='5'/></shape>")) == "drawing without an outline");
    std::string many;
    for (int i = 0; i < 10'001; ++i)
        many += fmt::format("<link point='{},1'/>", i % 80);
    CHECK(reason(drawing("u-d-f", many)) == "drawing with too many points");
    CHECK(reason(drawing("u-d-r",
                         "<link point='80,0'/><link point='80,120'/><link point='80,-120'/><link point='80,0'/>")) ==
          "drawing around a pole");
}

TEST_CASE("chat and pings are counted by name, and alerts are told apart from them", "[cot]") {
    const auto event = [](std::string_view type, std::string_view detail = "") {
        return fmt::format("<event uid='{}' type='{}' time='2024-07-31T11:59:50Z'><point lat='1' lon='2'/><detail>{}"
                           "</detail></event>",
                           type, type, detail);
    };
    const auto result =
        decode_cot(event("b-t-f") + event("b-t-f-d") + event("t-x-c-t") + event("t-x-c-t-r") + event("b-m-p-s-m") +
                   event("b-a-o-tbl", "<emergency type='911 Alert'>ALPHA</emergency>") +
                   event("b-a-o-can", "<emergency cancel='true'>ALPHA</emergency>") + event("b-a-g") + event("y-c") +
                   event("a-f-G"));
    CHECK(result.counts.others ==
          std::map<std::string, std::uint64_t, std::less<>>{
              {"chat messages", 2}, {"events of other types", 1}, {"markers", 1}, {"pings", 2}});
    REQUIRE(result.messages.size() == 10);
    REQUIRE(result.messages[5].alert);
    CHECK(result.messages[5].alert->title == "911 Alert: ALPHA");
    REQUIRE(result.messages[6].alert);
    CHECK(result.messages[6].alert->cancelled);
    REQUIRE(result.messages[7].alert);
    CHECK(result.messages[7].alert->title == "Geofence crossed");
    CHECK_FALSE(result.messages[9].alert);
}
