#pragma once

#include "app/cli/command_line.hpp"

/// One function a command: takes what follows the command's name, returns the exit code, throws UsageError or
/// FileError. The describe functions make the parser alone, for help.
namespace app {

[[nodiscard]] int run_export(const Arguments&);
[[nodiscard]] int run_state(const Arguments&);
[[nodiscard]] int run_check(const Arguments&);
[[nodiscard]] int run_new(const Arguments&);
[[nodiscard]] int run_listen(const Arguments&);
/// Opens the window; a build without one, or a machine without a display, writes the map beside the caller and says so.
[[nodiscard]] int run_view(const Arguments&);

/// The file that a map goes to where no window can be opened: NAME.png in the current folder.
[[nodiscard]] std::string map_beside_caller(const std::string& scenario);

[[nodiscard]] std::string export_help();
[[nodiscard]] std::string state_help();
[[nodiscard]] std::string check_help();
[[nodiscard]] std::string new_help();
[[nodiscard]] std::string listen_help();
#ifdef THEATRUM_WINDOW
[[nodiscard]] std::string view_help();
#endif

} // namespace app
