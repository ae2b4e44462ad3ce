// Reads the #include lines of the tree and fails on every dependency that the architecture does not allow.
#include "tests/architecture/tree.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>
#include <set>

using tree::describe;
using tree::includes_below;
using tree::starts_with_any;

namespace {

namespace fs = std::filesystem;
using Folders = std::vector<std::string>;

const Folders our_folders{"geo", "assets", "render", "app"};

/// The folders that each second-level folder may include from. It may also include from itself and from all folders
/// that these may include from. A top-level folder stands for all folders in it.
const std::map<std::string, Folders> allowed{
    {"geo/text", {}},
    {"geo/earth", {}},
    {"geo/projection", {"geo/earth", "geo/text"}},
    {"geo/routes", {"geo/earth"}},
    {"geo/basemap", {"geo/routes", "geo/text"}},
    {"geo/helper", {"geo/earth"}},
    {"geo", {"geo/projection", "geo/basemap", "geo/helper"}},

    {"assets/model", {"geo"}},
    {"assets/schema", {"assets/model"}},
    {"assets/timeline", {"assets/model"}},
    {"assets/feeds", {"assets/timeline"}},
    {"assets/formats", {"assets/schema", "assets/feeds"}},
    {"assets/check", {"assets/formats", "assets/timeline"}},
    {"assets/edit", {"assets/formats", "assets/check"}},
    {"assets", {"assets/edit"}},

    {"render/picture", {}},
    {"render/text", {"render/picture"}},
    {"render/symbols", {"render/text", "assets"}},
    {"render/map", {"render/symbols"}},
    {"render/cairo", {"render/text"}},
    {"render/svg", {"render/text"}},
    {"render/html", {"render/svg"}},
    {"render/sfml", {"render/text", "render/cairo"}},
    {"render", {"render/map", "render/html", "render/sfml"}},

    {"app/base", {"render"}},
    {"app/figure", {"app/base"}},
    {"app/manual", {"app/figure"}},
    {"app/scenario", {"app/base"}},
    {"app/feeds", {"app/base"}},
    {"app/live", {"app/figure", "app/scenario", "app/feeds"}},
    {"app/state", {"app/figure", "app/scenario", "app/feeds"}},
    {"app/session", {"app/live", "app/state"}},
    {"app/export", {"app/live", "app/state"}},
    {"app/gui", {"app/session", "app/export", "app/manual"}},
    {"app/cli", {"app/gui", "app/helper"}},
    {"app/helper", {"app/base"}},
};

/// Dependencies {from, to} that exist but are not allowed. Should stay empty.
const std::set<std::pair<std::string, std::string>> known_exceptions{};

/// "render/map" for "render/map/ground/ground.hpp"; "geo" for "geo/error.hpp", which all of geo may include.
std::string second_level(const std::string& path) {
    const auto first = path.find('/');
    const auto second = path.find('/', first + 1);
    return second == std::string::npos ? path.substr(0, first) : path.substr(0, second);
}

std::set<std::string> reachable_from(const std::string& folder) {
    std::set<std::string> all;
    Folders pending{folder};
    while (!pending.empty()) {
        const std::string next = pending.back();
        pending.pop_back();
        if (!all.insert(next).second) continue;
        if (const auto found = allowed.find(next); found != allowed.end())
            pending.insert(pending.end(), found->second.begin(), found->second.end());
    }
    return all;
}

/// Fails on every include of these headers outside these folders.
void check_only_in(const Folders& headers, const Folders& folders) {
    for (const auto& i : includes_below(our_folders)) {
        if (i.ours || !starts_with_any(i.header, headers)) continue;
        INFO(describe(i));
        CHECK(starts_with_any(i.file, folders));
    }
}

} // namespace

