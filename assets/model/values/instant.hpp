#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace assets {

/// A moment in UTC, in whole milliseconds. Code below app/ never reads a clock: the time is always an argument.
///
/// Intervals include both ends. A day, month or year ends at its last millisecond. An interval that ends because
/// another one begins ends one `tick` earlier, so there is no gap between the two. A written time is a single instant.
/// Ages, gaps, legs and reach are measured from measured_end(), which counts in whole seconds as files do: from
/// 23:59:59 of a day, not from 23:59:59.999.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Duration = Instant::duration;

/// The smallest difference between two instants.
inline constexpr Duration tick{1};

/// The last instant of the year 9999: the end of intervals without a known end.
inline constexpr Instant far_future{std::chrono::seconds{253'402'300'800} - tick};

/// The instant from which time after an interval is measured: the beginning of the interval's last second if the
/// interval lasts until that second's last millisecond, else `to`. Never before `from`.
[[nodiscard]] constexpr Instant measured_end(Instant from, Instant to) noexcept {
    const Instant second = std::chrono::floor<std::chrono::seconds>(to);
    return to - second == std::chrono::seconds{1} - tick && second >= from ? second : to;
}

[[nodiscard]] constexpr double in_seconds(Duration d) noexcept {
    return static_cast<double>(d.count()) / 1000.0;
}
[[nodiscard]] constexpr double in_hours(Duration d) noexcept {
    return static_cast<double>(d.count()) / 3'600'000.0;
}

/// `2024-07-31T12:00:00Z`, or `2024-07-31T12:00:00.250Z` if there is a fraction of a second.
[[nodiscard]] std::string to_iso(Instant);
/// `31 July 2024`, the civil day at this offset from UTC.
[[nodiscard]] std::string to_long_date(Instant, double utc_offset_h);

/// How finely a date or time was written.
enum class Precision { Year, Month, Day, Time };
/// The meaning of a date or time in a file: the first and last instant that it covers.
struct TimeText {
    Instant first;
    Instant last; ///< equals first for Precision::Time; the last millisecond of the day, month or year otherwise
    Precision precision;
};

/// How to read dates that have two readings: the order of the numbers in 05/06/2024, or the number 45504 as a day of a
/// spreadsheet that counts from 1900 or from 1904. IsoOnly rejects both.
enum class DateOrder { IsoOnly, DayMonthYear, MonthDayYear, Serial, Serial1904 };

/// Reads `2024`, `2024-05`, `2024-05-31`, `2024-05-31T12:30[:15[.5]][Z|+HH:MM]` (space instead of T allowed), when the
/// order allows it 31/05/2024, and the forms of read_other_time() in time_forms.hpp. A text without a zone is local
/// time at `utc_offset_h`, in hours east of UTC. Digits beyond milliseconds are dropped. Empty if the text has no known
/// form.
[[nodiscard]] std::optional<TimeText> parse_time_text(std::string_view, double utc_offset_h,
                                                      DateOrder = DateOrder::IsoOnly);

/// Reads an instant given as an argument: a date means 12:00Z of that day, a time must have a zone. On failure sets
/// `error` to a sentence ("'2024-05' is a month; give a day, for example 2024-05-15").
[[nodiscard]] std::optional<Instant> parse_instant_argument(std::string_view, std::string& error);

/// Reads a number with one of the units s, min, h, d and w: `36h`, `14d`, `90min`. Empty if the text is not a duration;
/// callers handle `none` and `never`.
[[nodiscard]] std::optional<std::chrono::seconds> parse_duration(std::string_view);

} // namespace assets
