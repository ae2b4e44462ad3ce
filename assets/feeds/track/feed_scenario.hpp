#pragma once

#include "assets/feeds/track/track_fixes.hpp"

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace assets {

struct FeedScenarioOptions {
    std::string title;
    std::vector<Source> sources; ///< indexed by TrackPoint::feed; at least one
    double utc_offset_h = 0;     ///< of the scenario, its fixes and its events
    AgeLimitsByKind limits{};
    std::optional<Instant> from{}, to{}; ///< only points in [from, to] count, and no fix ends after `to`
    bool for_print = false;              ///< leaves out pleasure craft and search-and-rescue beacons
    std::set<std::string> confirmed{};   ///< ids of contacts whose positions were confirmed by other means
};
struct FeedScenario {
    Scenario scenario;
    std::size_t pleasure_left_out = 0, beacons_left_out = 0; ///< contacts that `for_print` left out
};

/// Makes a scenario from the tracks: an asset for each contact with a position, and a fix for each point.
[[nodiscard]] FeedScenario feed_scenario(const TrackStore&, const FeedScenarioOptions&,
                                         std::shared_ptr<const geo::Atlas>);
/// Likewise, but frees the points of each track once it has become fixes: of millions of points, both at once would
/// need twice the memory.
[[nodiscard]] FeedScenario feed_scenario(TrackStore&&, const FeedScenarioOptions&, std::shared_ptr<const geo::Atlas>);

} // namespace assets
