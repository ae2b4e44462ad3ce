#include "assets/formats/reading/table.hpp"

#include "assets/formats/text/csv.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace assets {
namespace {

std::string_view separator_name(char separator) {
    return separator == ',' ? "comma" : separator == ';' ? "semicolon" : "tab";
}

} // namespace

std::string FieldCell::text() {
    return m_fields.record().text(m_column);
}

std::optional<double> FieldCell::number() {
    return m_fields.number(m_column);
}

std::optional<int> FieldCell::whole_number() {
    return m_fields.whole_number(m_column);
}

bool FieldCell::flag() {
    return m_fields.flag(m_column);
}

std::optional<std::size_t> FieldCell::word() {
    return m_fields.word(m_column);
}

std::vector<std::string> FieldCell::list() {
    return m_fields.list(m_column);
}

std::optional<TimeText> FieldCell::time(double utc_offset_h) {
    return m_fields.time(m_column, utc_offset_h);
}

std::vector<SourceIndex> FieldCell::sources() {
    return m_fields.sources(m_column);
}

std::vector<AssetIndex> FieldCell::assets() {
    return m_fields.assets(m_column);
}

void FieldCell::report_wrong_form(std::string_view hint) {
    m_fields.report_wrong_form(m_fields.record().info(m_column).name, hint);
}

void read_table(Reading& reading, const InputFile& input, std::span<const ColumnInfo> columns,
                const std::function<void(const Record&)>& row) {
    constexpr std::size_t most_bytes = std::size_t{2} << 30;
    constexpr std::size_t most_line_bytes = std::size_t{1} << 20;
    auto bytes = read_whole(reading, input, {most_bytes, most_line_bytes});
    if (!bytes) return;
    const Spot file_spot{reading.file_index(input.name)};
    std::string decoding_error;
    const auto decoded = decode_text(std::move(*bytes), decoding_error);
    if (!decoded) {
        ++reading.unreadable_files;
        reading.findings.error(code::syntax, file_spot, decoding_error);
        return;
    }
    if (decoded->was_windows_1252)
        reading.findings.note(code::encoding, file_spot, "is not UTF-8; it was read as Windows-1252");

    CsvReader csv{decoded->utf8};
    std::vector<std::string> fields;
    const bool has_header = csv.next(fields);
    const Spot header_spot{file_spot.file, has_header ? csv.line() : 0};
    for (std::string& field : fields)
        admit_text(field, reading.findings, header_spot);
    constexpr std::size_t most_columns = 1'000;
    if (fields.size() > most_columns) {
        ++reading.unreadable_files;
        reading.findings.error(code::too_large, header_spot,
                               fmt::format("there are {} columns; at most {} are read", fields.size(), most_columns));
        return;
    }
    const std::vector<std::string> header = fields;
    const auto matches = match_header(header, columns);
    std::vector<bool> present(columns.size(), false);
    for (std::size_t i = 0; i < matches.size(); ++i) {
        if (matches[i] && !present[*matches[i]]) {
            present[*matches[i]] = true;
        } else if (matches[i]) {
            Spot spot = header_spot;
            spot.field = header[i];
            reading.findings.error(code::duplicate, spot, "appears twice in the header");
        } else if (!header[i].empty()) {
            Spot spot = header_spot;
            spot.field = header[i];
            reading.findings.warning(code::unknown_column, spot,
                                     "is not a known column, so it is ignored" +
                                         did_you_mean(column_key(header[i]), names_of(columns)));
        }
    }
    bool lacks_column = false;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].required && has_header && csv.error().empty() && !present[i]) {
            Spot spot = header_spot;
            spot.field = columns[i].name;
            lacks_column = true;
            reading.findings.error(code::missing_column, spot, "the required column is missing");
        }
    }
    if (!has_header && csv.error().empty())
        reading.findings.error(code::missing_column, file_spot, "is empty; the first line must name the columns");

    Record record{columns, file_spot.file};
    record.decimal_comma = csv.separator() == ';';
    if (lacks_column || !has_header) ++reading.unreadable_files;
    while (csv.next(fields)) {
        ++reading.records;
        const std::size_t columns_read = std::min(fields.size(), matches.size());
        const bool has_extra = std::any_of(fields.begin() + static_cast<std::ptrdiff_t>(columns_read), fields.end(),
                                           [](const std::string& f) { return !f.empty(); });
        if (has_extra)
            reading.findings.error(
                code::syntax, {file_spot.file, csv.line()},
                fmt::format("there are {} values but {} columns in the header; put quotes around a value "
                            "that holds a {}",
                            fields.size(), matches.size(), separator_name(csv.separator())));
        if (has_extra || lacks_column) {
            ++reading.rejected;
            continue;
        }
        const auto errors_before = reading.findings.errors();
        record.begin(csv.line());
        for (std::size_t i = 0; i < columns_read; ++i)
            if (matches[i]) {
                const std::string_view column = columns[*matches[i]].name;
                admit_text(fields[i], reading.findings, {file_spot.file, csv.line(), std::string{column}});
                record.set(*matches[i], std::move(fields[i]));
            }
        row(record);
        if (reading.findings.errors() > errors_before) ++reading.rejected;
    }
    if (!csv.error().empty()) {
        ++reading.unreadable_files;
        reading.findings.error(code::syntax, {file_spot.file, csv.error_line()}, csv.error());
    }
}

} // namespace assets
