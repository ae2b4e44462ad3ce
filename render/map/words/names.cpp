#include "render/map/words/names.hpp"

#include "assets/formats/reading/place_phrase.hpp"
#include "geo/earth/geodesic.hpp"
#include "geo/text/country_codes.hpp"
#include "geo/text/names.hpp"

#include <algorithm>
#include <array>

namespace render {
namespace {

bool is_cjk(std::string_view language) {
    return language == "ko" || language == "ja" || language == "zh";
}

/// The BCP 47 tag for setting text. Chinese names are set as simplified characters.
std::string tag_of(std::string_view language) {
    return language == "zh" ? "zh-Hans" : std::string{language};
}

/// Whether any character is of a script that runs from right to left: U+0590 to U+08FF, or a presentation form.
bool runs_leftwards(std::string_view utf8) {
    for (std::size_t i = 0; i + 1 < utf8.size(); ++i) {
        const auto first = static_cast<unsigned char>(utf8[i]), second = static_cast<unsigned char>(utf8[i + 1]);
        const bool hebrew_to_arabic = first >= 0xD6 && first <= 0xDF && (first != 0xD6 || second >= 0x90);
        const bool extended = first == 0xE0 && second <= 0xA3;
        const unsigned third = i + 2 < utf8.size() ? static_cast<unsigned char>(utf8[i + 2]) : 0U;
        const unsigned pair = (unsigned{second} << 8U) + third; // of U+FB1D to U+FDFF and U+FE70 to U+FEFC
        const bool presented =
            first == 0xEF && ((pair >= 0xAC9D && pair <= 0xB7BF) || (pair >= 0xB9B0 && pair <= 0xBBBC));
        if (hebrew_to_arabic || extended || presented) return true;
    }
    return false;
}

/// The name, with a left-to-right mark behind it if it runs from right to left: a number or bracket that follows in a
/// line of words would be drawn on its other side.
std::string isolated(std::string name) {
    if (runs_leftwards(name)) name += "\u200e";
    return name;
}

/// The place of this id, name or alias that is nearest to the position, unless it is too far away to be meant. Without
/// a position the only such place; null when there are several.
const geo::Place* nearest_named(const assets::Scenario& scenario, std::string_view name,
                                std::optional<geo::LonLat> position) {
    constexpr double farthest_m = 400'000; // a report from an archipelago may lie far off its point
    std::vector<const geo::Place*> candidates;
    const std::string folded = geo::fold_name(name);
    const auto is_called = [&](const std::string& known) {
        return geo::fold_name(known) == folded;
    };
    const auto is_called_in_a_language = [&](const geo::LocalNames& names) {
        return is_called(names.en) || is_called(names.ko) || is_called(names.ja) || is_called(names.zh) ||
               is_called(names.fr);
    };
    for (const geo::Place& place : scenario.places)
        if (place.id == name || is_called(place.name) ||
            std::any_of(place.aliases.begin(), place.aliases.end(), is_called) || is_called_in_a_language(place.names))
            candidates.push_back(&place);
    // A scenario that declares a known place without its other names means the place of the gazetteer.
    const bool has_names =
        std::ranges::any_of(candidates, [](const geo::Place* place) { return place->names != geo::LocalNames{}; });
    if (!has_names && scenario.atlas) {
        constexpr double same_place_m = 25'000;
        const geo::Gazetteer& gazetteer = scenario.atlas->gazetteer;
        std::vector<const geo::Place*> known;
        if (const geo::Place* place = gazetteer.by_id(name)) known.push_back(place);
        if (known.empty()) known = gazetteer.find(name);
        if (!candidates.empty())
            std::erase_if(known, [&](const geo::Place* place) {
                return std::ranges::none_of(candidates, [&](const geo::Place* own) {
                    return geo::distance_m(own->position, place->position) <= same_place_m;
                });
            });
        if (!known.empty()) candidates = std::move(known);
    }
    if (!position) return candidates.size() == 1 ? candidates.front() : nullptr;
    // A place of this very name comes before one with such an alias: Guam before its harbour.
    for (const bool by_alias : {false, true}) {
        const geo::Place* best = nullptr;
        double best_m = farthest_m;
        for (const geo::Place* place : candidates)
            if (const double m = geo::distance_m(place->position, *position);
                m < best_m && (by_alias || is_called(place->name))) {
                best = place;
                best_m = m;
            }
        if (best != nullptr) return best;
    }
    return nullptr;
}

/// The place that a text means: "Yokosuka", "Yokosuka, Japan" or "Port of Yokosuka"; null for any other text.
const geo::Place* place_meant(const assets::Scenario& scenario, const std::string& written,
                              std::optional<geo::LonLat> position) {
    if (const geo::Place* place = nearest_named(scenario, written, position)) return place;
    const assets::CountryPhrase phrase = assets::country_phrase(written);
    if (!phrase.country.empty())
        if (const geo::Place* place = nearest_named(scenario, phrase.name, position)) return place;
    for (const assets::KindPhrase& kind : assets::kind_phrases(phrase.country.empty() ? written : phrase.name))
        if (const geo::Place* place = nearest_named(scenario, kind.name, position)) return place;
    return nullptr;
}

/// A French name of a sea inside a sentence: its general word has a small letter, as in "mer de Corail".
std::string in_french_sentence(std::string name) {
    constexpr std::array general = std::to_array<std::string_view>(
        {"Mer ", "Golfe ", "Détroit", "Océan ", "Baie ", "Canal ", "Passage ", "Eaux ", "Zone ", "Grande Baie "});
    if (std::ranges::any_of(general, [&](std::string_view word) { return name.starts_with(word); }))
        name.front() = static_cast<char>(name.front() - 'A' + 'a');
    return name;
}

/// The code of the country that a text names, unless the position is too far from it to mean that one: "Georgia".
std::string_view country_meant(const assets::Scenario& scenario, std::string_view name,
                               std::optional<geo::LonLat> position) {
    constexpr double farthest_m = 3'000'000; // from a point amid a country, or amid a part of a large one
    constexpr std::size_t code_size = 2;     // a code is no name
    const std::string_view code = name.size() > code_size ? geo::whole_country(name) : std::string_view{};
    if (code.empty() || !position || !scenario.atlas) return code;
    const auto is_near = [&](const geo::Country& country) {
        return country.iso == code && geo::distance_m(country.label, *position) <= farthest_m;
    };
    return std::ranges::any_of(scenario.atlas->countries, is_near) ? code : std::string_view{};
}

} // namespace

std::string MapName::in_line() const {
    std::string line;
    for (const Part& part : parts)
        line += (line.empty() ? "" : " ") + part.text;
    return line;
}

Names::Names(geo::NameLanguages languages, std::map<std::string, Countries, std::less<>> countries)
    : m_languages{std::move(languages)}, m_countries{std::move(countries)} {}

MapName Names::of(const std::string& declared, const geo::LocalNames& names) const {
    MapName name;
    for (const std::string* language : {&m_languages.first, &m_languages.second}) {
        std::string text{names.in(*language)};
        if (text.empty() && *language == "en") text = declared;
        if (text.empty() || (!name.parts.empty() && name.parts.front().text == text)) continue;
        name.parts.push_back({std::move(text), tag_of(*language)});
    }
    if (name.parts.empty()) name.parts.push_back({declared, "en"});
    for (MapName::Part& part : name.parts)
        part.text = isolated(std::move(part.text));
    return name;
}

MapName Names::of(const geo::Sea& sea, assets::Article article) const {
    const bool in_sentence = article == assets::Article::With;
    const bool with_article = in_sentence && m_languages.first == "en" && !sea.article_name.empty();
    MapName name = of(with_article ? sea.article_name : sea.name, sea.names);
    for (MapName::Part& part : name.parts)
        if (in_sentence && part.lang == "fr") part.text = in_french_sentence(std::move(part.text));
    return name;
}

MapName Names::of_country(std::string_view iso, const std::string& declared, std::string_view words_language) const {
    // Words in a language that has no column in the gazetteer still name countries: `declared` is in that language.
    const bool has_names =
        std::ranges::find(geo::LocalNames::languages, words_language) != geo::LocalNames::languages.end();
    if (!has_names && m_languages.first == "en" && m_languages.second.empty())
        return {{{isolated(declared), std::string{words_language}}}};
    geo::LocalNames names;
    for (const std::string_view language : geo::LocalNames::languages) {
        const auto table = m_countries.find(language);
        if (language == words_language) {
            *names.member(language) = declared;
        } else if (table != m_countries.end()) {
            if (const auto found = table->second.find(iso); found != table->second.end())
                *names.member(language) = found->second;
        }
    }
    return of(declared, names);
}

std::string Names::of_place(const assets::Scenario& scenario, const std::string& written,
                            std::optional<geo::LonLat> position) const {
    const assets::AboutPhrase about = assets::about_phrase(written);
    if (written.empty() || (m_languages.first == "en" && m_languages.second.empty())) {
        // English names stay as they were written; the words around them follow those of the map.
        const bool has_words = !about.name.empty() && m_place_words.language != "en" && written.ends_with(about.name);
        return has_words ? about_place(scenario, written, about, position) : isolated(written);
    }
    if (const geo::Place* place = place_meant(scenario, written, position)) return of(written, place->names).in_line();
    if (const geo::Sea* sea = scenario.atlas ? scenario.atlas->seas.find(written) : nullptr)
        return of(written, sea->names).in_line();
    if (about.name.empty() || !written.ends_with(about.name)) return isolated(written);
    return about_place(scenario, written, about, position);
}

std::string Names::about_place(const assets::Scenario& scenario, const std::string& written,
                               const assets::AboutPhrase& about, std::optional<geo::LonLat> position) const {
    const std::string bare{about.name};
    std::string name = of_place(scenario, bare, position);
    const std::string_view country = name == bare ? country_meant(scenario, bare, position) : std::string_view{};
    if (const auto found = m_place_words.countries.find(country); found != m_place_words.countries.end())
        name = of_country(country, found->second, m_place_words.language).in_line();
    if (m_place_words.language == "en") return written.substr(0, written.size() - bare.size()) + name;
    return place_phrase(m_place_words, about.about, name, country);
}

std::string Names::line_language(const std::string& words_language) const {
    if (words_language == "ja" || words_language == "zh") return words_language; // words have Han characters, too
    for (const std::string* language : {&m_languages.first, &m_languages.second})
        if (is_cjk(*language)) return tag_of(*language);
    return words_language;
}

} // namespace render
