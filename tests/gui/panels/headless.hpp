#pragma once

#include "app/gui/panel.hpp"
#include "render/cairo/players.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <imgui.h>

namespace panels_test {

/// Runs a panel in Dear ImGui without a window, simulates mouse and keyboard, and collects the commands it pushes.
class Headless {
public:
    using Draw = std::function<void(app::PanelContext&)>;
    /// `draw` fills an ImGui window of this size at the origin, without title and not movable, as in the program.
    Headless(app::Session&, Draw draw, float width = 1024, float height = 200);
    ~Headless();
    Headless(const Headless&) = delete;
    Headless& operator=(const Headless&) = delete;

    /// For a panel that begins its own ImGui window: draws it without one around it.
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

    /// A point where the item can be clicked, found by moving the mouse over the whole window; nothing when there is no
    /// such item. `path`: the IDs that were pushed before, then the label. `window`: the name of a window or child
    /// window, or the beginning of the name of a popup ("##Combo").
    [[nodiscard]] std::optional<ImVec2> find(const std::string& window, const std::vector<std::string>& path);
    /// As find(), with an integer that was pushed as ID before the label.
    [[nodiscard]] std::optional<ImVec2> find_with_int(const std::string& window, int pushed, const std::string& label);
    void click_on(const std::string& window, const std::vector<std::string>& path); ///< REQUIREs the item

    /// The commands that were pushed since the last call.
    [[nodiscard]] std::vector<app::Command> take();
    /// Passes an outcome to the senders of the commands that take() returned last.
    void answer(const app::Outcome& outcome) const {
        for (const auto& request : m_sent)
            request.answer(outcome);
    }
    /// From now on applies commands at the end of the frame that pushes them, as the program does.
    void apply_at_once() { m_at_once = true; }

    /// The pixels of the last frame.
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
