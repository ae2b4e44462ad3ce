#include "geo/earth/geodesic.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <random>
#include <sstream>
#include <string>

using namespace geo;

namespace {

double turn_between(double a_deg, double b_deg) {
    return std::abs(std::remainder(a_deg - b_deg, 360.0));
}

double longest_jump_deg(const std::vector<Degrees>& line) {
    double most = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        most = std::max(most, std::abs(line[i].lon - line[i - 1].lon));
    return most;
}

bool contains(const Polygon& shape, double lon, double lat) {
    bool in = false;
    for (const double turn : {-720.0, -360.0, 0.0, 360.0, 720.0})
        for (const Ring& ring : shape.rings)
            for (std::size_t i = 1; i < ring.size(); ++i) {
                const Degrees& a = ring[i - 1];
                const Degrees& b = ring[i];
                if ((a.lat > lat) == (b.lat > lat)) continue;
                if (lon + turn < a.lon + (lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon)) in = !in;
            }
    return in;
}

LonLat somewhere(std::mt19937& random) {
    std::uniform_real_distribution<double> lon{-180, 180};
    std::uniform_real_distribution<double> z{-1, 1};
    return lonlat(lon(random), std::asin(z(random)) * 180 / M_PI);
}

} // namespace

TEST_CASE("distances and azimuths agree with GeodSolve on 2,000 cases", "[geo]") {
    std::ifstream file{std::string{THEATRUM_SOURCE_DIR} + "/tests/fixtures/geodesic_cases.txt"};
    REQUIRE(file);
    int cases = 0;
    int coincident = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        std::istringstream words{line};
        double lat1 = 0, lon1 = 0, lat2 = 0, lon2 = 0, azimuth1 = 0, azimuth2 = 0, distance = 0;
        words >> lat1 >> lon1 >> lat2 >> lon2 >> azimuth1 >> azimuth2 >> distance;
        REQUIRE(words);
        ++cases;
        const GeodesicLine found = geodesic(lonlat(lon1, lat1), lonlat(lon2, lat2));
        INFO(line);
        REQUIRE(std::abs(found.distance_m - distance) < 1e-3);
        REQUIRE(std::abs(distance_m(lonlat(lon1, lat1), lonlat(lon2, lat2)) - distance) < 1e-3);
        REQUIRE(found.azimuth_start_deg >= 0);
        REQUIRE(found.azimuth_start_deg < 360);
        REQUIRE(found.azimuth_end_deg >= 0);
        REQUIRE(found.azimuth_end_deg < 360);
        if (distance < 0.01) { // the points coincide, so every azimuth is right
            ++coincident;
            continue;
        }
        REQUIRE(turn_between(found.azimuth_start_deg, azimuth1) < 1e-6);
        REQUIRE(turn_between(found.azimuth_end_deg, azimuth2) < 1e-6);
    }
    CHECK(cases == 2000);
    CHECK(coincident < 5);
}

TEST_CASE("point_along() with the distance and azimuth of a geodesic leads to its end", "[geo]") {
    std::mt19937 random{11};
    for (int i = 0; i < 2000; ++i) {
        const LonLat a = somewhere(random);
        const LonLat b = somewhere(random);
        const GeodesicLine line = geodesic(a, b);
        REQUIRE(distance_m(point_along(a, line.azimuth_start_deg, line.distance_m), b) < 1e-3);
        const double part = (i % 101) / 100.0;
        const LonLat middle = between(a, b, part);
        REQUIRE(distance_m(a, middle) == Approx(part * line.distance_m).margin(1e-3));
        REQUIRE(distance_m(middle, b) == Approx((1 - part) * line.distance_m).margin(1e-3));
    }
    CHECK(between(lonlat(1, 2), lonlat(3, 4), 0) == lonlat(1, 2));
    CHECK(between(lonlat(1, 2), lonlat(3, 4), 1) == lonlat(3, 4));
}

TEST_CASE("geodesic_polyline() keeps its step and its ends and has continuous longitudes", "[geo]") {
    std::mt19937 random{13};
    for (int i = 0; i < 500; ++i) {
        const LonLat a = somewhere(random);
        const LonLat b = somewhere(random);
        const Polyline line = geodesic_polyline(a, b, 250e3);
        REQUIRE(line.front() == Degrees{a.lon(), a.lat()});
        REQUIRE(line.back().lat == b.lat());
        REQUIRE(turn_between(line.back().lon, b.lon()) < 1e-9);
        REQUIRE(longest_jump_deg(line) < 180);
        double length = 0;
        for (std::size_t k = 1; k < line.size(); ++k) {
            const double step = distance_m(lonlat(line[k - 1].lon, line[k - 1].lat), lonlat(line[k].lon, line[k].lat));
            REQUIRE(step <= 250e3 + 1);
            length += step;
        }
        REQUIRE(length == Approx(distance_m(a, b)).epsilon(1e-9));
    }
}

