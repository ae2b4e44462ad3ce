#include "tests/architecture/tree.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace tree {

namespace fs = std::filesystem;

namespace {

const fs::path root{THEATRUM_SOURCE_DIR};

struct Build {
    std::map<std::string, Target> targets;
    std::map<std::string, std::set<std::string>> targets_by_folder;
};

/// Each line of the file has three words: a keyword, a target and a value.
Build read_build() {
    Build build;
    std::ifstream in{THEATRUM_TARGETS};
    if (!in) throw std::runtime_error{"cannot read " THEATRUM_TARGETS};
    std::string keyword, name, value;
    while (in >> keyword >> name >> value) {
        Target& target = build.targets[name];
        if (keyword == "folder") {
            build.targets_by_folder[folder_of(value)].insert(name); // "geo/earth/" gives "geo/earth"
        } else if (keyword == "source") {
            target.sources.push_back(value);
            build.targets_by_folder[folder_of(value)].insert(name);
        } else if (value.rfind("$<", 0) != 0) { // generator expressions bring no headers
            (keyword == "links" ? target.links : target.interface_links).insert(value);
        }
    }
    return build;
}

const Build& build() {
    static const Build read = read_build();
    return read;
}

} // namespace

std::vector<Include> includes_below(const std::vector<std::string>& folders) {
    std::vector<Include> found;
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
                found.push_back(
                    {fs::relative(entry.path(), root).string(), number, line.substr(10, end - 10), line[9] == '"'});
            }
        }
    return found;
}

std::string describe(const Include& i) {
    return i.file + ":" + std::to_string(i.line) + " includes " + i.header;
}

std::string folder_of(const std::string& path) {
    return fs::path{path}.parent_path().string();
}

bool starts_with_any(const std::string& text, const std::vector<std::string>& prefixes) {
    return std::any_of(prefixes.begin(), prefixes.end(), [&](const auto& p) { return text.rfind(p, 0) == 0; });
}

const std::map<std::string, Target>& targets() {
    return build().targets;
}

std::set<std::string> targets_of(std::string folder) {
    for (; !folder.empty(); folder = folder_of(folder))
        if (const auto found = build().targets_by_folder.find(folder); found != build().targets_by_folder.end())
            return found->second;
    return {};
}

std::set<std::string> with_interface_links(const std::set<std::string>& libraries) {
    std::set<std::string> all;
    std::vector<std::string> pending{libraries.begin(), libraries.end()};
    while (!pending.empty()) {
        const std::string next = pending.back();
        pending.pop_back();
        if (!all.insert(next).second) continue;
        if (const auto target = targets().find(next); target != targets().end())
            pending.insert(pending.end(), target->second.interface_links.begin(), target->second.interface_links.end());
    }
    return all;
}

} // namespace tree
