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
    std::vector<std::string> candidates; ///< ids, if the name is ambiguous
    std::string nearest;                 ///< the most similar known name, if the name is unknown; may be empty
};

/// Finds a place by id, name or alias: in places.csv, then in the gazetteer, then among the seas. A name is ambiguous
/// unless all places with that name are within 25 km of each other. Of several places, a ship gets the port or base, an
/// aircraft the air base and any other asset the city.
class PlaceLookup {
public:
    /// The kind of asset whose place is looked up.
    enum class For { Ship, Aircraft, Other };
    [[nodiscard]] static For purpose_of(std::optional<AssetType>) noexcept;

    PlaceLookup() = default;
    /// `own` and `atlas` must outlive the lookup; `atlas` may be null.
    PlaceLookup(const std::vector<geo::Place>& own, const geo::Atlas* atlas);
    [[nodiscard]] const FoundPlace& find(std::string_view name, For purpose);
    /// The nearest port, naval base or base whose radius contains the point, if any.
    [[nodiscard]] const geo::Place* harbour_at(geo::LonLat) const;

private:
    [[nodiscard]] FoundPlace search(std::string_view name, For purpose) const;

    const std::vector<geo::Place>* m_own = nullptr;
    const geo::Atlas* m_atlas = nullptr;
    std::multimap<std::string, const geo::Place*, std::less<>> m_by_name; ///< folded names and aliases of `own`
    std::map<std::pair<std::string, For>, FoundPlace, std::less<>> m_cache;
    std::vector<const geo::Place*> m_harbours;
};

} // namespace assets
