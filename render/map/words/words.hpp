#pragma once

#include "assets/model/values/instant.hpp"
#include "render/map/words/names.hpp"

#include <filesystem>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace render {

/// Every string that is printed on a map or written about one, from render/words/LANG.toml, overridden by a scenario's
/// [words], and the names of things in the languages of the map. Keys are dotted: "label.in_area".
class Words {
public:
    /// Throws geo::ReadError, naming file and key, for a file that is not TOML or a value that is not a text. Throws
    /// FigureError for an override of an unknown key, or with a {name} that the replaced text does not have.
    [[nodiscard]] static Words read(const std::filesystem::path&,
                                    const std::map<std::string, std::string>& overrides = {});

    /// The text of a key with its {name} placeholders filled. An unknown key or placeholder is a bug: it fails an
    /// assertion, and release builds return the key itself.
    [[nodiscard]] std::string
    operator()(std::string_view key, std::initializer_list<std::pair<std::string_view, std::string>> values = {}) const;
    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] const std::string& language() const noexcept { return m_language; }
    /// The names of countries, and of UN, EU and NATO, by their codes.
    [[nodiscard]] Names::Countries country_names() const;
    /// All texts by key, to check that [words] overrides only known keys.
    [[nodiscard]] const std::map<std::string, std::string, std::less<>>& all() const noexcept { return m_words; }

    /// The names of things, in languages that need not be that of the words; English unless set_names() was called.
    [[nodiscard]] const Names& names() const noexcept { return m_names; }
    void set_names(Names);
    /// The language for setting a line of words that holds names; see Names::line_language().
    [[nodiscard]] std::string line_language() const { return m_names.line_language(m_language); }

    /// "27 June" and "27 June 2024": the civil day at this offset from UTC.
    [[nodiscard]] std::string day_month(assets::Instant, double utc_offset_h) const;
    [[nodiscard]] std::string day_month_year(assets::Instant, double utc_offset_h) const;
    /// "27 Oct." and "27 Oct. 2024", for labels and lists.
    [[nodiscard]] std::string short_day_month(assets::Instant, double utc_offset_h) const;
    [[nodiscard]] std::string short_day_month_year(assets::Instant, double utc_offset_h) const;
    /// The local time in words: "2:30 p.m.", "noon", or "14:30" in languages with a clock of 24 hours.
    [[nodiscard]] std::string clock(assets::Instant, double utc_offset_h) const;

private:
    [[nodiscard]] std::string date(std::string_view months, assets::Instant, double utc_offset_h, bool with_year) const;

    std::string m_language;
    Names m_names;
    std::map<std::string, std::string, std::less<>> m_words;
};

} // namespace render
