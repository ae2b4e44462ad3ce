#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"

#include <cmath>

#include <nlohmann/json.hpp>

using cli::theatrum;

namespace {

const std::string montreal = "export builtin:canada-2024 --from 2024-01-01 --to 2024-12-31 --only hmcs-montreal ";
/// A cruise with estimated legs, silences and a report from an area.
const std::string cruise = "export " THEATRUM_SOURCE_DIR "/tests/fixtures/voyages/cruise --from 2023-01-01 "
                           "--to 2023-12-31 --only example ";

nlohmann::json geojson_of(const std::string& command) {
    const cli::Scratch folder;
    const auto result = theatrum(command + " -o a.geojson", folder.path());
    INFO(result.err);
    REQUIRE(result.code == 0);
    return nlohmann::json::parse(cli::file_bytes(folder / "a.geojson"));
}

std::string gpx_of(const std::string& command) {
    const cli::Scratch folder;
    const auto result = theatrum(command + " -o a.gpx", folder.path());
    INFO(result.err);
    REQUIRE(result.code == 0);
    return cli::file_bytes(folder / "a.gpx");
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size())
        ++count;
    return count;
}

} // namespace

TEST_CASE("a track as GeoJSON has each report with its source, radius, confidence and times", "[cli][track]") {
    const auto track = geojson_of(montreal);
    CHECK(track["type"] == "FeatureCollection");
    CHECK(track["from"] == "2024-01-01T00:00:00Z");
    CHECK(track["to"] == "2025-01-01T00:00:00Z");
    std::size_t points = 0, areas = 0, silences = 0;
    for (const auto& feature : track["features"]) {
        const auto &p = feature["properties"], &geometry = feature["geometry"];
        INFO(p.dump());
        CHECK(p["asset"] == "hmcs-montreal");
        if (p["role"] == "report") {
            CHECK(p["sources"].size() > 0);
            CHECK(p["radius_km"].get<double>() > 0);
            CHECK(p["from"].get<std::string>().ends_with("Z"));
            CHECK(p["confidence"].is_string());
            CHECK((geometry["type"] == "Point") == (p["point"] == "position"));
            CHECK((geometry["type"] == "MultiPolygon") == (p["point"] == "area"));
            CHECK((p["point"] != "position" || p["radius_km"].get<double>() <= 100));
            ++(p["point"] == "position" ? points : areas);
        } else {
            CHECK(p["role"] == "silence");
            CHECK(geometry.is_null()); // no invented position
            CHECK((p["why"] == "silence" || p["why"] == "area" || p["why"] == "no_way_found"));
            ++silences;
        }
    }
    CHECK(points > 3);
    CHECK(areas > 2);
    CHECK(silences > 2);
}

TEST_CASE("the legs of a track lead from report to report, apart from silence", "[cli][track]") {
    const auto track = geojson_of(cruise);
    std::size_t legs = 0, silences = 0;
    for (const auto& feature : track["features"]) {
        const auto &p = feature["properties"], &geometry = feature["geometry"];
        INFO(p.dump());
        if (p["role"] == "silence") ++silences;
        if (p["role"] != "leg") continue;
        CHECK(geometry["type"] == "LineString");
        CHECK(geometry["coordinates"].size() > 2);
        CHECK(p["how"] == "estimated");
        CHECK(p["over_water"] == true);
        CHECK(p["depart"] < p["arrive"]);
        CHECK(p["distance_km"].get<double>() > 100);
        ++legs;
    }
    CHECK(legs == 4);
    CHECK(silences == 9);
}

TEST_CASE("a leg across the antimeridian is cut there", "[cli][track]") {
    const cli::Scratch folder;
    folder.write("p.csv", "asset,type,from,lon,lat,radius_km\n"
                          "Ship,frigate,2024-05-01,175,10,5\n"
                          "Ship,frigate,2024-05-04,-175,12,5\n");
    REQUIRE(theatrum("export p.csv --from 2024-05-01 --to 2024-05-31 -o a.geojson", folder.path()).code == 0);
    const auto track = nlohmann::json::parse(cli::file_bytes(folder / "a.geojson"));
    REQUIRE(track["features"].size() == 3);
    const auto& geometry = track["features"][2]["geometry"];
    REQUIRE(geometry["type"] == "MultiLineString");
    REQUIRE(geometry["coordinates"].size() == 2);
    CHECK(geometry["coordinates"][0].back()[0] == 180.0);
    CHECK(geometry["coordinates"][1].front()[0] == -180.0);
    CHECK(geometry["coordinates"][0].back()[1] == geometry["coordinates"][1].front()[1]);
    CHECK(geometry["coordinates"][1].back() == nlohmann::json::array({-175.0, 12.0}));
}

