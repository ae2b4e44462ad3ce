// The commands that the buttons, drags, the wheel and the date field of the timeline push.
#include "app/session/playhead/noon.hpp"
#include "tests/gui/panels/headless.hpp"
#include "tests/support/catch.hpp"

#include <cmath>

namespace {

using namespace app;
using panels_test::Headless;
using panels_test::only;

Session& example() {
    static Session session{DataFolders::find()};
    apply_and_wait(session, OpenScenario{"builtin:canada-2024"});
    session.apply(SetPlaying{false});
    session.apply(GoToTime{session.playhead().time().start()});
    return session;
}

assets::Instant instant(const char* text) {
    std::string error;
    const auto t = assets::parse_instant_argument(text, error);
    REQUIRE(t);
    return *t;
}

ImVec2 point_at(const Headless& ui, assets::Instant t, float y) {
    return {static_cast<float>(ui.memory.timeline.axis.x_of(t)), y};
}

double days_between(assets::Instant a, assets::Instant b) {
    return assets::in_hours(std::chrono::abs(a - b)) / 24;
}

constexpr float on_lanes = 150; ///< y of a point on the lanes in a panel 200 high

} // namespace

TEST_CASE("the play button plays, and pauses while playing", "[panels]") {
    Session& session = example();
    Headless ui{session, draw_timeline};
    ui.click_on("Panel", {"##play"});
    const auto pushed = only<SetPlaying>(ui.take());
    REQUIRE(pushed.size() == 1);
    CHECK(pushed[0].on);
    session.apply(SetPlaying{true});
    ui.click_on("Panel", {"##play"});
    const auto again = only<SetPlaying>(ui.take());
    REQUIRE(again.size() == 1);
    CHECK_FALSE(again[0].on);
}

TEST_CASE("the arrows beside play step to the previous and next event", "[panels]") {
    Headless ui{example(), draw_timeline};
    ui.click_on("Panel", {"##next"});
    ui.click_on("Panel", {"##previous"});
    const auto pushed = only<StepEvent>(ui.take());
    REQUIRE(pushed.size() == 2);
    CHECK(pushed[0].direction == 1);
    CHECK(pushed[1].direction == -1);
}

TEST_CASE("the loop button turns looping on", "[panels]") {
    Headless ui{example(), draw_timeline};
    ui.click_on("Panel", {"##loop"});
    const auto pushed = only<SetLooping>(ui.take());
    REQUIRE(pushed.size() == 1);
    CHECK(pushed[0].on);
}

TEST_CASE("a drag over the lanes goes to the dates under the cursor", "[panels]") {
    Headless ui{example(), draw_timeline};
    const auto first = instant("2024-03-01"), last = instant("2024-08-01");
    ui.drag(point_at(ui, first, on_lanes), point_at(ui, last, on_lanes));
    const auto pushed = only<GoToTime>(ui.take());
    REQUIRE(pushed.size() >= 4);
    CHECK(days_between(pushed.front().at, first) < 1);
    CHECK(days_between(pushed.back().at, last) < 1);
}

TEST_CASE("a click on a day goes to its noon in the scenario's local time", "[panels]") {
    Session& session = example();
    REQUIRE(session.scenario()->utc_offset_h == 8);
    Headless ui{session, draw_timeline};
    // On the dates above the lanes, where no event is near.
    ui.click(point_at(ui, instant("2024-04-29T20:00Z"), 40)); // 30 April, 04:00 local
    const auto pushed = only<GoToTime>(ui.take());
    REQUIRE(pushed.size() == 1);
    const auto local = pushed[0].at + std::chrono::hours{8};
    CHECK(local - std::chrono::floor<std::chrono::days>(local) == std::chrono::hours{12});
    CHECK(days_between(pushed[0].at, instant("2024-04-30T04:00Z")) <= 1); // a pixel is most of a day
}

TEST_CASE("a click on a report in a lane goes to noon of the day, in the report's own local time", "[panels]") {
    Session& session = example();
    Headless ui{session, draw_timeline, 1024, 400};
    const auto& scenario = *session.scenario();
    const auto& lanes = ui.memory.timeline.model.lanes;
    int clicked = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(lanes.size(), 3); ++i) {
        const auto name = ui.find("lanes", {lanes[i].id, "##lane"});
        REQUIRE(name);
        for (const auto& drawn : lanes[i].pieces) {
            if (drawn.to > session.playhead().time().end()) continue;
            const auto at = point_at(ui, drawn.from + (drawn.to - drawn.from) / 2, name->y);
            const double x = static_cast<double>(std::floor(at.x)); // Dear ImGui counts whole pixels
            const auto hit = hit_lane(lanes[i], ui.memory.timeline.axis, x);
            REQUIRE(hit.on == TimelineHit::On::Piece);
            const auto& piece = lanes[i].pieces[hit.index]; // another one may lie on top
            const auto& fix = scenario.fixes[piece.fix];
            if (fix.precision() != assets::Precision::Day) continue;
            ui.click(at);
            const auto pushed = only<GoToTime>(ui.take());
            REQUIRE_FALSE(pushed.empty());
            const double local = fix.utc_offset_h(), shown = scenario.utc_offset_h;
            CHECK(pushed[0].at == local_noon(pushed[0].at, local, shown));
            CHECK(assets::to_long_date(pushed[0].at, local) == assets::to_long_date(pushed[0].at, shown));
            CHECK(pushed[0].at >= piece.from);
            CHECK(pushed[0].at <= piece.to);
            ++clicked;
        }
    }
    CHECK(clicked > 5);
}

