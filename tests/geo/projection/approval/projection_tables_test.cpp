// Projected points, shapes, frames and scales as tables, compared with accepted files.
#include "geo/earth/geodesic.hpp"
#include "geo/error.hpp"
#include "geo/projection/named_frames.hpp"
#include "geo/projection/projection.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

#include <cmath>
#include <vector>

#include <fmt/format.h>

using namespace geo;

namespace {

struct Case {
    std::string definition;
    LonLat centre;
    double half_width_m, half_height_m; ///< of the frame
};

const std::vector<Case>& cases() {
    static const std::vector<Case> all{
        {"laea", lonlat(128, 25), 4.5e6, 3e6},
        {"laea", lonlat(-179, 88), 3e6, 3e6},
        {"laea", lonlat(0, 0), 1.4e7, 1.4e7},
        {"ortho", lonlat(170, 20), 7e6, 7e6},
        {"ortho", lonlat(10, -90), 2e6, 1e6},
        {"aeqd", lonlat(126.6, 37.5), 2e7, 1e7},
        {"lcc", lonlat(130, 35), 2e6, 2e6},
        {"lcc", lonlat(-150, -40), 9e6, 9e6},
        {"merc", lonlat(180, 0), 8e6, 1e7},
        {"merc", lonlat(20, 60), 1e6, 1e6},
        {"eqearth", lonlat(170, 5), 8e6, 6e6},
        {"eqearth", lonlat(-30, 0), 1.8e7, 9e6},
        {"robin", lonlat(150, 0), 1.8e7, 9e6},
        {"eqc", lonlat(-90, 10), 2e7, 1e7},
        {"EPSG:3995", lonlat(0, 0), 4e6, 4e6},
        {"EPSG:32652", lonlat(0, 0), 6e5, 6e5},
        {"+proj=moll +lon_0=100", lonlat(0, 0), 1.8e7, 9e6},
    };
    return all;
}

Frame frame_of(const Case& c, const Projection& projection) {
    const bool preset = c.definition.find_first_of("+:") == std::string::npos;
    const Metres m = preset                         ? projection.forward(c.centre).value_or(Metres{0, 0})
                     : c.definition == "EPSG:32652" ? Metres{5e5, 4e6}
                                                    : Metres{0, 0};
    return {m.x - c.half_width_m, m.y - c.half_height_m, m.x + c.half_width_m, m.y + c.half_height_m,
            c.half_width_m / 500};
}

std::string km(double metres) {
    const double value = std::round(metres / 100) / 10;
    return fmt::format("{:.1f}", value == 0 ? 0.0 : value);
}

/// Corners, extent, length and area in km.
std::string path_text(const Path& path) {
    double west = 1e12, south = 1e12, east = -1e12, north = -1e12, length = 0, area = 0;
    for (std::size_t i = 0; i < path.size(); ++i) {
        west = std::min(west, path[i].x), east = std::max(east, path[i].x);
        south = std::min(south, path[i].y), north = std::max(north, path[i].y);
        if (i == 0) continue;
        length += std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
        area += (path[i - 1].x * path[i].y - path[i].x * path[i - 1].y) / 2;
    }
    return fmt::format("{} points {} {} {} {} length {:.0f} area {:.0f}{}", path.size(), km(west), km(south), km(east),
                       km(north), length / 1000, std::abs(area) / 1e9, path.front() == path.back() ? " closed" : "");
}

std::string areas_text(const std::vector<std::vector<Path>>& areas) {
    std::string text;
    for (const auto& area : areas) {
        text += "    area\n";
        for (const Path& ring : area)
            text += "      " + path_text(ring) + "\n";
    }
    return text;
}

} // namespace

TEST_CASE("a grid of points in each projection, and back, is as accepted", "[approval]") {
    std::string text;
    for (const Case& c : cases()) {
        const Projection projection = Projection::make(c.definition, c.centre);
        text +=
            fmt::format("{} {} {}: {}\n", projection.name(), c.centre.lon(), c.centre.lat(), projection.proj_string());
        for (const double lat : {-90.0, -86.0, -60.0, -20.0, 0.0, 33.0, 70.0, 85.0, 90.0}) {
            text += fmt::format("  {}:", lat);
            for (const double lon : {-180.0, -110.0, -50.0, 0.0, 40.0, 126.0, 179.9}) {
                const LonLat p = lonlat(lon, lat);
                const auto metres = projection.forward(p);
                if (!metres) {
                    text += " -";
                    continue;
                }
                text += fmt::format(" {},{}", km(metres->x), km(metres->y));
                const auto back = projection.inverse(*metres);
                if (!back)
                    text += "?";
                else if (distance_m(*back, p) > 20)
                    text += "!";
            }
            text += '\n';
        }
        const Frame frame = frame_of(c, projection);
        for (const Metres corner : {Metres{frame.west_m, frame.north_m}, Metres{frame.east_m, frame.south_m}}) {
            const auto at = projection.inverse(corner);
            text += at ? fmt::format("  corner {:.2f} {:.2f}\n", at->lon(), at->lat()) : "  corner off the Earth\n";
        }
        if (const auto scale = projection.scale_at(lonlat(140, 30)))
            text += fmt::format("  scale {:.4f} {:.4f} {:.4f}\n", scale->meridian, scale->parallel, scale->areal);
    }
    support::check_golden_text("geo/projected_points.txt", text);
}

