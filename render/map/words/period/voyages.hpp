#pragma once

#include "assets/timeline/past/voyages.hpp"
#include "render/map/scene.hpp"
#include "render/map/words/wording.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The words of a map of a period.
namespace render {

/// The calls of all voyages in order. A single voyage that leads back is divided into Outbound and Homeward; several
/// voyages are headed by the names of their assets. The last row of a voyage names its calls outside the frame.
[[nodiscard]] std::vector<CallRow> call_rows(const Inputs&, const Visible&);

/// The number of a call on the map and in the list: calls count from 1 in each voyage.
[[nodiscard]] std::string call_number(std::size_t call);
/// The numbers of ascending calls, three or more in a row as a span: "4/18", "1–3/9".
[[nodiscard]] std::string call_numbers(const std::vector<std::size_t>& calls, std::string_view separator);
/// The place of a call; empty when no report names it.
[[nodiscard]] std::string call_place(const Inputs&, const assets::Call&);
/// "6 July", "2–6 Aug.", and for a report with a clock time "6 July, 2:30 p.m.", or the time alone in a period of a
/// day.
[[nodiscard]] std::string call_dates(const Inputs&, const assets::Call&);

/// "1 May – 31 December 2021": the civil days of a period in UTC.
[[nodiscard]] std::string period_words(const Words&, const Period&);

/// "Calls and positions as reported, 1 May – 31 December 2021. Updated 23 November 2026.", and what the lines mean,
/// which Detail::Brief leaves out because the legend says so.
[[nodiscard]] std::string period_text(const Inputs&, Detail);

} // namespace render
