#include "app/gui/panels/widgets.hpp"

#include <cstdlib>
#include <filesystem>

#include <imgui_stdlib.h>

namespace app {

namespace {

/// A folder beside the user's others that is not there yet.
std::string suggestion(const Session& session) {
    namespace fs = std::filesystem;
    std::error_code ignored;
    const char* home = std::getenv("HOME"); // NOLINT(concurrency-mt-unsafe): nothing here sets variables
    const fs::path parent = home != nullptr ? fs::path{home} : fs::current_path(ignored);
    const auto& folder = session.scenario()->folder;
    const auto name = folder.filename().empty() ? folder.parent_path().filename() : folder.filename();
    fs::path free = parent / name;
    for (int i = 2; fs::exists(free, ignored) && i < 100; ++i)
        free = parent / (name.string() + "-" + std::to_string(i));
    return free.string();
}

} // namespace

void draw_save_copy(PanelContext& ctx, bool& open) {
    constexpr const char* title = "Save a copy";
    SaveCopyMemory& memory = ctx.memory.save_copy;
    if (!ctx.session.scenario()) open = false;
    if (open && !ImGui::IsPopupOpen(title)) {
        ImGui::OpenPopup(title);
        memory = {.folder = suggestion(ctx.session), .complaint = {}, .sent = false};
    }
    ui::place_dialog(ctx, 470);
    if (!ImGui::BeginPopupModal(title, &open, ui::dialog_flags)) return;
    if (memory.sent) { // the session has answered
        memory.sent = false;
        memory.complaint = ctx.session.message();
        if (memory.complaint.empty()) open = false;
    }
    ui::muted_wrapped(
        "Copies the scenario's files into a new folder and opens the copy, which can be changed: here, in an "
        "editor or in a spreadsheet.");
    ImGui::SetNextItemWidth(-1);
    ImGui::InputText("##folder", &memory.folder);
    ui::complaint(ctx, memory.complaint);
    if (ImGui::Button("Save and open") && !memory.folder.empty()) {
        ctx.commands.emplace_back(SaveCopy{memory.folder});
        memory.sent = true;
    }
    ui::close_button(ctx, open);
    if (!open) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
}

} // namespace app
