#pragma once

#include <optional>
#include <string>

/// Questions to the display, asked before SFML is: SFML 2.5 aborts without one.
namespace render {

/// Why no window can be opened, as half a sentence ("DISPLAY is not set"); nothing when one can.
[[nodiscard]] std::optional<std::string> why_no_display();

/// From here on a display that goes away ends the program with a message and exit code 3, without a core. Xlib gives no
/// other choice: its handler must not return.
void end_when_the_display_is_lost();

/// Xft.dpi / 96 from the display's resources, 0.5..4; 1 when it says nothing or there is no display.
[[nodiscard]] double display_scale();

/// The same from the text of the resources ("Xft.dpi:\t192\n...").
[[nodiscard]] double display_scale_of(const std::string& resources);

} // namespace render
