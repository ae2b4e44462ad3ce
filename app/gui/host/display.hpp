#pragma once

#include <string>

/// The X display, asked before SFML is, which aborts the program when there is none.
namespace app {

struct DisplayProbe {
    std::string problem; ///< a sentence when there is no display to open; empty otherwise
    double scale = 1;    ///< Xft.dpi / 96, 1 when the desktop does not say
    int width = 0, height = 0;
};

[[nodiscard]] DisplayProbe probe_display();

/// From now on a display that goes away ends the program with a message and exit code 3, not with a core.
void end_cleanly_when_display_is_lost();

} // namespace app
