#include "app/gui/panels/widgets.hpp"

#include <fmt/format.h>
#include <imgui_stdlib.h>

namespace app {

namespace {

void draw_row(PanelContext& ctx, const AssetRow& asset, const std::string& country) {
    ImGui::PushID(asset.id.c_str());
    if (ui::eye_button(ctx, "##eye", asset.shown, asset.shown ? "Hide on the map" : "Show on the map"))
        ctx.commands.emplace_back(ShowAsset{asset.id, !asset.shown});
    ImGui::SameLine(0, (4 + 14 * static_cast<float>(asset.depth)) * ctx.scale);
    ui::state_dot(ctx, asset.how, ui::country_colour(ctx, country));
    ImGui::SameLine(0, 4 * ctx.scale);
    const bool muted = !asset.shown || asset.how == assets::How::Absent;
    if (muted) ImGui::PushStyleColor(ImGuiCol_Text, ui::muted_colour());
    const std::string name = ui::shortened(asset.name, ImGui::GetContentRegionAvail().x);
    if (ImGui::Selectable((name + "###row").c_str(), asset.selected, ImGuiSelectableFlags_AllowDoubleClick)) {
        ctx.commands.emplace_back(Select{"asset", asset.id});
        if (asset.at && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left))
            ctx.commands.emplace_back(GoTo{*asset.at, asset.width_km});
    }
    if (muted) ImGui::PopStyleColor();
    if (ImGui::IsItemHovered()) ui::tooltip(fmt::format("{}\n{}\n{}", asset.name, asset.detail, asset.words));
    ImGui::PopID();
}

void draw_country(PanelContext& ctx, const AssetCountry& c) {
    ImGui::PushID(c.code.c_str());
    if (ui::eye_button(ctx, "##country", c.shown > 0, c.shown > 0 ? "Hide all on the map" : "Show all on the map"))
        ctx.commands.emplace_back(ShowCountry{c.code, c.shown == 0});
    ImGui::SameLine(0, 4 * ctx.scale);
    const std::string label = fmt::format("{} ({})###open", c.name, c.rows.size());
    const bool unfolded =
        ImGui::TreeNodeEx(label.c_str(), ImGuiTreeNodeFlags_DefaultOpen | ImGuiTreeNodeFlags_NoTreePushOnOpen |
                                             ImGuiTreeNodeFlags_SpanAvailWidth);
    ui::tooltip(fmt::format("{} of {} have a known position at the time shown.", c.known, c.rows.size()));
    if (unfolded)
        for (const auto& asset : c.rows)
            draw_row(ctx, asset, c.code);
    ImGui::PopID();
}

} // namespace

void draw_assets(PanelContext& ctx) {
    if (!ctx.session.scenario()) {
        ui::muted_wrapped(ui::nothing_open);
        return;
    }
    AssetsMemory& memory = ctx.memory.assets;
    ImGui::SetNextItemWidth(-1);
    ImGui::InputTextWithHint("##filter", "Filter by name, hull or type", &memory.filter);
    const Selection& selection = ctx.session.view().selection();
    if (ui::update_key(memory.rows_key, ctx.session, memory.filter + '\n' + selection.kind + '\n' + selection.id))
        memory.countries = asset_list(ctx.session, memory.filter);
    ImGui::BeginChild("list", {0, 0}, false, ImGuiWindowFlags_NavFlattened);
    for (const auto& c : memory.countries)
        draw_country(ctx, c);
    if (memory.countries.empty()) ui::muted_wrapped("No asset matches the filter.");
    ImGui::EndChild();
}

} // namespace app
