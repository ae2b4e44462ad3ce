#pragma once

#include "assets/model/area.hpp"
#include "render/map/words/places/place_words.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace render {

/// A name in one language, or in two languages in which it differs.
struct MapName {
    struct Part {
        std::string text;
        std::string lang; ///< BCP 47, for setting the text
    };
    std::vector<Part> parts; ///< one or two

    [[nodiscard]] std::string in_line() const; ///< "Incheon 인천"
};

/// Names of things in the languages of a map. A thing without a name in one language is named in the other alone, and
/// without a name in either as it was declared, which counts as English unless it has an English name too.
class Names {
public:
    /// The names of countries in one language by their codes of ISO 3166-1.
    using Countries = std::map<std::string, std::string, std::less<>>;

    Names() = default; ///< English
    /// `countries`: names by language.
    Names(geo::NameLanguages, std::map<std::string, Countries, std::less<>> countries);

    /// Sets the words of the map about places; English unless called.
    void set_place_words(PlaceWords words) { m_place_words = std::move(words); }

    [[nodiscard]] const geo::NameLanguages& languages() const noexcept { return m_languages; }
    /// The name of a thing from its declared name and its names in other languages.
    [[nodiscard]] MapName of(const std::string& declared, const geo::LocalNames&) const;
    /// The name of a sea. English names have an article in a sentence, and French ones a small letter.
    [[nodiscard]] MapName of(const geo::Sea&, assets::Article) const;
    /// A country's name. `declared` is its name in the language of the words.
    [[nodiscard]] MapName of_country(std::string_view iso, const std::string& declared,
                                     std::string_view words_language) const;
    /// A place as a report names it, in one line. A known place near the position, a sea and a country are named in the
    /// languages of the map. The words around a place, as in "off Guam", are those of the map's words; English words
    /// stay as they were written. Any other text stays as it is.
    [[nodiscard]] std::string of_place(const assets::Scenario&, const std::string& written,
                                       std::optional<geo::LonLat> position) const;
    /// The language (BCP 47) for setting a line of words that holds names: that of the words if they have Han
    /// characters, else the first of Chinese, Japanese and Korean among the languages of names, which decides the forms
    /// of Han characters, else that of the words.
    [[nodiscard]] std::string line_language(const std::string& words_language) const;

private:
    [[nodiscard]] std::string about_place(const assets::Scenario&, const std::string& written,
                                          const assets::AboutPhrase&, std::optional<geo::LonLat> position) const;

    geo::NameLanguages m_languages;
    PlaceWords m_place_words;
    std::map<std::string, Countries, std::less<>> m_countries;
};

} // namespace render
