#pragma once

#include <filesystem>
#include <string_view>

#include <toml++/toml.h>

namespace geo {

/// The most parts that a dotted key or a table's heading can have in parse_toml(). toml++ builds and destroys nested
/// tables by recursion, so that a key of thousands of parts would overflow the stack.
constexpr int most_toml_key_parts = 32;

/// Parses TOML text of any origin. Throws toml::parse_error, also for a key of more than `most_toml_key_parts` parts.
[[nodiscard]] toml::table parse_toml(std::string_view text);

/// Reads a TOML file. Throws ReadError with the file and the line.
[[nodiscard]] toml::table read_toml(const std::filesystem::path&);

} // namespace geo
