#pragma once

#include "render/map/scene.hpp"
#include "render/map/words/words.hpp"

#include <string>
#include <vector>

/// The wording of positions from live feeds: how many contacts were heard, when, and that nobody verified them.
namespace render {

/// The first feed among the sources of a state; null when there is none.
[[nodiscard]] const assets::Source* feed_of(const assets::Scenario&, const assets::State&);
/// The first feed among the sources of a fix; null when there is none.
[[nodiscard]] const assets::Source* feed_of(const assets::Scenario&, const assets::Fix&);

/// "Ships that were broadcasting AIS, 14:30-15:00 UTC+8 (06:30-07:00 UTC), 20 October 2024; 1,284 heard. Warships ...
/// Data: NAME.", one such text for each kind of feed: ships, aircraft, Cursor on Target. The span is from the earliest
/// fix behind the states to the instant of the map. States without a feed are ignored; empty when there are no others.
[[nodiscard]] std::string feeds_text(const Inputs&, const std::vector<const assets::State*>&);

/// "Data: NAME." for the feeds behind the states; empty when there are none.
[[nodiscard]] std::string feeds_credit(const Inputs&, const std::vector<const assets::State*>&);

/// "no time in the log: 12 positions are dated by the file (2025-03-01)"; empty when every position has a time.
[[nodiscard]] std::string dated_by_file_text(const Words&, const assets::Scenario&);

/// The count with its thousands separated: "1,284".
[[nodiscard]] std::string count_with_separators(const Words&, std::size_t);

} // namespace render
