#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace assets {

/// A moment in UTC, whole milliseconds. Nothing below app/ reads a clock: time is always an argument.
///
/// Both ends of an interval are included. The end of a day, month or year is its last millisecond, and what ends
/// because something else begins ends one `tick` earlier: intervals that follow one another leave nothing between them.
/// A time is the instant that it names. Ages, waits, legs and reach are measured from measured_end(), which counts in
/// whole seconds as files do: from 23:59:59 of a day, not from 23:59:59.999.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Duration = Instant::duration;

/// The least that two instants differ by.
inline constexpr Duration tick{1};

/// The last instant of 9999: the end of what has no known end.
inline constexpr Instant far_future{std::chrono::seconds{253'402'300'800} - tick};

/// From where time after an interval is measured: the beginning of its last second when the interval fills that second
/// to its last millisecond, else its end. Never before `from`.
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

/// `2024-07-31T12:00:00Z`, or `2024-07-31T12:00:00.250Z` where there is a fraction of a second.
[[nodiscard]] std::string to_iso(Instant);
/// `31 July 2024`, the civil day at this offset from UTC.
[[nodiscard]] std::string to_long_date(Instant, double utc_offset_h);

/// What a date or time in a file says: first and last instant it can mean, and how finely it was written.
enum class Precision { Year, Month, Day, Time };
struct TimeText {
    Instant first;
    Instant last; ///< equals first for Precision::Time; the last millisecond of the day, month or year otherwise
    Precision precision;
};

enum class DateOrder { IsoOnly, DayMonthYear, MonthDayYear };

/// Reads `2024`, `2024-05`, `2024-05-31`, `2024-05-31T12:30[:15[.5]][Z|+HH:MM]` (space instead of T allowed) and, when
/// the order allows it, 31/05/2024. What has no zone is local at `utc_offset_h`; digits of a second beyond the third
/// are dropped. Empty when it is none of these.
[[nodiscard]] std::optional<TimeText> parse_time_text(std::string_view, double utc_offset_h,
                                                      DateOrder = DateOrder::IsoOnly);

/// An instant given as an argument: a date means 12:00Z of that day; a time must have a zone. On failure `error` is a
/// sentence ("'2024-05' is a month; give a day, for example 2024-05-15").
[[nodiscard]] std::optional<Instant> parse_instant_argument(std::string_view, std::string& error);

/// `36h`, `14d`, `90min`; empty when it is no duration. `none` and `never` are handled by the caller.
[[nodiscard]] std::optional<std::chrono::seconds> parse_duration(std::string_view);

} // namespace assets
