#include "app/gui/window/tab_focus.hpp"

#include "app/gui/panels/widgets.hpp"

#include <string_view>

#include <imgui.h>
#include <imgui_internal.h>

namespace app {
namespace {

#if IMGUI_VERSION_NUM < 18900
constexpr ImGuiNavMoveFlags is_tabbing = ImGuiNavMoveFlags_Tabbing;
#else
constexpr ImGuiNavMoveFlags is_tabbing = ImGuiNavMoveFlags_IsTabbing;
#endif

} // namespace

std::optional<std::size_t> TabFocus::focused_panel() {
    const ImGuiWindow* window = ImGui::GetCurrentContext()->NavWindow;
    if (window == nullptr) return std::nullopt;
    for (std::size_t i = 0; i < panels.size(); ++i)
        if (std::string_view{window->RootWindow->Name} == panels[i]) return i;
    return std::nullopt;
}

void TabFocus::stop() {
    m_on = false;
    m_next.reset();
    ImGui::GetIO().ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;
    ImGui::GetCurrentContext()->NavDisableHighlight = true;
}

void TabFocus::begin_frame(bool dialog) {
    auto& g = *ImGui::GetCurrentContext();
    const auto& io = ImGui::GetIO();
    const bool clicked = ImGui::IsMouseClicked(0) || ImGui::IsMouseClicked(1);
    if (m_on && clicked) stop();
    m_tabbing = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Tab)) && !io.KeyCtrl && !io.KeyAlt;
    if (m_tabbing) {
        m_on = true;
        m_direction = io.KeyShift ? -1 : 1;
        ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
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
    }
    // A panel that is hidden is passed over.
    for (std::size_t tries = 0; m_next && !m_drawn.at(*m_next) && tries < panels.size(); ++tries)
        m_next = (*m_next + (m_direction > 0 ? 1 : panels.size() - 1)) % panels.size();
    m_drawn = {};
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
    const bool past_the_end = m_tabbing && !dialog && g.NavMoveScoringItems && (g.NavMoveFlags & is_tabbing) != 0;
    if (!past_the_end) return;
    // Dear ImGui would begin this panel again.
    const auto panel = focused_panel();
    if (!panel) return;
    ImGui::NavMoveRequestCancel();
    m_next = (*panel + (m_direction > 0 ? 1 : panels.size() - 1)) % panels.size();
}

} // namespace app
