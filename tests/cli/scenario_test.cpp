#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"

#include <cmath>

#include <nlohmann/json.hpp>

using cli::theatrum;

TEST_CASE("the built-in scenario passes check --strict with at most ten accepted findings", "[cli]") {
    const auto result = theatrum("check builtin:canada-2024 --strict --format json");
    CHECK(result.code == 0);
    const auto report = nlohmann::json::parse(result.out);
    CHECK(report["errors"] == 0);
    CHECK(report["warnings"] == 0);
    CHECK(report["accepted"].get<int>() <= 10);
}

TEST_CASE("the scenario of proposals passes check --strict and names every proposal as such", "[cli]") {
    CHECK(theatrum("check builtin:korea-proposals --strict").code == 0);
    const cli::Scratch folder;
    REQUIRE(theatrum("export builtin:korea-proposals -o k.svg --caption k.txt", folder.path()).code == 0);
    const auto caption = cli::file_bytes(folder / "k.txt");
    CHECK_THAT(caption, Catch::Contains("proposed by an op-ed in Breaking Defense, not decided"));
    REQUIRE(theatrum("export builtin:korea-proposals --layout k.json", folder.path()).code == 0);
    const auto layout = nlohmann::json::parse(cli::file_bytes(folder / "k.json"));
    std::map<std::string, std::string> names;
    for (const auto& item : layout["items"]) {
        const std::string id = item["id"];
        if (item["kind"] == "label") names[id] = item["text"];
        // A proposal for a whole country has no symbol of its own, which would stand at a place that nobody gave.
        if (item["kind"] == "symbol") CHECK((id != "caf-south-korea" && id != "river-class" && id != "f-35a"));
    }
    CHECK(names["roster:South Korea"] == "South Korea (4)");
    for (const char* id : {"caf-south-korea", "river-class", "f-35a", "co-manning"}) {
        INFO(id);
        CHECK_THAT(names[id], Catch::EndsWith(", proposed"));
    }
}

TEST_CASE("an asset of which no report was known yet is named as such, not as at home", "[cli]") {
    const cli::Scratch folder;
    folder.write("scenario.toml", "theatrum = 1\ntitle = \"Two\"\n[view]\nframe = \"east-asia\"\n");
    folder.write("assets.csv", "id,name,type,country\na,Alpha,frigate,US\nb,Bravo,frigate,US\n");
    folder.write("sources.csv", "id,title,published\nearly,One,2024-07-01\nlate,Two,2024-09-01\n");
    folder.write("positions.csv", "asset,from,place,sources\na,2024-06-30,Busan,early\nb,2024-06-30,Sasebo,late\n");
    const std::string then = " --at 2024-06-30 --known-by 2024-07-02";
    CHECK_THAT(theatrum("state ." + then, folder.path()).out, Catch::Contains("no report"));
    REQUIRE(theatrum("export . -o a.svg --caption a.txt" + then, folder.path()).code == 0);
    CHECK_THAT(cli::file_bytes(folder / "a.txt"), Catch::Contains("Position not known: Bravo (no report)."));
}

TEST_CASE("names that neither the map nor its footer holds are counted on standard error", "[cli]") {
    const cli::Scratch folder;
    std::string assets = "id,name,type,country\n", positions = "asset,from,place\n";
    for (int i = 0; i < 60; ++i) {
        assets += "s" + std::to_string(i) + ",Ship " + std::to_string(i) + ",destroyer,US\n";
        positions += "s" + std::to_string(i) + ",2024-07-31,Yokosuka\n";
    }
    folder.write("scenario.toml", "theatrum = 1\ntitle = \"Sixty ships\"\n[view]\nframe = \"east-asia\"\n");
    folder.write("assets.csv", assets);
    folder.write("positions.csv", positions);
    const auto result = theatrum("export . --preset column-89 -o a.png --caption a.txt", folder.path());
    CHECK(result.code == 0);
    CHECK_THAT(result.err, Catch::Contains(" assets are named neither on the map nor below it; --caption FILE"));
    const auto caption = cli::file_bytes(folder / "a.txt");
    for (int i = 0; i < 60; ++i)
        CHECK_THAT(caption, Catch::Contains("Ship " + std::to_string(i)));
    CHECK(theatrum("export . --preset web-16x9 --only s1 -o b.png", folder.path()).err.empty());
}

