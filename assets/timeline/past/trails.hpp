#pragma once

#include "assets/timeline/snapshot.hpp"

#include <chrono>
#include <set>
#include <string>
#include <vector>

namespace assets {

/// The trails for Snapshot::trails: where assets were within [t - length, t], up to their place at `t`. One Trail, in
/// the scenario's order, for each asset that has a place at `t` and was elsewhere before. Planned fixes are left out:
/// they do not say where an asset was.
[[nodiscard]] std::vector<Trail> trails_at(const Scenario&, Instant t, std::chrono::seconds length);
/// The same for the assets with these ids; unknown ids are ignored.
[[nodiscard]] std::vector<Trail> trails_at(const Scenario&, Instant t, std::chrono::seconds length,
                                           const std::set<std::string>& ids);

} // namespace assets
