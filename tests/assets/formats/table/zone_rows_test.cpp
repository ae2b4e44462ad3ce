// Zones in a table: the ways to write an outline, and what is said about others.
#include "assets/formats/text/wkt.hpp"
#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"

#include <fmt/format.h>

using namespace assets;
using formats_test::errors, formats_test::lines_of;
using Lines = std::vector<std::string>;

namespace {

constexpr const char* header = "id;outline;line;position;lon;lat;radius_km;half_width_km;sea;kind\n";

LoadResult read_rows(const std::string& rows, const std::string& columns = header) {
    return formats_test::read({{"scenario.toml", "theatrum = 1\ntitle = \"Z\"\n[read]\nzones = [\"zones.csv\"]\n"},
                               {"zones.csv", columns + rows}});
}

/// The shape of the only zone: `polygon 0 0, 1 0 | ...`, or the first finding.
std::string shape_of(const std::string& row) {
    const auto result = read_rows("z;" + row + "\n");
    if (!result.scenario) return errors(result).at(0);
    const auto text = [](const geo::Polyline& line) {
        std::string joined;
        for (const auto& vertex : line)
            joined += fmt::format("{}{:g} {:g}", joined.empty() ? "" : ", ", vertex.lon, vertex.lat);
        return joined;
    };
    const ZoneShape& shape = result.scenario->zones.at(0).shape;
    std::string shown;
    if (const auto* area = std::get_if<AreaShape>(&shape))
        for (const auto& polygon : area->polygons)
            for (const auto& ring : polygon.rings)
                shown += (shown.empty() ? "area " : " | ") + text(ring);
    if (const auto* lines = std::get_if<LineShape>(&shape))
        for (const auto& line : lines->lines)
            shown += (shown.empty() ? "line " : " | ") + text(line);
    if (const auto* corridor = std::get_if<CorridorShape>(&shape))
        shown = fmt::format("corridor {} by {}", text(corridor->lines.at(0)), corridor->half_width_km);
    if (const auto* circle = std::get_if<CircleShape>(&shape))
        shown = fmt::format("circle {} {} by {}", circle->centre.lon(), circle->centre.lat(), circle->radius_km);
    if (const auto* sea = std::get_if<SeaShape>(&shape)) shown = "sea " + sea->sea_id;
    return shown;
}

} // namespace

TEST_CASE("an outline is corners, WKT or GeoJSON", "[zones]") {
    CHECK(shape_of("\"0 0; 2 0; 2 1\"") == "area 0 0, 2 0, 2 1, 0 0");
    CHECK(shape_of("\"0 0; 2 0; 2 1; 0 0\"") == "area 0 0, 2 0, 2 1, 0 0");
    CHECK(shape_of("\"10,5 1; 12,5 1; 12,5 2,25\"") == "area 10.5 1, 12.5 1, 12.5 2.25, 10.5 1"); // decimal commas
    CHECK(shape_of("\"1.5 S 100 E; 2 S 101 E; 3 S 100 E\"") == "area 100 -1.5, 101 -2, 100 -3, 100 -1.5");
    CHECK(shape_of("POLYGON ((0 0, 2 0, 2 1, 0 0))") == "area 0 0, 2 0, 2 1, 0 0");
    CHECK(shape_of("\"SRID=4326;Polygon Z((0 0 9,2 0 9,2 1 9,0 0 9))\"") == "area 0 0, 2 0, 2 1, 0 0");
    CHECK(shape_of("multipolygonz (((0 0 1, 2 0 1, 2 1 1, 0 0 1)), ((5 5 1, 6 5 1, 6 6 1, 5 5 1)))") ==
          "area 0 0, 2 0, 2 1, 0 0 | 5 5, 6 5, 6 6, 5 5");
    CHECK(shape_of("LINESTRING(170 1, -170 2)") == "line 170 1, 190 2");
    CHECK(shape_of("\"GEOMETRYCOLLECTION (LINESTRING (0 0, 1 1), LINESTRING (2 2, 3 3))\"") ==
          "line 0 0, 1 1 | 2 2, 3 3");
    CHECK(shape_of(R"("{""type"": ""Polygon"", ""coordinates"": [[[0, 0], [2, 0], [2, 1], [0, 0]]]}")") ==
          "area 0 0, 2 0, 2 1, 0 0");
}

TEST_CASE("a row of a table of zones gives a line, a corridor, a circle or a sea", "[zones]") {
    CHECK(shape_of(";\"0 0; 1 1\"") == "line 0 0, 1 1");
    CHECK(shape_of(";\"0 0; 1 1\";;;;;5") == "corridor 0 0, 1 1 by 5");
    CHECK(shape_of(";;;127,5;37,25;40") == "circle 127.5 37.25 by 40");
    CHECK(shape_of(";;35-17-30N 139-40-12E;;;40") == "circle 139.67 35.291666666666664 by 40");
    CHECK(shape_of("127.5 37.25;;;;;40") == "circle 127.5 37.25 by 40");
    CHECK(shape_of("POINT (127.5 37.25);;;;;40") == "circle 127.5 37.25 by 40");
    CHECK(shape_of(";;;;;;;yellow-sea") == "sea yellow-sea");
}

