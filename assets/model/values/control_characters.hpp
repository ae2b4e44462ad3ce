#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace assets {

/// The characters of a UTF-8 text that no map prints and that a terminal may obey, each once, in their order: the
/// controls U+0000 to U+001F but tab and line ends, U+007F to U+009F, and the noncharacters of Unicode (chapter 23.7).
[[nodiscard]] std::vector<char32_t> control_characters(std::string_view utf8);

/// The text with U+FFFD in the place of each control character, tabs and carriage returns among them. For terminals: a
/// path or a message may hold what somebody else wrote.
[[nodiscard]] std::string visible(std::string_view utf8);

/// "U+001B, U+0007". Names the first five characters and counts the others.
[[nodiscard]] std::string code_points(const std::vector<char32_t>&);

} // namespace assets
