#pragma once

#include "assets/model/scenario.hpp"

#include <memory>

namespace app {

/// The scenario with every position rounded to a grid of `degrees`, for maps that must not give a place away: radii
/// grow to hold the true place, and words that would name it (place, via) are dropped. Areas given by name stay.
[[nodiscard]] std::shared_ptr<const assets::Scenario> blurred(const assets::Scenario&, double degrees);

} // namespace app
