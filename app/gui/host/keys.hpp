#pragma once

#include "app/gui/host/imgui_keys.hpp"

#include <SFML/Window/Event.hpp>
#include <SFML/Window/Keyboard.hpp>

/// The keys of an SFML window in Dear ImGui.
namespace app {

/// Once a context, before the first frame.
void set_up_window_keys();

/// A key was pressed or released, with the modifiers that the event names.
void send_key_event(const sf::Event::KeyEvent&, bool down);

/// Whether the key was pressed in this frame; with `repeat` also at every repetition while it is held.
[[nodiscard]] bool key_pressed(sf::Keyboard::Key, bool repeat = true);

} // namespace app
