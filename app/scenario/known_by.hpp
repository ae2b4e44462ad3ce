#pragma once

#include "assets/model/scenario.hpp"

#include <memory>

namespace app {

/// A copy of the scenario with the knowledge of an instant, usually the end of a day: only fixes and events with a
/// source that was published by then. A source without a publication date counts as not published.
[[nodiscard]] std::shared_ptr<const assets::Scenario> known_by(const assets::Scenario&, assets::Instant);

} // namespace app
