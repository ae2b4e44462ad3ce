// Rules for the names and sizes of files.
#include "tests/architecture/tree.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

namespace fs = std::filesystem;

const fs::path root{THEATRUM_SOURCE_DIR};
const std::vector<std::string> all_folders{"geo", "assets", "render", "app", "tests"};

template <class Visit>
void for_each_source(const std::vector<std::string>& folders, Visit visit) {
    for (const auto& folder : folders)
        for (const auto& entry : fs::recursive_directory_iterator(root / folder))
            if (entry.path().extension() == ".cpp" || entry.path().extension() == ".hpp")
                visit(fs::relative(entry.path(), root), entry.path());
}

} // namespace

TEST_CASE("a header has fewer than 300 lines, a source fewer than 600, a folder 15 files at most", "[architecture]") {
    std::map<std::string, int> files;
    for_each_source(all_folders, [&](const fs::path& name, const fs::path& path) {
        std::ifstream in{path};
        const auto lines = std::count(std::istreambuf_iterator<char>{in}, {}, '\n');
        INFO(name);
        CHECK(lines < (name.extension() == ".hpp" ? 300 : 600));
        ++files[name.parent_path().string()];
    });
    for (const auto& [folder, count] : files) {
        INFO(folder);
        CHECK(count <= 15);
    }
}

TEST_CASE("a file has test cases if, and only if, its name ends in _test.cpp", "[architecture]") {
    for_each_source({"tests"}, [](const fs::path& name, const fs::path& path) {
        std::ifstream in{path};
        bool has_cases = false;
        for (std::string line; std::getline(in, line);)
            has_cases = has_cases || line.rfind("TEST_CASE(", 0) == 0;
        INFO(name);
        CHECK(has_cases == name.string().ends_with("_test.cpp"));
    });
}

TEST_CASE("every file with test cases is built into a target", "[architecture]") {
    if (!tree::targets().contains("gui_tests")) {
        SUCCEED("the window is switched off");
        return;
    }
    std::set<std::string> built;
    for (const auto& [name, target] : tree::targets())
        built.insert(target.sources.begin(), target.sources.end());
    for_each_source({"tests"}, [&](const fs::path& name, const fs::path&) {
        if (!name.string().ends_with("_test.cpp")) return; // some helpers are built for benchmarks and fuzzers only
        INFO(name);
        CHECK(built.contains(name.string()));
    });
}
