#pragma once

#include "app/state/page_text.hpp"
#include "assets/timeline/snapshot.hpp"
#include "render/map/words/words.hpp"

#include <vector>

namespace app {

/// A fleet tracker's page about an instant: how many assets are deployed, under way and in port; where each one is, by
/// sea, with how that is known, how old it is, and its sources; the same counts by country; what has changed since an
/// earlier instant; and the list of sources. A group is left out while one of its members is deployed, so that nothing
/// is counted twice. `since` may be null.
[[nodiscard]] std::vector<Block> fleet_page(const render::Words&, const assets::Scenario&, const assets::Snapshot& now,
                                            const assets::Snapshot* since);

} // namespace app