TEST_CASE("a geodesic across the antimeridian goes the short way", "[geo]") {
    const Polyline line = geodesic_polyline(lonlat(170, 10), lonlat(-170, 12), 100e3);
    CHECK(line.front().lon == 170);
    CHECK(line.back().lon == Approx(190));
    for (const Degrees& d : line)
        CHECK((d.lon >= 170 - 1e-9 && d.lon <= 190 + 1e-9));
}

TEST_CASE("a geodesic over the pole changes longitude at the pole", "[geo]") {
    const Polyline line = geodesic_polyline(lonlat(10, 80), lonlat(-170, 70), 100e3);
    CHECK(longest_jump_deg(line) < 180);
    CHECK(std::max_element(line.begin(), line.end(), [](Degrees a, Degrees b) { return a.lat < b.lat; })->lat ==
          Approx(90).margin(1e-4));
    CHECK(turn_between(line.back().lon, -170) < 1e-9);
}

TEST_CASE("every outline point of a circle lies at its radius", "[geo]") {
    for (const auto& [lon, lat, radius] : {std::tuple{127.0, 38.0, 450e3},
                                           {180.0, 0.0, 2000e3},
                                           {-150.0, -75.0, 900e3},
                                           {20.0, 89.0, 300e3},
                                           {0.0, 90.0, 100e3},
                                           {77.0, -89.99, 5000e3},
                                           {0.0, 0.0, 12000e3}}) {
        const LonLat centre = lonlat(lon, lat);
        const Polygon circle = geodesic_circle(centre, radius);
        const Ring& ring = circle.rings.back();
        CHECK(ring.front() == ring.back());
        for (const Degrees& d : ring) {
            if (std::abs(d.lat) == 90) continue; // closed over the pole
            REQUIRE(std::abs(distance_m(centre, lonlat(d.lon, d.lat)) - radius) < 1.5);
        }
    }
}

TEST_CASE("a circle contains exactly the points within its radius, also at poles and the antimeridian", "[geo]") {
    std::mt19937 random{17};
    for (const auto& [lon, lat, radius] : {std::tuple{180.0, 0.0, 2000e3},
                                           {-179.0, 60.0, 1500e3},
                                           {20.0, 89.0, 300e3},
                                           {0.0, 90.0, 3000e3},
                                           {77.0, -89.99, 5000e3},
                                           {127.0, 38.0, 9000e3},
                                           {0.0, 0.0, 12000e3},
                                           {100.0, -30.0, 19000e3},
                                           {5.0, 52.0, 19950e3}}) {
        const LonLat centre = lonlat(lon, lat);
        const Polygon circle = geodesic_circle(centre, radius);
        for (int i = 0; i < 400; ++i) {
            const LonLat point = somewhere(random);
            const double away = distance_m(centre, point);
            // Chords of the ring lie within a few km of the circle, but farther off for circles near the antipode.
            if (std::abs(away - radius) < 0.02 * radius) continue;
            INFO(lon << ' ' << lat << ' ' << radius << ": " << point.lon() << ' ' << point.lat());
            REQUIRE(contains(circle, point.lon(), point.lat()) == (away < radius));
        }
    }
}

TEST_CASE("a circle through a pole is one ring", "[geo]") {
    const LonLat centre = lonlat(30, 80);
    const double to_pole = distance_m(centre, lonlat(0, 90));
    const Polygon circle = geodesic_circle(centre, to_pole);
    REQUIRE(circle.rings.size() == 1);
    CHECK(contains(circle, 30, 85));
    CHECK_FALSE(contains(circle, -150, 85));
}

TEST_CASE("a circle contains a pole 5 km inside its radius and no pole 5 km outside", "[geo]") {
    for (const double pole : {90.0, -90.0}) {
        const LonLat centre = lonlat(30, pole > 0 ? 80 : -80);
        const double to_pole = distance_m(centre, lonlat(0, pole));
        const Polygon beyond = geodesic_circle(centre, to_pole + 5000);
        const Polygon before = geodesic_circle(centre, to_pole - 5000);
        for (const double lon : {-150.0, -60.0, 30.0, 120.0}) {
            INFO(pole << ' ' << lon);
            CHECK(contains(beyond, lon, pole * 0.9999)); // 1 km from the pole
            CHECK_FALSE(contains(before, lon, pole * 0.9999));
        }
    }
}
