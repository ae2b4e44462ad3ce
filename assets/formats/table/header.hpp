#pragma once

#include "assets/schema/column.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace assets {

/// The header of a table: the row that names its columns.
struct TableHeader {
    std::vector<std::string> names{}; ///< empty: the table has no row
    std::vector<HeaderMatch> matches{};
    int line = 0;
    int rows_above = 0; ///< rows before it that are not blank: titles and remarks
    char separator = ',';

    [[nodiscard]] bool has(std::size_t column) const;
};

/// Finds the header: the first row, or, if columns that are required are missing there, the first of the rows below it
/// that has them and names at least three columns.
[[nodiscard]] TableHeader find_header(std::string_view utf8, std::span<const ColumnInfo>);

} // namespace assets
