#pragma once

#include "app/base/data_folders.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// The window, for the command line. This header includes neither SFML nor Dear ImGui.
namespace app {

struct WindowOptions {
    std::string scenario = "builtin:canada-2024";
    std::optional<std::string> at, theme;    ///< as typed
    std::optional<std::pair<int, int>> size; ///< pixels
    std::optional<double> ui_scale;          ///< instead of the scale of the display
    std::optional<double> measure_s;         ///< moves the map for so many seconds, prints the measurements and ends
    std::vector<std::string> feeds;          ///< URLs to listen to
    std::optional<std::string> session_log;  ///< file for SessionLog
};

/// Why no window can be opened, as half a sentence ("DISPLAY is not set"); empty when one can.
[[nodiscard]] std::string window_problem();

/// Opens the window and returns when it is closed. Throws UsageError when the scenario cannot be shown or an option is
/// wrong, and FileError when there is no display or its graphics driver is too old.
void run_window(const WindowOptions&, const DataFolders&);

} // namespace app
