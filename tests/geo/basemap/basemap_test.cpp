#include "data_dir.hpp"
#include "geo/basemap/basemap.hpp"
#include "geo/error.hpp"
#include "tests/support/catch.hpp"

using namespace geo;
using namespace test;

namespace {

const Basemap basemap{data_dir};
constexpr Level levels[] = {Level::World110m, Level::Region50m, Level::Detail10m, Level::FineCoast};

double length_deg(const Polyline& line) {
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        sum += std::hypot(line[i].lon - line[i - 1].lon, line[i].lat - line[i - 1].lat);
    return sum;
}

} // namespace

TEST_CASE("the level of detail follows the page scale", "[basemap]") {
    CHECK(level_for_scale(71e6) == Level::World110m);
    CHECK(level_for_scale(70e6) == Level::Region50m);
    CHECK(level_for_scale(8e6) == Level::Detail10m);
    CHECK(level_for_scale(1.5e6) == Level::FineCoast);
}

TEST_CASE("continents are land and oceans are water at every level", "[basemap]") {
    const LonLat land[] = {lonlat(116, 40),  lonlat(127.5, 36.5), lonlat(138, 36),  lonlat(143, 43),  lonlat(121, 16.5),
                           lonlat(134, -25), lonlat(105, 20.8),   lonlat(114, 0.5), lonlat(-120, 45), lonlat(-64, -10),
                           lonlat(25, 0),    lonlat(10, 50),      lonlat(178, 67),  lonlat(-178, 67), lonlat(-40, 72),
                           lonlat(-30, 75),  lonlat(90, -80),     lonlat(-30, -82), lonlat(180, -87), lonlat(0, -89.5)};
    const LonLat water[] = {lonlat(114, 14),   lonlat(134, 40),  lonlat(133, 19),  lonlat(180, 0),    lonlat(-179, 40),
                            lonlat(179, -30),  lonlat(-150, 10), lonlat(-30, 40),  lonlat(-30, -20),  lonlat(80, -15),
                            lonlat(64, 15),    lonlat(88, 15),   lonlat(160, -38), lonlat(123.3, 35), lonlat(0, 85),
                            lonlat(149, 53.5), lonlat(-178, 58), lonlat(0, -60),   lonlat(120, -60),  lonlat(155, -15)};
    for (const Level level : levels) {
        const auto polygons = basemap.land(level, Box::world());
        for (const LonLat p : land) {
            INFO("level " << static_cast<int>(level) << " land " << p.lon() << " " << p.lat());
            CHECK(count_inside(polygons, p.lon(), p.lat()) == 1);
        }
        for (const LonLat p : water) {
            INFO("level " << static_cast<int>(level) << " water " << p.lon() << " " << p.lat());
            CHECK(count_inside(polygons, p.lon(), p.lat()) == 0);
        }
    }
}

TEST_CASE("a small frame reads only the land around it", "[basemap]") {
    const auto jeju = box(126.0, 33.1, 127.0, 33.7);
    const auto near = basemap.land(Level::Detail10m, jeju);
    CHECK(near.size() < 20);
    CHECK(count_inside(near, 126.55, 33.37) == 1);
    CHECK(basemap.land(Level::Detail10m, box(-150, 5, -145, 10)).empty());
}

TEST_CASE("a frame across the antimeridian reads both sides, each island once", "[basemap]") {
    const auto fiji = basemap.land(Level::Detail10m, box(175, -22, -175, -12));
    CHECK(count_inside(fiji, 178.0, -17.8) == 1);   // Viti Levu
    CHECK(count_inside(fiji, -179.98, -16.8) == 1); // Taveuni reaches over 180
    CHECK(count_inside(fiji, 179.2, -16.6) == 1);   // Vanua Levu
}

TEST_CASE("a frame across 30 west, where the files are cut, reads both halves of Greenland", "[basemap]") {
    const auto greenland = basemap.land(Level::Region50m, box(-40, 70, -25, 80));
    CHECK(count_inside(greenland, -31, 75) == 1);
    CHECK(count_inside(greenland, -29, 75) == 1);
}

