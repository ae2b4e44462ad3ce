#include "assets/model/values/instant.hpp"

#include "assets/model/values/time_forms.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace assets {
namespace {

using namespace std::chrono;

constexpr std::array month_names{"January", "February", "March",     "April",   "May",      "June",
                                 "July",    "August",   "September", "October", "November", "December"};

/// Walks over a text. Each `take` function consumes what it names, or fails and leaves the cursor where it is.
class Cursor {
public:
    explicit Cursor(std::string_view text) : m_rest{text} {}
    [[nodiscard]] bool at_end() const { return m_rest.empty(); }
    [[nodiscard]] char peek() const { return m_rest.empty() ? '\0' : m_rest.front(); }
    bool take(char c) {
        if (peek() != c || at_end()) return false;
        m_rest.remove_prefix(1);
        return true;
    }
    /// Consumes all digits at the cursor as a number; fails unless there are `min` to `max` digits.
    std::optional<int> take_digits(std::size_t min, std::size_t max) {
        std::size_t n = 0;
        while (n < m_rest.size() && m_rest[n] >= '0' && m_rest[n] <= '9')
            ++n;
        if (n < min || n > max) return std::nullopt;
        int value = 0;
        std::from_chars(m_rest.data(), m_rest.data() + n, value);
        m_rest.remove_prefix(n);
        return value;
    }

    /// Consumes the 1 to 9 digits after a decimal point; digits beyond milliseconds are dropped.
    std::optional<milliseconds> take_fraction() {
        const std::string_view before = m_rest;
        if (!take_digits(1, 9)) return std::nullopt;
        milliseconds fraction{0};
        int unit = 100;
        for (const char c : before.substr(0, std::min<std::size_t>(3, before.size() - m_rest.size()))) {
            fraction += milliseconds{(c - '0') * unit};
            unit /= 10;
        }
        return fraction;
    }

private:
    std::string_view m_rest;
};

seconds offset(double utc_offset_h) {
    return seconds{std::llround(utc_offset_h * 3600.0)};
}

struct Clock {
    milliseconds since_midnight;
    std::optional<seconds> zone; ///< offset from UTC, if one is written
};

/// Reads `12:30[:15[.5]][Z|+HH:MM|+HH]`.
std::optional<Clock> take_clock(Cursor& in) {
    const auto h = in.take_digits(1, 2);
    if (!h || *h > 23 || !in.take(':')) return std::nullopt;
    const auto m = in.take_digits(2, 2);
    if (!m || *m > 59) return std::nullopt;
    int s = 0;
    milliseconds fraction{0};
    if (in.take(':')) {
        const auto read = in.take_digits(2, 2);
        if (!read || *read > 59) return std::nullopt;
        s = *read;
        if (in.take('.')) {
            const auto read_fraction = in.take_fraction();
            if (!read_fraction) return std::nullopt;
            fraction = *read_fraction;
        }
    }
    Clock clock{hours{*h} + minutes{*m} + seconds{s} + fraction, std::nullopt};
    in.take(' ');
    if (in.take('Z') || in.take('z')) {
        clock.zone = seconds{0};
    } else if (in.peek() == '+' || in.peek() == '-') {
        const int sign = in.take('-') ? -1 : (in.take('+'), 1);
        const auto zone_h = in.take_digits(2, 2);
        if (!zone_h || *zone_h > 14) return std::nullopt;
        int zone_min = 0;
        if (in.take(':')) {
            const auto read = in.take_digits(2, 2);
            if (!read || *read > 59) return std::nullopt;
            zone_min = *read;
        }
        clock.zone = sign * (hours{*zone_h} + minutes{zone_min});
    }
    return clock;
}

struct WrittenDate {
    year_month_day day;
    Precision precision;
    char separator; ///< between the numbers of the date
};

std::optional<WrittenDate> take_year_first(Cursor& in, int y) {
    const auto first_day = [y](unsigned month_number) {
        return year{y} / month{month_number} / day{1};
    };
    char separator = '-';
    if (!in.take('-')) {
        if (in.take('/'))
            separator = '/';
        else
            return y >= 1 ? std::optional{WrittenDate{first_day(1), Precision::Year, '-'}} : std::nullopt;
    }
    const auto m = in.take_digits(1, 2);
    if (!m || *m < 1 || *m > 12 || y < 1) return std::nullopt;
    if (!in.take(separator))
        return separator == '-'
                   ? std::optional{WrittenDate{first_day(static_cast<unsigned>(*m)), Precision::Month, '-'}}
                   : std::nullopt;
    const auto d = in.take_digits(1, 2);
    if (!d) return std::nullopt;
    const year_month_day date = year{y} / month{static_cast<unsigned>(*m)} / day{static_cast<unsigned>(*d)};
    return date.ok() ? std::optional{WrittenDate{date, Precision::Day, separator}} : std::nullopt;
}

std::optional<WrittenDate> take_year_last(Cursor& in, DateOrder order) {
    const auto a = in.take_digits(1, 2);
    const char separator = in.peek();
    if (!a || (separator != '/' && separator != '.' && separator != '-') || !in.take(separator)) return std::nullopt;
    const auto b = in.take_digits(1, 2);
    if (!b || !in.take(separator)) return std::nullopt;
    const auto y = in.take_digits(4, 4);
    if (!y) return std::nullopt;
    const bool day_first = order == DateOrder::DayMonthYear;
    const year_month_day date =
        year{*y} / month{static_cast<unsigned>(day_first ? *b : *a)} / day{static_cast<unsigned>(day_first ? *a : *b)};
    return date.ok() && *y >= 1 ? std::optional{WrittenDate{date, Precision::Day, separator}} : std::nullopt;
}

sys_days day_after(const WrittenDate& w) {
    switch (w.precision) {
    case Precision::Year:
        return sys_days{(w.day.year() + years{1}) / January / 1};
    case Precision::Month:
        return sys_days{(w.day.year() / w.day.month() + months{1}) / 1};
    default:
        return sys_days{w.day} + days{1};
    }
}

struct Parsed {
    TimeText text;
    bool has_zone;
};

std::optional<Parsed> parse(std::string_view text, double utc_offset_h, DateOrder order) {
    if (text.size() > 40) return std::nullopt;
    Cursor in{text};
    std::optional<WrittenDate> written;
    if (const auto y = in.take_digits(4, 4))
        written = take_year_first(in, *y);
    else if (order == DateOrder::DayMonthYear || order == DateOrder::MonthDayYear)
        written = take_year_last(in, order);
    if (!written) return std::nullopt;
    const seconds zone = offset(utc_offset_h);
    const Instant midnight = sys_days{written->day} - zone;
    if (in.at_end()) return Parsed{{midnight, Instant{day_after(*written)} - zone - tick, written->precision}, false};
    if (written->precision != Precision::Day || !(in.take('T') || in.take('t') || in.take(' '))) return std::nullopt;
    const auto clock = take_clock(in);
    if (!clock || !in.at_end()) return std::nullopt;
    const Instant at = sys_days{written->day} + clock->since_midnight - clock->zone.value_or(zone);
    return Parsed{{at, at, Precision::Time}, clock->zone.has_value()};
}

} // namespace

