#include "app/state/state_areas.hpp"
#include "app/state/state_words.hpp"
#include "app/state/state_writer.hpp"
#include "geo/earth/geodesic.hpp"
#include "tests/app/english.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"

#include <clocale>

#include <nlohmann/json.hpp>

using namespace assets;
using namespace timeline_test;
using app::StateFormat;
using nlohmann::ordered_json;

namespace {

const AreaRef box_zone{AreaRef::Of::Zone, "box"};

Zone box(double west, double south, double east, double north) {
    return Zone{
        .id = "box",
        .name = "patrol box",
        .kind = ZoneKind::Patrol,
        .status = ZoneStatus::Illustrative,
        .drawn = Drawn::Schematic,
        .valid_from = std::nullopt,
        .valid_to = std::nullopt,
        .shape =
            AreaShape{{geo::Polygon{{{{west, south}, {west, north}, {east, north}, {east, south}, {west, south}}}}}},
        .sources = {},
        .note = {},
        .line = 2};
}

/// A ship at Incheon, one in a box, one that sailed, one absent, and a helicopter aboard the ship at Incheon.
Scenario fleet() {
    ScenarioBuilder builder;
    builder.title("Fleet \"A\"").source("yonhap").source("usni");
    builder.asset("alpha").last_asset().name = "HMCS Montréal";
    builder.last_asset().country = "CA";
    builder.asset("bravo").asset("charlie").asset("delta").asset("helo", AssetType::Helicopter);
    builder.last_asset().name = "Cyclone, \"CH-148\"";
    builder.member("alpha", "helo", Membership::Role::Embarked)
        .fix({.asset = "alpha",
              .from = "2024-06-27",
              .to = "2024-07-02",
              .position = at(126.6, 37.45),
              .radius_km = 6,
              .activity = Activity::InPort,
              .course_deg = 12.34567,
              .speed_kn = 0,
              .place = "Incheon",
              .confidence = Confidence::High,
              .sources = {0, 1}})
        .fix({.asset = "bravo",
              .from = "2024-06-20",
              .to = "2024-07-10",
              .position = at(120, 15),
              .radius_km = 300,
              .area = box_zone,
              .kind = FixKind::Estimated})
        .fix({.asset = "charlie",
              .from = "2024-06-20",
              .position = at(-123.43, 48.43),
              .activity = Activity::Departure,
              .place = "Esquimalt"})
        .fix({.asset = "charlie", .from = "2024-08-20", .position = at(139.66, 35.29), .place = "Yokosuka"})
        .away({.asset = "delta", .from = "2025-01-01"});
    Scenario s = builder.build();
    s.zones.push_back(box(118, 13, 122, 17));
    return s;
}

std::string written(StateFormat format, const std::string& when = "2024-07-01T12:00Z") {
    const Scenario s = fleet();
    return app::write_state(english(), s, snapshot_at(s, instant(when)), format);
}

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> all;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = text.find('\n', start);
        all.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return all;
}

double signed_area(const ordered_json& ring) {
    double twice = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        twice += ring[i][0].get<double>() * ring[i + 1][1].get<double>() -
                 ring[i + 1][0].get<double>() * ring[i][1].get<double>();
    return twice / 2;
}

} // namespace

TEST_CASE("state as JSON has all keys for every asset in the fixed order", "[app][state]") {
    const ordered_json json = ordered_json::parse(written(StateFormat::Json));
    CHECK(json["scenario"] == "Fleet \"A\"");
    CHECK(json["at"] == "2024-07-01T12:00:00Z");
    REQUIRE(json["assets"].size() == 5);
    const std::vector<std::string> keys{"id",         "name",     "type",  "sidc",      "country",    "how",
                                        "point",      "lon",      "lat",   "radius_km", "area",       "age_h",
                                        "course_deg", "speed_kn", "place", "activity",  "confidence", "confidence_date",
                                        "grade",      "sources",  "rows",  "flags"};
    for (const auto& asset : json["assets"]) {
        std::vector<std::string> found;
        for (const auto& [key, value] : asset.items())
            found.push_back(key);
        CHECK(found == keys);
    }
    REQUIRE(json["zones"].size() == 1);
    CHECK(json["zones"][0] ==
          ordered_json({{"id", "box"}, {"name", "patrol box"}, {"kind", "patrol"}, {"status", "illustrative"}}));
}

