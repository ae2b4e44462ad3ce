#include "app/gui/panels/widgets.hpp"

#include <algorithm>
#include <iterator>

#include <imgui_stdlib.h>

namespace app {

namespace {

void look_up(const PanelContext& ctx, SearchMemory& memory) {
    const auto& scenario = ctx.session.document().base();
    if (memory.scenario != scenario) {
        memory.scenario = scenario;
        memory.index = scenario ? SearchIndex{scenario} : SearchIndex{};
    }
    if (!ui::update_key(memory.rows_key, ctx.session, memory.text)) return;
    memory.hits.clear();
    if (scenario && !memory.text.empty()) memory.hits = memory.index.find(memory.text, ctx.session.snapshot());
    if (ctx.session.live().is_live() && ctx.session.scenario())
        std::ranges::move(find_contacts(*ctx.session.scenario(), ctx.session.snapshot(), memory.text),
                          std::back_inserter(memory.hits));
    memory.chosen = std::clamp(memory.chosen, 0, std::max(0, static_cast<int>(memory.hits.size()) - 1));
}

void go_to(PanelContext& ctx, const SearchHit& hit) {
    if (hit.kind != "coordinates") ctx.commands.emplace_back(Select{hit.kind, hit.id});
    if (hit.width_km > 0) ctx.commands.emplace_back(GoTo{hit.at, hit.width_km}); // an asset may have no position
}

bool pressed(ImGuiKey key) {
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key));
}

/// Draws the name at the left and its description at the right. True when clicked.
bool hit_row(const PanelContext& ctx, const SearchHit& hit, bool chosen) {
    const bool clicked = ImGui::Selectable("##hit", chosen);
    const ImVec2 at = ImGui::GetItemRectMin(), end = ImGui::GetItemRectMax();
    const float width = end.x - at.x - 8 * ctx.scale, y = at.y + (end.y - at.y - ui::line_height()) / 2;
    const std::string detail = ui::shortened(hit.detail, width * 0.45F);
    const float detail_width = ImGui::CalcTextSize(detail.c_str()).x;
    const std::string name = ui::shortened(hit.name, width - detail_width - 12 * ctx.scale);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddText({at.x + 4 * ctx.scale, y}, ImGui::GetColorU32(ImGuiCol_Text), name.c_str());
    list.AddText({end.x - detail_width - 4 * ctx.scale, y}, ui::muted_colour(), detail.c_str());
    return clicked;
}

} // namespace

void draw_search(PanelContext& ctx) {
    SearchMemory& memory = ctx.memory.search;
    if (memory.focus) ui::focus_next_field();
    memory.focus = false;
    ImGui::SetNextItemWidth(-1);
    const bool entered = ImGui::InputTextWithHint("##search", "Go to a place, a sea or an asset", &memory.text,
                                                  ImGuiInputTextFlags_EnterReturnsTrue);
    const bool typing = ImGui::IsItemActive();
    if (ImGui::IsItemEdited()) memory.chosen = 0;
    look_up(ctx, memory);
    const int count = static_cast<int>(memory.hits.size());
    if (typing && count > 0) {
        if (pressed(ImGuiKey_DownArrow)) memory.chosen = std::min(memory.chosen + 1, count - 1);
        if (pressed(ImGuiKey_UpArrow)) memory.chosen = std::max(memory.chosen - 1, 0);
    }
    int taken = entered && count > 0 ? memory.chosen : -1;
    for (int i = 0; i < count; ++i) {
        ImGui::PushID(i);
        if (hit_row(ctx, memory.hits[static_cast<std::size_t>(i)], i == memory.chosen)) taken = i;
        ImGui::PopID();
    }
    if (count == 0 && !memory.text.empty()) ui::muted_wrapped("Nothing found. Try another spelling, or coordinates.");
    if (taken < 0) return;
    go_to(ctx, memory.hits[static_cast<std::size_t>(taken)]);
    memory.text.clear();
}

} // namespace app
