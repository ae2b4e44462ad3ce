#include "app/gui/panels/live/live_sections.hpp"
#include "app/gui/panels/widgets.hpp"

#include <algorithm>
#include <variant>

#include <fmt/format.h>

namespace app {

namespace {

/// Distances to the nearest lines of the scenario: of zones that are lines, then of the rims of others.
std::vector<std::pair<std::string, std::string>> line_words(const Session& session, geo::LonLat from) {
    constexpr std::size_t most = 3;
    struct Found {
        bool area;
        ToLine to;
        std::string name;
    };
    std::vector<Found> found;
    const auto& scenario = *session.scenario();
    const geo::Seas* seas = scenario.atlas ? &scenario.atlas->seas : nullptr;
    for (const auto index : session.snapshot().zones) {
        const assets::Zone& zone = scenario.zones[index];
        if (const auto to = distance_to(zone, seas, from))
            found.push_back(
                {!std::holds_alternative<assets::LineShape>(zone.shape), *to, zone.name.empty() ? zone.id : zone.name});
    }
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        return std::pair{a.area, a.to.distance_nmi} < std::pair{b.area, b.to.distance_nmi};
    });
    if (found.size() > most) found.resize(most);
    std::vector<std::pair<std::string, std::string>> words;
    for (const Found& f : found)
        words.emplace_back(f.name, fmt::format("{:.1f} nmi, bearing {:03.0f}", f.to.distance_nmi,
                                               std::fmod(std::round(f.to.bearing_deg), 360)));
    return words;
}

void fact(const std::string& what, const std::string& value) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ui::muted_wrapped(what);
    ImGui::TableNextColumn();
    ui::wrapped(value);
}

/// A list of contacts to compare with: pinned ones, the watch list, then those that say they are official.
void draw_compare_choice(PanelContext& ctx, TargetMemory& memory) {
    const auto& live = *ctx.session.live().snapshot();
    const assets::Asset* compared = live.scenario->asset(memory.compared);
    ImGui::SetNextItemWidth(-1);
    if (!ImGui::BeginCombo("##compare", compared != nullptr ? compared->name.c_str() : "Range to another contact"))
        return;
    if (ImGui::Selectable("None", memory.compared.empty())) memory.compared.clear();
    std::vector<std::string> ids(ctx.session.live().pinned().begin(), ctx.session.live().pinned().end());
    for (const auto asset : live.declared)
        ids.push_back(live.scenario->assets[asset].id);
    constexpr std::size_t most = 200;
    for (std::size_t i = 0; i < live.marks.size() && ids.size() < most; ++i)
        if (live.marks[i].official) ids.push_back(live.scenario->assets[live.scenario->first_feed_asset + i].id);
    if (ids.empty()) ui::muted_wrapped("Pin a contact, or right click one in the list.");
    for (const std::string& id : ids) {
        const assets::Asset* asset = live.scenario->asset(id);
        if (asset == nullptr || id == ctx.session.view().selection().id) continue;
        if (ImGui::Selectable((asset->name + "##" + id).c_str(), id == memory.compared)) memory.compared = id;
    }
    ImGui::EndCombo();
}

} // namespace

void draw_target_card(PanelContext& ctx) {
    TargetMemory& memory = ctx.memory.target;
    const Selection& selection = ctx.session.view().selection();
    if (!ctx.session.live().snapshot()) return;
    const std::string own = selection.kind == "asset" ? selection.id : "";
    if (ui::update_key(memory.rows_key, ctx.session, own)) {
        memory.card = target_card(ctx.session);
        memory.lines.clear();
        if (const auto moving = moving_of(ctx.session, own); memory.card && moving)
            memory.lines = line_words(ctx.session, moving->at);
    }
    if (!memory.card) return;
    ui::heading(ctx, "Target");
    for (const std::string& doubt : memory.card->doubts) {
        ImGui::PushStyleColor(ImGuiCol_Text, ui::warning_colour(ctx));
        ui::wrapped("Doubtful: " + doubt);
        ImGui::PopStyleColor();
    }
    if (ImGui::BeginTable("target", 2)) {
        ImGui::TableSetupColumn("what", ImGuiTableColumnFlags_WidthFixed, 78 * ctx.scale);
        ImGui::TableSetupColumn("value");
        for (const auto& [what, value] : memory.card->facts)
            fact(what, value);
        for (const auto& [name, words] : memory.lines)
            fact("To " + name, words);
        ImGui::EndTable();
    }
    draw_compare_choice(ctx, memory);
    const auto first = moving_of(ctx.session, own), second = moving_of(ctx.session, memory.compared);
    if (first && second && memory.compared != own)
        ui::wrapped(passing_words(passing(*first, *second, ctx.session.shown_at())));
}

} // namespace app