TEST_CASE("a new scenario passes check --strict and can be exported", "[cli]") {
    const cli::Scratch folder;
    REQUIRE(theatrum("new mine", folder.path()).code == 0);
    const auto checked = theatrum("check mine --strict", folder.path());
    INFO(checked.out);
    CHECK(checked.code == 0);
    CHECK(theatrum("export mine -o mine.png", folder.path()).code == 0);
    const auto again = theatrum("new mine", folder.path());
    CHECK(again.code == 2);
    CHECK_THAT(again.err, Catch::Contains("nothing was written"));
}

TEST_CASE("state has every asset in every format", "[cli]") {
    const auto json = theatrum("state builtin:canada-2024 --at 2024-07-31 --format json");
    REQUIRE(json.code == 0);
    const auto state = nlohmann::json::parse(json.out);
    CHECK(state["at"] == "2024-07-31T12:00:00Z");
    const auto& assets = state["assets"];
    REQUIRE(assets.size() >= 9);
    for (const auto& asset : assets)
        for (const char* key : {"id",         "name",     "type",  "sidc",      "country",    "how",
                                "point",      "lon",      "lat",   "radius_km", "area",       "age_h",
                                "course_deg", "speed_kn", "place", "activity",  "confidence", "confidence_date",
                                "grade",      "sources",  "rows",  "flags"})
            CHECK(asset.contains(key));
    CHECK(theatrum("state builtin:canada-2024 --at 2024-07-31 --format geojson").code == 0);
    CHECK(theatrum("state builtin:canada-2024 --at 2024-07-31 --format csv").code == 0);
    const auto table = theatrum("state builtin:canada-2024 --at 2024-07-31");
    CHECK(table.code == 0);
    CHECK_THAT(table.out, Catch::Contains("HMCS Montréal") && Catch::Contains("Taiwan Strait"));
}

TEST_CASE("state as GeoJSON has the water that a ship between two reports can be in", "[cli]") {
    const cli::Scratch folder;
    folder.write("p.csv", "asset,type,from,lon,lat,radius_km\n"
                          "ship,frigate,2024-05-01T00:00Z,178.5,-22,5\n"
                          "ship,frigate,2024-05-02T00:00Z,-178.5,-22.5,5\n");
    const auto run = theatrum("state p.csv --at 2024-05-01T12:00Z --format geojson", folder.path());
    REQUIRE(run.code == 0);
    const auto features = nlohmann::json::parse(run.out)["features"];
    REQUIRE(features.size() == 2);
    CHECK(features[0]["properties"]["how"] == "interpolated");
    CHECK(features[1]["properties"]["role"] == "reach");
    CHECK(features[1]["properties"]["cut_to_water"] == true);
    CHECK(features[1]["geometry"]["type"] == "MultiPolygon");
    bool east = false, west = false; // of 180 degrees, and nothing beyond it
    for (const auto& polygon : features[1]["geometry"]["coordinates"])
        for (const auto& vertex : polygon[0]) {
            const double lon = vertex[0].get<double>();
            east = east || lon < -178;
            west = west || lon > 178;
            CHECK(std::abs(lon) <= 180);
        }
    CHECK(east);
    CHECK(west);
}

TEST_CASE("an instant may have a fraction of a second", "[cli]") {
    const auto json = theatrum("state builtin:canada-2024 --at 2024-07-31T06:00:00.500Z --format json");
    REQUIRE(json.code == 0);
    CHECK(nlohmann::json::parse(json.out)["at"] == "2024-07-31T06:00:00.500Z");
}

TEST_CASE("state --known-by leaves out reports that were published later", "[cli]") {
    const auto then = theatrum("state builtin:canada-2024 --at 2024-07-31 --known-by 2024-07-01 --format json");
    REQUIRE(then.code == 0);
    const auto state = nlohmann::json::parse(then.out);
    for (const auto& asset : state["assets"])
        if (asset["id"] == "hmcs-montreal") CHECK(asset["how"] != "reported");
}

TEST_CASE("every broken scenario gives exactly its expected findings, all at once", "[cli]") {
    namespace fs = std::filesystem;
    const fs::path broken{THEATRUM_SOURCE_DIR "/tests/fixtures/scenarios"};
    int number = 0;
    for (const auto& entry : fs::directory_iterator{broken}) {
        const auto name = entry.path().filename().string();
        if (name.rfind("broken-", 0) != 0) continue;
        ++number;
        INFO(name);
        const auto result = theatrum("state '" + entry.path().string() + "'");
        CHECK(result.code == 2);
        CHECK(result.out.empty());
        CHECK(result.err == cli::file_bytes(entry.path() / "expected.txt"));
        CHECK(theatrum("check '" + entry.path().string() + "'").code == 1);
    }
    CHECK(number >= 30);
}
