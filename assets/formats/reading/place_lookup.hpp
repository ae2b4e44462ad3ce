#pragma once

#include "assets/model/asset.hpp"
#include "geo/basemap/atlas.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assets {

/// The result of looking up a place name. At most one of `place` and `sea` is set.
struct FoundPlace {
    const geo::Place* place = nullptr;
    const geo::Sea* sea = nullptr;
    std::string_view country{}; ///< ISO 3166-1 code, if the name is that of a whole country
    double about_km = 0;        ///< for "off" and "near": the asset is within this distance of `place`; 0 at the place
    std::vector<const geo::Place*> candidates{}; ///< if the name is ambiguous: one for each place, by id
};

/// Finds a place by id, name or alias: in places.csv, then in the gazetteer, then among the seas and the countries. A
/// name is ambiguous unless all places with that name are within 25 km of each other. Of several places, a ship gets
/// the port or base, an aircraft the air base and any other asset the city. A name that is not known as written is read
/// as a phrase: "Yokosuka, Japan" (the country picks), "Naval Station Rota" (the kind picks), "off Taiwan" (somewhere
/// about it).
class PlaceLookup {
public:
    /// The kind of asset whose place is looked up.
    enum class For { Ship, Aircraft, Other };
    [[nodiscard]] static For purpose_of(std::optional<AssetType>) noexcept;

    PlaceLookup() = default;
    /// `own` and `atlas` must outlive the lookup; `atlas` may be null.
    PlaceLookup(const std::vector<geo::Place>& own, const geo::Atlas* atlas);
    [[nodiscard]] const FoundPlace& find(std::string_view name, For purpose);
    /// The built-in sea of this name, also "off Taiwan" for the waters around Taiwan. Null if there is none.
    [[nodiscard]] const geo::Sea* sea_named(std::string_view name) const;
    /// The code of the country of this name or code whose land the atlas has. Empty if there is none.
    [[nodiscard]] std::string_view country_named(std::string_view name) const;
    /// The known name that an unknown one most likely misspells, of a fitting kind; empty if none is near.
    [[nodiscard]] std::string nearest_to(std::string_view name) const;
    /// The nearest port, naval base or base whose radius contains the point, if any.
    [[nodiscard]] const geo::Place* harbour_at(geo::LonLat) const;

private:
    using Places = std::vector<const geo::Place*>;

    [[nodiscard]] FoundPlace search(std::string_view name, For purpose) const;
    /// The places with this id, name or alias: those of the scenario, else those of the gazetteer.
    [[nodiscard]] Places known_as(std::string_view name) const;
    /// The places of known_as(); if there are none, those that words for a kind of place describe.
    [[nodiscard]] Places described_by(std::string_view name) const;
    [[nodiscard]] FoundPlace about(std::string_view name, For purpose) const;
    [[nodiscard]] bool is_by_the_sea(const geo::Place&) const;

    const std::vector<geo::Place>* m_own = nullptr;
    const geo::Atlas* m_atlas = nullptr;
    std::multimap<std::string, const geo::Place*, std::less<>> m_by_name; ///< folded names and aliases of `own`
    std::map<std::pair<std::string, For>, FoundPlace, std::less<>> m_cache;
    std::vector<const geo::Place*> m_harbours;
};

} // namespace assets
