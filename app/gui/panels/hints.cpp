#include "app/gui/panels/widgets.hpp"

namespace app {

void draw_hints(PanelContext& ctx) {
    if (!ctx.memory.hints) return;
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowSize({360 * ctx.scale, 0}, ImGuiCond_Always);
    ImGui::SetNextWindowPos({screen.x / 2, screen.y * 0.42F}, ImGuiCond_Appearing, {0.5F, 0.5F});
    if (ImGui::Begin("Three hints", &ctx.memory.hints,
                     ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoSavedSettings)) {
        ui::wrapped("1.  Drag along the timeline below to move through time. Space plays it.");
        ImGui::Dummy({0, 2 * ctx.scale});
        ui::wrapped("2.  Click a symbol to see what is known about it, from whom, and how old that is.");
        ImGui::Dummy({0, 2 * ctx.scale});
        ui::wrapped("3.  File > Export makes a finished map of what you see. F1 lists all keys.");
        ImGui::Dummy({0, 4 * ctx.scale});
        ui::close_button(ctx, ctx.memory.hints);
    }
    ImGui::End();
    if (!ctx.memory.hints) ctx.requests.save_settings = true;
}

} // namespace app