TEST_CASE("the coast is the outline of the land without the cuts of the files", "[basemap]") {
    for (const Level level : levels) {
        const auto coast = basemap.coast(level, Box::world());
        CHECK(coast.size() > 100);
        for (const Polyline& line : coast) {
            if (line.size() < 2) FAIL_CHECK("a coast of one point");
            for (std::size_t i = 1; i < line.size(); ++i) {
                const Degrees &a = line[i - 1], &b = line[i];
                const bool on_cut = (a.lon == -30.0 && b.lon == -30.0) || (a.lon == 330.0 && b.lon == 330.0);
                const bool at_pole = a.lat < -89.9 && b.lat < -89.9;
                if (on_cut || at_pole || std::abs(a.lon - b.lon) > 180.0) FAIL_CHECK(a.lon << " " << a.lat);
            }
        }
    }
}

TEST_CASE("no coast runs along 180 degrees through Chukotka, Fiji or Antarctica", "[basemap]") {
    int near = 0;
    for (const Level level : levels)
        for (const Polyline& line : basemap.coast(level, Box::world()))
            for (std::size_t i = 1; i < line.size(); ++i) {
                if (std::abs(line[i].lon - 180) < 1) ++near;
                if (std::abs(line[i - 1].lon - 180) < 1e-4 && std::abs(line[i].lon - 180) < 1e-4 &&
                    std::abs(line[i - 1].lat - line[i].lat) > 0.05)
                    FAIL_CHECK("at " << line[i].lat << " north");
            }
    CHECK(near > 100);
}

TEST_CASE("an island's coast is closed", "[basemap]") {
    const auto coast = basemap.coast(Level::Region50m, box(126.0, 33.1, 127.0, 33.7));
    const auto jeju = std::find_if(coast.begin(), coast.end(), [](const Polyline& line) {
        return line.front() == line.back() && inside({{line}}, 126.55, 33.37);
    });
    CHECK(jeju != coast.end());
}

TEST_CASE("the fine coast has over four times as many vertices as 1:10m", "[basemap]") {
    const auto frame = box(128.4, 34.6, 129.2, 35.2); // the islands off Busan and Geoje
    double fine = 0, plain = 0;
    for (const auto& line : basemap.coast(Level::FineCoast, frame))
        fine += static_cast<double>(line.size());
    for (const auto& line : basemap.coast(Level::Detail10m, frame))
        if (length_deg(line) < 20) plain += static_cast<double>(line.size()); // not the whole of Eurasia
    CHECK(fine > 4 * plain);
}

TEST_CASE("fine coast and 1:10m land join without a gap, and overlap so that no seam shows", "[basemap]") {
    // Points on the sides of the fine area in Manchuria, Fujian and Borneo, tested just outside and just inside it.
    struct Crossing {
        double lon, lat, step_lon, step_lat;
    };
    const Crossing crossings[] = {{122.5, 42.0, 1, 0},  {122.5, 45.0, 1, 0}, {126.0, 46.0, 0, -1}, {131.0, 46.0, 0, -1},
                                  {118.0, 26.5, 0, -1}, {117.5, 25.5, 1, 0}, {117.0, 4.5, 0, 1}};
    for (const auto& [lon, lat, step_lon, step_lat] : crossings) {
        const auto land = basemap.land(Level::FineCoast, box(lon - 1, lat - 1, lon + 1, lat + 1));
        for (const double off : {-0.02, -0.004, -0.001, 1e-7, 0.001, 0.002, 0.004, 0.02}) {
            INFO(lon << " " << lat << " off " << off);
            const long layers = count_inside(land, lon + off * step_lon, lat + off * step_lat);
            CHECK(layers >= 1);
            if (off == 0.001 || off == 0.002) CHECK(layers == 2);
            if (off == 0.02 || off == -0.02) CHECK(layers == 1);
        }
    }
}

