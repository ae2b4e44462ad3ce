#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

/// The source tree as data: #include lines and build targets. Paths are relative to the root.
namespace tree {

struct Include {
    std::string file;
    int line;
    std::string header;
    bool ours; ///< written with "" rather than <>
};

/// The #include lines of every .hpp and .cpp file below these folders.
[[nodiscard]] std::vector<Include> includes_below(const std::vector<std::string>& folders);
/// A sentence for a failure: "geo/earth/box.cpp:1 includes geo/earth/box.hpp"
[[nodiscard]] std::string describe(const Include&);
[[nodiscard]] std::string folder_of(const std::string& path);
[[nodiscard]] bool starts_with_any(const std::string& text, const std::vector<std::string>& prefixes);

struct Target {
    std::vector<std::string> sources;
    std::set<std::string> links;           ///< LINK_LIBRARIES
    std::set<std::string> interface_links; ///< INTERFACE_LINK_LIBRARIES: passed on to targets that link this one
};

/// All targets of the build by name, as tests/architecture/CMakeLists.txt lists them.
[[nodiscard]] const std::map<std::string, Target>& targets();
/// The targets that are defined in a folder or built from its sources. A folder without any has those of the nearest
/// folder above it that has some.
[[nodiscard]] std::set<std::string> targets_of(std::string folder);
/// These libraries and all libraries that they pass on through their interface links, transitively.
[[nodiscard]] std::set<std::string> with_interface_links(const std::set<std::string>& libraries);

} // namespace tree
