#include "assets/formats/reading/place_lookup.hpp"

#include "geo/earth/geodesic.hpp"
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

bool all_within(const std::vector<const geo::Place*>& places, double most_m) {
    for (const auto* a : places)
        for (const auto* b : places)
            if (geo::distance_m(a->position, b->position) > most_m) return false;
    return true;
}

FoundPlace decide(std::vector<const geo::Place*> candidates, PlaceLookup::For purpose) {
    FoundPlace found;
    std::sort(candidates.begin(), candidates.end(),
              [](const geo::Place* a, const geo::Place* b) { return a->id < b->id; });
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    if (!all_within(candidates, same_place_m)) {
        for (const auto* place : candidates)
            found.candidates.push_back(place->id);
        return found;
    }
    found.place = *std::min_element(candidates.begin(), candidates.end(), [&](const auto* a, const auto* b) {
        return preference(a->kind, purpose) < preference(b->kind, purpose);
    });
    return found;
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
        if (own != m_own->end()) return {&*own, nullptr, {}, {}};
        std::vector<const geo::Place*> candidates;
        const auto [first, last] = m_by_name.equal_range(geo::fold_name(name));
        for (auto at = first; at != last; ++at)
            candidates.push_back(at->second);
        if (!candidates.empty()) return decide(std::move(candidates), purpose);
    }
    if (m_atlas) {
        if (const auto* place = m_atlas->gazetteer.by_id(name)) return {place, nullptr, {}, {}};
        if (auto candidates = m_atlas->gazetteer.find(name); !candidates.empty())
            return decide(std::move(candidates), purpose);
        if (const auto* sea = m_atlas->seas.by_id(name)) return {nullptr, sea, {}, {}};
        if (const auto* sea = m_atlas->seas.find(name)) return {nullptr, sea, {}, {}};
    }
    std::vector<std::string> known;
    if (m_own)
        for (const auto& place : *m_own)
            known.push_back(place.name);
    if (m_atlas) {
        std::ranges::move(m_atlas->gazetteer.nearest(name), std::back_inserter(known));
        std::ranges::move(m_atlas->seas.nearest(name), std::back_inserter(known));
    }
    FoundPlace unknown;
    unknown.nearest = geo::nearest_name(name, known);
    return unknown;
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
