#pragma once

#include "assets/formats/registry/registry.hpp"

#include <filesystem>
#include <optional>
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
/// The same for other files: every folder is entered, and the files have one of these extensions (".png").
[[nodiscard]] std::vector<FolderEntry> entries_of(const std::filesystem::path& folder,
                                                  const std::vector<std::string>& extensions);

/// A path that the dialog asks about.
struct BrowseRequest {
    /// Empty: the current folder. A folder that is gone and was not typed: the nearest one above it.
    std::filesystem::path path;
    bool typed = false; ///< the user typed it: a file, or a folder that opens as a scenario, is chosen, not listed
    std::vector<std::string> extensions{}; ///< of the files to list instead of scenarios; empty: scenarios
};

/// What the dialog shows next.
struct BrowseResult {
    std::filesystem::path folder; ///< the one that was listed; empty when none was
    std::vector<FolderEntry> entries;
    std::optional<std::string> chosen; ///< a typed path to open
    std::string problem;               ///< a sentence: why the path can be neither listed nor opened; empty: it can
};

/// Lists a folder, or finds out what a typed path is. Reads folders, so it belongs on a worker. Does not throw.
[[nodiscard]] BrowseResult browse(const BrowseRequest&, const assets::FormatRegistry&);

} // namespace app
