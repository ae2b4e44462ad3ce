#pragma once

#include "assets/timeline/snapshot.hpp"

#include <optional>

namespace assets {

/// What an asset's own reports say at `t`, before carriers and groups are looked at.
struct OwnState {
    State state;           ///< state.leg is not set
    std::vector<Leg> legs; ///< whose span holds `t`; the first is the one being travelled when interpolated
};
[[nodiscard]] OwnState own_state(const Scenario&, AssetIndex, Instant t);

} // namespace assets
