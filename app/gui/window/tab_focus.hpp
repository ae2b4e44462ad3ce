#pragma once

#include <array>
#include <optional>
#include <string>

namespace app {

/// Lets Tab and Shift+Tab go through all fields, lists and buttons of a panel and on to the next panel, with a visible
/// focus. Dear ImGui alone stops at text fields and stays in one window. From the first Tab until a click or Escape,
/// arrows, Space and Enter act on what has the focus, and not on map and time.
class TabFocus {
public:
    /// The names of the windows of the panels, in order.
    static constexpr std::array<const char*, 3> panels{"Left", "Right", "Timeline"};

    /// Call it before the first window is begun, and end_frame() after the last was ended. `dialog`: a dialog or menu
    /// is open, which Tab does not leave.
    void begin_frame(bool dialog);
    void end_frame(bool dialog);
    /// Call it in each panel before its first item: gives the item the focus when Tab has come to this panel.
    void begin_panel(const char* name);
    /// Whether keys act on what has the focus.
    [[nodiscard]] bool on() const noexcept { return m_on; }

private:
    [[nodiscard]] static std::optional<std::size_t> focused_panel();
    void stop();

    bool m_on = false, m_tabbing = false;
    int m_direction = 1;
    std::optional<std::size_t> m_next;         ///< the panel that takes the focus
    std::array<bool, panels.size()> m_drawn{}; ///< in the last frame
};

} // namespace app
