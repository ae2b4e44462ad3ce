#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace assets {

/// A moment in UTC, whole seconds. Nothing below app/ reads a clock: time is always an argument.
using Instant = std::chrono::sys_seconds;

/// 9999-12-31T23:59:59Z: the end of what has no known end.
inline constexpr Instant far_future{std::chrono::seconds{253'402'300'799}};

/// `2024-07-31T12:00:00Z`
[[nodiscard]] std::string to_iso(Instant);
/// `31 July 2024`, the civil day at this offset from UTC.
[[nodiscard]] std::string to_long_date(Instant, double utc_offset_h);

/// What a date or time in a file says: first and last second it can mean, and how finely it was written.
enum class Precision { Year, Month, Day, Time };
struct TimeText {
    Instant first;
    Instant last; ///< equals first for Precision::Time; the last second of the day, month or year otherwise
    Precision precision;
};

enum class DateOrder { IsoOnly, DayMonthYear, MonthDayYear };

/// Reads `2024`, `2024-05`, `2024-05-31`, `2024-05-31T12:30[:15][Z|+HH:MM]` (space instead of T allowed) and, when the
/// order allows it, 31/05/2024. What has no zone is local at `utc_offset_h`. Empty when it is none of these.
[[nodiscard]] std::optional<TimeText> parse_time_text(std::string_view, double utc_offset_h,
                                                      DateOrder = DateOrder::IsoOnly);

/// An instant given as an argument: a date means 12:00Z of that day; a time must have a zone. On failure `error` is a
/// sentence ("'2024-05' is a month; give a day, for example 2024-05-15").
[[nodiscard]] std::optional<Instant> parse_instant_argument(std::string_view, std::string& error);

/// `36h`, `14d`, `90min`; empty when it is no duration. `none` and `never` are handled by the caller.
[[nodiscard]] std::optional<std::chrono::seconds> parse_duration(std::string_view);

} // namespace assets
