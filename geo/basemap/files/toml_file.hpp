#pragma once

#include <filesystem>

#include <toml++/toml.h>

namespace geo {

/// Reads a TOML file of the data folder. Throws ReadError with the file and the line.
[[nodiscard]] toml::table read_toml(const std::filesystem::path&);

} // namespace geo
