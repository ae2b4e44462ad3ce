#pragma once

#include "render/map/scene.hpp"
#include "render/map/words/words.hpp"

#include <string>
#include <vector>

/// The texts of the furniture, which are never more exact than the fixes behind them.
namespace render {

enum class Detail { Full, Brief }; ///< Brief leaves out what the labels on the map say too

/// "Positions as reported for 20 October 2024 (local dates). Compiled 23 November 2026 from public sources.", then a
/// sentence for every way of knowing that needs one: shaded, hollow, held, planned.
[[nodiscard]] std::string as_of_text(const Inputs&, const Visible&, Detail = Detail::Full);

/// "Not shown: HMCS Montréal, last reported 19 August, Ho Chi Minh City; next reported 22 October, Halifax." Names the
/// first `limit` and counts the others; empty when nothing is missing.
[[nodiscard]] std::string not_shown_text(const Inputs&, const std::vector<UnplacedAsset>&, std::size_t limit);

struct Note {
    std::string id, text;
};
/// Notes on what is drawn, most important first: on zones of the scenario, on disputed borders, on disputed islands
/// that are named at this scale. `scale_denominator` 0 means not known: all notes in their longer wording.
[[nodiscard]] std::vector<Note> note_texts(const Inputs&, const Visible&, double scale_denominator);

/// The sources, the owners of the map data that is drawn, and the policy's disclaimer.
[[nodiscard]] std::string credit_text(const Inputs&, const Visible&);

/// The day, with the year unless it is the year of the map.
[[nodiscard]] std::string short_date(const Inputs&, assets::Instant, double utc_offset_h);
/// Two days as one text: "22–28 November", "28 October – 3 November"; one day when both are the same.
[[nodiscard]] std::string date_span(const Inputs&, assets::Instant from, assets::Instant to, double utc_offset_h);
/// The place of a fix in words; empty when it has none.
[[nodiscard]] std::string place_words(const assets::Scenario&, const assets::Fix&);
/// The short name, or the whole name where two assets share the short one.
[[nodiscard]] const std::string& plain_name(const assets::Scenario&, const assets::Asset&);
[[nodiscard]] std::string country_name(const Words&, const std::string& iso);

/// First letter in upper case (Latin letters without accents only; others stay).
[[nodiscard]] std::string capitalised(std::string);

} // namespace render
