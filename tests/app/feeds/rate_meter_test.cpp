#include "app/feeds/source/feed_core.hpp"
#include "tests/support/catch.hpp"

using namespace std::chrono_literals;

namespace {

app::SteadyTime second(double s) {
    return app::SteadyTime{std::chrono::round<app::SteadyTime::duration>(std::chrono::duration<double>{100 + s})};
}

} // namespace

TEST_CASE("the rate is that of whole seconds, without the current one", "[feeds]") {
    app::RateMeter rate;
    CHECK(rate.per_second(second(0)) == 0);
    rate.add(10, second(0));
    rate.add(10, second(0.9));
    CHECK(rate.per_second(second(0.95)) == 20); // only the current second exists yet
    rate.add(1000, second(1.1));
    CHECK(rate.per_second(second(1.2)) == 20);
    CHECK(rate.per_second(second(2)) == 510);
    CHECK(rate.per_second(second(4.5)) == 255);
}

TEST_CASE("the rate is that of the last five seconds", "[feeds]") {
    app::RateMeter rate;
    for (int s = 0; s < 30; ++s)
        rate.add(static_cast<std::uint64_t>(s), second(s));
    CHECK(rate.per_second(second(30)) == (25 + 26 + 27 + 28 + 29) / 5.0);
    CHECK(rate.per_second(second(32.5)) == (27 + 28 + 29) / 5.0);
    CHECK(rate.per_second(second(35)) == 0);
    CHECK(rate.per_second(second(34)) == 29 / 5.0);
}
