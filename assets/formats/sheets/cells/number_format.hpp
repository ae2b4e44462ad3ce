#pragma once

#include <string>
#include <string_view>

namespace assets {

/// What the number format of a cell shows: a plain number, or which parts of a date and its clock.
struct NumberFormat {
    bool year = false, month = false, day = false, clock = false;
    bool milliseconds = false; ///< of the clock
    bool elapsed = false;      ///< hours that count on beyond 24, [h]:mm
    int padded_digits = 0;     ///< 000000000: the digits of an identifier with zeros in front

    [[nodiscard]] bool is_time() const noexcept { return year || month || day || clock || elapsed; }
    [[nodiscard]] bool has_date() const noexcept { return year || month || day; }
};

/// The format that a code of Excel means: `yyyy-mm-dd hh:mm`.
[[nodiscard]] NumberFormat format_of_code(std::string_view code);
/// One of the formats that have only a number in the file.
[[nodiscard]] NumberFormat built_in_format(int id);

/// The text of a number that is formatted as date or clock: `2024-07-31`, `2024-07-31T06:00`, `06:00`; a month or a
/// year if only they are shown. Serial days count from 1900, with the day 29 February 1900 that did not exist, or from
/// 1904. Sets `problem` and returns nothing if the number is no date.
[[nodiscard]] std::string date_text(double serial, const NumberFormat&, bool from_1904, std::string& problem);
/// The text of a plain number, without an exponent unless it has more digits than a spreadsheet keeps.
[[nodiscard]] std::string number_text(double, const NumberFormat&);

} // namespace assets
