#pragma once

#include "assets/model/scenario.hpp"
#include "assets/timeline/snapshot.hpp"

#include <string>
#include <vector>

namespace app {

/// The selected thing, which the inspector shows.
struct Selection {
    std::string kind, id; ///< kind: asset | zone | event | place | sea; an empty id: nothing
    [[nodiscard]] friend bool operator==(const Selection&, const Selection&) = default;
};

/// Whether the scenario or its reference data has this thing.
[[nodiscard]] bool exists(const Selection&, const assets::Scenario&);

/// The zones of the snapshot whose area holds the point, the smallest first. A line has no area.
[[nodiscard]] std::vector<const assets::Zone*> zones_at(const assets::Scenario&, const assets::Snapshot&, geo::LonLat);

} // namespace app
