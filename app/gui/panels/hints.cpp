#include "app/gui/panels/widgets.hpp"

namespace app {

void draw_hints(PanelContext& ctx) {
    if (!ctx.memory.hints) return;
    ui::title(ctx, "Three hints");
    ui::wrapped("Drag along the timeline below to move through time. Space plays it.");
    ImGui::Dummy({0, 2 * ctx.scale});
    ui::wrapped("Click a symbol to see what is known about it, from whom, and how old that is.");
    ImGui::Dummy({0, 2 * ctx.scale});
    ui::wrapped("File, Export makes a finished map of what you see. F1 lists all keys.");
    ImGui::Dummy({0, 2 * ctx.scale});
    if (ImGui::Button("Got it")) ctx.memory.hints = false;
}

} // namespace app
