#pragma once

#include <filesystem>

#include <toml++/toml.h>

namespace geo {

/// A TOML file that is shipped with the program. Throws ReadError naming file and line.
[[nodiscard]] toml::table read_toml(const std::filesystem::path&);

} // namespace geo
