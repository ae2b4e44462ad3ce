#include "app/session/files/table_row.hpp"

#include "app/base/errors.hpp"
#include "assets/formats/text/csv.hpp"
#include "assets/formats/text/decode.hpp"
#include "assets/formats/text/quote.hpp"
#include "assets/model/values/utf8.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace app {

namespace {

HeaderColumns columns_of(const std::vector<std::string>& header, std::span<const assets::ColumnInfo> known) {
    HeaderColumns columns;
    for (const auto& match : assets::match_header(header, known))
        columns.push_back(match.column && !match.is_clock ? &known[*match.column] : nullptr);
    return columns;
}

HeaderColumns::const_iterator find(const HeaderColumns& columns, std::string_view name) {
    return std::find_if(columns.begin(), columns.end(), [&](const auto* c) { return c != nullptr && c->name == name; });
}

/// Replaces control characters by spaces and trims the ends, because a row must be a single line.
std::string one_line(std::string_view text) {
    std::string line;
    for (const char c : text)
        line += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    const auto first = line.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return line.substr(first, line.find_last_not_of(' ') - first + 1);
}

std::string_view line_end_of(std::string_view bytes) {
    const auto at = bytes.find_first_of("\r\n");
    if (at == std::string_view::npos || bytes[at] == '\n') return "\n";
    return bytes.substr(at, 2) == "\r\n" ? "\r\n" : "\r";
}

/// Encodes the part of Windows-1252 that is Latin-1. The rest, mostly quotation marks, would need a table.
std::string to_windows_1252(const std::string& utf8, const std::string& file_name) {
    std::string bytes;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto lead = static_cast<unsigned char>(utf8[i]);
        if (lead < 0x80) {
            bytes += utf8[i];
        } else if ((lead == 0xC2 || lead == 0xC3) && i + 1 < utf8.size()) {
            const auto next = static_cast<unsigned char>(utf8[++i]);
            const unsigned code_point = ((lead & 0x1FU) << 6) | (next & 0x3FU);
            if (code_point < 0xA0)
                throw UsageError{file_name + ": the report has a control character that cannot be written; remove it"};
            bytes += static_cast<char>(code_point);
        } else {
            throw UsageError{file_name +
                             " is Windows-1252, which lacks a character of this report; save it as UTF-8 first"};
        }
    }
    return bytes;
}

bool is_number(const assets::ColumnInfo& column) {
    return column.shape == assets::Shape::Number || column.shape == assets::Shape::Whole;
}

/// Whether the file writes numbers as 35,28. The new row must do the same, or a spreadsheet would read them as text.
bool writes_decimal_commas(assets::CsvReader& csv, const HeaderColumns& columns) {
    if (csv.separator() != ';') return false;
    int commas = 0, dots = 0;
    for (std::vector<std::string> row; csv.next(row);)
        for (std::size_t i = 0; i < std::min(row.size(), columns.size()); ++i) {
            if (columns[i] == nullptr || !is_number(*columns[i])) continue;
            commas += row[i].find(',') != std::string::npos ? 1 : 0;
            dots += row[i].find('.') != std::string::npos ? 1 : 0;
        }
    return commas > dots;
}

} // namespace

bool has_column(const HeaderColumns& columns, std::string_view name) {
    return find(columns, name) != columns.end();
}

std::string with_row(const std::string& bytes, const std::string& file_name, std::span<const assets::ColumnInfo> known,
                     const std::string& new_header,
                     const std::function<std::vector<RowValue>(const HeaderColumns&)>& values) {
    std::string text = bytes.empty() ? new_header : bytes;
    assets::DecodeError error;
    const auto decoded = assets::decode_text(text, error);
    if (!decoded) throw UsageError{file_name + " " + error.message};
    const bool is_windows_1252 = decoded->encoding == assets::windows_1252_name;
    if (!decoded->encoding.empty() && !is_windows_1252)
        throw UsageError{fmt::format("{} is {}; save it as UTF-8 before rows are added", file_name, decoded->encoding)};
    assets::CsvReader csv{decoded->utf8};
    std::vector<std::string> header;
    if (!csv.next(header)) throw UsageError{file_name + " has no header line; its first line must name the columns"};
    const HeaderColumns columns = columns_of(header, known);
    const bool decimal_commas = writes_decimal_commas(csv, columns);

    std::vector<std::string> cells(header.size());
    for (auto& value : values(columns)) {
        value.text = one_line(value.text);
        if (value.text.empty()) continue;
        if (!assets::is_valid_utf8(value.text)) throw UsageError{"the report holds text that is not UTF-8"};
        const auto column = find(columns, value.column);
        if (column == columns.end()) {
            const auto column_info = std::ranges::find(known, value.column, &assets::ColumnInfo::name);
            if (value.text == column_info->default_text) continue; // the default of a missing column
            throw UsageError{fmt::format("{} has no column '{}'; add it to the header line or leave the field empty",
                                         file_name, value.column)};
        }
        if (decimal_commas && is_number(**column)) std::replace(value.text.begin(), value.text.end(), '.', ',');
        cells[static_cast<std::size_t>(column - columns.begin())] = value.text;
    }
    const std::string separator{csv.separator()};
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i)
        row += (i == 0 ? "" : separator) + assets::csv_cell(cells[i], separator);
    if (is_windows_1252) row = to_windows_1252(row, file_name);

    const std::string line_end{line_end_of(text)};
    if (text.back() != '\n' && text.back() != '\r') text += line_end;
    return text + row + line_end;
}

int last_row_line(const std::string& bytes) {
    assets::DecodeError error;
    const auto decoded = assets::decode_text(bytes, error);
    if (!decoded) return 0;
    assets::CsvReader csv{decoded->utf8};
    int line = 0;
    for (std::vector<std::string> row; csv.next(row);)
        line = csv.line();
    return line;
}

} // namespace app
