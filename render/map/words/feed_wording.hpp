#pragma once

#include "render/map/scene.hpp"
#include "render/map/words/words.hpp"

#include <string>
#include <vector>

/// What is said of positions that live feeds gave: who was heard, when, and that nobody verified it.
namespace render {

/// The feed that a state's reports come from; null when they come from none. Of several the first.
[[nodiscard]] const assets::Source* feed_of(const assets::Scenario&, const assets::State&);
/// The same of a report.
[[nodiscard]] const assets::Source* feed_of(const assets::Scenario&, const assets::Fix&);

/// "Ships that were broadcasting AIS, 14:30-15:00 UTC+8 (06:30-07:00 UTC), 20 October 2024; 1,284 heard. Warships ...
/// Data: NAME.", a sentence a kind of feed: ships, aircraft, Cursor on Target. From the earliest report behind the
/// states to the instant of the map. Of states without a feed nothing is said; empty when there are no others.
[[nodiscard]] std::string feeds_text(const Inputs&, const std::vector<const assets::State*>&);

/// "Data: NAME." of the feeds behind the states; empty without any.
[[nodiscard]] std::string feeds_credit(const Inputs&, const std::vector<const assets::State*>&);

/// "1,284"
[[nodiscard]] std::string counted(const Words&, std::size_t);

} // namespace render
