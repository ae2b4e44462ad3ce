#include "render/text/data_roots.hpp"

#include <cstdlib>

namespace render {

std::vector<std::filesystem::path> data_roots() {
    namespace fs = std::filesystem;
    std::vector<fs::path> roots;
    if (const char* given = std::getenv("THEATRUM_DATA")) roots.emplace_back(given);
    std::error_code failed;
    if (const auto program = fs::read_symlink("/proc/self/exe", failed); !failed)
        roots.push_back(program.parent_path().parent_path() / "share/theatrum");
    roots.emplace_back(THEATRUM_SOURCE_TREE);
    return roots;
}

} // namespace render
