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
    bool opens; ///< as a scenario; false for a folder that the dialog enters instead
};

/// The entries that the dialog shows for a folder: first subfolders, then files with the extension of a known format,
/// both sorted by name. Hidden entries are left out. Throws std::filesystem::filesystem_error when the folder cannot be
/// read.
[[nodiscard]] std::vector<FolderEntry> entries_of(const std::filesystem::path& folder, const assets::FormatRegistry&);

} // namespace app
