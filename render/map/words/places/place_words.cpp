#include "render/map/words/places/place_words.hpp"

#include <algorithm>

namespace render {
namespace {

// Names of countries that begin with a consonant and are masculine in French: "du Japon".
constexpr std::array masculine = std::to_array<std::string_view>(
    {"BB", "BD", "BF", "BI", "BJ", "BN", "BR", "BT", "BW", "BZ", "CA", "CG", "CL", "CM", "CR", "CV", "DK", "EH",
     "GA", "GD", "GH", "GL", "GT", "GY", "HN", "JP", "KE", "KG", "KH", "KW", "KZ", "LA", "LB", "LI", "LK", "LR",
     "LS", "LU", "MA", "ME", "ML", "MW", "MX", "MZ", "NE", "NG", "NI", "NP", "PA", "PE", "PK", "PT", "PY", "QA",
     "RW", "SD", "SN", "SR", "SS", "SV", "TD", "TG", "TJ", "TL", "TM", "VA", "VE", "VN", "VU", "YE", "ZW", "GB"});
constexpr std::array plural =
    std::to_array<std::string_view>({"AE", "BM", "BS", "FJ", "KM", "MV", "NL", "PH", "PW", "SC", "US"});
constexpr std::array without_article = std::to_array<std::string_view>(
    {"AD", "AG", "AW", "BH", "BL", "CU", "CW", "CY", "DJ", "GG", "GI", "GU", "HK", "HT", "IL",
     "JE", "KI", "KN", "LC", "MC", "MF", "MG", "MO", "MT", "MU", "NR", "NU", "OM", "PM", "PR",
     "RE", "SG", "SH", "SM", "ST", "SX", "TK", "TO", "TT", "TV", "TW", "VC", "WF", "WS", "YT"});

template <std::size_t Size>
bool holds(const std::array<std::string_view, Size>& codes, std::string_view code) {
    return std::ranges::find(codes, code) != codes.end();
}

/// Whether French elides "de" before the name. Names with an "h" keep it: "de Haïfa".
bool begins_with_vowel(std::string_view name) {
    constexpr std::array vowels = std::to_array<std::string_view>(
        {"A", "E", "I", "O", "U", "a", "e", "i", "o", "u", "À", "Â", "É", "È", "Ê", "Î", "Ō", "Ô", "Ü", "é", "î", "ō"});
    return std::ranges::any_of(vowels, [&](std::string_view vowel) { return name.starts_with(vowel); });
}

/// "de" and a name, contracted as French does.
std::string of_name(const std::string& name, std::string_view country) {
    constexpr std::string_view masculine_article = "Le ", plural_article = "Les ";
    if (name.starts_with(masculine_article)) return "du " + name.substr(masculine_article.size());
    if (name.starts_with(plural_article)) return "des " + name.substr(plural_article.size());
    if (name.starts_with("Îles ")) return "des î" + name.substr(std::string_view{"Î"}.size());
    if (name.starts_with("Île ")) return "de l’î" + name.substr(std::string_view{"Î"}.size());
    const bool elides = begins_with_vowel(name);
    if (holds(plural, country)) return "des " + name;
    if (!country.empty() && !holds(without_article, country)) {
        if (elides) return "de l’" + name;
        return (holds(masculine, country) ? "du " : "de la ") + name;
    }
    return (elides ? "d’" : "de ") + name;
}

} // namespace

std::string place_phrase(const PlaceWords& words, assets::About about, const std::string& name,
                         std::string_view country) {
    constexpr std::string_view placeholder = "{place}", french = "de {place}";
    const std::string& phrase = words.phrases[static_cast<std::size_t>(about)];
    const bool is_contracted = words.language == "fr" && phrase.find(french) != std::string::npos;
    const std::string_view replaced = is_contracted ? french : placeholder;
    const std::size_t at = phrase.find(replaced);
    if (at == std::string::npos) return phrase;
    return phrase.substr(0, at) + (is_contracted ? of_name(name, country) : name) + phrase.substr(at + replaced.size());
}

} // namespace render
