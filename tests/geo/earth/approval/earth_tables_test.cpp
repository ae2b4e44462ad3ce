// Boxes, geodesics, circles and corridors as tables, compared with accepted files.
#include "geo/earth/box.hpp"
#include "geo/earth/geodesic.hpp"
#include "geo/earth/inside.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

#include <cmath>
#include <vector>

#include <fmt/format.h>

using namespace geo;

namespace {

/// Places whose geodesics run over poles, along the equator and across 180 degrees.
const std::vector<LonLat>& places() {
    static const std::vector<LonLat> all{
        lonlat(0, 0),     lonlat(179.9, 0.3), lonlat(-180, -17), lonlat(-123.4, 48.4), lonlat(139.7, 35.3),
        lonlat(126.6, 0), lonlat(10, 89.9),   lonlat(-170, -88), lonlat(30, 90),       lonlat(-53.4, -48.4),
    };
    return all;
}

double rounded(double value, int decimals) {
    const double unit = std::pow(10.0, decimals);
    const double result = std::round(value * unit) / unit;
    return result == 0 ? 0 : result; // zero has no sign
}

std::string place(const LonLat& p) {
    return fmt::format("{:.3f},{:.3f}", rounded(p.lon(), 3), rounded(p.lat(), 3));
}

std::string box_text(const Box& b) {
    return fmt::format("{} {} {} {}", b.west(), b.south(), b.east(), b.north());
}

/// The outline's size, extent and area in square degrees.
std::string ring_text(const Ring& ring) {
    double west = 1e9, south = 1e9, east = -1e9, north = -1e9, area = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        west = std::min(west, ring[i].lon), east = std::max(east, ring[i].lon);
        south = std::min(south, ring[i].lat), north = std::max(north, ring[i].lat);
        if (i > 0) area += (ring[i - 1].lon * ring[i].lat - ring[i].lon * ring[i - 1].lat) / 2;
    }
    return fmt::format("{} points {:.2f} {:.2f} {:.2f} {:.2f} area {:.2f}{}", ring.size(), rounded(west, 2),
                       rounded(south, 2), rounded(east, 2), rounded(north, 2), rounded(std::abs(area), 2),
                       ring.front() == ring.back() ? "" : " open");
}

std::string polygons_text(const std::vector<Polygon>& polygons) {
    std::string text;
    for (const Polygon& polygon : polygons) {
        text += "  polygon\n";
        for (const Ring& ring : polygon.rings)
            text += "    " + ring_text(ring) + "\n";
    }
    return text;
}

} // namespace

TEST_CASE("geodesics between many places are as accepted", "[approval]") {
    std::string text;
    for (const LonLat& a : places())
        for (const LonLat& b : places()) {
            const GeodesicLine line = geodesic(a, b);
            text += fmt::format("{} {} {:.1f} m", place(a), place(b), line.distance_m);
            if (line.distance_m > 1) {
                const LonLat third = between(a, b, 1.0 / 3);
                const GeodesicPoint at = geodesic_point(a, line.azimuth_start_deg, line.distance_m / 4);
                const Polyline steps = geodesic_polyline(a, b, 2e6);
                text += fmt::format(" from {:.2f} to {:.2f} third {} quarter {} {:.2f} in {} ends {:.2f}",
                                    line.azimuth_start_deg, line.azimuth_end_deg, place(third), place(at.at),
                                    at.azimuth_deg, steps.size(), steps.back().lon);
            }
            text += '\n';
        }
    support::check_golden_text("geo/geodesics.txt", text);
}

