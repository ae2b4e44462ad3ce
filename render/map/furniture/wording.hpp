#pragma once

#include "render/map/scene.hpp"

#include <string>
#include <vector>

/// What furniture says, in words: never more exact than the reports behind it.
namespace render {

/// "Positions as reported for 20 October 2024 (local dates). Compiled 23 November 2026 from public sources.", then a
/// sentence for every way of knowing that needs one: shaded, hollow, held, planned.
[[nodiscard]] std::string as_of_text(const Inputs&, const Visible&);

/// "Not shown: HMCS Montréal, last reported 19 August, Ho Chi Minh City; next reported 22 October, Halifax." Names the
/// first `limit` and counts the others; empty when nothing is missing.
[[nodiscard]] std::string not_shown_text(const Inputs&, const std::vector<UnplacedAsset>&, std::size_t limit);

/// Notes on what is in the frame, most important first: zones drawn wider than they are, then the edition's notes on
/// disputed things. `scale_denominator` 0: not known yet, the longer wording.
struct Note {
    std::string id, text;
};
[[nodiscard]] std::vector<Note> note_texts(const Inputs&, const Visible&, double scale_denominator);

/// Whose data is drawn, and the edition's disclaimer.
[[nodiscard]] std::string credit_text(const Inputs&, const Visible&);

/// The day, with the year when it is not the year of the map.
[[nodiscard]] std::string short_date(const Inputs&, assets::Instant, double utc_offset_h);
/// Where a report says it was, in words; empty when it has none.
[[nodiscard]] std::string place_words(const assets::Scenario&, const assets::Fix&);
/// The short name, or the whole name where two assets share the short one.
[[nodiscard]] const std::string& plain_name(const assets::Scenario&, const assets::Asset&);
[[nodiscard]] std::string country_name(const Words&, const std::string& iso);

/// First letter in upper case (Latin letters without accents only; others stay).
[[nodiscard]] std::string capitalised(std::string);

} // namespace render
