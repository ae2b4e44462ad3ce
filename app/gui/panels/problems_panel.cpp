#include "app/gui/panels/widgets.hpp"
#include "app/scenario/check_writer.hpp"
#include "app/session/playhead/noon.hpp"
#include "render/map/words/wording.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

namespace app {

using assets::Finding;
using assets::Severity;

namespace {

ImU32 colour_of(const PanelContext& ctx, const Finding& finding) {
    if (finding.accepted || finding.severity == Severity::Note) return ui::muted_colour();
    return finding.severity == Severity::Error ? ui::error_colour(ctx) : ui::warning_colour(ctx);
}

/// Selects the asset, zone, event or place of a finding, and goes to its position and to the time of the row.
void go_to_subject(PanelContext& ctx, const Finding& finding) {
    const auto& scenario = ctx.session.scenario();
    if (!scenario || finding.subject.empty()) return;
    if (const assets::Asset* asset = scenario->asset(finding.subject)) {
        ctx.commands.emplace_back(Select{"asset", asset->id});
        const auto index = static_cast<assets::AssetIndex>(asset - scenario->assets.data());
        for (const auto& fix : scenario->fixes_of(index)) {
            if (fix.line != finding.line || scenario->files.at(fix.file()) != finding.file) continue;
            ctx.commands.emplace_back(GoToTime{instant_to_show(fix, scenario->utc_offset_h)});
            if (fix.position) ctx.commands.emplace_back(GoTo{*fix.position, std::max(600.0, fix.radius_km * 4)});
            return;
        }
        if (const auto go = ui::go_to_asset(ctx.session, asset->id)) ctx.commands.emplace_back(*go);
        return;
    }
    if (const assets::Zone* zone = scenario->zone(finding.subject)) {
        ctx.commands.emplace_back(Select{"zone", zone->id});
        return;
    }
    for (const auto& event : scenario->events)
        if (event.id == finding.subject) {
            ctx.commands.emplace_back(Select{"event", event.id});
            ctx.commands.emplace_back(GoToTime{instant_to_show(event, scenario->utc_offset_h)});
            if (event.position) ctx.commands.emplace_back(GoTo{*event.position, std::max(600.0, event.radius_km * 4)});
            return;
        }
    for (const auto& place : scenario->places)
        if (place.id == finding.subject) {
            ctx.commands.emplace_back(Select{"place", place.id});
            ctx.commands.emplace_back(GoTo{place.position, 800});
            return;
        }
}

void draw_filter(PanelContext& ctx, const std::string& label, int count, bool& on) {
    ImGui::BeginDisabled(count == 0);
    bool value = on && count > 0;
    if (ImGui::Checkbox(label.c_str(), &value)) on = value;
    ImGui::EndDisabled();
    const float next = ImGui::GetItemRectMax().x + ImGui::CalcTextSize("00 warnings").x + 40 * ctx.scale;
    if (next < ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x) ImGui::SameLine(0, 12 * ctx.scale);
}

/// Draws a list of the kinds of finding with their numbers, which chooses one kind.
void draw_kinds(const assets::CheckResult& result, ProblemFilter& filter) {
    const auto kinds = problem_kinds(result, filter);
    const auto chosen = std::ranges::find(kinds, filter.code, &ProblemKind::code);
    if (chosen == kinds.end()) filter.code.clear(); // a reading has mended the last one
    if (kinds.empty()) return;
    const auto words = [](const ProblemKind& kind) {
        return fmt::format("{} ({})", kind.code, kind.count);
    };
    ImGui::SetNextItemWidth(-1);
    if (!ImGui::BeginCombo("##kind", filter.code.empty() ? "All kinds" : words(*chosen).c_str())) {
        if (!filter.code.empty()) ui::tooltip(chosen->meaning);
        return;
    }
    if (ImGui::Selectable("All kinds", filter.code.empty())) filter.code.clear();
    for (const auto& kind : kinds) {
        if (ImGui::Selectable((words(kind) + "###" + kind.code).c_str(), filter.code == kind.code))
            filter.code = kind.code;
        ui::tooltip(kind.meaning);
    }
    ImGui::EndCombo();
}

/// Draws the file, line and field, which a click copies, and a link that opens the folder.
void draw_location(PanelContext& ctx, const Finding& finding) {
    std::string where = finding.file;
    if (finding.line > 0) where += fmt::format(", line {}", finding.line);
    if (!finding.field.empty()) where += fmt::format(", {}", finding.field);
    const auto folder = ctx.session.document().folder();
    const float room = ImGui::GetContentRegionAvail().x;
    const char* const open = "Open folder";
    const float open_width = ImGui::CalcTextSize(open).x + 12 * ctx.scale;
    if (ui::text_link(ctx, ui::shortened(where, std::max(40 * ctx.scale, room - open_width)), "##where")) {
        std::error_code failed;
        ctx.requests.copy_text = (std::filesystem::absolute(folder, failed) / file_and_line(finding)).string();
        ctx.requests.notice = "Copied " + file_and_line(finding);
    }
    ui::tooltip(where + "\nClick to copy the file and the line.");
    ImGui::SameLine(0, 12 * ctx.scale);
    if (ui::text_link(ctx, open, "##folder")) {
        std::error_code failed;
        ctx.requests.open_folder = std::filesystem::absolute(folder, failed).string();
    }
}

void draw_finding(PanelContext& ctx, const Finding& finding, int number) {
    ImGui::PushID(number);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, mark = 12 * ctx.scale, wrap = width - mark;
    const std::string what = render::capitalised(finding.message);
    const std::string why = finding.accepted ? "Accepted: " + finding.why : "";
    const auto height_of = [&](const std::string& text) {
        return text.empty() ? 0 : ImGui::CalcTextSize(text.c_str(), nullptr, false, wrap).y;
    };
    const float gap = 4 * ctx.scale;
    const float message = height_of(what), reason = height_of(why);
    const bool clicked = ImGui::InvisibleButton("##issue", {std::max(1.0F, width), message + reason + gap});
    ui::draw_focus();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered()) {
        list.AddRectFilled(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), ImGui::GetColorU32(ImGuiCol_HeaderHovered),
                           ImGui::GetStyle().FrameRounding);
        if (!finding.subject.empty()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    list.AddRectFilled({at.x + 2 * ctx.scale, at.y + gap + 2 * ctx.scale},
                       {at.x + 5 * ctx.scale, at.y + gap + message - 2 * ctx.scale}, colour_of(ctx, finding));
    const auto text = [&](const std::string& words, float y, ImU32 colour) {
        list.AddText(ImGui::GetFont(), ImGui::GetFontSize(), {at.x + mark, y}, colour, words.c_str(), nullptr, wrap);
    };
    text(what, at.y + gap, ImGui::GetColorU32(ImGuiCol_Text));
    if (!why.empty()) text(why, at.y + gap + message, ui::muted_colour());
    if (clicked) go_to_subject(ctx, finding);
    if (ImGui::BeginPopupContextItem("##menu")) {
        if (ImGui::MenuItem("Copy as text"))
            ctx.requests.copy_text = fmt::format("{}: {} [{}]", file_and_line(finding), finding.message, finding.code);
        ImGui::EndPopup();
    }
    ImGui::Indent(mark);
    draw_location(ctx, finding);
    ImGui::Unindent(mark);
    ImGui::Dummy({0, gap / 2});
    ImGui::PopID();
}

} // namespace

void draw_problems(PanelContext& ctx) {
    const assets::CheckResult& result = ctx.session.document().check_result();
    ProblemsMemory& memory = ctx.memory.problems;
    if (ctx.session.document().broken()) {
        ui::complaint(ctx,
                      ctx.session.scenario()
                          ? "The saved files have errors. The map shows the last good version until you correct them."
                          : "The files have errors, so there is no map yet. Correct them and save.");
        ImGui::Dummy({0, 2 * ctx.scale});
    }
    ProblemFilter& filter = memory.filter;
    draw_filter(ctx, count_with_noun(result.errors, "error") + "##errors", result.errors, filter.errors);
    draw_filter(ctx, count_with_noun(result.warnings, "warning") + "##warnings", result.warnings, filter.warnings);
    draw_filter(ctx, count_with_noun(result.notes, "note") + "##notes", result.notes, filter.notes);
    draw_filter(ctx, fmt::format("{} accepted##accepted", result.accepted), result.accepted, filter.accepted);
    ImGui::NewLine();
    draw_kinds(result, filter);
    ImGui::BeginChild("issues", {0, 0}, false, ImGuiWindowFlags_NavFlattened);
    const auto shown = shown_problems(result, filter);
    for (const auto index : shown)
        draw_finding(ctx, result.findings[index], static_cast<int>(index) + 1);
    if (shown.empty())
        ui::muted_wrapped(result.errors + result.warnings == 0 ? "No problems found."
                                                               : "No problems of the kinds that are ticked above.");
    ImGui::EndChild();
}

} // namespace app
