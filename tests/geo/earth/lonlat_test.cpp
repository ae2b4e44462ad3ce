#include "geo/earth/lonlat.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <limits>

using namespace geo;

TEST_CASE("a point needs finite numbers and a latitude within 90 degrees", "[geo]") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinite = std::numeric_limits<double>::infinity();
    CHECK(LonLat::from_degrees(127, 38));
    CHECK(LonLat::from_degrees(0, 90));
    CHECK(LonLat::from_degrees(0, -90));
    CHECK_FALSE(LonLat::from_degrees(0, 90.000001));
    CHECK_FALSE(LonLat::from_degrees(0, nan));
    CHECK_FALSE(LonLat::from_degrees(nan, 0));
    CHECK_FALSE(LonLat::from_degrees(infinite, 0));
    CHECK_FALSE(LonLat::from_degrees(0, -infinite));
}

TEST_CASE("longitudes are wrapped to -180 or more and less than 180", "[geo]") {
    CHECK(wrap_longitude(180) == -180);
    CHECK(wrap_longitude(-180) == -180);
    CHECK(wrap_longitude(190) == -170);
    CHECK(wrap_longitude(-190) == 170);
    CHECK(wrap_longitude(540) == -180);
    CHECK(wrap_longitude(-540) == -180);
    CHECK(wrap_longitude(360) == 0);
    CHECK(wrap_longitude(std::nextafter(180.0, 0.0)) < 180);
    for (int i = -2000; i <= 2000; ++i) {
        const double wrapped = wrap_longitude(i * 1.37);
        REQUIRE(wrapped >= -180);
        REQUIRE(wrapped < 180);
        REQUIRE(std::abs(std::remainder(wrapped - i * 1.37, 360.0)) < 1e-9);
    }
    CHECK(lonlat(200, 10) == lonlat(-160, 10));
}
