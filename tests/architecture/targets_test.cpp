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
    {"pugixml", {"pugixml", "pugixml::pugixml"}},
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

/// What the includes of a file can come from: those of a source from all that its target links, those of a header only
/// from what its target offers, as it is included elsewhere.
std::vector<Names> sights_of(const std::string& file) {
    std::vector<Names> sights;
    const bool header = file.ends_with(".hpp");
    for (const auto& name : tree::targets_of(tree::folder_of(file))) {
        const tree::Target& target = tree::targets().at(name);
        const bool builds = std::find(target.sources.begin(), target.sources.end(), file) != target.sources.end();
        if (!header && !builds) continue;
        Names seen = header ? target.offers : target.links;
        seen.insert(name);
        sights.push_back(tree::with_offers(seen));
    }
    return sights;
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
    for (const auto& include : includes_below(our_folders)) {
        const Names wanted = wanted_for(include);
        if (wanted.empty()) continue;
        const auto sights = sights_of(include.file);
        if (sights.empty()) continue; // not built here: the window is switched off
        ++checked;
        INFO(place(include));
        CHECK(std::any_of(sights.begin(), sights.end(), [&](const Names& seen) { return meet(wanted, seen); }));
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