TEST_CASE("shapes cut to frames of each projection are as accepted", "[approval]") {
    const std::vector<std::pair<std::string, Polyline>> lines{
        {"a meridian", {{140, -85}, {140, 0}, {140, 85}}},
        {"a line across 180", {{160, 10}, {200, 20}, {230, 60}}},
        {"the equator", {{-180, 0}, {-90, 0}, {0, 0}, {90, 0}, {180, 0}}},
        {"a line over the pole", {{20, 80}, {20, 90}, {200, 85}}},
    };
    const std::vector<std::pair<std::string, Polygon>> areas{
        {"a box across 180", {{{{170, 20}, {200, 20}, {200, 45}, {170, 45}, {170, 20}}}}},
        {"a box with a hole",
         {{{{110, 10}, {150, 10}, {150, 45}, {110, 45}, {110, 10}},
           {{120, 20}, {130, 20}, {130, 30}, {120, 30}, {120, 20}}}}},
        {"a cap of the north pole", geodesic_circle(lonlat(0, 90), 2.5e6, 48)},
        {"a circle around a pole", geodesic_circle(lonlat(-100, -80), 2e6, 48)},
        {"nearly the world", geodesic_circle(lonlat(60, 10), 1.8e7, 48)},
    };
    std::string text;
    for (const Case& c : cases()) {
        const Projection projection = Projection::make(c.definition, c.centre);
        const Frame frame = frame_of(c, projection);
        const Box bounds = projection.bounds(frame);
        text += fmt::format("{} {} {}: bounds {:.2f} {:.2f} {:.2f} {:.2f}\n", c.definition, c.centre.lon(),
                            c.centre.lat(), bounds.west(), bounds.south(), bounds.east(), bounds.north());
        text += "  domain\n" + areas_text(projection.domain(frame));
        for (const auto& [name, line] : lines) {
            text += "  " + name + "\n";
            for (const Path& part : projection.project(line, frame))
                text += "    " + path_text(part) + "\n";
        }
        for (const auto& [name, area] : areas)
            text += "  " + name + "\n" + areas_text(projection.project(area, frame));
    }
    support::check_golden_text("geo/projected_shapes.txt", text);
}

TEST_CASE("refused definitions, and the named frames, are as accepted", "[approval]") {
    std::string text;
    for (const auto& [definition, lon, lat] :
         std::vector<std::tuple<std::string, double, double>>{{"lcc", 0, 14.9},
                                                              {"lcc", 0, -15},
                                                              {"lcc", 0, 15.1},
                                                              {"lcc", 10, 85},
                                                              {"merc", 0, 85},
                                                              {"merc", 0, 85.1},
                                                              {"lea", 0, 0},
                                                              {"mercator", 0, 0},
                                                              {"", 0, 0},
                                                              {"EPSG:4326", 0, 0},
                                                              {"EPSG:999999", 0, 0},
                                                              {"+proj=nonsense", 0, 0},
                                                              {"+proj=laea +lat_0=95", 0, 0},
                                                              {"robinson", 0, 0}}) {
        text += fmt::format("'{}' at {} {}: ", definition, lon, lat);
        try {
            text += Projection::make(definition, lonlat(lon, lat)).proj_string() + "\n";
        } catch (const ProjectionError& error) {
            const std::string message = error.what();
            const bool by_proj = message.starts_with("PROJ refuses"); // its words differ between versions of PROJ
            text += (by_proj ? message.substr(0, message.find("\":")) : message) + "\n";
        }
    }
    for (const NamedFrame& frame : named_frames())
        text += fmt::format("{} '{}' {} {} {} {} {}\n", frame.name, frame.title, frame.projection, frame.lon, frame.lat,
                            frame.width_km, frame.shape);
    support::check_golden_text("geo/definitions.txt", text);
}
