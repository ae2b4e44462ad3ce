#include "assets/formats/writing/write_scenario.hpp"
#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"

using namespace assets;
using formats_test::errors;
using Lines = std::vector<std::string>;

namespace {

const std::string form = " is not a list of names by language such as ko=인천;ja=仁川 (en, ko, ja, zh or fr)";

LoadResult with_names(const std::string& names) {
    return formats_test::read({{"assets.csv", "id,name,type,names\na,A,frigate,\"" + names + "\"\n"}});
}

} // namespace

TEST_CASE("assets, places and zones have names in other languages", "[names]") {
    const auto result =
        formats_test::read({{"assets.csv", "id,name,type,names\na,Seoul,frigate,ko=서울함; ja = ソウル ;zh=首尔号\n"},
                            {"places.csv", "id,name,lon,lat,names\npier,Pier,127,37,en=The pier;ko=부두\n"},
                            {"positions.csv", "asset,from,place\na,2024-06-01,부두\n"},
                            {"zones.geojson", R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"id": "one", "name": "One", "names": "ko=하나", "radius_km": 5, "note": "x"},
 "geometry": {"type": "Point", "coordinates": [127, 37]}},
{"type": "Feature", "properties": {"id": "two", "name": "Two", "names": ["ko=둘", "zh=二"], "radius_km": 5},
 "geometry": {"type": "Point", "coordinates": [127, 37]}}]})"}});
    REQUIRE(errors(result) == Lines{});
    const Scenario& scenario = *result.scenario;
    CHECK(scenario.assets[0].names == geo::LocalNames{.en = {}, .ko = "서울함", .ja = "ソウル", .zh = "首尔号"});
    CHECK(scenario.places[0].names == geo::LocalNames{.en = "The pier", .ko = "부두", .ja = {}, .zh = {}});
    CHECK(scenario.fixes[0].position->lon() == 127); // a name in another language finds the place
    CHECK(scenario.zones[0].names == geo::LocalNames{.en = {}, .ko = "하나", .ja = {}, .zh = {}});
    CHECK(scenario.zones[1].names == geo::LocalNames{.en = {}, .ko = "둘", .ja = {}, .zh = "二"});
}

TEST_CASE("an [[asset]] has names as a text or as a list", "[names]") {
    const auto result = formats_test::read({{"scenario.toml", R"(theatrum = 1
title = "x"
[[asset]]
id = "a"
name = "A"
type = "frigate"
names = "ko=가;zh=甲"
[[asset]]
id = "b"
name = "B"
type = "frigate"
names = ["ko=나", "ja=乙"]
)"},
                                            {"assets.csv", "id,name,type\n"}});
    REQUIRE(errors(result) == Lines{});
    CHECK(result.scenario->assets[0].names == geo::LocalNames{.en = {}, .ko = "가", .ja = {}, .zh = "甲"});
    CHECK(result.scenario->assets[1].names == geo::LocalNames{.en = {}, .ko = "나", .ja = "乙", .zh = {}});
}

TEST_CASE("wrong names are errors with file, row and field", "[names]") {
    const auto error = [](const std::string& names, const std::string& end) {
        CHECK(errors(with_names(names)) == Lines{"assets.csv:2: names: '" + names + "'" + form + end});
    };
    error("kr=서울함", "; 'kr' is none of the languages en, ko, ja, zh and fr; did you mean 'ko'?");
    error("ko=서울함;th=กรุงเทพ", "; 'th' is none of the languages en, ko, ja, zh and fr");
    error("서울함", "; an item has no '='");
    error("ko=서울함;ja", "; an item has no '='");
    error("ko=", "; 'ko' has no name");
    error("ko=서울함;ko=서울", "; 'ko' is given twice");
    error("한국어=서울함", "; an item names no language");
    CHECK(errors(formats_test::read({{"places.csv", "id,name,lon,lat,names\npier,Pier,127,37,xx=X\n"}})) ==
          Lines{"places.csv:2: names: 'xx=X'" + form + "; 'xx' is none of the languages en, ko, ja, zh and fr"});
    CHECK(errors(formats_test::read({{"zones.geojson", R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"id": "one", "names": "xx=X", "radius_km": 5},
 "geometry": {"type": "Point", "coordinates": [127, 37]}}]})"}})) ==
          Lines{"zones.geojson:2: features[0].properties.names: 'xx=X'" + form +
                "; 'xx' is none of the languages en, ko, ja, zh and fr"});
}

TEST_CASE("names are written in the order of their languages", "[names]") {
    const auto result = with_names("zh=首尔号;ko=서울함");
    REQUIRE(errors(result) == Lines{});
    CHECK_THAT(write_scenario(*result.scenario).at("assets.csv"), Catch::Contains("ko=서울함;zh=首尔号"));
}

TEST_CASE("[style] names takes one language of names or two", "[names]") {
    const auto style = [](const std::string& names) {
        return formats_test::read(
            {{"scenario.toml", "theatrum = 1\ntitle = \"x\"\n[style]\nnames = \"" + names + "\"\n"}});
    };
    CHECK(errors(style("ja")) == Lines{});
    CHECK(style("en+ko").scenario->view.names == "en+ko");
    for (const std::string wrong : {"de", "ko+ko", "en+", "+ko", "en+ko+ja", "en ko"})
        CHECK(errors(style(wrong)) ==
              Lines{"scenario.toml:4: style.names: '" + wrong +
                    "' is not a language of names (en, ko, ja, zh or fr) or two of them such as en+ko"});
}
