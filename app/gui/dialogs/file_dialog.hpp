#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// Looks for a scenario: folders that hold one, scenario.toml and CSV files.
class FileDialog {
public:
    void open();
    /// Draws while open. The path once one was chosen.
    [[nodiscard]] std::optional<std::string> draw(float scale);

private:
    struct Entry {
        std::string name;
        bool folder, scenario;
    };
    void look_into(const std::filesystem::path&);

    bool m_wanted = false;
    std::filesystem::path m_folder;
    std::string m_typed, m_problem;
    std::vector<Entry> m_entries;
};

} // namespace app
