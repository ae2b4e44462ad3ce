#pragma once

#include "assets/model/scenario.hpp"

#include <memory>

namespace app {

/// The scenario as it could be known at an instant, usually the end of a day: only reports and events with a source
/// that was published by then. What has no publication date was not known.
[[nodiscard]] std::shared_ptr<const assets::Scenario> known_by(const assets::Scenario&, assets::Instant);

} // namespace app
