#include "data_dir.hpp"
#include "geo/basemap/basemap.hpp"
#include "geo/basemap/relief.hpp"
#include "geo/error.hpp"
#include "tests/support/catch.hpp"

using namespace geo;
using namespace test;

TEST_CASE("the relief covers the world from 180 west and 90 north", "[relief]") {
    const Relief relief = read_relief(Basemap{data_dir}.relief_file());
    REQUIRE(relief.width == 2 * relief.height);
    REQUIRE(relief.rgb.size() == static_cast<std::size_t>(relief.width) * static_cast<std::size_t>(relief.height) * 3);
    const auto blue_minus_red = [&](double lon, double lat) {
        const auto column = static_cast<std::size_t>((lon + 180) / 360 * relief.width);
        const auto row = static_cast<std::size_t>((90 - lat) / 180 * relief.height);
        const std::size_t at = (row * static_cast<std::size_t>(relief.width) + column) * 3;
        return relief.rgb[at + 2] - relief.rgb[at];
    };
    CHECK(blue_minus_red(-160, 30) > 20);  // the Pacific is blue
    CHECK(blue_minus_red(114, 14) > 20);   // the South China Sea
    CHECK(blue_minus_red(133, -25) < -20); // central Australia is brown
    CHECK(blue_minus_red(15, 23) < -20);   // the Sahara
}

TEST_CASE("the error for a relief that is not a JPEG names the file", "[relief]") {
    CHECK_THROWS_AS(read_relief("/nowhere/relief.jpg"), ReadError);
    CHECK_THROWS_WITH(read_relief(data_dir / "korea_mdl.geojson"), Catch::Contains("korea_mdl.geojson"));
}
