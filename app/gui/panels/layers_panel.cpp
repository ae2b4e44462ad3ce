#include "app/figure/projection_presets.hpp"
#include "app/gui/panels/widgets.hpp"
#include "app/session/playhead/noon.hpp"
#include "assets/model/names.hpp"
#include "geo/text/names.hpp"
#include "render/map/layer_list.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <imgui_stdlib.h>

namespace app {

namespace {

struct Choice {
    const char* value;
    const char* words;
};
constexpr std::array languages{Choice{"en", "English"},
                               Choice{"ko", "Korean"},
                               Choice{"ja", "Japanese"},
                               Choice{"zh", "Chinese"},
                               Choice{"fr", "French"},
                               Choice{"en+ko", "English and Korean"},
                               Choice{"en+ja", "English and Japanese"},
                               Choice{"en+zh", "English and Chinese"}};

template <class Choices>
const char* words_for(const Choices& choices, const std::string& value) {
    for (const Choice& c : choices)
        if (value == c.value) return c.words;
    return nullptr;
}

/// Draws a label above the next control, and makes that control as wide as the panel.
void draw_label(const char* text) {
    ui::muted(text);
    ImGui::SetNextItemWidth(-1);
}

void theme_choice(PanelContext& ctx) {
    const std::string& theme = ctx.session.view().theme();
    draw_label("Theme");
    if (!ImGui::BeginCombo("##theme", theme.c_str())) return;
    for (const auto& name : ctx.session.view().themes())
        if (ImGui::Selectable(name.c_str(), name == theme) && name != theme) ctx.commands.emplace_back(SetTheme{name});
    ImGui::EndCombo();
}

void projection_choice(PanelContext& ctx) {
    LayersMemory& memory = ctx.memory.layers;
    const ViewState& view = ctx.session.view().state();
    const auto& presets = projection_presets();
    const auto preset =
        std::find_if(presets.begin(), presets.end(), [&](const auto& p) { return view.projection == p.name; });
    const auto set = [&](const std::string& definition) {
        ctx.commands.emplace_back(SetProjection{definition}, memory.reply);
    };
    if (const auto outcome = memory.reply.take())
        memory.projection_error = outcome->is_refused() ? outcome->sentence : "";
    draw_label("Projection");
    if (ImGui::BeginCombo("##projection", preset != presets.end() ? preset->words : view.projection.c_str())) {
        for (const auto& p : presets)
            if (ImGui::Selectable(p.words, view.projection == p.name) && view.projection != p.name) set(p.name);
        ImGui::Separator();
        ImGui::SetNextItemWidth(220 * ctx.scale);
        if (ImGui::InputTextWithHint("##other", "EPSG:3832, or a PROJ string", &memory.projection,
                                     ImGuiInputTextFlags_EnterReturnsTrue) &&
            !memory.projection.empty()) {
            set(memory.projection);
            ImGui::CloseCurrentPopup();
        }
        ImGui::EndCombo();
    }
    ui::complaint(ctx, memory.projection_error);
}

void names_choice(PanelContext& ctx, const std::string& now) {
    const char* words = words_for(languages, now);
    draw_label("Names");
    if (!ImGui::BeginCombo("##names", words ? words : now.c_str())) return;
    for (const Choice& c : languages)
        if (ImGui::Selectable(c.words, now == c.value) && now != c.value) ctx.commands.emplace_back(SetNames{c.value});
    ImGui::EndCombo();
}

void symbols_choice(PanelContext& ctx, bool dots) {
    ui::muted("Symbols");
    if (ImGui::RadioButton("Silhouettes", !dots) && dots) ctx.commands.emplace_back(SetSymbols{false});
    ImGui::SameLine(0, 14 * ctx.scale);
    if (ImGui::RadioButton("Dots", dots) && !dots) ctx.commands.emplace_back(SetSymbols{true});
}

/// Whether a feed has been switched on or the scenario has a feed as a source. Otherwise the coverage layer is empty.
bool has_feeds(const Session& session) {
    const auto& sources = session.document().base()->sources;
    return session.live().is_live() || std::any_of(sources.begin(), sources.end(), assets::is_feed);
}

void layer_rows(PanelContext& ctx) {
    const bool feeds = has_feeds(ctx.session);
    for (const render::Layer& layer : render::layers()) {
        if (layer.title.empty() || (layer.name == "coverage" && !feeds)) continue;
        const std::string name{layer.name}, title{layer.title};
        const View& view = ctx.session.view();
        const bool possible = layer.within.empty() || view.layer_shown(std::string{layer.within});
        const bool shown = possible && view.layer_shown(name);
        ImGui::PushID(name.c_str());
        ImGui::BeginDisabled(!possible);
        const bool eye_clicked = ui::eye_button(ctx, "##eye", shown, shown ? "Hide" : "Show");
        ImGui::SameLine(0, 6 * ctx.scale);
        const bool name_clicked = ImGui::Selectable(title.c_str());
        if (eye_clicked || name_clicked) ctx.commands.emplace_back(ShowLayer{name, !shown});
        ImGui::EndDisabled();
        ImGui::PopID();
    }
}

void zone_rows(PanelContext& ctx) {
    const assets::Scenario& scenario = *ctx.session.scenario();
    const auto& zones_in_force = ctx.session.snapshot().zones;
    for (assets::ZoneIndex i = 0; i < scenario.zones.size(); ++i) {
        const assets::Zone& zone = scenario.zones[i];
        const bool shown = ctx.session.view().zone_shown(zone.id);
        const bool in_force = std::find(zones_in_force.begin(), zones_in_force.end(), i) != zones_in_force.end();
        ImGui::PushID(zone.id.c_str());
        if (ui::eye_button(ctx, "##eye", shown, shown ? "Hide" : "Show"))
            ctx.commands.emplace_back(ShowZone{zone.id, !shown});
        ImGui::SameLine(0, 6 * ctx.scale);
        if (!in_force) ImGui::PushStyleColor(ImGuiCol_Text, ui::muted_colour());
        const std::string name = ui::shortened(zone.name, ImGui::GetContentRegionAvail().x);
        if (ImGui::Selectable((name + "###zone").c_str(), ctx.session.view().selection() == Selection{"zone", zone.id}))
            ctx.commands.emplace_back(Select{"zone", zone.id});
        if (!in_force) ImGui::PopStyleColor();
        if (ImGui::IsItemHovered())
            ui::tooltip(fmt::format("{}\n{}, {}, drawn {}{}", zone.name, geo::with_spaces(assets::to_string(zone.kind)),
                                    assets::to_string(zone.status), assets::to_string(zone.drawn),
                                    in_force ? "" : "\nNot in force at the time shown"));
        ImGui::PopID();
    }
    if (scenario.zones.empty()) ui::muted("The scenario has no zones.");
}

void event_rows(PanelContext& ctx) {
    const assets::Scenario& scenario = *ctx.session.scenario();
    const auto& events_in_force = ctx.session.snapshot().events;
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(scenario.events.size()));
    while (clipper.Step())
        for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row) {
            const auto i = static_cast<std::size_t>(row);
            const assets::Event& event = scenario.events[i];
            const bool in_force = std::find(events_in_force.begin(), events_in_force.end(), i) != events_in_force.end();
            ImGui::PushID(row);
            if (!in_force) ImGui::PushStyleColor(ImGuiCol_Text, ui::muted_colour());
            const std::string day = assets::to_long_date(event.from, event.utc_offset_h);
            const std::string name = ui::shortened(event.title, ImGui::GetContentRegionAvail().x);
            if (ImGui::Selectable((name + "###event").c_str(),
                                  ctx.session.view().selection() == Selection{"event", event.id})) {
                ctx.commands.emplace_back(Select{"event", event.id});
                ctx.commands.emplace_back(GoToTime{instant_to_show(event, scenario.utc_offset_h)});
            }
            if (!in_force) ImGui::PopStyleColor();
            if (ImGui::IsItemHovered()) ui::tooltip(fmt::format("{}\n{}", day, event.title));
            ImGui::PopID();
        }
    if (scenario.events.empty()) ui::muted("The scenario has no events.");
}

} // namespace

void draw_layers(PanelContext& ctx) {
    if (!ctx.session.scenario()) {
        ui::muted_wrapped(ui::nothing_open);
        return;
    }
    ImGui::BeginChild("layers", {0, 0}, false, ImGuiWindowFlags_NavFlattened);
    theme_choice(ctx);
    projection_choice(ctx);
    names_choice(ctx, ctx.session.view().names());
    symbols_choice(ctx, ctx.session.view().dots());
    ui::heading(ctx, "Layers");
    layer_rows(ctx);
    ui::heading(ctx, "Zones");
    zone_rows(ctx);
    ui::heading(ctx, "Events");
    event_rows(ctx);
    ImGui::EndChild();
}

} // namespace app
