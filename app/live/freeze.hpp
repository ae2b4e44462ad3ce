#pragma once

#include "app/live/live.hpp"

namespace app {

/// Writes the folder of a FreezeRequest. A std::runtime_error is not thrown but returned in FreezeResult::error. A
/// folder that is not empty is left alone. `sources` is indexed by TrackPoint::feed.
///
/// Pleasure craft and search-and-rescue beacons are left out; official contacts (Contact::official) have low confidence
/// unless confirmed. Alerts of those minutes become events, except those of contacts that are left out; if some were
/// not kept any more, one more event says so.
[[nodiscard]] FreezeResult freeze(const assets::TrackStore&, const std::vector<assets::Source>& sources,
                                  const FreezeRequest&, const std::deque<Alert>& = {}, const ForgottenAlerts& = {});

} // namespace app
