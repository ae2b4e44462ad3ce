#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <cmath>

#include <nlohmann/json.hpp>

using cli::theatrum;

TEST_CASE("route prints the length of the way over water, its straits and its points", "[cli][routes]") {
    const auto text = theatrum("route 127,33.5 131,36");
    CHECK(text.code == 0);
    CHECK(text.err.empty());
    CHECK_THAT(text.out, Catch::StartsWith("127,33.5 to 131,36: 4"));
    CHECK_THAT(text.out, Catch::Contains(" nautical miles)\nThrough: Korea Strait\n127.0000,33.5000\n"));
    CHECK_THAT(text.out, Catch::EndsWith("\n131.0000,36.0000\n"));

    const auto json = nlohmann::json::parse(theatrum("route 127,33.5 131,36 --format json").out);
    CHECK(json.size() == 4);
    CHECK(std::abs(json["distance_km"].get<double>() / json["distance_nmi"].get<double>() - 1.852) < 1e-4);
    CHECK(json["points"].front() == nlohmann::json::array({127.0, 33.5}));
    CHECK(json["passages"] == nlohmann::json::array({"korea-strait"}));
}

TEST_CASE("route as GeoJSON is cut at the antimeridian", "[cli][routes]") {
    const auto json = nlohmann::json::parse(theatrum("route 170,-30 -170,-40 --format geojson").out);
    const auto& lines = json["features"][0]["geometry"]["coordinates"];
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].back()[0] == 180.0);
    CHECK(std::abs(lines[1].front()[0].get<double>() + 180) < 1e-6);
    for (const auto& line : lines)
        for (std::size_t i = 1; i < line.size(); ++i)
            CHECK(std::abs(line[i][0].get<double>() - line[i - 1][0].get<double>()) < 1);
}

TEST_CASE("route takes names of places and says where it starts", "[cli][routes]") {
    const auto result = theatrum("route Busan Kaohsiung");
    CHECK(result.code == 0);
    CHECK_THAT(result.out, Catch::StartsWith("Busan to Kaohsiung: "));
    CHECK_THAT(result.out, Catch::Contains("The route begins in the nearest water, "));
    CHECK_THAT(result.out, Catch::Contains("Taiwan Strait"));
}

TEST_CASE("route avoids straits and passes points on the way", "[cli][routes]") {
    const auto around = theatrum("route 127,33.5 131,36 --avoid korea-strait");
    CHECK(around.code == 0);
    CHECK(around.out.find("Korea Strait") == std::string::npos);
    const auto via = theatrum("route 130,28 140,28 --via 135,25 --via 138,30");
    CHECK(via.code == 0);
    CHECK_THAT(via.out, Catch::EndsWith("130.0000,28.0000\n135.0000,25.0000\n138.0000,30.0000\n140.0000,28.0000\n"));
}

TEST_CASE("route writes GeoJSON and GPX files", "[cli][routes]") {
    const support::Scratch folder;
    const std::string geojson = (folder / "r.geojson").string(), gpx = (folder / "r.gpx").string();
    const auto printed = theatrum("route 170,-30 -170,-40 --format geojson -o " + geojson);
    CHECK(printed.code == 0);
    CHECK(support::file_bytes(geojson) == printed.out);
    CHECK(theatrum("route Busan Kaohsiung --avoid taiwan-strait -o " + gpx).code == 0);
    const std::string xml = support::file_bytes(gpx);
    CHECK_THAT(xml, Catch::StartsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\""));
    CHECK_THAT(xml, Catch::Contains("<rte>\n<name>Busan to Kaohsiung</name>\n<rtept lat=\"3"));
    CHECK_THAT(xml, Catch::EndsWith("</trkseg>\n</trk>\n</gpx>\n"));
    const auto refused = theatrum("route 127,33 128,33 -o r.kml");
    CHECK(refused.code == 2);
    CHECK_THAT(refused.err, Catch::Contains("'r.kml' ends in neither .geojson nor .gpx"));
}

TEST_CASE("route refuses what it cannot use with exit code 2", "[cli][routes]") {
    const auto fails = [](const std::string& arguments, const std::string& message) {
        INFO(arguments);
        const auto result = theatrum("route " + arguments);
        CHECK(result.code == 2);
        CHECK(result.out.empty());
        CHECK_THAT(result.err, Catch::Contains(message));
    };
    fails("", "from is required");
    fails("127,33", "to is required");
    fails("127,133 1,1", "'127,133'");
    fails("Yokuska 127,33", "'Yokuska' is neither LON,LAT nor a known place");
    fails("106.9,47.9 127,33", "106.9000,47.9000 is more than 50 km from water where ships can sail");
    fails("51,41 30,43", "there is no way over water from 51.0000,41.0000 to 30.0000,43.0000");
    fails("127,33.5 131,36 --avoid formosa-strait", "there is no strait or canal 'formosa-strait'");
    fails("127,33.5 131,36 --format xml", "'xml'");
    fails("127,33.5 131,36 --politics", "there is no option '--politics'");
}

TEST_CASE("route as GeoJSON that leads west over the antimeridian goes on at 180 degrees", "[cli][routes]") {
    const auto json = nlohmann::json::parse(theatrum("route -170,-40 170,-30 --format geojson").out);
    const auto& lines = json["features"][0]["geometry"]["coordinates"];
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].front() == nlohmann::json::array({-170.0, -40.0}));
    CHECK(lines[0].back()[0] == -180.0);
    CHECK(lines[1].front()[0] == 180.0);
    CHECK(lines[0].back()[1] == lines[1].front()[1]);
    CHECK(lines[1].back() == nlohmann::json::array({170.0, -30.0}));
}
