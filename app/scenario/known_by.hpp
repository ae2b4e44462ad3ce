#pragma once

#include "assets/model/scenario.hpp"

#include <memory>

namespace app {

/// A copy of the scenario as it was known at an instant, usually the end of a day. It keeps only fixes and events with
/// a source that was published by then. A source without a publication date counts as not published. Open ends of
/// fixes are set again from the fixes that are kept.
[[nodiscard]] std::shared_ptr<const assets::Scenario> known_by(const assets::Scenario&, assets::Instant);

} // namespace app
