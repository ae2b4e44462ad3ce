// A target links the library of every header that it includes, itself or through its libraries' interface links.
// Otherwise it builds only as long as another target happens to link the rest.
#include "tests/architecture/tree.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

using tree::describe;
using tree::includes_below;

namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

const std::vector<std::string> our_folders{"geo", "assets", "render", "app"};

/// External libraries: the beginning of a header's name, and the targets that provide the header.
const std::vector<std::pair<std::string, Names>> libraries{
    {"fmt/", {"fmt::fmt"}},
    {"nlohmann/", {"nlohmann_json::nlohmann_json"}},
    {"toml++/", {"PkgConfig::tomlplusplus"}},
    {"pugixml", {"pugixml::shared", "pugixml::pugixml"}},
    {"seccomp", {"PkgConfig::seccomp"}},
    {"xlsxwriter", {"PkgConfig::xlsxwriter"}},
    {"tak.pb.h", {"tak_messages"}},
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

bool intersect(const Names& names, const Names& others) {
    return std::any_of(names.begin(), names.end(), [&](const auto& name) { return others.contains(name); });
}

/// The targets that provide the included header. One of them must be linked, unless there are none.
Names providers_of(const tree::Include& include) {
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

/// The #include lines of a source and of all our headers that it includes, transitively.
std::vector<tree::Include> all_includes_of(const std::string& source) {
    std::vector<tree::Include> all;
    Names seen;
    std::vector<std::string> pending{source};
    while (!pending.empty()) {
        const std::string file = pending.back();
        pending.pop_back();
        if (!seen.insert(file).second || !includes_of_files().contains(file)) continue;
        for (const auto& include : includes_of_files().at(file)) {
            all.push_back(include);
            if (include.ours) pending.push_back(include.header);
        }
    }
    return all;
}

} // namespace

TEST_CASE("the build lists every target with its sources and libraries", "[architecture]") {
    CHECK(tree::targets().size() > 60);
    CHECK(tree::targets_of("geo/earth") == Names{"geo_earth"});
    CHECK_FALSE(tree::targets().at("geo_earth").sources.empty());
    CHECK(tree::targets().at("geo_projection").interface_links.contains("geo_earth"));
}

TEST_CASE("a target links the libraries whose headers it includes", "[architecture]") {
    int checked = 0;
    for (const auto& [name, target] : tree::targets()) {
        Names own = target.links;
        own.insert(name);
        const Names linked = tree::with_interface_links(own);
        for (const auto& source : target.sources) {
            if (!tree::starts_with_any(source, {"geo/", "assets/", "render/", "app/"})) continue;
            for (const auto& include : all_includes_of(source)) {
                const Names providers = providers_of(include);
                if (providers.empty()) continue;
                ++checked;
                INFO(name << " builds " << source << ", and " << describe(include));
                CHECK(intersect(providers, linked));
            }
        }
    }
    CHECK(checked > 500);
}

TEST_CASE("every source of geo, assets, render and app is built into exactly one target", "[architecture]") {
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
