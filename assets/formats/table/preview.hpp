#pragma once

#include "assets/formats/text/table_rows.hpp"
#include "assets/model/values/instant.hpp"
#include "assets/schema/column.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace assets {

/// How a column of a table is read.
struct PreviewColumn {
    std::string heading;
    std::string_view field; ///< the name of the column that it is read as; empty: it is not read
    bool is_clock = false;  ///< it holds the clock of the dates of another column
    bool is_twice = false;  ///< another column gives the same one already
    std::string values{};   ///< what its values are read as: "dates 2024-07-31", "decimal commas"; empty for texts
};

/// How a table of positions is read, before anything is made of it.
struct TablePreview {
    std::vector<PreviewColumn> columns;          ///< empty: the table has no row
    std::vector<std::vector<std::string>> first; ///< the first rows
    std::size_t rows = 0;                        ///< below the header
    int header_line = 0;
    int rows_above = 0;   ///< of the header
    char separator = ','; ///< of values
    std::string note{};   ///< of a table whose publisher is known: what is derived
};

/// Looks at all rows for their number, and at the first ones for what their values are. `positions`: the columns of
/// tables of positions; must outlive the preview. `dates`: as [read] dates says.
[[nodiscard]] TablePreview preview_table(const Table&, std::span<const ColumnInfo> positions,
                                         DateOrder dates = DateOrder::IsoOnly);

} // namespace assets
