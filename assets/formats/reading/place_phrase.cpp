#include "assets/formats/reading/place_phrase.hpp"

#include "geo/text/country_codes.hpp"
#include "geo/text/names.hpp"

#include <algorithm>
#include <array>

namespace assets {
namespace {

struct KindWords {
    std::string_view words; ///< in lower case
    Wanted wanted;
};

// Longer words stand before the shorter ones that they contain.
constexpr std::array before = std::to_array<KindWords>({
    {"us fleet activities ", Wanted::Naval},
    {"fleet activities ", Wanted::Naval},
    {"usfa ", Wanted::Naval},
    {"naval support activity ", Wanted::Naval},
    {"naval support facility ", Wanted::Naval},
    {"naval submarine base ", Wanted::Naval},
    {"submarine base ", Wanted::Naval},
    {"naval weapons station ", Wanted::Naval},
    {"naval station ", Wanted::Naval},
    {"naval base ", Wanted::Naval},
    {"navsta ", Wanted::Naval},
    {"nsa ", Wanted::Naval},
    {"ns ", Wanted::Naval},
    {"hmnb ", Wanted::Naval},
    {"base naval de ", Wanted::Naval},
    {"base navale de ", Wanted::Naval},
    {"naval air station ", Wanted::Air},
    {"naval air facility ", Wanted::Air},
    {"marine corps air station ", Wanted::Air},
    {"nas ", Wanted::Air},
    {"naf ", Wanted::Air},
    {"mcas ", Wanted::Air},
    {"raf ", Wanted::Air},
    {"raaf base ", Wanted::Air},
    {"raaf ", Wanted::Air},
    {"air base ", Wanted::Air},
    {"in port at ", Wanted::Harbour},
    {"in port in ", Wanted::Harbour},
    {"in port ", Wanted::Harbour},
    {"pierside in ", Wanted::Harbour},
    {"pierside at ", Wanted::Harbour},
    {"moored at ", Wanted::Harbour},
    {"moored in ", Wanted::Harbour},
    {"port of ", Wanted::Harbour},
    {"harbour of ", Wanted::Harbour},
    {"harbor of ", Wanted::Harbour},
    {"city of ", Wanted::Any},
    {"island of ", Wanted::Island},
    {"isle of ", Wanted::Island},
});

constexpr std::array after = std::to_array<KindWords>({
    {" naval support activity", Wanted::Naval},
    {" naval station", Wanted::Naval},
    {" naval base", Wanted::Naval},
    {" navy base", Wanted::Naval},
    {" naval port", Wanted::Naval},
    {" submarine base", Wanted::Naval},
    {" naval dockyard", Wanted::Naval},
    {" air force base", Wanted::Air},
    {" air base", Wanted::Air},
    {" airbase", Wanted::Air},
    {" afb", Wanted::Air},
    {" ab", Wanted::Air},
    {" naval air station", Wanted::Air},
    {" air station", Wanted::Air},
    {" international airport", Wanted::Air},
    {" airport", Wanted::Air},
    {" airfield", Wanted::Air},
    {" harbour", Wanted::Harbour},
    {" harbor", Wanted::Harbour},
    {" port", Wanted::Harbour},
    {" islands", Wanted::Island},
    {" island", Wanted::Island},
    {" atoll", Wanted::Island},
});

// "off" reaches beyond the horizon of a coast, "near" less far; both are wide reports (over 100 km), never a point.
constexpr double off_km = 150, near_km = 120;
struct AboutWords {
    std::string_view words; ///< in lower case
    double radius_km;
    About about;
};
constexpr std::array about_words = std::to_array<AboutWords>({
    {"in the waters off ", off_km, About::WatersOff},
    {"in waters off ", off_km, About::WatersOff},
    {"waters off ", off_km, About::WatersOff},
    {"waters around ", off_km, About::WatersAround},
    {"waters near ", near_km, About::WatersNear},
    {"seas around ", off_km, About::WatersAround},
    {"seas off ", off_km, About::WatersOff},
    {"off the coast of ", off_km, About::Off},
    {"off ", off_km, About::Off},
    {"near ", near_km, About::Near},
});

constexpr std::array water_words = std::to_array<std::string_view>(
    {"sea", "seas", "strait", "straits", "gulf", "ocean", "channel", "passage", "bight", "sound", "waters"});

std::string lower(std::string_view text) {
    std::string result{text};
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == ','))
        text.remove_suffix(1);
    return text;
}

