#pragma once

#include "app/scenario/browse.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// The dialog that opens a scenario. Lists folders, and files with an extension of a known format.
class FileDialog {
public:
    /// The registry must outlive the dialog.
    explicit FileDialog(const assets::FormatRegistry& formats = assets::FormatRegistry::standard())
        : m_formats{formats} {}
    void open();
    /// Draws the dialog while it is open. Returns the path in the frame in which the user chooses one.
    [[nodiscard]] std::optional<std::string> draw(float scale);

private:
    void list_folder(const std::filesystem::path&);

    const assets::FormatRegistry& m_formats;
    bool m_open_requested = false;
    std::filesystem::path m_folder;
    std::string m_typed, m_problem;
    std::vector<FolderEntry> m_entries;
};

} // namespace app
