#pragma once

#include "app/gui/host/imgui_keys.hpp"

#include <SFML/Window/Event.hpp>
#include <SFML/Window/Keyboard.hpp>

/// Passes the keys of an SFML window to Dear ImGui.
namespace app {

/// Call once per context, before the first frame.
void set_up_window_keys();

/// Passes on that a key was pressed or released, with the modifiers of the event.
void send_key_event(const sf::Event::KeyEvent&, bool down);

/// Whether the key was pressed in this frame; with `repeat`, also when a held key repeats.
[[nodiscard]] bool key_pressed(sf::Keyboard::Key, bool repeat = true);

} // namespace app
