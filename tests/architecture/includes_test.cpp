// Reads the #include lines of the tree and fails on any arrow that the architecture does not have.
#include "tests/support/catch.hpp"

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Include {
    fs::path file; ///< relative to the root
    int line;
    std::string header;
    bool ours; ///< "" rather than <>
};

std::vector<Include> includes_below(const std::vector<std::string>& folders) {
    std::vector<Include> found;
    const fs::path root{THEATRUM_SOURCE_DIR};
    for (const auto& folder : folders)
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            const auto extension = entry.path().extension();
            if (extension != ".hpp" && extension != ".cpp") continue;
            std::ifstream in{entry.path()};
            int number = 0;
            for (std::string line; std::getline(in, line);) {
                ++number;
                if (line.rfind("#include ", 0) != 0 || line.size() < 11) continue;
                const auto end = line.find_first_of("\">", 10);
                found.push_back({fs::relative(entry.path(), root), number, line.substr(10, end - 10), line[9] == '"'});
            }
        }
    return found;
}

/// The folder that an arrow starts or ends at: inside render every part counts for itself.
std::string part(const std::string& path) {
    const auto first = path.find('/');
    std::string top = path.substr(0, first);
    if (top != "render" || first == std::string::npos) return top;
    const auto second = path.find('/', first + 1);
    return path.substr(0, second);
}

const std::map<std::string, std::set<std::string>> allowed{
    {"geo", {"geo"}},
    {"assets", {"assets", "geo"}},
    {"render/picture", {"render/picture"}},
    {"render/text", {"render/text", "render/picture"}},
    {"render/symbols", {"render/symbols", "render/text", "render/picture", "assets", "geo"}},
    {"render/map", {"render/map", "render/symbols", "render/text", "render/picture", "assets", "geo"}},
    {"render/cairo", {"render/cairo", "render/text", "render/picture"}},
    {"render/svg", {"render/svg", "render/text", "render/picture"}},
    {"render/sfml", {"render/sfml", "render/cairo", "render/text", "render/picture"}},
    {"app",
     {"app", "render/map", "render/symbols", "render/text", "render/picture", "render/cairo", "render/svg",
      "render/sfml", "assets", "geo"}},
};

std::string place(const Include& i) {
    return i.file.string() + ":" + std::to_string(i.line) + " includes " + i.header;
}

bool starts_with_any(const std::string& text, const std::vector<std::string>& prefixes) {
    return std::any_of(prefixes.begin(), prefixes.end(), [&](const auto& p) { return text.rfind(p, 0) == 0; });
}

/// Fails on every include of a library outside the folders that may know it.
void only_in(const std::vector<std::string>& headers, const std::vector<std::string>& folders) {
    for (const auto& i : includes_below({"geo", "assets", "render", "app"})) {
        if (i.ours || !starts_with_any(i.header, headers)) continue;
        INFO(place(i));
        CHECK(starts_with_any(i.file.string(), folders));
    }
}

} // namespace

TEST_CASE("our own includes follow the arrows of the architecture", "[architecture]") {
    const auto all = includes_below({"geo", "assets", "render", "app"});
    REQUIRE(all.size() > 100);
    for (const auto& i : all) {
        if (!i.ours) continue;
        const auto arrows = allowed.find(part(i.file.string()));
        INFO(place(i));
        REQUIRE(arrows != allowed.end());
        CHECK(arrows->second.count(part(i.header)) == 1);
    }
}

TEST_CASE("our own headers are included by their path from the root", "[architecture]") {
    for (const auto& i : includes_below({"geo", "assets", "render", "app"})) {
        if (!i.ours) continue;
        INFO(place(i));
        CHECK(fs::exists(fs::path{THEATRUM_SOURCE_DIR} / i.header));
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
    only_in({"SFML", "imgui", "GL/"}, {"render/sfml/", "app/gui/"});
}

TEST_CASE("Asio is known to the live sources only", "[architecture]") {
    only_in({"asio"}, {"app/feeds/source/"});
}
