#include "assets/formats/reading/place_lookup.hpp"

#include "assets/formats/reading/place_phrase.hpp"
#include "geo/earth/geodesic.hpp"
#include "geo/text/country_codes.hpp"
#include "geo/text/names.hpp"

#include <algorithm>
#include <iterator>

namespace assets {
namespace {

constexpr double same_place_m = 25'000;

bool is_harbour(geo::PlaceKind kind) {
    return kind == geo::PlaceKind::Port || kind == geo::PlaceKind::NavalBase || kind == geo::PlaceKind::Base;
}

/// Lower is better: 0 for the kind of place that is most likely meant.
int preference(geo::PlaceKind kind, PlaceLookup::For purpose) {
    using geo::PlaceKind;
    const bool is_town = kind == PlaceKind::City || kind == PlaceKind::Capital || kind == PlaceKind::Town;
    switch (purpose) {
    case PlaceLookup::For::Ship:
        return kind == PlaceKind::NavalBase ? 0 : is_harbour(kind) ? 1 : is_town ? 2 : 3;
    case PlaceLookup::For::Aircraft:
        return kind == PlaceKind::AirBase ? 0 : kind == PlaceKind::Airfield ? 1 : is_town ? 2 : 3;
    case PlaceLookup::For::Other:
        break;
    }
    return kind == PlaceKind::Capital ? 0 : is_town ? 1 : 2;
}

using Places = std::vector<const geo::Place*>;

/// The places in groups whose members all lie within 25 km of each other.
std::vector<Places> grouped(Places places) {
    std::ranges::sort(places, {}, &geo::Place::id);
    places.erase(std::unique(places.begin(), places.end()), places.end());
    std::vector<Places> groups;
    for (const auto* place : places) {
        const auto group = std::ranges::find_if(groups, [&](const Places& members) {
            return std::ranges::all_of(members, [&](const auto* member) {
                return geo::distance_m(place->position, member->position) <= same_place_m;
            });
        });
        if (group == groups.end())
            groups.push_back({place});
        else
            group->push_back(place);
    }
    return groups;
}

FoundPlace decide(Places candidates, PlaceLookup::For purpose) {
    FoundPlace found;
    for (const Places& group : grouped(std::move(candidates)))
        found.candidates.push_back(
            *std::ranges::min_element(group, {}, [&](const auto* place) { return preference(place->kind, purpose); }));
    if (found.candidates.size() == 1) {
        found.place = found.candidates.front();
        found.candidates.clear();
    }
    return found;
}

/// The places in the country; if there is none, those without a country, because sovereignty over them is disputed.
Places in_country(const Places& places, std::string_view country) {
    Places inside, disputed;
    for (const auto* place : places)
        if (place->country == country)
            inside.push_back(place);
        else if (place->country.empty())
            disputed.push_back(place);
    return inside.empty() ? disputed : inside;
}

} // namespace

PlaceLookup::For PlaceLookup::purpose_of(std::optional<AssetType> type) noexcept {
    if (type && is_ship(*type)) return For::Ship;
    return type && is_aircraft(*type) ? For::Aircraft : For::Other;
}

PlaceLookup::PlaceLookup(const std::vector<geo::Place>& own, const geo::Atlas* atlas) : m_own{&own}, m_atlas{atlas} {
    const auto remember_harbours = [this](const std::vector<geo::Place>& places) {
        for (const auto& place : places)
            if (is_harbour(place.kind)) m_harbours.push_back(&place);
    };
    for (const auto& place : own) {
        m_by_name.emplace(geo::fold_name(place.name), &place);
        for (const auto& alias : place.aliases)
            m_by_name.emplace(geo::fold_name(alias), &place);
        for (const auto language : geo::LocalNames::languages)
            if (const auto name = place.names.in(language); !name.empty())
                m_by_name.emplace(geo::fold_name(name), &place);
    }
    remember_harbours(own);
    if (atlas) remember_harbours(atlas->gazetteer.places());
}

const FoundPlace& PlaceLookup::find(std::string_view name, For purpose) {
    const auto [entry, is_new] = m_cache.try_emplace({std::string{name}, purpose});
    if (is_new) entry->second = search(name, purpose);
    return entry->second;
}

FoundPlace PlaceLookup::search(std::string_view name, For purpose) const {
    if (m_own) {
        const auto own = std::find_if(m_own->begin(), m_own->end(), [&](const auto& p) { return p.id == name; });
        if (own != m_own->end()) return {.place = &*own};
    }
    if (auto places = known_as(name); !places.empty()) return decide(std::move(places), purpose);
    if (m_atlas)
        if (const auto* sea = sea_named(name)) return {.sea = sea};
    if (const std::string_view country = country_named(name); !country.empty()) return {.country = country};
    if (const auto found = about(name, purpose); found.place || !found.candidates.empty()) return found;
    const CountryPhrase phrase = country_phrase(name);
    if (!phrase.country.empty())
        if (auto places = in_country(described_by(phrase.name), phrase.country); !places.empty())
            return decide(std::move(places), purpose);
    if (auto places = described_by(name); !places.empty()) return decide(std::move(places), purpose);
    if (const std::string_view within = inside_phrase(name); !within.empty()) return search(within, purpose);
    return decide({}, purpose);
}

PlaceLookup::Places PlaceLookup::known_as(std::string_view name) const {
    Places places;
    const auto [first, last] = m_by_name.equal_range(geo::fold_name(name));
    for (auto at = first; at != last; ++at)
        places.push_back(at->second);
    if (!places.empty() || !m_atlas) return places;
    if (const auto* place = m_atlas->gazetteer.by_id(name)) return {place};
    return m_atlas->gazetteer.find(name);
}

PlaceLookup::Places PlaceLookup::described_by(std::string_view name) const {
    if (auto places = known_as(name); !places.empty()) return places;
    for (const KindPhrase& phrase : kind_phrases(name)) {
        const Places named = known_as(phrase.name);
        Places fitting;
        std::ranges::copy_if(named, std::back_inserter(fitting),
                             [&](const auto* place) { return is_wanted(place->kind, phrase.wanted); });
        if (fitting.empty() && phrase.wanted == Wanted::Harbour) // "Port of Yokohama": the city, if it has a coast
            std::ranges::copy_if(named, std::back_inserter(fitting),
                                 [&](const auto* place) { return is_by_the_sea(*place); });
        if (!fitting.empty()) return fitting;
    }
    return {};
}

const geo::Sea* PlaceLookup::sea_named(std::string_view name) const {
    if (!m_atlas) return nullptr;
    if (const auto* sea = m_atlas->seas.by_id(name)) return sea;
    if (const auto* sea = m_atlas->seas.find(name)) return sea;
    const AboutPhrase phrase = about_phrase(name);
    if (phrase.name.empty()) return nullptr;
    if (const auto* sea = m_atlas->seas.find("waters around " + std::string{phrase.name})) return sea;
    return m_atlas->seas.find("waters off " + std::string{phrase.name});
}

std::string_view PlaceLookup::country_named(std::string_view name) const {
    const std::string_view code = geo::whole_country(name);
    return !code.empty() && m_atlas && !m_atlas->country_shapes.get().of(code).empty() ? code : std::string_view{};
}

FoundPlace PlaceLookup::about(std::string_view name, For purpose) const {
    const AboutPhrase phrase = about_phrase(name);
    if (phrase.name.empty() || !about_phrase(phrase.name).name.empty()) return {};
    FoundPlace found = search(phrase.name, purpose);
    if (found.place) found.about_km = phrase.radius_km;
    return found;
}

bool PlaceLookup::is_by_the_sea(const geo::Place& place) const {
    return m_atlas && !m_atlas->land.circle_on_land(place.position, geo::default_radius_km(place.kind));
}

std::string PlaceLookup::nearest_to(std::string_view name) const {
    if (const AboutPhrase phrase = about_phrase(name); !phrase.name.empty()) name = phrase.name;
    if (const std::string_view within = inside_phrase(name); !within.empty()) name = within;
    std::string_view bare = name;
    if (const CountryPhrase phrase = country_phrase(name); !phrase.name.empty()) {
        // The name is right and the country is not: suggest a country in which there is one.
        if (!phrase.country.empty())
            if (const Places places = described_by(phrase.name); !places.empty())
                return places.front()->name + ", " + std::string{geo::country_code_name(places.front()->country)};
        bare = phrase.name;
    }
    Wanted wanted = Wanted::Any;
    if (const auto phrases = kind_phrases(bare); !phrases.empty()) {
        bare = phrases.front().name;
        wanted = phrases.front().wanted;
    }
    std::vector<std::string> known;
    if (m_own)
        for (const auto& place : *m_own)
            if (is_wanted(place.kind, wanted)) known.push_back(place.name);
    if (m_atlas) {
        const bool water = names_water(name);
        if (!water) {
            const auto fits = [&](const geo::Place& place) {
                return is_wanted(place.kind, wanted);
            };
            std::ranges::move(m_atlas->gazetteer.nearest(bare, fits), std::back_inserter(known));
            if (bare != name) std::ranges::move(m_atlas->gazetteer.nearest(name, fits), std::back_inserter(known));
        }
        if (wanted == Wanted::Any) std::ranges::move(m_atlas->seas.nearest(name), std::back_inserter(known));
    }
    const auto close = geo::close_names(bare, known, 1);
    if (!close.empty()) return close.front();
    const auto whole = geo::close_names(name, known, 1);
    return whole.empty() ? std::string{} : whole.front();
}

const geo::Place* PlaceLookup::harbour_at(geo::LonLat point) const {
    constexpr double widest_deg = 0.2; // of latitude, far more than the 5 km radius of a harbour
    const geo::Place* best = nullptr;
    double best_m = 0;
    for (const auto* place : m_harbours) {
        if (std::abs(place->position.lat() - point.lat()) > widest_deg) continue;
        const double distance = geo::distance_m(place->position, point);
        if (distance <= 1000 * geo::default_radius_km(place->kind) && (!best || distance < best_m)) {
            best = place;
            best_m = distance;
        }
    }
    return best;
}

} // namespace assets
