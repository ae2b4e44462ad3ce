#pragma once

#include <string>

namespace app {

/// The bytes of an .xlsx file with the example: a sheet for each table, with its headings, lists of words to choose
/// from and a first row that stays in view; a sheet of settings; and sheets that explain the columns and the words.
/// Always the same bytes. Throws FileError.
[[nodiscard]] std::string starter_spreadsheet();

} // namespace app
