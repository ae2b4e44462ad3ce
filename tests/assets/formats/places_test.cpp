#include "geo/earth/geodesic.hpp"
#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"

#include <cmath>

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

TEST_CASE("namesakes in different countries are listed with ids and countries", "[places]") {
    CHECK(
        errors(at_place("a", "Rota")) ==
        Lines{"positions.csv:2: place: 'Rota' can mean rota-marianas (Northern Mariana Islands) or rota-spain (Spain); "
              "write the id, or add the country: 'Rota, Spain'"});
    CHECK(errors(at_place("a", "Devonport")) ==
          Lines{"positions.csv:2: place: 'Devonport' can mean devonport-england (United Kingdom) or "
                "devonport-new-zealand (New Zealand); write the id, or add the country: 'Devonport, New Zealand'"});
    CHECK(errors(at_place("a", "Garden Island")) ==
          Lines{"positions.csv:2: place: 'Garden Island' can mean garden-island-sydney (Australia) or hmas-stirling "
                "(Australia); write the id"});
    CHECK(
        errors(at_place("a", "Tonghae")) ==
        Lines{"positions.csv:2: place: 'Tonghae' can mean donghae-naval-base (South Korea) or tonghae-launching-ground "
              "(North Korea); write the id, or add the country: 'Tonghae, North Korea'"});
    CHECK(fix_at("a", "\"Tonghae, South Korea\"").position->lat() == Approx(37.525));
    CHECK(fix_at("hq", "\"Tonghae, North Korea\"").position->lat() == Approx(40.856));
}

TEST_CASE("a country after the name picks among places of one name", "[places]") {
    CHECK(fix_at("a", "\"Yokosuka, Japan\"").place() == "Yokosuka, Japan");
    CHECK(fix_at("a", "\"Yokosuka, Japan\"").position == fix_at("a", "yokosuka").position);
    CHECK(fix_at("a", "\"Rota, Spain\"").position->lon() == Approx(-6.335));
    CHECK(fix_at("a", "Rota (Spain)").position->lon() == Approx(-6.335));
    CHECK(fix_at("a", "\"Rota, ES\"").position->lon() == Approx(-6.335));
    CHECK(fix_at("a", "\"Rota, Northern Marianas\"").position->lon() == Approx(145.2));
    CHECK(fix_at("a", "\"Devonport, England\"").position->lat() == Approx(50.385));
    CHECK(fix_at("a", "\"Portsmouth, Virginia\"").position->lat() == Approx(36.82));
    CHECK(fix_at("a", "\"Portsmouth, UK\"").position->lat() == Approx(50.805));
    CHECK(fix_at("a", "\"Garden Island, Western Australia\"").position->lon() == Approx(115.69));
    CHECK(fix_at("a", "\"Akrotiri, Cyprus\"").position->lat() == Approx(34.59).margin(0.01));
    CHECK(fix_at("a", "\"Scarborough Shoal, Philippines\"").position->lon() == Approx(117.76));
    CHECK(
        errors(at_place("a", "\"Yokosuka, South Korea\"")) ==
        Lines{"positions.csv:2: place: 'Yokosuka, South Korea' is not a known place; did you mean 'Yokosuka, Japan'?"});
}

