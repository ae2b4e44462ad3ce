#include "assets/check/check.hpp"
#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"

#include <cstdlib>
#include <random>

// A coarse fuzzer that runs with the other tests. Its seeds are fixed, so that failures can be reproduced. It checks
// only that nothing crashes, that no exception leaves the reader, and that a scenario with errors is not returned.

namespace {

const std::string toml = R"(theatrum = 1
title = "Mutations"
[time]
start = 2024-01-01
end = 2024-12-31
utc_offset_h = 9
[view]
center = [135, 15]
[[accept]]
code = "too_fast"
asset = "a"
why = "Because."
[[figure]]
id = "f"
fit = ["a", "b"]
)";
const std::string positions =
    "asset,from,to,during,lon,lat,place,area,radius_km,at_asset,sources,activity,utc_offset_h\n"
    "a,2024-06-01,2024-06-03,,139.67,35.29,\"Yokosuka, \"\"berth\"\" 7\",,2.5,,s1,in_port,9\n"
    "a,2024-06-05,*,,,,,south-china-sea,,,s1,patrol,\n"
    "b,2024-06,,sometime,-170.5,-14.2,,,300,,s1;s2,,-10\n"
    "b,2024-07,,sometime,,,,box,,,s1;s2,,-10\n"
    "p,2024-06-05T08:00Z,,,,,,,,a,,,\n";
const std::string zones = R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"id": "box", "kind": "patrol", "sources": ["s1"]}, "geometry":
 {"type": "Polygon", "coordinates": [[[170, 10], [-170, 10], [-170, 20], [170, 20], [170, 10]]]}},
{"type": "Feature", "properties": {"id": "dmz", "half_width_km": 2, "valid_from": "2024"}, "geometry":
 {"type": "LineString", "coordinates": [[126.5, 37.9], [128.4, 38.6]]}}]})";

const std::string zone_rows =
    "id,name,outline,line,lon,lat,radius_km,half_width_km,sea\n"
    "wkt,W,\"POLYGON ((170 10, 190 10, 190 20, 170 10))\",,,,,,\n"
    "list,L,1 2; 3 4; 5 1 N 6 E,,,,,,\n"
    "lane,N,,170 1; -170 2,,,,5,\n"
    "ring,R,,,127.1,37.4,40,,\n"
    "json,J,\"{\"\"type\"\": \"\"LineString\"\", \"\"coordinates\"\": [[1, 2], [3, 4]]}\",,,,,,\n";

std::string mutated(const std::string& text, std::mt19937& random) {
    static const std::vector<std::string> pieces{
        "\"",  ",",          ";",       "\n",          "\r",     "\t",   "[",     "]",
        "{",   "}",          "-",       "*",           ".",      "=",    "1e308", "-0",
        "nan", "'''",        "\\u0000", "1e-320",      "\xC3",   "\xE9", "null",  "\xEF\xBB\xBF",
        "[[",  "2024-06-31", "]]",      "180.0000001", "0000-00"};
    std::string out = text;
    // No std distribution is used, because their numbers differ between libraries.
    const auto pick = [&](std::size_t n) {
        return static_cast<std::size_t>(random()) % n;
    };
    for (std::size_t k = 1 + pick(4); k > 0; --k) {
        const std::size_t at = pick(out.size() + 1);
        switch (pick(9)) {
        case 0:
        case 1:
            out.insert(at, pieces[pick(pieces.size())]);
            break;
        case 2:
        case 3:
            out.erase(at, 1 + pick(8));
            break;
        case 4:
        case 5:
            if (at < out.size()) out[at] = static_cast<char>(pick(256));
            break;
        case 6:
        case 7:
            out.insert(at, out.substr(pick(out.size() + 1), 1 + pick(40)));
            break;
        default:
            out.resize(at);
            break;
        }
        if (out.empty()) out.push_back('x');
    }
    return out;
}

/// For each of four files: 20,000 mutants in all, a million when THEATRUM_LONG is set.
int rounds_for_a_file() {
    const bool is_long = std::getenv("THEATRUM_LONG") != nullptr; // NOLINT(concurrency-mt-unsafe)
    return is_long ? 250'000 : 5'000;
}

void check_mutants(const std::string& name, const std::string& text, unsigned seed) {
    std::mt19937 random{seed};
    const formats_test::Folder folder{{{"scenario.toml", toml + "[read]\nzones = [\"zones.geojson\", \"zones.csv\"]\n"},
                                       {"zones.csv", zone_rows},
                                       {"positions.csv", positions},
                                       {"zones.geojson", zones},
                                       {"sources.csv", "id,title\ns1,One\ns2,Two\n"},
                                       {"assets.csv", "id,name,type\na,A,frigate\nb,B,frigate\np,P,helicopter\n"}}};
    REQUIRE(formats_test::errors(assets::read_scenario(folder.path(), formats_test::atlas())).empty());
    const int rounds = rounds_for_a_file();
    int accepted = 0;
    for (int round = 0; round < rounds; ++round) {
        const std::string mutant = mutated(text, random);
        CAPTURE(name, round, mutant);
        folder.write(name, mutant);
        const auto result = assets::read_scenario(folder.path(), formats_test::atlas());
        const auto checked = assets::check(result);
        CHECK((result.scenario != nullptr) == (checked.errors == 0));
        CHECK(result.rejected <= result.records);
        for (const auto& finding : result.findings) {
            CHECK_FALSE(finding.message.empty());
            CHECK_FALSE(finding.file.empty());
        }
        accepted += result.scenario ? 1 : 0;
    }
    // The mutations test something only if some mutants are accepted and some are not.
    CHECK(accepted > 0);
    CHECK(accepted < rounds);
}

} // namespace

TEST_CASE("mutated positions never crash the reader", "[mutations]") {
    check_mutants("positions.csv", positions, 1);
}

TEST_CASE("a mutated scenario.toml never crashes the reader", "[mutations]") {
    check_mutants("scenario.toml", toml, 2);
}

TEST_CASE("mutated zones never crash the reader", "[mutations]") {
    check_mutants("zones.geojson", zones, 3);
    check_mutants("zones.csv", zone_rows, 4);
}

TEST_CASE("a file that is cut after any byte gives errors or fewer records", "[mutations]") {
    const std::map<std::string, std::string> files{
        {"scenario.toml", toml + "[read]\nzones = [\"zones.geojson\", \"zones.csv\"]\n"},
        {"positions.csv", positions},
        {"zones.geojson", zones},
        {"zones.csv", zone_rows},
        {"sources.csv", "id,title\ns1,One\ns2,Two\n"},
        {"assets.csv", "id,name,type\na,A,frigate\nb,B,frigate\np,P,helicopter\n"}};
    const formats_test::Folder folder{files};
    const auto whole = assets::read_scenario(folder.path(), nullptr);
    for (const auto& [name, text] : files) {
        for (std::size_t length = 0; length < text.size(); ++length) {
            CAPTURE(name, length);
            folder.write(name, text.substr(0, length));
            const auto result = assets::read_scenario(folder.path(), nullptr);
            CHECK((result.scenario || !result.findings.empty()));
            CHECK(result.records <= whole.records);
        }
        folder.write(name, text);
    }
}