TEST_CASE("no coast is drawn along the sides of the fine area", "[basemap]") {
    const auto near_one_of = [](double value, std::initializer_list<double> sides) {
        return std::any_of(sides.begin(), sides.end(), [&](double side) {
            const double off = std::abs(value - side); // the 1:10m land is cut 0.003 degrees inside the sides
            return off < 1e-6 || std::abs(off - 0.003) < 1e-6;
        });
    };
    const auto coast = basemap.coast(Level::FineCoast, box(115, 4, 150, 47));
    CHECK(coast.size() > 1000);
    for (const Polyline& line : coast)
        for (std::size_t i = 1; i < line.size(); ++i) {
            const Degrees &a = line[i - 1], &b = line[i];
            const bool along_meridian = std::abs(a.lon - b.lon) < 1e-9 && std::abs(a.lat - b.lat) > 0.01 &&
                                        near_one_of(a.lon, {116, 117.5, 122.5, 124, 127.5, 132, 149});
            const bool along_parallel = std::abs(a.lat - b.lat) < 1e-9 && std::abs(a.lon - b.lon) > 0.01 &&
                                        near_one_of(a.lat, {4.5, 21.5, 23.5, 26.5, 33, 43.5, 46});
            if (along_meridian || along_parallel) FAIL_CHECK(a.lon << " " << a.lat << " - " << b.lon << " " << b.lat);
        }
}

TEST_CASE("the Military Demarcation Line replaces the border between the Koreas", "[basemap]") {
    const auto mdl = basemap.policy_line("korea_mdl.geojson");
    REQUIRE(mdl.size() == 552);
    CHECK(distance_km(lonlat(126.677, 37.956), mdl) < 0.05); // Joint Security Area
    for (const Level level : levels)
        for (const BorderLine& border : basemap.borders(level, box(126.8, 37.8, 128.2, 38.5))) {
            INFO("level " << static_cast<int>(level));
            CHECK(distance_km(lonlat(127.1, 38.28), border.line) > 30);
        }
}

TEST_CASE("China and North Korea have a border, Hong Kong has none", "[basemap]") {
    const auto yalu = basemap.borders(Level::Detail10m, box(124, 40, 127, 42));
    REQUIRE(!yalu.empty());
    for (const BorderLine& border : yalu)
        CHECK_FALSE(border.disputed);
    CHECK(basemap.borders(Level::Detail10m, box(113.9, 22.35, 114.3, 22.6)).empty());
}

TEST_CASE("every disputed border names its policy feature", "[basemap]") {
    for (const Level level : {Level::Region50m, Level::Detail10m}) {
        const auto policy_at = [&](const Box& frame, double lon, double lat) {
            std::vector<std::string> found;
            for (const BorderLine& border : basemap.borders(level, frame))
                if (distance_km(lonlat(lon, lat), border.line) < 40) found.push_back(border.policy_id);
            return found;
        };
        CHECK(policy_at(box(32, 45.5, 36, 46.5), 33.9, 46.1) == std::vector<std::string>{"crimea"});
        const auto kashmir = policy_at(box(73, 32.6, 76, 35.5), 74.0, 34.0);
        CHECK(std::find(kashmir.begin(), kashmir.end(), "kashmir") != kashmir.end());
        const auto aksai = policy_at(box(77, 33, 81, 36), 78.3, 34.6);
        CHECK(std::find(aksai.begin(), aksai.end(), "aksai-chin") != aksai.end());
    }
    for (const BorderLine& border : basemap.borders(Level::Detail10m, Box::world()))
        CHECK(border.disputed == !border.policy_id.empty());
}

TEST_CASE("the error for a missing file names the file", "[basemap]") {
    CHECK_THROWS_AS(Basemap{"/nowhere"}.land(Level::World110m, Box::world()), ReadError);
    CHECK_THROWS_WITH(Basemap{"/nowhere"}.policy_line("korea_mdl.geojson"),
                      Catch::Contains("/nowhere/korea_mdl.geojson"));
    CHECK_THROWS_WITH(Basemap{"/nowhere"}.borders(Level::World110m, Box::world()), Catch::Contains("borders_110m.fgb"));
}
