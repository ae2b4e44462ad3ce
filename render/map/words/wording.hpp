#pragma once

#include "render/map/scene.hpp"
#include "render/map/words/words.hpp"

#include <string>
#include <vector>

/// The texts of the furniture, which are never more exact than the fixes behind them.
namespace render {

/// Brief leaves out what the labels on the map say too; Least also the day of the update and the policy's disclaimer.
enum class Detail { Full, Brief, Least };

/// Whether the map shows a time after the day on which research stopped.
[[nodiscard]] bool is_after_data(const Inputs&);

/// "Positions on 20 October 2024, from public reports. Updated 23 November 2026.", then a sentence for every way of
/// knowing that needs one: shaded, outline, held, planned.
[[nodiscard]] std::string as_of_text(const Inputs&, const Visible&, Detail = Detail::Full);

/// The line below the map: "Position not known: HMCS Ottawa (left Esquimalt 16 Oct.). Outside map: Halifax 1." Names
/// the first `limit` assets whose position is not known or that had no room, and counts the others, with a hint at the
/// full list. Assets outside the map are counted by place up to six, else, and in a frame set by hand, only counted.
/// Empty when nothing is missing.
[[nodiscard]] std::string not_shown_text(const Inputs&, const std::vector<UnplacedAsset>&, std::size_t limit);

/// The same with every name, for captions and alternative texts.
[[nodiscard]] std::string not_shown_in_full(const Words&, const std::vector<UnplacedAsset>&);

/// The disputed features that the map shows: zones and lines that are drawn, places and seas that are named. The notes
/// follow the same rule.
[[nodiscard]] std::vector<DisputedThing> disputed_things(const Inputs&, const Visible&, double scale_denominator);

struct Note {
    std::string id, text;
};
/// Notes on what is drawn, most important first: on zones of the scenario, on disputed borders, on disputed islands
/// that are named at this scale. `scale_denominator` 0 means not known: all notes in their longer wording.
[[nodiscard]] std::vector<Note> note_texts(const Inputs&, const Visible&, double scale_denominator);
/// The notes that the footer has, by Figure::footnotes. Short: on zones, and on what lies near a subject; at most
/// three, two on a page up to 120 mm wide. Beyond 1:25 million one sentence is for all disputed lines.
[[nodiscard]] std::vector<Note> footnotes(const Inputs&, const Visible&, double scale_denominator);

/// The sources, the owners of the map data that is drawn, and the policy's disclaimer.
[[nodiscard]] std::string credit_text(const Inputs&, const Visible&, Detail = Detail::Full);

/// The day with a short month, and with the year unless it is the year of the map: "18 Oct.", "3 March 2023".
[[nodiscard]] std::string short_date(const Inputs&, assets::Instant, double utc_offset_h);
/// The same with the whole month, for sentences, which would end in two full stops otherwise: "18 October".
[[nodiscard]] std::string long_date(const Inputs&, assets::Instant, double utc_offset_h);
/// The beginning or end of a fix, for labels and lists. It is short_date(), unless the fix gives a time of day less
/// than 24 hours from the map's instant: then it is the fix's local clock time, "2:30 p.m." on the map's own day, else
/// "17 Oct., 2:30 p.m.".
[[nodiscard]] std::string short_time(const Inputs&, const assets::Fix&, assets::Instant begin_or_end);
/// Two days as one text: "22–28 Nov.", "28 Oct. – 3 Nov."; one day when both are the same.
[[nodiscard]] std::string date_span(const Inputs&, assets::Instant from, assets::Instant to, double utc_offset_h);
/// The place of a fix in words; empty when it has none.
[[nodiscard]] std::string place_words(const Words&, const assets::Scenario&, const assets::Fix&);
/// assets::area_name() in the languages of the map. Only English words have articles.
[[nodiscard]] std::string area_name(const Words&, const assets::Scenario&, const assets::AreaRef&, assets::Article);
/// The short name, or the whole name where two assets share the short one.
[[nodiscard]] const std::string& plain_name(const assets::Scenario&, const assets::Asset&);
/// The plain name with the prefix and the hull number that the figure's label style asks for and the scenario gives.
[[nodiscard]] std::string asset_name(const Inputs&, const assets::Asset&);
/// The parts of asset_name(): the name in each language.
[[nodiscard]] MapName asset_names(const Inputs&, const assets::Asset&);
/// The names of a zone in the languages of the map, in line.
[[nodiscard]] std::string zone_name(const Words&, const assets::Zone&);
/// The names of a country in the languages of the map, in line. The code itself if there are no words for it,
/// and the words for other countries if the code is empty.
[[nodiscard]] std::string country_name(const Words&, const std::string& iso);

/// First letter in upper case (Latin letters without accents only; others stay).
[[nodiscard]] std::string capitalised(std::string);

} // namespace render
