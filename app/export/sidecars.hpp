#pragma once

#include "assets/timeline/snapshot.hpp"
#include "render/map/compose.hpp"

#include <string>

/// Texts beside a picture, in the words of render/words: for readers who cannot see the picture, for editors and for
/// fact checkers.
namespace app {

/// The map in at most 250 characters: its title, and how many assets of each country are at each place.
[[nodiscard]] std::string alt_text(const render::Words&, const assets::Scenario&, const assets::Snapshot&,
                                   const render::Composition&);

/// The as-of line, then a paragraph for each place and sea with its assets by country and how each is known, then the
/// assets that the map does not name. Of more than eight assets from feeds none is named.
[[nodiscard]] std::string long_description(const render::Words&, const assets::Scenario&, const assets::Snapshot&,
                                           const render::Composition&);

/// Title, subtitle, as-of line, unplaced assets, notes, credit, alternative text and long description, each below a
/// heading.
[[nodiscard]] std::string caption_text(const render::Words&, const assets::Scenario&, const assets::Snapshot&,
                                       const render::Composition&);

/// The parts of a caption that are not furniture of the picture; `changes` may be empty.
struct CaptionTexts {
    std::string as_of, not_shown, changes, alternative, long_description;
};
/// A caption with these texts and the furniture of a picture.
[[nodiscard]] std::string caption_of(const render::Words&, const render::Composition&, const CaptionTexts&);

/// Markdown: every claim on the map with its record, confidence and sources, and a box to tick.
[[nodiscard]] std::string fact_check(const render::Words&, const assets::Scenario&, const assets::Snapshot&,
                                     const render::Composition&);

} // namespace app
