#pragma once

#include "app/cli/command_line.hpp"

/// A run function for each command takes the arguments after the command's name and returns the exit code; it throws
/// UsageError or FileError. A help function for each command returns its help text.
namespace app {

/// Writes to standard output. Throws FileError when not all of the text can be written.
void print(const std::string& text);

/// Adds the argument SCENARIO, with the same words in the help of every command.
CLI::Option* add_scenario(CLI::App&, std::string& scenario);

[[nodiscard]] int run_export(const Arguments&);
[[nodiscard]] int run_state(const Arguments&);
[[nodiscard]] int run_compare(const Arguments&);
[[nodiscard]] int run_check(const Arguments&);
[[nodiscard]] int run_new(const Arguments&);
[[nodiscard]] int run_listen(const Arguments&);
[[nodiscard]] int run_report(const Arguments&);
[[nodiscard]] int run_route(const Arguments&);
/// Opens the window. Without a display, or in a build without the window, writes the map to the current folder and
/// prints its name.
[[nodiscard]] int run_view(const Arguments&);

/// The file that run_view() writes the map to when it cannot open a window: NAME.png in the current folder.
[[nodiscard]] std::string map_file_name(const std::string& scenario);

[[nodiscard]] std::string export_help();
[[nodiscard]] std::string state_help();
[[nodiscard]] std::string compare_help();
[[nodiscard]] std::string check_help();
[[nodiscard]] std::string new_help();
[[nodiscard]] std::string listen_help();
[[nodiscard]] std::string report_help();
[[nodiscard]] std::string route_help();
#ifdef THEATRUM_WINDOW
[[nodiscard]] std::string view_help();
#endif

} // namespace app
