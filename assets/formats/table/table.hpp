#pragma once

#include "assets/formats/reading/record.hpp"

#include <functional>

/// Reads CSV files and records by their columns. Private to assets/formats.
namespace assets {

/// A value of a record, for the value's column.
class FieldCell final : public Cell {
public:
    FieldCell(Fields& fields, std::size_t column) : m_fields{fields}, m_column{column} {}

    [[nodiscard]] std::string text() override;
    [[nodiscard]] std::optional<double> number() override;
    [[nodiscard]] std::optional<int> whole_number() override;
    [[nodiscard]] bool flag() override;
    [[nodiscard]] std::optional<std::size_t> word() override;
    [[nodiscard]] std::vector<std::string> list() override;
    [[nodiscard]] std::optional<TimeText> time(double utc_offset_h) override;
    [[nodiscard]] std::vector<SourceIndex> sources() override;
    [[nodiscard]] std::vector<AssetIndex> assets() override;
    void report_wrong_form(std::string_view hint) override;

private:
    Fields& m_fields;
    std::size_t m_column;
};

/// Reads all columns that have a `read`. The caller reads the others. The columns must be those that the record was
/// made with.
template <class T>
void read_columns(T& result, Fields& fields, const std::vector<Column<T>>& columns) {
    fields.check_characters();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Column<T>& column = columns[i];
        if (!column.read) continue;
        if (!fields.record().text(i).empty()) {
            FieldCell cell{fields, i};
            column.read(result, cell);
        } else if (column.required) {
            (void)fields.required(column.name);
        }
    }
}

/// The letters by which spreadsheets name a column: A for index 0.
[[nodiscard]] std::string column_letters(std::size_t index);

/// Whether a table has the program's own columns, or may be one of a known publisher and is then read by its rules.
enum class TableKind : std::uint8_t { Own, MayBeKnown };
/// Reads a CSV file or a sheet: finds columns by name and alias, reports unknown, repeated and missing ones, and calls
/// `row` for each row. Rows for which `row` reports an error are counted as rejected.
void read_table(Reading&, const InputFile&, std::span<const ColumnInfo>, const std::function<void(const Record&)>& row,
                TableKind = TableKind::Own);

} // namespace assets
