#include "app/base/data_folders.hpp"

#include "app/base/errors.hpp"

#include <cstdlib>

namespace app {

namespace {

bool holds_data(const std::filesystem::path& root) {
    std::error_code ignored;
    return std::filesystem::is_directory(root / "geo/data", ignored) &&
           std::filesystem::is_directory(root / "render/themes", ignored);
}

} // namespace

DataFolders DataFolders::find() {
    namespace fs = std::filesystem;
    std::vector<fs::path> candidates;
    if (const char* given = std::getenv("THEATRUM_DATA")) candidates.emplace_back(given);
    std::error_code failed;
    if (const auto program = fs::read_symlink("/proc/self/exe", failed); !failed)
        candidates.push_back(program.parent_path().parent_path() / "share/theatrum");
    candidates.emplace_back(THEATRUM_SOURCE_TREE);
    for (auto& root : candidates)
        if (holds_data(root)) return DataFolders{std::move(root)};
    throw FileError{"the program's own data were not found; set THEATRUM_DATA to the folder that holds geo/data"};
}

render::StyleFolders DataFolders::style() const {
    return {m_root / "render/themes", m_root / "render/words", m_root / "geo/data/policy"};
}

} // namespace app
