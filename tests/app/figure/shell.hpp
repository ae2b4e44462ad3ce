#pragma once

#include "app/figure/export_request.hpp"
#include "tests/app/session/scratch.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace figure_test {

/// The words into which a real shell splits a command.
[[nodiscard]] std::vector<std::string> shell_words(const std::string& command);

/// The options of a copied command, by their long names.
[[nodiscard]] app::OptionValues option_values(const std::string& command);

/// A positions file of three ships, alpha, bravo and charlie, with a fix every six hours from 1 to 10 May 2024. Unlike
/// the ships of the built-in scenario, these have trails.
[[nodiscard]] std::filesystem::path moving_ships(const session_test::Scratch&);

} // namespace figure_test
