#include "app/gui/panels/live/live_sections.hpp"
#include "app/gui/panels/timeline/time_words.hpp"
#include "app/gui/panels/widgets.hpp"
#include "assets/model/names.hpp"

#include <variant>

#include <fmt/format.h>
#include <imgui_stdlib.h>

namespace app {

namespace {

using assets::AlertWhen;

/// "enters Patrol area: HMCS Ottawa; 316138000"
std::string rule_words(const assets::Scenario& scenario, const assets::AlertRule& rule) {
    constexpr std::array<const char*, 5> verbs{"enters", "leaves", "crosses", "is first heard", "is silent for"};
    std::string words = rule.who.empty() ? "A contact" : "";
    for (const std::string& who : rule.who) {
        const assets::Asset* asset = scenario.asset(who);
        words += (words.empty() ? "" : ", ") + (asset != nullptr ? asset->name : who);
    }
    words += " " + std::string{verbs.at(static_cast<std::size_t>(rule.when))};
    if (assets::needs_zone(rule.when)) {
        const assets::Zone* zone = scenario.zone(rule.zone);
        words += " " + (zone == nullptr ? rule.zone + " (no such zone)" : zone->name.empty() ? zone->id : zone->name);
    }
    if (rule.when == AlertWhen::Silent)
        words += fmt::format(" {:g} minute{}", rule.minutes, rule.minutes == 1 ? "" : "s");
    return words;
}

/// The table of scenario.toml that declares the rule.
std::string rule_as_toml(const assets::AlertRule& rule) {
    std::string text = fmt::format("[[alert]]\nid = \"{}\"\nwhen = \"{}\"\n", rule.id, assets::to_string(rule.when));
    if (!rule.zone.empty()) text += fmt::format("zone = \"{}\"\n", rule.zone);
    if (!rule.who.empty()) {
        std::string list;
        for (const std::string& who : rule.who)
            list += fmt::format("{}\"{}\"", list.empty() ? "" : ", ", who);
        text += fmt::format("who = [{}]\n", list);
    }
    if (rule.when == AlertWhen::Silent) text += fmt::format("minutes = {:g}\n", rule.minutes);
    return text;
}

void draw_rules(PanelContext& ctx) {
    const auto& live = ctx.session.live();
    const auto& own = live.own_alert_rules();
    for (const assets::AlertRule& rule : live.alert_rules()) {
        ImGui::PushID(rule.id.c_str());
        const bool is_own = std::find(own.begin(), own.end(), rule) != own.end();
        const std::string words = rule_words(*ctx.session.document().base(), rule);
        const float cross = is_own ? ImGui::GetFrameHeight() + 4 * ctx.scale : 0;
        ImGui::AlignTextToFramePadding();
        ImGui::TextUnformatted(ui::shortened(words, ImGui::GetContentRegionAvail().x - cross).c_str());
        ui::tooltip(words +
                    (is_own ? "\nAdded here. Right click to copy it for scenario.toml." : "\nFrom scenario.toml."));
        if (ImGui::BeginPopupContextItem("##menu")) {
            if (ImGui::MenuItem("Copy for scenario.toml")) ctx.requests.copy_text = rule_as_toml(rule);
            ImGui::EndPopup();
        }
        if (is_own) {
            ImGui::SameLine(ImGui::GetWindowContentRegionMax().x - ImGui::GetFrameHeight());
            if (ui::icon_button(ctx, "##remove", ui::Icon::Cross, "Remove the alert. What it has raised is kept."))
                ctx.commands.emplace_back(RemoveAlert{rule.id});
        }
        ImGui::PopID();
    }
}

void draw_zone_choice(PanelContext& ctx, AlertMemory& memory) {
    const auto& zones = ctx.session.document().base()->zones;
    const auto chosen =
        std::find_if(zones.begin(), zones.end(), [&](const assets::Zone& z) { return z.id == memory.rule.zone; });
    const auto name_of_zone = [](const assets::Zone& z) {
        return z.name.empty() ? z.id : z.name;
    };
    ImGui::SetNextItemWidth(-1);
    if (!ImGui::BeginCombo("##zone", chosen == zones.end() ? "Choose a zone" : name_of_zone(*chosen).c_str())) return;
    for (const assets::Zone& zone : zones) {
        const bool is_line = std::holds_alternative<assets::LineShape>(zone.shape);
        if (is_line && memory.rule.when != AlertWhen::Crosses) continue;
        if (ImGui::Selectable(fmt::format("{}##{}", name_of_zone(zone), zone.id).c_str(), zone.id == memory.rule.zone))
            memory.rule.zone = zone.id;
    }
    if (zones.empty()) ui::muted("The scenario has no zones.");
    ImGui::EndCombo();
}

void draw_form(PanelContext& ctx, AlertMemory& memory) {
    constexpr const char* kinds = "enters a zone\0leaves a zone\0crosses a line\0is first heard\0is silent\0";
    int kind = static_cast<int>(memory.rule.when);
    ImGui::SetNextItemWidth(-1);
    if (ImGui::Combo("##when", &kind, kinds)) memory.rule.when = static_cast<AlertWhen>(kind);
    if (assets::needs_zone(memory.rule.when)) draw_zone_choice(ctx, memory);
    if (memory.rule.when == AlertWhen::Silent) {
        ImGui::SetNextItemWidth(64 * ctx.scale);
        ImGui::InputDouble("minutes", &memory.rule.minutes, 0, 0, "%.4g");
    }
    const Selection& selection = ctx.session.view().selection();
    const assets::Asset* selected = selection.kind == "asset" ? ctx.session.scenario()->asset(selection.id) : nullptr;
    ImGui::BeginDisabled(selected == nullptr);
    bool only = memory.only_selected && selected != nullptr;
    const std::string label =
        selected == nullptr ? "Only the selected contact" : "Only " + ui::shortened(selected->name, 150 * ctx.scale);
    if (ImGui::Checkbox((label + "###only").c_str(), &only)) memory.only_selected = only;
    ImGui::EndDisabled();
    const bool complete = !assets::needs_zone(memory.rule.when) || !memory.rule.zone.empty();
    ImGui::BeginDisabled(!complete);
    if (ImGui::Button("Add alert") && complete) {
        assets::AlertRule rule = memory.rule;
        if (only) rule.who = {selected->id};
        ctx.commands.emplace_back(AddAlert{std::move(rule)}, memory.reply);
    }
    ImGui::EndDisabled();
    ui::complaint(ctx, memory.complaint);
}

void draw_alert(PanelContext& ctx, const Alert& alert) {
    ImGui::PushID(static_cast<int>(alert.number));
    const double offset = ctx.session.scenario()->utc_offset_h;
    const std::string clock = clock_with_seconds(alert.at, offset);
    const float clock_width = ImGui::CalcTextSize("00:00:00").x + 8 * ctx.scale;
    const std::string words = ui::shortened(alert.title, ImGui::GetContentRegionAvail().x - clock_width);
    const ImVec2 begin = ImGui::GetCursorScreenPos();
    if (ImGui::Selectable("##alert", false)) {
        ctx.commands.emplace_back(Select{"asset", alert.asset});
        ctx.commands.emplace_back(GoTo{alert.where, view_width_km(0)});
    }
    ui::tooltip(alert.title + "\n" + instant_words(alert.at, offset) + "\nAlert " + alert.rule);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddText(begin, ui::muted_colour(), clock.c_str());
    list.AddText({begin.x + clock_width, begin.y},
                 alert.doubted ? ui::muted_colour() : ImGui::GetColorU32(ImGuiCol_Text), words.c_str());
    ImGui::PopID();
}

} // namespace

std::string alerts_left_out_words(const LiveStatus& status, double utc_offset_h) {
    std::string words;
    if (status.alerts_unlisted > 0)
        words = fmt::format("{} older alerts are not listed; freezing keeps them.", status.alerts_unlisted);
    if (const auto& gone = status.alerts_forgotten; gone.count > 0)
        words += fmt::format("{}{} alerts until {} are gone: only the newest {} are kept.", words.empty() ? "" : " ",
                             gone.count, instant_words(gone.until, utc_offset_h), AlertWatch::usual_most_kept);
    return words;
}

void draw_alerts(PanelContext& ctx) {
    AlertMemory& memory = ctx.memory.alerts;
    const auto& status = ctx.session.live().status();
    const std::size_t count = status && status->alerts ? status->alerts->size() : 0;
    if (count > 0) memory.seen = status->alerts->back().number;
    draw_rules(ctx);
    if (const auto outcome = memory.reply.take()) {
        memory.complaint = outcome->is_refused() ? outcome->sentence : "";
        if (outcome->is_done()) memory.rule.zone.clear();
        memory.form_open = !outcome->is_done(); // the list of what has happened needs the room
    }
    ImGui::SetNextItemOpen(memory.form_open.value_or(ctx.session.live().alert_rules().empty()));
    const bool form_open = ImGui::CollapsingHeader("Add an alert");
    if (ImGui::IsItemToggledOpen()) memory.form_open = form_open;
    if (form_open) draw_form(ctx, memory);
    ImGui::Separator();
    if (count > 0)
        if (const std::string words = alerts_left_out_words(*status, ctx.session.scenario()->utc_offset_h);
            !words.empty())
            ui::muted_wrapped(words);
    ImGui::BeginChild("alerts", {0, 0}, false, ImGuiWindowFlags_NavFlattened);
    if (count == 0)
        ui::muted_wrapped(ctx.session.live().is_live() ? "No alert so far."
                                                       : "Alerts come from live feeds. Switch on a feed first.");
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(count));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) // the newest first
            draw_alert(ctx, (*status->alerts)[count - 1 - static_cast<std::size_t>(i)]);
    ImGui::EndChild();
}

