#include "geo/earth/geodesic.hpp"
#include "geo/projection/cutting/plane.hpp"
#include "geo/projection/projection.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <random>

using namespace geo;

namespace {

double ring_area(const Path& ring) {
    double twice = 0;
    for (std::size_t i = 1; i < ring.size(); ++i)
        twice += ring[i - 1].x * ring[i].y - ring[i].x * ring[i - 1].y;
    return std::abs(twice) / 2;
}

/// Total area in square metres of rings that do not contain each other.
double sum_of_rings(const std::vector<std::vector<Path>>& areas) {
    double total = 0;
    for (const auto& rings : areas)
        for (const Path& ring : rings)
            total += ring_area(ring);
    return total;
}

/// Total area in square metres, where the largest ring of each area has all its other rings as holes.
double area(const std::vector<std::vector<Path>>& areas) {
    double total = 0;
    for (const auto& rings : areas) {
        std::vector<double> each;
        for (const Path& ring : rings)
            each.push_back(ring_area(ring));
        std::sort(each.begin(), each.end(), std::greater<>{});
        for (std::size_t i = 0; i < each.size(); ++i)
            total += i == 0 ? each[i] : -each[i];
    }
    return total;
}

const Frame whole_laea{-12.8e6, -12.8e6, 12.8e6, 12.8e6, 2000};
constexpr double earth_m2 = 510.0656e12; // WGS 84

double cap_m2(double radius_m) { // on the authalic sphere, which is accurate enough here
    const double r = 6371007.2;
    return 2 * M_PI * r * r * (1 - std::cos(radius_m / r));
}

} // namespace

TEST_CASE("an equal-area map keeps the area of a circle wherever the circle lies", "[geo]") {
    std::mt19937 random{3};
    std::uniform_real_distribution<double> any_lon{-180, 180};
    std::uniform_real_distribution<double> z{-1, 1};
    std::uniform_real_distribution<double> any_radius{200e3, 9000e3};
    for (int i = 0; i < 300; ++i) {
        const LonLat centre = lonlat(any_lon(random), std::asin(z(random)) * 180 / M_PI);
        const double radius = any_radius(random);
        const auto projection = Projection::make("laea", lonlat(any_lon(random), std::asin(z(random)) * 180 / M_PI));
        const auto drawn = projection.project(geodesic_circle(centre, radius), whole_laea);
        INFO(projection.proj_string() << ": " << centre.lon() << ' ' << centre.lat() << ' ' << radius);
        REQUIRE(area(drawn) == Approx(cap_m2(radius)).epsilon(0.015).margin(2e10));
    }
}

TEST_CASE("the whole world fills the whole map", "[geo]") {
    const Polygon world{{{{-180, -90}, {180, -90}, {180, 90}, {-180, 90}, {-180, -90}}}};
    for (const double lon : {0.0, 90.0, 180.0, 127.0})
        for (const double lat : {0.0, 38.0, 90.0, -90.0}) {
            const auto projection = Projection::make("laea", lonlat(lon, lat));
            INFO(lon << ' ' << lat);
            CHECK(area(projection.project(world, whole_laea)) == Approx(earth_m2).epsilon(1e-3));
            CHECK(area(projection.domain(whole_laea)) == Approx(earth_m2).epsilon(1e-3));
        }
    for (const double lon : {0.0, 127.0, 180.0}) {
        const auto projection = Projection::make("eqearth", lonlat(lon, 0));
        const Frame frame{-18e6, -9e6, 18e6, 9e6, 2000};
        CHECK(area(projection.domain(frame)) == Approx(earth_m2).epsilon(1e-3));
        CHECK(sum_of_rings(projection.project(world, frame)) == Approx(earth_m2).epsilon(1e-3));
    }
}

