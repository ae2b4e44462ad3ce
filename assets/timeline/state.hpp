#pragma once

#include "assets/timeline/land_memo.hpp"
#include "assets/timeline/reports.hpp"
#include "assets/timeline/snapshot.hpp"

#include <vector>

namespace assets {

/// A scenario and what has been prepared of it, if anything: see Timeline.
struct Lookup {
    const Scenario& scenario;
    std::span<const Instant> latest_end = {};
    LandMemo* land = nullptr;

    [[nodiscard]] Track track(AssetIndex a) const {
        const auto fixes = scenario.fixes_of(a);
        if (latest_end.empty() || fixes.empty()) return fixes;
        return {fixes, latest_end.subspan(scenario.first_fix[a], fixes.size())};
    }
};
[[nodiscard]] Snapshot snapshot_with(const Lookup&, Instant t);

/// What an asset's own reports say at `t`, before carriers and groups are looked at.
struct OwnState {
    State state;           ///< state.leg is not set
    std::vector<Leg> legs; ///< whose span holds `t`; the first is the one being travelled when interpolated
};
[[nodiscard]] OwnState own_state(const Lookup&, AssetIndex, Instant t);

} // namespace assets
