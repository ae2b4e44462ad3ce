#pragma once

#include "assets/formats/reading/place_phrase.hpp"

#include <array>
#include <map>
#include <string>
#include <string_view>

namespace render {

/// What the words of a map say about places: the phrases around a place, such as "off {place}", and names of countries.
struct PlaceWords {
    std::string language = "en";
    /// By assets::About; an empty one leaves a phrase as it was written.
    std::array<std::string, assets::about_count> phrases = {};
    std::map<std::string, std::string, std::less<>> countries = {}; ///< by the codes of ISO 3166-1
};

/// The keys of `phrases` in a words file, by assets::About.
inline constexpr std::array<std::string_view, assets::about_count> phrase_keys{
    "place.off", "place.near", "place.waters_off", "place.waters_around", "place.waters_near"};

/// The phrase around a name, such as "off Guam" or "グアム沖". In French "de" is contracted: "au large d’Okinawa", "au
/// large du Japon". `country` is the code of the country that the name means; empty for other places.
[[nodiscard]] std::string place_phrase(const PlaceWords&, assets::About, const std::string& name,
                                       std::string_view country);

} // namespace render
