#pragma once

#include "app/base/data_folders.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// The window. Names neither SFML nor Dear ImGui: for the command line.
namespace app {

struct WindowOptions {
    std::string scenario = "builtin:canada-2024";
    std::optional<std::string> at, theme;    ///< as typed
    std::optional<std::pair<int, int>> size; ///< pixels
    std::optional<double> ui_scale;          ///< instead of what the display says
    std::optional<double> measure_s;         ///< drive the map for so long, print the figures, end
    std::vector<std::string> feeds;          ///< URLs to listen to
    std::optional<std::string> session_log;  ///< file that gets a line of JSON a change
};

/// Why no window can be opened: a sentence; empty when one can.
[[nodiscard]] std::string window_problem();

/// Opens the window and returns when it is closed. Throws UsageError (a scenario that cannot be shown, a bad option)
/// and FileError (the graphics driver is too old).
void run_window(const WindowOptions&, const DataFolders&);

} // namespace app
