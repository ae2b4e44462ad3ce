#include "app/gui/panels/widgets.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <numbers>

#include <imgui_internal.h>

namespace app::ui {

namespace {

constexpr float pi = std::numbers::pi_v<float>;

ImU32 colour_of(const render::Colour& c) {
    const auto byte = [](auto v) {
        return static_cast<int>(v);
    };
    return IM_COL32(byte(c.r), byte(c.g), byte(c.b), 255);
}

/// Draws an icon with centre `c`. `r`: half the icon's height.
void draw_icon(ImDrawList& list, Icon icon, ImVec2 c, float r, ImU32 colour) {
    const float line = std::max(1.0F, r * 0.22F);
    switch (icon) {
    case Icon::Play:
        list.AddTriangleFilled({c.x - r * 0.7F, c.y - r}, {c.x + r, c.y}, {c.x - r * 0.7F, c.y + r}, colour);
        return;
    case Icon::Pause:
        list.AddRectFilled({c.x - r * 0.8F, c.y - r}, {c.x - r * 0.2F, c.y + r}, colour);
        list.AddRectFilled({c.x + r * 0.2F, c.y - r}, {c.x + r * 0.8F, c.y + r}, colour);
        return;
    case Icon::Previous:
        list.AddTriangleFilled({c.x + r * 0.9F, c.y + r}, {c.x - r * 0.5F, c.y}, {c.x + r * 0.9F, c.y - r}, colour);
        list.AddRectFilled({c.x - r * 0.9F, c.y - r}, {c.x - r * 0.55F, c.y + r}, colour);
        return;
    case Icon::Next:
        list.AddTriangleFilled({c.x - r * 0.9F, c.y - r}, {c.x + r * 0.5F, c.y}, {c.x - r * 0.9F, c.y + r}, colour);
        list.AddRectFilled({c.x + r * 0.55F, c.y - r}, {c.x + r * 0.9F, c.y + r}, colour);
        return;
    case Icon::Loop: {
        list.PathArcTo(c, r * 0.85F, -0.25F * pi, 1.3F * pi, 20);
        list.PathStroke(colour, 0, line);
        const ImVec2 tip{c.x + r * 0.6F, c.y - r * 0.6F};
        list.AddTriangleFilled({tip.x - r * 0.65F, tip.y - r * 0.1F}, {tip.x + r * 0.35F, tip.y - r * 0.45F},
                               {tip.x + r * 0.2F, tip.y + r * 0.6F}, colour);
        return;
    }
    case Icon::Eye:
    case Icon::EyeShut: {
        const ImVec2 left{c.x - r * 1.15F, c.y}, right{c.x + r * 1.15F, c.y};
        const float lift = r * 1.05F;
        if (icon == Icon::Eye) {
            list.AddBezierQuadratic(left, {c.x, c.y - lift * 1.5F}, right, colour, line, 12);
            list.AddBezierQuadratic(left, {c.x, c.y + lift * 1.5F}, right, colour, line, 12);
            list.AddCircleFilled(c, r * 0.42F, colour, 12);
        } else {
            list.AddBezierQuadratic(left, {c.x, c.y + lift * 1.3F}, right, colour, line, 12);
            for (const float x : {-0.6F, 0.0F, 0.6F})
                list.AddLine({c.x + r * x, c.y + lift * (0.62F - 0.25F * std::abs(x))},
                             {c.x + r * x * 1.3F, c.y + lift * (1.05F - 0.25F * std::abs(x))}, colour, line);
        }
        return;
    }
    case Icon::Whole:
        list.AddLine({c.x - r, c.y - r * 0.8F}, {c.x - r, c.y + r * 0.8F}, colour, line);
        list.AddLine({c.x + r, c.y - r * 0.8F}, {c.x + r, c.y + r * 0.8F}, colour, line);
        list.AddLine({c.x - r * 0.7F, c.y}, {c.x + r * 0.7F, c.y}, colour, line);
        list.AddTriangleFilled({c.x - r * 0.85F, c.y}, {c.x - r * 0.35F, c.y - r * 0.4F},
                               {c.x - r * 0.35F, c.y + r * 0.4F}, colour);
        list.AddTriangleFilled({c.x + r * 0.85F, c.y}, {c.x + r * 0.35F, c.y - r * 0.4F},
                               {c.x + r * 0.35F, c.y + r * 0.4F}, colour);
        return;
    case Icon::Cross:
        list.AddLine({c.x - r * 0.7F, c.y - r * 0.7F}, {c.x + r * 0.7F, c.y + r * 0.7F}, colour, line);
        list.AddLine({c.x - r * 0.7F, c.y + r * 0.7F}, {c.x + r * 0.7F, c.y - r * 0.7F}, colour, line);
        return;
    case Icon::Target:
        list.AddCircle(c, r * 0.65F, colour, 16, line);
        list.AddLine({c.x - r, c.y}, {c.x - r * 0.4F, c.y}, colour, line);
        list.AddLine({c.x + r * 0.4F, c.y}, {c.x + r, c.y}, colour, line);
        list.AddLine({c.x, c.y - r}, {c.x, c.y - r * 0.4F}, colour, line);
        list.AddLine({c.x, c.y + r * 0.4F}, {c.x, c.y + r}, colour, line);
        return;
    }
}

bool flat_button(const char* id, ImVec2 size, Icon icon, ImU32 colour, bool on) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool clicked = ImGui::InvisibleButton(id, size);
    draw_focus();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float rounding = ImGui::GetStyle().FrameRounding;
    const bool hovered = ImGui::IsItemHovered(), held = ImGui::IsItemActive();
    if (held || hovered || on)
        list.AddRectFilled(at, {at.x + size.x, at.y + size.y},
                           ImGui::GetColorU32(held      ? ImGuiCol_ButtonActive
                                              : hovered ? ImGuiCol_ButtonHovered
                                                        : ImGuiCol_Button),
                           rounding);
    const bool is_eye = icon == Icon::Eye || icon == Icon::EyeShut;
    draw_icon(list, icon, {at.x + size.x / 2, at.y + size.y / 2}, size.y * (is_eye ? 0.36F : 0.24F), colour);
    return clicked;
}

} // namespace

