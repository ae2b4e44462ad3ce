#pragma once

#include "geo/helper/frames.hpp"

#include <string_view>

/// Private to this folder.
namespace app {

/// Runs a reader that reads nothing and tests the lock: `probe-calls` sends what the system answers to forbidden calls,
/// `probe-crash`, `probe-spin`, `probe-sleep` and `probe-grow` end in the way that they are named for. False if there
/// is no probe of this name.
[[nodiscard]] bool run_probe(std::string_view name, geo::FrameWriter&);

} // namespace app
