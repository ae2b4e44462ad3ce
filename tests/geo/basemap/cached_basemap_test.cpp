#include "geo/basemap/cache/cached_basemap.hpp"
#include "geo/error.hpp"
#include "tests/geo/basemap/data_dir.hpp"
#include "tests/support/catch.hpp"

#include <atomic>
#include <chrono>
#include <future>
#include <thread>

using namespace geo;

TEST_CASE("a part of the basemap that was read recently is not read again", "[basemap]") {
    const CachedBasemap cached{test::data_dir};
    const Box here = test::box(120, 30, 135, 42), there = test::box(0, 40, 10, 50);
    const auto first = cached.land(Level::Region50m, here);
    CHECK(cached.land(Level::Region50m, here) == first);
    CHECK(cached.land(Level::World110m, here) != first);
    CHECK(cached.land(Level::Region50m, there) != first);
    CHECK(cached.land(Level::Region50m, here) == first);
    CHECK(first->size() == Basemap{test::data_dir}.land(Level::Region50m, here).size());
    CHECK(cached.borders(Level::Region50m, here) == cached.borders(Level::Region50m, here));
    CHECK(cached.coast(Level::Region50m, here) == cached.coast(Level::Region50m, here));
}

TEST_CASE("threads that ask for the same key share a value that is made once", "[basemap]") {
    Recent<int, int> recent{2};
    std::atomic<int> made = 0;
    const auto ask = [&] {
        for (int key = 0; key < 2; ++key)
            (void)recent.get(key, [&] { return ++made; });
    };
    std::thread one{ask}, two{ask};
    one.join();
    two.join();
    CHECK(made == 2);
}

TEST_CASE("a thread that asks for another key does not wait", "[basemap]") {
    Recent<int, int> recent{2};
    std::promise<void> begun, end;
    std::thread slow{[&] {
        (void)recent.get(1, [&] {
            begun.set_value();
            end.get_future().wait();
            return 10;
        });
    }};
    begun.get_future().wait();
    auto other = std::async(std::launch::async, [&] { return *recent.get(2, [] { return 20; }); });
    const bool arrived = other.wait_for(std::chrono::seconds{30}) == std::future_status::ready;
    end.set_value();
    slow.join();
    CHECK(arrived);
    CHECK(other.get() == 20);
    CHECK(*recent.get(1, [] { return 11; }) == 10);
}

TEST_CASE("the least recently used value is dropped, and a failure is not kept", "[basemap]") {
    Recent<int, int> recent{2};
    int made = 0;
    const auto get = [&](int key) {
        return *recent.get(key, [&] { return ++made; });
    };
    CHECK(get(1) == 1);
    CHECK(get(2) == 2);
    CHECK(get(1) == 1);
    CHECK(get(3) == 3); // drops key 2
    CHECK(get(1) == 1);
    CHECK(get(2) == 4);
    CHECK_THROWS_AS(recent.get(9, []() -> int { throw ReadError{"no such file"}; }), ReadError);
    CHECK(get(9) == 5);
}