bool draw_focus() {
    ImGui::RenderNavHighlight({ImGui::GetItemRectMin(), ImGui::GetItemRectMax()}, ImGui::GetItemID());
    return ImGui::GetIO().NavVisible && ImGui::IsItemFocused();
}

void keep_focus() {
    ImGui::NavMoveRequestCancel();
}

bool icon_button(const PanelContext& ctx, const char* id, Icon icon, const char* tooltip_text, bool on) {
    const float side = ImGui::GetFrameHeight();
    const bool clicked = flat_button(id, {side, side}, icon, on ? accent(ctx) : ImGui::GetColorU32(ImGuiCol_Text), on);
    tooltip(tooltip_text);
    return clicked;
}

bool eye_button(const PanelContext&, const char* id, bool shown, const char* tooltip_text) {
    const float height = line_height();
    const bool clicked = flat_button(id, {height * 1.3F, height}, shown ? Icon::Eye : Icon::EyeShut,
                                     shown ? ImGui::GetColorU32(ImGuiCol_Text) : muted_colour(), false);
    tooltip(tooltip_text);
    return clicked;
}

const char* how_words(assets::How how) {
    switch (how) {
    case assets::How::Reported:
        return "Reported";
    case assets::How::Interpolated:
        return "Estimated from earlier and later reports";
    case assets::How::Held:
        return "Held at the last report";
    case assets::How::Stale:
        return "The last report is old";
    case assets::How::Lost:
        return "Position not known: the last report is too old";
    case assets::How::Absent:
        return "Not deployed";
    }
    return "";
}

