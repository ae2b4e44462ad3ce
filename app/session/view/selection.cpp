#include "app/session/view/selection.hpp"

#include "geo/basemap/atlas.hpp"

#include <algorithm>

namespace app {

bool exists(const Selection& s, const assets::Scenario& scenario) {
    if (s.id.empty()) return false;
    const auto has_id = [&](const auto& things) {
        return std::any_of(things.begin(), things.end(), [&](const auto& thing) { return thing.id == s.id; });
    };
    if (s.kind == "asset") return scenario.asset(s.id) != nullptr;
    if (s.kind == "zone") return scenario.zone(s.id) != nullptr;
    if (s.kind == "event") return has_id(scenario.events);
    const geo::Atlas* atlas = scenario.atlas.get();
    if (s.kind == "place")
        return has_id(scenario.places) || (atlas != nullptr && atlas->gazetteer.by_id(s.id) != nullptr);
    if (s.kind == "sea") return atlas != nullptr && atlas->seas.by_id(s.id) != nullptr;
    return false;
}

} // namespace app
