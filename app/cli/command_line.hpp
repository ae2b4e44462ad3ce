#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace app {

using Arguments = std::vector<std::string>;

/// Commands of this version, in the order of `help`.
[[nodiscard]] const std::vector<std::string>& command_names();

/// Parses strictly: throws UsageError for an unknown option (naming the nearest), a missing value or argument.
void parse(CLI::App&, const Arguments&);

/// The help of one command, or of the program when empty. Throws UsageError for an unknown command.
[[nodiscard]] std::string help_text(const std::string& command);

/// Runs the program: the first word is a command, else a scenario to look at. Returns the exit code.
[[nodiscard]] int run(const Arguments&);

} // namespace app
