#include "geo/earth/geodesic.hpp"
#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"

using namespace assets;
using formats_test::errors;
using Lines = std::vector<std::string>;

namespace {

LoadResult at_place(const std::string& asset, const std::string& place, const std::string& places = "") {
    std::map<std::string, std::string> files{
        {"positions.csv", "asset,from,place\n" + asset + ",2024-06-01," + place + "\n"}};
    if (!places.empty()) files["places.csv"] = "id,name,lon,lat,kind,country,aliases\n" + places;
    return formats_test::read(files);
}

Fix fix_at(const std::string& asset, const std::string& place, const std::string& places = "") {
    const auto result = at_place(asset, place, places);
    REQUIRE(errors(result) == Lines{});
    return result.scenario->fixes.front();
}

Fix fix_from(const std::string& row, std::map<std::string, std::string> files = {}) {
    files["positions.csv"] = "asset,from,place,area,lon,lat,radius_km,activity,speed_kn\n" + row + "\n";
    const auto result = formats_test::read(files);
    REQUIRE(errors(result) == Lines{});
    return result.scenario->fixes.front();
}

const std::string near_each_other = "port,Nova,130.00,33.00,port,,\ncity,Nova,130.10,33.05,city,,\n"
                                    "field,Nova,130.05,33.10,air_base,,\n";
const std::string far_apart = "n1,Nova,130,33,port,,\nn2,Nova,130,31,port,,\n";

} // namespace

TEST_CASE("a place is found by name regardless of accents and case", "[places]") {
    CHECK(fix_at("a", "yokosuka").position->lon() == Approx(139.67).margin(0.05));
    CHECK(fix_at("a", "Da Nang").position->lat() == Approx(16.1).margin(0.2));
}

TEST_CASE("a name shared by nearby places is the port for a ship and the air base for an aircraft", "[places]") {
    CHECK(fix_at("a", "Nova", near_each_other).position->lon() == Approx(130.00));
    CHECK(fix_at("p", "Nova", near_each_other).position->lon() == Approx(130.05));
    CHECK(fix_at("hq", "Nova", near_each_other).position->lon() == Approx(130.10));
}

TEST_CASE("a name shared by distant places is an error that lists their ids", "[places]") {
    CHECK(errors(at_place("a", "Nova", far_apart)) ==
          Lines{"positions.csv:2: place: 'Nova' can mean n1 or n2; write the id"});
    CHECK(fix_at("a", "n2", far_apart).position->lat() == 31);
    CHECK(fix_at("a", "n2", far_apart).place() == "Nova");
}

TEST_CASE("places of the scenario take precedence over the gazetteer", "[places]") {
    CHECK(fix_at("a", "Yokosuka", "mine,Yokosuka,10,50,port,,\n").position->lon() == 10);
    CHECK(fix_at("a", "The Yard", "mine,Shipyard,10,50,port,,The Yard;Yard\n").position->lon() == 10);
}

TEST_CASE("a missing radius is assumed by the kind of place and noted", "[places]") {
    CHECK(fix_at("a", "x", "x,X,10,50,port,,\n").radius_km == 5);
    CHECK(fix_at("a", "x", "x,X,10,50,city,,\n").radius_km == 15);
    CHECK(fix_at("a", "x", "x,X,10,50,island,,\n").radius_km == 25);
    CHECK(formats_test::lines_of(at_place("a", "x", "x,X,10,50,port,,\n"), Severity::Note) ==
          Lines{"positions.csv:2: radius_km: is not given; 5 km assumed for a port, base or airfield"});
    const auto many = formats_test::read_positions("asset,from,lon,lat", "a,2024-06-01,10,50\na,2024-06-02,10,50\n");
    CHECK(formats_test::lines_of(many, Severity::Note) ==
          Lines{"positions.csv:2: radius_km: is not given; 25 km assumed, here and in 1 more row"});
}

