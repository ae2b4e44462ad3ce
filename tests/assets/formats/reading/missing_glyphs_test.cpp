#include "assets/feeds/feed_kind.hpp"
#include "assets/formats/recording/read_recording.hpp"
#include "assets/model/values/codes.hpp"
#include "assets/schema/schema.hpp"
#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"

using namespace assets;
using formats_test::errors;
using Lines = std::vector<std::string>;

namespace {

/// As if the fonts lacked the snowman and the ship.
std::vector<char32_t> snowman_and_ship(std::string_view text) {
    std::vector<char32_t> missing;
    if (text.find("☃") != std::string_view::npos) missing.push_back(U'☃');
    if (text.find("🚢") != std::string_view::npos) missing.push_back(U'🚢');
    return missing;
}

LoadResult read(std::map<std::string, std::string> files) {
    files.try_emplace("positions.csv", "asset,from,lon,lat,radius_km\n");
    const formats_test::Folder folder{files};
    return read_scenario(folder.path(), formats_test::atlas(), schema(), snowman_and_ship);
}

const std::string snowman = "U+2603 has no glyph in the fonts of maps",
                  ship = "U+1F6A2 has no glyph in the fonts of maps";

} // namespace

TEST_CASE("a character without a glyph is an error with file, row, field and its number", "[glyphs]") {
    const auto result = read({{"scenario.toml", R"(theatrum = 1
title = "Winter ☃"
subtitle = "All 🚢☃"
credit = "☃"
[words]
"asof.none" = "Nothing ☃"
[[figure]]
id = "one"
title = "🚢"
)"},
                              {"assets.csv", "id,name,short,type,names,note\n"
                                             "a,HMCS ☃,,frigate,,\n"
                                             "b,B,🚢,frigate,,not printed ☃\n"
                                             "c,C,,frigate,ko=배🚢,\n"},
                              {"places.csv", "id,name,lon,lat\npier,Pier ☃,127,37\n"},
                              {"positions.csv", "asset,from,place,lon,lat\na,2024-05-01,Dock 🚢,127,37\n"},
                              {"events.csv", "id,from,title\ne,2024-05-01,Snow ☃\n"},
                              {"sources.csv", "id,title,publisher\ns,T ☃,P ☃\n"},
                              {"zones.geojson", R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"id": "z", "name": "Z ☃", "names": "ja=🚢", "radius_km": 5},
 "geometry": {"type": "Point", "coordinates": [127, 37]}}]})"}});
    CHECK(errors(result) == Lines{"assets.csv:2: name: " + snowman, "assets.csv:3: short: " + ship,
                                  "assets.csv:4: names: " + ship, "events.csv:2: title: " + snowman,
                                  "places.csv:2: name: " + snowman, "positions.csv:2: place: " + ship,
                                  "scenario.toml:2: title: " + snowman,
                                  "scenario.toml:3: subtitle: U+2603, U+1F6A2 have no glyph in the fonts of maps",
                                  "scenario.toml:4: credit: " + snowman, "scenario.toml:6: words.asof.none: " + snowman,
                                  "scenario.toml:9: figure[0].title: " + ship, "sources.csv:2: publisher: " + snowman,
                                  "zones.geojson:2: features[0].properties.name: " + snowman,
                                  "zones.geojson:2: features[0].properties.names: " + ship});
    CHECK(result.scenario == nullptr);
    for (const Finding& finding : result.findings)
        if (finding.severity == Severity::Error) CHECK(finding.code == code::missing_glyph);
}

TEST_CASE("an [[asset]] and an undeclared asset are checked for glyphs too", "[glyphs]") {
    CHECK(errors(read({{"scenario.toml", "theatrum = 1\ntitle = \"x\"\n[[asset]]\nid = \"a\"\nname = \"A ☃\"\n"
                                         "type = \"frigate\"\n"}})) ==
          Lines{"scenario.toml:5: asset[0].name: " + snowman});
    CHECK(errors(read({{"positions.csv", "mmsi,name,from,lon,lat\n316138000,A 🚢,2024-05-01,127,37\n"}})) ==
          Lines{"positions.csv:2: name: " + ship});
}

TEST_CASE("without a test of glyphs every character counts as drawn", "[glyphs]") {
    CHECK(errors(formats_test::read({{"assets.csv", "id,name,type\na,HMCS ☃,frigate\n"}})) == Lines{});
}

TEST_CASE("a recording is read without the characters that have no glyph, and says how many names lost some",
          "[glyphs]") {
    const support::Scratch folder;
    const std::string event = R"(<event version="2.0" uid="U" type="a-f-G" time="2024-06-01T10:00:00Z" )"
                              R"(start="2024-06-01T10:00:00Z" stale="2024-06-01T10:05:00Z" how="m-g">)"
                              R"(<point lat="37" lon="127" hae="0" ce="10" le="10"/>)"
                              R"(<detail><contact callsign="Olaf ☃"/></detail></event>)";
    folder.write("log.cot", event);
    ReadOptions options;
    options.now = formats_test::utc("2024-06-02");
    options.missing_characters = snowman_and_ship;
    const auto result = read_recording(folder / "log.cot", FeedKind::Cot, options);
    REQUIRE(result.scenario);
    CHECK(result.scenario->assets.at(0).name == "Olaf");
    CHECK(formats_test::lines_of(result, Severity::Note) ==
          Lines{"log.cot: 1 name shortened by characters that no font has"});
}
