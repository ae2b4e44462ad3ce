#include "assets/model/asset.hpp"

namespace assets {
namespace {

using std::chrono::hours;
using std::chrono::seconds;
using MaybeSeconds = std::optional<seconds>;

constexpr MaybeSeconds in_days(int n) {
    return seconds{hours{24 * n}};
}
constexpr MaybeSeconds in_hours(int n) {
    return seconds{hours{n}};
}

constexpr TypeDefaults ship(double speed_kn, int rank) {
    return {speed_kn, PathRule::Sea, in_days(7), in_days(2), in_days(14), rank};
}
constexpr TypeDefaults aircraft(double speed_kn, int rank) {
    return {speed_kn, PathRule::GreatCircle, in_hours(12), in_hours(6), in_days(2), rank};
}
constexpr TypeDefaults stationary(PathRule path, int rank, std::optional<double> speed_kn = {}) {
    return {speed_kn, path, std::nullopt, in_days(90), std::nullopt, rank};
}

} // namespace

bool is_ship(AssetType type) noexcept {
    return type >= AssetType::Frigate && type <= AssetType::Fishing;
}

bool is_aircraft(AssetType type) noexcept {
    return type >= AssetType::MaritimePatrolAircraft && type <= AssetType::Uav;
}

bool is_site(AssetType type) noexcept {
    return type >= AssetType::Headquarters && type <= AssetType::RadarSite;
}

const TypeDefaults& defaults_for(AssetType type) noexcept {
    // The ranks 1 to 6 are the order in which a newsroom names ships; all other assets follow.
    static constexpr TypeDefaults carrier = ship(30, 1), amphibious_assault = ship(22, 2), submarine = ship(22, 3),
                                  cruiser = ship(30, 4), destroyer = ship(30, 5), frigate = ship(30, 6),
                                  small_combatant = ship(30, 7), slower = ship(22, 7), slow = ship(16, 7),
                                  other_ship = ship(16, 8), fast_jet = aircraft(550, 7),
                                  large_aircraft = aircraft(450, 7), uav = aircraft(350, 7),
                                  helicopter = aircraft(160, 8), land_unit = stationary(PathRule::Hold, 7, 40),
                                  base = stationary(PathRule::Hold, 7), people = stationary(PathRule::None, 7);
    switch (type) {
    case AssetType::Carrier:
        return carrier;
    case AssetType::AmphibiousAssault:
        return amphibious_assault;
    case AssetType::Submarine:
        return submarine;
    case AssetType::Cruiser:
        return cruiser;
    case AssetType::Destroyer:
        return destroyer;
    case AssetType::Frigate:
        return frigate;
    case AssetType::Corvette:
    case AssetType::LittoralCombatShip:
        return small_combatant;
    case AssetType::Amphibious:
    case AssetType::CommandShip:
    case AssetType::Oiler:
    case AssetType::IntelligenceShip:
    case AssetType::HospitalShip:
    case AssetType::Icebreaker:
    case AssetType::PatrolShip:
    case AssetType::CoastGuard:
    case AssetType::Auxiliary:
    case AssetType::Merchant:
        return slower;
    case AssetType::SurveyShip:
    case AssetType::ExpeditionaryBase:
        return slow;
    case AssetType::MineWarfare:
    case AssetType::Fishing:
        return other_ship;
    case AssetType::Fighter:
    case AssetType::Bomber:
        return fast_jet;
    case AssetType::TransportAircraft:
    case AssetType::TankerAircraft:
    case AssetType::AewAircraft:
    case AssetType::MaritimePatrolAircraft:
        return large_aircraft;
    case AssetType::Uav:
        return uav;
    case AssetType::Helicopter:
        return helicopter;
    case AssetType::LandUnit:
        return land_unit;
    case AssetType::Headquarters:
    case AssetType::Base:
    case AssetType::AirBase:
    case AssetType::NavalBase:
    case AssetType::MissileSite:
    case AssetType::RadarSite:
        return base;
    case AssetType::Detachment:
    case AssetType::Contingent:
    case AssetType::Delegation:
    case AssetType::Person:
    case AssetType::Group:
    case AssetType::Other:
        return people;
    }
    return people;
}

} // namespace assets
