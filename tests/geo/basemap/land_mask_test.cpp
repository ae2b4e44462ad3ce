#include "data_dir.hpp"
#include "geo/basemap/land_mask.hpp"
#include "geo/earth/geodesic.hpp"
#include "tests/support/catch.hpp"

#include <future>
#include <random>

using namespace geo;
using namespace test;

namespace {

const LandMask& land() {
    static const LandMask mask{data_dir};
    return mask;
}

} // namespace

TEST_CASE("cities are on land, seas are not", "[land]") {
    CHECK(land().on_land(lonlat(126.98, 37.56))); // Seoul
    CHECK(land().on_land(lonlat(139.5, 35.7)));   // Tokyo
    CHECK(land().on_land(lonlat(121.5, 25.03)));  // Taipei
    CHECK(land().on_land(lonlat(121.1, 14.6)));   // Manila
    CHECK(land().on_land(lonlat(-75.7, 45.4)));   // Ottawa
    CHECK(land().on_land(lonlat(149.1, -35.3)));  // Canberra
    CHECK(land().on_land(lonlat(-178, 67)));      // Chukotka
    CHECK(land().on_land(lonlat(0, -89.9)));      // the South Pole
    CHECK_FALSE(land().on_land(lonlat(124.8, 36)));
    CHECK_FALSE(land().on_land(lonlat(119, 24.6)));
    CHECK_FALSE(land().on_land(lonlat(134, 38.5)));
    CHECK_FALSE(land().on_land(lonlat(-180, 0)));
    CHECK_FALSE(land().on_land(lonlat(0, 89.9)));
    CHECK_FALSE(land().on_land(lonlat(-30, 0)));
}

TEST_CASE("the fine coast decides about islets and bays that 1:10m leaves out", "[land]") {
    CHECK(land().on_land(lonlat(124.67, 37.96)));        // Baengnyeong
    CHECK(land().on_land(lonlat(126.55, 33.37)));        // Jeju
    CHECK_FALSE(land().on_land(lonlat(139.665, 35.31))); // off Yokosuka
}

TEST_CASE("a circle is on land only when no coast comes nearer than its radius", "[land]") {
    CHECK(land().circle_on_land(lonlat(127.9, 36.6), 50));         // the middle of South Korea
    CHECK_FALSE(land().circle_on_land(lonlat(127.9, 36.6), 150));  // reaches the sea
    CHECK_FALSE(land().circle_on_land(lonlat(126.65, 37.45), 15)); // Incheon
    CHECK_FALSE(land().circle_on_land(lonlat(123.5, 36), 10));     // the Yellow Sea
    CHECK(land().circle_on_land(lonlat(-178, 67), 20));            // Chukotka, beyond 180
    CHECK(land().circle_on_land(lonlat(124.0, 42.0), 30));         // across a side of the fine area
}

TEST_CASE("a circle is on land exactly when no sampled point in it is sea", "[land]") {
    const auto all_land = [](LonLat centre, double radius_km) {
        for (double r = radius_km; r > 0; r -= 1.5)
            for (int azimuth = 0; azimuth < 360; azimuth += 4)
                if (!land().on_land(point_along(centre, azimuth, r * 1000))) return false;
        return true;
    };
    std::mt19937 random{3};
    const auto between = [&](double low, double high) {
        return low + (high - low) * static_cast<double>(random() % 100'000) / 1e5;
    };
    int on_land = 0, not_all = 0;
    for (int i = 0; i < 300; ++i) {
        // Every fifth circle lies in Chukotka near the antimeridian, the others around Korea and Japan.
        const bool north = i % 5 == 0;
        const auto centre =
            north ? lonlat(between(178, 183), between(65.5, 69)) : lonlat(between(125.5, 141), between(33, 40));
        const double radius = between(2, 40);
        if (!land().on_land(centre)) continue;
        INFO(centre.lon() << ' ' << centre.lat() << ' ' << radius);
        // The plane of the measurement is accurate to 1 %, and a coast may touch a circle between two samples.
        if (land().circle_on_land(centre, radius)) {
            ++on_land;
            CHECK(all_land(centre, radius * 0.99));
        } else if (land().circle_on_land(centre, radius * 0.8)) {
            ++not_all; // a coast lies between 0.8 and 1 of the radius; dense samples must find it
            bool sea = false;
            for (double r = radius * 0.78; r < radius * 1.02 && !sea; r += 0.1)
                for (double azimuth = 0; azimuth < 360 && !sea; azimuth += 0.25)
                    sea = !land().on_land(point_along(centre, azimuth, r * 1000));
            CHECK(sea);
        }
    }
    CHECK(on_land > 50);
    CHECK(not_all > 5);
}

TEST_CASE("a line crosses land unless it touches land only within the ignored distances from its ends", "[land]") {
    CHECK(land().crosses_land(lonlat(120.7, 14.5), lonlat(144.6, 13.5), 20, 20));      // Manila Bay over Luzon
    CHECK_FALSE(land().crosses_land(lonlat(145.2, 13.4), lonlat(-158.4, 20.8), 0, 0)); // Guam to Hawaii, over 180
    CHECK(land().crosses_land(lonlat(126.5, 37.4), lonlat(129.2, 35.1), 10, 10));      // Incheon to Busan
    const LonLat apra = lonlat(144.66, 13.44), off_yap = lonlat(139.5, 9.0);
    CHECK_FALSE(land().crosses_land(apra, off_yap, 10, 0));
    // Pearl Harbor is surrounded by Oahu, whose land counts unless land near this end is ignored.
    const LonLat pearl = lonlat(-157.955, 21.368), south = lonlat(-158.5, 18.0);
    CHECK(land().crosses_land(pearl, south, 0, 0));
    CHECK_FALSE(land().crosses_land(pearl, south, 15, 0));
}

TEST_CASE("several threads may test points at the same time", "[land]") {
    const auto answers = [](const LandMask& mask) {
        std::vector<bool> on;
        for (int i = 0; i < 4000; ++i)
            on.push_back(mask.on_land(lonlat(118 + (i % 97) * 0.3, 5 + (i % 83) * 0.5)));
        return on;
    };
    const auto expected = answers(land());
    CHECK(std::count(expected.begin(), expected.end(), true) > 500);
    const LandMask shared{data_dir}; // nothing read yet
    std::vector<std::future<std::vector<bool>>> runs;
    for (int i = 0; i < 4; ++i)
        runs.push_back(std::async(std::launch::async, [&] { return answers(shared); }));
    for (auto& run : runs)
        CHECK(run.get() == expected);
}
