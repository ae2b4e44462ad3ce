#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assets {

/// Reads the rows of a table one after the other.
class TableRows {
public:
    TableRows() = default;
    TableRows(const TableRows&) = delete;
    TableRows& operator=(const TableRows&) = delete;
    virtual ~TableRows() = default;

    /// A value of a row that cannot be used, such as #N/A in a spreadsheet, and why: "holds the error #N/A".
    using Problem = std::pair<std::size_t, std::string>;

    /// Reads the next row that is not blank; its fields are trimmed. False at the end and on an error.
    virtual bool next(std::vector<std::string>& fields) = 0;
    [[nodiscard]] virtual int line() const noexcept = 0;                 ///< first line of the latest row
    [[nodiscard]] virtual char separator() const noexcept = 0;           ///< a tab in spreadsheets
    [[nodiscard]] virtual const std::string& error() const noexcept = 0; ///< a sentence; empty: no error
    [[nodiscard]] virtual int error_line() const noexcept = 0;
    /// Of the latest row; their fields are empty.
    [[nodiscard]] virtual const std::vector<Problem>& problems() const noexcept;
};

/// A table that can be read from its beginning any number of times: a text, or a sheet of a spreadsheet.
class Table {
public:
    Table() = default;
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;
    virtual ~Table() = default;

    /// A `separator` other than NUL is used instead of the most frequent one. The table must outlive the rows.
    [[nodiscard]] virtual std::unique_ptr<TableRows> rows(char separator = '\0') const = 0;
    /// The separators that the values of its rows may have.
    [[nodiscard]] virtual std::string_view separators() const noexcept = 0;
    /// Whether values may hold the separator.
    [[nodiscard]] virtual bool has_quotes() const noexcept = 0;
    [[nodiscard]] virtual bool is_sheet() const noexcept { return false; }
};

/// Removes blanks of all kinds from both ends.
void trim_field(std::string&);
/// The items of a list between any of the separators, trimmed and without empty ones.
[[nodiscard]] std::vector<std::string> list_items(std::string_view text, std::string_view separators);

} // namespace assets
