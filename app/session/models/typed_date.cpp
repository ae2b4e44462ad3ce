// The date field: every form in which the program prints a date or a time.
#include "app/session/models/timeline_model.hpp"
#include "assets/model/values/time_forms.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace app {

namespace {

namespace chr = std::chrono;

/// What a text says about an instant. A part that it does not give is empty.
struct Parts {
    std::optional<unsigned> day, month;
    std::optional<int> year;
    std::optional<chr::seconds> clock; ///< since midnight
    std::optional<chr::seconds> zone;  ///< offset from UTC
};

/// The text in small letters, its words separated by single spaces; dashes between numbers become " to ".
std::string simplified(std::string_view text) {
    constexpr std::string_view en_dash = "\xE2\x80\x93", no_break_space = "\xC2\xA0";
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with(en_dash)) {
            out += " to ";
            i += en_dash.size() - 1;
        } else if (text.substr(i).starts_with(no_break_space)) {
            out += ' ';
            i += no_break_space.size() - 1;
        } else if (text[i] == ',' || text[i] == '\t') {
            out += ' ';
        } else {
            out += text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
        }
    }
    return out;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (end > 0) words.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

std::string_view without_point(std::string_view word) {
    if (word.ends_with('.')) word.remove_suffix(1);
    return word;
}

std::optional<int> whole_number(std::string_view word) {
    int value = 0;
    const auto [end, failed] = std::from_chars(word.data(), word.data() + word.size(), value);
    const bool all = failed == std::errc{} && end == word.data() + word.size();
    return all && word.front() != '-' ? std::optional{value} : std::nullopt;
}

/// "utc", "utc+8", "utc-3:30", "z", "+08:00"
std::optional<chr::seconds> zone_of(std::string_view word) {
    if (word == "z" || word == "utc") return chr::seconds{0};
    if (word.starts_with("utc")) word.remove_prefix(3);
    if (word.empty() || (word.front() != '+' && word.front() != '-')) return std::nullopt;
    const int sign = word.front() == '-' ? -1 : 1;
    word.remove_prefix(1);
    const auto colon = std::min(word.find(':'), word.size());
    const auto hours = word.empty() ? std::nullopt : whole_number(word.substr(0, colon));
    const auto minutes =
        colon + 1 < word.size() ? whole_number(word.substr(colon + 1)) : std::optional{colon == word.size() ? 0 : 60};
    if (!hours || *hours > 14 || !minutes || *minutes > 59) return std::nullopt;
    return sign * (chr::hours{*hours} + chr::minutes{*minutes});
}

/// "20:00", "20:00:05", "20:00z"
bool take_clock(Parts& parts, const std::string& word) {
    if (word.find(':') == std::string::npos || word.front() < '0' || word.front() > '9') return false;
    const auto end = std::min(word.find_first_of("zu+-"), word.size());
    if (end < word.size()) {
        parts.zone = zone_of(std::string_view{word}.substr(end));
        if (!parts.zone) return false;
    }
    // The files' reader knows what a clock is.
    const auto time = assets::parse_time_text("2000-01-01 " + word.substr(0, end), 0);
    if (!time) return false;
    const assets::Instant midnight{chr::sys_days{chr::year{2000} / 1 / 1}}; // 24:00 is the end of the day
    parts.clock = chr::floor<chr::seconds>(time->first - midnight);
    return true;
}

/// 0 for "a.m.", 12 for "p.m."
std::optional<int> half_of_day(std::string_view word) {
    if (word == "a.m." || word == "am") return 0;
    return word == "p.m." || word == "pm" ? std::optional{12} : std::nullopt;
}

/// "9" or "9:30" before "a.m." or "p.m."
bool take_half_day_clock(Parts& parts, const std::string& word, int half) {
    if (!take_clock(parts, word.find(':') == std::string::npos ? word + ":00" : word)) return false;
    const auto hours = chr::floor<chr::hours>(*parts.clock);
    if (hours < chr::hours{1} || hours > chr::hours{12}) return false;
    *parts.clock += chr::hours{half} - (hours == chr::hours{12} ? chr::hours{12} : chr::hours{0});
    return true;
}

