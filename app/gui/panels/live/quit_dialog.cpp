#include "app/gui/panels/widgets.hpp"

#include <fmt/format.h>

namespace app {

void draw_quit(PanelContext& ctx, bool& open) {
    std::string& to_open = ctx.memory.to_open;
    const char* title = to_open.empty() ? "Quit?" : "Open another map?";
    if (open && !ImGui::IsPopupOpen(title)) ImGui::OpenPopup(title);
    ui::place_dialog(ctx, 460);
    if (!ImGui::BeginPopupModal(title, &open, ui::dialog_flags)) return;
    const auto unkept = ctx.session.live().unkept();
    ui::wrapped(fmt::format("{} messages of feeds were heard and not kept. They are lost when {}.", unkept,
                            to_open.empty() ? "the window closes" : "another map is opened, which ends the feeds"));
    ui::muted_wrapped(
        "Freeze keeps the positions of the last minutes as a scenario. Next time, Record in the Live tab keeps "
        "every message.");
    ImGui::Dummy({0, 4 * ctx.scale});
    if (ImGui::Button("Freeze...")) {
        ctx.requests.freeze = true;
        open = false;
    }
    ImGui::SameLine();
    if (to_open.empty() && ImGui::Button("Quit without keeping")) {
        ctx.requests.quit = ctx.requests.quit_anyway = true;
        open = false;
    }
    if (!to_open.empty() && ImGui::Button("Open without keeping")) {
        ctx.commands.emplace_back(OpenScenario{to_open, true});
        open = false;
    }
    ui::close_button(ctx, open);
    if (!open) {
        ImGui::CloseCurrentPopup();
        to_open.clear();
    }
    ImGui::EndPopup();
}

} // namespace app