TEST_CASE("state as JSON gives how, where and the sources, and null for missing values", "[app][state]") {
    const ordered_json assets = ordered_json::parse(written(StateFormat::Json))["assets"];
    const ordered_json& alpha = assets[0];
    CHECK(alpha["type"] == "frigate");
    CHECK(alpha["country"] == "CA");
    CHECK(alpha["how"] == "reported");
    CHECK(alpha["point"] == "position");
    CHECK(alpha["lon"] == 126.6);
    CHECK(alpha["lat"] == 37.45);
    CHECK(alpha["radius_km"] == 6);
    CHECK(alpha["area"].is_null());
    CHECK(alpha["age_h"] == 0);
    CHECK(alpha["course_deg"] == 12.346);
    CHECK(alpha["speed_kn"] == 0);
    CHECK(alpha["place"] == "Incheon");
    CHECK(alpha["activity"] == "in_port");
    CHECK(alpha["confidence"] == "high");
    CHECK(alpha["sources"] == ordered_json({"yonhap", "usni"}));
    CHECK(alpha["rows"] == ordered_json({2}));
    CHECK(alpha["flags"].empty());

    const ordered_json& bravo = assets[1];
    CHECK(bravo["point"] == "stand_in");
    CHECK(bravo["area"] == "box");
    CHECK(bravo["place"] == "patrol box");
    CHECK(bravo["flags"] == ordered_json({"estimated", "wide"}));

    const ordered_json& charlie = assets[2];
    CHECK(charlie["how"] == "lost");
    CHECK(charlie["rows"] == ordered_json({4}));
    CHECK(charlie["flags"] == ordered_json({"beyond_max_gap"}));
    const ordered_json& delta = assets[3];
    CHECK(delta["how"] == "absent");
    CHECK(delta["age_h"].is_null());
    CHECK(delta["rows"].empty());
    for (const char* key : {"point", "lon", "lat", "radius_km", "area", "course_deg", "speed_kn"}) {
        CHECK(charlie[key].is_null());
        CHECK(delta[key].is_null());
    }
    CHECK(assets[4]["lon"] == 126.6); // aboard alpha
}

TEST_CASE("numbers have at most the given decimals and no trailing zeros", "[app][state]") {
    CHECK(app::trimmed(126.6, 6) == "126.6");
    CHECK(app::trimmed(126.12345678, 6) == "126.123457");
    CHECK(app::trimmed(12.0004, 3) == "12");
    CHECK(app::trimmed(100, 0) == "100");
    CHECK(app::trimmed(-0.0000001, 6) == "0");
    CHECK(app::trimmed(-12.5, 3) == "-12.5");
}

TEST_CASE("state as CSV has the fixed columns and quotes cells where necessary", "[app][state]") {
    const auto text = lines(written(StateFormat::Csv));
    REQUIRE(text.size() == 6);
    CHECK(text[0] == "id,name,type,sidc,country,how,point,lon,lat,radius_km,area,age_h,course_deg,speed_kn,place,"
                     "activity,confidence,confidence_date,grade,sources,rows,flags");
    CHECK(text[1] == "alpha,HMCS Montréal,frigate,,CA,reported,position,126.6,37.45,6,,0,12.346,0,Incheon,in_port,high,"
                     "high,,\"yonhap;usni\",2,");
    CHECK(text[2] == "bravo,bravo,frigate,,,reported,stand_in,120,15,300,box,0,,,patrol box,,,,,,3,\"estimated;wide\"");
    CHECK(text[3] == "charlie,charlie,frigate,,,lost,,,,,,252,,,Esquimalt,departure,,,,,4,beyond_max_gap");
    CHECK(text[4] == "delta,delta,frigate,,,absent,,,,,,,,,,,,,,,,");
    CHECK(text[5].starts_with("helo,\"Cyclone, \"\"CH-148\"\"\",helicopter,"));
}

TEST_CASE("state as GeoJSON has points with the properties of JSON, and areas as further features", "[app][state]") {
    const ordered_json json = ordered_json::parse(written(StateFormat::GeoJson));
    CHECK(json["type"] == "FeatureCollection");
    const ordered_json assets = ordered_json::parse(written(StateFormat::Json))["assets"];
    REQUIRE(json["features"].size() == 6);
    CHECK(json["features"][0]["geometry"] == ordered_json({{"type", "Point"}, {"coordinates", {126.6, 37.45}}}));
    CHECK(json["features"][0]["properties"] == assets[0]);
    CHECK(json["features"][1]["properties"] == assets[1]);
    const ordered_json& area = json["features"][2];
    CHECK(area["properties"]["role"] == "area");
    CHECK(area["properties"]["id"] == "bravo");
    CHECK(area["geometry"]["type"] == "MultiPolygon");
    const ordered_json& ring = area["geometry"]["coordinates"][0][0];
    CHECK(ring.front() == ring.back());
    CHECK(signed_area(ring) == Approx(16));           // counter-clockwise, though the zone is not
    CHECK(json["features"][3]["geometry"].is_null()); // lost
    CHECK(json["features"][4]["geometry"].is_null()); // absent
}

