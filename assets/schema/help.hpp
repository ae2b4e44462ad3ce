#pragma once

#include "assets/schema/schema.hpp"

#include <string>

namespace assets {

/// The columns of every file and the values they take, as text for a terminal.
[[nodiscard]] std::string columns_help(const Schema& = schema());
/// The files of a scenario and the keys of scenario.toml, as text for a terminal.
[[nodiscard]] std::string files_help(const Schema& = schema());

} // namespace assets