TEST_CASE("words for the kind of a place are understood", "[places]") {
    const auto position = [](const std::string& asset, const std::string& place) {
        return *fix_at(asset, place).position;
    };
    CHECK(position("a", "Naval Station Rota").lon() == Approx(-6.335));
    CHECK(position("a", "USFA Yokosuka") == position("a", "yokosuka"));
    CHECK(position("a", "Fleet Activities Sasebo") == position("a", "sasebo"));
    CHECK(position("a", "Kure Naval Base") == position("a", "kure"));
    CHECK(position("a", "Naval Base Souda Bay") == position("a", "souda-bay"));
    CHECK(position("a", "Port of Singapore") == position("a", "port-of-singapore"));
    CHECK(position("a", "Port of Manila") == position("a", "manila-south-harbor"));
    CHECK(position("a", "Port of Yokohama") == position("a", "yokohama")); // a city at the sea
    CHECK(position("a", "Toulon Naval Base") == position("a", "toulon"));
    CHECK(position("p", "Osan Air Base") == position("p", "osan-air-base"));
    CHECK(position("p", "NAS Sigonella") == position("p", "sigonella"));
    CHECK(position("p", "\"Naval Air Station Sigonella, Italy\"") == position("p", "sigonella"));
    CHECK(position("a", "Hawaiian Islands") == position("a", "hawaii"));
    CHECK(position("a", "Guam Island") == position("a", "guam"));
    CHECK(errors(at_place("a", "Port of Madrid")).size() == 1); // no port, no coast
    CHECK(errors(at_place("a", "Naval Station Kyoto")).size() == 1);
    CHECK(errors(at_place("p", "Yokosuka Air Base")).size() == 1);
}

TEST_CASE("off and near a place are areas, never a point", "[places]") {
    const Fix taiwan = fix_at("a", "off Taiwan");
    CHECK(taiwan.area() == AreaRef{AreaRef::Of::Sea, "waters-around-taiwan"});
    CHECK(taiwan.is_wide());
    CHECK(taiwan.place() == "off Taiwan");
    CHECK(fix_at("a", "waters near Taiwan").area() == taiwan.area());
    CHECK(fix_at("a", "off Japan").area() == AreaRef{AreaRef::Of::Sea, "waters-around-japan"});
    CHECK(fix_at("a", "off Southern California").area() ==
          AreaRef{AreaRef::Of::Sea, "southern-california-operating-area"});
    for (const auto& [words, radius_km] : {std::pair{"off Norfolk", 150.0},
                                           {"waters off Guam", 150.0},
                                           {"near Okinawa", 120.0},
                                           {"off the coast of Djibouti", 150.0}}) {
        const Fix fix = fix_at("a", words);
        INFO(words);
        CHECK(fix.radius_km == radius_km);
        CHECK(fix.is_wide());
        CHECK(fix.activity() == Activity::None);
        CHECK(fix.place() == words);
    }
    CHECK(fix_at("a", "\"off Rota, Spain\"").position->lon() == Approx(-6.335));
    CHECK(formats_test::lines_of(at_place("a", "off Norfolk"), Severity::Note) ==
          Lines{"positions.csv:2: place: 'off Norfolk' is read as within 150 km of Norfolk"});
    CHECK(errors(at_place("a", "off Rota")).front().find("can mean rota-marianas") != std::string::npos);
    CHECK(errors(formats_test::read_positions("asset,from,place,radius_km", "a,2024-06-01,off Norfolk,20\n")) ==
          Lines{"positions.csv:2: radius_km: needs lon and lat beside 'off' or 'near'"});
}

TEST_CASE("a suggestion is near in spelling and of the kind that is asked for", "[places]") {
    const auto message = [](const std::string& place) {
        const auto found = errors(at_place("a", place));
        REQUIRE(found.size() == 1);
        return found.front();
    };
    const auto none = [&](const std::string& place) {
        INFO(message(place));
        return message(place).find("did you mean") == std::string::npos;
    };
    CHECK(message("Yokuska").find("did you mean 'Yokosuka'?") != std::string::npos);
    CHECK(message("Port of Yokohma").find("did you mean") == std::string::npos); // the city is no port
    CHECK(message("Naval Station Norfalk").find("did you mean 'Norfolk'?") != std::string::npos);
    CHECK(message("Sulu See").find("did you mean 'Sulu Sea'?") != std::string::npos);
    CHECK(message("Straight of Hormuz").find("did you mean 'Strait of Hormuz'?") != std::string::npos);
    CHECK(none("Camp Hanssenfield"));
    CHECK(none("Port of Atlantis"));
    CHECK(none("Sea of Atlantis"));
    CHECK(none("Naval Station Sulu Sea"));
}

