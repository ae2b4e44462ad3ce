#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <filesystem>

using namespace assets;
using Lines = std::vector<std::string>;
namespace fs = std::filesystem;

namespace {

Lines warnings_with(const LoadResult& result, std::string_view code) {
    Lines lines;
    for (const Finding& finding : result.findings)
        if (finding.code == code) lines.push_back(formats_test::line_of(finding));
    return lines;
}

const std::string header = "asset,from,lon,lat,radius_km,note\n";

} // namespace

TEST_CASE("control characters are left out of cells, keys and properties, with a warning for each", "[untrusted]") {
    const auto result = formats_test::read(
        {{"positions.csv", header + "a,2024-07-31,130,30,5,se\x1B[31men\n"},
         {"scenario.toml", "theatrum = 1\ntitle = \"A\\u009BB\"\n"},
         {"zones.geojson", R"({"type": "FeatureCollection", "features": [{"type": "Feature", "properties":
            {"id": "z", "name": "Z\uFFFEone"}, "geometry": {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}}]})"}});
    REQUIRE(formats_test::errors(result) == Lines{});
    CHECK(result.scenario->title == "AB");
    CHECK(result.scenario->zones.front().name == "Zone");
    CHECK(result.scenario->fixes.front().note() == "se[31men");
    CHECK(warnings_with(result, "control_character") ==
          Lines{"positions.csv:2: note: holds U+001B, which no map prints and which is left out",
                "scenario.toml:2: title: holds U+009B, which no map prints and which is left out",
                "zones.geojson:2: name: holds U+FFFE, which no map prints and which is left out"});
}

TEST_CASE("a text of more than 64 kB is an error", "[untrusted]") {
    const std::string just(64 << 10, 'x'), more = just + "x";
    const auto read = [](const std::string& note) {
        return formats_test::errors(
            formats_test::read({{"positions.csv", header + "a,2024-07-31,130,30,5," + note + "\n"}}));
    };
    CHECK(read(just) == Lines{});
    CHECK(read(more) == Lines{"positions.csv:2: note: is a text of more than 64 kB"});
    CHECK(formats_test::errors(
              formats_test::read({{"positions.csv", header}, {"scenario.toml", "title = \"" + more + "\"\n"}})) ==
          Lines{"scenario.toml:1: title: is a text of more than 64 kB"});
}

TEST_CASE("a line of more than 1 MB, more than 1,000 columns and NUL bytes are errors", "[untrusted]") {
    const auto errors = [](const std::string& positions) {
        return formats_test::errors(formats_test::read({{"positions.csv", positions}}));
    };
    CHECK(errors(header + std::string(3 << 20, 'x') + "\n") ==
          Lines{"positions.csv: holds a line of more than 1024 kB"});
    CHECK(errors(header + std::string(900 << 10, ',') + "\n" + std::string(900 << 10, ',') + "\n") == Lines{});
    CHECK(errors("asset" + std::string(1'000, ',') + "\n") ==
          Lines{"positions.csv:1: there are 1001 columns; at most 1000 are read"});
    CHECK(errors(header + std::string(10, '\0')) == Lines{"positions.csv: holds NUL bytes, so it is not a text file"});
    CHECK(errors(header + "\"" + std::string(3'000, '\n') + std::string(1 << 20, '\n')) ==
          Lines{"positions.csv:2: a quote is opened here and not closed within 1 MB"});
}

TEST_CASE("a key of thousands of parts is a syntax error", "[untrusted]") {
    std::string key = "a";
    for (int i = 0; i < 40'000; ++i)
        key += ".a";
    for (const auto& text : {"x = 1\n" + key + " = 1\n", "x = 1\n[" + key + "]\n"})
        CHECK(formats_test::errors(formats_test::read({{"positions.csv", header}, {"scenario.toml", text}})) ==
              Lines{"scenario.toml:2: is not valid TOML: A key has too many parts"});
}

TEST_CASE("a table that is a link out of the folder is not read", "[untrusted]") {
    const formats_test::Folder elsewhere{{{"other.csv", header + "a,2024-07-31,130,30,5,\n"}}};
    const formats_test::Folder folder{{{"scenario.toml", "theatrum = 1\n"}, {"inside.csv", header}}};
    fs::create_symlink(elsewhere / "other.csv", folder / "positions.csv");
    const auto result = assets::read_scenario(folder.path(), formats_test::atlas());
    CHECK(formats_test::errors(result) == Lines{"positions.csv: is a link to a file outside the scenario's folder"});
    fs::remove(folder / "positions.csv");
    fs::create_symlink("inside.csv", folder / "positions.csv");
    CHECK(formats_test::errors(assets::read_scenario(folder.path(), formats_test::atlas())) == Lines{});
}

TEST_CASE("an address that is neither http, https nor doi is a warning", "[untrusted]") {
    const auto result = formats_test::read({{"positions.csv", header},
                                            {"sources.csv", "id,title,url\na,A,https://example.org\nb,B,javascript:x\n"
                                                            "c,C,doi:10.1/2\nd,D,file:///etc/passwd\n"}});
    CHECK(
        warnings_with(result, "bad_link") ==
        Lines{
            "sources.csv:3: url: 'javascript:x' is neither an http nor an https address nor a doi, so it is not linked",
            "sources.csv:5: url: 'file:///etc/passwd' is neither an http nor an https address nor a doi, so it is "
            "not linked"});
}
