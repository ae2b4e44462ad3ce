#include "app/base/data_folders.hpp"

#include "app/base/errors.hpp"
#include "render/text/data_roots.hpp"

namespace app {

namespace {

bool holds_data(const std::filesystem::path& root) {
    std::error_code ignored;
    return std::filesystem::is_directory(root / "geo/data", ignored) &&
           std::filesystem::is_directory(root / "render/themes", ignored);
}

} // namespace

DataFolders DataFolders::find() {
    for (auto& root : render::data_roots())
        if (holds_data(root)) return DataFolders{std::move(root)};
    throw FileError{"the program's own data were not found; set THEATRUM_DATA to the folder that holds geo/data"};
}

render::StyleFolders DataFolders::style() const {
    return {m_root / "render/themes", m_root / "render/words", m_root / "geo/data/policy"};
}

} // namespace app
