#include "assets/model/area.hpp"
#include "geo/earth/inside.hpp"
#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace assets;
using Lines = std::vector<std::string>;

namespace {

LoadResult read_zone(const std::string& properties, const std::string& geometry) {
    return formats_test::read({{"zones.geojson", "{\"type\": \"FeatureCollection\", \"features\": [\n"
                                                 "{\"type\": \"Feature\", \"properties\": {" +
                                                     properties + "},\n\"geometry\": " + geometry + "}]}"}});
}

Zone zone(const std::string& properties, const std::string& geometry) {
    const auto result = read_zone(properties, geometry);
    REQUIRE(formats_test::errors(result) == Lines{});
    REQUIRE(result.scenario->zones.size() == 1);
    return result.scenario->zones.front();
}

/// The polygons of the area that a file with these features holds.
LoadResult read_features(const std::string& features, const std::string& members = "") {
    return formats_test::read(
        {{"zones.geojson", "{\"type\": \"FeatureCollection\", " + members + "\"features\": [\n" + features + "]}"}});
}

std::string feature(const std::string& id, const std::string& geometry) {
    return R"({"type": "Feature", "properties": {"id": ")" + id + R"("}, "geometry": )" + geometry + "}";
}

bool holds(const ZoneShape& shape, double lon, double lat) {
    for (const auto& polygon : std::get<AreaShape>(shape).polygons)
        for (const double turn : {-720, -360, 0, 360, 720})
            if (geo::inside(polygon, {lon + turn, lat})) return true;
    return false;
}

/// The codes of the findings about the zones file, each with its line.
Lines codes_of(const LoadResult& result) {
    Lines codes;
    for (const Finding& finding : result.findings)
        if (finding.file == "zones.geojson") codes.push_back(finding.code);
    return codes;
}

} // namespace

TEST_CASE("a point with a radius is a circle", "[zones]") {
    const Zone z = zone(R"("id": "c", "kind": "patrol", "status": "informal", "drawn": "schematic", "radius_km": 450)",
                        R"({"type": "Point", "coordinates": [123.5, 29.5]})");
    REQUIRE(std::holds_alternative<CircleShape>(z.shape));
    CHECK(std::get<CircleShape>(z.shape).radius_km == 450);
    CHECK(z.kind == ZoneKind::Patrol);
    CHECK(z.status == ZoneStatus::Informal);
    CHECK(z.drawn == Drawn::Schematic);
}

TEST_CASE("a line with a half width is a corridor, and a line without one is a line", "[zones]") {
    const std::string line = R"({"type": "LineString", "coordinates": [[126, 38], [128, 38]]})";
    const Zone dmz = zone(R"("id": "dmz", "half_width_km": 2)", line);
    REQUIRE(std::holds_alternative<CorridorShape>(dmz.shape));
    CHECK(std::get<CorridorShape>(dmz.shape).half_width_km == 2);
    const Zone nll = zone(R"("id": "nll", "open_ends": true, "kind": "limit_line")", line);
    CHECK(std::holds_alternative<LineShape>(nll.shape));
    CHECK(nll.open_ends);
}

TEST_CASE("a zone can name a sea instead of a geometry", "[zones]") {
    const Zone z = zone(R"("id": "patrol", "sea": "taiwan-strait")", "null");
    REQUIRE(std::holds_alternative<SeaShape>(z.shape));
    CHECK(std::get<SeaShape>(z.shape).sea_id == "taiwan-strait");
}

TEST_CASE("longitudes of a line over the antimeridian are made continuous", "[zones]") {
    const Zone z =
        zone(R"("id": "line")", R"({"type": "LineString", "coordinates": [[178, 10], [-178, 11], [-175, 12]]})");
    const auto& line = std::get<LineShape>(z.shape).lines.front();
    CHECK(line[1].lon == Approx(182));
    CHECK(line[2].lon == Approx(185));
}

TEST_CASE("a zone is valid until the end of its last day", "[zones]") {
    const Zone z = zone(R"("id": "x", "valid_from": "2024-06-01", "valid_to": "2024-06-30", "radius_km": 5)",
                        R"({"type": "Point", "coordinates": [1, 2]})");
    CHECK(z.valid_from == formats_test::utc("2024-06-01"));
    CHECK(z.valid_to == formats_test::utc("2024-06-30T23:59:59.999Z"));
}

