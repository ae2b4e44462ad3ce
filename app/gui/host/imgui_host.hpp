#pragma once

#include <chrono>
#include <memory>
#include <string>

#include <SFML/Graphics/RenderWindow.hpp>
#include <SFML/Window/Event.hpp>

namespace app {

/// Dear ImGui in an SFML window: hands it events, clipboard, cursors and fonts, and draws what it has made. One at a
/// time; the window must outlive it and its context be active.
class ImGuiHost {
public:
    /// `scale`: pixels a logical pixel. Throws std::runtime_error when the fonts are not installed.
    ImGuiHost(sf::RenderWindow&, float scale);
    ~ImGuiHost();
    ImGuiHost(const ImGuiHost&) = delete;
    ImGuiHost& operator=(const ImGuiHost&) = delete;

    void handle(const sf::Event&);
    /// Texts that will be shown: what they need beyond Latin is added to the fonts. Between frames only.
    void show_text(const std::string& utf8);
    void set_dark(bool);
    [[nodiscard]] sf::Color panel_colour() const; ///< behind the panels
    void begin_frame(std::chrono::duration<float> since_last);
    /// Ends the frame and draws it over what the window shows.
    void end_frame();
    /// An edit field has the keyboard.
    [[nodiscard]] bool typing() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace app
