#pragma once

#include <optional>
#include <string>

/// Checks of the display. They must come before any use of SFML, because SFML 2.5 aborts without a display.
namespace render {

/// The reason why no window can be opened, as a clause ("DISPLAY is not set"); empty when one can be opened.
[[nodiscard]] std::optional<std::string> why_no_display();

/// After this call the loss of the display ends the program with a message and exit code 3, without a core dump. Xlib
/// leaves no other choice, because its handler must not return. Any X error except BadWindow ends it likewise.
void exit_when_display_is_lost();

/// Xft.dpi / 96 from the display's resources, clamped to 0.5..4; 1 without a display or without Xft.dpi.
[[nodiscard]] double display_scale();

/// As display_scale(), for a given text of resources ("Xft.dpi:\t192\n...").
[[nodiscard]] double display_scale_of(const std::string& resources);

} // namespace render
