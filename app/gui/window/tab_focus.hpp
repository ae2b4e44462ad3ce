#pragma once

#include <array>
#include <optional>
#include <string>

namespace app {

/// Lets Tab and Shift+Tab go through all fields, lists and buttons of a panel and on to the next panel, with a visible
/// focus. Dear ImGui alone stops at text fields and stays in one window. From the first Tab until a click or Escape,
/// arrows, Space and Enter act on what has the focus, and not on map and time. F10 opens the menu bar, which Tab
/// reaches too: arrows go through its menus, Enter chooses, Escape closes the open menu and then leaves the bar.
class TabFocus {
public:
    /// The names of the windows of the panels, in order. The last one is the menu bar of Dear ImGui.
    static constexpr std::array<const char*, 5> panels{"Left", "Right", "Timeline", "Status", "##MainMenuBar"};

    /// Call it before the first window is begun, and end_frame() after the last was ended. `dialog`: a dialog or menu
    /// is open, which Tab does not leave.
    void begin_frame(bool dialog);
    void end_frame(bool dialog);
    /// Gives the keyboard to the menu bar and opens its first menu, for F10.
    void open_menu();
    /// Call it in each panel before its first item: gives the item the focus when Tab has come to this panel.
    void begin_panel(const char* name);
    /// Whether keys act on what has the focus.
    [[nodiscard]] bool on() const noexcept { return m_on; }

private:
    [[nodiscard]] static std::optional<std::size_t> focused_panel();
    [[nodiscard]] static bool is_menu_bar(std::size_t panel) noexcept { return panel + 1 == panels.size(); }
    void start();
    void stop();
    void focus_menu_bar(unsigned item); ///< 0: its first menu
    void follow_menus();

    bool m_on = false, m_tabbing = false;
    bool m_in_menus = false;  ///< the menu bar or one of its menus has the keyboard
    bool m_menu_open = false; ///< a menu of the bar was open in the last frame
    int m_direction = 1;
    int m_popups = 0;                          ///< menus and dialogs that were open at the end of the last frame
    std::optional<std::size_t> m_next;         ///< the panel that takes the focus
    std::array<bool, panels.size()> m_drawn{}; ///< in the last frame
};

} // namespace app
