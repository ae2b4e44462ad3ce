#pragma once

#include "assets/formats/text/table_rows.hpp"
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
[[nodiscard]] TableHeader find_header(const Table&, std::span<const ColumnInfo>);

/// Whether a row near the beginning is the header of a table of positions: it names `from` and a column that gives a
/// place. `positions`: the columns of such tables.
[[nodiscard]] bool has_positions_header(const Table&, std::vector<ColumnInfo> positions);

} // namespace assets
