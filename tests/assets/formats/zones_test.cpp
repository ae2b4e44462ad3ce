#include "assets/model/area.hpp"
#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"

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
