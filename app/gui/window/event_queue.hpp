#pragma once

#include <deque>
#include <set>
#include <vector>

#include <SFML/Window/Event.hpp>
#include <SFML/Window/Window.hpp>

namespace app {

/// Returns events in groups. No group holds both the press and the release of a key or button, because Dear ImGui would
/// miss a click that begins and ends in the same frame.
class EventQueue {
public:
    explicit EventQueue(sf::Window& window) : m_window{window} {}

    std::vector<sf::Event> take() {
        sf::Event event{};
        while (m_window.pollEvent(event))
            m_waiting.push_back(event);
        std::vector<sf::Event> out;
        std::set<int> down; // mouse buttons
        bool key_pressed = false;
        while (!m_waiting.empty()) {
            const auto& next = m_waiting.front();
            if (next.type == sf::Event::MouseButtonPressed) {
                if (!down.insert(next.mouseButton.button).second) break;
            } else if (next.type == sf::Event::MouseButtonReleased) {
                if (down.contains(next.mouseButton.button)) break;
            } else if (next.type == sf::Event::KeyPressed)
                key_pressed = true;
            else if (next.type == sf::Event::KeyReleased && key_pressed)
                break; // the release of any key, because Ctrl may be released before the letter
            else if (next.type == sf::Event::MouseMoved && !out.empty() && out.back().type == next.type)
                out.pop_back(); // only the last of several moves counts
            out.push_back(next);
            m_waiting.pop_front();
        }
        return out;
    }
    [[nodiscard]] bool waiting() const { return !m_waiting.empty(); }

private:
    sf::Window& m_window;
    std::deque<sf::Event> m_waiting;
};

} // namespace app
