#pragma once

#include "assets/timeline/snapshot.hpp"
#include "render/map/compose.hpp"

#include <string>

/// Texts beside a picture, in the words of render/words: for readers who cannot see the picture, for editors and for
/// fact checkers.
namespace app {

/// The figure in a few sentences: its title, where each asset is and how that is known, and the assets not shown.
[[nodiscard]] std::string alt_text(const render::Words&, const assets::Scenario&, const assets::Snapshot&,
                                   const render::Composition&);

/// Title, subtitle, as-of line, unplaced assets, credit and alternative text, each below a heading.
[[nodiscard]] std::string caption_text(const render::Words&, const assets::Scenario&, const assets::Snapshot&,
                                       const render::Composition&);

/// Markdown: every claim on the figure with its record, confidence and sources, and a box to tick.
[[nodiscard]] std::string fact_check(const render::Words&, const assets::Scenario&, const assets::Snapshot&,
                                     const render::Composition&);

} // namespace app
