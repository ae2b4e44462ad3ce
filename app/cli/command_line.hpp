#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace app {

using Arguments = std::vector<std::string>;

/// The names of the commands, in the order of `theatrum help`.
[[nodiscard]] const std::vector<std::string>& command_names();

/// Parses strictly: throws UsageError for an unknown option (suggesting a similar one), for a missing value and for a
/// missing or extra argument.
void parse(CLI::App&, const Arguments&);

/// The help of a command or topic; the overview if `name` is empty. Throws UsageError for an unknown name.
[[nodiscard]] std::string help_text(const std::string& name);

/// Runs the program. The first argument is a command, otherwise a scenario to show. Returns the exit code.
[[nodiscard]] int run(const Arguments&);

} // namespace app