TEST_CASE("an unknown property is reported with the nearest known one", "[zones]") {
    const auto result = read_zone(R"("id": "x", "radius_kn": 4, "sea": "taiwan-strait")", "null");
    CHECK(formats_test::lines_of(result, Severity::Warning) ==
          Lines{"zones.geojson:2: features[0].properties.radius_kn: is not a known property, so it is ignored; did you "
                "mean 'radius_km'?"});
}

TEST_CASE("the label point of a bent polygon lies inside it", "[zones]") {
    // The centroid of this U lies in its opening.
    const auto result = read_zone(R"("id": "u")", R"({"type": "Polygon", "coordinates":
        [[[0, 0], [9, 0], [9, 9], [8, 9], [8, 1], [1, 1], [1, 9], [0, 9], [0, 0]]]})");
    REQUIRE(result.scenario);
    const auto circle = enclosing_circle(*result.scenario, {AreaRef::Of::Zone, "u"});
    REQUIRE(circle);
    const bool in_an_arm = circle->centre.lon() < 1 || circle->centre.lon() > 8;
    CHECK(in_an_arm);
    CHECK_FALSE(enclosing_circle(*result.scenario, {AreaRef::Of::Zone, "none"}));
}

TEST_CASE("a zone's colour is a hexadecimal number or a colour of the themes", "[zones]") {
    const std::string box = R"({"type": "Point", "coordinates": [120, 24]})";
    CHECK(zone(R"("id": "x", "radius_km": 5, "colour": "#c8102e", "country": "CN")", box).colour == "#c8102e");
    CHECK(zone(R"("id": "x", "radius_km": 5, "colour": "accent")", box).colour == "accent");
    CHECK(zone(R"("id": "x", "radius_km": 5, "country": "CN")", box).country == "CN");
    for (const std::string wrong : {"red", "#c8102", "#c8102g", "c8102e"}) {
        const auto found =
            formats_test::errors(read_zone(R"("id": "x", "radius_km": 5, "colour": ")" + wrong + '"', box));
        REQUIRE(found.size() == 1);
        CHECK_THAT(found[0], Catch::Contains("zones.geojson") && Catch::Contains("colour") && Catch::Contains(wrong));
    }
}

TEST_CASE("a range ring is a circle", "[zones]") {
    CHECK(zone(R"("id": "r", "kind": "range_ring", "radius_km": 500)", R"({"type": "Point", "coordinates": [126, 39]})")
              .kind == ZoneKind::RangeRing);
    const auto found = formats_test::errors(read_zone(
        R"("id": "r", "kind": "range_ring")", R"({"type": "LineString", "coordinates": [[126, 38], [128, 38]]})"));
    REQUIRE(found.size() == 1);
    CHECK_THAT(found[0], Catch::Contains("range_ring must be a Point with radius_km"));
}

TEST_CASE("a band from -180 to 180 runs all round the Earth", "[zones]") {
    const Zone south = zone(R"("id": "a")", R"({"type": "Polygon", "coordinates":
        [[[-180, -60], [180, -60], [180, -85], [-180, -85], [-180, -60]]]})");
    const Zone north = zone(R"("id": "a")", R"({"type": "Polygon", "coordinates":
        [[[-180, 50], [0, 50], [180, 50], [180, 85], [0, 85], [-180, 85], [-180, 50]]]})");
    for (const double lon : {-179.0, -90.0, 0.5, 90.0, 179.0}) {
        INFO(lon);
        CHECK(holds(south.shape, lon, -70));
        CHECK_FALSE(holds(south.shape, lon, -50));
        CHECK(holds(north.shape, lon, 70));
        CHECK_FALSE(holds(north.shape, lon, 40));
    }
}

TEST_CASE("a ring around a pole holds the pole, whichever way it runs", "[zones]") {
    const Lines south{"[-60, -70]", "[60, -67]", "[170, -72]", "[-150, -77]"};
    for (const bool eastward : {true, false}) {
        Lines vertices = south;
        if (!eastward) std::reverse(vertices.begin(), vertices.end());
        vertices.push_back(vertices.front());
        std::string ring;
        for (const auto& vertex : vertices)
            ring += (ring.empty() ? "" : ", ") + vertex;
        const Zone ice = zone(R"("id": "ice")", R"({"type": "Polygon", "coordinates": [[)" + ring + "]]}");
        for (const double lon : {-170.0, -100.0, 0.0, 100.0, 175.0}) {
            INFO(lon << (eastward ? " east" : " west"));
            CHECK(holds(ice.shape, lon, -89));
            CHECK(holds(ice.shape, lon, -80));
            CHECK_FALSE(holds(ice.shape, lon, -60));
        }
    }
}

TEST_CASE("the seams of a band and of a ring around a pole are not drawn", "[zones]") {
    const Zone band = zone(R"("id": "a")", R"({"type": "Polygon", "coordinates":
        [[[-180, -60], [180, -60], [180, -85], [-180, -85], [-180, -60]]]})");
    CHECK(lines_of(band.shape, nullptr) ==
          std::vector<geo::Polyline>{{{-180, -60}, {180, -60}}, {{180, -85}, {-180, -85}}});
    const Zone ice = zone(R"("id": "a")", R"({"type": "Polygon", "coordinates":
        [[[-60, -70], [60, -67], [170, -72], [-150, -77], [-60, -70]]]})");
    CHECK(lines_of(ice.shape, nullptr) ==
          std::vector<geo::Polyline>{{{-60, -70}, {60, -67}, {170, -72}, {210, -77}, {300, -70}}});
    const Zone box =
        zone(R"("id": "a")", R"({"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]]})");
    CHECK(lines_of(box.shape, nullptr).front().size() == 5);
}

