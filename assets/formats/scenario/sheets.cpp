#include "assets/formats/scenario/readers.hpp"
#include "assets/formats/sheets/sheet.hpp"
#include "assets/formats/table/header.hpp"
#include "assets/formats/text/quote.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assets {
namespace {

using Name = std::string_view;

constexpr Name settings_sheet = "scenario";
/// The sheets of the spreadsheet that `new` writes which explain the others and hold the words of their lists.
constexpr std::array explaining_sheets{Name{"columns"}, Name{"words"}};

/// `positions` for "Positions" and "positions.csv".
std::string table_name(const Sheet& sheet) {
    std::string name = column_key(sheet.name());
    constexpr Name extension = ".csv";
    if (name.ends_with(extension)) name.resize(name.size() - extension.size());
    return name;
}

const TableFile* table_of(const Sheet& sheet) {
    const auto found = std::ranges::find(table_files, Name{table_name(sheet)}, &TableFile::key);
    return found == table_files.end() ? nullptr : &*found;
}

/// Passes on what the helper has noticed in a sheet that is read. Merged titles above the header do no harm.
void report_notes(Reading& reading, const Sheet& sheet, std::uint16_t file, TableId table) {
    if (sheet.notes().empty()) return;
    const int header = find_header(sheet, reading.schema.table_columns_of(table)).line;
    for (const auto& note : sheet.notes()) {
        if (!note.is_warning)
            reading.findings.note(code::sheet_read_as, {file, note.row}, note.text);
        else if (note.row >= header)
            reading.findings.warning(code::merged_cells, {file, note.row}, note.text);
    }
}

// --- settings: keys and values ---

/// A key of scenario.toml: `time.start`, with its description.
struct SettingsKey {
    std::string path;
    ColumnInfo info;
};

/// All keys that a sheet can hold by their paths: those of tables that may occur once.
std::vector<SettingsKey> settings_keys(const Schema& schema) {
    std::vector<SettingsKey> keys;
    for (const auto& [header, infos] : schema.toml_tables()) {
        if (header.starts_with("[[")) continue;
        const std::string section{header.empty() ? header : header.substr(1, header.size() - 2)};
        for (const auto& info : infos)
            if (info.shape != Shape::Table && info.shape != Shape::Tables)
                keys.push_back(
                    {section.empty() ? std::string{info.name} : fmt::format("{}.{}", section, info.name), info});
    }
    return keys;
}

/// The key that a cell means: its path, or the last part of a path if no other key ends in it.
const SettingsKey* find_key(const std::vector<SettingsKey>& keys, const std::string& written) {
    const auto exact = std::ranges::find(keys, written, &SettingsKey::path);
    if (exact != keys.end()) return &*exact;
    const auto is_end = [&](const SettingsKey& key) {
        return key.info.name == written;
    };
    if (std::ranges::count_if(keys, is_end) != 1) return nullptr;
    return &*std::ranges::find_if(keys, is_end);
}

bool is_number(Name text) {
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failed == std::errc{} && end == text.data() + text.size();
}

/// The value of a cell as TOML. The reader of scenario.toml reports a value of the wrong form.
std::string toml_value(const std::string& text, Shape shape) {
    switch (shape) {
    case Shape::Number:
    case Shape::Positive:
    case Shape::Whole:
        return is_number(text) ? text : string_literal(text);
    case Shape::Flag: {
        const std::string word = column_key(text);
        if (word == "true" || word == "yes" || word == "1") return "true";
        if (word == "false" || word == "no" || word == "0") return "false";
        return string_literal(text);
    }
    case Shape::Point:
    case Shape::Offset:
    case Shape::Box:
    case Shape::TextOrPoint: {
        const auto numbers = list_items(text, "[],; ");
        if (numbers.size() < 2 || !std::ranges::all_of(numbers, is_number)) return string_literal(text);
        return fmt::format("[{}]", fmt::join(numbers, ", "));
    }
    case Shape::List: {
        auto items = list_items(text, "[],;\n\"");
        for (auto& item : items)
            item = string_literal(item);
        return fmt::format("[{}]", fmt::join(items, ", "));
    }
    default:
        return string_literal(text);
    }
}

} // namespace

