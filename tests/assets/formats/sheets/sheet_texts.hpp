#pragma once

#include <cstddef>
#include <limits>
#include <string>

namespace sheets_test {

[[nodiscard]] std::string fixture_bytes(const std::string& name); ///< of tests/fixtures/sheets

/// The sheets of a spreadsheet in lines: `sheet NAME`, its notes, and `ROW: CELL | CELL` with problems in brackets.
/// Throws SheetError, and std::runtime_error for texts that are not UTF-8 and beyond `most_records`.
[[nodiscard]] std::string text_of(const std::string& bytes,
                                  std::size_t most_records = std::numeric_limits<std::size_t>::max());
[[nodiscard]] std::string fixture_text(const std::string& name);

} // namespace sheets_test
