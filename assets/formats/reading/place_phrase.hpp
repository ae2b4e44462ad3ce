#pragma once

#include "geo/basemap/gazetteer.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assets {

/// The kind of place that a phrase asks for.
enum class Wanted {
    Any,
    Harbour, ///< "Port of Manila", "Pago Pago Harbor": a port, or the city at it
    Naval,   ///< "Naval Station Rota", "Kure Naval Base"
    Air,     ///< "RAF Marham", "Osan Air Base", "Dulles International Airport"
    Island   ///< "Hawaiian Islands", "Wake Island", "Palmyra Atoll"
};
[[nodiscard]] bool is_wanted(geo::PlaceKind, Wanted) noexcept;

/// A name without the words that tell what kind of place it is: "Port of Manila" is a Harbour named "Manila".
struct KindPhrase {
    std::string_view name;
    Wanted wanted;
};
/// The ways to read a name with words of a kind, longest words first. Empty for a name without such words.
[[nodiscard]] std::vector<KindPhrase> kind_phrases(std::string_view);

/// "Yokosuka, Japan" or "Yokosuka (Japan)": the country's code and what stands before it.
struct CountryPhrase {
    std::string_view name;
    std::string_view country; ///< ISO 3166-1 alpha-2; empty if the text names no country
};
[[nodiscard]] CountryPhrase country_phrase(std::string_view);

/// How a phrase says that something is about a place.
enum class About {
    Off,          ///< "off Guam", "off the coast of Guam"
    Near,         ///< "near Guam"
    WatersOff,    ///< "waters off Guam", "seas off Guam"
    WatersAround, ///< "waters around Guam", "seas around Guam"
    WatersNear    ///< "waters near Guam"
};
inline constexpr std::size_t about_count = 5;

/// "off Taiwan", "near Guam" or "waters around Japan": somewhere about a place, not at it.
struct AboutPhrase {
    std::string_view name; ///< empty if the text says no such thing
    double radius_km = 0;  ///< how far "off" and "near" reach
    About about = About::Off;
};
[[nodiscard]] AboutPhrase about_phrase(std::string_view);

/// "Philippine Sea" for "In the Philippine Sea" or "Operating in the Philippine Sea"; empty for other texts.
[[nodiscard]] std::string_view inside_phrase(std::string_view);

/// Whether the text has a word for water ("sea", "strait", "gulf", ...), so that it hardly means a town.
[[nodiscard]] bool names_water(std::string_view);

} // namespace assets
