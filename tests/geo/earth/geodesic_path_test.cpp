#include "geo/earth/path/geodesic_path.hpp"
#include "tests/support/catch.hpp"

#include <cmath>

using namespace geo;

TEST_CASE("a plain geodesic is a path with two points", "[geo][path]") {
    const LonLat a = lonlat(10, 20), b = lonlat(60, -5);
    const GeodesicPath path{{a, b}};
    CHECK(path.length_m() == distance_m(a, b));
    for (const double part : {0.0, 0.25, 0.5, 1.0})
        CHECK(distance_m(path.at(part * path.length_m()).at, between(a, b, part)) < 1e-3);
}

TEST_CASE("a path runs through its points at their metres", "[geo][path]") {
    const GeodesicPath path{{lonlat(170, 0), lonlat(-170, 10), lonlat(-160, -20), lonlat(-160, -30)}};
    REQUIRE(path.metres().size() == 4);
    CHECK(path.metres().front() == 0);
    CHECK(path.length_m() == path.metres().back());
    for (std::size_t i = 0; i < 4; ++i)
        CHECK(distance_m(path.at(path.metres()[i]).at, path.points()[i]) < 1e-3);
}

TEST_CASE("a point on a path moves as many metres as are asked for", "[geo][path]") {
    const GeodesicPath path{{lonlat(0, 50), lonlat(20, 60), lonlat(21, 40)}};
    const double step = path.length_m() / 1000;
    for (int i = 0; i < 1000; ++i) {
        const double moved = distance_m(path.at(i * step).at, path.at((i + 1) * step).at);
        CHECK(moved <= step + 1e-3);
        const bool turns = i * step < path.metres()[1] && path.metres()[1] < (i + 1) * step;
        if (!turns) CHECK(std::abs(moved - step) < 1e-3);
    }
}

TEST_CASE("metres before the beginning and after the end of a path are clamped", "[geo][path]") {
    const LonLat a = lonlat(0, 0), b = lonlat(1, 1);
    const GeodesicPath path{{a, b}};
    CHECK(distance_m(path.at(-5).at, a) < 1e-6);
    CHECK(path.at(1e9).at == b);
    CHECK(std::abs(path.at(1e9).azimuth_deg - geodesic(a, b).azimuth_end_deg) < 1e-6);
}

TEST_CASE("a path of one point stays there", "[geo][path]") {
    const GeodesicPath path{{lonlat(5, 6)}};
    CHECK(path.length_m() == 0);
    CHECK(path.at(100).at == lonlat(5, 6));
}

TEST_CASE("the line of a path is continuous across the antimeridian", "[geo][path]") {
    const GeodesicPath path{{lonlat(170, 30), lonlat(-170, 30), lonlat(175, 10), lonlat(-150, 0)}};
    const Polyline line = path.polyline(100'000);
    for (std::size_t i = 1; i < line.size(); ++i)
        CHECK(std::abs(line[i].lon - line[i - 1].lon) < 20);
    CHECK(std::abs(wrap_longitude(line.back().lon) + 150) < 1e-9);
}

TEST_CASE("a part of a path runs along it and has its points", "[geo][path]") {
    const GeodesicPath path{{lonlat(170, 30), lonlat(-170, 30), lonlat(175, 10), lonlat(-150, 0)}};
    const double from = path.metres()[1] - 1000, to = path.metres()[2] + 5000;
    const GeodesicPath part = path.part(from, to);
    CHECK(std::abs(part.length_m() - (to - from)) < 1e-3);
    REQUIRE(part.points().size() == 4);
    CHECK(part.points()[1] == path.points()[1]);
    CHECK(part.points()[2] == path.points()[2]);
    for (const double metres : {0.0, 500.0, 2000.0, part.length_m()})
        CHECK(distance_m(part.at(metres).at, path.at(from + metres).at) < 1e-2);
    CHECK(path.part(0, path.length_m()).points() == path.points());
}
