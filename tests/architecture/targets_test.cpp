// A target links what it includes, by itself or through what its own libraries offer: else it builds by accident, as
// long as somebody else happens to link the rest.
#include "tests/architecture/tree.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

using tree::includes_below;
using tree::place;

namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

const std::vector<std::string> our_folders{"geo", "assets", "render", "app"};

/// Libraries of others: the beginning of a header's name, and the targets that bring it.
const std::vector<std::pair<std::string, Names>> libraries{
    {"fmt/", {"fmt::fmt"}},
    {"nlohmann/", {"nlohmann_json::nlohmann_json"}},
    {"toml++/", {"PkgConfig::tomlplusplus"}},
    {"pugixml", {"pugixml::shared", "pugixml::pugixml"}},
    {"CLI/", {"CLI11::CLI11"}},
    {"asio", {"asio"}},
    {"gdal", {"GDAL::GDAL"}},
    {"ogr", {"GDAL::GDAL"}},
    {"cpl_", {"GDAL::GDAL"}},
    {"proj.h", {"PkgConfig::proj"}},
    {"geodesic.h", {"PkgConfig::proj"}},
    {"geos_c.h", {"PkgConfig::geos"}},
    {"png.h", {"PNG::PNG"}},
    {"cairo", {"PkgConfig::cairo", "PkgConfig::pango"}},
    {"pango/", {"PkgConfig::pango"}},
    {"fontconfig/", {"PkgConfig::pango"}},
    {"SFML/Graphics", {"sfml-graphics"}},
    {"SFML/Window", {"sfml-window", "sfml-graphics"}},
    {"imgui", {"PkgConfig::imgui"}},
    {"X11/", {"X11::X11"}},
};

bool meet(const Names& some, const Names& others) {
    return std::any_of(some.begin(), some.end(), [&](const auto& name) { return others.contains(name); });
}

/// The targets one of which has to be linked for this include; empty: none has to be.
Names wanted_for(const tree::Include& include) {
    if (include.ours) return tree::targets_of(tree::folder_of(include.header));
    for (const auto& [beginning, names] : libraries)
        if (include.header.rfind(beginning, 0) == 0) return names;
    return {};
}

using Includes = std::map<std::string, std::vector<tree::Include>>;

const Includes& includes_of_files() {
    static const Includes all = [] {
        Includes by_file;
        for (const auto& include : includes_below(our_folders))
            by_file[include.file].push_back(include);
        return by_file;
    }();
    return all;
}

/// Every include that the compiler meets in a source: its own and those of our headers that it includes.
std::vector<tree::Include> met_by(const std::string& source) {
    std::vector<tree::Include> met;
    Names seen;
    std::vector<std::string> open{source};
    while (!open.empty()) {
        const std::string file = open.back();
        open.pop_back();
        if (!seen.insert(file).second || !includes_of_files().contains(file)) continue;
        for (const auto& include : includes_of_files().at(file)) {
            met.push_back(include);
            if (include.ours) open.push_back(include.header);
        }
    }
    return met;
}

} // namespace

TEST_CASE("CMake wrote down every target with its sources", "[architecture]") {
    CHECK(tree::targets().size() > 60);
    CHECK(tree::targets_of("geo/earth") == Names{"geo_earth"});
    CHECK_FALSE(tree::targets().at("geo_earth").sources.empty());
    CHECK(tree::targets().at("geo_projection").offers.contains("geo_earth"));
}

TEST_CASE("a target links what it includes", "[architecture]") {
    int checked = 0;
    for (const auto& [name, target] : tree::targets()) {
        Names own = target.links;
        own.insert(name);
        const Names reached = tree::with_offers(own);
        for (const auto& source : target.sources) {
            if (!tree::starts_with_any(source, {"geo/", "assets/", "render/", "app/"})) continue;
            for (const auto& include : met_by(source)) {
                const Names wanted = wanted_for(include);
                if (wanted.empty()) continue;
                ++checked;
                INFO(name << " builds " << source << ", and " << place(include));
                CHECK(meet(wanted, reached));
            }
        }
    }
    CHECK(checked > 500);
}

TEST_CASE("every source of the four folders is built into exactly one target", "[architecture]") {
    std::map<std::string, int> built;
    for (const auto& [name, target] : tree::targets())
        if (name != "headers_compile_alone")
            for (const auto& source : target.sources)
                ++built[source];
    for (const auto& folder : our_folders) {
        if (!tree::targets().contains("app_gui")) break; // the window is switched off
        for (const auto& entry : fs::recursive_directory_iterator(fs::path{THEATRUM_SOURCE_DIR} / folder)) {
            if (entry.path().extension() != ".cpp") continue;
            INFO(entry.path());
            CHECK(built[fs::relative(entry.path(), THEATRUM_SOURCE_DIR).string()] == 1);
        }
    }
}