void state_dot(const PanelContext&, assets::How how, ImU32 colour) {
    const float side = line_height();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::Dummy({side, side});
    const ImVec2 c{at.x + side / 2, at.y + side / 2};
    const float r = side * 0.27F, line = std::max(1.2F, side * 0.09F);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    switch (how) {
    case assets::How::Reported:
        list.AddCircleFilled(c, r, colour, 20);
        break;
    case assets::How::Interpolated:
        list.AddCircle(c, r - line / 2, colour, 20, line);
        break;
    case assets::How::Held:
        list.AddCircleFilled(c, r, faded(colour, 0.55F), 20);
        break;
    case assets::How::Stale:
        list.AddCircleFilled(c, r, faded(colour, 0.28F), 20);
        break;
    case assets::How::Lost:
        list.AddCircle(c, r - line / 2, muted_colour(), 20, line);
        list.AddLine({c.x - r, c.y + r}, {c.x + r, c.y - r}, muted_colour(), line);
        break;
    case assets::How::Absent:
        list.AddCircleFilled(c, r * 0.4F, faded(muted_colour(), 0.6F), 12);
        break;
    }
    tooltip(how_words(how));
}

ImU32 accent(const PanelContext&) {
    return ImGui::GetColorU32(ImGuiCol_CheckMark);
}

ImU32 link_colour(const PanelContext& ctx) {
    // The accent is a red, in which a link would look like an error.
    return ctx.dark ? IM_COL32(138, 184, 240, 255) : IM_COL32(28, 92, 160, 255);
}

ImU32 faded(ImU32 colour, float opacity) {
    const auto alpha = static_cast<float>((colour >> IM_COL32_A_SHIFT) & 0xFF);
    return (colour & ~IM_COL32_A_MASK) | (static_cast<ImU32>(std::lround(alpha * opacity)) << IM_COL32_A_SHIFT);
}

ImU32 muted_colour() {
    return ImGui::GetColorU32(ImGuiCol_TextDisabled);
}

ImU32 warning_colour(const PanelContext& ctx) {
    return ctx.dark ? IM_COL32(232, 178, 92, 255) : IM_COL32(158, 96, 8, 255);
}

ImU32 error_colour(const PanelContext& ctx) {
    return ctx.dark ? IM_COL32(243, 128, 116, 255) : IM_COL32(178, 36, 28, 255);
}

ImU32 country_colour(const PanelContext& ctx, const std::string& iso) {
    return ctx.memory.theme ? colour_of(ctx.memory.theme->country_colour(iso)) : accent(ctx);
}

void muted(const std::string& text) {
    ImGui::PushStyleColor(ImGuiCol_Text, muted_colour());
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopStyleColor();
}

void wrapped(const std::string& text) {
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopTextWrapPos();
}

void muted_wrapped(const std::string& text) {
    ImGui::PushStyleColor(ImGuiCol_Text, muted_colour());
    wrapped(text);
    ImGui::PopStyleColor();
}

void complaint(const PanelContext& ctx, const std::string& text) {
    if (text.empty()) return;
    ImGui::PushStyleColor(ImGuiCol_Text, error_colour(ctx));
    wrapped(text);
    ImGui::PopStyleColor();
}

void title(const PanelContext&, const std::string& text) {
    const ImFontAtlas& fonts = *ImGui::GetIO().Fonts;
    ImGui::PushFont(fonts.Fonts.Size > 1 ? fonts.Fonts[1] : nullptr); // the host's second font is the bold one
    wrapped(text);
    ImGui::PopFont();
}

void heading(const PanelContext& ctx, const char* text) {
    ImGui::Dummy({0, 4 * ctx.scale});
    muted(text);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddLine(at, {at.x + ImGui::GetContentRegionAvail().x, at.y},
                                        ImGui::GetColorU32(ImGuiCol_Separator));
    ImGui::Dummy({0, 2 * ctx.scale});
}

void tooltip(const std::string& text) {
    if (text.empty() || !ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) return;
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(ImGui::GetFontSize() * 24);
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
}

float line_height() {
    return ImGui::GetTextLineHeight();
}

