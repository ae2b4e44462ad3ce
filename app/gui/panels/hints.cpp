#include "app/gui/panels/widgets.hpp"

namespace app {

void draw_hints(PanelContext& ctx) {
    if (!ctx.memory.hints) return;
    ui::title(ctx, "Three hints");
    ui::wrapped("Drag along the timeline below to move through time. Press Space to play.");
    ImGui::Dummy({0, 2 * ctx.scale});
    ui::wrapped("Click a symbol to see what is known about it, how old that is, and who reported it.");
    ImGui::Dummy({0, 2 * ctx.scale});
    ui::wrapped("Choose File, Export to write the map as a figure. Press F1 for a list of all keys.");
    ImGui::Dummy({0, 2 * ctx.scale});
    if (ImGui::Button("Got it")) ctx.memory.hints = false;
}

} // namespace app
