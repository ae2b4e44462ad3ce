#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assets {

/// A text file as UTF-8 without its byte order mark.
struct DecodedText {
    std::string utf8;
    bool was_windows_1252 = false; ///< it was not valid UTF-8; every byte was read as Windows-1252
};

/// Empty, with a sentence in `error`, for UTF-16 and for text with NUL bytes.
[[nodiscard]] std::optional<DecodedText> decode_text(std::string bytes, std::string& error);

/// Reads comma, semicolon or tab separated text row by row: RFC 4180 quotes (newlines inside them too), any line
/// ending. The separator is the one that stands most often in the first line outside quotes; `sep=;` as a first line
/// names it.
class CsvReader {
public:
    explicit CsvReader(std::string_view utf8); ///< the text must outlive the reader

    [[nodiscard]] char separator() const noexcept { return m_separator; }
    /// The next row that is not blank, its fields trimmed of spaces. False at the end or at an error.
    bool next(std::vector<std::string>& fields);
    [[nodiscard]] int line() const noexcept { return m_row_line; }              ///< where the row of next() began
    [[nodiscard]] const std::string& error() const noexcept { return m_error; } ///< a sentence; empty: none
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
