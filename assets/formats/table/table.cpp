#include "assets/formats/table/table.hpp"

#include "assets/formats/table/known_tables.hpp"
#include "assets/formats/text/csv.hpp"
#include "assets/formats/text/decode.hpp"
#include "assets/model/values/time_forms.hpp"

#include <algorithm>
#include <array>

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

namespace {

/// The file as UTF-8, with a note about its encoding. Adds an error and returns nothing if it is not text.
std::optional<std::string> text_of(Reading& reading, const InputFile& input) {
    constexpr std::size_t most_bytes = std::size_t{2} << 30;
    constexpr std::size_t most_line_bytes = std::size_t{1} << 20;
    auto bytes = read_whole(reading, input, {most_bytes, most_line_bytes});
    if (!bytes) return std::nullopt;
    const std::uint16_t file = reading.file_index(input.name);
    DecodeError error;
    auto decoded = decode_text(std::move(*bytes), error, reading.encoding);
    if (!decoded) {
        ++reading.unreadable_files;
        const auto read_key = error.message.find("under [read]");
        if (read_key != std::string::npos)
            error.message.insert(read_key + std::string_view{"under [read]"}.size(), " in " + reading.settings_name);
        reading.findings.error(error.of_encoding ? code::unknown_encoding : code::syntax, {file, error.line},
                               std::move(error.message));
        return std::nullopt;
    }
    if (!decoded->encoding.empty())
        reading.findings.note(code::encoding, {file},
                              fmt::format("is not UTF-8; it was read as {}", decoded->encoding));
    return std::move(decoded->utf8);
}

/// "; 'ais_pos_timestamp' may be it: name it from", for the first heading that is not read and whose key has one of
/// these parts; empty if there is none.
std::string likely_heading(const TableHeader& header, std::initializer_list<std::string_view> parts,
                           std::string_view column) {
    for (const std::string_view part : parts)
        for (std::size_t i = 0; i < header.names.size(); ++i)
            if (!header.matches[i].column && column_key(header.names[i]).find(part) != std::string::npos)
                return fmt::format("; {} may be it: name it {}", in_quotes(header.names[i]), column);
    return {};
}

/// Whether a header names a column that says which asset a row is of.
bool names_assets(const TableHeader& header, std::span<const ColumnInfo> columns) {
    constexpr std::array identifying{std::string_view{"asset"}, std::string_view{"mmsi"}, std::string_view{"icao"},
                                     std::string_view{"uid"},   std::string_view{"imo"},  std::string_view{"name"}};
    return std::ranges::any_of(header.matches, [&](const HeaderMatch& match) {
        return match.column && std::ranges::find(identifying, columns[*match.column].name) != identifying.end();
    });
}

/// Reports what is doubtful about a header. False if a required column is missing.
bool check_header(Reading& reading, const TableHeader& header, std::uint16_t file, std::span<const ColumnInfo> columns,
                  bool is_known, TableKind kind) {
    const auto spot = [&](std::string_view field) {
        return Spot{file, header.line, std::string{field}, {}, {}};
    };
    if (header.rows_above > 0)
        reading.findings.note(
            code::header_found, spot({}),
            fmt::format("is the header; {} above it {} not read",
                        header.rows_above == 1 ? "the row" : fmt::format("{} rows", header.rows_above),
                        header.rows_above == 1 ? "is" : "are"));
    for (std::size_t i = 0; i < header.matches.size(); ++i) {
        const HeaderMatch& match = header.matches[i];
        if (match.is_twice) {
            const auto other = static_cast<std::size_t>(
                std::find_if(header.matches.begin(), header.matches.end(),
                             [&](const HeaderMatch& m) { return m.column == match.column && !m.is_twice; }) -
                header.matches.begin());
            const bool same = column_key(header.names[other]) == column_key(header.names[i]);
            reading.findings.error(code::duplicate, spot(header.names[i]),
                                   same ? std::string{"appears twice in the header"}
                                        : fmt::format("gives the same column as {}, {}; remove or rename one of them",
                                                      in_quotes(header.names[other]), columns[*match.column].name));
        } else if (!match.column && !header.names[i].empty() && !is_known) {
            const std::string key = column_key(header.names[i]);
            const bool is_number_of_row = kind == TableKind::MayBeKnown && key.ends_with("id"); // not a slip for uid
            const bool is_slip =
                !is_number_of_row && std::ranges::any_of(key, [](char c) { return c >= 'a' && c <= 'z'; });
            reading.findings.warning(code::unknown_column, spot(header.names[i]),
                                     "is not a known column, so it is ignored" +
                                         (is_slip ? did_you_mean(key, names_of(columns)) : std::string{}));
        }
    }
    bool complete = true;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!columns[i].required || header.has(i)) continue;
        complete = false;
        reading.findings.error(code::missing_column, spot(columns[i].name),
                               "the required column is missing" +
                                   (columns[i].shape == Shape::Time
                                        ? likely_heading(header, {"time", "date", "seen", "day"}, columns[i].name)
                                        : std::string{}));
    }
    if (kind == TableKind::MayBeKnown && !names_assets(header, columns)) {
        complete = false;
        reading.findings.error(
            code::missing_column, spot("asset"),
            "no column says which asset a row is of: asset, mmsi, icao, uid, imo or name" +
                likely_heading(header,
                               {"ship", "vessel", "unit", "name", "aircraft", "callsign", "flight", "track", "id"},
                               "asset"));
    }
    return complete;
}

