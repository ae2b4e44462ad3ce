#include "app/live/feed_clock.hpp"
#include "tests/support/catch.hpp"

using app::FeedClock;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {
constexpr assets::Instant wall{seconds{1'785'499'200}};
} // namespace

TEST_CASE("with a live feed, now is the wall clock, even after a long silence", "[live]") {
    FeedClock clock;
    CHECK(clock.now(wall) == wall);
    CHECK(clock.accept(wall - seconds{20}, wall) == wall - seconds{20});
    CHECK(clock.now(wall + seconds{5}) == wall + seconds{5});
    // When a receiver falls silent, its ships grow old.
    CHECK(clock.now(wall + hours{9}) == wall + hours{9});
    CHECK_FALSE(clock.replay());
}

TEST_CASE("messages more than an hour old are a replay, and the newest of them sets now", "[live]") {
    FeedClock clock;
    CHECK(clock.accept(wall - hours{900}, wall) == wall - hours{900});
    CHECK(clock.accept(wall - hours{899}, wall + seconds{1}) == wall - hours{899});
    CHECK(clock.accept(wall - hours{900}, wall + seconds{2}) == wall - hours{900}); // out of order
    CHECK(clock.replay());
    CHECK(clock.now(wall + hours{2}) == wall - hours{899});
    // A live feed beside the replay sets now to the wall clock.
    CHECK(clock.accept(wall, wall + seconds{3}) == wall);
    CHECK_FALSE(clock.replay());
    CHECK(clock.accept(wall - hours{898}, wall + seconds{4}) == wall - hours{898});
    CHECK(clock.now(wall + seconds{5}) == wall + seconds{5});
}

TEST_CASE("a sender's clock may be a little ahead, but not far", "[live]") {
    FeedClock clock;
    CHECK(clock.accept(wall + minutes{5}, wall) == wall + minutes{5});
    CHECK(clock.ahead() == 0);
    CHECK(clock.accept(wall + minutes{6}, wall) == wall);
    CHECK(clock.ahead() == 1);
    CHECK(clock.now(wall + seconds{1}) == wall + seconds{1});
}

TEST_CASE("during a replay, a position from the future is given the time of the replay", "[live]") {
    FeedClock clock;
    CHECK(clock.accept(wall - hours{900}, wall) == wall - hours{900});
    CHECK(clock.accept(wall + hours{9'000}, wall) == wall - hours{900});
    CHECK(clock.replay());
    CHECK(clock.ahead() == 1);
}

TEST_CASE("a message without a position neither sets the clock nor runs ahead of it", "[live]") {
    FeedClock clock;
    CHECK(clock.limited(wall - hours{900}, wall) == wall - hours{900});
    CHECK(clock.limited(wall + minutes{5}, wall) == wall + minutes{5});
    CHECK_FALSE(clock.replay());
    CHECK(clock.ahead() == 0);
    CHECK(clock.limited(wall + minutes{6}, wall) == wall);
    CHECK(clock.ahead() == 1);
    // During a replay the current time is that of the newest position.
    CHECK(clock.accept(wall - hours{900}, wall) == wall - hours{900});
    CHECK(clock.limited(wall - hours{900} + minutes{5}, wall) == wall - hours{900} + minutes{5});
    CHECK(clock.limited(wall - hours{800}, wall) == wall - hours{900});
    CHECK(clock.ahead() == 1); // that one is ahead of the replay, not of ours
    CHECK(clock.limited(wall + minutes{6}, wall) == wall - hours{900});
    CHECK(clock.ahead() == 2);
    CHECK(clock.now(wall) == wall - hours{900});
}
