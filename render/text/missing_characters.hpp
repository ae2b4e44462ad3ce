#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace render {

/// The characters of the text for which no font of maps has a glyph, each once, in their order. Characters that are
/// never drawn (controls, joiners, marks of direction) are not among them. Thread-safe. Throws std::runtime_error when
/// a font is missing.
[[nodiscard]] std::vector<char32_t> missing_characters(std::string_view utf8);

} // namespace render
