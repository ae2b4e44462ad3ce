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
    std::map<std::string, std::set<std::string>> of_folder;
};

/// Lines of three words: what, which target, and its value.
Build read_build() {
    Build build;
    std::ifstream in{THEATRUM_TARGETS};
    if (!in) throw std::runtime_error{"cannot read " THEATRUM_TARGETS};
    std::string what, name, value;
    while (in >> what >> name >> value) {
        Target& target = build.targets[name];
        if (what == "folder") {
            build.of_folder[folder_of(value)].insert(name); // "geo/earth/"
        } else if (what == "source") {
            target.sources.push_back(value);
            build.of_folder[folder_of(value)].insert(name);
        } else if (value.rfind("$<", 0) != 0) { // generator expressions: what only the linker needs
            (what == "links" ? target.links : target.offers).insert(value);
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

std::string place(const Include& i) {
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
        if (const auto found = build().of_folder.find(folder); found != build().of_folder.end()) return found->second;
    return {};
}

std::set<std::string> with_offers(const std::set<std::string>& libraries) {
    std::set<std::string> all;
    std::vector<std::string> open{libraries.begin(), libraries.end()};
    while (!open.empty()) {
        const std::string next = open.back();
        open.pop_back();
        if (!all.insert(next).second) continue;
        if (const auto target = targets().find(next); target != targets().end())
            open.insert(open.end(), target->second.offers.begin(), target->second.offers.end());
    }
    return all;
}

} // namespace tree