TEST_CASE("an edge of 180 to 270 degrees is drawn the short way, with a warning that names it", "[zones]") {
    const auto result = read_zone(R"("id": "command")", R"({"type": "Polygon", "coordinates":
        [[[-90, -50], [105, -50], [105, 40], [-90, 40], [-90, -50]]]})");
    REQUIRE(formats_test::errors(result) == Lines{});
    CHECK(codes_of(result) == Lines{"wide_edge", "wide_edge"});
    const auto wide = std::ranges::find(result.findings, std::string{"wide_edge"}, &Finding::code);
    REQUIRE(wide != result.findings.end());
    CHECK_THAT(wide->message, Catch::Contains("from -90 to 105") && Catch::Contains("195 degrees"));
    CHECK(holds(result.scenario->zones.front().shape, 180, 0));
    CHECK_FALSE(holds(result.scenario->zones.front().shape, 0, 0));
    CHECK(codes_of(read_zone(R"("id": "a")", R"({"type": "LineString", "coordinates": [[170, 0], [-100, 0]]})")) ==
          Lines{});
}

TEST_CASE("an edge of exactly 180 degrees is drawn as written", "[zones]") {
    const Zone z = zone(R"("id": "a")", R"({"type": "LineString", "coordinates": [[-90, 0], [90, 0], [-90, 1]]})");
    const auto& line = std::get<LineShape>(z.shape).lines.front();
    CHECK(line[1].lon == 90);
    CHECK(line[2].lon == -90);
}

TEST_CASE("a ring that is not closed is closed, with a note", "[zones]") {
    const auto result = read_zone(R"("id": "a")", R"({"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 2]]]})");
    REQUIRE(formats_test::errors(result) == Lines{});
    CHECK(codes_of(result) == Lines{"geometry_mended"});
    CHECK(holds(result.scenario->zones.front().shape, 1.5, 0.5));
    CHECK_FALSE(holds(result.scenario->zones.front().shape, 0.5, 1.5));
    CHECK(formats_test::errors(
              read_zone(R"("id": "a")", R"({"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [0, 0]]]})"))
              .size() == 1);
}

TEST_CASE("a ring that crosses itself is noted, one that touches itself is not", "[zones]") {
    const auto bow = R"({"type": "Polygon", "coordinates": [[[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]]})";
    const auto touching =
        R"({"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [1, 1], [2, 2], [0, 2], [1, 1], [0, 0]]]})";
    CHECK(codes_of(read_zone(R"("id": "a")", bow)) == Lines{"geometry_mended"});
    CHECK(codes_of(read_zone(R"("id": "a")", touching)) == Lines{});
}

TEST_CASE("a hole on the other side of the antimeridian is a hole of its outline", "[zones]") {
    const Zone z = zone(R"("id": "a")", R"({"type": "Polygon", "coordinates":
        [[[170, -10], [-170, -10], [-170, 10], [170, 10], [170, -10]],
         [[-178, -2], [-178, 2], [-174, 2], [-174, -2], [-178, -2]]]})");
    CHECK(holds(z.shape, 175, 0));
    CHECK(holds(z.shape, -179, 0));
    CHECK_FALSE(holds(z.shape, -176, 0));
}

