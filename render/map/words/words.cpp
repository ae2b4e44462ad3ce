#include "render/map/words/words.hpp"

#include "geo/basemap/files/toml_file.hpp"
#include "geo/error.hpp"
#include "render/map/style/errors.hpp"
#include "render/map/words/sentences.hpp"

#include <cassert>
#include <cmath>
#include <set>

#include <fmt/format.h>
#include <toml++/toml.h>

namespace render {
namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

void flatten(const toml::table& table, const std::string& prefix, const std::string& file, Texts& texts) {
    for (const auto& [key, value] : table) {
        const std::string name = prefix + std::string{key.str()};
        if (const auto* inner = value.as_table()) {
            flatten(*inner, name + ".", file, texts);
        } else if (const auto* text = value.as_string()) {
            texts[name] = text->get();
        } else {
            throw geo::ReadError{fmt::format("{}: {}: must be a text in quotes", file, name)};
        }
    }
}

/// The names in braces in a text.
std::set<std::string, std::less<>> placeholders(std::string_view text) {
    std::set<std::string, std::less<>> names;
    for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
        const std::size_t close = text.find('}', open);
        if (close == std::string_view::npos) break;
        names.emplace(text.substr(open + 1, close - open - 1));
    }
    return names;
}

} // namespace

Words Words::read(const std::filesystem::path& path, const std::map<std::string, std::string>& overrides) {
    const std::string file = path.string();
    Words words;
    flatten(geo::read_toml(path), "", file, words.m_words);
    const auto language = words.m_words.find("language");
    if (language == words.m_words.end()) throw geo::ReadError{file + ": language: missing"};
    words.m_language = language->second;
    words.m_words.erase(language);

    for (const auto& [key, text] : overrides) {
        const auto original = words.m_words.find(key);
        if (original == words.m_words.end()) {
            throw FigureError{fmt::format("[words] {}: no such text in {}", key, file)};
        }
        const auto known = placeholders(original->second);
        for (const std::string& name : placeholders(text)) {
            if (!known.contains(name)) {
                throw FigureError{fmt::format("[words] {}: {{{}}} is not a placeholder of this text", key, name)};
            }
        }
        original->second = text;
    }
    words.set_names({});
    return words;
}

void Words::set_names(Names names) {
    PlaceWords place_words{.language = m_language, .countries = country_names()};
    for (std::size_t i = 0; i < phrase_keys.size(); ++i)
        if (const auto phrase = m_words.find(phrase_keys[i]); phrase != m_words.end())
            place_words.phrases[i] = phrase->second;
    names.set_place_words(std::move(place_words));
    m_names = std::move(names);
}

Names::Countries Words::country_names() const {
    constexpr std::string_view prefix = "country.";
    constexpr std::size_t code_size = 2;
    Names::Countries names;
    for (auto it = m_words.lower_bound(prefix); it != m_words.end() && it->first.starts_with(prefix); ++it)
        if (const std::string code = it->first.substr(prefix.size()); code.size() == code_size || code == "NATO")
            names.emplace(code, it->second);
    return names;
}

std::string Words::operator()(std::string_view key,
                              std::initializer_list<std::pair<std::string_view, std::string>> values) const {
    const auto found = m_words.find(key);
    assert(found != m_words.end());
    if (found == m_words.end()) return std::string{key};

    const std::string_view text = found->second;
    std::string filled;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t open = text.find('{', at);
        const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) {
            filled += text.substr(at);
            break;
        }
        filled += text.substr(at, open - at);
        const std::string_view name = text.substr(open + 1, close - open - 1);
        bool known = false;
        for (const auto& [placeholder, value] : values) {
            if (placeholder == name) {
                filled += value;
                known = true;
                break;
            }
        }
        assert(known);
        if (!known) return std::string{key};
        at = close + 1;
    }
    return filled;
}

bool Words::has(std::string_view key) const {
    return m_words.find(key) != m_words.end();
}

std::string Words::date(std::string_view months, assets::Instant t, double utc_offset_h, bool with_year) const {
    const auto day = civil_day(t, utc_offset_h);
    const std::string month = (*this)(fmt::format("{}.{}", months, static_cast<unsigned>(day.month())));
    const std::string number = fmt::format("{}", static_cast<unsigned>(day.day()));
    if (!with_year) return (*this)("date.day_month", {{"day", number}, {"month", month}});
    return (*this)("date.day_month_year",
                   {{"day", number}, {"month", month}, {"year", fmt::format("{}", static_cast<int>(day.year()))}});
}

std::string Words::day_month(assets::Instant t, double utc_offset_h) const {
    return date("month", t, utc_offset_h, false);
}

std::string Words::day_month_year(assets::Instant t, double utc_offset_h) const {
    return date("month", t, utc_offset_h, true);
}

std::string Words::short_day_month(assets::Instant t, double utc_offset_h) const {
    return date("month_short", t, utc_offset_h, false);
}

std::string Words::short_day_month_year(assets::Instant t, double utc_offset_h) const {
    return date("month_short", t, utc_offset_h, true);
}

std::string Words::clock(assets::Instant t, double utc_offset_h) const {
    const assets::Instant local = t + std::chrono::seconds{std::llround(utc_offset_h * 3600.0)};
    const std::chrono::hh_mm_ss time{local - std::chrono::floor<std::chrono::days>(local)};
    const auto hour = time.hours().count(), minute = time.minutes().count();
    if ((*this)("clock.am", {{"time", ""}}).empty()) return fmt::format("{:02}:{:02}", hour, minute);
    if (minute == 0 && hour % 12 == 0) return (*this)(hour == 0 ? "clock.midnight" : "clock.noon");
    const auto of_twelve = hour % 12 == 0 ? 12 : hour % 12;
    return (*this)(hour < 12 ? "clock.am" : "clock.pm",
                   {{"time", minute == 0 ? fmt::format("{}", of_twelve) : fmt::format("{}:{:02}", of_twelve, minute)}});
}

} // namespace render
