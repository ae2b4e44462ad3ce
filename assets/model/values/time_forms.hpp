#pragma once

#include "assets/model/values/instant.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace assets {

/// What a text says about a time: a day or an instant, or why it gives neither.
struct WrittenTime {
    std::optional<TimeText> time{};
    bool has_zone = false;
    std::string read_as{}; ///< a reading that a user should hear of: "Unix seconds", "the year 2024"
    std::string problem{}; ///< completes "'TEXT' ..."; empty without `time` if the text resembles no date
};

/// Reads what parse_time_text() reads, and says more about it.
[[nodiscard]] WrittenTime read_written_time(std::string_view, double utc_offset_h, DateOrder);

/// Reads the forms of other programs and of people, in any order of date and clock:
/// - `31 July 2024`, `31-Jul-24`, `Jul 31, 2024`, `2024-Jul-31`, `Wed, 31 Jul 2024 06:00:00 GMT`, `July 2024`;
/// - `20240731`, `20240731T060000Z`, `2024.07.31`, `2024年7月31日`, `311200ZJUL2024`;
/// - `03:58 PM`, `24:00`, a second 60 (the beginning of the next minute), ` UTC`, `+0900`, `+09`, `UTC+9`;
/// - Unix seconds (10 digits) and milliseconds (13 digits), and the days of a spreadsheet if the order says so.
[[nodiscard]] WrittenTime read_other_time(std::string_view, double utc_offset_h, DateOrder);

/// The date that a spreadsheet means by this number of days, for messages: `2024-07-31`. Empty for a text that is not
/// such a number, or that stands for a date before 1950 or after 2080.
[[nodiscard]] std::string spreadsheet_date(std::string_view);

inline constexpr std::array<std::string_view, 12> english_months{"january",   "february", "march",    "april",
                                                                 "may",       "june",     "july",     "august",
                                                                 "september", "october",  "november", "december"};
inline constexpr std::array<std::string_view, 7> english_weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                                  "friday", "saturday", "sunday"};

/// The index, from 0, of the name that a word in small letters is or begins ("sept"); three letters are enough.
template <std::size_t Count>
[[nodiscard]] std::optional<unsigned> name_index(const std::array<std::string_view, Count>& names,
                                                 std::string_view word) {
    if (word.size() < 3) return std::nullopt;
    const auto found = std::ranges::find_if(names, [&](std::string_view name) { return name.starts_with(word); });
    if (found == names.end()) return std::nullopt;
    return static_cast<unsigned>(found - names.begin());
}

} // namespace assets
