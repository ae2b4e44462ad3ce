#include "app/gui/panels/widgets.hpp"
#include "app/session/files/scenario_files.hpp"

#include <imgui_stdlib.h>

namespace app {

namespace {

std::string suggested_copy(const Session& session) {
    const auto& folder = session.scenario()->folder;
    const auto name = folder.filename().empty() ? folder.parent_path().filename() : folder.filename();
    return ui::unused_folder(name.string());
}

} // namespace

void draw_save_copy(PanelContext& ctx, bool& open) {
    constexpr const char* title = "Save a copy";
    SaveCopyMemory& memory = ctx.memory.save_copy;
    if (!ctx.session.scenario()) open = false;
    if (open && !ImGui::IsPopupOpen(title)) {
        ImGui::OpenPopup(title);
        memory = {.folder = suggested_copy(ctx.session), .complaint = {}, .reply = {}};
    }
    ui::place_dialog(ctx, 470);
    if (!ImGui::BeginPopupModal(title, &open, ui::dialog_flags)) return;
    if (const auto outcome = memory.reply.take()) {
        memory.complaint = outcome->is_refused() ? outcome->sentence : "";
        if (outcome->is_done()) open = false;
    }
    ui::muted_wrapped(
        is_of_spreadsheet(ctx.session.document().scenario(), ctx.session.document().path())
            ? "Writes the tables of the spreadsheet as text files into a new folder and opens that. Reports can then "
              "be added here; the spreadsheet stays as it is and is not followed any more."
            : "Copies the scenario's files into a new folder and opens the copy. You can change the copy here, in an "
              "editor or in a spreadsheet.");
    ImGui::SetNextItemWidth(-1);
    ImGui::InputText("##folder", &memory.folder);
    ui::complaint(ctx, memory.complaint);
    ImGui::BeginDisabled(memory.reply.waiting());
    if (ImGui::Button(memory.reply.waiting() ? "Saving..." : "Save and open") && !memory.folder.empty())
        ctx.commands.emplace_back(SaveCopy{memory.folder}, memory.reply);
    ImGui::EndDisabled();
    ui::close_button(ctx, open);
    if (!open) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
}

} // namespace app
