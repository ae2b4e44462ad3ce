#pragma once

#include "assets/formats/text/table_rows.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace assets {

/// A number as read, or why a text is not one.
struct NumberText {
    std::optional<double> value{};
    std::string problem{};  ///< completes "'TEXT' ..." if there is no value
    bool ambiguous = false; ///< its point or comma can stand before decimals or before thousands
};

/// Reads the numbers of one file. In a table a comma may stand before decimals, `1.500` beside such commas is
/// ambiguous, and blanks may group digits; elsewhere (TOML, JSON) a number has a point. U+2212 and full-width signs are
/// read.
class NumberReader {
public:
    NumberReader() = default; ///< for texts of TOML and JSON
    /// `separator`: of the table's values; NUL: it has none. The table must outlive the reader.
    NumberReader(const Table& table, char separator) : m_table{&table}, m_separator{separator} {}

    /// `least` and `most` decide between the readings of a number such as 139,700.
    [[nodiscard]] NumberText read(std::string_view text, double least, double most) const;

private:
    struct Marks {
        bool commas = false, points = false; ///< whether numbers of the table have them
    };
    [[nodiscard]] Marks marks() const;
    [[nodiscard]] NumberText read_marked(const std::string& text, double least, double most) const;

    const Table* m_table = nullptr;
    char m_separator = '\0';
    mutable std::optional<Marks> m_marks; ///< found when they are needed first
};

/// Whether a text looks like an identifier that a spreadsheet took for a number: `4.31E+08`. Its digits are lost.
[[nodiscard]] bool is_spreadsheet_number(std::string_view) noexcept;

} // namespace assets