TEST_CASE("a folder includes only from folders that the architecture allows", "[architecture]") {
    std::map<std::string, std::set<std::string>> reachable;
    for (const auto& [folder, to] : allowed)
        reachable[folder] = reachable_from(folder);
    std::set<std::pair<std::string, std::string>> used_exceptions;
    const auto all = includes_below(our_folders);
    REQUIRE(all.size() > 100);
    for (const auto& i : all) {
        if (!i.ours) continue;
        const std::string from = second_level(i.file), to = second_level(i.header);
        INFO(describe(i));
        REQUIRE(allowed.contains(from)); // a new folder needs an entry
        if (to == from.substr(0, from.find('/')) || reachable.at(from).contains(to)) continue;
        CHECK(known_exceptions.contains({from, to}));
        used_exceptions.emplace(from, to);
    }
    CHECK(used_exceptions == known_exceptions); // an exception that is no longer needed must be removed
}

TEST_CASE("the allowed dependencies have no cycle", "[architecture]") {
    for (const auto& [folder, to] : allowed)
        for (const auto& next : to) {
            INFO(folder << " to " << next);
            CHECK_FALSE(reachable_from(next).contains(folder));
        }
}

TEST_CASE("our own headers are included by their path from the root", "[architecture]") {
    for (const auto& i : includes_below(our_folders)) {
        if (!i.ours) continue;
        INFO(describe(i));
        CHECK(fs::exists(fs::path{THEATRUM_SOURCE_DIR} / i.header));
    }
}

// Where headers are precompiled or sources compiled in batches, only this order shows that a header is complete.
TEST_CASE("a source includes its own header first", "[architecture]") {
    std::set<std::string> seen;
    for (const auto& i : includes_below(our_folders)) {
        if (i.file.ends_with(".hpp") || !seen.insert(i.file).second) continue;
        const auto own = i.file.substr(0, i.file.rfind('.')) + ".hpp";
        if (!fs::exists(fs::path{THEATRUM_SOURCE_DIR} / own)) continue;
        INFO(describe(i));
        CHECK(i.header == own);
    }
    CHECK(seen.size() > 300);
}

TEST_CASE("the program includes no header of the tests", "[architecture]") {
    for (const auto& i : includes_below(our_folders)) {
        INFO(describe(i));
        CHECK_FALSE(starts_with_any(i.header, {"tests/", "catch2/"}));
    }
}

TEST_CASE("only geo and the format readers include GDAL", "[architecture]") {
    check_only_in({"gdal", "ogr", "cpl_"}, {"geo/", "assets/formats/"});
}

TEST_CASE("only geo includes PROJ", "[architecture]") {
    check_only_in({"proj", "geodesic.h"}, {"geo/"});
}

TEST_CASE("only geo includes GeographicLib", "[architecture]") {
    check_only_in({"GeographicLib"}, {"geo/"});
}

TEST_CASE("only render/text and the Cairo player include Cairo and Pango", "[architecture]") {
    check_only_in({"cairo", "pango", "fontconfig", "ft2build", "freetype", "hb"}, {"render/cairo/", "render/text/"});
}

TEST_CASE("only the window and its player include SFML and Dear ImGui", "[architecture]") {
    check_only_in({"SFML", "imgui", "GL/", "backends/imgui", "X11/"}, {"render/sfml/", "app/gui/"});
}

TEST_CASE("only the live sources include Asio", "[architecture]") {
    check_only_in({"asio"}, {"app/feeds/source/"});
}

TEST_CASE("only the helper includes seccomp, only the writer of spreadsheets xlsxwriter", "[architecture]") {
    check_only_in({"seccomp", "linux/landlock"}, {"app/helper/"});
    check_only_in({"xlsxwriter"}, {"app/scenario/starter/"});
}

TEST_CASE("only the readers of XML include pugixml", "[architecture]") {
    check_only_in({"pugixml"}, {"assets/feeds/cot/", "assets/formats/sheets/"});
}

TEST_CASE("only the command line includes its parser, CLI11", "[architecture]") {
    check_only_in({"CLI/"}, {"app/cli/"});
}
