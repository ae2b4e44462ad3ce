#pragma once

#include "render/map/style/style_files.hpp"

#include <filesystem>

namespace app {

/// The folders of the program's own data. They are below one root, laid out as in the source tree.
class DataFolders {
public:
    /// The first of render::data_roots() that holds the data. Throws FileError when none does.
    [[nodiscard]] static DataFolders find();

    [[nodiscard]] std::filesystem::path geo() const { return m_root / "geo/data"; }
    [[nodiscard]] std::filesystem::path scenarios() const { return m_root / "assets/scenarios"; }
    [[nodiscard]] std::filesystem::path manual() const { return m_root / "app/manual"; }
    [[nodiscard]] render::StyleFolders style() const;

private:
    explicit DataFolders(std::filesystem::path root) : m_root{std::move(root)} {}

    std::filesystem::path m_root;
};

} // namespace app
