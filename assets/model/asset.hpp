#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assets {

enum class AssetType : std::uint8_t {
    Frigate,
    Destroyer,
    Cruiser,
    Carrier,
    Submarine,
    Amphibious,
    Auxiliary,
    MineWarfare,
    PatrolShip,
    CoastGuard,
    Merchant,
    Fishing,
    MaritimePatrolAircraft,
    Fighter,
    Bomber,
    TransportAircraft,
    TankerAircraft,
    AewAircraft,
    Helicopter,
    Uav,
    LandUnit,
    Headquarters,
    Base,
    AirBase,
    NavalBase,
    MissileSite,
    RadarSite,
    Detachment,
    Contingent,
    Delegation,
    Person,
    Group,
    Other,
};
[[nodiscard]] std::string_view to_string(AssetType) noexcept; ///< as in the files: maritime_patrol_aircraft
[[nodiscard]] std::optional<AssetType> asset_type(std::string_view) noexcept;
/// The type that a symbol code (MIL-STD-2525D, 20 or 30 digits) stands for; Other where ours has no such type.
[[nodiscard]] AssetType type_from_sidc(std::string_view sidc) noexcept;
[[nodiscard]] bool is_ship(AssetType) noexcept;
[[nodiscard]] bool is_aircraft(AssetType) noexcept;

enum class Side : std::uint8_t { None, Friend, Neutral, Hostile, Unknown };
/// How an asset gets from one fix to the next.
enum class PathRule : std::uint8_t { Sea, GreatCircle, Hold, None };

/// A ship, aircraft, unit, headquarters, contingent or person. It has no position: see Fix and State.
struct Asset {
    std::string id;
    std::string name;       ///< HMCS Vancouver
    std::string short_name; ///< for labels; the name when not given
    std::string hull;       ///< FFH 331
    AssetType type;
    std::string sidc;
    Side side;
    std::string country; ///< ISO 3166-1 alpha-2
    std::string operator_name;
    std::string mmsi, icao, uid;
    std::optional<double> max_speed_kn; ///< none: no limit, so no reach
    PathRule path;
    std::optional<std::chrono::seconds> max_gap;     ///< none: no limit
    std::optional<std::chrono::seconds> stale_after; ///< none: never
    std::optional<std::chrono::seconds> lost_after;  ///< none: never
    int rank;                                        ///< labels: 1 first; default by type
    std::vector<std::string> aliases;
    std::string note;
    int line;               ///< where it was declared (assets.csv or scenario.toml), 0 when made from a positions row
    std::uint16_t file = 0; ///< Scenario::files
};

/// What holds for an asset of a type unless its row says otherwise: speed limit, path rule, age limits and rank.
struct TypeDefaults {
    std::optional<double> max_speed_kn;
    PathRule path;
    std::optional<std::chrono::seconds> max_gap, stale_after, lost_after;
    int rank;
};
[[nodiscard]] const TypeDefaults& defaults_for(AssetType) noexcept;

} // namespace assets
