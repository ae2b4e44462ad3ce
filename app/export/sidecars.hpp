#pragma once

#include "assets/timeline/snapshot.hpp"
#include "render/map/compose.hpp"

#include <string>

/// Texts that go with a picture, in the words of render/words: for readers who cannot see it, for the desk that sets
/// it, for whoever checks it.
namespace app {

/// The figure in a few sentences: what it shows, where each asset is and how that is known, what is not shown.
[[nodiscard]] std::string alt_text(const render::Words&, const assets::Scenario&, const assets::Snapshot&,
                                   const render::Composition&);

/// Title, as-of line, "Not shown" line, credit and alternative text, each under its name.
[[nodiscard]] std::string caption_text(const render::Words&, const assets::Scenario&, const assets::Snapshot&,
                                       const render::Composition&);

/// Markdown: every claim on the figure with its record, confidence and sources, and a box to tick.
[[nodiscard]] std::string fact_check(const render::Words&, const assets::Scenario&, const assets::Snapshot&,
                                     const render::Composition&);

} // namespace app