/// A date and its clock as one text: spreadsheets export a date alone as midnight.
std::string with_clock(std::string date, const std::string& clock, DateOrder order) {
    if (clock.empty()) return date;
    if (date.empty()) return clock;
    for (const std::string_view midnight : {" 00:00:00", "T00:00:00", " 0:00:00", " 00:00", " 0:00"})
        if (date.ends_with(midnight)) {
            date.resize(date.size() - midnight.size());
            break;
        }
    const bool is_serial = order == DateOrder::Serial || order == DateOrder::Serial1904;
    if (is_serial && clock.starts_with("0.") && date.find('.') == std::string::npos) return date + clock.substr(1);
    if (!is_serial && !spreadsheet_date(date).empty()) return date; // the error names the key that accepts it
    return date + ' ' + clock;
}

/// Reports values of a sheet in columns without a heading; true if there are values beyond the header of a text file,
/// which has then been misread.
bool report_extra(Reading& reading, const TableHeader& header, const std::vector<std::string>& fields, Spot spot,
                  const Table& table) {
    const std::size_t columns_read = std::min(fields.size(), header.matches.size());
    if (table.is_sheet()) {
        for (std::size_t i = 0; i < fields.size(); ++i)
            if (!fields[i].empty() && (i >= columns_read || header.names[i].empty())) {
                spot.field = column_letters(i);
                reading.findings.warning(code::unknown_column, spot,
                                         "the column has no heading, so its values are ignored");
            }
        return false;
    }
    if (!std::any_of(fields.begin() + static_cast<std::ptrdiff_t>(columns_read), fields.end(),
                     [](const std::string& f) { return !f.empty(); }))
        return false;
    reading.findings.error(code::syntax, spot,
                           fmt::format("there are {} values but {} columns in the header; put quotes around a value "
                                       "that holds a {}",
                                       fields.size(), header.matches.size(), separator_name(header.separator)));
    return true;
}

/// Whether a text stands for a missing number in the tables of programs.
bool means_missing(std::string_view text) {
    constexpr std::size_t longest = 4;
    if (text.empty() || text.size() > longest || (text.front() >= '0' && text.front() <= '9')) return false;
    constexpr std::array words{std::string_view{"nan"}, std::string_view{"null"}, std::string_view{"none"},
                               std::string_view{"n/a"}, std::string_view{"na"}};
    return text == "-" || text == "--" || std::ranges::find(words, column_key(text)) != words.end();
}

/// The columns of a lone table in which such words are read.
std::vector<std::size_t> number_columns(std::span<const ColumnInfo> columns, TableKind kind) {
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; kind == TableKind::MayBeKnown && i < columns.size(); ++i)
        if (columns[i].shape == Shape::Number || columns[i].shape == Shape::Whole) indices.push_back(i);
    return indices;
}

/// Reports cells of a sheet that cannot be used. True if the row cannot be read without them.
bool report_problems(Reading& reading, const TableHeader& header, const TableRows& rows, std::uint16_t file) {
    bool found = false;
    for (const auto& [index, problem] : rows.problems()) {
        if (index >= header.matches.size() || !header.matches[index].column) continue;
        found = true;
        reading.findings.error(code::cell_error, {file, rows.line(), header.names[index]},
                               fmt::format("the cell {}{} {}", column_letters(index), rows.line(), problem));
    }
    return found;
}

} // namespace

