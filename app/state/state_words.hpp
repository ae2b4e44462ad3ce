#pragma once

#include "assets/timeline/snapshot.hpp"
#include "render/map/words/words.hpp"

#include <string>

/// Descriptions of states in the words of render/words (keys state.* and confidence.*).
namespace app {

/// The place of a state in words: the place name of its fix, else the sea of its fix in running text ("the South China
/// Sea") or the name of its zone; empty when there is none.
[[nodiscard]] std::string place_words(const render::Words&, const assets::Scenario&, const assets::State&);

/// The whole name of an asset, in the languages of the words' names.
[[nodiscard]] std::string full_name(const render::Words&, const assets::Asset&);

/// A state in words for people: "in the South China Sea (reported, within 300 km)", "Incheon (last reported 2 July
/// 2024, 4 days earlier)", "not known; sailed 16 October 2024, Esquimalt", "not deployed".
[[nodiscard]] std::string describe_state(const render::Words&, const assets::Scenario&, const assets::State&);

/// "47.45 N, 126.60 E"
[[nodiscard]] std::string coordinate_words(const render::Words&, geo::LonLat, int decimals);

/// "1 hour", "36 hours", "3 days": rounded down to whole hours or, from 48 hours on, to whole days.
[[nodiscard]] std::string age_words(const render::Words&, double hours);

} // namespace app
