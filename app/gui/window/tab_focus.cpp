#include "app/gui/window/tab_focus.hpp"

#include "app/gui/panels/widgets.hpp"

#include <string_view>
#include <utility>

#include <imgui.h>
#include <imgui_internal.h>

namespace app {
namespace {

#if IMGUI_VERSION_NUM < 18900
constexpr ImGuiNavMoveFlags is_tabbing = ImGuiNavMoveFlags_Tabbing;
#else
constexpr ImGuiNavMoveFlags is_tabbing = ImGuiNavMoveFlags_IsTabbing;
#endif

constexpr const char* first_menu = "File"; ///< of draw_menu()

} // namespace

std::optional<std::size_t> TabFocus::focused_panel() {
    const ImGuiWindow* window = ImGui::GetCurrentContext()->NavWindow;
    if (window == nullptr) return std::nullopt;
    for (std::size_t i = 0; i < panels.size(); ++i)
        if (std::string_view{window->RootWindow->Name} == panels[i]) return i;
    return std::nullopt;
}

void TabFocus::start() {
    m_on = true;
    ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
}

void TabFocus::stop() {
    m_on = m_in_menus = false;
    m_next.reset();
    ImGui::GetIO().ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;
    ImGui::GetCurrentContext()->NavDisableHighlight = true;
}

void TabFocus::focus_menu_bar(unsigned item) {
    auto& g = *ImGui::GetCurrentContext();
    auto* bar = ImGui::FindWindowByName(panels.back());
    if (bar == nullptr) return;
    // Dear ImGui makes the id of a menu of the bar from these texts.
    if (item == 0) item = ImHashStr("", 0, ImHashStr(first_menu, 0, ImHashStr("##menubar", 0, bar->ID)));
    ImGui::FocusWindow(bar);
    ImGui::SetNavID(item, ImGuiNavLayer_Menu, g.NavFocusScopeId, bar->NavRectRel[ImGuiNavLayer_Menu]);
    g.NavDisableHighlight = false;
    g.NavDisableMouseHover = true; // else the menu under the mouse would open
    m_in_menus = true;
}

void TabFocus::open_menu() {
    start();
    focus_menu_bar(0);
    auto& g = *ImGui::GetCurrentContext();
    g.NavNextActivateId = g.NavId;
    g.NavNextActivateFlags = ImGuiActivateFlags_None;
}

/// Keeps the keyboard in the menu bar until the user leaves it or has chosen something.
void TabFocus::follow_menus() {
    auto& g = *ImGui::GetCurrentContext();
    const bool escape = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false);
    // Dear ImGui has already closed the topmost menu.
    const bool closed = m_on && escape && g.OpenPopupStack.Size < m_popups;
    if (closed) ui::swallow_escape();
    const bool was_open = std::exchange(m_menu_open, m_in_menus && g.OpenPopupStack.Size > 0);
    if (!m_in_menus || m_menu_open) return;
    const auto* bar = ImGui::FindWindowByName(panels.back());
    if (closed && bar != nullptr) return focus_menu_bar(bar->NavLastIds[ImGuiNavLayer_Menu]);
    const bool on_bar = g.NavWindow == bar && g.NavLayer == ImGuiNavLayer_Menu;
    if (!on_bar && was_open) return stop(); // an item was chosen: keys act on map and time again
    m_in_menus = on_bar;
}

void TabFocus::begin_frame(bool dialog) {
    auto& g = *ImGui::GetCurrentContext();
    follow_menus();
    const auto& io = ImGui::GetIO();
    const bool clicked = ImGui::IsMouseClicked(0) || ImGui::IsMouseClicked(1);
    if (m_on && clicked) stop();
    m_tabbing = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Tab)) && !io.KeyCtrl && !io.KeyAlt;
    if (m_tabbing) {
        start();
        m_direction = io.KeyShift ? -1 : 1;
        if (!dialog && !focused_panel()) m_next = m_direction > 0 ? 0 : panels.size() - 1;
    }
    if (m_on && !dialog && !io.WantTextInput && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false)) {
        stop();
        ImGui::SetWindowFocus(nullptr);
        ui::swallow_escape(); // the selection and the ruler stay
    }
    if (m_on && g.NavId != 0) {
        g.NavDisableHighlight = false;
        // Dear ImGui 1.86 would begin the window again unless a text field has the keyboard.
        if (m_tabbing && g.NavTabbingDir == 0) g.NavTabbingDir = 1;
        // Dear ImGui 1.86 presses buttons and menus only with Space.
        if (!io.KeyCtrl && g.ActiveId == 0 && g.NavActivateId == 0 &&
            ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false))
            g.NavActivateId = g.NavActivateDownId = g.NavActivatePressedId = g.NavId;
    }
    if (ImGui::FindWindowByName(panels.back()) != nullptr) m_drawn.back() = true;
    // A panel that is hidden is passed over.
    for (std::size_t tries = 0; m_next && !m_drawn.at(*m_next) && tries < panels.size(); ++tries)
        m_next = (*m_next + (m_direction > 0 ? 1 : panels.size() - 1)) % panels.size();
    m_drawn = {};
    if (m_next && is_menu_bar(*m_next)) {
        m_next.reset();
        m_tabbing = false;
        focus_menu_bar(0);
    }
#if IMGUI_VERSION_NUM < 18900
    ImGui::PushItemFlag(ImGuiItemFlags_Inputable, true); // Tab stops at every item; later versions do so by themselves
#endif
}

void TabFocus::begin_panel(const char* name) {
    for (std::size_t i = 0; i < panels.size(); ++i) {
        if (std::string_view{panels[i]} != name) continue;
        m_drawn[i] = true;
        if (m_next != i) continue;
        m_next.reset();
        m_tabbing = false;
        ImGui::SetWindowFocus();
        ImGui::SetKeyboardFocusHere();
    }
}

void TabFocus::end_frame(bool dialog) {
#if IMGUI_VERSION_NUM < 18900
    ImGui::PopItemFlag();
#endif
    auto& g = *ImGui::GetCurrentContext();
    m_popups = g.OpenPopupStack.Size;
    const bool past_the_end = m_tabbing && !dialog && g.NavMoveScoringItems && (g.NavMoveFlags & is_tabbing) != 0;
    if (!past_the_end) return;
    // Dear ImGui would begin this panel again.
    const auto panel = focused_panel();
    if (!panel) return;
    ImGui::NavMoveRequestCancel();
    m_next = (*panel + (m_direction > 0 ? 1 : panels.size() - 1)) % panels.size();
}

} // namespace app
