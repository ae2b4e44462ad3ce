// Reads the #include lines of the tree and fails on any arrow that the architecture does not have.
#include "tests/architecture/tree.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>

using tree::includes_below;
using tree::place;
using tree::starts_with_any;

namespace {

namespace fs = std::filesystem;
using Folders = std::vector<std::string>;

const Folders our_folders{"geo", "assets", "render", "app"};

/// Arrows between second-level folders. A folder may use itself, what its arrows lead to, and
/// whatever can be reached from there. A top-level folder stands for all of its own.
const std::map<std::string, Folders> arrows{
    {"geo/text", {}},
    {"geo/earth", {}},
    {"geo/projection", {"geo/earth", "geo/text"}},
    {"geo/basemap", {"geo/earth", "geo/text"}},
    {"geo/routes", {"geo/basemap"}},
    {"geo/helper", {"geo/earth"}},
    {"geo", {"geo/projection", "geo/routes", "geo/helper"}},

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
    {"app/cli", {"app/gui"}},
    {"app/helper", {"app/base"}},
};

/// Arrows that are wrong today. To be empty.
const std::set<std::pair<std::string, std::string>> known_exceptions{};

/// "render/map" of "render/map/ground/ground.hpp"; "geo" of "geo/error.hpp", which all of geo may use.
std::string part(const std::string& path) {
    const auto first = path.find('/');
    const auto second = path.find('/', first + 1);
    return second == std::string::npos ? path.substr(0, first) : path.substr(0, second);
}

std::set<std::string> reachable_from(const std::string& folder) {
    std::set<std::string> all;
    Folders open{folder};
    while (!open.empty()) {
        const std::string next = open.back();
        open.pop_back();
        if (!all.insert(next).second) continue;
        if (const auto found = arrows.find(next); found != arrows.end())
            open.insert(open.end(), found->second.begin(), found->second.end());
    }
    return all;
}

/// Fails on every include of a library outside the folders that may know it.
void only_in(const Folders& headers, const Folders& folders) {
    for (const auto& i : includes_below(our_folders)) {
        if (i.ours || !starts_with_any(i.header, headers)) continue;
        INFO(place(i));
        CHECK(starts_with_any(i.file, folders));
    }
}

} // namespace

TEST_CASE("our own includes follow the arrows of the architecture", "[architecture]") {
    std::map<std::string, std::set<std::string>> reachable;
    for (const auto& [folder, to] : arrows)
        reachable[folder] = reachable_from(folder);
    std::set<std::pair<std::string, std::string>> needed;
    const auto all = includes_below(our_folders);
    REQUIRE(all.size() > 100);
    for (const auto& i : all) {
        if (!i.ours) continue;
        const std::string from = part(i.file), to = part(i.header);
        INFO(place(i));
        REQUIRE(arrows.contains(from)); // a new folder needs its arrows
        if (to == from.substr(0, from.find('/')) || reachable.at(from).contains(to)) continue;
        CHECK(known_exceptions.contains({from, to}));
        needed.emplace(from, to);
    }
    CHECK(needed == known_exceptions); // what is mended is taken off the list
}

TEST_CASE("no arrow leads back", "[architecture]") {
    for (const auto& [folder, to] : arrows)
        for (const auto& next : to) {
            INFO(folder << " to " << next);
            CHECK_FALSE(reachable_from(next).contains(folder));
        }
}

TEST_CASE("our own headers are included by their path from the root", "[architecture]") {
    for (const auto& i : includes_below(our_folders)) {
        if (!i.ours) continue;
        INFO(place(i));
        CHECK(fs::exists(fs::path{THEATRUM_SOURCE_DIR} / i.header));
    }
}

TEST_CASE("the program includes nothing of its tests", "[architecture]") {
    for (const auto& i : includes_below(our_folders)) {
        INFO(place(i));
        CHECK_FALSE(starts_with_any(i.header, {"tests/", "catch2/"}));
    }
}

TEST_CASE("GDAL is known to geo and the format readers only", "[architecture]") {
    only_in({"gdal", "ogr", "cpl_"}, {"geo/", "assets/formats/"});
}

TEST_CASE("PROJ is known to geo only", "[architecture]") {
    only_in({"proj", "geodesic.h"}, {"geo/"});
}

TEST_CASE("Cairo and Pango are known to the text and the Cairo player only", "[architecture]") {
    only_in({"cairo", "pango", "fontconfig", "ft2build", "freetype", "hb"}, {"render/cairo/", "render/text/"});
}

TEST_CASE("SFML and Dear ImGui are known to the window only", "[architecture]") {
    only_in({"SFML", "imgui", "GL/", "backends/imgui", "X11/"}, {"render/sfml/", "app/gui/"});
}

TEST_CASE("Asio is known to the live sources only", "[architecture]") {
    only_in({"asio"}, {"app/feeds/source/"});
}

TEST_CASE("the command line's parser is known to the command line only", "[architecture]") {
    only_in({"CLI/"}, {"app/cli/"});
}
