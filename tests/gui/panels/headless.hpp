#pragma once

#include "app/gui/panel.hpp"
#include "render/cairo/players.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <imgui.h>

namespace panels_test {

/// Dear ImGui without a window: panels are called in a frame, moused over and typed into, and what they push is kept.
class Headless {
public:
    using Draw = std::function<void(app::PanelContext&)>;
    /// `draw` fills a window of this size at the origin, as the program's own windows are: without title, not movable.
    Headless(app::Session&, Draw draw, float width = 1024, float height = 200);
    ~Headless();
    Headless(const Headless&) = delete;
    Headless& operator=(const Headless&) = delete;

    /// A panel that makes its own window: none is begun around it.
    void without_window() { m_own_window = true; }
    void set_look(bool dark, float scale, const std::string& font_file, const std::string& bold_file);

    void frame();
    void move(ImVec2);
    void click(ImVec2, int button = 0);
    void double_click(ImVec2);
    void drag(ImVec2 from, ImVec2 to, int button = 0);
    void wheel(ImVec2, float notches);
    void hold_shift(bool on) { m_shift = on; }
    void hold_control(bool on) { m_control = on; }
    void type(const std::string&);
    void press(ImGuiKey);

    /// Where the item with this label can be clicked: found by moving the mouse over the whole window. `path`: what was
    /// pushed as ID before, then the label. `window`: a part of the name of the window or child window.
    [[nodiscard]] std::optional<ImVec2> find(const std::string& window, const std::vector<std::string>& path);
    [[nodiscard]] std::optional<ImVec2> find_with_int(const std::string& window, int pushed, const std::string& label);
    void click_on(const std::string& window, const std::vector<std::string>& path); ///< REQUIREs that it is there

    /// What was pushed since the last call.
    [[nodiscard]] std::vector<app::Command> take();
    /// Hands this outcome to the senders of what take() returned last.
    void answer(const app::Outcome& outcome) const {
        for (const auto& request : m_sent)
            request.answer(outcome);
    }
    /// From now on what a frame pushes is carried out at its end, as the program does.
    void apply_at_once() { m_at_once = true; }

    /// The last frame's pixels.
    [[nodiscard]] render::Raster picture() const;

    app::PanelMemory memory;
    app::WindowRequests requests;

private:
    [[nodiscard]] std::optional<ImVec2> find_id(ImGuiID);

    app::Session& m_session;
    Draw m_draw;
    ImGuiContext* m_context;
    ImVec2 m_size, m_mouse{-1, -1};
    bool m_down[3] = {}, m_shift = false, m_control = false, m_own_window = false, m_dark = false, m_at_once = false;
    float m_scale = 1, m_wheel = 0;
    app::Requests m_pushed, m_sent;
    std::size_t m_applied = 0;
};

/// The pushed commands of one kind.
template <class Wanted>
std::vector<Wanted> only(const std::vector<app::Command>& commands) {
    std::vector<Wanted> found;
    for (const auto& command : commands)
        if (const auto* wanted = std::get_if<Wanted>(&command)) found.push_back(*wanted);
    return found;
}

} // namespace panels_test
