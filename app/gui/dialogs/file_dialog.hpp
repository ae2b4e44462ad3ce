#pragma once

#include "app/scenario/browse.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// Looks for a scenario: folders that hold one, and files with an extension of a known format.
class FileDialog {
public:
    /// The registry must outlive the dialog.
    explicit FileDialog(const assets::FormatRegistry& formats = assets::FormatRegistry::standard())
        : m_formats{formats} {}
    void open();
    /// Draws while open. The path once one was chosen.
    [[nodiscard]] std::optional<std::string> draw(float scale);

private:
    void look_into(const std::filesystem::path&);

    const assets::FormatRegistry& m_formats;
    bool m_wanted = false;
    std::filesystem::path m_folder;
    std::string m_typed, m_problem;
    std::vector<FolderEntry> m_entries;
};

} // namespace app