TEST_CASE("an area is a zone or a sea by id, name or alias", "[places]") {
    const std::string zones = R"({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"id": "box-1", "name": "Exercise Box Süd"}, "geometry": {"type": "Polygon",
         "coordinates": [[[120, 10], [130, 10], [130, 20], [120, 20], [120, 10]]]}},
        {"type": "Feature", "properties": {"id": "t1", "name": "Twin", "radius_km": 9}, "geometry": {"type": "Point",
         "coordinates": [120, 10]}},
        {"type": "Feature", "properties": {"id": "t2", "name": "twin", "radius_km": 9}, "geometry": {"type": "Point",
         "coordinates": [121, 10]}}]})";
    const auto area_of = [&](const std::string& area) {
        return fix_from("a,2024-06-01,," + area + ",,,,,", {{"zones.geojson", zones}}).area();
    };
    for (const char* name : {"box-1", "Exercise Box Süd", "exercise box sud", "EXERCISE BOX SUD", "Box-1"})
        CHECK(area_of(name) == AreaRef{AreaRef::Of::Zone, "box-1"});
    for (const char* name :
         {"south-china-sea", "South China Sea", "the south china sea", "West Philippine Sea", "南海"})
        CHECK(area_of(name) == AreaRef{AreaRef::Of::Sea, "south-china-sea"});
    CHECK(area_of("off Taiwan") == AreaRef{AreaRef::Of::Sea, "waters-around-taiwan"});
    const auto failing = [&](const std::string& area) {
        return errors(formats_test::read(
            {{"zones.geojson", zones}, {"positions.csv", "asset,from,area\na,2024-06-01," + area + "\n"}}));
    };
    CHECK(failing("Twin") == Lines{"positions.csv:2: area: 'Twin' can mean t1 or t2; write the id"});
    CHECK(failing("Sulu See") ==
          Lines{"positions.csv:2: area: there is no zone, sea or country 'Sulu See'; did you mean 'Sulu Sea'?"});
    CHECK(failing("Lemuria") ==
          Lines{"positions.csv:2: area: there is no zone, sea or country 'Lemuria'; `theatrum help "
                "seas` lists the seas"});
    const auto event = formats_test::read(
        {{"zones.geojson", zones},
         {"events.csv", "id,from,title,area\ne,2024-06-01,Drill,Exercise Box Süd\nf,2024-06-02,Drill,Black Sea\n"}});
    REQUIRE(errors(event) == Lines{});
    CHECK(event.scenario->events[0].area == AreaRef{AreaRef::Of::Zone, "box-1"});
    CHECK(event.scenario->events[1].area == AreaRef{AreaRef::Of::Sea, "black-sea"});
}

TEST_CASE("the area or the place of a row can be a whole country", "[places]") {
    const auto korea = AreaRef{AreaRef::Of::Country, "KR"};
    for (const char* row : {"hq,2024-06-01,,South Korea,,,,,", "hq,2024-06-01,,KR,,,,,",
                            "hq,2024-06-01,South Korea,,,,,,", "hq,2024-06-01,,republic of korea,,,,,"}) {
        const Fix fix = fix_from(row);
        INFO(row);
        CHECK(fix.area() == korea);
        CHECK(fix.is_wide());
        CHECK(fix.position->lat() == Approx(36).margin(2));
        CHECK(fix.radius_km == Approx(350).margin(100));
        CHECK((fix.place() == "South Korea" || fix.place() == "republic of korea" || fix.place().empty()));
    }
    const auto refused = [](const std::string& area) {
        const auto found =
            errors(formats_test::read({{"positions.csv", "asset,from,area\nhq,2024-06-01," + area + "\n"}}));
        return found.size() == 1 ? found.front() : std::string{};
    };
    // A part of a country, a peninsula of two states and an organisation are no country.
    for (const char* area : {"Queensland", "Korea", "NATO"})
        CHECK_THAT(refused(area), Catch::StartsWith("positions.csv:2: area: there is no zone, sea or country"));
    CHECK_THAT(refused("South Korae"), Catch::EndsWith("did you mean 'South Korea'?"));
}

