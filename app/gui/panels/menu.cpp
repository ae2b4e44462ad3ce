#include "app/gui/panels/widgets.hpp"
#include "app/manual/manual.hpp"

#include <filesystem>

namespace app {

namespace {

void file_menu(PanelContext& ctx) {
    const bool open = !ctx.session.document().name().empty();
    if (ImGui::MenuItem("Open...", "Ctrl+O")) ctx.requests.open_file = true;
    if (ImGui::BeginMenu("Open recent", !ctx.memory.recent.empty())) {
        for (const auto& name : ctx.memory.recent)
            if (ImGui::MenuItem(name.c_str())) ctx.commands.emplace_back(OpenScenario{name});
        ImGui::EndMenu();
    }
    if (ImGui::MenuItem("Paste a table...", "Ctrl+V")) ctx.requests.paste_table = true;
    if (ImGui::MenuItem("Open the built-in example")) ctx.commands.emplace_back(OpenScenario{"builtin:canada-2024"});
    if (ImGui::MenuItem("Reload", "Ctrl+R", false, open)) ctx.commands.emplace_back(ReloadScenario{});
    const bool loaded = ctx.session.scenario() != nullptr;
    const bool recording = loaded && ctx.session.scenario()->recording;
    if (ImGui::MenuItem("Save a copy...", nullptr, false, loaded && !recording)) ctx.requests.save_copy = true;
    if (recording) ui::tooltip("A recording is one file of what was received: copy that file instead.");
    ImGui::Separator();
    if (ImGui::MenuItem("Add report...", "Ctrl+Shift+A", false, loaded)) ctx.requests.add_fix = true;
    if (ImGui::MenuItem("Undo added report", "Ctrl+Z", false, ctx.session.document().can_undo_fix()))
        ctx.commands.emplace_back(UndoFix{});
    if (ImGui::MenuItem("Redo added report", "Ctrl+Shift+Z", false, ctx.session.document().can_redo_fix()))
        ctx.commands.emplace_back(RedoFix{});
    ImGui::Separator();
    if (ImGui::MenuItem("Freeze the live map...", nullptr, false, ctx.session.live().snapshot() != nullptr))
        ctx.requests.freeze = true;
    if (ImGui::MenuItem("Export...", "Ctrl+E", false, loaded)) ctx.requests.export_dialog = true;
    ImGui::Separator();
    if (ImGui::MenuItem("Quit", "Ctrl+Q")) ctx.requests.quit = true;
}

void view_menu(PanelContext& ctx) {
    if (ImGui::MenuItem("Zoom in", "+")) ctx.requests.zoom_in = true;
    if (ImGui::MenuItem("Zoom out", "-")) ctx.requests.zoom_out = true;
    if (ImGui::MenuItem("Show all assets", "F")) ctx.commands.emplace_back(FitAll{});
    if (ImGui::MenuItem("Reset to the scenario's view", "R")) ctx.commands.emplace_back(ResetView{});
    ImGui::Separator();
    if (ImGui::MenuItem("Go to a place, sea or asset...", "Ctrl+F")) ctx.requests.search = true;
    if (ImGui::MenuItem("Measure a distance", "M")) ctx.requests.ruler = true;
    if (ImGui::MenuItem("Remove the measured line", nullptr, false, !ctx.session.view().instruments().ruler().empty()))
        ctx.commands.emplace_back(RulerClear{});
    if (ImGui::MenuItem("Remove the range rings", nullptr, false, !ctx.session.view().instruments().rings().empty()))
        ctx.commands.emplace_back(RemoveRings{});
    ImGui::Separator();
    const std::string& theme = ctx.session.view().theme();
    if (ImGui::MenuItem("Light", nullptr, theme == "article") && theme != "article")
        ctx.commands.emplace_back(SetTheme{"article"});
    if (ImGui::MenuItem("Dark", nullptr, theme == "dark") && theme != "dark")
        ctx.commands.emplace_back(SetTheme{"dark"});
}

void time_menu(PanelContext& ctx) {
    const TimeControl& time = ctx.session.playhead().time();
    const bool loaded = ctx.session.scenario() != nullptr;
    if (ImGui::MenuItem(time.playing() ? "Pause" : "Play", "Space", false, loaded))
        ctx.commands.emplace_back(SetPlaying{!time.playing()});
    if (ImGui::MenuItem("Loop", nullptr, time.looping(), loaded))
        ctx.commands.emplace_back(SetLooping{!time.looping()});
    ImGui::Separator();
    if (ImGui::MenuItem("Type a date...", "Ctrl+G", false, loaded)) edit_date(ctx);
    if (ImGui::MenuItem("Next event", ".", false, loaded)) ctx.commands.emplace_back(StepEvent{1});
    if (ImGui::MenuItem("Previous event", ",", false, loaded)) ctx.commands.emplace_back(StepEvent{-1});
    const bool live = ctx.session.live().is_live();
    const std::chrono::seconds step = live ? std::chrono::minutes{1} : std::chrono::hours{24};
    if (ImGui::MenuItem(live ? "A minute later" : "A day later", "Right", false, loaded))
        ctx.commands.emplace_back(StepTime{step});
    if (ImGui::MenuItem(live ? "A minute earlier" : "A day earlier", "Left", false, loaded))
        ctx.commands.emplace_back(StepTime{-step});
    if (ImGui::MenuItem("Go to the start", "Home", false, loaded)) ctx.commands.emplace_back(GoToTime{time.start()});
    if (ImGui::MenuItem("Follow now", "N", ctx.session.playhead().follows_now(), ctx.session.live().is_live()))
        ctx.commands.emplace_back(FollowNow{});
    if (ImGui::MenuItem("Go to the end", "End", false, loaded)) ctx.commands.emplace_back(GoToTime{time.end()});
}

void help_menu(PanelContext& ctx) {
    for (const ManualTopic& topic : manual_topics()) {
        if (!topic.is_page) continue;
        if (ImGui::MenuItem(topic.title.data())) ctx.requests.manual = topic.name;
    }
    ImGui::Separator();
    if (ImGui::MenuItem("Keys and mouse", "F1")) ctx.requests.shortcuts = true;
    if (ImGui::MenuItem("Show the hints")) ctx.memory.hints = true;
    if (ImGui::MenuItem("About Theatrum")) ctx.requests.about = true;
}

} // namespace

void draw_menu(PanelContext& ctx) {
    if (!ImGui::BeginMainMenuBar()) return;
    if (ImGui::BeginMenu("File")) {
        file_menu(ctx);
        ImGui::EndMenu();
    }
    if (ImGui::BeginMenu("View")) {
        view_menu(ctx);
        ImGui::EndMenu();
    }
    if (ImGui::BeginMenu("Time")) {
        time_menu(ctx);
        ImGui::EndMenu();
    }
    if (ImGui::BeginMenu("Help")) {
        help_menu(ctx);
        ImGui::EndMenu();
    }
    // The title of the scenario stands at the right, when there is room.
    if (const auto& scenario = ctx.session.scenario()) {
        const float room = ImGui::GetContentRegionAvail().x - 16 * ctx.scale;
        if (room > 80 * ctx.scale) {
            const std::string title = ui::shortened(scenario->title, room);
            ImGui::SetCursorPosX(ImGui::GetCursorPosX() + room - ImGui::CalcTextSize(title.c_str()).x);
            ui::muted(title);
        }
    }
    ImGui::EndMainMenuBar();
}

} // namespace app
