#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace assets {

/// Gives the characters of a UTF-8 text that the fonts of maps lack. The program hands it to readers and feeds, which
/// know no fonts. Empty: every character counts as drawn.
using MissingCharacters = std::function<std::vector<char32_t>(std::string_view)>;

/// "U+1F6A2 has no glyph in the fonts of maps". Names the first five characters and counts the others.
[[nodiscard]] std::string no_glyph_words(const std::vector<char32_t>&);
/// Removes these characters from valid UTF-8, then the spaces at both ends. Does nothing if no characters are given.
void remove_characters(std::string& utf8, const std::vector<char32_t>&);

} // namespace assets