TEST_CASE("a country is a code of ISO 3166-1, or UN, NATO or EU", "[places]") {
    const auto with_country = [](const std::string& country) {
        return formats_test::read({{"assets.csv", "id,name,type,country\nx,X,frigate," + country + "\n"},
                                   {"places.csv", "id,name,lon,lat,kind,country\ny,Y,10,50,port," + country + "\n"}});
    };
    for (const char* code : {"JP", "TW", "XK", "UN", "NATO", "EU"}) {
        INFO(code);
        CHECK(errors(with_country(code)).empty() == (std::string{code} != "XK"));
    }
    const auto error = [&](const std::string& country) {
        return errors(with_country(country)).at(0);
    };
    const std::string begin = "assets.csv:2: country: '", end =
                                                              "' is not a country code of ISO 3166-1 such as CA or KR "
                                                              "(or UN, NATO, EU)";
    CHECK(error("Japan") == begin + "Japan" + end + "; did you mean 'JP'?");
    CHECK(error("jp") == begin + "jp" + end + "; did you mean 'JP'?");
    CHECK(error("Great Britain") == begin + "Great Britain" + end + "; did you mean 'GB'?");
    CHECK(error("Phillipines") == begin + "Phillipines" + end + "; did you mean 'PH' (Philippines)?");
    CHECK(error("Freedonia") == begin + "Freedonia" + end);
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

TEST_CASE("via takes places, seas and pairs of lon and lat in order", "[places]") {
    const auto via = [](const std::string& text) {
        return formats_test::read_positions("asset,from,lon,lat,radius_km,via", "a,2024-06-01,130,33,5," + text + "\n");
    };
    const std::vector<std::pair<std::string, std::size_t>> right{{"125 30", 1},
                                                                 {"-175.5 -20", 1},
                                                                 {"Yokosuka", 1},
                                                                 {"South China Sea", 1},
                                                                 {"Singapore; 110 5 ;Luzon Strait", 3},
                                                                 {"35.28 N 139.67 E", 1}};
    for (const auto& [text, points] : right) {
        INFO(text);
        const auto result = via(text);
        CHECK(errors(result) == Lines{});
        CHECK(result.scenario->fixes.front().via() == text);
        CHECK(result.scenario->fixes.front().via_points().size() == points);
    }
    const auto points = via("Singapore; 110 5").scenario->fixes.front().via_points();
    REQUIRE(points.size() == 2);
    CHECK(std::abs(points[0].lon() - 103.8) < 0.3); // a port of Singapore
    CHECK(points[1] == geo::lonlat(110, 5));
    CHECK(errors(via("Singapore; Yokuska")) ==
          Lines{"positions.csv:2: via: 'Yokuska' is neither 'lon lat' nor a known place; did you mean 'Yokosuka'?"});
    CHECK(errors(via("30 125")) == Lines{"positions.csv:2: via: '30 125' is neither 'lon lat' nor a known place"});
    // A phrase that gives a place only roughly is no point of a route.
    CHECK(errors(via("off Yokosuka")) ==
          Lines{"positions.csv:2: via: 'off Yokosuka' is neither 'lon lat' nor a known place; did you mean "
                "'Yokosuka'?"});
    CHECK(errors(via("Rota")) ==
          Lines{"positions.csv:2: via: 'Rota' can mean rota-marianas (Northern Mariana Islands) or rota-spain (Spain); "
                "write the id, or add the country: 'Rota, Spain'"});
}

TEST_CASE("a naval base that the gazetteer knows as a port is that port, an air base is not", "[places]") {
    const auto known = [](const std::string& asset, const std::string& place) {
        return errors(at_place(asset, place)).empty();
    };
    for (const char* words : {"Naval Base Keelung", "Keelung Naval Base", "NS Keelung", "Port of Keelung"}) {
        INFO(words);
        CHECK(known("a", words));
    }
    CHECK_FALSE(known("p", "Keelung Air Base"));
    CHECK_FALSE(known("a", "Osan Naval Base"));
    CHECK_FALSE(known("a", "Keelung Island"));
}
