#pragma once

#include "render/map/scene.hpp"

#include <string>

/// The words for what is only planned or proposed.
namespace render {

/// Whether the fix is a proposal: planned, and one of its sources is a signed opinion (its kind begins with `opinion`
/// or `op-ed`).
[[nodiscard]] bool is_proposal(const assets::Scenario&, const assets::Fix&);
/// Whether the planned fix that the state uses is a proposal.
[[nodiscard]] bool is_proposed(const assets::Scenario&, const assets::State&);

/// "planned, 2030s", or "proposed by Breaking Defense, not decided". Empty if the state uses no planned fix.
[[nodiscard]] std::string plan_words(const Inputs&, const assets::State&);
/// Shorter words for a row of a list: "planned, 2030s" or "proposed".
[[nodiscard]] std::string short_plan_words(const Inputs&, const assets::State&);

} // namespace render
