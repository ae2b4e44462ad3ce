#pragma once

#include "assets/model/scenario.hpp"

namespace assets {

/// A record in which every member has its default value. Readers start from it; writers leave out its values.
template <class T>
[[nodiscard]] T blank() {
    return T{};
}

template <>
[[nodiscard]] inline Event blank() {
    Event event{};
    event.kind = EventKind::Other;
    return event;
}

template <>
[[nodiscard]] inline Zone blank() {
    Zone zone{};
    zone.kind = ZoneKind::Area;
    zone.status = ZoneStatus::Illustrative;
    zone.drawn = Drawn::Approximate;
    return zone;
}

template <>
[[nodiscard]] inline geo::Place blank() {
    constexpr int rank_of_own_places = 2;
    return {{}, {}, geo::lonlat(0, 0), geo::PlaceKind::Landmark, {}, {}, {}, rank_of_own_places};
}

} // namespace assets
