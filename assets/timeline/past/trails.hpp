#pragma once

#include "assets/timeline/snapshot.hpp"

#include <chrono>
#include <set>
#include <string>
#include <vector>

namespace assets {

/// Where assets were reported within [t - length, t], up to where they are at `t`: for Snapshot::trails. One Trail an
/// asset that is somewhere at `t` and was somewhere else before, in the scenario's order. Reports of places to come
/// (planned) are none of where it was.
[[nodiscard]] std::vector<Trail> trails_at(const Scenario&, Instant t, std::chrono::seconds length);
/// The same of the assets with these ids; unknown ones are passed over.
[[nodiscard]] std::vector<Trail> trails_at(const Scenario&, Instant t, std::chrono::seconds length,
                                           const std::set<std::string>& ids);

} // namespace assets
