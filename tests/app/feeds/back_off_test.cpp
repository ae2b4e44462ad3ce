#include "app/feeds/source/back_off.hpp"
#include "tests/support/catch.hpp"

using namespace std::chrono_literals;

TEST_CASE("waits double from one second to a minute, each up to a fifth longer or shorter", "[feeds]") {
    for (const std::uint32_t seed : {1u, 2u, 3u, 77u}) {
        app::BackOff back_off{{}, seed};
        for (const auto middle : {1s, 2s, 4s, 8s, 16s, 32s, 60s, 60s, 60s}) {
            const auto wait = back_off.next();
            CHECK(wait >= middle * 0.8);
            CHECK(wait <= middle * 1.2);
        }
    }
}

TEST_CASE("clients with different seeds wait for different times", "[feeds]") {
    CHECK(app::BackOff{{}, 1}.next() != app::BackOff{{}, 99}.next());
}

TEST_CASE("only after a link of five minutes do waits begin again at one second", "[feeds]") {
    app::BackOff back_off{{}, 5};
    for (int n = 0; n < 6; ++n)
        (void)back_off.next();
    back_off.link_lasted(299s);
    CHECK(back_off.next() > 40s);
    back_off.link_lasted(300s);
    CHECK(back_off.next() <= 1200ms);
}
