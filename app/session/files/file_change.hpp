#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// Changes of files that can be undone and redone byte for byte.
namespace app {

struct FileChange {
    std::filesystem::path file;
    std::optional<std::string> before; ///< none: the file did not exist
    std::string after;
};

/// Everything that one command has changed, in the order in which the files were written; at least one file.
struct Change {
    std::vector<FileChange> files;
};

/// Throws FileError.
[[nodiscard]] std::string read_bytes(const std::filesystem::path&);
/// The file that a path leads to. Follows a symbolic link, because save_file() would replace the link and leave its
/// file unchanged.
[[nodiscard]] std::filesystem::path real_file(const std::filesystem::path&);

/// Writes the files. Throws UsageError, before it writes anything, when a file is not as it was before the change, and
/// FileError when a file cannot be written; the files written until then are restored.
void apply_change(const Change&);
/// Restores the files. Throws UsageError, before it writes anything, when a file is not as the change has left it.
void undo_change(const Change&);

} // namespace app