TEST_CASE("a sea is an area: the fix gets its label point and the circle that contains it", "[places]") {
    const auto* sea = formats_test::atlas()->seas.by_id("south-china-sea");
    REQUIRE(sea);
    for (const Fix& fix : {fix_at("a", "South China Sea"), fix_from("a,2024-06-01,,south-china-sea,,,,,")}) {
        CHECK(fix.area() == AreaRef{AreaRef::Of::Sea, "south-china-sea"});
        CHECK(fix.position == sea->label);
        CHECK(fix.is_wide());
        double farthest_km = 0;
        for (const auto& v : sea->outline.rings.front())
            farthest_km = std::max(farthest_km, geo::distance_m(sea->label, geo::lonlat(v.lon, v.lat)) / 1000);
        CHECK(fix.radius_km == Approx(farthest_km));
        CHECK(fix.place() == "South China Sea");
    }
}

TEST_CASE("lon, lat and radius_km with an area give the circle cut to the area", "[places]") {
    const Fix fix = fix_from("a,2024-06-01,off Luzon,south-china-sea,118,16,200,,");
    CHECK(fix.circle_given());
    CHECK(fix.radius_km == 200);
    CHECK(fix.position->lon() == 118);
    CHECK(fix.place() == "off Luzon");
    const Fix no_radius = fix_from("a,2024-06-01,,south-china-sea,118,16,,,");
    CHECK_FALSE(no_radius.circle_given());
    CHECK(no_radius.radius_km > 500);
}

TEST_CASE("a zone can be the area of a fix", "[places]") {
    const Fix fix = fix_from("a,2024-06-01,,box,,,,,",
                             {{"zones.geojson", R"({"type": "FeatureCollection", "features": [{"type": "Feature",
                   "properties": {"id": "box"}, "geometry": {"type": "Polygon",
                   "coordinates": [[[120, 10], [130, 10], [130, 20], [120, 20], [120, 10]]]}}]})"}});
    CHECK(fix.area() == AreaRef{AreaRef::Of::Zone, "box"});
    CHECK(fix.position->lon() == Approx(125));
    CHECK(fix.position->lat() == Approx(15));
    CHECK(fix.radius_km == Approx(geo::distance_m(*fix.position, geo::lonlat(120, 10)) / 1000));
}

TEST_CASE("a place given with lon and lat is free text", "[places]") {
    const Fix fix = fix_from("a,2024-06-01,Somewhere off Atlantis,,10,50,5,,");
    CHECK(fix.place() == "Somewhere off Atlantis");
    CHECK(fix.position->lon() == 10);
}

TEST_CASE("a ship within a port is in port unless it moves or its row gives another activity", "[places]") {
    const std::map<std::string, std::string> port{{"places.csv", "id,name,lon,lat,kind\nx,X,10,50,port\n"}};
    CHECK(fix_from("a,2024-06-01,x,,,,,,", port).activity() == Activity::InPort);
    CHECK(fix_from("a,2024-06-01,,,10.01,50,2,,", port).activity() == Activity::InPort);
    CHECK(fix_from("a,2024-06-01,,,10.01,50,2,departure,", port).activity() == Activity::Departure);
    CHECK(fix_from("a,2024-06-01,,,10.01,50,2,,12", port).activity() == Activity::None);
    CHECK(fix_from("a,2024-06-01,,,10.01,50,90,,", port).activity() == Activity::None);
    CHECK(fix_from("a,2024-06-01,,,12,50,2,,", port).activity() == Activity::None);
    CHECK(fix_from("hq,2024-06-01,x,,,,,,", port).activity() == Activity::None);
}

TEST_CASE("a longitude over 180 is wrapped and noted", "[places]") {
    const auto result = formats_test::read_positions("asset,from,lon,lat,radius_km", "a,2024-06-01,190.5,50,5\n");
    REQUIRE(result.scenario);
    CHECK(result.scenario->fixes.front().position->lon() == Approx(-169.5));
    CHECK(formats_test::lines_of(result, Severity::Note) == Lines{"positions.csv:2: lon: '190.5' is read as -169.5"});
}
