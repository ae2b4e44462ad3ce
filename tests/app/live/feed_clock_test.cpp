#include "app/live/feed_clock.hpp"
#include "tests/support/catch.hpp"

using app::FeedClock;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {
constexpr assets::Instant wall{seconds{1'785'499'200}};
} // namespace

TEST_CASE("what comes in time has the wall clock's now, also when nothing has come for long", "[live]") {
    FeedClock clock;
    CHECK(clock.now(wall) == wall);
    CHECK(clock.taken(wall - seconds{20}, wall) == wall - seconds{20});
    CHECK(clock.now(wall + seconds{5}) == wall + seconds{5});
    // A receiver that falls silent: its ships grow old.
    CHECK(clock.now(wall + hours{9}) == wall + hours{9});
    CHECK_FALSE(clock.replay());
}

TEST_CASE("what comes late by more than an hour is a replay, whose newest report is now", "[live]") {
    FeedClock clock;
    CHECK(clock.taken(wall - hours{900}, wall) == wall - hours{900});
    CHECK(clock.taken(wall - hours{899}, wall + seconds{1}) == wall - hours{899});
    CHECK(clock.taken(wall - hours{900}, wall + seconds{2}) == wall - hours{900}); // out of order
    CHECK(clock.replay());
    CHECK(clock.now(wall + hours{2}) == wall - hours{899});
    // A live feed beside it: that is what now is of.
    CHECK(clock.taken(wall, wall + seconds{3}) == wall);
    CHECK_FALSE(clock.replay());
    CHECK(clock.taken(wall - hours{898}, wall + seconds{4}) == wall - hours{898});
    CHECK(clock.now(wall + seconds{5}) == wall + seconds{5});
}

TEST_CASE("a clock a little ahead is believed, one far ahead is not", "[live]") {
    FeedClock clock;
    CHECK(clock.taken(wall + minutes{5}, wall) == wall + minutes{5});
    CHECK(clock.ahead() == 0);
    CHECK(clock.taken(wall + minutes{6}, wall) == wall);
    CHECK(clock.ahead() == 1);
    CHECK(clock.now(wall + seconds{1}) == wall + seconds{1});
}
