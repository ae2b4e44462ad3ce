#include "app/session/playhead/time_control.hpp"
#include "tests/support/catch.hpp"

using namespace std::chrono_literals;

namespace {

assets::Instant hour(int h) {
    return assets::Instant{std::chrono::hours{h}};
}

app::TimeControl ten_days() {
    return {hour(0), hour(240), {hour(48), hour(24), hour(48), hour(500)}, hour(30)};
}

} // namespace

TEST_CASE("the playhead stays within its span", "[session]") {
    auto time = ten_days();
    time.go_to(hour(-5));
    CHECK(time.at() == hour(0));
    time.go_to(hour(900));
    CHECK(time.at() == hour(240));
    time.step(std::chrono::seconds::min());
    CHECK(time.at() == hour(0));
    time.step(std::chrono::seconds::max());
    CHECK(time.at() == hour(240));
    time.step(-2h);
    CHECK(time.at() == hour(238));
}

TEST_CASE("step_event() goes from event to event, and stays if there is no further one", "[session]") {
    auto time = ten_days();
    time.step_event(+1);
    CHECK(time.at() == hour(48));
    time.step_event(+1);
    CHECK(time.at() == hour(48)); // the event outside the span was dropped
    time.step_event(-1);
    CHECK(time.at() == hour(24));
    time.step_event(-1);
    CHECK(time.at() == hour(24));
}

TEST_CASE("playing moves at days_per_second, however short the frames are", "[session]") {
    auto time = ten_days();
    CHECK_FALSE(time.advance(1s));
    time.go_to(hour(0));
    time.set_days_per_second(2);
    time.set_playing(true);
    for (int i = 0; i < 7000; ++i)
        time.advance(std::chrono::duration<double>{1.0 / 7000});
    CHECK(std::chrono::abs(time.at() - hour(48)) <= 1s);
    time.set_days_per_second(0.01); // 864 s a second: a frame of 1 ms moves less than a second
    const auto before = time.at();
    CHECK_FALSE(time.advance(0.5ms));
    for (int i = 0; i < 1000; ++i)
        time.advance(1ms);
    CHECK(std::chrono::abs(time.at() - before - 864s) <= 2s);
}

TEST_CASE("playing stops at the end, and then starts over", "[session]") {
    auto time = ten_days();
    time.set_playing(true);
    CHECK(time.advance(1h));
    CHECK(time.at() == time.end());
    CHECK_FALSE(time.playing());
    time.set_playing(true);
    CHECK(time.at() == time.start());
    CHECK(time.playing());
}

TEST_CASE("looping shows the end before it starts over", "[session]") {
    auto time = ten_days();
    time.set_looping(true);
    time.set_playing(true);
    CHECK(time.advance(1h));
    CHECK(time.at() == time.end());
    CHECK(time.playing());
    CHECK(time.advance(1ms));
    CHECK(time.at() == time.start());
    CHECK(time.playing());
}

TEST_CASE("the speed is clamped to its limits, and NaN is ignored", "[session]") {
    auto time = ten_days();
    time.set_days_per_second(1e9);
    CHECK(time.days_per_second() == app::TimeControl::most_speed);
    time.set_days_per_second(-1);
    CHECK(time.days_per_second() == app::TimeControl::least_speed);
    time.set_days_per_second(std::numeric_limits<double>::quiet_NaN());
    CHECK(time.days_per_second() == app::TimeControl::least_speed);
}

TEST_CASE("an empty span never plays", "[session]") {
    app::TimeControl time{hour(5), hour(5), {}, hour(9)};
    time.set_playing(true);
    CHECK_FALSE(time.playing());
    CHECK(time.at() == hour(5));
}

TEST_CASE("the lowest speed is real time", "[session]") {
    auto time = ten_days();
    time.go_to(hour(0));
    time.set_days_per_second(app::TimeControl::least_speed);
    time.set_playing(true);
    for (int i = 0; i < 50; ++i)
        time.advance(100ms);
    CHECK(std::chrono::abs(time.at() - hour(0) - 5s) <= 1s);
}

TEST_CASE("from an event, step_event() goes to the neighbouring event", "[session]") {
    auto time = ten_days();
    time.go_to(hour(24));
    time.step_event(+1);
    CHECK(time.at() == hour(48));
    time.step_event(-1);
    CHECK(time.at() == hour(24));
    time.step_event(0);
    CHECK(time.at() == hour(24));
}

TEST_CASE("events at the ends of the span are reached", "[session]") {
    app::TimeControl time{hour(0), hour(240), {hour(0), hour(240)}, hour(30)};
    time.step_event(-1);
    CHECK(time.at() == hour(0));
    time.step_event(+1);
    CHECK(time.at() == hour(240));
}
