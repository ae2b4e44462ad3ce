#pragma once

#include "app/base/signal.hpp"

#include <chrono>
#include <memory>
#include <string>

#include <SFML/Graphics/RenderWindow.hpp>
#include <SFML/Window/Event.hpp>

namespace app {

/// Runs Dear ImGui in an SFML window: passes it events, clipboard, cursors and fonts, and draws its output. Only one
/// host may exist at a time. The window must outlive the host, with its GL context active.
class ImGuiHost {
public:
    /// `scale`: pixels per logical pixel. `signal` is raised when font files have been read. Throws std::runtime_error
    /// when the fonts or the OpenGL driver do not work.
    ImGuiHost(sf::RenderWindow&, float scale, Signal& signal);
    ~ImGuiHost();
    ImGuiHost(const ImGuiHost&) = delete;
    ImGuiHost& operator=(const ImGuiHost&) = delete;

    void handle(const sf::Event&);
    /// Adds the characters of a text to the fonts, so that it can be shown. What is typed and pasted is added too.
    void add_glyphs(const std::string& utf8);
    /// Builds the fonts anew when they lack characters. Call it between frames only. True when it did.
    [[nodiscard]] bool update_fonts();
    void set_dark(bool);
    [[nodiscard]] sf::Color panel_colour() const; ///< background of the panels
    void begin_frame(std::chrono::duration<float> since_last);
    /// Ends the frame and draws it over the contents of the window.
    void end_frame();
    /// Whether a text field has the keyboard.
    [[nodiscard]] bool typing() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace app
