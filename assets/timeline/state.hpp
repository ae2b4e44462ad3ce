#pragma once

#include "assets/timeline/snapshot.hpp"

#include <optional>

namespace assets {

/// What an asset's own reports say at `t`, before carriers and groups are looked at.
struct OwnState {
    State state;
    std::optional<Leg> leg; ///< the one being travelled; state.leg is not set
};
[[nodiscard]] OwnState own_state(const Scenario&, AssetIndex, Instant t);

} // namespace assets