TEST_CASE("the area of a wide circle is the circle, cut at the antimeridian", "[app][state]") {
    Scenario s =
        ScenarioBuilder{}.asset("ship").fix({.from = "2024-05-01", .position = at(179, 0), .radius_km = 300}).build();
    const Snapshot snapshot = snapshot_at(s, instant("2024-05-02"));
    const auto area = app::reported_area(s, snapshot.states[0]);
    REQUIRE(area.size() == 1);
    for (const geo::Degrees d : area[0].rings[0])
        CHECK(geo::distance_m(at(179, 0), geo::lonlat(geo::wrap_longitude(d.lon), d.lat)) == Approx(300'000));
    const ordered_json json = ordered_json::parse(app::geojson_multipolygon(area));
    REQUIRE(json["coordinates"].size() == 2);
    double total = 0;
    for (const auto& polygon : json["coordinates"]) {
        total += signed_area(polygon[0]);
        for (const auto& vertex : polygon[0])
            CHECK(std::abs(vertex[0].get<double>()) <= 180.0);
    }
    const double radius_deg = 300 / 110.9;
    CHECK(total == Approx(3.14159 * radius_deg * radius_deg).epsilon(0.01));
}

TEST_CASE("an area with a circle is the part of the area inside the circle", "[app][state]") {
    Scenario s = fleet();
    for (Fix& f : s.fixes)
        if (f.area()) {
            f.edit().circle_given = true;
            f.position = at(122, 15);
            f.radius_km = 150;
        }
    const Snapshot snapshot = snapshot_at(s, instant("2024-07-01"));
    CHECK(snapshot.states[1].circle_cut_to_area());
    const auto area = app::reported_area(s, snapshot.states[1]);
    REQUIRE(area.size() == 1);
    for (const geo::Degrees d : area[0].rings[0]) {
        CHECK(d.lon <= 122 + 1e-9);
        CHECK(geo::distance_m(at(122, 15), geo::lonlat(d.lon, d.lat)) <= 150'100);
    }
    const ordered_json json = ordered_json::parse(app::geojson_multipolygon(area));
    // Half of the circle is in the box.
    const double half = 3.14159 / 2 * (150 / 110.65) * (150 / (111.32 * 0.9659));
    CHECK(signed_area(json["coordinates"][0][0]) == Approx(half).epsilon(0.01));
}

TEST_CASE("the table shows where assets are and how that is known", "[app][state]") {
    const auto text = lines(written(StateFormat::Table));
    REQUIRE(text.size() == 8);
    CHECK(text[0] == "Fleet \"A\", 2024-07-01T12:00:00Z");
    CHECK(text[2].find("LON") != std::string::npos);
    CHECK(text[3].find("Incheon (reported, within 6 km)") != std::string::npos);
    CHECK(text[3].find("126.60  37.45") != std::string::npos);
    CHECK(text[4].find("in patrol box (estimated)") != std::string::npos);
    CHECK(text[4].ends_with("estimated wide"));
    CHECK(text[5].find("not known; sailed 20 June 2024, Esquimalt; next reported 20 August 2024, Yokosuka") !=
          std::string::npos);
    CHECK(text[6].find("not deployed") != std::string::npos);
    CHECK(text[7].find("aboard HMCS Montréal: Incheon (reported, within 6 km)") != std::string::npos);
    // Columns are aligned although é is two bytes.
    CHECK(text[3].find("Incheon") == text[4].find("in patrol box") + 1);
    const auto later = lines(written(StateFormat::Table, "2024-07-06T12:00Z"));
    CHECK(later[3].find("Incheon (last reported 2 July 2024, 4 days earlier)") != std::string::npos);
}

TEST_CASE("a reported radius is never rounded down in words", "[app][state]") {
    const auto words = [](double radius_km) {
        const Scenario s = ScenarioBuilder{}
                               .asset("ship")
                               .fix({.from = "2024-05-01", .position = at(1, 2), .radius_km = radius_km})
                               .build();
        const Snapshot snapshot = snapshot_at(s, instant("2024-05-01"));
        return app::describe_state(english(), s, snapshot.states[0]);
    };
    CHECK(words(4) == "2.00 N, 1.00 E (reported, within 4 km)");
    CHECK(words(4.2) == "2.00 N, 1.00 E (reported, within 5 km)");
    CHECK(words(300) == "2.00 N, 1.00 E (reported, within 300 km)");
    CHECK(words(1234) == "2.00 N, 1.00 E (reported, within 1300 km)");
    CHECK(words(0.2) == "2.00 N, 1.00 E (reported, within 1 km)");
}

TEST_CASE("the output does not depend on the locale", "[app][state]") {
    const std::string before = written(StateFormat::Json);
    const std::string old = std::setlocale(LC_ALL, nullptr);
    for (const char* name : {"de_DE.UTF-8", "ko_KR.UTF-8", "fr_FR.UTF-8"})
        if (std::setlocale(LC_ALL, name)) CHECK(written(StateFormat::Json) == before);
    std::setlocale(LC_ALL, old.c_str());
    CHECK(written(StateFormat::Json) == before);
}

TEST_CASE("a text that a spreadsheet would take for a formula has an apostrophe before it in CSV", "[app][state]") {
    for (const std::string name : {"=cmd()", "+1", "-1", "@x"}) {
        ScenarioBuilder builder;
        builder.asset("ship").fix({.from = "2024-07-01", .position = at(130, 30)});
        Scenario scenario = builder.build();
        scenario.assets[0].name = name;
        const auto text =
            app::write_state(english(), scenario, snapshot_at(scenario, instant("2024-07-01")), StateFormat::Csv);
        INFO(name);
        CHECK(text.find(",'" + name + ",") != std::string::npos);
        CHECK(text.find(",-") == std::string::npos); // numbers stay numbers: this scenario has none below zero
    }
}