std::string sheet_file(const std::string& file, const Sheet& sheet) {
    return file + '/' + sheet.name();
}

std::string settings_of(Reading& reading, const std::string& file, const Sheet& sheet) {
    const std::uint16_t index = reading.file_index(sheet_file(file, sheet));
    const auto keys = settings_keys(reading.schema);
    std::vector<Name> known;
    for (const auto& key : keys)
        known.push_back(key.path);
    std::map<std::string, int> rows_of_keys;
    std::string toml;
    int line = 1;
    const auto rows = sheet.rows('\0');
    for (std::vector<std::string> cells; rows->next(cells);) {
        const int row = rows->line();
        for (const auto& [column, problem] : rows->problems())
            if (column < 2)
                reading.findings.error(code::cell_error, {index, row},
                                       fmt::format("the cell {}{} {}", column_letters(column), row, problem));
        cells.resize(std::max<std::size_t>(cells.size(), 2));
        const std::string written = column_key(cells[0]);
        if (written == "key" && column_key(cells[1]) == "value") continue;
        if (written.empty() || cells[1].empty()) continue;
        const SettingsKey* key = find_key(keys, written);
        if (!key) {
            reading.findings.warning(code::unknown_key, {index, row, cells[0]},
                                     "is not a known key, so it is ignored" + did_you_mean(written, known));
            continue;
        }
        const auto [earlier, is_new] = rows_of_keys.try_emplace(key->path, row);
        if (!is_new) {
            reading.findings.error(code::duplicate, {index, row, cells[0]},
                                   fmt::format("appears twice, first in row {}", earlier->second));
            continue;
        }
        for (; line < row; ++line)
            toml += '\n';
        toml += fmt::format("{} = {}", key->path, toml_value(cells[1], key->info.shape));
    }
    return toml;
}

FileLists sheet_files(Reading& reading, const std::string& file, const Workbook& workbook, const Sheet*& settings) {
    FileLists lists;
    std::vector<std::shared_ptr<const Sheet>> others;
    const auto add = [&](const std::shared_ptr<const Sheet>& sheet, TableId table) {
        const std::string name = sheet_file(file, *sheet);
        lists[table].push_back({name, {}, sheet});
        report_notes(reading, *sheet, reading.file_index(name), table);
    };
    std::size_t named = 0;
    for (const auto& sheet : workbook.sheets) {
        const TableFile* table = table_of(*sheet);
        if (sheet->empty()) continue; // spreadsheet programs add such sheets
        if (table_name(*sheet) == settings_sheet)
            settings = sheet.get();
        else if (table)
            add(sheet, table->table);
        else
            others.push_back(sheet);
        named += table ? 1 : 0;
    }
    const bool has_positions = !lists[TableId::Positions].empty();
    const auto columns = infos_of(reading.schema.positions);
    for (const auto& sheet : others) {
        const bool is_lone = named == 0 && others.size() == 1; // its header's errors say what is missing
        const Spot spot{reading.file_index(sheet_file(file, *sheet))};
        if (!has_positions && (is_lone || has_positions_header(*sheet, columns))) {
            add(sheet, TableId::Positions);
            if (named > 0 || others.size() > 1)
                reading.findings.note(code::sheet_read_as, spot,
                                      "is read as positions, because its columns are theirs");
        } else if (std::ranges::find(explaining_sheets, Name{table_name(*sheet)}) == explaining_sheets.end()) {
            std::vector<Name> names{settings_sheet};
            for (const auto& table : table_files)
                names.push_back(table.key);
            reading.findings.note(
                code::sheet_read_as, spot,
                fmt::format("is not read; the sheets of a scenario are named {}", fmt::join(names, ", ")));
        }
    }
    if (named == 0 && lists[TableId::Positions].empty())
        reading.findings.error(code::missing_value, {reading.file_index(file)},
                               "holds no sheet of positions: a sheet needs the columns asset, from and a place");
    return lists;
}

} // namespace assets
