#pragma once

#include "geo/earth/lonlat.hpp"
#include "geo/text/local_names.hpp"
#include "geo/text/names.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geo {

enum class PlaceKind { Port, NavalBase, AirBase, Base, Airfield, City, Capital, Town, Island, Shoal, Landmark };
[[nodiscard]] std::string_view to_string(PlaceKind) noexcept; ///< the word of places.csv, such as naval_base
[[nodiscard]] std::optional<PlaceKind> place_kind(std::string_view) noexcept;

/// A named point of the gazetteer.
struct Place {
    std::string id;
    std::string name;
    LonLat position;
    PlaceKind kind;
    std::string country; ///< ISO 3166-1 alpha-2, empty when disputed
    std::vector<std::string> aliases;
    LocalNames names; ///< in other languages
    int rank;         ///< 1 (capital, major port) .. 6; decides which labels are drawn
};

/// Radius in km of a fix at a place of this kind when the fix gives none: 5 for ports, bases and airfields, 15 for
/// cities and capitals, else 25.
[[nodiscard]] double default_radius_km(PlaceKind) noexcept;

/// The built-in places. Names are compared with fold_name(), which ignores case, accents and punctuation.
class Gazetteer {
public:
    [[nodiscard]] static Gazetteer read(const std::filesystem::path& csv); ///< throws ReadError
    [[nodiscard]] const std::vector<Place>& places() const noexcept { return m_places; }
    /// Every place with this id, alias, English, Korean, Japanese or Chinese name, by rank, then in file order.
    [[nodiscard]] std::vector<const Place*> find(std::string_view name) const;
    [[nodiscard]] const Place* by_id(std::string_view id) const; ///< null when there is none
    /// The name or alias nearest to a misspelt name among the places that `fits` accepts; empty when none is near. See
    /// close_names().
    [[nodiscard]] std::vector<std::string> nearest(
        std::string_view name, const std::function<bool(const Place&)>& fits = [](const Place&) { return true; }) const;

private:
    std::vector<Place> m_places;
    std::vector<std::pair<std::string, std::size_t>> m_index; ///< folded name, index of the place; sorted
};

} // namespace geo
