#pragma once

#include "assets/model/scenario.hpp"

#include <memory>
#include <string>
#include <vector>

namespace app {

/// A scenario with built-in zones added, and sentences about ids that were not added.
struct WithZones {
    std::shared_ptr<const assets::Scenario> scenario;
    std::vector<std::string> notes; ///< on zones of the scenario that are used instead of built-in ones
};

/// Adds the built-in zones of `--zones` to a scenario. Zones that the scenario has already are left as they are. Throws
/// UsageError for an id that is not a built-in zone's.
[[nodiscard]] WithZones with_zones(std::shared_ptr<const assets::Scenario>, const std::vector<std::string>& ids);

} // namespace app
