#include "assets/model/names.hpp"

#include <array>

namespace assets {
namespace {

using Name = std::string_view;

constexpr std::array asset_types{
    Name{"frigate"},
    Name{"destroyer"},
    Name{"cruiser"},
    Name{"carrier"},
    Name{"submarine"},
    Name{"amphibious"},
    Name{"auxiliary"},
    Name{"mine_warfare"},
    Name{"patrol_ship"},
    Name{"coast_guard"},
    Name{"merchant"},
    Name{"fishing"},
    Name{"maritime_patrol_aircraft"},
    Name{"fighter"},
    Name{"bomber"},
    Name{"transport_aircraft"},
    Name{"tanker_aircraft"},
    Name{"aew_aircraft"},
    Name{"helicopter"},
    Name{"uav"},
    Name{"land_unit"},
    Name{"headquarters"},
    Name{"base"},
    Name{"air_base"},
    Name{"naval_base"},
    Name{"missile_site"},
    Name{"radar_site"},
    Name{"detachment"},
    Name{"contingent"},
    Name{"delegation"},
    Name{"person"},
    Name{"group"},
    Name{"other"},
};
static_assert(asset_types.size() == static_cast<std::size_t>(AssetType::Other) + 1);

constexpr std::array sides{Name{"none"}, Name{"friend"}, Name{"neutral"}, Name{"hostile"}, Name{"unknown"}};
constexpr std::array path_rules{Name{"sea"}, Name{"great_circle"}, Name{"hold"}, Name{"none"}};
constexpr std::array durings{Name{"throughout"}, Name{"sometime"}};
constexpr std::array fix_kinds{Name{"observed"}, Name{"reported"}, Name{"estimated"}, Name{"planned"}};
constexpr std::array confidences{Name{}, Name{"high"}, Name{"medium"}, Name{"low"}};
constexpr std::array activities{
    Name{},         Name{"underway"},  Name{"in_port"}, Name{"at_anchor"},   Name{"exercise"},
    Name{"patrol"}, Name{"departure"}, Name{"arrival"}, Name{"maintenance"}, Name{"other"}};
static_assert(activities.size() == static_cast<std::size_t>(Activity::Other) + 1);
constexpr std::array roles{Name{"member"}, Name{"flagship"}, Name{"embarked"}};
constexpr std::array event_kinds{Name{"exercise"},      Name{"port_visit"}, Name{"passage"},      Name{"incident"},
                                 Name{"meeting"},       Name{"ceremony"},   Name{"announcement"}, Name{"milestone"},
                                 Name{"departure"},     Name{"arrival"},    Name{"visit"},        Name{"flight"},
                                 Name{"replenishment"}, Name{"patrol"},     Name{"other"}};
static_assert(event_kinds.size() == static_cast<std::size_t>(EventKind::Other) + 1);
constexpr std::array zone_kinds{Name{"patrol"}, Name{"demarcation"}, Name{"dmz"},      Name{"limit_line"},
                                Name{"adiz"},   Name{"eez"},         Name{"exercise"}, Name{"exclusion"},
                                Name{"claim"},  Name{"area"}};
static_assert(zone_kinds.size() == static_cast<std::size_t>(ZoneKind::Area) + 1);
constexpr std::array zone_statuses{Name{"agreed"}, Name{"unilateral"}, Name{"claimed"}, Name{"informal"},
                                   Name{"illustrative"}};
constexpr std::array drawns{Name{"exact"}, Name{"approximate"}, Name{"schematic"}};
constexpr std::array place_kinds{Name{"port"},     Name{"naval_base"}, Name{"air_base"}, Name{"base"},
                                 Name{"airfield"}, Name{"city"},       Name{"capital"},  Name{"town"},
                                 Name{"island"},   Name{"shoal"},      Name{"landmark"}};
static_assert(place_kinds.size() == static_cast<std::size_t>(geo::PlaceKind::Landmark) + 1);

} // namespace

template <>
std::span<const std::string_view> names_of<AssetType>() noexcept {
    return asset_types;
}
template <>
std::span<const std::string_view> names_of<Side>() noexcept {
    return sides;
}
template <>
std::span<const std::string_view> names_of<PathRule>() noexcept {
    return path_rules;
}
template <>
std::span<const std::string_view> names_of<During>() noexcept {
    return durings;
}
template <>
std::span<const std::string_view> names_of<FixKind>() noexcept {
    return fix_kinds;
}
template <>
std::span<const std::string_view> names_of<Confidence>() noexcept {
    return confidences;
}
template <>
std::span<const std::string_view> names_of<Activity>() noexcept {
    return activities;
}
template <>
std::span<const std::string_view> names_of<Membership::Role>() noexcept {
    return roles;
}
template <>
std::span<const std::string_view> names_of<EventKind>() noexcept {
    return event_kinds;
}
template <>
std::span<const std::string_view> names_of<ZoneKind>() noexcept {
    return zone_kinds;
}
template <>
std::span<const std::string_view> names_of<ZoneStatus>() noexcept {
    return zone_statuses;
}
template <>
std::span<const std::string_view> names_of<Drawn>() noexcept {
    return drawns;
}
template <>
std::span<const std::string_view> names_of<geo::PlaceKind>() noexcept {
    return place_kinds;
}

std::string_view to_string(AssetType v) noexcept {
    return name_of(v);
}
std::string_view to_string(FixKind v) noexcept {
    return name_of(v);
}
std::string_view to_string(Confidence v) noexcept {
    return name_of(v);
}
std::string_view to_string(Activity v) noexcept {
    return name_of(v);
}
std::string_view to_string(EventKind v) noexcept {
    return name_of(v);
}
std::string_view to_string(ZoneKind v) noexcept {
    return name_of(v);
}
std::string_view to_string(ZoneStatus v) noexcept {
    return name_of(v);
}
std::string_view to_string(Drawn v) noexcept {
    return name_of(v);
}

std::optional<AssetType> asset_type(std::string_view name) noexcept {
    return from_name<AssetType>(name);
}

} // namespace assets
