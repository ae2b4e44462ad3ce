#pragma once

#include "geo/text/local_names.hpp"

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
    AmphibiousAssault,
    Corvette,
    LittoralCombatShip,
    CommandShip,
    Oiler,
    IntelligenceShip,
    HospitalShip,
    SurveyShip,
    Icebreaker,
    ExpeditionaryBase,
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
[[nodiscard]] std::string_view to_string(AssetType) noexcept; ///< as written in files: maritime_patrol_aircraft
[[nodiscard]] std::optional<AssetType> asset_type(std::string_view) noexcept;
/// The type that a symbol code (MIL-STD-2525D, 20 or 30 digits) denotes; Other if no type corresponds to the code.
[[nodiscard]] AssetType type_from_sidc(std::string_view sidc) noexcept;
/// The symbol set and entity (MIL-STD-2525D, digits 5 and 6, and 11 to 16) that denote the type, so that
/// type_from_sidc() gives the type back: "30120204". Empty for a type without a code of its own, such as an icebreaker.
[[nodiscard]] std::string entity_of(AssetType);
[[nodiscard]] bool is_ship(AssetType) noexcept;
[[nodiscard]] bool is_aircraft(AssetType) noexcept;
[[nodiscard]] bool is_site(AssetType) noexcept; ///< a headquarters, base, missile or radar site

enum class Side : std::uint8_t { None, Friend, Neutral, Hostile, Unknown };
/// How an asset moves from one fix to the next.
enum class PathRule : std::uint8_t { Sea, GreatCircle, Hold, None };

/// A ship, aircraft, unit, base, group or person. An asset has no position of its own: see Fix and State.
struct Asset {
    std::string id;
    std::string name;       ///< HMCS Vancouver
    std::string prefix;     ///< HMCS, for labels; never guessed from the name
    std::string short_name; ///< for labels; equals `name` if none is given
    std::string hull;       ///< FFH 331
    AssetType type;
    std::string sidc; ///< symbol code (MIL-STD-2525D); may be empty
    Side side;
    std::string country; ///< ISO 3166-1 alpha-2, or UN, NATO, EU
    std::string operator_name;
    std::string mmsi, icao, uid;        ///< identities in AIS, ADS-B and Cursor on Target; may be empty
    std::optional<double> max_speed_kn; ///< none: no limit, so no reach is computed
    PathRule path;
    std::optional<std::chrono::seconds> max_gap;     ///< none: no limit
    std::optional<std::chrono::seconds> stale_after; ///< none: never
    std::optional<std::chrono::seconds> lost_after;  ///< none: never
    int rank;                                        ///< who is named first, from 1 to 9
    std::vector<std::string> aliases;
    geo::LocalNames names = {}; ///< in other languages
    std::string note;
    int line;               ///< of its declaration (assets.csv or scenario.toml); 0 if made from a row of positions
    std::uint16_t file = 0; ///< index into Scenario::files
};

/// Speed limit, path rule, age limits and rank of all assets of a type whose row gives no others.
struct TypeDefaults {
    std::optional<double> max_speed_kn;
    PathRule path;
    std::optional<std::chrono::seconds> max_gap, stale_after, lost_after;
    int rank;
};
[[nodiscard]] const TypeDefaults& defaults_for(AssetType) noexcept;

} // namespace assets