TEST_CASE("an outline that is not understood is an error with the point that is at fault", "[zones]") {
    CHECK(shape_of("\"0 0; 35.2, 39.7; 2 1\"") ==
          "zones.csv:2: outline: '35.2, 39.7' (point 2) is not a position; write longitude, a blank and latitude, such "
          "as "
          "127.5 37.2, or letters, such as 37.2 N 127.5 E, and join points by ;");
    CHECK(shape_of("\"35.2 139.7; 36 140; 37 139\"") ==
          "zones.csv:2: outline: latitude '139.7' is not within -90 to 90; are lon and lat swapped?");
    CHECK(shape_of("POLYGON ((0 0, 2 x, 2 1, 0 0))") ==
          "zones.csv:2: outline: has 'x, 2 1, 0 0))' where a longitude and a latitude is expected");
    CHECK(shape_of("POLYGON ((0 0, 2 0, 2 1, 0 0)") ==
          "zones.csv:2: outline: has its end where ',' or ')' is expected");
    CHECK(shape_of("\"SRID=3857;POINT (1 2)\"") ==
          "zones.csv:2: outline: is in the coordinate system SRID=3857; transform it to WGS 84 (SRID=4326)");
    CHECK(shape_of("POLYGON EMPTY") == "zones.csv:2: outline: has no position");
    CHECK(shape_of("\"0 0; 1 1; 0 0; 1 1\"") ==
          "zones.csv:2: outline: a ring needs at least three different positions");
    CHECK(shape_of("\"0 0; 1 1\"") == "zones.csv:2: outline: a ring needs at least three different positions");
    CHECK(shape_of("0103000020E6100000010000000500") ==
          "zones.csv:2: outline: is binary; write it as WKT: POLYGON ((126 33, 128 33, 128 35, 126 33))");
    CHECK(shape_of(";POLYGON ((0 0, 2 0, 2 1, 0 0))") ==
          "zones.csv:2: line: is a Polygon, not a line; write it in the column outline");
    CHECK(shape_of("") ==
          "zones.csv:2: outline: must be given unless line, lon and lat with radius_km, or sea are given");
    CHECK(shape_of("\"0 0; 2 0; 2 1\";;;5;6;40") == "zones.csv:2: lon: cannot be given together with outline");
    CHECK(shape_of(";;;127;37") == "zones.csv:2: radius_km: must be given beside lon");
    CHECK(shape_of("\"0 0; 2 0; 2 1\";;;;;;;;range_ring") ==
          "zones.csv:2: kind: range_ring must be a circle: lon, lat and radius_km");
    CHECK(shape_of(";;;127;37;40;5") == "zones.csv:2: half_width_km: is for lines, not for a circle");
}

TEST_CASE("the columns of tables of zones are found by their usual names, and rows are counted", "[zones]") {
    const auto result =
        read_rows("a,\"POLYGON ((0 0, 2 0, 2 1, 0 0))\"\na,\"POLYGON ((0 0, 2 0, 2 1, 0 0))\"\n", "id,WKT\n");
    CHECK(errors(result) == Lines{"zones.csv:3: id: 'a' appears twice"});
    CHECK(result.rejected == 1);
}

TEST_CASE("nested and cut texts of WKT end with a problem", "[zones]") {
    const std::string whole = "GEOMETRYCOLLECTION (MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0))), POINT M (1 2 3))";
    for (std::size_t length = 0; length < whole.size(); ++length)
        CHECK_FALSE(parse_wkt(whole.substr(0, length)).problem.empty());
    CHECK(parse_wkt(whole).problem.empty());
    std::string deep;
    for (int i = 0; i < 100'000; ++i)
        deep += "GEOMETRYCOLLECTION(";
    CHECK_FALSE(parse_wkt(deep).problem.empty());
}

TEST_CASE("corners of an outline may lie up to a turn beyond the antimeridian", "[zones]") {
    CHECK(shape_of("\"170 10; 190 10; 190 20\"") == "area 170 10, 190 10, 190 20, 170 10");
    CHECK(shape_of("\"-170 10; -190 10; -190 20\"") == "area -170 10, -190 10, -190 20, -170 10");
    CHECK_THAT(shape_of("\"170 10; 361 10; 190 20\""), Catch::Contains("[361, 10] is not a longitude and a latitude"));
}

TEST_CASE("the dimensions of WKT are words or parts of words, and EMPTY has no position", "[zones]") {
    for (const char* dimensions : {"", " Z", "Z", " M", "M", " ZM", "ZM", " z"}) {
        INFO(dimensions);
        const WktResult read = parse_wkt("LINESTRING" + std::string{dimensions} + " (1 2 3 4, 5 6 7 8)");
        CHECK(read.problem.empty());
        CHECK(parse_wkt("POINT" + std::string{dimensions} + " EMPTY").problem.empty());
    }
    CHECK_FALSE(parse_wkt("LINESTRING X (1 2, 3 4)").problem.empty());
}