TEST_CASE("a track as GPX has a waypoint for each precise report and no line across silence", "[cli][track]") {
    const auto gpx = gpx_of(cruise);
    CHECK_THAT(gpx, Catch::StartsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\""));
    CHECK_THAT(gpx, Catch::EndsWith("</gpx>\n"));
    const auto track = geojson_of(cruise);
    std::size_t points = 0, areas = 0, runs = 0;
    int last_row = -1;
    for (const auto& feature : track["features"]) {
        const auto& p = feature["properties"];
        const std::string point = p.value("point", std::string{}); // legs have none
        points += point == "position" ? 1 : 0;
        areas += point == "area" ? 1 : 0;
        if (p["role"] != "leg") continue;
        if (p["from_row"] != last_row) ++runs;
        last_row = p["to_row"].get<int>();
    }
    CHECK(count_of(gpx, "<wpt ") == points);
    CHECK(count_of(gpx, "<trkseg>") == runs);
    CHECK_THAT(gpx, Catch::Contains("because a report from an area has no position: " + std::to_string(areas) + "."));
    CHECK_THAT(gpx, Catch::Contains(": estimated between reports</name>"));
    CHECK_THAT(gpx, Catch::Contains("<type>estimated</type></trkpt>\n")); // without a time
    CHECK_THAT(gpx, Catch::Contains("<t:radius_km>"));
    CHECK(count_of(gpx, "<trkpt ") > count_of(gpx, "<type>estimated</type></trkpt>"));
}

TEST_CASE("texts in GPX are escaped", "[cli][track]") {
    const cli::Scratch folder;
    folder.write("p.csv", "asset,type,from,lon,lat,radius_km,note\n"
                          "A & B <1>,frigate,2024-05-01,130,10,5,\"says \"\"here\"\" & there\"\n");
    REQUIRE(theatrum("export p.csv --from 2024-05-01 --to 2024-05-31 -o a.gpx", folder.path()).code == 0);
    const auto gpx = cli::file_bytes(folder / "a.gpx");
    CHECK_THAT(gpx, Catch::Contains("<name>A &amp; B &lt;1&gt;</name>"));
    CHECK_THAT(gpx, Catch::Contains("says &quot;here&quot; &amp; there"));
    CHECK(count_of(gpx, "&") ==
          count_of(gpx, "&amp;") + count_of(gpx, "&lt;") + count_of(gpx, "&gt;") + count_of(gpx, "&quot;"));
}

TEST_CASE("a track says that its positions were rounded", "[cli][track]") {
    const auto track = geojson_of(montreal + "--round-deg 1");
    CHECK(track["rounded_to_deg"] == 1);
    for (const auto& feature : track["features"]) {
        if (feature["properties"].value("point", std::string{}) != "position") continue;
        const double lon = feature["geometry"]["coordinates"][0].get<double>();
        CHECK(std::abs(lon - std::round(lon)) < 1e-9);
    }
    CHECK_THAT(gpx_of(montreal + "--round-deg 1"), Catch::Contains("deliberately rounded to 1 degrees"));
}

TEST_CASE("a track refuses what only a map has", "[cli][track]") {
    const cli::Scratch folder;
    const auto fails = [&](const std::string& arguments, const std::string& message) {
        INFO(arguments);
        const auto result = theatrum("export builtin:canada-2024 " + arguments, folder.path());
        CHECK(result.code == 2);
        CHECK_THAT(result.err, Catch::Contains(message));
        CHECK(folder.files() == 0);
    };
    fails("--at 2024-07-31 -o a.gpx", "a track as data needs a period; give --from and --to");
    fails("--from 2024-01-01 --to 2024-12-31 --title X -o a.gpx", "--title: a track as data has no map");
    fails("--from 2024-01-01 --to 2024-12-31 --only nobody -o a.geojson", "the scenario has no 'nobody'");
    fails("--from 1999-01-01 --to 1999-12-31 --only hmcs-montreal -o a.geojson", "no report from 1999-01-01");
}