TEST_CASE("the id of a feature can be a text or a number, and a property goes before it", "[zones]") {
    const std::string geometry = R"("geometry": {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}})";
    const auto result = read_features(R"({"type": "Feature", "id": 8437, "properties": {}, )" + geometry +
                                      R"(, {"type": "Feature", "id": "x1", "properties": null, )" + geometry +
                                      R"(, {"type": "Feature", "id": 1, "properties": {"id": 8438}, )" + geometry);
    REQUIRE(formats_test::errors(result) == Lines{});
    REQUIRE(result.scenario->zones.size() == 3);
    CHECK(result.scenario->zones[0].id == "8437");
    CHECK(result.scenario->zones[1].id == "x1");
    CHECK(result.scenario->zones[2].id == "8438");
}

TEST_CASE("a feature without an id gets one from its name, and findings of many features are told once", "[zones]") {
    const auto with = [](const std::string& properties) {
        return R"({"type": "Feature", "properties": {)" + properties +
               R"(}, "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}})";
    };
    const auto result = read_features(with(R"("name": "Güney Kızıldeniz")") + "," +
                                      with(R"("name": "Güney Kızıldeniz")") + "," + with(""));
    CHECK(formats_test::errors(result) == Lines{});
    REQUIRE(result.scenario);
    Lines ids;
    for (const Zone& z : result.scenario->zones)
        ids.push_back(z.id);
    CHECK(ids == Lines{"guney-kizildeniz", "guney-kizildeniz-2", "zone"});
    CHECK(formats_test::lines_of(result, Severity::Note) ==
          Lines{"zones.geojson:2: features[0].properties.id: is not given; it was made from the name (and 1 more "
                "feature, in "
                "line 2)",
                "zones.geojson:2: features[2].properties.id: is not given; it was numbered"});
    const auto wrong = read_features(with(R"("country": "ru")") + ",\n" + with(R"("country": "ru")") + ",\n" +
                                     with(R"("country": "ru")"));
    CHECK(formats_test::errors(wrong) ==
          Lines{"zones.geojson:2: features[0].properties.country: 'ru' is not a country code of ISO 3166-1 such as CA "
                "or KR "
                "(or UN, NATO, EU); did you mean 'RU'? (and 2 more features, in lines 3, 4)"});
}

TEST_CASE("a feature without a place is left out with a note, and the others are read", "[zones]") {
    const auto result =
        read_features(feature("a", "null") + "," + feature("b", R"({"type": "Polygon", "coordinates": []})") + "," +
                      feature("c", R"({"type": "GeometryCollection", "geometries": []})") + "," +
                      feature("d", R"({"type": "LineString", "coordinates": [[0, 0], [1, 1]]})"));
    REQUIRE(formats_test::errors(result) == Lines{});
    CHECK(codes_of(result) == Lines{"left_out", "left_out", "left_out"});
    REQUIRE(result.scenario->zones.size() == 1);
    CHECK(result.scenario->zones[0].id == "d");
}

TEST_CASE("a collection of polygons is one area, and one of lines and polygons is an error", "[zones]") {
    const std::string polygon = R"({"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]})";
    const std::string other = R"({"type": "MultiPolygon", "coordinates": [[[[5, 0], [6, 0], [6, 1], [5, 0]]]]})";
    const std::string line = R"({"type": "LineString", "coordinates": [[0, 0], [1, 1]]})";
    const auto collection = [](const std::string& parts) {
        return R"({"type": "GeometryCollection", "geometries": [)" + parts + "]}";
    };
    const Zone both = zone(R"("id": "a")", collection(polygon + "," + collection(other)));
    CHECK(std::get<AreaShape>(both.shape).polygons.size() == 2);
    CHECK_THAT(formats_test::errors(read_zone(R"("id": "a")", collection(polygon + "," + line))).at(0),
               Catch::Contains("both lines and polygons"));
}

TEST_CASE("a third coordinate is not read", "[zones]") {
    const Zone z = zone(R"("id": "a")", R"({"type": "LineString", "coordinates": [[1, 2, 30], [3, 4, 50]]})");
    CHECK(std::get<LineShape>(z.shape).lines.front() == geo::Polyline{{1, 2}, {3, 4}});
}

