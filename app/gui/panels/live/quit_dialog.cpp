#include "app/gui/panels/widgets.hpp"

#include <fmt/format.h>

namespace app {

void draw_quit(PanelContext& ctx, bool& open) {
    constexpr const char* title = "Quit?";
    if (open && !ImGui::IsPopupOpen(title)) ImGui::OpenPopup(title);
    ui::place_dialog(ctx, 460);
    if (!ImGui::BeginPopupModal(title, &open, ui::dialog_flags)) return;
    const auto unkept = ctx.session.live().unkept();
    ui::wrapped(
        fmt::format("{} messages of feeds were heard and not kept. They are lost when the window closes.", unkept));
    ui::muted_wrapped(
        "Freeze keeps the positions of the last minutes as a scenario. Next time, Record in the Live tab keeps "
        "every message.");
    ImGui::Dummy({0, 4 * ctx.scale});
    if (ImGui::Button("Freeze...")) {
        ctx.requests.freeze = true;
        open = false;
    }
    ImGui::SameLine();
    if (ImGui::Button("Quit without keeping")) {
        ctx.requests.quit = ctx.requests.quit_anyway = true;
        open = false;
    }
    ui::close_button(ctx, open);
    if (!open) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
}

} // namespace app
