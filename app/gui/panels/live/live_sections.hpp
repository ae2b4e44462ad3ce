#pragma once

#include "app/gui/panel.hpp"

/// The parts of the Live tab, and what the inspector and the window show of contacts.
namespace app {

void draw_alerts(PanelContext&);      ///< the rules, a form for another one, and the alerts so far
void draw_target_card(PanelContext&); ///< of the selected contact; nothing for other things
void draw_silent(PanelContext&);      ///< who went silent

} // namespace app