bool text_link(const PanelContext& ctx, const std::string& text, const char* id) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float wrap = std::max(20.0F, ImGui::GetContentRegionAvail().x);
    const ImVec2 size = ImGui::CalcTextSize(text.c_str(), nullptr, false, wrap);
    const bool clicked = ImGui::InvisibleButton(id, {std::max(1.0F, size.x), std::max(1.0F, size.y)});
    draw_focus();
    const bool hovered = ImGui::IsItemHovered();
    if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddText(ImGui::GetFont(), ImGui::GetFontSize(), at, link_colour(ctx), text.c_str(), nullptr, wrap);
    if (hovered) list.AddLine({at.x, at.y + size.y}, {at.x + size.x, at.y + size.y}, link_colour(ctx));
    return clicked;
}

std::string shortened(const std::string& text, float width) {
    if (ImGui::CalcTextSize(text.c_str()).x <= width) return text;
    const float dots = ImGui::CalcTextSize("...").x;
    const char* end = nullptr;
    ImGui::GetFont()->CalcTextSizeA(ImGui::GetFontSize(), std::max(1.0F, width - dots), 0, text.c_str(), nullptr, &end);
    return std::string{text.c_str(), end} + "...";
}

void swallow_escape() {
#if IMGUI_VERSION_NUM < 18700
    float& held_s = ImGui::GetIO().KeysDownDuration[ImGui::GetKeyIndex(ImGuiKey_Escape)];
#else
    float& held_s = ImGui::GetKeyData(ImGuiKey_Escape)->DownDuration;
#endif
    if (held_s == 0) held_s = std::numeric_limits<float>::min();
}

void close_list_on_escape() {
    if (ImGui::GetIO().WantTextInput || !ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false)) return;
    auto& popups = ImGui::GetCurrentContext()->OpenPopupStack;
    if (popups.Size == 0) return;
    const auto* window = popups.back().Window;
    if (window != nullptr && (window->Flags & ImGuiWindowFlags_Modal) != 0) return;
    ImGui::ClosePopupToLevel(popups.Size - 1, true);
    swallow_escape();
}

void focus_next_field() {
    ImGui::SetWindowFocus();
    ImGui::SetKeyboardFocusHere();
}

void place_dialog(const PanelContext& ctx, float width) {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowSize({std::min(width * ctx.scale, screen.x * 0.96F), 0}, ImGuiCond_Always);
    ImGui::SetNextWindowSizeConstraints({0, 0}, {screen.x * 0.98F, screen.y * 0.98F}); // a longer dialog scrolls
    ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
}

void close_button(const PanelContext& ctx, bool& open) {
    ImGui::Dummy({0, 4 * ctx.scale});
    const float width = 96 * ctx.scale;
    ImGui::SetCursorPosX(std::max(ImGui::GetCursorPosX(), ImGui::GetWindowContentRegionMax().x - width));
    const bool escape = ImGui::IsWindowFocused() && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape));
    if (ImGui::Button("Close", {width, 0}) || escape) open = false;
}

std::string unused_folder(const std::string& name) {
    namespace fs = std::filesystem;
    std::error_code ignored;
    const char* home = std::getenv("HOME"); // NOLINT(concurrency-mt-unsafe): the program sets no variables
    const fs::path parent = home != nullptr ? fs::path{home} : fs::current_path(ignored);
    fs::path free = parent / name;
    for (int i = 2; fs::exists(free, ignored) && i < 100; ++i)
        free = parent / (name + "-" + std::to_string(i));
    return free.string();
}

std::optional<GoTo> go_to_asset(const Session& session, const std::string& id) {
    if (!session.scenario()) return std::nullopt;
    for (const auto& state : session.snapshot().states.compute_all())
        if (session.scenario()->assets[state.asset].id == id && state.where)
            return GoTo{*state.where, view_width_km(state.radius_km.value_or(0))};
    return std::nullopt;
}

bool update_key(RowsKey& key, const Session& session, const std::string& parameters) {
    RowsKey now{session.scenario(), session.playhead().time().at(), session.overlay_version(), parameters};
    if (now == key) return false;
    key = std::move(now);
    return true;
}

} // namespace app::ui
