#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace app {

/// What is remembered between two runs. Everything else (the arrangement of the panels) is in layout_file().
struct Settings {
    std::string theme;   ///< of the window and the map: article, dark; empty: as the scenario says
    std::string names;   ///< en ko ja zh; empty: as the scenario says
    double ui_scale = 0; ///< 0.5 to 4; 0: the display's
    int window_width = 1280, window_height = 800; ///< pixels, 320 to 16384
    bool maximised = false;
    bool hints_seen = false;
    std::map<std::string, bool> panels;    ///< open or not, by the panel's name
    std::vector<std::string> recent_files; ///< newest first, 10 at most
    [[nodiscard]] friend bool operator==(const Settings&, const Settings&) = default;

    void opened(const std::string& scenario); ///< to the front of the recent files
};

/// $XDG_CONFIG_HOME/theatrum/settings.toml (~/.config/...); empty when there is no home.
[[nodiscard]] std::filesystem::path settings_file();
/// $XDG_STATE_HOME/theatrum/layout.ini (~/.local/state/...); empty when there is no home.
[[nodiscard]] std::filesystem::path layout_file();

struct LoadedSettings {
    Settings settings;
    std::vector<std::string> complaints; ///< what could not be used, a sentence each; its default stands
};
/// Never throws: a file that is missing gives the defaults, a damaged one the defaults and a complaint.
[[nodiscard]] LoadedSettings read_settings(const std::filesystem::path&);
[[nodiscard]] std::string settings_text(const Settings&);
/// Makes the folder and writes atomically. Throws FileError. An empty path: nothing is written.
void write_settings(const Settings&, const std::filesystem::path&);

} // namespace app
