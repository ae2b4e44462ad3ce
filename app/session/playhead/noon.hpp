#pragma once

#include "assets/model/event.hpp"

/// The instants to which clicks go. A date without a clock is a day, so a click on it goes to noon of that day in the
/// local time of the event or report; map, heading and date then agree.
namespace app {

/// Noon of the local day that holds `t`, at the offset of an event or report. Where noon has another date in the
/// scenario's time, which the headings use: the middle of the hours in which both have this date, if there are any.
[[nodiscard]] assets::Instant local_noon(assets::Instant t, double utc_offset_h, double scenario_offset_h);

/// Noon of the first day of an event or fix; its beginning if it was given with a clock.
[[nodiscard]] assets::Instant instant_to_show(const assets::Event&, double scenario_offset_h);
[[nodiscard]] assets::Instant instant_to_show(const assets::Fix&, double scenario_offset_h);
/// Noon of the last day of a fix; its end if it was given with a clock.
[[nodiscard]] assets::Instant end_to_show(const assets::Fix&, double scenario_offset_h);

} // namespace app
