#include "assets/formats/table/header.hpp"

#include <algorithm>

namespace assets {
namespace {

constexpr int most_rows_above = 40;
constexpr std::ptrdiff_t least_columns = 3; ///< of a header below other rows

bool has_required(const TableHeader& header, std::span<const ColumnInfo> columns) {
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].required && !header.has(i)) return false;
    return true;
}

TableHeader header_of(const TableRows& rows, std::vector<std::string> row, std::span<const ColumnInfo> columns) {
    TableHeader header{.names = std::move(row), .line = rows.line(), .separator = rows.separator()};
    header.matches = match_header(header.names, columns);
    return header;
}

} // namespace

bool TableHeader::has(std::size_t column) const {
    return std::any_of(matches.begin(), matches.end(), [&](const HeaderMatch& m) { return m.column == column; });
}

TableHeader find_header(const Table& table, std::span<const ColumnInfo> columns) {
    const auto rows = table.rows();
    std::vector<std::string> row;
    if (!rows->next(row)) return {.separator = rows->separator()};
    TableHeader first = header_of(*rows, std::move(row), columns);
    if (has_required(first, columns)) return first;
    for (const char separator : table.separators()) {
        const auto below = table.rows(separator);
        for (int above = 0; above <= most_rows_above && below->next(row); ++above) {
            TableHeader header = header_of(*below, row, columns);
            header.rows_above = above;
            const auto known = std::count_if(header.matches.begin(), header.matches.end(),
                                             [](const HeaderMatch& m) { return m.column && !m.is_twice; });
            if (known >= least_columns && has_required(header, columns)) return header;
        }
    }
    return first;
}

bool has_positions_header(const Table& table, std::vector<ColumnInfo> positions) {
    for (ColumnInfo& column : positions)
        column.required = column.name == "from";
    const TableHeader header = find_header(table, positions);
    const auto has = [&](std::string_view name) {
        return std::any_of(header.matches.begin(), header.matches.end(),
                           [&](const auto& match) { return match.column && positions[*match.column].name == name; });
    };
    return has("from") &&
           ((has("lon") && has("lat")) || has("position") || has("place") || has("area") || has("at_asset"));
}

} // namespace assets
