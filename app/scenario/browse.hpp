#pragma once

#include "assets/formats/registry/registry.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace app {

/// A line of the open dialog.
struct FolderEntry {
    std::string name;
    bool folder;
    bool opens; ///< as a scenario; a folder that does not is looked into
};

/// What a dialog shows of a folder: subfolders first, then the files with an extension of a known format, each sorted
/// by name; nothing hidden. Throws std::filesystem::filesystem_error when the folder cannot be read.
[[nodiscard]] std::vector<FolderEntry> entries_of(const std::filesystem::path& folder, const assets::FormatRegistry&);

} // namespace app