TEST_CASE("on an axis that shows hours a click goes to the instant under it", "[panels]") {
    Headless ui{example(), draw_timeline};
    const auto wanted = instant("2024-06-10T21:00Z");
    for (int i = 0; i < 12; ++i)
        ui.wheel(point_at(ui, wanted, 40), 3);
    static_cast<void>(ui.take());
    ui.click(point_at(ui, wanted, 40));
    const auto pushed = only<GoToTime>(ui.take());
    REQUIRE(pushed.size() == 1);
    CHECK(days_between(pushed[0].at, wanted) < 0.02);
}

TEST_CASE("scrubbing stops at the ends of the scenario", "[panels]") {
    Session& session = example();
    Headless ui{session, draw_timeline};
    ui.drag(point_at(ui, instant("2024-06-01"), on_lanes), {5000, on_lanes});
    const auto pushed = only<GoToTime>(ui.take());
    REQUIRE_FALSE(pushed.empty());
    CHECK(pushed.back().at == session.playhead().time().end());
}

TEST_CASE("scrubbing pauses playback", "[panels]") {
    Session& session = example();
    session.apply(SetPlaying{true});
    Headless ui{session, draw_timeline};
    ui.drag(point_at(ui, instant("2024-06-01"), on_lanes), point_at(ui, instant("2024-07-01"), on_lanes));
    const auto pushed = only<SetPlaying>(ui.take());
    REQUIRE(pushed.size() == 1);
    CHECK_FALSE(pushed[0].on);
    session.apply(SetPlaying{false});
}

TEST_CASE("the wheel zooms the time axis about the date under the cursor", "[panels]") {
    Headless ui{example(), draw_timeline};
    const auto date = instant("2024-09-15");
    const ImVec2 at = point_at(ui, date, on_lanes);
    const double before = ui.memory.timeline.axis.seconds_per_px();
    ui.wheel(at, 3);
    CHECK(ui.memory.timeline.axis.seconds_per_px() < before * 0.7);
    CHECK(days_between(ui.memory.timeline.axis.at(static_cast<double>(at.x)), date) < 1);
    CHECK(only<GoToTime>(ui.take()).empty());
    ui.wheel(at, -3);
    CHECK(ui.memory.timeline.axis.seconds_per_px() == Approx(before).epsilon(0.02));
}

TEST_CASE("a drag with the middle button or Shift moves the time axis, not the playhead", "[panels]") {
    Headless ui{example(), draw_timeline};
    const ImVec2 middle = point_at(ui, instant("2024-07-01"), on_lanes);
    ui.wheel(middle, 6);
    const auto pan = [&](int button, bool shift) {
        const auto before = ui.memory.timeline.axis.from();
        ui.hold_shift(shift);
        ui.drag(middle, {middle.x + 80, middle.y}, button);
        ui.hold_shift(false);
        CHECK(ui.memory.timeline.axis.from() < before);
    };
    pan(2, false);
    pan(0, true);
    CHECK(only<GoToTime>(ui.take()).empty());
}

TEST_CASE("typing a date moves the playhead to it", "[panels]") {
    Headless ui{example(), draw_timeline};
    ui.click_on("Panel", {"###date"});
    REQUIRE(ui.memory.timeline.typing);
    ui.frame();
    ui.type("2024-07-31");
    ui.press(ImGuiKey_Enter);
    const auto pushed = only<GoToTime>(ui.take());
    REQUIRE(pushed.size() == 1);
    CHECK(pushed[0].at == instant("2024-07-31"));
    CHECK_FALSE(ui.memory.timeline.typing);
}

TEST_CASE("a typed time is in the time zone of the scenario, like the time shown", "[panels]") {
    Headless ui{example(), draw_timeline};
    ui.click_on("Panel", {"###date"});
    ui.frame();
    ui.type("2024-07-31 20:30");
    ui.press(ImGuiKey_Enter);
    const auto pushed = only<GoToTime>(ui.take());
    REQUIRE(pushed.size() == 1);
    CHECK(pushed[0].at == instant("2024-07-31T12:30Z"));
}

TEST_CASE("an invalid date shows an error and can be typed again", "[panels]") {
    Headless ui{example(), draw_timeline};
    ui.click_on("Panel", {"###date"});
    ui.frame();
    ui.type("next Tuesday");
    ui.press(ImGuiKey_Enter);
    CHECK(only<GoToTime>(ui.take()).empty());
    CHECK(ui.memory.timeline.date_error.find("next Tuesday") != std::string::npos);
    REQUIRE(ui.memory.timeline.typing);
    ui.frame();
    ui.frame();
    ui.type("2024-02-29");
    ui.press(ImGuiKey_Enter);
    const auto pushed = only<GoToTime>(ui.take());
    REQUIRE(pushed.size() == 1);
    CHECK(pushed[0].at == instant("2024-02-29"));
}

