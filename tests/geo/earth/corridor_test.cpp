#include "geo/earth/geodesic.hpp"
#include "geo/projection/cutting/loop.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <random>
#include <regex>
#include <sstream>
#include <string>

#include <geodesic.h>

using namespace geo;

namespace {

/// Area in square metres on WGS 84, by PROJ's geod_polygonarea, without the holes.
double area_m2(const Polygon& shape) {
    geod_geodesic ellipsoid;
    geod_init(&ellipsoid, 6378137.0, 1 / 298.257223563);
    double total = 0;
    for (std::size_t r = 0; r < shape.rings.size(); ++r) {
        std::vector<double> lats;
        std::vector<double> lons;
        for (std::size_t i = 1; i < shape.rings[r].size(); ++i) {
            lats.push_back(shape.rings[r][i].lat);
            lons.push_back(shape.rings[r][i].lon);
        }
        double area = 0;
        geod_polygonarea(&ellipsoid, lats.data(), lons.data(), static_cast<int>(lats.size()), &area, nullptr);
        total += (r == 0 ? 1 : -1) * std::abs(area);
    }
    return total;
}

double total_m2(const std::vector<Polygon>& shapes) {
    double total = 0;
    for (const Polygon& shape : shapes)
        total += area_m2(shape);
    return total;
}

} // namespace

TEST_CASE("the band of 2 km on both sides of the Korean demarcation line is one polygon of 897 square km", "[geo]") {
    std::ifstream file{std::string{THEATRUM_SOURCE_DIR} + "/geo/data/korea_mdl.geojson"};
    REQUIRE(file);
    std::stringstream text;
    text << file.rdbuf();
    const std::string json = text.str();
    Polyline line;
    const std::regex pair{R"(\[\s*(-?[0-9.]+)\s*,\s*(-?[0-9.]+)\s*\])"};
    for (std::sregex_iterator it{json.begin(), json.end(), pair}, end; it != end; ++it) {
        std::istringstream numbers{(*it)[1].str() + ' ' + (*it)[2].str()};
        Degrees d{};
        numbers >> d.lon >> d.lat;
        line.push_back(d);
    }
    REQUIRE(line.size() == 552);
    const auto band = corridor(line, 2000);
    REQUIRE(band.size() == 1);
    CHECK(band.front().rings.size() == 1);
    CHECK(total_m2(band) / 1e6 == Approx(897).margin(1));
}

TEST_CASE("the area of a straight band is its length times its width", "[geo]") {
    const auto check = [](const Polyline& line, double half_width_m) {
        double length = 0;
        for (std::size_t i = 1; i < line.size(); ++i)
            length += distance_m(lonlat(line[i - 1].lon, line[i - 1].lat), lonlat(line[i].lon, line[i].lat));
        const auto band = corridor(line, half_width_m);
        REQUIRE(band.size() == 1);
        CHECK(band.front().rings.size() == 1);
        CHECK(total_m2(band) == Approx(length * 2 * half_width_m).epsilon(2e-3));
    };
    check({{127, 37}, {128, 38}}, 5e3);
    check({{175, 10}, {185, 12}}, 20e3);   // across the antimeridian
    check({{100, -10}, {130, 30}}, 30e3);  // 5,000 km, in a dozen pieces
    check({{20, 80}, {200, 80}}, 10e3);    // over the pole
    check({{20, 70}, {200, 85}}, 10e3);    // over the pole
    check({{-60, -89}, {30, -88.5}}, 3e3); // beside the other pole
}

TEST_CASE("the outline of a band lies at the half width from the line", "[geo]") {
    const Polyline line{{170, 40}, {185, 45}, {190, 52}};
    const auto band = corridor(line, 50e3);
    REQUIRE(band.size() == 1);
    std::vector<LonLat> on_line;
    for (std::size_t i = 1; i < line.size(); ++i)
        for (int k = 0; k <= 1000; ++k)
            on_line.push_back(
                between(lonlat(line[i - 1].lon, line[i - 1].lat), lonlat(line[i].lon, line[i].lat), k / 1000.0));
    for (const Degrees& d : band.front().rings.front()) {
        double nearest = 1e9;
        for (const LonLat& p : on_line)
            nearest = std::min(nearest, distance_m(p, lonlat(d.lon, d.lat)));
        REQUIRE(nearest < 50e3 + 120);
        // Only the two flat ends of the outline come nearer to the line.
        const LonLat here = lonlat(d.lon, d.lat);
        const bool at_end = std::min(distance_m(here, on_line.front()), distance_m(here, on_line.back())) < 50e3 + 120;
        REQUIRE((at_end || nearest > 50e3 - 120));
        REQUIRE(std::abs(d.lon - 180) < 30); // longitudes are continuous and do not jump to -170
    }
}

TEST_CASE("a closed line has a band with a hole", "[geo]") {
    const auto band = corridor({{10, 10}, {20, 10}, {20, 20}, {10, 20}, {10, 10}}, 20e3);
    REQUIRE(band.size() == 1);
    CHECK(band.front().rings.size() == 2);
}

TEST_CASE("a line of one point has no band", "[geo]") {
    CHECK(corridor({{10, 10}}, 1000).empty());
    CHECK(corridor({{10, 10}, {10, 10}}, 1000).empty());
}

TEST_CASE("a band beside a pole contains exactly the points within its half width", "[geo]") {
    // Bands of 300 km on both sides of a quarter of the parallel of 87 degrees and of nearly the whole parallel of 88
    // degrees. The latter is 222 km from the pole, so its band contains the pole.
    struct Case {
        double side;
        int end_lon;
        double lat;
    };
    for (const auto& [side, end_lon, on_lat] : {Case{-1, 90, 87}, {1, 90, 87}, {-1, 350, 88}, {1, 350, 88}}) {
        Polyline line;
        for (int lon = 0; lon <= end_lon; lon += 2)
            line.push_back({static_cast<double>(lon), side * on_lat});
        const auto band = corridor(line, 300e3);
        const auto in_band = [&](double lon, double lat) {
            return std::any_of(band.begin(), band.end(), [&](const Polygon& shape) {
                Rect extent{-1000, -90, 1000, 90};
                bool in = false;
                for (const Ring& ring : shape.rings)
                    in = in != contains(ring, extent, lon, lat);
                return in;
            });
        };
        int inside = 0, outside = 0;
        for (int lon = 5; lon <= end_lon - 5; lon += 10)
            for (const double lat : {82.0, 83.0, 84.0, 84.2, 84.4, 85.0, 86.0, 87.0, 88.0, 89.0, 89.5}) {
                const double away_m =
                    distance_m(lonlat(lon, side * lat), lonlat(lon, side * on_lat)); // along a meridian
                if (std::abs(away_m - 300e3) < 3e3) continue;
                INFO(side << ' ' << lon << ' ' << lat << ' ' << away_m);
                CHECK(in_band(lon, side * lat) == (away_m < 300e3));
                ++(away_m < 300e3 ? inside : outside);
            }
        CHECK(inside > 40);
        CHECK(outside > 10);
    }
}
