#include "geo/error.hpp"
#include "geo/routes/lazy_router.hpp"
#include "tests/geo/routes/routing.hpp"
#include "tests/support/catch.hpp"

#include <thread>

using namespace geo;

TEST_CASE("a lazy router opens its file with the first route and remembers routes", "[geo][routes]") {
    const LazyRouter lazy{data_folder};
    CHECK_FALSE(lazy.is_open());
    const std::vector<LonLat> points{lonlat(125.5, 36.5), lonlat(130.5, 36.5)};
    const auto first = lazy.route(points, {});
    CHECK(lazy.is_open());
    REQUIRE(first->route);
    CHECK(first->route->path.points() == router().route(points[0], points[1]).route->path.points());
    CHECK(lazy.route(points, {}) == first);
    const auto avoiding = lazy.route(points, {.avoid = {"korea-strait"}}),
               bound = lazy.route(points, {.keeps_off_coasts = true});
    CHECK(avoiding != first);
    CHECK(bound != first);
    CHECK(lazy.route(points, {.keeps_off_coasts = true, .friends = {"KR"}}) != bound);
    CHECK(lazy.route({points[1], points[0]}, {}) != first);
}

TEST_CASE("a lazy router serves several threads", "[geo][routes][threads]") {
    const LazyRouter lazy{data_folder};
    const std::vector<LonLat> points{lonlat(125.5, 36.5), lonlat(130.5, 36.5)};
    std::vector<double> lengths(4, 0);
    std::vector<std::thread> threads;
    for (double& length : lengths)
        threads.emplace_back([&] { length = lazy.route(points, {})->route->path.length_m(); });
    for (auto& thread : threads)
        thread.join();
    CHECK(lengths == std::vector<double>(4, lengths[0]));
}

TEST_CASE("a lazy router names the file that is missing", "[geo][routes]") {
    const LazyRouter lazy{"/nowhere"};
    CHECK_THROWS_AS(lazy.route({lonlat(1, 1), lonlat(2, 2)}, {}), ReadError);
}
