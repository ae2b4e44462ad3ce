#pragma once

#include "assets/model/asset.hpp"
#include "geo/basemap/atlas.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assets {

/// What a place name turned out to be; at most one of `place` and `sea` is set.
struct FoundPlace {
    const geo::Place* place = nullptr;
    const geo::Sea* sea = nullptr;
    std::vector<std::string> candidates; ///< ids, when it could be several
    std::string nearest;                 ///< a known name like it, when it is none
};

/// Finds a place by id, name or alias: in places.csv, then in the gazetteer, then among the seas. Candidates within
/// 25 km of each other are one: the port or base for a ship, the air base for an aircraft, else the city.
class PlaceLookup {
public:
    enum class For { Ship, Aircraft, Other };
    [[nodiscard]] static For user(std::optional<AssetType>) noexcept;

    PlaceLookup() = default;
    /// Both must outlive the lookup; the atlas may be null.
    PlaceLookup(const std::vector<geo::Place>& own, const geo::Atlas* atlas);
    [[nodiscard]] const FoundPlace& find(std::string_view name, For user);
    /// The port, naval base or base within whose own radius the point lies, if any.
    [[nodiscard]] const geo::Place* harbour_at(geo::LonLat) const;

private:
    [[nodiscard]] FoundPlace search(std::string_view name, For user) const;

    const std::vector<geo::Place>* m_own = nullptr;
    const geo::Atlas* m_atlas = nullptr;
    std::multimap<std::string, const geo::Place*, std::less<>> m_by_name; ///< folded names and aliases of `own`
    std::map<std::pair<std::string, For>, FoundPlace, std::less<>> m_cache;
    std::vector<const geo::Place*> m_harbours;
};

} // namespace assets
