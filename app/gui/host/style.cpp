#include "app/gui/host/style.hpp"

#include <imgui.h>

namespace app {

namespace {

ImVec4 rgb(unsigned hex, float alpha = 1) {
    return {static_cast<float>(hex >> 16U & 255U) / 255, static_cast<float>(hex >> 8U & 255U) / 255,
            static_cast<float>(hex & 255U) / 255, alpha};
}

struct Palette {
    ImVec4 panel, field, field_hovered, field_active, raised, raised_hovered, line, text, muted, accent, accent_text;
};

// panel, line, text, muted and accent are page, panel_edge, text, text_muted and accent of render/themes.
const Palette light{rgb(0xffffff), rgb(0xf0f3f5), rgb(0xe6ecf0), rgb(0xdae4ea), rgb(0xe9eef1), rgb(0xdbe4e9),
                    rgb(0xd3dade), rgb(0x1b1f23), rgb(0x59646c), rgb(0xc8102e), rgb(0xffffff)};
const Palette dark_palette{rgb(0x161d24), rgb(0x212b34), rgb(0x2a3640), rgb(0x33414d), rgb(0x27323c), rgb(0x34424e),
                           rgb(0x3c4853), rgb(0xf1f3f4), rgb(0xa3aeb7), rgb(0xff5468), rgb(0x0f1419)};

ImVec4 with_alpha(ImVec4 c, float alpha) {
    c.w = alpha;
    return c;
}

} // namespace

void set_style(bool dark, float scale) {
    const Palette& p = dark ? dark_palette : light;
    ImGuiStyle style;
    if (dark)
        ImGui::StyleColorsDark(&style);
    else
        ImGui::StyleColorsLight(&style);

    style.WindowPadding = {12, 10};
    style.FramePadding = {8, 5};
    style.ItemSpacing = {8, 6};
    style.ItemInnerSpacing = {6, 4};
    style.CellPadding = {6, 4};
    style.IndentSpacing = 16;
    style.ScrollbarSize = 11;
    style.GrabMinSize = 10;
    style.WindowRounding = 0;
    style.ChildRounding = 4;
    style.FrameRounding = 4;
    style.PopupRounding = 6;
    style.ScrollbarRounding = 6;
    style.GrabRounding = 4;
    style.TabRounding = 4;
    style.WindowBorderSize = 1;
    style.FrameBorderSize = 0;
    style.PopupBorderSize = 1;
    style.WindowTitleAlign = {0, 0.5F};

    auto* c = style.Colors;
    c[ImGuiCol_Text] = p.text;
    c[ImGuiCol_TextDisabled] = p.muted;
    c[ImGuiCol_WindowBg] = p.panel;
    c[ImGuiCol_ChildBg] = with_alpha(p.panel, 0);
    c[ImGuiCol_PopupBg] = p.panel;
    c[ImGuiCol_Border] = p.line;
    c[ImGuiCol_BorderShadow] = rgb(0, 0);
    c[ImGuiCol_FrameBg] = p.field;
    c[ImGuiCol_FrameBgHovered] = p.field_hovered;
    c[ImGuiCol_FrameBgActive] = p.field_active;
    c[ImGuiCol_TitleBg] = c[ImGuiCol_TitleBgActive] = c[ImGuiCol_TitleBgCollapsed] = p.raised;
    c[ImGuiCol_MenuBarBg] = p.panel;
    c[ImGuiCol_ScrollbarBg] = with_alpha(p.panel, 0);
    c[ImGuiCol_ScrollbarGrab] = p.line;
    c[ImGuiCol_ScrollbarGrabHovered] = c[ImGuiCol_ScrollbarGrabActive] = p.muted;
    c[ImGuiCol_CheckMark] = p.accent;
    c[ImGuiCol_SliderGrab] = c[ImGuiCol_SliderGrabActive] = p.accent;
    c[ImGuiCol_Button] = p.raised;
    c[ImGuiCol_ButtonHovered] = p.raised_hovered;
    c[ImGuiCol_ButtonActive] = p.line;
    c[ImGuiCol_Header] = p.raised;
    c[ImGuiCol_HeaderHovered] = p.field_hovered;
    c[ImGuiCol_HeaderActive] = p.field_active;
    c[ImGuiCol_Separator] = p.line;
    c[ImGuiCol_SeparatorHovered] = c[ImGuiCol_SeparatorActive] = p.accent;
    c[ImGuiCol_ResizeGrip] = rgb(0, 0);
    c[ImGuiCol_ResizeGripHovered] = c[ImGuiCol_ResizeGripActive] = p.accent;
    c[ImGuiCol_Tab] = c[ImGuiCol_TabUnfocused] = p.panel;
    c[ImGuiCol_TabHovered] = p.raised_hovered;
    c[ImGuiCol_TabActive] = c[ImGuiCol_TabUnfocusedActive] = p.raised;
    c[ImGuiCol_PlotLines] = c[ImGuiCol_PlotHistogram] = p.accent;
    c[ImGuiCol_TableHeaderBg] = p.raised;
    c[ImGuiCol_TableBorderStrong] = c[ImGuiCol_TableBorderLight] = p.line;
    c[ImGuiCol_TableRowBg] = rgb(0, 0);
    c[ImGuiCol_TableRowBgAlt] = with_alpha(p.field, 0.6F);
    c[ImGuiCol_TextSelectedBg] = with_alpha(p.accent, 0.28F);
    c[ImGuiCol_NavHighlight] = p.accent;
    c[ImGuiCol_ModalWindowDimBg] = rgb(dark ? 0x000000 : 0x1b1f23, 0.35F);

    style.ScaleAllSizes(scale);
    ImGui::GetStyle() = style;
}

} // namespace app
