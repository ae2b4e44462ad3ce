#pragma once

#include <string>
#include <string_view>

namespace assets {

/// The text as UTF-8 without NUL. Invalid bytes become U+FFFD, because one of them would make a reader take the whole
/// file for Windows-1252.
[[nodiscard]] std::string clean(std::string_view);
/// A value for a CSV row: cleaned, and in quotes if it holds a separator, a quote or a line break or begins or ends
/// with a space. A text that a spreadsheet takes for a formula is not changed, because the files are evidence.
[[nodiscard]] std::string csv_cell(std::string_view, std::string_view separators = ",;\t");
/// A string literal that is valid in both TOML and JSON: cleaned, escaped and in quotes.
[[nodiscard]] std::string string_literal(std::string_view);

} // namespace assets
