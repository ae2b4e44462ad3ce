#include "assets/model/names.hpp"

#include <array>

namespace assets {
namespace {

/// A word of the files, with its meaning for help and the manual; both empty for a value that is not written.
struct Word {
    std::string_view name, meaning;
};

template <std::size_t Count>
constexpr std::array<std::string_view, Count> column_of(const std::array<Word, Count>& words,
                                                        std::string_view Word::*column) {
    std::array<std::string_view, Count> texts{};
    for (std::size_t i = 0; i < Count; ++i)
        texts[i] = words[i].*column;
    return texts;
}

constexpr std::array asset_types{
    Word{"frigate", "a general-purpose warship, as the Halifax class"},
    Word{"destroyer", "a larger surface warship, often for air defence"},
    Word{"cruiser", "the largest surface warship"},
    Word{"carrier", "an aircraft carrier"},
    Word{"submarine", "a submarine"},
    Word{"amphibious", "a ship that lands troops: landing ship, dock ship, assault ship"},
    Word{"auxiliary", "a naval support ship: tanker, supply, survey or research ship"},
    Word{"mine_warfare", "a minehunter or minelayer"},
    Word{"patrol_ship", "a corvette or patrol vessel of a navy"},
    Word{"coast_guard", "a ship of a coast guard or maritime police"},
    Word{"merchant", "a cargo ship, tanker, ferry or other civilian ship"},
    Word{"fishing", "a fishing vessel"},
    Word{"maritime_patrol_aircraft", "an aircraft that watches the sea: CP-140, P-8, P-3"},
    Word{"fighter", "a fighter or attack aircraft"},
    Word{"bomber", "a bomber"},
    Word{"transport_aircraft", "an aircraft that carries people or cargo"},
    Word{"tanker_aircraft", "an aircraft that refuels others in flight"},
    Word{"aew_aircraft", "airborne early warning: E-2, E-3, KJ-500"},
    Word{"helicopter", "a helicopter"},
    Word{"uav", "an aircraft without a crew"},
    Word{"land_unit", "a unit of an army or of marines"},
    Word{"headquarters", "a headquarters"},
    Word{"base", "a base of an army, or one whose kind is not known"},
    Word{"air_base", "an air base"},
    Word{"naval_base", "a naval base"},
    Word{"missile_site", "a missile battery or silo field"},
    Word{"radar_site", "a fixed radar"},
    Word{"detachment", "people or aircraft sent from a unit"},
    Word{"contingent", "people sent by a country to a mission"},
    Word{"delegation", "people on a visit"},
    Word{"person", "one person"},
    Word{"group", "a group of assets: strike group, task force, fleet"},
    Word{"other", "anything else"},
};
static_assert(asset_types.size() == static_cast<std::size_t>(AssetType::Other) + 1);

constexpr std::array sides{
    Word{"none", "not stated"}, Word{"friend", "friendly"}, Word{"neutral", "neutral"},
    Word{"hostile", "hostile"}, Word{"unknown", "unknown"},
};
constexpr std::array path_rules{
    Word{"sea", "the shortest way over water"},
    Word{"great_circle", "the geodesic on WGS 84"},
    Word{"hold", "stays at its last place until the next report"},
    Word{"none", "nothing is claimed between two reports"},
};
constexpr std::array durings{
    Word{"throughout", "at the place for the whole interval"},
    Word{"sometime", "at the place at some time in the interval"},
};
constexpr std::array fix_kinds{
    Word{"observed", "seen by the author: on a photo, from the shore, in a log"},
    Word{"reported", "stated by somebody else; the default"},
    Word{"estimated", "the author's estimate; the map says so"},
    Word{"planned", "announced, not yet happened; the map says so"},
};
constexpr std::array confidences{
    Word{},
    Word{"high", "beyond reasonable doubt"},
    Word{"medium", "probably right"},
    Word{"low", "doubtful"},
};
constexpr std::array activities{
    Word{},
    Word{"underway", "under way"},
    Word{"in_port", "alongside in a port; the default for a ship in a port or base"},
    Word{"at_anchor", "at anchor or on a buoy"},
    Word{"exercise", "taking part in an exercise"},
    Word{"patrol", "on patrol"},
    Word{"departure", "left the place: nothing is held after it"},
    Word{"arrival", "came to the place"},
    Word{"maintenance", "in a yard or dry dock"},
    Word{"other", "anything else"},
};
static_assert(activities.size() == static_cast<std::size_t>(Activity::Other) + 1);
constexpr std::array roles{
    Word{"member", "belongs to the group"},
    Word{"flagship", "leads the group"},
    Word{"embarked", "is carried by the other asset and goes where it goes"},
};
constexpr std::array event_kinds{
    Word{"exercise", "an exercise"},
    Word{"port_visit", "a visit to a port"},
    Word{"passage", "a passage of a strait or other waters"},
    Word{"incident", "a dangerous or disputed encounter"},
    Word{"meeting", "talks or a conference"},
    Word{"ceremony", "a ceremony or a change of command"},
    Word{"announcement", "something was announced"},
    Word{"milestone", "a first, a last or an anniversary"},
    Word{"departure", "a departure"},
    Word{"arrival", "an arrival"},
    Word{"visit", "a visit by people"},
    Word{"flight", "a flight"},
    Word{"replenishment", "a replenishment at sea"},
    Word{"patrol", "a patrol"},
    Word{"other", "anything else"},
};
static_assert(event_kinds.size() == static_cast<std::size_t>(EventKind::Other) + 1);
constexpr std::array zone_kinds{
    Word{"patrol", "where somebody patrols"},
    Word{"demarcation", "a line that separates forces, as the Military Demarcation Line"},
    Word{"dmz", "a demilitarized zone"},
    Word{"limit_line", "a line that one side must not cross, as the Northern Limit Line"},
    Word{"adiz", "an air defence identification zone"},
    Word{"eez", "an exclusive economic zone"},
    Word{"exercise", "an exercise area"},
    Word{"exclusion", "a danger or no-entry area"},
    Word{"claim", "a claim: a dash line, a baseline"},
    Word{"area", "any other area or line"},
};
static_assert(zone_kinds.size() == static_cast<std::size_t>(ZoneKind::Area) + 1);
constexpr std::array zone_statuses{
    Word{"agreed", "both or all sides agreed to it"},
    Word{"unilateral", "declared by one side"},
    Word{"claimed", "claimed, and disputed by others"},
    Word{"informal", "in use, and written in no agreement"},
    Word{"illustrative", "drawn to show roughly where something is"},
};
constexpr std::array drawns{
    Word{"exact", "from coordinates that were published"},
    Word{"approximate", "roughly right"},
    Word{"schematic", "only the idea: drawn with a broken or soft edge"},
};
constexpr std::array place_kinds{
    Word{"port", "a port"},
    Word{"naval_base", "a naval base"},
    Word{"air_base", "an air base"},
    Word{"base", "another base"},
    Word{"airfield", "an airfield"},
    Word{"city", "a city"},
    Word{"capital", "a capital"},
    Word{"town", "a town"},
    Word{"island", "an island"},
    Word{"shoal", "a shoal, reef or bank"},
    Word{"landmark", "anything else with a name"},
};
static_assert(place_kinds.size() == static_cast<std::size_t>(geo::PlaceKind::Landmark) + 1);

/// What people write in place of a type, in small letters and with `_` for spaces and hyphens.
constexpr std::array type_guesses{
    Guess{"patrol_aircraft", "maritime_patrol_aircraft"},
    Guess{"maritime_patrol", "maritime_patrol_aircraft"},
    Guess{"mpa", "maritime_patrol_aircraft"},
    Guess{"aircraft_carrier", "carrier"},
    Guess{"carrier_strike_group", "group"},
    Guess{"strike_group", "group"},
    Guess{"csg", "group"},
    Guess{"arg", "group"},
    Guess{"amphibious_ready_group", "group"},
    Guess{"task_force", "group"},
    Guess{"task_group", "group"},
    Guess{"fleet", "group"},
    Guess{"squadron", "group"},
    Guess{"ssn", "submarine"},
    Guess{"ssbn", "submarine"},
    Guess{"ssk", "submarine"},
    Guess{"ssgn", "submarine"},
    Guess{"ddg", "destroyer"},
    Guess{"ffg", "frigate"},
    Guess{"ffh", "frigate"},
    Guess{"cg", "cruiser"},
    Guess{"cvn", "carrier"},
    Guess{"lhd", "amphibious"},
    Guess{"lha", "amphibious"},
    Guess{"lpd", "amphibious"},
    Guess{"landing_ship", "amphibious"},
    Guess{"assault_ship", "amphibious"},
    Guess{"supply_ship", "auxiliary"},
    Guess{"support_ship", "auxiliary"},
    Guess{"survey_ship", "auxiliary"},
    Guess{"research_ship", "auxiliary"},
    Guess{"minehunter", "mine_warfare"},
    Guess{"minesweeper", "mine_warfare"},
    Guess{"patrol_vessel", "patrol_ship"},
    Guess{"patrol_boat", "patrol_ship"},
    Guess{"opv", "patrol_ship"},
    Guess{"coastguard", "coast_guard"},
    Guess{"cutter", "coast_guard"},
    Guess{"cargo", "merchant"},
    Guess{"cargo_ship", "merchant"},
    Guess{"container_ship", "merchant"},
    Guess{"merchant_ship", "merchant"},
    Guess{"ferry", "merchant"},
    Guess{"fishing_vessel", "fishing"},
    Guess{"fishing_boat", "fishing"},
    Guess{"trawler", "fishing"},
    Guess{"fighter_jet", "fighter"},
    Guess{"fighter_aircraft", "fighter"},
    Guess{"bomber_aircraft", "bomber"},
    Guess{"transport", "transport_aircraft"},
    Guess{"transport_plane", "transport_aircraft"},
    Guess{"tanker_plane", "tanker_aircraft"},
    Guess{"awacs", "aew_aircraft"},
    Guess{"aew", "aew_aircraft"},
    Guess{"drone", "uav"},
    Guess{"uas", "uav"},
    Guess{"army_unit", "land_unit"},
    Guess{"brigade", "land_unit"},
    Guess{"battalion", "land_unit"},
    Guess{"regiment", "land_unit"},
    Guess{"division", "land_unit"},
    Guess{"hq", "headquarters"},
    Guess{"airbase", "air_base"},
    Guess{"missile_battery", "missile_site"},
    Guess{"radar", "radar_site"},
};
constexpr std::array activity_guesses{
    Guess{"at_sea", "underway"},   Guess{"under_way", "underway"},  Guess{"port", "in_port"},
    Guess{"moored", "in_port"},    Guess{"alongside", "in_port"},   Guess{"anchored", "at_anchor"},
    Guess{"anchor", "at_anchor"},  Guess{"departed", "departure"},  Guess{"sailed", "departure"},
    Guess{"arrived", "arrival"},   Guess{"exercising", "exercise"}, Guess{"patrolling", "patrol"},
    Guess{"refit", "maintenance"}, Guess{"repair", "maintenance"},
};

} // namespace

template <>
std::span<const std::string_view> names_of<AssetType>() noexcept {
    static constexpr auto names = column_of(asset_types, &Word::name);
    return names;
}
template <>
std::span<const std::string_view> meanings_of<AssetType>() noexcept {
    static constexpr auto meanings = column_of(asset_types, &Word::meaning);
    return meanings;
}
template <>
std::span<const std::string_view> names_of<Side>() noexcept {
    static constexpr auto names = column_of(sides, &Word::name);
    return names;
}
template <>
std::span<const std::string_view> meanings_of<Side>() noexcept {
    static constexpr auto meanings = column_of(sides, &Word::meaning);
    return meanings;
}
template <>
std::span<const std::string_view> names_of<PathRule>() noexcept {
    static constexpr auto names = column_of(path_rules, &Word::name);
    return names;
}
template <>
std::span<const std::string_view> meanings_of<PathRule>() noexcept {
    static constexpr auto meanings = column_of(path_rules, &Word::meaning);
    return meanings;
}
template <>
std::span<const std::string_view> names_of<During>() noexcept {
    static constexpr auto names = column_of(durings, &Word::name);
    return names;
}
template <>
std::span<const std::string_view> meanings_of<During>() noexcept {
    static constexpr auto meanings = column_of(durings, &Word::meaning);
    return meanings;
}
template <>
std::span<const std::string_view> names_of<FixKind>() noexcept {
    static constexpr auto names = column_of(fix_kinds, &Word::name);
    return names;
}
template <>
std::span<const std::string_view> meanings_of<FixKind>() noexcept {
    static constexpr auto meanings = column_of(fix_kinds, &Word::meaning);
    return meanings;
}
template <>
std::span<const std::string_view> names_of<Confidence>() noexcept {
    static constexpr auto names = column_of(confidences, &Word::name);
    return names;
}
template <>
std::span<const std::string_view> meanings_of<Confidence>() noexcept {
    static constexpr auto meanings = column_of(confidences, &Word::meaning);
    return meanings;
}
template <>
std::span<const std::string_view> names_of<Activity>() noexcept {
    static constexpr auto names = column_of(activities, &Word::name);
    return names;
}
template <>
std::span<const std::string_view> meanings_of<Activity>() noexcept {
    static constexpr auto meanings = column_of(activities, &Word::meaning);
    return meanings;
}
template <>
std::span<const std::string_view> names_of<Membership::Role>() noexcept {
    static constexpr auto names = column_of(roles, &Word::name);
    return names;
}
template <>
std::span<const std::string_view> meanings_of<Membership::Role>() noexcept {
    static constexpr auto meanings = column_of(roles, &Word::meaning);
    return meanings;
}
template <>
std::span<const std::string_view> names_of<EventKind>() noexcept {
    static constexpr auto names = column_of(event_kinds, &Word::name);
    return names;
}
template <>
std::span<const std::string_view> meanings_of<EventKind>() noexcept {
    static constexpr auto meanings = column_of(event_kinds, &Word::meaning);
    return meanings;
}
template <>
std::span<const std::string_view> names_of<ZoneKind>() noexcept {
    static constexpr auto names = column_of(zone_kinds, &Word::name);
    return names;
}
template <>
std::span<const std::string_view> meanings_of<ZoneKind>() noexcept {
    static constexpr auto meanings = column_of(zone_kinds, &Word::meaning);
    return meanings;
}
template <>
std::span<const std::string_view> names_of<ZoneStatus>() noexcept {
    static constexpr auto names = column_of(zone_statuses, &Word::name);
    return names;
}
template <>
std::span<const std::string_view> meanings_of<ZoneStatus>() noexcept {
    static constexpr auto meanings = column_of(zone_statuses, &Word::meaning);
    return meanings;
}
template <>
std::span<const std::string_view> names_of<Drawn>() noexcept {
    static constexpr auto names = column_of(drawns, &Word::name);
    return names;
}
template <>
std::span<const std::string_view> meanings_of<Drawn>() noexcept {
    static constexpr auto meanings = column_of(drawns, &Word::meaning);
    return meanings;
}
template <>
std::span<const std::string_view> names_of<geo::PlaceKind>() noexcept {
    static constexpr auto names = column_of(place_kinds, &Word::name);
    return names;
}
template <>
std::span<const std::string_view> meanings_of<geo::PlaceKind>() noexcept {
    static constexpr auto meanings = column_of(place_kinds, &Word::meaning);
    return meanings;
}

template <>
std::span<const Guess> guesses_of<AssetType>() noexcept {
    return type_guesses;
}
template <>
std::span<const Guess> guesses_of<Activity>() noexcept {
    return activity_guesses;
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
