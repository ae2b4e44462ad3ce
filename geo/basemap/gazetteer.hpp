#pragma once

#include "geo/earth/lonlat.hpp"
#include "geo/text/names.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geo {

enum class PlaceKind { Port, NavalBase, AirBase, Base, Airfield, City, Capital, Town, Island, Shoal, Landmark };
[[nodiscard]] std::string_view to_string(PlaceKind) noexcept; ///< as in places.csv: naval_base ...
[[nodiscard]] std::optional<PlaceKind> place_kind(std::string_view) noexcept;

/// A named point. `rank` 1 is the most important; used for labels.
struct Place {
    std::string id;
    std::string name;
    LonLat position;
    PlaceKind kind;
    std::string country; ///< ISO 3166-1 alpha-2, empty when disputed
    std::vector<std::string> aliases;
    std::string name_ko, name_ja, name_zh; ///< empty when none
    int rank;                              ///< 1 (capital, great port) .. 6
};

/// Radius in km that a place of this kind stands for when a report gives none: port, base, airfield 5, city 15,
/// else 25.
[[nodiscard]] double default_radius_km(PlaceKind) noexcept;

/// The built-in places, looked up by name or alias: case, accents, hyphens and apostrophes do not matter.
class Gazetteer {
public:
    [[nodiscard]] static Gazetteer read(const std::filesystem::path& csv); ///< throws ReadError
    [[nodiscard]] const std::vector<Place>& places() const noexcept { return m_places; }
    /// Every place of this name, alias, id, Korean, Japanese or Chinese name, in order of rank, then of the file.
    [[nodiscard]] std::vector<const Place*> find(std::string_view name) const;
    [[nodiscard]] const Place* by_id(std::string_view id) const;
    /// Names nearest to a misspelt one, best first.
    [[nodiscard]] std::vector<std::string> nearest(std::string_view name, std::size_t count = 1) const;

private:
    std::vector<Place> m_places;
    std::vector<std::pair<std::string, std::size_t>> m_index; ///< folded name, place; sorted
};

} // namespace geo
