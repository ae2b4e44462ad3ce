#pragma once

#include "assets/schema/schema.hpp"

#include <string>

namespace assets {

/// The columns of every file, with what their values look like, as text for a terminal.
[[nodiscard]] std::string columns_help(const Schema& = schema());
/// The files of a scenario, and the keys of scenario.toml.
[[nodiscard]] std::string files_help(const Schema& = schema());

} // namespace assets
