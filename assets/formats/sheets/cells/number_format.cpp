#include "assets/formats/sheets/cells/number_format.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>

#include <fmt/format.h>

namespace assets {
namespace {

using std::chrono::sys_days, std::chrono::days, std::chrono::year, std::chrono::January, std::chrono::December;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The letters of the first section of a code in small letters, without quoted and escaped characters and without
/// [colours] and [$locales]. `[h]` becomes `[`.
std::string letters_of(std::string_view code) {
    std::string letters;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char c = code[i];
        if (c == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '[') {
            const auto end = std::min(code.find(']', i), code.size());
            const auto inside = code.substr(i + 1, end - i - 1);
            const bool is_elapsed = !inside.empty() && std::all_of(inside.begin(), inside.end(), [&](char x) {
                return lower(x) == lower(inside.front()) && std::string_view{"hms"}.find(lower(x)) != std::string::npos;
            });
            if (is_elapsed) letters += '[';
            i = end;
        } else {
            letters += lower(c);
        }
    }
    return letters;
}

std::string clock_text(std::int64_t ms) {
    constexpr std::int64_t second = 1000, minute = 60 * second, hour = 60 * minute;
    std::string text = fmt::format("{:02}:{:02}", ms / hour, ms % hour / minute);
    if (ms % minute != 0) text += fmt::format(":{:02}", ms % minute / second);
    if (ms % second != 0) text += fmt::format(".{:03}", ms % second);
    return text;
}

} // namespace

NumberFormat format_of_code(std::string_view code) {
    const std::string letters = letters_of(code);
    NumberFormat format;
    const auto has = [&](std::string_view some) {
        return letters.find(some) != std::string::npos;
    };
    const bool has_number_signs = letters.find_first_of("#?") != std::string::npos || has("e+") || has("e-");
    if (letters == "general" || letters == "standard" || letters == "@" || has_number_signs) return format;
    if (!letters.empty() && std::all_of(letters.begin(), letters.end(), [](char c) { return c == '0'; })) {
        if (letters.size() > 1) format.padded_digits = static_cast<int>(letters.size());
        return format;
    }
    if (has("[")) {
        format.elapsed = true;
        return format;
    }
    const bool hours = has("h"), seconds = has("s");
    format.year = has("y") || has("e") || has("b");
    format.day = has("d");
    format.clock = hours || seconds || has("am/pm") || has("a/p");
    // An m is a month unless it stands beside hours or seconds.
    std::size_t at = letters.find('m');
    while (at != std::string::npos && at < letters.size()) {
        const std::size_t end = std::min(letters.find_first_not_of('m', at), letters.size());
        const auto before = letters.find_last_of("ydhs", at), after = letters.find_first_of("ydhs", end);
        const bool is_half = at > 0 && (letters[at - 1] == 'a' || letters[at - 1] == 'p');
        const bool beside_clock = (at > 0 && before != std::string::npos && letters[before] == 'h') ||
                                  (after != std::string::npos && letters[after] == 's');
        if (!is_half && (!beside_clock || end - at > 2)) format.month = true;
        at = letters.find('m', end);
    }
    format.milliseconds = seconds && (has("s.0") || has("s,0"));
    return format;
}

NumberFormat built_in_format(int id) {
    const auto within = [&](int first, int last) {
        return id >= first && id <= last;
    };
    // 27 to 36 and 50 to 58 are dates and clocks of East Asian editions.
    if (id == 22) return format_of_code("m/d/yy h:mm");
    if (id == 17) return format_of_code("mmm-yy");
    if (within(14, 16) || within(27, 31) || id == 36 || within(50, 54) || within(57, 58))
        return format_of_code("yyyy-mm-dd");
    if (within(18, 21) || within(32, 35) || within(55, 56)) return format_of_code("h:mm:ss");
    if (id == 45 || id == 47) return format_of_code("mm:ss");
    if (id == 46) return format_of_code("[h]:mm:ss");
    return {};
}

std::string date_text(double serial, const NumberFormat& format, bool from_1904, std::string& problem) {
    constexpr double ms_of_day = 86'400'000;
    constexpr std::int64_t second_ms = 1000, day_ms = 86'400'000, hour_ms = 3'600'000;
    constexpr double end_of_1900 = 2'958'466, days_between = 1462;
    const double last = end_of_1900 - (from_1904 ? days_between : 0);
    if (!std::isfinite(serial) || serial < 0 || serial >= last) {
        problem = fmt::format("is formatted as a date, and its value {} is none", number_text(serial, {}));
        return {};
    }
    std::int64_t ms = std::llround(serial * ms_of_day);
    // Spreadsheets show whole seconds; the rest is rounding unless the format shows it.
    if (!format.milliseconds) ms = (ms + second_ms / 2) / second_ms * second_ms;
    if (format.elapsed)
        return fmt::format("{}:{:02}:{:02}", ms / hour_ms, ms % hour_ms / 60'000, ms % 60'000 / second_ms);
    const std::int64_t day = ms / day_ms, clock = ms % day_ms;
    if (day == 0 && !format.has_date()) return clock_text(clock);
    if (!from_1904 && day == 0) {
        problem = "is formatted as a date, and its value is before 1 January 1900";
        return {};
    }
    if (!from_1904 && day == 60) {
        problem = "is 29 February 1900, a day that did not exist";
        return {};
    }
    const sys_days zero = from_1904  ? sys_days{year{1904} / January / 1}
                          : day < 60 ? sys_days{year{1899} / December / 31}
                                     : sys_days{year{1899} / December / 30};
    const std::chrono::year_month_day date{zero + days{day}};
    const int y = static_cast<int>(date.year());
    const auto m = static_cast<unsigned>(date.month()), d = static_cast<unsigned>(date.day());
    const bool has_clock = format.clock || clock != 0;
    if (!has_clock && !format.day && format.year && d == 1) {
        if (format.month) return fmt::format("{:04}-{:02}", y, m);
        if (m == 1) return fmt::format("{:04}", y);
    }
    std::string text = fmt::format("{:04}-{:02}-{:02}", y, m, d);
    if (has_clock) text += "T" + clock_text(clock);
    return text;
}

std::string number_text(double value, const NumberFormat& format) {
    std::array<char, 400> buffer{};
    char* const begin = buffer.data();
    char* const end = begin + buffer.size();
    constexpr int kept_digits = 15; // a spreadsheet keeps no more
    const auto rounded = std::to_chars(begin, end, value, std::chars_format::general, kept_digits);
    double kept = value;
    std::from_chars(begin, rounded.ptr, kept);
    constexpr double exact = 1e15, tiny = 1e-30;
    const bool is_plain = std::isfinite(kept) && std::fabs(kept) < exact && (kept == 0 || std::fabs(kept) > tiny);
    if (!is_plain) return {begin, std::to_chars(begin, end, kept, std::chars_format::scientific).ptr};
    std::string text{begin, std::to_chars(begin, end, kept, std::chars_format::fixed).ptr};
    if (text == "-0") text = "0";
    const bool is_whole = text.find_first_not_of("0123456789") == std::string::npos;
    if (is_whole && text.size() < static_cast<std::size_t>(format.padded_digits))
        text.insert(0, static_cast<std::size_t>(format.padded_digits) - text.size(), '0');
    return text;
}

} // namespace assets
