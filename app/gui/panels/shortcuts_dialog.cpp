#include "app/gui/panels/widgets.hpp"

#include <array>

namespace app {

namespace {

struct Shortcut {
    const char* keys;
    const char* does;
};
constexpr Shortcut map_keys[]{
    {"Drag, Shift and arrows", "Move the map"},
    {"Wheel, + and -", "Zoom, about the cursor"},
    {"Double click", "Centre the map there"},
    {"Shift and drag", "Zoom to a box"},
    {"Click", "Select a symbol or the zone there; several open a list"},
    {"Right click", "Menu: what is there, centre, measure, range rings, add a report"},
    {"F", "Show all assets"},
    {"R, 0", "Reset to the scenario's view"},
    {"H", "Hide or show the selected asset or zone"},
    {"M", "Measure a distance"},
    {"Escape", "Close a list or dialog; end measuring; remove the ruler; clear the selection"},
    {"F2, F3", "Hide or show the panels left and right"},
    {"Drag a border", "Resize a panel; a double click gives its usual size"},
    {"Tab, Shift+Tab", "Go through fields, lists and buttons of all panels; Space presses, Escape ends"},
    {"F10", "Open the menu bar; arrows go through it, Enter chooses, Escape leaves"},
};
constexpr Shortcut time_keys[]{
    {"Space", "Play or pause"},
    {"Left, Right", "A day earlier or later; a minute while feeds are on"},
    {"N", "Follow now, while feeds are on"},
    {", and .", "Previous or next event"},
    {"Home, End", "Go to the start or the end"},
    {"Ctrl+G", "Type a date"},
    {"Wheel on the timeline", "Zoom in time, about the cursor"},
    {"Shift or middle drag there", "Scroll in time"},
    {"Tab to it, then the arrows", "A day earlier or later, with Shift a week; Page Up and Page Down zoom"},
};
constexpr Shortcut file_keys[]{
    {"Ctrl+O", "Open"},
    {"Ctrl+V", "Paste a table: shows how it is read before it is opened"},
    {"Ctrl+R", "Reload"},
    {"Ctrl+Shift+A", "Add a report; Ctrl+Enter saves it"},
    {"Ctrl+Z, Ctrl+Shift+Z", "Undo an added report; add it again"},
    {"Ctrl+E", "Export"},
    {"Ctrl+F", "Go to a place, sea or asset"},
    {"F1", "Show this list"},
    {"Ctrl+Q", "Quit"},
};

template <std::size_t Count>
void table(PanelContext& ctx, const char* title, const Shortcut (&shortcuts)[Count]) {
    ui::heading(ctx, title);
    if (!ImGui::BeginTable(title, 2)) return;
    ImGui::TableSetupColumn("keys", ImGuiTableColumnFlags_WidthFixed, 176 * ctx.scale);
    ImGui::TableSetupColumn("does");
    for (const Shortcut& shortcut : shortcuts) {
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        ImGui::TextUnformatted(shortcut.keys);
        ImGui::TableNextColumn();
        ui::muted_wrapped(shortcut.does);
    }
    ImGui::EndTable();
}

} // namespace

void draw_shortcuts(PanelContext& ctx, bool& open) {
    constexpr const char* title = "Keys and mouse";
    if (open && !ImGui::IsPopupOpen(title)) ImGui::OpenPopup(title);
    ui::place_dialog(ctx, 760);
    if (!ImGui::BeginPopupModal(title, &open, ui::dialog_flags)) return;
    if (ImGui::BeginTable("columns", 2)) { // two columns, to fit a window 640 pixels high
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        table(ctx, "Map", map_keys);
        ImGui::TableNextColumn();
        table(ctx, "Time", time_keys);
        table(ctx, "Files", file_keys);
        ImGui::EndTable();
    }
    ui::close_button(ctx, open);
    if (!open) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
}

} // namespace app
