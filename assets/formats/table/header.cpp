#include "assets/formats/table/header.hpp"

#include "assets/formats/text/csv.hpp"

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

TableHeader header_of(CsvReader& csv, std::vector<std::string> row, std::span<const ColumnInfo> columns) {
    TableHeader header{.names = std::move(row), .line = csv.line(), .separator = csv.separator()};
    header.matches = match_header(header.names, columns);
    return header;
}

} // namespace

bool TableHeader::has(std::size_t column) const {
    return std::any_of(matches.begin(), matches.end(), [&](const HeaderMatch& m) { return m.column == column; });
}

TableHeader find_header(std::string_view utf8, std::span<const ColumnInfo> columns) {
    CsvReader csv{utf8};
    std::vector<std::string> row;
    if (!csv.next(row)) return {.separator = csv.separator()};
    TableHeader first = header_of(csv, std::move(row), columns);
    if (has_required(first, columns)) return first;
    for (const char separator : {',', ';', '\t'}) {
        CsvReader below{utf8, separator};
        for (int above = 0; above <= most_rows_above && below.next(row); ++above) {
            TableHeader header = header_of(below, row, columns);
            header.rows_above = above;
            const auto known = std::count_if(header.matches.begin(), header.matches.end(),
                                             [](const HeaderMatch& m) { return m.column && !m.is_twice; });
            if (known >= least_columns && has_required(header, columns)) return header;
        }
    }
    return first;
}

} // namespace assets