bool take(Parts& parts, const std::string& word) {
    if (word == "noon" || word == "midnight") {
        parts.clock = chr::hours{word == "noon" ? 12 : 0};
        return true;
    }
    if (const auto zone = zone_of(word)) {
        parts.zone = zone;
        return true;
    }
    if (take_clock(parts, word)) return true;
    if (const auto month = assets::name_index(assets::english_months, without_point(word))) {
        parts.month = *month + 1;
        return true;
    }
    if (assets::name_index(assets::english_weekdays, without_point(word)) || word == "from") return true;
    if (const auto number = whole_number(word)) {
        constexpr int last_day = 31, least_year = 1000;
        if (*number > last_day && *number < least_year) return false;
        if (*number > last_day)
            parts.year = *number;
        else
            parts.day = static_cast<unsigned>(*number);
        return true;
    }
    const auto written = assets::parse_time_text(word, 0); // 2024-08-14
    if (!written || written->precision != assets::Precision::Day) return false;
    const chr::year_month_day date{chr::floor<chr::days>(written->first)};
    parts.year = static_cast<int>(date.year());
    parts.month = static_cast<unsigned>(date.month());
    parts.day = static_cast<unsigned>(date.day());
    return true;
}

/// The beginning of a span or the whole text: "4 to 14 March 2024" is 4 March 2024.
std::optional<Parts> parts_of(const std::string& text) {
    Parts first, last;
    bool after_to = false;
    const auto words = words_of(simplified(text));
    for (std::size_t i = 0; i < words.size(); ++i) {
        Parts& parts = after_to ? last : first;
        const bool before_half = i + 1 < words.size() && half_of_day(words[i + 1]);
        if (words[i] == "to" || words[i] == "-") {
            if (after_to) return std::nullopt;
            after_to = true;
        } else if (before_half) {
            if (!take_half_day_clock(parts, words[i], *half_of_day(words[i + 1]))) return std::nullopt;
            ++i;
        } else if (!take(parts, words[i])) {
            return std::nullopt;
        }
    }
    if (!first.month) first.month = last.month;
    if (!first.year) first.year = last.year;
    if (!first.zone) first.zone = last.zone;
    return first;
}

} // namespace

std::optional<assets::Instant> typed_instant(const std::string& typed, double utc_offset_h, assets::Instant shown,
                                             std::string& error) {
    const chr::seconds local{std::llround(utc_offset_h * 3600)};
    const auto first = typed.find_first_not_of(" \t");
    const std::string text =
        first == std::string::npos ? "" : typed.substr(first, typed.find_last_not_of(" \t") - first + 1);
    error = "'" + text + "' is not a date such as 2024-08-14 or 14 August 2024, or a time such as 2024-08-14 06:30";
    const auto noon_utc = [&](chr::year_month_day date) -> std::optional<assets::Instant> {
        if (!date.ok()) return std::nullopt;
        error.clear();
        return assets::Instant{chr::sys_days{date}} + chr::hours{12}; // as on the command line
    };
    if (const auto time = assets::parse_time_text(text, utc_offset_h)) {
        if (time->precision != assets::Precision::Time)
            return noon_utc(chr::year_month_day{chr::floor<chr::days>(time->first + local)});
        error.clear();
        return time->first;
    }
    const auto parts = text.empty() ? std::nullopt : parts_of(text);
    if (!parts) return std::nullopt;
    const auto zone = parts->zone.value_or(local);
    const chr::year_month_day today{chr::floor<chr::days>(shown + zone)};
    const bool only_clock = parts->clock && !parts->day && !parts->month && !parts->year;
    if (!only_clock && !parts->month) return std::nullopt;
    const chr::year_month_day date = only_clock ? today
                                                : chr::year{parts->year.value_or(static_cast<int>(today.year()))} /
                                                      chr::month{*parts->month} / chr::day{parts->day.value_or(1)};
    if (!parts->clock) return noon_utc(date);
    if (!date.ok() || (!only_clock && !parts->day)) return std::nullopt;
    error.clear();
    return assets::Instant{chr::sys_days{date}} + *parts->clock - zone;
}

} // namespace app
