#pragma once

#include "assets/model/scenario.hpp"

#include <memory>

namespace app {

/// A copy of the scenario with every position rounded to a grid of `degrees`, for maps that must not reveal a place.
/// Radii grow so that they contain the true place, and words that would name it (place, via) are dropped. Fixes and
/// events in a named area keep their position and place.
[[nodiscard]] std::shared_ptr<const assets::Scenario> blurred(const assets::Scenario&, double degrees);

} // namespace app
