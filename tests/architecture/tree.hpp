#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

/// The source tree as text: who includes what, and what CMake was told. Paths are relative to the root.
namespace tree {

struct Include {
    std::string file;
    int line;
    std::string header;
    bool ours; ///< "" rather than <>
};

/// The #include lines of every .hpp and .cpp below these folders.
[[nodiscard]] std::vector<Include> includes_below(const std::vector<std::string>& folders);
/// "geo/earth/box.cpp:1 includes geo/earth/box.hpp"
[[nodiscard]] std::string place(const Include&);
[[nodiscard]] std::string folder_of(const std::string& path);
[[nodiscard]] bool starts_with_any(const std::string& text, const std::vector<std::string>& prefixes);

struct Target {
    std::vector<std::string> sources;
    std::set<std::string> links;  ///< what it links itself
    std::set<std::string> offers; ///< what those who link it may include too
};

/// All targets of the build, by name, as CMake wrote them down for this test (tests/architecture/CMakeLists.txt).
[[nodiscard]] const std::map<std::string, Target>& targets();
/// The targets that a folder's sources are built into; of a folder without sources, of the nearest folder around it.
[[nodiscard]] std::set<std::string> targets_of(std::string folder);
/// These libraries, what they offer, what that offers, and so on.
[[nodiscard]] std::set<std::string> with_offers(const std::set<std::string>& libraries);

} // namespace tree
