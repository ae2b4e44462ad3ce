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
    std::vector<Source> sources; ///< by TrackPoint::feed; at least one
    AgeLimitsByClass limits{};
    std::optional<Instant> from{}, to{}; ///< only what was heard in [from, to]; none: all
    bool for_print = false;              ///< without pleasure craft and search-and-rescue beacons
    std::set<std::string> confirmed{};   ///< ids of senders who were found to be where they say
};
struct FeedScenario {
    Scenario scenario;
    std::size_t pleasure_left_out = 0, beacons_left_out = 0; ///< senders that were heard, for print
};

/// What was heard as a scenario of its own: an asset for each sender that was placed, a fix for each place.
[[nodiscard]] FeedScenario feed_scenario(const TrackStore&, const FeedScenarioOptions&,
                                         std::shared_ptr<const geo::Atlas>);

} // namespace assets