std::string column_letters(std::size_t index) {
    constexpr std::size_t letters = 26;
    std::string text;
    for (std::size_t n = index + 1; n > 0; n = (n - 1) / letters)
        text.insert(text.begin(), static_cast<char>('A' + (n - 1) % letters));
    return text;
}

void read_table(Reading& reading, const InputFile& input, std::span<const ColumnInfo> columns,
                const std::function<void(const Record&)>& row, TableKind kind) {
    std::optional<std::string> text;
    std::optional<CsvText> csv_text;
    if (!input.table) {
        text = text_of(reading, input);
        if (!text) return;
        csv_text.emplace(*text);
    }
    const Table& table = input.table ? *input.table : *csv_text;
    const std::uint16_t file = reading.file_index(input.name);
    constexpr std::size_t most_columns = 1'000;
    TableHeader header = find_header(table, columns);
    if (header.names.size() > most_columns) {
        ++reading.unreadable_files;
        reading.findings.error(
            code::too_large, {file, header.line},
            fmt::format("there are {} columns; at most {} are read", header.names.size(), most_columns));
        return;
    }
    for (std::string& name : header.names)
        admit_text(name, reading.findings, {file, header.line});
    const auto known = kind == TableKind::MayBeKnown ? KnownTable::recognise(header, columns) : nullptr;
    if (known) header.matches = known->matches();
    const auto csv = table.rows(header.separator);
    std::vector<std::string> fields;
    for (int i = 0; i <= header.rows_above; ++i)
        (void)csv->next(fields);
    const bool is_readable = csv->error().empty();
    const bool is_complete =
        header.names.empty() || !is_readable || check_header(reading, header, file, columns, known != nullptr, kind);
    if (header.names.empty() && is_readable)
        reading.findings.error(code::missing_column, {file}, "is empty; the first line must name the columns");
    if (!is_complete || header.names.empty()) ++reading.unreadable_files;

    Record record{columns, file};
    record.numbers = NumberReader{table, csv->separator()};
    for (const HeaderMatch& match : header.matches)
        if (match.column && match.is_utc) record.set_utc(*match.column);
    if (known) reading.findings.note(code::known_table, {file, header.line}, known->note());
    const DateOrder dates = reading.scenario.dates;
    if (known && dates == DateOrder::IsoOnly) reading.scenario.dates = known->dates();
    std::map<std::string_view, std::size_t> left_out;
    const auto numbers = number_columns(columns, kind);
    while (csv->next(fields)) {
        ++reading.records;
        const std::size_t columns_read = std::min(fields.size(), header.matches.size());
        const bool has_extra = report_extra(reading, header, fields, {file, csv->line()}, table);
        const bool has_problems = report_problems(reading, header, *csv, file);
        if (has_extra || has_problems || !is_complete) {
            ++reading.rejected;
            continue;
        }
        const auto errors_before = reading.findings.errors();
        record.begin(csv->line());
        bool has_clock = false;
        for (std::size_t i = 0; i < columns_read; ++i) {
            const HeaderMatch& match = header.matches[i];
            has_clock = has_clock || match.is_clock;
            if (match.column)
                admit_text(fields[i], reading.findings, {file, csv->line(), std::string{columns[*match.column].name}});
            if (match.column && !match.is_clock && !match.is_twice) record.set(*match.column, std::move(fields[i]));
        }
        for (std::size_t i = 0; has_clock && i < columns_read; ++i)
            if (const auto& match = header.matches[i]; match.is_clock)
                record.set(*match.column, with_clock(record.text(*match.column), fields[i], reading.scenario.dates));
        for (const std::size_t i : numbers) {
            if (!means_missing(record.text(i))) continue;
            reading.tally(record, columns[i].name, code::read_as,
                          fmt::format("{} is read as missing", in_quotes(record.text(i))), "");
            record.set(i, {});
        }
        if (known) {
            const std::string_view reason = known->complete(record, fields);
            if (!reason.empty()) {
                ++left_out[reason];
                continue;
            }
        }
        row(record);
        if (reading.findings.errors() > errors_before) ++reading.rejected;
    }
    reading.scenario.dates = dates;
    for (const auto& [reason, count] : left_out)
        reading.findings.note(code::left_out, {file},
                              fmt::format("{} {} {} left out", count, count == 1 ? "row" : "rows", reason));
    if (!csv->error().empty()) {
        ++reading.unreadable_files;
        reading.findings.error(code::syntax, {file, csv->error_line()}, csv->error());
    }
}

} // namespace assets