TEST_CASE("a coordinate system in metres is transformed, and an unknown one is refused by name", "[zones]") {
    const auto read = [](const std::string& name) {
        return read_features(feature("a", R"({"type": "LineString", "coordinates": [[0, 0], [111319.49, 111325.14]]})"),
                             R"("crs": {"type": "name", "properties": {"name": ")" + name + R"("}}, )");
    };
    const auto mercator = read("urn:ogc:def:crs:EPSG::3857");
    REQUIRE(formats_test::errors(mercator) == Lines{});
    CHECK(codes_of(mercator) == Lines{"other_crs"});
    const auto& line = std::get<LineShape>(mercator.scenario->zones.front().shape).lines.front();
    CHECK(line[1].lon == Approx(1).margin(1e-6));
    CHECK(line[1].lat == Approx(1).margin(1e-6));
    for (const std::string refused : {"urn:ogc:def:crs:EPSG::4269", "EPSG:2263", "EPSG:999999", "my own"}) {
        INFO(refused);
        const auto errors = formats_test::errors(read(refused));
        REQUIRE(errors.size() >= 1);
        CHECK_THAT(errors.front(), Catch::Contains("'" + refused + "'"));
    }
    const auto degrees =
        read_features(feature("a", R"({"type": "LineString", "coordinates": [[0, 0], [1, 1]]})"),
                      R"("crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}, )");
    CHECK(formats_test::errors(degrees) == Lines{});
    CHECK(codes_of(degrees) == Lines{});
}

TEST_CASE("an unknown property of many features is one warning", "[zones]") {
    std::string features;
    for (int i = 0; i < 5; ++i)
        features += (i > 0 ? "," : "") + std::string{R"({"type": "Feature", "properties": {"id": "z)"} +
                    std::to_string(i) +
                    R"(", "AREA_KM2": 3}, "geometry": {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}})";
    const auto result = read_features(features);
    CHECK(codes_of(result) == Lines{"unknown_key"});
    const auto unknown = std::ranges::find(result.findings, std::string{"unknown_key"}, &Finding::code);
    REQUIRE(unknown != result.findings.end());
    CHECK_THAT(unknown->message, Catch::Contains("here and in 4 more"));
}

// By hand: THEATRUM_ANTIMERIDIAN names the folder tests/data of a checkout of gadomski/antimeridian.
TEST_CASE("the shapes of the public antimeridian corpus have their areas", "[antimeridian]") {
    const char* folder = std::getenv("THEATRUM_ANTIMERIDIAN");
    if (folder == nullptr) {
        SUCCEED("the corpus is not part of this repository");
        return;
    }
    const auto area_of = [](const std::filesystem::path& file) -> std::optional<double> {
        std::ifstream in{file};
        const std::string geometry{std::istreambuf_iterator<char>{in}, {}};
        const auto result =
            read_features(R"({"type": "Feature", "properties": {"id": "a"}, "geometry": )" + geometry + "}");
        if (!result.scenario || result.scenario->zones.empty()) return std::nullopt;
        const auto* area = std::get_if<AreaShape>(&result.scenario->zones.front().shape);
        if (area == nullptr) return std::nullopt;
        double sum = 0;
        constexpr double step = 0.25;
        for (double lon = -180 + step / 2; lon < 180; lon += step)
            for (double lat = -90 + step / 2; lat < 90; lat += step)
                if (holds(*area, lon, lat)) sum += step * step;
        return sum;
    };
    int compared = 0;
    for (const auto& entry : std::filesystem::directory_iterator{std::filesystem::path{folder} / "input"}) {
        const auto expected = std::filesystem::path{folder} / "output" / "flat" / entry.path().filename();
        if (!std::filesystem::exists(expected)) continue;
        // The corpus takes the first only with an option, the second for the outside of a clockwise ring of 330
        // degrees, and unites where the third covers itself.
        const std::string name = entry.path().stem().string();
        if (name == "force-north-pole" || name == "both-poles" || name == "overlap") continue;
        INFO(entry.path().filename().string());
        const auto ours = area_of(entry.path()), right = area_of(expected);
        REQUIRE(ours.has_value() == right.has_value());
        if (!right) continue; // a line
        CHECK(*ours == Approx(*right).epsilon(0.01));
        ++compared;
    }
    CHECK(compared > 20);
}
