#include "app/gui/panels/widgets.hpp"

#include <fmt/format.h>
#include <imgui_stdlib.h>

namespace app {

namespace {

std::string suggested_folder(const Session& session) {
    std::string name = "heard-" + assets::to_iso(session.shown_at());
    std::erase(name, ':');
    return ui::unused_folder(name);
}

/// Whether every feed that is on has a credit, or one was typed for all.
bool has_credit(const Session& session, const FreezeMemory& memory) {
    if (memory.credit.find_first_not_of(' ') != std::string::npos) return true;
    const auto& feeds = session.live().feeds();
    return std::none_of(feeds.begin(), feeds.end(), [](const LiveFeed& f) { return f.on && f.credit.empty(); });
}

/// Lists the contacts that say they are military or government. The user can confirm their positions.
void draw_officials(PanelContext& ctx) {
    const auto& live = ctx.session.live().snapshot();
    if (!live) return;
    std::vector<assets::AssetIndex> found;
    for (std::size_t i = 0; i < live->marks.size(); ++i)
        if (live->marks[i].official) found.push_back(live->scenario->first_feed_asset + static_cast<unsigned>(i));
    if (found.empty()) return;
    ui::heading(ctx, fmt::format("Contacts that say they are military or government ({})", found.size()).c_str());
    ui::muted_wrapped("Their positions get low confidence. Tick the contacts that you have confirmed by other means:");
    ImGui::BeginChild(
        "officials",
        {0, std::min(150 * ctx.scale, ImGui::GetFrameHeightWithSpacing() * static_cast<float>(found.size() + 1))},
        false, ImGuiWindowFlags_NavFlattened);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(found.size()));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const auto& asset = live->scenario->assets[found[static_cast<std::size_t>(i)]];
            bool confirmed = ctx.session.live().confirmed().contains(asset.id);
            if (ImGui::Checkbox(fmt::format("{}##{}", asset.name, asset.id).c_str(), &confirmed))
                ctx.commands.emplace_back(Confirm{asset.id, confirmed});
        }
    ImGui::EndChild();
}

} // namespace

void draw_freeze(PanelContext& ctx, bool& open) {
    constexpr const char* title = "Freeze";
    FreezeMemory& memory = ctx.memory.freeze;
    if (!ctx.session.live().is_live()) open = false;
    if (open && !ImGui::IsPopupOpen(title)) {
        ImGui::OpenPopup(title);
        memory = {};
        memory.folder = suggested_folder(ctx.session);
        ctx.commands.emplace_back(GoToTime{ctx.session.shown_at()}); // keeps the time still while the dialog is open
    }
    ui::place_dialog(ctx, 500);
    if (!ImGui::BeginPopupModal(title, &open, ui::dialog_flags)) return;
    const double offset = ctx.session.scenario() ? ctx.session.scenario()->utc_offset_h : 0;
    ui::wrapped(instant_words(ctx.session.shown_at(), offset));
    ui::muted_wrapped(
        "Saves the contacts of the minutes before this time as a scenario folder, with the feed as source. "
        "Pleasure craft and search-and-rescue beacons are left out.");
    ImGui::SetNextItemWidth(80 * ctx.scale);
    ImGui::InputInt("minutes", &memory.minutes, 0);
    memory.minutes = std::clamp(memory.minutes, 1, 7 * 1440);
    ui::muted("Folder");
    ImGui::SetNextItemWidth(-1);
    ImGui::InputText("##folder", &memory.folder);
    ui::muted("Title of the map");
    ImGui::SetNextItemWidth(-1);
    ImGui::InputTextWithHint("##title", "empty: describes the contacts", &memory.title);
    ui::muted("Credit: who provides the data");
    ImGui::SetNextItemWidth(-1);
    ImGui::InputTextWithHint("##credit", "empty: the credit of the feeds", &memory.credit);
    draw_officials(ctx);
    if (const auto outcome = memory.reply.take()) {
        memory.complaint = outcome->is_refused() ? outcome->sentence : "";
        memory.written = outcome->is_done() ? outcome->sentence : "";
    }
    ui::complaint(ctx, memory.complaint);
    if (!memory.written.empty()) {
        ui::wrapped(memory.written);
        if (ImGui::Button("Open the scenario")) {
            ctx.commands.emplace_back(OpenScenario{memory.requested_folder, true});
            open = false;
        }
    } else {
        const bool writing = memory.reply.waiting();
        // The room for the question is always kept, so that the button stays where it is.
        const ImVec2 top = ImGui::GetCursorPos();
        if (memory.asks_credit)
            ui::wrapped(
                "Nobody is credited: who provides these positions? A map should say so. Type it above, or freeze "
                "without a credit.");
        ImGui::SetCursorPos({top.x, top.y + 2 * ImGui::GetTextLineHeightWithSpacing()});
        ImGui::BeginDisabled(writing);
        const char* words = writing              ? "Writing...###freeze"
                            : memory.asks_credit ? "Freeze without a credit###freeze"
                                                 : "Freeze###freeze";
        if (memory.asks_credit && has_credit(ctx.session, memory)) memory.asks_credit = false;
        if (ImGui::Button(words) && !memory.folder.empty()) {
            if (!memory.asks_credit && !has_credit(ctx.session, memory)) {
                memory.asks_credit = true;
            } else {
                ctx.commands.emplace_back(
                    Freeze{memory.folder, std::chrono::minutes{memory.minutes}, memory.title, memory.credit},
                    memory.reply);
                memory.requested_folder = memory.folder;
                memory.complaint.clear();
            }
        }
        ImGui::EndDisabled();
    }
    ui::close_button(ctx, open);
    if (!open) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
}

} // namespace app
