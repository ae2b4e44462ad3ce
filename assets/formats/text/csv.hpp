#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assets {

/// Reads text separated by commas, semicolons or tabs row by row, with quotes of RFC 4180 (which may contain newlines)
/// and any line ending. The separator is the most frequent one outside quotes in the first line, or the one that a
/// first line such as `sep=;` gives.
class CsvReader {
public:
    /// The text must outlive the reader. A `separator` other than NUL is used instead of the most frequent one.
    explicit CsvReader(std::string_view utf8, char separator = '\0');

    [[nodiscard]] char separator() const noexcept { return m_separator; }
    /// Reads the next row that is not blank; its fields are trimmed. False at the end and on an error.
    bool next(std::vector<std::string>& fields);
    [[nodiscard]] int line() const noexcept { return m_row_line; }              ///< first line of the latest row
    [[nodiscard]] const std::string& error() const noexcept { return m_error; } ///< a sentence; empty: no error
    [[nodiscard]] int error_line() const noexcept { return m_error_line; }

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

} // namespace assets