TEST_CASE("a polygon with a hole keeps its area when the cut divides it", "[geo]") {
    const Polygon shape_with_hole{{{{150, -30}, {210, -30}, {210, 30}, {150, 30}, {150, -30}},
                                   {{170, -10}, {190, -10}, {190, 10}, {170, 10}, {170, -10}}}};
    const Frame frame{-18e6, -9e6, 18e6, 9e6, 1000};
    const double whole = area(Projection::make("eqearth", lonlat(180, 0)).project(shape_with_hole, frame));
    CHECK(whole > 0);
    // The cut through the middle gives two outlines, each with its part of the hole.
    const auto cut = Projection::make("eqearth", lonlat(0, 0)).project(shape_with_hole, frame);
    REQUIRE(cut.size() == 1);
    double signed_parts = 0;
    for (const Path& ring : cut.front())
        signed_parts += ring_area(ring) > 3e12 ? ring_area(ring) : -ring_area(ring);
    CHECK(cut.front().size() == 4);
    CHECK(signed_parts == Approx(whole).epsilon(1e-3));
}

TEST_CASE("the domain is the whole frame when the Earth covers the frame", "[geo]") {
    const Frame frame{-3e6, -2e6, 3e6, 2e6, 1000};
    for (const char* preset : {"laea", "ortho", "aeqd", "lcc"}) {
        const auto domain = Projection::make(preset, lonlat(127, 38)).domain(frame);
        REQUIRE(domain.size() == 1);
        REQUIRE(domain.front().size() == 1);
        CHECK(area(domain) == Approx(24e12));
        CHECK(domain.front().front().size() == 5);
    }
}

TEST_CASE("a line is cut at the horizon and continues as another line", "[geo]") {
    const auto globe = Projection::make("ortho", lonlat(0, 0));
    const Frame frame{-7e6, -7e6, 7e6, 7e6, 1000};
    const auto paths = globe.project(Polyline{{-200, 10}, {200, 10}}, frame);
    REQUIRE(paths.size() == 1);
    const double r = std::hypot(paths.front().front().x, paths.front().front().y);
    CHECK(r == Approx(6.37e6).epsilon(2e-3));
    CHECK(globe.project(Polyline{{100, 10}, {260, 20}}, frame).empty());
    CHECK(globe.project(Polyline{{0, 10}, {360, 20}}, frame).size() == 2);
}

TEST_CASE("a line across the cut meridian becomes two lines", "[geo]") {
    const auto map = Projection::make("eqearth", lonlat(127, 0));
    const Frame frame{-18e6, -9e6, 18e6, 9e6, 1000};
    const auto paths = map.project(Polyline{{-60, 10}, {-40, 10}}, frame);
    REQUIRE(paths.size() == 2);
    for (const Path& path : paths)
        for (std::size_t i = 1; i < path.size(); ++i)
            CHECK(std::abs(path[i].x - path[i - 1].x) < 2e6);
    CHECK(map.project(Polyline{{320, 10}, {300, 10}}, frame).size() == 2); // 360 degrees greater
    CHECK(map.project(Polyline{{100, 10}, {150, 10}}, frame).size() == 1);
}

TEST_CASE("curves are drawn within the tolerance", "[geo]") {
    const auto map = Projection::make("laea", lonlat(127, 38));
    for (const double tolerance : {100.0, 2000.0, 20000.0}) {
        const Frame frame{-5e6, -4e6, 5e6, 4e6, tolerance};
        const auto paths = map.project(Polyline{{80, 50}, {170, 50}}, frame);
        REQUIRE(paths.size() == 1);
        const Path& path = paths.front();
        double worst = 0;
        for (int k = 0; k <= 900; ++k) {
            const auto p = map.forward(lonlat(80 + k * 0.1, 50));
            if (std::abs(p->x) > 4.9e6 || std::abs(p->y) > 3.9e6) continue;
            double nearest = 1e12;
            for (std::size_t i = 1; i < path.size(); ++i) {
                const Metres a = path[i - 1];
                const Metres b = path[i];
                const double l2 = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
                const double t = std::clamp(((p->x - a.x) * (b.x - a.x) + (p->y - a.y) * (b.y - a.y)) / l2, 0.0, 1.0);
                nearest = std::min(nearest, std::hypot(p->x - a.x - t * (b.x - a.x), p->y - a.y - t * (b.y - a.y)));
            }
            worst = std::max(worst, nearest);
        }
        CHECK(worst < 1.6 * tolerance); // the errors of densifying and thinning add up
        CHECK(static_cast<double>(path.size()) < 40 + 200 * std::sqrt(1000 / tolerance));
    }
}