TEST_CASE("circles and corridors are as accepted", "[approval]") {
    std::string text;
    for (const LonLat& p : places())
        for (const double km : {5.0, 250.0, 1300.0, 9500.0, 12000.0, 19890.0, 19910.0}) {
            text += fmt::format("circle {} {} km\n", place(p), km);
            for (const Ring& ring : geodesic_circle(p, km * 1000, 36).rings)
                text += "  " + ring_text(ring) + "\n";
        }
    text += fmt::format("three points: {}\n", ring_text(geodesic_circle(lonlat(10, 10), 1000, 3).rings.front()));
    const std::vector<Polyline> lines{
        {{0, 0}, {10, 0}},
        {{170, 10}, {190, 12}, {195, 30}},
        {{-10, 84}, {80, 87}, {170, 84}},
        {{0, -89}, {180, -89}},
        {{5, 5}, {5, 5}},
        {{5, 5}},
        {{0, 0}, {10, 10}, {0, 10}, {10, 0}},
    };
    for (const Polyline& line : lines)
        for (const double km : {2.0, 150.0, 600.0}) {
            text += fmt::format("corridor of {} points from {} {} by {} km\n", line.size(), line.front().lon,
                                line.front().lat, km);
            text += polygons_text(corridor(line, km * 1000));
        }
    support::check_golden_text("geo/circles.txt", text);
}

TEST_CASE("boxes and what they contain are as accepted", "[approval]") {
    std::vector<Box> boxes{Box::world()};
    for (const auto& [w, s, e, n] : std::vector<std::array<double, 4>>{{170, -10, -170, 10},
                                                                       {-170, -10, 170, 10},
                                                                       {0, 0, 0, 0},
                                                                       {-180, -90, -180, 90},
                                                                       {180, -5, -175, 5},
                                                                       {-10, 80, 200, 90},
                                                                       {350, 20, 370, 30},
                                                                       {-190, 0, -170, 5},
                                                                       {10, 10, 20, 20},
                                                                       {20, 20, 30, 30}})
        if (const auto box = Box::from_degrees(w, s, e, n)) boxes.push_back(*box);
    std::string text;
    for (const Box& a : boxes) {
        text += fmt::format("{}: {} wide{}\n  grown", box_text(a), a.width_deg(),
                            a.crosses_antimeridian() ? " crosses 180" : "");
        for (const double degrees : {0.0, 5.0, 85.0, 200.0})
            text += fmt::format(" [{}]", box_text(a.grown(degrees)));
        text += "\n  split";
        for (const Box& part : a.split())
            text += fmt::format(" [{}]", box_text(part));
        text += "\n  meets ";
        for (const Box& b : boxes)
            text += a.intersects(b) ? 'x' : '.';
        text += " holds ";
        for (double lat = -90; lat <= 90; lat += 10) {
            for (double lon = -180; lon <= 180; lon += 10)
                text += a.contains(lonlat(lon, lat)) ? 'x' : '.';
            text += '|';
        }
        text += '\n';
    }
    for (const double bad : {std::nan(""), HUGE_VAL, 90.1, -90.1})
        text +=
            fmt::format("{}{}", Box::from_degrees(0, bad, 1, 91).has_value(), LonLat::from_degrees(0, bad).has_value());
    text +=
        fmt::format(" {} {}\n", Box::from_degrees(0, 2, 1, 1).has_value(), Box::from_degrees(0, 1, 1, 1).has_value());
    for (const double lon : {-540.0, -180.0, -179.999, 0.0, 180.0, 180.001, 359.5, 540.0, 1e6})
        text += fmt::format("{} is {}\n", lon, wrap_longitude(lon));
    support::check_golden_text("geo/boxes.txt", text);
}

TEST_CASE("what rings and polygons contain is as accepted", "[approval]") {
    const Polygon holed{{{{0, 0}, {8, 0}, {8, 8}, {4, 3}, {0, 8}, {0, 0}}, {{1, 1}, {3, 1}, {3, 3}, {1, 3}, {1, 1}}}};
    std::string text;
    for (double lat = 8.5; lat >= -0.5; lat -= 0.5) {
        for (double lon = -0.5; lon <= 8.5; lon += 0.5)
            text += inside(holed, {lon, lat}) ? 'x' : '.';
        text += '\n';
    }
    support::check_golden_text("geo/inside.txt", text);
}
