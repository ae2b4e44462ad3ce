#include "app/gui/panels/live/live_sections.hpp"
#include "app/gui/panels/widgets.hpp"
#include "app/session/playhead/noon.hpp"
#include "assets/model/values/web_link.hpp"

#include <fmt/format.h>

namespace app {

namespace {

void draw_sources(PanelContext& ctx, const std::vector<SourceWords>& sources) {
    if (sources.empty()) ui::muted("No source given.");
    int number = 0;
    for (const auto& source : sources) {
        ImGui::PushID(number++);
        const std::string& title = !source.title.empty() ? source.title : !source.url.empty() ? source.url : source.id;
        const std::string link = assets::web_link(source.url);
        if (link.empty()) {
            ui::wrapped(title);
        } else {
            if (ui::text_link(ctx, title, "##open")) ctx.requests.open_url = link;
            ui::tooltip(source.url + "\nClick to open in the browser. Right click to copy the address.");
            if (ImGui::BeginPopupContextItem("##menu")) {
                if (ImGui::MenuItem("Open in the browser")) ctx.requests.open_url = link;
                if (ImGui::MenuItem("Copy address")) ctx.requests.copy_text = source.url;
                ImGui::EndPopup();
            }
        }
        std::string by = source.publisher;
        if (!source.published.empty()) by += (by.empty() ? "" : ", ") + source.published;
        if (!by.empty()) ui::muted_wrapped(by);
        ImGui::PopID();
    }
}

void draw_fix(PanelContext& ctx, const FixWords& words, int number) {
    ImGui::PushID(number);
    const ImVec2 top = ImGui::GetCursorScreenPos();
    if (ui::text_link(ctx, words.when, "##when")) {
        ctx.commands.emplace_back(GoToTime{words.from});
        if (words.at) ctx.commands.emplace_back(GoTo{*words.at, view_width_km(0)});
    }
    ui::tooltip("Click to go to this time and place.");
    ui::wrapped(words.where);
    ui::muted_wrapped(words.confidence.empty() ? words.how : words.how + "; confidence: " + words.confidence);
    if (!words.note.empty()) ui::muted_wrapped(words.note);
    draw_sources(ctx, words.sources);
    if (words.line > 0) ui::muted(fmt::format("{}, line {}", words.file, words.line));
    if (words.in_force)
        ImGui::GetWindowDrawList()->AddRectFilled({top.x - 8 * ctx.scale, top.y},
                                                  {top.x - 5 * ctx.scale, ImGui::GetItemRectMax().y}, ui::accent(ctx));
    ImGui::Dummy({0, 6 * ctx.scale});
    ImGui::PopID();
}

void draw_neighbour(PanelContext& ctx, const char* what, const std::optional<NeighbourWords>& words) {
    if (!words) return;
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ui::muted(what);
    ImGui::TableNextColumn();
    if (ui::text_link(ctx, words->words, what)) ctx.commands.emplace_back(GoToTime{words->at});
    ui::tooltip(words->when + "\nClick to go to this time.");
}

void draw_facts(PanelContext& ctx, const Inspection& shown) {
    if (shown.facts.empty() && !shown.before && !shown.after) return;
    if (!ImGui::BeginTable("facts", 2)) return;
    ImGui::TableSetupColumn("what", ImGuiTableColumnFlags_WidthFixed, 78 * ctx.scale);
    ImGui::TableSetupColumn("value");
    for (const auto& [what, value] : shown.facts) {
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        ui::muted_wrapped(what);
        ImGui::TableNextColumn();
        ui::wrapped(value);
    }
    draw_neighbour(ctx, "Before", shown.before);
    draw_neighbour(ctx, "After", shown.after);
    ImGui::EndTable();
}

/// Puts buttons side by side and begins a new line when the panel is full.
class ButtonRow {
public:
    bool button(const char* label, bool enabled = true) {
        const float width = ImGui::CalcTextSize(label).x + 2 * ImGui::GetStyle().FramePadding.x;
        if (!m_first) {
            ImGui::SameLine();
            if (ImGui::GetContentRegionAvail().x < width) ImGui::NewLine();
        }
        m_first = false;
        ImGui::BeginDisabled(!enabled);
        const bool clicked = ImGui::Button(label);
        ImGui::EndDisabled();
        return clicked && enabled;
    }

private:
    bool m_first = true;
};

void draw_actions(PanelContext& ctx, const Inspection& shown) {
    ButtonRow row;
    if (row.button("Go there", shown.at.has_value())) ctx.commands.emplace_back(GoTo{*shown.at, shown.width_km});
    if (shown.kind == "event")
        for (const auto& event : ctx.session.scenario()->events)
            if (event.id == shown.id && row.button("Go to event time"))
                ctx.commands.emplace_back(GoToTime{instant_to_show(event, ctx.session.scenario()->utc_offset_h)});
    if (row.button("Range rings", shown.at.has_value()))
        ctx.commands.emplace_back(AddRings{*shown.at, {250, 500, 1000}});
    ui::tooltip("Draws circles at 250, 500 and 1000 km. A right click on the map draws others, and removes them.");
    const bool declared = shown.kind == "asset" && ctx.session.document().base()->asset(shown.id) != nullptr;
    if (declared && row.button("Add report...")) ctx.requests.add_fix = true;
    if (shown.kind == "asset" && ctx.session.live().is_live()) {
        const bool pinned = ctx.session.live().pinned().contains(shown.id);
        if (row.button(pinned ? "Unpin" : "Pin")) ctx.commands.emplace_back(Pin{shown.id, !pinned});
        ui::tooltip("A pinned contact is always on the map, with its name and its whole track.");
    }
    if ((shown.kind == "place" || shown.kind == "sea") && shown.at && row.button("Copy coordinates"))
        ctx.requests.copy_text = fmt::format("{:.6f},{:.6f}", shown.at->lon(), shown.at->lat());
}

void draw_state(PanelContext& ctx, const Inspection& shown) {
    if (shown.state.empty()) return;
    ImGui::Dummy({0, 2 * ctx.scale});
    const assets::Scenario& scenario = *ctx.session.scenario();
    if (const assets::Asset* asset = shown.kind == "asset" ? scenario.asset(shown.id) : nullptr) {
        const auto index = static_cast<std::size_t>(asset - scenario.assets.data());
        ui::state_dot(ctx, ctx.session.snapshot().states[index].how, ui::country_colour(ctx, asset->country));
        ImGui::SameLine(0, 6 * ctx.scale);
    }
    ui::wrapped(shown.state);
}

void draw_inspection(PanelContext& ctx, const Inspection& shown) {
    ui::title(ctx, shown.title);
    ui::muted_wrapped(shown.subtitle);
    ImGui::Dummy({0, 2 * ctx.scale});
    draw_actions(ctx, shown);
    const double offset = ctx.session.scenario()->utc_offset_h;
    if (!shown.state.empty()) ui::heading(ctx, instant_words(ctx.session.playhead().time().at(), offset).c_str());
    draw_state(ctx, shown);
    draw_target_card(ctx);
    draw_facts(ctx, shown);
    if (!shown.note.empty()) ui::muted_wrapped(shown.note);
    if (shown.kind == "asset") {
        ui::heading(ctx, fmt::format("Reports ({})", shown.fixes.size()).c_str());
        int number = 0;
        for (const auto& words : shown.fixes)
            draw_fix(ctx, words, number++);
        if (shown.fixes.empty()) ui::muted_wrapped("No reports, so this asset is never on the map.");
    } else if (shown.kind == "zone" || shown.kind == "event") {
        ui::heading(ctx, "Sources");
        draw_sources(ctx, shown.sources);
    }
}

} // namespace

void draw_inspector(PanelContext& ctx) {
    if (!ctx.session.scenario()) {
        ui::muted_wrapped(ui::nothing_open);
        return;
    }
    InspectorMemory& memory = ctx.memory.inspector;
    const Selection& selection = ctx.session.view().selection();
    if (ui::update_key(memory.rows_key, ctx.session, selection.kind + '\n' + selection.id))
        memory.shown = inspect(ctx.session);
    ImGui::BeginChild("inspector", {0, 0}, false, ImGuiWindowFlags_NavFlattened);
    const float margin = 9 * ctx.scale; // for the mark of the report in force
    ImGui::Indent(margin);
    if (memory.shown)
        draw_inspection(ctx, *memory.shown);
    else
        ui::muted_wrapped("Click an asset, an event or a zone on the map or in a list to see what is known about it.");
    ImGui::Unindent(margin);
    ImGui::EndChild();
}

} // namespace app