TEST_CASE("the bounds of a frame contain every point that the frame shows", "[geo]") {
    std::mt19937 random{23};
    std::uniform_real_distribution<double> any_lon{-180, 180};
    std::uniform_real_distribution<double> z{-1, 1};
    std::uniform_real_distribution<double> unit{0, 1};
    for (int i = 0; i < 400; ++i) {
        const char* preset = std::array{
            "laea", "ortho", "aeqd", "eqearth", "robin", "merc", "eqc", "lcc"}[static_cast<std::size_t>(i) % 8];
        double lat = std::asin(z(random)) * 180 / M_PI;
        if (std::string_view{preset} == "lcc" && std::abs(lat) < 15) lat = 40;
        if (std::string_view{preset} == "merc") lat = 0;
        if (i % 40 < 8) lat = i % 80 < 40 ? 90 : -90;
        if (std::string_view{preset} == "merc") lat = 0;
        const auto map = Projection::make(preset, lonlat(any_lon(random), lat));
        const double half = 100e3 * std::pow(200, unit(random));
        const double x = (unit(random) - 0.5) * 10e6;
        const double y = (unit(random) - 0.5) * 10e6;
        const Frame frame{x - half, y - half * 0.6, x + half, y + half * 0.6, half / 1000};
        const Box bounds = map.bounds(frame);
        for (int k = 0; k < 300; ++k) {
            const Metres p{x + half * (2 * unit(random) - 1), y + half * 0.6 * (2 * unit(random) - 1)};
            const auto place = map.inverse(p);
            if (!place) continue;
            INFO(map.proj_string() << ": " << x << ' ' << y << ' ' << half << " misses " << place->lon() << ' '
                                   << place->lat());
            REQUIRE(bounds.contains(*place));
        }
        for (const double pole : {90.0, -90.0}) {
            const auto p = map.forward(lonlat(0, pole));
            if (p && std::abs(p->x - x) < half && std::abs(p->y - y) < half * 0.6)
                REQUIRE(bounds.contains(lonlat(10, pole)));
        }
    }
}

TEST_CASE("a small frame has small bounds", "[geo]") {
    const auto map = Projection::make("laea", lonlat(127, 38));
    const Box bounds = map.bounds({-150e3, -100e3, 150e3, 100e3, 100});
    CHECK(bounds.width_deg() < 5);
    CHECK(bounds.north() - bounds.south() < 3);
}

TEST_CASE("an island smaller than the tolerance stays visible", "[geo]") {
    const auto map = Projection::make("laea", lonlat(127, 38));
    const auto drawn = map.project(geodesic_circle(lonlat(127, 38), 3000, 40), {-3e6, -2e6, 3e6, 2e6, 4000});
    REQUIRE(drawn.size() == 1);
    CHECK(area(drawn) > 0);
}

TEST_CASE("a ring clipped to a rectangle keeps its even-odd fill inside the rectangle", "[geo]") {
    std::mt19937 random{31};
    std::uniform_real_distribution<double> any{-2, 2};
    const Rect rect{-1, -1, 1, 1};
    for (int i = 0; i < 200; ++i) {
        Chain ring;
        for (int k = 0; k < 12; ++k)
            ring.push_back({any(random), any(random)}); // crosses itself many times
        ring.push_back(ring.front());
        const Chain cut = clip_ring(ring, rect);
        for (int k = 0; k < 200; ++k) {
            const double x = any(random);
            const double y = any(random);
            REQUIRE(inside(cut, x, y) == (inside(ring, x, y) && rect.contains(x, y)));
        }
    }
}

