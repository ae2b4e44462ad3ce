#pragma once

#include "assets/timeline/snapshot.hpp"

#include <string>

namespace app {

/// The place in words: the report's own, else its sea in running text ("the South China Sea") or the name of its
/// zone; empty when there is none.
[[nodiscard]] std::string place_words(const assets::Scenario&, const assets::State&);

/// A sentence's worth for people: "in the South China Sea (reported, within 300 km)", "Incheon (last reported 2 July
/// 2024, 4 days earlier)", "not known: sailed 16 October 2024, Esquimalt", "not deployed".
[[nodiscard]] std::string where_and_how(const assets::Scenario&, const assets::State&);

} // namespace app
