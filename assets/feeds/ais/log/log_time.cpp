#include "assets/feeds/ais/log/log_time.hpp"

#include "assets/feeds/ais/sentence.hpp"
#include "assets/feeds/number.hpp"
#include "assets/model/values/time_forms.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace assets::ais {

namespace {

using namespace std::chrono;

std::optional<Instant> time_of_text(std::string_view text) {
    if (text.empty()) return std::nullopt;
    const bool is_number =
        std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    constexpr std::size_t least_digits = 10;   // since 2001
    constexpr std::size_t compact_digits = 14; // 20240731060000
    if (is_number && text.size() != compact_digits) return text.size() >= least_digits ? unix_time(text) : std::nullopt;
    const WrittenTime read = read_written_time(text, 0, DateOrder::IsoOnly);
    if (!read.time || read.time->precision != Precision::Time) return std::nullopt;
    return read.time->first;
}

std::vector<std::string_view> fields_of(std::string_view text) {
    std::vector<std::string_view> fields;
    for (;;) {
        const auto comma = text.find(',');
        fields.push_back(text.substr(0, comma));
        if (comma == std::string_view::npos) return fields;
        text.remove_prefix(comma + 1);
    }
}

std::optional<int> whole(std::string_view text) {
    int value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || failed != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

std::optional<Instant> instant_of(std::optional<int> y, std::optional<int> m, std::optional<int> d,
                                  std::optional<milliseconds> clock) {
    if (!y || !m || !d || !clock) return std::nullopt;
    const year_month_day date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    return date.ok() ? std::optional<Instant>{sys_days{date} + *clock} : std::nullopt;
}

/// `060000`, `060000.25`
std::optional<milliseconds> clock_of(std::string_view text) {
    constexpr std::size_t digits = 6;
    if (text.size() < digits) return std::nullopt;
    const auto h = whole(text.substr(0, 2)), min = whole(text.substr(2, 2)), s = whole(text.substr(4, 2));
    if (!h || !min || !s || *h > 23 || *min > 59 || *s > 60) return std::nullopt;
    milliseconds fraction{0};
    if (text.size() > digits) {
        if (text[digits] != '.') return std::nullopt;
        int unit = 100;
        for (const char c : text.substr(digits + 1)) {
            if (c < '0' || c > '9') return std::nullopt;
            fraction += milliseconds{(c - '0') * unit};
            unit /= 10;
        }
    }
    return hours{*h} + minutes{*min} + seconds{*s} + fraction;
}

bool has_right_checksum(std::string_view body, std::string_view digits) {
    int sum = 0, written = 0;
    for (const char c : body)
        sum ^= static_cast<unsigned char>(c);
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), written, 16);
    return failed == std::errc{} && end == digits.data() + digits.size() && sum == written;
}

} // namespace

std::optional<Instant> time_before_sentence(std::string_view text) {
    constexpr std::size_t longest = 80;
    constexpr std::string_view around = " \t,;:[](){}<>|-\"'#";
    const auto trimmed = [&](std::string_view part) {
        const auto first = part.find_first_not_of(around);
        if (first == std::string_view::npos) return std::string_view{};
        return part.substr(first, part.find_last_not_of(around) - first + 1);
    };
    if (text.size() > longest) return std::nullopt;
    text = trimmed(text);
    // The whole text, its first two words (a date and a clock), its first word, and what stands before a semicolon.
    if (const auto time = time_of_text(text)) return time;
    const auto first = std::min(text.find_first_of(" \t"), text.size());
    const auto second = std::min(text.find_first_of(" \t", std::min(first + 1, text.size())), text.size());
    for (const auto end : {second, first, text.find(','), text.find(';'), text.find(']')})
        if (end < text.size())
            if (const auto time = time_of_text(trimmed(text.substr(0, end)))) return time;
    return std::nullopt;
}

std::optional<Instant> clock_sentence(std::string_view line) {
    line = without_blanks(line);
    const auto star = line.rfind('*');
    if (!line.starts_with('$') || star == std::string_view::npos || star + 3 != line.size()) return std::nullopt;
    const auto body = line.substr(1, star - 1);
    const bool is_pghp = body.starts_with("PGHP,1,");
    const bool is_rmc = body.size() > 6 && body.substr(2, 4) == "RMC,",
               is_zda = body.size() > 6 && body.substr(2, 4) == "ZDA,";
    if ((!is_pghp && !is_rmc && !is_zda) || (!is_pghp && !has_right_checksum(body, line.substr(star + 1))))
        return std::nullopt; // programs rewrite $PGHP lines without a new checksum
    const auto fields = fields_of(body);
    const auto at = [&](std::size_t i) {
        return i < fields.size() ? fields[i] : std::string_view{};
    };
    if (is_pghp) {
        const auto h = whole(at(5)), min = whole(at(6)), s = whole(at(7)), ms = whole(at(8));
        if (!h || !min || !s || *h > 23 || *min > 59 || *s > 60) return std::nullopt;
        return instant_of(whole(at(2)), whole(at(3)), whole(at(4)),
                          hours{*h} + minutes{*min} + seconds{*s} + milliseconds{std::min(ms.value_or(0), 999)});
    }
    if (is_zda) return instant_of(whole(at(4)), whole(at(3)), whole(at(2)), clock_of(at(1)));
    const auto date = at(9); // 310724
    if (at(2) != "A" || date.size() != 6) return std::nullopt;
    const auto y = whole(date.substr(4, 2));
    return instant_of(y ? std::optional{2000 + *y} : std::nullopt, whole(date.substr(2, 2)), whole(date.substr(0, 2)),
                      clock_of(at(1)));
}

} // namespace assets::ais
