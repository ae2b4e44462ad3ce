#pragma once

#include "assets/schema/column.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Appends a row to a file of columns, in the file's own separator, columns, line ends and encoding.
namespace app {

/// A value and the column that it belongs to.
struct RowValue {
    std::string_view column;
    std::string text; ///< control characters become spaces; an empty one is not written
};
/// The columns of a file's header line, in order; null for a column that the reader does not know.
using HeaderColumns = std::vector<const assets::ColumnInfo*>;

[[nodiscard]] bool has_column(const HeaderColumns&, std::string_view name);

/// The bytes of a file with one more row. `known`: the columns of this kind of file; must outlive the call. `values`
/// is asked for the row's values once the header is known. An empty file gets the line `new_header` first. Throws
/// UsageError with a sentence for the user: a value has no column (unless it is the default of that column), or cannot
/// be written in the file's encoding.
[[nodiscard]] std::string with_row(const std::string& bytes, const std::string& file_name,
                                   std::span<const assets::ColumnInfo> known, const std::string& new_header,
                                   const std::function<std::vector<RowValue>(const HeaderColumns&)>& values);

/// The line on which the last row begins; 1 is the header.
[[nodiscard]] int last_row_line(const std::string& bytes);

} // namespace app
