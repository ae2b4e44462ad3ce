#include "app/session/document/fix_row.hpp"

#include "app/base/errors.hpp"
#include "app/base/save_file.hpp"
#include "app/scenario/open_scenario.hpp"
#include "app/session/document/opened.hpp"
#include "app/session/document/scenario_files.hpp"
#include "assets/formats/text/csv.hpp"
#include "assets/formats/text/quote.hpp"
#include "assets/model/values/utf8.hpp"
#include "assets/schema/schema.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

namespace app {

namespace fs = std::filesystem;

namespace {

/// A field of the form and the column that it is written to. A new file has the columns in this order.
struct FormField {
    std::string_view column;
    std::string AddFix::*value;
};
constexpr std::array form_fields{FormField{"asset", &AddFix::asset},
                                 FormField{"from", &AddFix::from},
                                 FormField{"to", &AddFix::to},
                                 FormField{"place", &AddFix::place},
                                 FormField{"area", &AddFix::area},
                                 FormField{"lon", &AddFix::lon},
                                 FormField{"lat", &AddFix::lat},
                                 FormField{"radius_km", &AddFix::radius_km},
                                 FormField{"activity", &AddFix::activity},
                                 FormField{"kind", &AddFix::kind},
                                 FormField{"confidence", &AddFix::confidence},
                                 FormField{"sources", &AddFix::sources},
                                 FormField{"note", &AddFix::note}};

std::string new_header() {
    std::string header;
    for (const auto& field : form_fields)
        header += (header.empty() ? "" : ",") + std::string{field.column};
    return header + '\n';
}

/// The columns of a positions file with this header; null for a column that the reader does not know.
std::vector<const assets::ColumnInfo*> columns_of(const std::vector<std::string>& header) {
    static const auto known = assets::infos_of(assets::schema().positions);
    std::vector<const assets::ColumnInfo*> columns;
    for (const auto& match : assets::match_header(header, known))
        columns.push_back(match ? &known[*match] : nullptr);
    return columns;
}

using Columns = std::vector<const assets::ColumnInfo*>;

Columns::const_iterator find(const Columns& columns, std::string_view name) {
    return std::find_if(columns.begin(), columns.end(), [&](const auto* c) { return c != nullptr && c->name == name; });
}

std::string read_bytes(const fs::path& path) {
    std::ifstream in{path, std::ios::binary};
    if (!in) throw FileError{path.string() + ": cannot read: " + std::strerror(errno)};
    std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    if (in.bad()) throw FileError{path.string() + ": cannot read"};
    return bytes;
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

struct Value {
    std::string_view column;
    std::string text;
};

/// The column and the value that identify the asset in the file: its id, or another identifier if the file has no
/// column for the id.
Value asset_value(const AddFix& fix, const assets::Scenario& scenario, const Columns& columns,
                  const std::string& file_name) {
    const assets::Asset* asset = scenario.asset(fix.asset);
    if (asset == nullptr) throw UsageError{"there is no asset '" + fix.asset + "'"};
    const std::array<Value, 5> ids{{{"asset", asset->id},
                                    {"mmsi", asset->mmsi},
                                    {"icao", asset->icao},
                                    {"uid", asset->uid},
                                    {"name", asset->name}}};
    for (const auto& id : ids)
        if (!id.text.empty() && find(columns, id.column) != columns.end()) return id;
    throw UsageError{file_name + " has no column that identifies " + asset->name};
}

bool is_number(const assets::ColumnInfo& column) {
    return column.shape == assets::Shape::Number || column.shape == assets::Shape::Whole;
}

/// Whether the file writes numbers as 35,28. The new row must do the same, or a spreadsheet would read them as text.
bool writes_decimal_commas(assets::CsvReader& csv, const Columns& columns) {
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

int last_row_line(const std::string& bytes) {
    std::string error;
    const auto decoded = assets::decode_text(bytes, error);
    if (!decoded) return 0;
    assets::CsvReader csv{decoded->utf8};
    int line = 0;
    for (std::vector<std::string> row; csv.next(row);)
        line = csv.line();
    return line;
}

/// A new folder that the destructor removes.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (fs::temp_directory_path() / "theatrum-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr)
            throw FileError{name + ": cannot make a folder: " + std::strerror(errno)};
        m_path = name;
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    [[nodiscard]] const fs::path& path() const noexcept { return m_path; }

private:
    fs::path m_path;
};

void save_keeping_permissions(const fs::path& path, std::string_view bytes) {
    std::error_code failed;
    const auto permissions = fs::status(path, failed).permissions();
    const bool was_there = !failed && fs::exists(path, failed);
    save_file(path, bytes);
    if (was_there) fs::permissions(path, permissions, failed);
}

/// Follows a symbolic link, because save_file() would replace the link and leave its file unchanged.
fs::path real_file(const fs::path& path) {
    std::error_code failed;
    const auto real = fs::canonical(path, failed);
    return failed ? path : real;
}

} // namespace

std::string with_fix_row(const std::string& bytes, const AddFix& fix, const assets::Scenario& scenario,
                         const std::string& file_name) {
    std::string text = bytes.empty() ? new_header() : bytes;
    std::string error;
    const auto decoded = assets::decode_text(text, error);
    if (!decoded) throw UsageError{file_name + " " + error};
    assets::CsvReader csv{decoded->utf8};
    std::vector<std::string> header;
    if (!csv.next(header)) throw UsageError{file_name + " has no header line; its first line must name the columns"};
    const Columns columns = columns_of(header);
    const bool decimal_commas = writes_decimal_commas(csv, columns);

    std::vector<Value> values{asset_value(fix, scenario, columns, file_name)};
    for (const auto& field : form_fields)
        if (field.column != "asset") values.push_back({field.column, one_line(fix.*field.value)});
    std::vector<std::string> cells(header.size());
    for (auto& value : values) {
        if (value.text.empty()) continue;
        if (!assets::is_valid_utf8(value.text)) throw UsageError{"the report holds text that is not UTF-8"};
        const auto column = find(columns, value.column);
        if (column == columns.end()) {
            const auto& known = assets::find_column(assets::schema().positions, value.column);
            if (value.text == known.default_text) continue; // the default of a missing column
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
    if (decoded->was_windows_1252) row = to_windows_1252(row, file_name);

    const std::string line_end{line_end_of(text)};
    if (text.back() != '\n' && text.back() != '\r') text += line_end;
    return text + row + line_end;
}

std::string positions_file(const assets::Scenario& scenario) {
    std::vector<std::size_t> fix_counts(scenario.files.size(), 0);
    for (const auto& fix : scenario.fixes)
        if (fix.file() < fix_counts.size()) ++fix_counts[fix.file()];
    const auto most = std::max_element(fix_counts.begin(), fix_counts.end());
    if (most == fix_counts.end() || *most == 0) return std::string{assets::file_of(assets::TableId::Positions)};
    return scenario.files[static_cast<std::size_t>(most - fix_counts.begin())];
}

FileChange add_fix(const AddFix& fix, const assets::Scenario& scenario, const fs::path& scenario_path) {
    const std::string name = positions_file(scenario);
    const fs::path file = real_file(scenario.folder / name);
    std::error_code failed;
    FileChange change{file, std::nullopt, {}};
    if (fs::exists(file, failed)) change.before = read_bytes(file);
    change.after = with_fix_row(change.before.value_or(""), fix, scenario, name);

    const TemporaryFolder copy;
    copy_files(files_of(scenario, scenario_path), scenario.folder, copy.path());
    save_file(copy.path() / name, change.after);
    const auto read = read_path(in_copy(scenario_path, copy.path()), scenario.atlas);
    if (read.scenario == nullptr) throw UsageError{first_error(read.findings)};
    const int line = last_row_line(change.after);
    const auto& fixes = read.scenario->fixes;
    const bool was_read = std::any_of(fixes.begin(), fixes.end(), [&](const assets::Fix& f) {
        return f.line == line && read.scenario->files[f.file()] == name &&
               read.scenario->assets[f.asset].id == fix.asset;
    });
    if (!was_read) throw UsageError{"the scenario does not read its reports from " + name};

    const auto now = fs::exists(file, failed) ? std::optional{read_bytes(file)} : std::nullopt;
    if (now != change.before) throw UsageError{name + " is being changed by another program; try again"};
    save_keeping_permissions(file, change.after);
    return change;
}

void undo(const FileChange& change) {
    std::error_code failed;
    const std::string name = change.file.filename().string();
    if (!fs::exists(change.file, failed) || read_bytes(change.file) != change.after)
        throw UsageError{name + " has been changed since the report was added; delete the report's line by hand"};
    if (change.before) {
        save_keeping_permissions(change.file, *change.before);
    } else if (!fs::remove(change.file, failed)) {
        throw FileError{change.file.string() + ": cannot remove: " + failed.message()};
    }
}

} // namespace app
