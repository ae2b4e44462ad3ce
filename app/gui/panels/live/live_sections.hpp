#pragma once

#include "app/gui/panel.hpp"
#include "app/live/live.hpp"

#include <string>

/// The parts of the Live tab, and what the inspector and the window show of contacts.
namespace app {

void draw_alerts(PanelContext&);      ///< the rules, a form for another one, and the alerts so far
void draw_target_card(PanelContext&); ///< of the selected contact; nothing for other things
void draw_silent(PanelContext&);      ///< who went silent

/// Sentences about the alerts that the list of draw_alerts() does not have; empty if it has them all.
[[nodiscard]] std::string alerts_left_out_words(const LiveStatus&, double utc_offset_h);

} // namespace app
