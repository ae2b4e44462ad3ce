#include "assets/formats/sheets/sheet.hpp"

#include "assets/formats/sheets/cells/sheet_writer.hpp"
#include "assets/model/values/utf8.hpp"
#include "geo/helper/frames.hpp"

#include <algorithm>

namespace assets {
namespace {

constexpr std::size_t most_cells = 16'384; ///< in a row

/// Removes a row from the front of the bytes. False if they are not a row.
bool take_row(std::string_view& bytes, std::uint32_t& number, std::vector<std::string_view>& cells) {
    cells.clear();
    const auto row = geo::take_number(bytes), count = geo::take_number(bytes);
    if (!row || !count || *count > most_cells) return false;
    number = *row;
    for (std::uint32_t i = 0; i < *count; ++i) {
        const auto cell = geo::take_text(bytes);
        if (!cell) return false;
        cells.push_back(*cell);
    }
    return true;
}

class SheetRows final : public TableRows {
public:
    explicit SheetRows(std::string_view rows) : m_rest{rows} {}

    bool next(std::vector<std::string>& fields) override {
        std::uint32_t number = 0;
        while (take_row(m_rest, number, m_cells)) {
            fields.resize(m_cells.size());
            m_problems.clear();
            bool is_blank = true;
            for (std::size_t i = 0; i < m_cells.size(); ++i) {
                const bool is_problem = m_cells[i].starts_with(problem_mark);
                fields[i] = is_problem ? std::string_view{} : m_cells[i];
                trim_field(fields[i]);
                if (is_problem) m_problems.emplace_back(i, m_cells[i].substr(1));
                is_blank = is_blank && fields[i].empty() && !is_problem;
            }
            if (is_blank) continue;
            m_line = static_cast<int>(number);
            return true;
        }
        return false;
    }
    [[nodiscard]] int line() const noexcept override { return m_line; }
    [[nodiscard]] char separator() const noexcept override { return '\t'; }
    [[nodiscard]] const std::string& error() const noexcept override { return m_no_error; }
    [[nodiscard]] int error_line() const noexcept override { return 0; }
    [[nodiscard]] const std::vector<Problem>& problems() const noexcept override { return m_problems; }

private:
    std::string_view m_rest;
    int m_line = 0;
    std::vector<std::string_view> m_cells;
    std::vector<Problem> m_problems;
    std::string m_no_error;
};

} // namespace

std::unique_ptr<TableRows> Sheet::rows(char) const {
    return std::make_unique<SheetRows>(m_rows);
}

bool WorkbookReader::take(std::string_view record) {
    if (record.empty()) return false;
    const auto kind = static_cast<SheetRecord>(record.front());
    record.remove_prefix(1);
    if (kind != SheetRecord::Row &&
        !is_valid_utf8(record.substr(kind == SheetRecord::Sheet ? 0 : std::min<std::size_t>(4, record.size()))))
        return false;
    if (kind == SheetRecord::Sheet) {
        m_sheets.push_back(std::make_shared<Sheet>(std::string{record}));
        return true;
    }
    if (m_sheets.empty()) return false;
    Sheet& sheet = *m_sheets.back();
    if (kind == SheetRecord::Row) {
        std::string_view rest = record;
        std::uint32_t number = 0;
        std::vector<std::string_view> cells;
        if (!take_row(rest, number, cells) || !rest.empty()) return false;
        if (!std::ranges::all_of(cells, is_valid_utf8)) return false;
        sheet.m_rows += record;
        return true;
    }
    const auto row = geo::take_number(record);
    if (!row || (kind != SheetRecord::Note && kind != SheetRecord::Warning)) return false;
    sheet.m_notes.push_back({kind == SheetRecord::Warning, static_cast<int>(*row), std::string{record}});
    return true;
}

Workbook WorkbookReader::take_workbook() {
    Workbook workbook;
    workbook.sheets.assign(m_sheets.begin(), m_sheets.end());
    m_sheets.clear();
    return workbook;
}

} // namespace assets
