#include "assets/model/names.hpp"

#include <array>

namespace assets {
namespace {

/// A word of the files and its meaning for help and the manual. Both are empty for a value that is not written.
struct Word {
    std::string_view name, meaning;
};

template <std::size_t Count>
constexpr std::array<std::string_view, Count> texts_of(const std::array<Word, Count>& words,
                                                       std::string_view Word::*which) {
    std::array<std::string_view, Count> texts{};
    for (std::size_t i = 0; i < Count; ++i)
        texts[i] = words[i].*which;
    return texts;
}

constexpr std::array asset_types{
    Word{"frigate", "a general-purpose warship, such as the Halifax class"},
    Word{"destroyer", "a larger surface warship, often for air defence"},
    Word{"cruiser", "a surface warship larger than a destroyer"},
    Word{"carrier", "an aircraft carrier"},
    Word{"submarine", "a submarine"},
    Word{"amphibious", "a ship that lands troops: landing ship, dock ship"},
    Word{"amphibious_assault", "a big-deck amphibious ship with aircraft: LHD, LHA"},
    Word{"corvette", "a surface warship smaller than a frigate"},
    Word{"littoral_combat_ship", "a fast warship for coastal waters: LCS"},
    Word{"command_ship", "a ship that carries a fleet's staff: LCC"},
    Word{"oiler", "a ship that refuels others at sea"},
    Word{"intelligence_ship", "a ship that listens and watches: AGI"},
    Word{"hospital_ship", "a hospital ship"},
    Word{"survey_ship", "a survey, research or ocean surveillance ship"},
    Word{"icebreaker", "an icebreaker"},
    Word{"expeditionary_base", "a ship that is a base at sea: ESB, ESD"},
    Word{"auxiliary", "any other naval support ship: stores, ammunition, repair, tug"},
    Word{"mine_warfare", "a minehunter or minelayer"},
    Word{"patrol_ship", "a patrol vessel of a navy"},
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
    Word{"base", "an army base, or a base of unknown kind"},
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
    Word{"sea", "the geodesic on WGS 84, unless it crosses land"},
    Word{"great_circle", "the geodesic on WGS 84"},
    Word{"hold", "stays at its last place until the next report"},
    Word{"none", "no position is claimed between two reports"},
};
constexpr std::array durings{
    Word{"throughout", "at the place for the whole interval"},
    Word{"sometime", "at the place at some time in the interval"},
};
constexpr std::array fix_kinds{
    Word{"observed", "seen by the author, for example in a photo, from the shore or in a log"},
    Word{"reported", "stated by somebody else; the default"},
    Word{"estimated", "the author's estimate; maps mark it as estimated"},
    Word{"planned", "announced, but not known to have happened; maps mark it as planned"},
};
constexpr std::array confidences{
    Word{},
    Word{"high", "beyond reasonable doubt"},
    Word{"medium", "probably right"},
    Word{"low", "doubtful"},
};
constexpr std::array activities{
    Word{},
    Word{"underway", "on the move; for a ship: neither moored, anchored nor aground"},
    Word{"in_port", "alongside in a port; the default for a ship in a port or base"},
    Word{"at_anchor", "at anchor or on a buoy"},
    Word{"exercise", "taking part in an exercise"},
    Word{"patrol", "on patrol"},
    Word{"departure", "left the place; the asset is no longer shown there afterwards"},
    Word{"arrival", "came to the place"},
    Word{"maintenance", "in a yard or dry dock"},
    Word{"other", "anything else"},
};
static_assert(activities.size() == static_cast<std::size_t>(Activity::Other) + 1);
constexpr std::array roles{
    Word{"member", "belongs to the group"},
    Word{"flagship", "leads the group"},
    Word{"embarked", "is carried by the other asset and moves with it"},
};
constexpr std::array event_kinds{
    Word{"exercise", "an exercise"},
    Word{"port_visit", "a visit to a port"},
    Word{"passage", "a passage of a strait or other waters"},
    Word{"incident", "a dangerous or disputed encounter"},
    Word{"meeting", "talks or a conference"},
    Word{"ceremony", "a ceremony or a change of command"},
    Word{"announcement", "something was announced"},
    Word{"milestone", "a first or last time, or an anniversary"},
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
    Word{"patrol", "an area where forces patrol"},
    Word{"demarcation", "a line that separates forces, such as the Military Demarcation Line"},
    Word{"dmz", "a demilitarised zone"},
    Word{"limit_line", "a line that one side must not cross, such as the Northern Limit Line"},
    Word{"adiz", "an air defence identification zone"},
    Word{"eez", "an exclusive economic zone"},
    Word{"exercise", "an exercise area"},
    Word{"exclusion", "a danger or no-entry area"},
    Word{"claim", "a claimed line or area, such as a dash line or a baseline"},
    Word{"range_ring", "a ring about a point; its radius is printed on it, and `note` says what reaches so far"},
    Word{"area", "any other area or line"},
};
static_assert(zone_kinds.size() == static_cast<std::size_t>(ZoneKind::Area) + 1);
constexpr std::array zone_statuses{
    Word{"agreed", "both or all sides agreed to it"},
    Word{"unilateral", "declared by one side"},
    Word{"claimed", "claimed, and disputed by others"},
    Word{"informal", "in use, but not part of any agreement"},
    Word{"illustrative", "drawn to show roughly where something is"},
};
constexpr std::array drawns{
    Word{"exact", "from published coordinates"},
    Word{"approximate", "roughly right"},
    Word{"schematic", "shows only the idea; an area is drawn with a soft edge"},
};
constexpr std::array alert_whens{
    Word{"enters", "a contact comes into the zone"},
    Word{"leaves", "a contact comes out of the zone"},
    Word{"crosses", "a contact crosses the line, or the rim of the area"},
    Word{"first_heard", "a contact sends its first position"},
    Word{"silent", "a contact has sent nothing for `minutes`"},
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

// Words that people write in place of those above, in the spelling of column_key(): lower case, with `_` for spaces and
// hyphens.
constexpr std::array other_type_words{
    OtherWord{"patrol_aircraft", "maritime_patrol_aircraft"},
    OtherWord{"maritime_patrol", "maritime_patrol_aircraft"},
    OtherWord{"mpa", "maritime_patrol_aircraft"},
    OtherWord{"aircraft_carrier", "carrier"},
    OtherWord{"carrier_strike_group", "group"},
    OtherWord{"strike_group", "group"},
    OtherWord{"csg", "group"},
    OtherWord{"arg", "group"},
    OtherWord{"amphibious_ready_group", "group"},
    OtherWord{"task_force", "group"},
    OtherWord{"task_group", "group"},
    OtherWord{"fleet", "group"},
    OtherWord{"squadron", "group"},
    OtherWord{"infantry", "land_unit"},
    OtherWord{"light_infantry", "land_unit"},
    OtherWord{"mechanized_infantry", "land_unit"},
    OtherWord{"mechanised_infantry", "land_unit"},
    OtherWord{"motorized_rifle", "land_unit"},
    OtherWord{"motorised_rifle", "land_unit"},
    OtherWord{"marines", "land_unit"},
    OtherWord{"naval_infantry", "land_unit"},
    OtherWord{"airborne", "land_unit"},
    OtherWord{"air_assault", "land_unit"},
    OtherWord{"armor", "land_unit"},
    OtherWord{"armour", "land_unit"},
    OtherWord{"artillery", "land_unit"},
    OtherWord{"ssn", "submarine"},
    OtherWord{"ssbn", "submarine"},
    OtherWord{"ssk", "submarine"},
    OtherWord{"ssgn", "submarine"},
    OtherWord{"ddg", "destroyer"},
    OtherWord{"ffg", "frigate"},
    OtherWord{"ffh", "frigate"},
    OtherWord{"cg", "cruiser"},
    OtherWord{"cvn", "carrier"},
    OtherWord{"lpd", "amphibious"},
    OtherWord{"lsd", "amphibious"},
    OtherWord{"lst", "amphibious"},
    OtherWord{"landing_ship", "amphibious"},
    OtherWord{"dock_landing_ship", "amphibious"},
    OtherWord{"amphibious_transport_dock", "amphibious"},
    OtherWord{"lhd", "amphibious_assault"},
    OtherWord{"lha", "amphibious_assault"},
    OtherWord{"lph", "amphibious_assault"},
    OtherWord{"big_deck", "amphibious_assault"},
    OtherWord{"big_deck_amphibious", "amphibious_assault"},
    OtherWord{"big_deck_amphib", "amphibious_assault"},
    OtherWord{"assault_ship", "amphibious_assault"},
    OtherWord{"amphibious_assault_ship", "amphibious_assault"},
    OtherWord{"helicopter_carrier", "amphibious_assault"},
    OtherWord{"ffl", "corvette"},
    OtherWord{"fsg", "corvette"},
    OtherWord{"lcs", "littoral_combat_ship"},
    OtherWord{"lcc", "command_ship"},
    OtherWord{"amphibious_command_ship", "command_ship"},
    OtherWord{"aor", "oiler"},
    OtherWord{"aoe", "oiler"},
    OtherWord{"fleet_oiler", "oiler"},
    OtherWord{"replenishment_oiler", "oiler"},
    OtherWord{"replenishment_ship", "oiler"},
    OtherWord{"agi", "intelligence_ship"},
    OtherWord{"spy_ship", "intelligence_ship"},
    OtherWord{"surveillance_ship", "intelligence_ship"},
    OtherWord{"intelligence_collector", "intelligence_ship"},
    OtherWord{"t_ah", "hospital_ship"},
    OtherWord{"agos", "survey_ship"},
    OtherWord{"t_agos", "survey_ship"},
    OtherWord{"survey_vessel", "survey_ship"},
    OtherWord{"research_ship", "survey_ship"},
    OtherWord{"research_vessel", "survey_ship"},
    OtherWord{"ocean_surveillance_ship", "survey_ship"},
    OtherWord{"oceanographic_ship", "survey_ship"},
    OtherWord{"ice_breaker", "icebreaker"},
    OtherWord{"esb", "expeditionary_base"},
    OtherWord{"esd", "expeditionary_base"},
    OtherWord{"expeditionary_sea_base", "expeditionary_base"},
    OtherWord{"expeditionary_mobile_base", "expeditionary_base"},
    OtherWord{"expeditionary_transfer_dock", "expeditionary_base"},
    OtherWord{"supply_ship", "auxiliary"},
    OtherWord{"support_ship", "auxiliary"},
    OtherWord{"stores_ship", "auxiliary"},
    OtherWord{"minehunter", "mine_warfare"},
    OtherWord{"minesweeper", "mine_warfare"},
    OtherWord{"patrol_vessel", "patrol_ship"},
    OtherWord{"patrol_boat", "patrol_ship"},
    OtherWord{"opv", "patrol_ship"},
    OtherWord{"coastguard", "coast_guard"},
    OtherWord{"cutter", "coast_guard"},
    OtherWord{"cargo", "merchant"},
    OtherWord{"cargo_ship", "merchant"},
    OtherWord{"container_ship", "merchant"},
    OtherWord{"merchant_ship", "merchant"},
    OtherWord{"ferry", "merchant"},
    OtherWord{"fishing_vessel", "fishing"},
    OtherWord{"fishing_boat", "fishing"},
    OtherWord{"trawler", "fishing"},
    OtherWord{"fighter_jet", "fighter"},
    OtherWord{"fighter_aircraft", "fighter"},
    OtherWord{"bomber_aircraft", "bomber"},
    OtherWord{"transport", "transport_aircraft"},
    OtherWord{"transport_plane", "transport_aircraft"},
    OtherWord{"tanker_plane", "tanker_aircraft"},
    OtherWord{"awacs", "aew_aircraft"},
    OtherWord{"aew", "aew_aircraft"},
    OtherWord{"drone", "uav"},
    OtherWord{"uas", "uav"},
    OtherWord{"army_unit", "land_unit"},
    OtherWord{"brigade", "land_unit"},
    OtherWord{"battalion", "land_unit"},
    OtherWord{"regiment", "land_unit"},
    OtherWord{"division", "land_unit"},
    OtherWord{"hq", "headquarters"},
    OtherWord{"airbase", "air_base"},
    OtherWord{"missile_battery", "missile_site"},
    OtherWord{"radar", "radar_site"},
};
constexpr std::array other_activity_words{
    OtherWord{"at_sea", "underway"},   OtherWord{"under_way", "underway"},  OtherWord{"port", "in_port"},
    OtherWord{"moored", "in_port"},    OtherWord{"alongside", "in_port"},   OtherWord{"anchored", "at_anchor"},
    OtherWord{"anchor", "at_anchor"},  OtherWord{"departed", "departure"},  OtherWord{"sailed", "departure"},
    OtherWord{"arrived", "arrival"},   OtherWord{"exercising", "exercise"}, OtherWord{"patrolling", "patrol"},
    OtherWord{"refit", "maintenance"}, OtherWord{"repair", "maintenance"},
};

} // namespace

template <>
std::span<const std::string_view> names_of<AssetType>() noexcept {
    static constexpr auto names = texts_of(asset_types, &Word::name);
    return names;
}
template <>
std::span<const std::string_view> meanings_of<AssetType>() noexcept {
    static constexpr auto meanings = texts_of(asset_types, &Word::meaning);
    return meanings;
}
template <>
std::span<const std::string_view> names_of<Side>() noexcept {
    static constexpr auto names = texts_of(sides, &Word::name);
    return names;
}
template <>
std::span<const std::string_view> meanings_of<Side>() noexcept {
    static constexpr auto meanings = texts_of(sides, &Word::meaning);
    return meanings;
}
template <>
std::span<const std::string_view> names_of<PathRule>() noexcept {
    static constexpr auto names = texts_of(path_rules, &Word::name);
    return names;
}
template <>
std::span<const std::string_view> meanings_of<PathRule>() noexcept {
    static constexpr auto meanings = texts_of(path_rules, &Word::meaning);
    return meanings;
}
template <>
std::span<const std::string_view> names_of<During>() noexcept {
    static constexpr auto names = texts_of(durings, &Word::name);
    return names;
}
template <>
std::span<const std::string_view> meanings_of<During>() noexcept {
    static constexpr auto meanings = texts_of(durings, &Word::meaning);
    return meanings;
}
template <>
std::span<const std::string_view> names_of<FixKind>() noexcept {
    static constexpr auto names = texts_of(fix_kinds, &Word::name);
    return names;
}
template <>
std::span<const std::string_view> meanings_of<FixKind>() noexcept {
    static constexpr auto meanings = texts_of(fix_kinds, &Word::meaning);
    return meanings;
}
template <>
std::span<const std::string_view> names_of<Confidence>() noexcept {
    static constexpr auto names = texts_of(confidences, &Word::name);
    return names;
}
template <>
std::span<const std::string_view> meanings_of<Confidence>() noexcept {
    static constexpr auto meanings = texts_of(confidences, &Word::meaning);
    return meanings;
}
template <>
std::span<const std::string_view> names_of<Activity>() noexcept {
    static constexpr auto names = texts_of(activities, &Word::name);
    return names;
}
template <>
std::span<const std::string_view> meanings_of<Activity>() noexcept {
    static constexpr auto meanings = texts_of(activities, &Word::meaning);
    return meanings;
}
template <>
std::span<const std::string_view> names_of<Membership::Role>() noexcept {
    static constexpr auto names = texts_of(roles, &Word::name);
    return names;
}
template <>
std::span<const std::string_view> meanings_of<Membership::Role>() noexcept {
    static constexpr auto meanings = texts_of(roles, &Word::meaning);
    return meanings;
}
template <>
std::span<const std::string_view> names_of<EventKind>() noexcept {
    static constexpr auto names = texts_of(event_kinds, &Word::name);
    return names;
}
template <>
std::span<const std::string_view> meanings_of<EventKind>() noexcept {
    static constexpr auto meanings = texts_of(event_kinds, &Word::meaning);
    return meanings;
}
template <>
std::span<const std::string_view> names_of<ZoneKind>() noexcept {
    static constexpr auto names = texts_of(zone_kinds, &Word::name);
    return names;
}
template <>
std::span<const std::string_view> meanings_of<ZoneKind>() noexcept {
    static constexpr auto meanings = texts_of(zone_kinds, &Word::meaning);
    return meanings;
}
template <>
std::span<const std::string_view> names_of<ZoneStatus>() noexcept {
    static constexpr auto names = texts_of(zone_statuses, &Word::name);
    return names;
}
template <>
std::span<const std::string_view> meanings_of<ZoneStatus>() noexcept {
    static constexpr auto meanings = texts_of(zone_statuses, &Word::meaning);
    return meanings;
}
template <>
std::span<const std::string_view> names_of<Drawn>() noexcept {
    static constexpr auto names = texts_of(drawns, &Word::name);
    return names;
}
template <>
std::span<const std::string_view> meanings_of<Drawn>() noexcept {
    static constexpr auto meanings = texts_of(drawns, &Word::meaning);
    return meanings;
}
template <>
std::span<const std::string_view> names_of<AlertWhen>() noexcept {
    static constexpr auto names = texts_of(alert_whens, &Word::name);
    return names;
}
template <>
std::span<const std::string_view> meanings_of<AlertWhen>() noexcept {
    static constexpr auto meanings = texts_of(alert_whens, &Word::meaning);
    return meanings;
}
template <>
std::span<const std::string_view> names_of<geo::PlaceKind>() noexcept {
    static constexpr auto names = texts_of(place_kinds, &Word::name);
    return names;
}
template <>
std::span<const std::string_view> meanings_of<geo::PlaceKind>() noexcept {
    static constexpr auto meanings = texts_of(place_kinds, &Word::meaning);
    return meanings;
}

template <>
std::span<const OtherWord> other_words_of<AssetType>() noexcept {
    return other_type_words;
}
template <>
std::span<const OtherWord> other_words_of<Activity>() noexcept {
    return other_activity_words;
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
std::string_view to_string(AlertWhen v) noexcept {
    return name_of(v);
}
std::string_view to_string(Drawn v) noexcept {
    return name_of(v);
}

std::optional<AssetType> asset_type(std::string_view name) noexcept {
    return from_name<AssetType>(name);
}

} // namespace assets
