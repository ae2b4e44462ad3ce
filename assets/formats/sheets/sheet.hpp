#pragma once

#include "assets/formats/text/table_rows.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace assets {

/// What is doubtful about a sheet.
struct SheetNote {
    bool is_warning = false;
    int row = 0; ///< 0: the whole sheet
    std::string text;
};

/// A sheet of a spreadsheet: its cells as texts, as a CSV file would have them.
class Sheet final : public Table {
public:
    explicit Sheet(std::string name) : m_name{std::move(name)} {}

    [[nodiscard]] const std::string& name() const noexcept { return m_name; }
    [[nodiscard]] bool empty() const noexcept { return m_rows.empty(); }
    [[nodiscard]] const std::vector<SheetNote>& notes() const noexcept { return m_notes; }
    [[nodiscard]] std::unique_ptr<TableRows> rows(char separator) const override;
    [[nodiscard]] std::string_view separators() const noexcept override { return "\t"; }
    [[nodiscard]] bool has_quotes() const noexcept override { return true; }
    [[nodiscard]] bool is_sheet() const noexcept override { return true; }

private:
    friend class WorkbookReader;
    std::string m_name;
    std::string m_rows; ///< the bodies of the rows' records
    std::vector<SheetNote> m_notes;
};

struct Workbook {
    std::vector<std::shared_ptr<const Sheet>> sheets;
};

/// Makes a workbook of the records of the helper process.
class WorkbookReader {
public:
    /// Returns false if the record is not one of a sheet.
    [[nodiscard]] bool take(std::string_view record);
    [[nodiscard]] Workbook take_workbook();

private:
    std::vector<std::shared_ptr<Sheet>> m_sheets;
};

} // namespace assets
