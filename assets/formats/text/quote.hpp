#pragma once

#include <string>
#include <string_view>

namespace assets {

/// UTF-8 without NUL. Bytes that are no UTF-8 become U+FFFD: one of them would have a whole file read as Windows-1252.
[[nodiscard]] std::string clean(std::string_view);
/// A value of a CSV row, cleaned, in quotes where it holds a separator, a quote or a line break, or where a reader
/// would trim it. A text that a spreadsheet takes for a formula stays as it is: the files are evidence.
[[nodiscard]] std::string csv_cell(std::string_view, std::string_view separators = ",;\t");
/// A string of TOML and of JSON alike, cleaned, with its quotes.
[[nodiscard]] std::string string_literal(std::string_view);

} // namespace assets
