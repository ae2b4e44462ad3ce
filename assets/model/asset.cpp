#include "assets/model/asset.hpp"

namespace assets {
namespace {

using std::chrono::hours;
using std::chrono::seconds;
using MaybeSeconds = std::optional<seconds>;

constexpr MaybeSeconds days(int n) {
    return seconds{hours{24 * n}};
}
constexpr MaybeSeconds in_hours(int n) {
    return seconds{hours{n}};
}

constexpr TypeDefaults ship(double speed_kn, int rank) {
    return {speed_kn, PathRule::Sea, days(7), days(2), days(14), rank};
}
constexpr TypeDefaults aircraft(double speed_kn, int rank) {
    return {speed_kn, PathRule::GreatCircle, in_hours(12), in_hours(6), days(2), rank};
}
constexpr TypeDefaults stationary(PathRule path, int rank, std::optional<double> speed_kn = {}) {
    return {speed_kn, path, std::nullopt, days(90), std::nullopt, rank};
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
    static constexpr TypeDefaults carrier = ship(30, 1), combatant = ship(30, 2), slower = ship(22, 3),
                                  other_ship = ship(16, 4), fast_jet = aircraft(550, 3),
                                  large_aircraft = aircraft(450, 3), uav = aircraft(350, 3),
                                  helicopter = aircraft(160, 4), land_unit = stationary(PathRule::Hold, 3, 40),
                                  base = stationary(PathRule::Hold, 3), people = stationary(PathRule::None, 3);
    switch (type) {
    case AssetType::Carrier:
        return carrier;
    case AssetType::Frigate:
    case AssetType::Destroyer:
    case AssetType::Cruiser:
        return combatant;
    case AssetType::Amphibious:
    case AssetType::PatrolShip:
    case AssetType::CoastGuard:
    case AssetType::Auxiliary:
    case AssetType::Merchant:
    case AssetType::Submarine:
        return slower;
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