TEST_CASE("thinning stays within its tolerance and keeps rings closed", "[geo]") {
    Chain ring;
    for (int k = 0; k < 2000; ++k) {
        const double a = k * 2 * M_PI / 2000;
        const double r = 100 + 0.05 * std::sin(a * 700);
        ring.push_back({r * std::cos(a), r * std::sin(a)});
    }
    ring.push_back(ring.front());
    const Chain thin = thinned(ring, 0.5);
    CHECK(thin.size() < 80);
    CHECK(thin.front().x == thin.back().x);
    CHECK(thin.front().y == thin.back().y);
    for (const Vertex& v : ring) {
        double nearest = 1e9;
        for (std::size_t i = 1; i < thin.size(); ++i) {
            const Vertex& a = thin[i - 1];
            const Vertex& b = thin[i];
            const double l2 = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
            const double t = std::clamp(((v.x - a.x) * (b.x - a.x) + (v.y - a.y) * (b.y - a.y)) / l2, 0.0, 1.0);
            nearest = std::min(nearest, std::hypot(v.x - a.x - t * (b.x - a.x), v.y - a.y - t * (b.y - a.y)));
        }
        REQUIRE(nearest < 0.5 + 0.125 + 1e-9);
    }
}

TEST_CASE("a line with one vertex outside the rectangle is cut into two lines", "[geo]") {
    const Rect rect{-1, -1, 1, 1};
    const Chain line{{-0.5, 0}, {0, 2}, {0.5, 0}, {0.6, 0}};
    const auto pieces = clip_line(line, rect);
    REQUIRE(pieces.size() == 2);
    REQUIRE(pieces[0].size() == 2);
    CHECK(pieces[0].back().x == Approx(-0.25));
    CHECK(pieces[0].back().y == 1);
    REQUIRE(pieces[1].size() == 3);
    CHECK(pieces[1].front().x == Approx(0.25));
    CHECK(pieces[1].front().y == 1);
    // A line through the rectangle gives one piece, a line that passes a corner outside gives none.
    CHECK(clip_line({{-2, 0}, {0, 0.5}, {2, 0}}, rect).size() == 1);
    CHECK(clip_line({{-2, 0.5}, {0, 2.6}}, rect).empty());
    CHECK(clip_line({{-0.5, 0}, {0, 1}, {0.5, 0}}, rect).size() == 1); // touches the side
}

TEST_CASE("a frame beyond the pole of a conic map shows both sides of the cut", "[geo]") {
    const auto cone = Projection::make("lcc", lonlat(0, 50));
    const auto west = cone.forward(lonlat(-165, 75)), east = cone.forward(lonlat(165, 75));
    const auto pole = cone.forward(lonlat(0, 90));
    REQUIRE((west && east && pole));
    REQUIRE(west->y > pole->y); // both points lie above the pole on the map, left and right of the gap
    const double half = east->x + 800e3;
    const Frame frame{-half, pole->y + 100e3, half, west->y + 900e3, 1000};
    const Box bounds = cone.bounds(frame);
    CHECK(bounds.width_deg() < 359); // otherwise the frame would not be split into windows
    for (const double lon : {-165.0, 165.0}) {
        INFO(lon);
        const auto drawn = cone.project(geodesic_circle(lonlat(lon, 75), 300e3), frame);
        REQUIRE(drawn.size() == 1);
        CHECK(area(drawn) > cap_m2(300e3)); // a conic map enlarges areas beyond its standard parallels
        CHECK((drawn.front().front().front().x < 0) == (lon < 0));
    }
}
