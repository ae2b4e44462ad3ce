#pragma once

#include "app/figure/export_request.hpp"
#include "tests/app/session/scratch.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace figure_test {

/// The words that a real shell makes of a command.
[[nodiscard]] std::vector<std::string> shell_words(const std::string& command);

/// The options of a copied command, by the names that the table has for them.
[[nodiscard]] app::OptionValues option_values(const std::string& command);

/// A positions file of three ships, alpha, bravo and charlie, that report every six hours of 1 to 10 May 2024: unlike
/// those of the built-in scenario they have trails.
[[nodiscard]] std::filesystem::path moving_ships(const session_test::Scratch&);

} // namespace figure_test
