#pragma once

#include "app/live/live.hpp"

namespace app {

/// Writes the folder of a FreezeRequest. Throws nothing: what is wrong stands in FreezeResult::error. A folder that
/// holds anything is not written into. `sources`: by TrackPoint::feed.
///
/// Pleasure craft and search-and-rescue beacons are left out; senders that are military or of a government by their own
/// word have low confidence unless confirmed.
[[nodiscard]] FreezeResult freeze(const assets::TrackStore&, const std::vector<assets::Source>& sources,
                                  const FreezeRequest&);

} // namespace app
