// The date field. The reader of the files knows the forms of dates and clocks; this file completes a typed text, which
// may leave out the date or the year, until that reader understands it.
#include "app/session/models/timeline_model.hpp"
#include "assets/model/values/time_forms.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <span>
#include <utility>

#include <fmt/format.h>

namespace app {

namespace {

namespace chr = std::chrono;
using assets::Instant;
using assets::Precision;

std::string in_small_letters(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

/// The words of a text; dashes between dates become the word "to", and noon and midnight are written as clocks.
std::vector<std::string> words_of(const std::string& text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> replacements{
        {{"\xE2\x80\x93", " to "}, {"\xE2\x80\x94", " to "}, {"\xC2\xA0", " "}, {",", " "}, {"\t", " "}}};
    std::string plain;
    for (std::size_t i = 0; i < text.size();) {
        const auto rest = std::string_view{text}.substr(i);
        const auto* const found =
            std::ranges::find_if(replacements, [&](const auto& pair) { return rest.starts_with(pair.first); });
        const bool is_known = found != replacements.end();
        plain += is_known ? found->second : rest.substr(0, 1);
        i += is_known ? found->first.size() : 1;
    }
    std::vector<std::string> words;
    for (std::size_t from = 0; from < plain.size();) {
        const auto end = std::min(plain.find(' ', from), plain.size());
        std::string word = plain.substr(from, end - from);
        from = end + 1;
        const std::string small = in_small_letters(word);
        if (small == "noon") word = "12:00";
        if (small == "midnight") word = "00:00";
        if (small == "to" || small == "-") word = "to";
        if (!word.empty()) words.push_back(std::move(word));
    }
    // Words that the program prints before a date: "from 5 June 2024".
    constexpr std::array<std::string_view, 4> before{"from", "until", "since", "on"};
    if (!words.empty() && std::ranges::find(before, in_small_letters(words.front())) != before.end())
        words.erase(words.begin());
    return words;
}

std::string joined(std::span<const std::string> words) {
    return fmt::format("{}", fmt::join(words, " "));
}

bool has_year(std::span<const std::string> words) {
    return std::ranges::any_of(words, [](const std::string& word) {
        std::size_t digits = 0;
        for (const char c : word) {
            digits = c >= '0' && c <= '9' ? digits + 1 : 0;
            if (digits == 4) return true;
        }
        return false;
    });
}

/// What a typed text can mean: itself, then with what it leaves out, the likeliest first. `today`: the day shown.
std::vector<std::string> completions(const std::vector<std::string>& words, const std::string& today) {
    const std::string year = today.substr(0, 4);
    const auto to = std::ranges::find(words, "to");
    if (to == words.end()) {
        std::vector<std::string> all{joined(words)};
        if (!has_year(words)) all.push_back(joined(words) + " " + year);
        return all;
    }
    // The beginning of a span takes month and year from its end: "4 to 14 March 2024".
    const std::vector<std::string> first{words.begin(), to}, last{to + 1, words.end()};
    if (first.empty() || last.empty() || std::ranges::find(last, "to") != last.end()) return {};
    const std::string begin = joined(first);
    std::vector<std::string> all;
    for (std::size_t i = 0; i < last.size(); ++i) {
        const auto rest = std::span{last}.subspan(i);
        all.push_back(begin + " " + joined(rest));
        if (!has_year(rest)) all.push_back(begin + " " + joined(rest) + " " + year);
    }
    all.push_back(begin);
    if (!has_year(first)) all.push_back(begin + " " + year);
    return all;
}

Instant noon_utc(Instant local_midnight, chr::seconds offset) {
    return Instant{chr::floor<chr::days>(local_midnight + offset)} + chr::hours{12}; // as on the command line
}

} // namespace

std::optional<Instant> typed_instant(const std::string& typed, double utc_offset_h, Instant shown, std::string& error) {
    const chr::seconds offset{std::llround(utc_offset_h * 3600)};
    const auto first = typed.find_first_not_of(" \t");
    const std::string text =
        first == std::string::npos ? "" : typed.substr(first, typed.find_last_not_of(" \t") - first + 1);
    error.clear();
    const Instant midnight = Instant{chr::floor<chr::days>(shown + offset)} - offset;
    const std::string today = assets::to_iso(midnight + offset).substr(0, 10);
    const auto words = words_of(text);
    std::vector<std::string> candidates{text};
    std::ranges::move(completions(words, today), std::back_inserter(candidates));
    for (const std::string& candidate : candidates)
        if (const auto time = assets::parse_time_text(candidate, utc_offset_h))
            return time->precision == Precision::Time ? time->first : noon_utc(time->first, offset);
    // A clock alone is a time of the local day shown, in whatever zone it is written.
    const auto clock = assets::read_written_time(today + " " + joined(words), utc_offset_h, assets::DateOrder::IsoOnly);
    if (clock.time && clock.time->precision == Precision::Time) {
        const Instant at = clock.time->first;
        const bool before = at < midnight, after = at >= midnight + chr::days{1};
        return clock.has_zone && before ? at + chr::days{1} : clock.has_zone && after ? at - chr::days{1} : at;
    }
    if (const auto read = assets::read_written_time(text, utc_offset_h, assets::DateOrder::IsoOnly);
        !read.problem.empty()) {
        error = "'" + text + "' " + read.problem;
        return std::nullopt;
    }
    error = "'" + text + "' is not a date such as 2024-08-14 or 14 August 2024, or a time such as 2024-08-14 06:30";
    return std::nullopt;
}

DatedText with_year(const std::string& typed, double utc_offset_h, assets::DateOrder order, Instant shown,
                    std::optional<Instant> not_before) {
    const auto words = words_of(typed);
    if (words.empty() || has_year(words) || assets::parse_time_text(typed, utc_offset_h, order)) return {typed};
    const chr::seconds offset{std::llround(utc_offset_h * 3600)};
    const auto local_day = chr::floor<chr::days>(not_before.value_or(shown) + offset);
    const int first_year = static_cast<int>(chr::year_month_day{local_day}.year());
    for (const int year : {first_year, first_year + 1}) {
        const std::string text = fmt::format("{} {}", typed, year);
        const auto read = assets::parse_time_text(text, utc_offset_h, order);
        if (read && (!not_before || read->last >= *not_before)) return {text, year, year != first_year};
        if (!not_before) break;
    }
    return {typed};
}

} // namespace app