void draw_silent(PanelContext& ctx) {
    const auto& live = ctx.session.live().snapshot();
    if (!live || live->silent_contacts.empty()) {
        ui::muted_wrapped("Nobody has gone silent. A contact is listed here when it is gone from the map.");
        return;
    }
    ui::muted_wrapped(fmt::format("{} gone from the map; the newest first", live->snapshot->silent_count));
    ImGui::BeginChild("silent", {0, 0}, false, ImGuiWindowFlags_NavFlattened);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(live->silent_contacts.size()));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const assets::Silent& contact = live->silent_contacts[static_cast<std::size_t>(i)];
            ImGui::PushID(contact.id.c_str());
            const auto ago =
                std::max(std::chrono::seconds{0}, std::chrono::floor<std::chrono::seconds>(live->at - contact.heard));
            const std::string age = age_in_words(ago);
            const float age_width = ImGui::CalcTextSize("00 min").x + 6 * ctx.scale;
            const std::string name = ui::shortened(contact.name, ImGui::GetContentRegionAvail().x - age_width);
            if (ImGui::Selectable((name + "###row").c_str(), false)) {
                ctx.commands.emplace_back(Select{"asset", contact.id});
                ctx.commands.emplace_back(GoTo{contact.at, view_width_km(0)});
            }
            ui::tooltip(contact.name + "\n" +
                        std::string{assets::vessel_classes.at(static_cast<std::size_t>(contact.of_class))} +
                        "\nLast heard " + instant_words(contact.heard, ctx.session.scenario()->utc_offset_h));
            const ImVec2 end = ImGui::GetItemRectMax(), begin = ImGui::GetItemRectMin();
            ImGui::GetWindowDrawList()->AddText({end.x - ImGui::CalcTextSize(age.c_str()).x - 4 * ctx.scale, begin.y},
                                                ui::muted_colour(), age.c_str());
            ImGui::PopID();
        }
    ImGui::EndChild();
}

} // namespace app