std::string to_iso(Instant t) {
    const auto day_start = floor<days>(t);
    const year_month_day date{day_start};
    const hh_mm_ss clock{t - day_start};
    const auto fraction = clock.subseconds().count();
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), clock.hours().count(),
                       clock.minutes().count(), clock.seconds().count(),
                       fraction == 0 ? "" : fmt::format(".{:03}", fraction));
}

std::string to_long_date(Instant t, double utc_offset_h) {
    const year_month_day date{floor<days>(t + offset(utc_offset_h))};
    return fmt::format("{} {} {}", static_cast<unsigned>(date.day()),
                       month_names[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()));
}

std::optional<TimeText> parse_time_text(std::string_view text, double utc_offset_h, DateOrder order) {
    if (const auto parsed = parse(text, utc_offset_h, order)) return parsed->text;
    return read_other_time(text, utc_offset_h, order).time;
}

WrittenTime read_written_time(std::string_view text, double utc_offset_h, DateOrder order) {
    if (const auto parsed = parse(text, utc_offset_h, order)) return {parsed->text, parsed->has_zone, {}, {}};
    return read_other_time(text, utc_offset_h, order);
}

std::optional<Instant> parse_instant_argument(std::string_view text, std::string& error) {
    const WrittenTime written = read_written_time(text, 0, DateOrder::IsoOnly);
    if (!written.time) {
        error = written.problem.empty()
                    ? fmt::format(
                          "'{}' is neither a date nor a time; write for example 2024-07-31 or 2024-07-31T12:00Z", text)
                    : fmt::format("'{}' {}", text, written.problem);
        return std::nullopt;
    }
    switch (written.time->precision) {
    case Precision::Year:
        error = fmt::format("'{0}' is a year; give a day, for example {0}-07-31", text);
        return std::nullopt;
    case Precision::Month:
        error = fmt::format("'{0}' is a month; give a day, for example {0}-15", text);
        return std::nullopt;
    case Precision::Day:
        return written.time->first + hours{12};
    case Precision::Time:
        break;
    }
    if (!written.has_zone) {
        error = fmt::format("'{0}' has no zone; write for example {0}Z or {0}+09:00", text);
        return std::nullopt;
    }
    return written.time->first;
}

std::optional<seconds> parse_duration(std::string_view text) {
    double number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failed != std::errc{} || !std::isfinite(number) || number < 0) return std::nullopt;
    std::string_view unit{end, static_cast<std::size_t>(text.data() + text.size() - end)};
    while (unit.starts_with(' '))
        unit.remove_prefix(1);
    double unit_s = 0;
    if (unit == "s")
        unit_s = 1;
    else if (unit == "min")
        unit_s = 60;
    else if (unit == "h")
        unit_s = 3600;
    else if (unit == "d")
        unit_s = 86400;
    else if (unit == "w")
        unit_s = 7 * 86400;
    constexpr double longest_s = 1000.0 * 366 * 86400;
    if (unit_s == 0 || number * unit_s > longest_s) return std::nullopt;
    return seconds{std::llround(number * unit_s)};
}

} // namespace assets