std::string_view without_article(std::string_view text) {
    return lower(text.substr(0, 4)) == "the " ? trimmed(text.substr(4)) : text;
}

// States of the US as news agencies abbreviate them. Without the point some would be codes of countries.
constexpr std::array us_states = std::to_array<std::string_view>(
    {"Ala.", "Calif.", "Conn.", "D.C.", "Del.", "Fla.", "Ga.",  "La.",  "Mass.", "Md.", "Mich.", "Miss.",
     "N.C.", "N.H.",   "N.J.",  "N.Y.", "Ore.", "Pa.",  "R.I.", "S.C.", "Tex.",  "Va.", "Wash."});

// Words before a sea or a place that say no more than that the asset is there.
constexpr std::array inside =
    std::to_array<std::string_view>({"operating in ", "under way in ", "underway in ", "at sea in ", "patrolling in ",
                                     "patrolling ", "transiting ", "in "});

std::string_view code_of(std::string_view country) {
    if (std::ranges::find(us_states, country) != us_states.end()) return "US";
    if (const auto code = geo::country_code_of(without_article(country)); !code.empty()) return code;
    return geo::is_country_code(country) ? country : std::string_view{};
}

} // namespace

bool is_wanted(geo::PlaceKind kind, Wanted wanted) noexcept {
    using geo::PlaceKind;
    switch (wanted) {
    case Wanted::Any:
        return true;
    case Wanted::Harbour:
        return kind == PlaceKind::Port || kind == PlaceKind::NavalBase;
    case Wanted::Naval:
        return kind == PlaceKind::NavalBase || kind == PlaceKind::Port || kind == PlaceKind::Base;
    case Wanted::Air:
        return kind == PlaceKind::AirBase || kind == PlaceKind::Airfield || kind == PlaceKind::Base;
    case Wanted::Island:
        return kind == PlaceKind::Island || kind == PlaceKind::Shoal;
    }
    return false;
}

std::vector<KindPhrase> kind_phrases(std::string_view text) {
    text = without_article(trimmed(text));
    const std::string folded = lower(text); // same length as `text`: only ASCII letters change
    std::vector<KindPhrase> found;
    const auto add = [&](std::string_view name, Wanted wanted) {
        if (name = trimmed(name); !name.empty()) found.push_back({name, wanted});
    };
    for (const auto& [words, wanted] : before)
        if (folded.starts_with(words)) {
            add(text.substr(words.size()), wanted);
            break;
        }
    for (const auto& [words, wanted] : after)
        if (folded.ends_with(words)) {
            add(text.substr(0, text.size() - words.size()), wanted);
            break;
        }
    return found;
}

CountryPhrase country_phrase(std::string_view text) {
    text = trimmed(text);
    if (text.ends_with(')')) {
        const std::size_t open = text.rfind('(');
        if (open == std::string_view::npos || open == 0) return {};
        return {trimmed(text.substr(0, open)), code_of(trimmed(text.substr(open + 1, text.size() - open - 2)))};
    }
    const std::size_t comma = text.rfind(',');
    if (comma == std::string_view::npos || comma == 0) return {};
    return {trimmed(text.substr(0, comma)), code_of(trimmed(text.substr(comma + 1)))};
}

AboutPhrase about_phrase(std::string_view text) {
    text = without_article(trimmed(text));
    const std::string folded = lower(text);
    for (const auto& [words, radius_km, about] : about_words)
        if (folded.starts_with(words)) return {without_article(trimmed(text.substr(words.size()))), radius_km, about};
    return {};
}

std::string_view inside_phrase(std::string_view text) {
    text = trimmed(text);
    const std::string folded = lower(text);
    for (const std::string_view words : inside)
        if (folded.starts_with(words)) return without_article(trimmed(text.substr(words.size())));
    return {};
}

bool names_water(std::string_view text) {
    const std::string folded = lower(text);
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t end = std::min(folded.find_first_of(" -/(),", at), folded.size());
        const std::string_view word = std::string_view{folded}.substr(at, end - at);
        if (std::find(water_words.begin(), water_words.end(), word) != water_words.end()) return true;
        at = end + 1;
    }
    return false;
}

} // namespace assets
