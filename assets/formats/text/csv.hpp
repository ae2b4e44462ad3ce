#pragma once

#include "assets/formats/text/table_rows.hpp"

#include <cstddef>

namespace assets {

/// Reads text separated by commas, semicolons or tabs row by row, with quotes of RFC 4180 (which may contain newlines)
/// and any line ending. The separator is the most frequent one outside quotes in the first line, or the one that a
/// first line such as `sep=;` gives.
class CsvReader final : public TableRows {
public:
    /// The text must outlive the reader. A `separator` other than NUL is used instead of the most frequent one.
    explicit CsvReader(std::string_view utf8, char separator = '\0');

    [[nodiscard]] char separator() const noexcept override { return m_separator; }
    bool next(std::vector<std::string>& fields) override;
    [[nodiscard]] int line() const noexcept override { return m_row_line; }
    [[nodiscard]] const std::string& error() const noexcept override { return m_error; }
    [[nodiscard]] int error_line() const noexcept override { return m_error_line; }

private:
    bool read_row(std::vector<std::string>& fields);
    bool read_quoted(std::string& field);
    void end_line();
    [[nodiscard]] char peek() const noexcept { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_line = 1, m_row_line = 1, m_error_line = 0;
    char m_separator = ',';
    std::string m_error;
};

/// A text file as a table.
class CsvText final : public Table {
public:
    explicit CsvText(std::string_view utf8) : m_text{utf8} {} ///< the text must outlive the table
    [[nodiscard]] std::unique_ptr<TableRows> rows(char separator) const override;
    [[nodiscard]] std::string_view separators() const noexcept override { return ",;\t"; }
    [[nodiscard]] bool has_quotes() const noexcept override { return m_text.find('"') != std::string_view::npos; }

private:
    std::string_view m_text;
};

} // namespace assets
