#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace app {

/// The settings that are kept between two runs.
struct Settings {
    std::string theme;                            ///< of the window and the map: article or dark; empty: the scenario's
    std::string names;                            ///< en, ko, ja, zh or fr; empty: the scenario's
    double ui_scale = 0;                          ///< 0.5 to 4; 0: the display's
    int window_width = 1280, window_height = 800; ///< pixels, 320 to 16384
    bool maximised = false;                       ///< kept in the file, not used by the window yet
    bool hints_seen = false;
    std::map<std::string, bool> panels; ///< open or not, by the panel's name
    std::map<std::string, bool> layers; ///< shown or not, by the layer's name: those that the user has switched
    /// Sizes of the panels in logical pixels, 100 to 8192; 0: chosen by the window's size.
    int left_width = 0, right_width = 0, timeline_height = 0;
    std::string open_folder, export_folder; ///< the dialogs begin in these; empty: the current folder
    std::vector<std::string> recent_files;  ///< newest first, 10 at most
    [[nodiscard]] friend bool operator==(const Settings&, const Settings&) = default;

    void add_recent(const std::string& scenario); ///< moves the scenario to the front of recent_files
};

/// $XDG_CONFIG_HOME/theatrum/settings.toml (~/.config/...); empty when there is no home.
[[nodiscard]] std::filesystem::path settings_file();
/// $XDG_STATE_HOME/theatrum/layout.ini (~/.local/state/...); empty when there is no home. The window
/// does not use this file yet.
[[nodiscard]] std::filesystem::path layout_file();

struct LoadedSettings {
    Settings settings;
    std::vector<std::string> complaints; ///< a sentence for each value that was replaced by its default
};
/// Reads settings; never throws. A missing file gives the defaults, a damaged one the defaults and a complaint.
[[nodiscard]] LoadedSettings read_settings(const std::filesystem::path&);
[[nodiscard]] std::string settings_text(const Settings&);
/// Creates the folder and writes the file atomically. Does nothing for an empty path. Throws FileError.
void write_settings(const Settings&, const std::filesystem::path&);

} // namespace app
