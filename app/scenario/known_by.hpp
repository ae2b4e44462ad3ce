#pragma once

#include "assets/model/scenario.hpp"

#include <memory>
#include <string>

namespace app {

/// The scenario as it could be known on a day: only reports and events with a source that was published by then. What
/// has no publication date was not known. Throws UsageError when `date` is no day.
[[nodiscard]] std::shared_ptr<const assets::Scenario> known_by(const assets::Scenario&, const std::string& date);

} // namespace app
