#include "geo/basemap/gazetteer.hpp"

#include "geo/basemap/names/csv_line.hpp"
#include "geo/error.hpp"
#include "geo/text/country_codes.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>

namespace geo {
namespace {

constexpr std::array<std::pair<std::string_view, PlaceKind>, 11> kinds{{
    {"port", PlaceKind::Port},
    {"naval_base", PlaceKind::NavalBase},
    {"air_base", PlaceKind::AirBase},
    {"base", PlaceKind::Base},
    {"airfield", PlaceKind::Airfield},
    {"city", PlaceKind::City},
    {"capital", PlaceKind::Capital},
    {"town", PlaceKind::Town},
    {"island", PlaceKind::Island},
    {"shoal", PlaceKind::Shoal},
    {"landmark", PlaceKind::Landmark},
}};

constexpr std::string_view header = "id,name,lon,lat,kind,country,aliases,name_ko,name_ja,name_zh,name_fr,rank,source";
enum Column {
    Id,
    Name,
    Lon,
    Lat,
    Kind,
    Country,
    Aliases,
    Korean,
    Japanese,
    Chinese,
    French,
    Rank,
    Source,
    ColumnCount
};

std::vector<std::string> list_of(std::string_view text) {
    std::vector<std::string> items;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(';'), text.size());
        if (end > 0) items.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return items;
}

template <class Number>
std::optional<Number> number(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

Place place_of(std::vector<std::string> fields, const std::string& where) {
    const auto fail = [&](const std::string& what) {
        throw ReadError{where + ": " + what};
    };
    if (fields.size() != ColumnCount) fail("a place must have 13 fields");
    if (fields[Id].empty()) fail("id: is missing");
    if (fields[Name].empty()) fail("name: is missing");
    const auto lon = number<double>(fields[Lon]);
    const auto lat = number<double>(fields[Lat]);
    const auto position = lon && lat ? LonLat::from_degrees(*lon, *lat) : std::nullopt;
    if (!position) fail("lon, lat: not a position in degrees");
    const auto kind = place_kind(fields[Kind]);
    if (!kind) fail("kind: '" + fields[Kind] + "' is not a known kind");
    const auto rank = number<int>(fields[Rank]);
    if (!rank || *rank < 1 || *rank > 6) fail("rank: '" + fields[Rank] + "' is not 1 to 6");
    return Place{std::move(fields[Id]),
                 std::move(fields[Name]),
                 *position,
                 *kind,
                 std::move(fields[Country]),
                 list_of(fields[Aliases]),
                 LocalNames{.en = {},
                            .ko = std::move(fields[Korean]),
                            .ja = std::move(fields[Japanese]),
                            .zh = std::move(fields[Chinese]),
                            .fr = std::move(fields[French])},
                 *rank};
}

} // namespace

std::string_view to_string(PlaceKind kind) noexcept {
    for (const auto& [name, value] : kinds)
        if (value == kind) return name;
    return {};
}

std::optional<PlaceKind> place_kind(std::string_view text) noexcept {
    for (const auto& [name, value] : kinds)
        if (name == text) return value;
    return std::nullopt;
}

double default_radius_km(PlaceKind kind) noexcept {
    switch (kind) {
    case PlaceKind::Port:
    case PlaceKind::NavalBase:
    case PlaceKind::AirBase:
    case PlaceKind::Base:
    case PlaceKind::Airfield:
        return 5.0;
    case PlaceKind::City:
    case PlaceKind::Capital:
        return 15.0;
    case PlaceKind::Town:
    case PlaceKind::Island:
    case PlaceKind::Shoal:
    case PlaceKind::Landmark:
        break;
    }
    return 25.0;
}

Gazetteer Gazetteer::read(const std::filesystem::path& csv) {
    Gazetteer gazetteer;
    gazetteer.m_places.reserve(2'000);
    read_table(csv, header, [&](std::vector<std::string> fields, const std::string& where) {
        gazetteer.m_places.push_back(place_of(std::move(fields), where));
    });

    constexpr std::size_t names_per_place = 8; // more than most have
    auto& index = gazetteer.m_index;
    index.reserve(gazetteer.m_places.size() * names_per_place);
    for (std::size_t i = 0; i < gazetteer.m_places.size(); ++i) {
        const Place& place = gazetteer.m_places[i];
        const auto add = [&](std::string_view name) {
            if (auto folded = fold_name(name); !folded.empty()) index.emplace_back(std::move(folded), i);
        };
        add(place.id);
        for (const auto* name : {&place.name, &place.names.ko, &place.names.ja, &place.names.zh})
            add(*name);
        // "Mexico" and "Panama" are cities in French, and countries to most who write them.
        if (whole_country(place.names.fr).empty()) add(place.names.fr);
        for (const auto& alias : place.aliases)
            add(alias);
    }
    std::sort(index.begin(), index.end());
    index.erase(std::unique(index.begin(), index.end()), index.end());
    return gazetteer;
}

std::vector<const Place*> Gazetteer::find(std::string_view name) const {
    const std::string folded = fold_name(name);
    std::vector<const Place*> found;
    for (auto it = std::lower_bound(m_index.begin(), m_index.end(), std::pair{folded, std::size_t{0}});
         it != m_index.end() && it->first == folded; ++it)
        found.push_back(&m_places[it->second]);
    std::stable_sort(found.begin(), found.end(), [](const Place* a, const Place* b) { return a->rank < b->rank; });
    return found;
}

const Place* Gazetteer::by_id(std::string_view id) const {
    const auto it = std::find_if(m_places.begin(), m_places.end(), [&](const Place& place) { return place.id == id; });
    return it == m_places.end() ? nullptr : &*it;
}

std::vector<std::string> Gazetteer::nearest(std::string_view name,
                                            const std::function<bool(const Place&)>& fits) const {
    std::vector<std::string> known;
    for (const Place& place : m_places) {
        if (!fits(place)) continue;
        known.push_back(place.name);
        known.insert(known.end(), place.aliases.begin(), place.aliases.end());
    }
    return close_names(name, known, 1);
}

} // namespace geo