TEST_CASE("Escape closes the date field", "[panels]") {
    Headless ui{example(), draw_timeline};
    ui.click_on("Panel", {"###date"});
    ui.frame();
    ui.frame(); // Dear ImGui 1.90 gives the field the keyboard a frame later than 1.86
    ui.press(ImGuiKey_Escape);
    CHECK_FALSE(ui.memory.timeline.typing);
    CHECK(ui.take().empty());
}

TEST_CASE("typing a speed sets the speed", "[panels]") {
    Headless ui{example(), draw_timeline};
    ui.click_on("Panel", {"##days"});
    ui.hold_control(true);
    ui.press(ImGuiKey_A);
    ui.hold_control(false);
    ui.type("2.5");
    ui.press(ImGuiKey_Enter);
    const auto pushed = only<SetSpeed>(ui.take());
    REQUIRE_FALSE(pushed.empty());
    CHECK(pushed.back().days_per_second == Approx(2.5));
}

TEST_CASE("a click on an event's mark selects it and goes to its time", "[panels]") {
    Session& session = example();
    Headless ui{session, draw_timeline};
    const auto event = std::find_if(session.scenario()->events.begin(), session.scenario()->events.end(),
                                    [](const auto& e) { return e.id == "montreal-farewell"; });
    REQUIRE(event != session.scenario()->events.end());
    bool pushed_select = false;
    for (float y = 40; y < 90 && !pushed_select; y += 3) {
        ui.click(point_at(ui, event->from, y));
        const auto pushed = ui.take();
        const auto selected = only<Select>(pushed);
        if (selected.empty() || selected[0].kind != "event") continue;
        pushed_select = true;
        const auto& events = session.scenario()->events;
        const auto hit =
            std::find_if(events.begin(), events.end(), [&](const auto& e) { return e.id == selected[0].id; });
        REQUIRE(hit != events.end());
        CHECK(only<GoToTime>(pushed).at(0).at == instant_to_show(*hit, session.scenario()->utc_offset_h));
    }
    CHECK(pushed_select);
}

TEST_CASE("a click on a lane's name selects the asset", "[panels]") {
    Session& session = example();
    Headless ui{session, draw_timeline};
    ui.click_on("lanes", {ui.memory.timeline.model.lanes.at(0).id, "##lane"});
    const auto pushed = only<Select>(ui.take());
    REQUIRE_FALSE(pushed.empty());
    CHECK(pushed[0].id == ui.memory.timeline.model.lanes.at(0).id);
}

TEST_CASE("every control of the timeline can be clicked in a window 1024 pixels wide", "[panels]") {
    Headless ui{example(), draw_timeline, 1024, 150};
    for (const char* control :
         {"##previous", "##play", "##next", "##loop", "###date", "##speed", "##days", "##whole"}) {
        INFO(control);
        CHECK(ui.find("Panel", {control}));
    }
}

TEST_CASE("without a scenario the timeline pushes no commands", "[panels]") {
    Session session{DataFolders::find()};
    Headless ui{session, draw_timeline};
    ui.click({300, 100});
    CHECK(ui.take().empty());
}

TEST_CASE("a click on the heading of a group collapses its lanes, another opens them", "[panels][timeline]") {
    Session& session = example();
    Headless ui{session, draw_timeline, 1024, 500};
    ui.frame();
    ui.memory.timeline.groups = LaneGroups::Operation;
    ui.memory.timeline.rows_changed = true;
    ui.frame();
    const auto rows = ui.memory.timeline.rows;
    REQUIRE(rows.size() > 3);
    REQUIRE(rows[0].is_group());
    const std::size_t inside = rows[0].lanes.size();
    ui.click_on("lanes", {rows[0].key, "##group"});
    ui.frame();
    CHECK(ui.memory.timeline.rows.size() == rows.size() - inside);
    CHECK(ui.memory.timeline.rows[0].collapsed);
    CHECK(ui.take().empty()); // what is shown does not change
    ui.click_on("lanes", {rows[0].key, "##group"});
    ui.frame();
    CHECK(ui.memory.timeline.rows.size() == rows.size());
}

TEST_CASE("the button beside the dates groups the lanes", "[panels][timeline]") {
    Headless ui{example(), draw_timeline, 1024, 300};
    ui.frame();
    ui.click_on("Panel", {"###groups"});
    ui.frame();
    ui.click_on("##Popup", {"By operation"});
    ui.frame();
    CHECK(ui.memory.timeline.groups == LaneGroups::Operation);
    REQUIRE_FALSE(ui.memory.timeline.rows.empty());
    CHECK(ui.memory.timeline.rows[0].is_group());
}
