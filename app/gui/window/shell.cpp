#include "app/gui/window/shell.hpp"

#include "app/gui/host/keys.hpp"
#include "app/gui/panels/widgets.hpp"
#include "app/gui/window/status_bar.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <utility>

#include <fmt/format.h>
#include <imgui.h>

namespace app {

namespace {

constexpr ImGuiWindowFlags fixed = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                                   ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings |
                                   ImGuiWindowFlags_NoBringToFrontOnFocus;

/// Begins a panel without a background: the window is cleared to the colour of the panels, which is faster.
bool begin_panel(const char* name, float x, float y, float w, float h, ImGuiWindowFlags flags = 0) {
    ImGui::SetNextWindowPos({x, y});
    ImGui::SetNextWindowSize({w, h});
    const bool open = ImGui::Begin(name, nullptr, fixed | ImGuiWindowFlags_NoBackground | flags);
    if (ImGui::GetStyle().WindowBorderSize > 0) { // Dear ImGui draws no border without a background
        auto& list = *ImGui::GetWindowDrawList();
        list.PushClipRectFullScreen();
        list.AddRect({x, y}, {x + w, y + h}, ImGui::GetColorU32(ImGuiCol_Border));
        list.PopClipRect();
    }
    return open;
}

constexpr float least_panel = 180, least_timeline = 110, least_map = 260; ///< logical pixels

bool pressed(sf::Keyboard::Key key) {
    return key_pressed(key, false);
}

} // namespace

Shell::Shell(Signal& signal, const DataFolders& data, std::shared_ptr<const render::Composer> composer, double scale,
             Settings& settings)
    : m_scale{static_cast<float>(scale)},
      m_settings{settings},
      m_map{signal, composer, scale},
      m_export{signal, std::move(composer)},
      m_file{signal},
      m_paste{signal, data, layout_file().empty() ? std::filesystem::path{} : layout_file().parent_path() / "pasted"} {
    m_file.set_folder(m_settings.open_folder);
    m_export.set_folder(m_settings.export_folder);
}

void Shell::lay_out(float width, float height) {
    m_width = width;
    m_height = height;
    const float s = m_scale;
    // The side panels are narrowest at 1024 logical pixels and widest 500 pixels later, so that a small window keeps
    // its map.
    const float widening = std::clamp((width / s - 1024) / 500, 0.0F, 1.0F);
    m_lengths.menu = ImGui::GetFontSize() + 10 * s;
    m_lengths.status = ImGui::GetFontSize() + 12 * s;
    const auto chosen_or = [&](int chosen, float usual) {
        return chosen > 0 ? static_cast<float>(chosen) * s : usual;
    };
    // A panel that was made wide in a large window leaves room for the map in a small one.
    const float widest = std::max(least_panel * s, (width - least_map * s) / 2);
    const float highest = std::max(least_panel * s, height - m_lengths.menu - m_lengths.status - least_map * s);
    const auto side = [&](const char* name, int chosen, float usual) {
        return panel_open(name) ? std::clamp(chosen_or(chosen, usual), least_panel * s, widest) : 0;
    };
    m_lengths.left = side("left", m_settings.left_width, (264 + 56 * widening) * s);
    m_lengths.right = side("right", m_settings.right_width, (244 + 86 * widening) * s);
    m_lengths.timeline = std::clamp(chosen_or(m_settings.timeline_height, std::clamp(height * 0.24F, 150 * s, 260 * s)),
                                    least_timeline * s, highest);
    const auto px = [](float v) {
        return static_cast<int>(v);
    };
    m_map.place({px(m_lengths.left), px(m_lengths.menu), px(width - m_lengths.left - m_lengths.right),
                 px(height - m_lengths.menu - m_lengths.timeline - m_lengths.status)});
}

void Shell::frame(Session& session, WindowRequests& requests, PanelMemory& memory, const std::string& notice,
                  const std::function<void(Requests&)>& apply, bool typing) {
    m_focus.begin_frame(dialog_open());
    ui::close_list_on_escape();
    Requests commands;
    memory.theme = m_map.theme();
    PanelContext context{session, commands, requests, m_scale, session.view().theme() == "dark", memory};

    const auto area = m_map.area();
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    begin_panel("Map", static_cast<float>(area.x), static_cast<float>(area.y), static_cast<float>(area.w),
                static_cast<float>(area.h),
                ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNav);
    ImGui::PopStyleVar(2);
    const bool keys = !typing && !dialog_open() && !m_focus.on();
    m_map.interact(context, keys);
    apply(commands); // first, so that the annotations match the new position of the map
    m_map.annotate(context);
    ImGui::End();

    draw_menu(context);
    draw_panels(context, notice);
    draw_splitters();
    draw_dialogs(context);
    m_focus.end_frame(dialog_open());
    // The dialog may have been opened or closed in this frame.
    if (!dialog_open() && pressed(sf::Keyboard::F10)) m_focus.open_menu();
    if (!typing && !dialog_open()) handle_keys(context);
    handle_requests(context);
    apply(commands);
}

bool Shell::dialog_open() const {
    return m_add_fix || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
}

bool Shell::poll(WindowRequests& requests) {
    const bool exported = m_export.poll(requests), listed = m_file.poll(), pasted = m_paste.poll();
    if (listed) requests.glyphs += m_file.texts();
    if (pasted) requests.glyphs += m_paste.texts();
    const auto failures = m_opener.take_failures();
    for (const auto& target : failures) {
        ImGui::SetClipboardText(target.c_str());
        const bool folder = target.starts_with('/');
        requests.notice = fmt::format("No {} could be opened. The {} was copied: {}",
                                      folder ? "file manager" : "browser", folder ? "path" : "address", target);
    }
    return exported || listed || pasted || !failures.empty();
}

void Shell::draw_panels(PanelContext& context, const std::string& notice) {
    if (context.memory.problems.show) panel_open("left") = true;
    const auto& l = m_lengths;
    const float middle = m_height - l.menu - l.status;
    if (panel_open("left")) {
        begin_panel("Left", 0, l.menu, l.left, middle - l.timeline);
        m_focus.begin_panel("Left");
        draw_search(context);
        ImGui::Spacing();
        draw_tabs(context);
        ImGui::End();
    }
    if (panel_open("right")) {
        if (begin_panel("Right", m_width - l.right, l.menu, l.right, middle - l.timeline)) {
            m_focus.begin_panel("Right");
            draw_inspector(context);
        }
        ImGui::End();
    }
    if (begin_panel("Timeline", 0, m_height - l.status - l.timeline, m_width, l.timeline,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse)) {
        m_focus.begin_panel("Timeline");
        draw_timeline(context);
    }
    ImGui::End();
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {12 * m_scale, 5 * m_scale});
    if (begin_panel("Status", 0, m_height - l.status, m_width, l.status, ImGuiWindowFlags_NoScrollbar)) {
        m_focus.begin_panel("Status");
        draw_status_bar(context, m_map, notice);
    }
    ImGui::End();
    ImGui::PopStyleVar();
    if (context.memory.hints) {
        const auto area = m_map.area();
        const float width = std::min(340 * m_scale, static_cast<float>(area.w) - 24 * m_scale);
        // The bottom right is seldom the busiest part of a map.
        ImGui::SetNextWindowPos(
            {static_cast<float>(area.x + area.w) - 12 * m_scale, static_cast<float>(area.y + area.h) - 12 * m_scale},
            ImGuiCond_Always, {1, 1});
        ImGui::SetNextWindowSize({width, 0});
        ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 6 * m_scale);
        if (ImGui::Begin("Hints", nullptr,
                         (fixed | ImGuiWindowFlags_AlwaysAutoResize) & ~ImGuiWindowFlags_NoBringToFrontOnFocus))
            draw_hints(context);
        ImGui::End();
        ImGui::PopStyleVar();
        if (!context.memory.hints) m_settings.hints_seen = true;
    }
}

/// Draws the tabs of the left panel as wide as their words, in a second row when there is no room, and the open one.
void Shell::draw_tabs(PanelContext& context) {
    const auto& findings = context.session.document().check_result().findings;
    const auto count = std::count_if(findings.begin(), findings.end(), [](const auto& finding) {
        return !finding.accepted && finding.severity != assets::Severity::Note;
    });
    if (std::exchange(context.memory.problems.show, false)) m_tab = Tab::Problems;
    struct Entry {
        Tab tab;
        std::string label;
        void (*draw)(PanelContext&);
    };
    const std::array entries{
        Entry{Tab::Assets, "Assets", draw_assets}, Entry{Tab::Layers, "Layers", draw_layers},
        Entry{Tab::Live, "Live", draw_live},
        Entry{Tab::Problems, count == 0 ? "Problems" : fmt::format("Problems {}", count), draw_problems}};
    const float room = ImGui::GetContentRegionAvail().x, gap = 3 * m_scale;
    float words = gap * (entries.size() - 1);
    for (const auto& entry : entries)
        words += ImGui::CalcTextSize(entry.label.c_str()).x;
    const float pad = std::clamp((room - words) / (2 * entries.size()), 4 * m_scale, 10 * m_scale);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {pad, ImGui::GetStyle().FramePadding.y});
    float x = 0;
    for (const auto& entry : entries) {
        const float width = ImGui::CalcTextSize(entry.label.c_str()).x + 2 * pad;
        if (x > 0 && x + gap + width <= room + 1)
            ImGui::SameLine(0, gap);
        else
            x = 0;
        x += (x > 0 ? gap : 0) + width;
        const bool open = entry.tab == m_tab;
        ImGui::PushStyleColor(ImGuiCol_Button, ImGui::GetStyleColorVec4(open ? ImGuiCol_TabActive : ImGuiCol_Tab));
        if (ImGui::Button((entry.label + "###" + entry.label.substr(0, 4)).c_str(), {width, 0})) m_tab = entry.tab;
        ImGui::PopStyleColor();
        if (open) {
            const auto low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
            ImGui::GetWindowDrawList()->AddRectFilled({low.x, high.y - 2 * m_scale}, high,
                                                      ImGui::GetColorU32(ImGuiCol_CheckMark));
        }
    }
    ImGui::PopStyleVar();
    for (const auto& entry : entries) {
        if (entry.tab != m_tab) continue;
        ImGui::BeginChild("content", {0, 0}, false, ImGuiWindowFlags_NavFlattened);
        entry.draw(context);
        ImGui::EndChild();
    }
}

void Shell::draw_splitter(const char* name, float x, float y, float w, float h, int& size, float now, float sign) {
    ImGui::SetNextWindowPos({x, y});
    ImGui::SetNextWindowSize({w, h});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1, 1});
    ImGui::Begin(name, nullptr,
                 (fixed | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoNav) &
                     ~ImGuiWindowFlags_NoBringToFrontOnFocus);
    ImGui::PopStyleVar(3);
    ImGui::InvisibleButton("##drag", {w, h});
    const bool upright = h > w;
    if (ImGui::IsItemHovered() || ImGui::IsItemActive()) {
        ImGui::SetMouseCursor(upright ? ImGuiMouseCursor_ResizeEW : ImGuiMouseCursor_ResizeNS);
        const float line = 2 * m_scale;
        const ImVec2 middle{x + w / 2, y + h / 2};
        ImGui::GetWindowDrawList()->AddRectFilled(
            upright ? ImVec2{middle.x - line / 2, y} : ImVec2{x, middle.y - line / 2},
            upright ? ImVec2{middle.x + line / 2, y + h} : ImVec2{x + w, middle.y + line / 2},
            ImGui::GetColorU32(ImGuiCol_SeparatorHovered));
    }
    const auto& io = ImGui::GetIO();
    const float moved = upright ? io.MouseDelta.x : io.MouseDelta.y;
    if (ImGui::IsItemActive() && moved != 0) {
        constexpr float least_size = 100; // of the settings
        size = static_cast<int>(std::lround(std::max(least_size, (now + sign * moved) / m_scale)));
    }
    if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) size = 0;
    ImGui::End();
}

void Shell::draw_splitters() {
    const auto& l = m_lengths;
    const float thick = 6 * m_scale, top = l.menu, bottom = m_height - l.status - l.timeline;
    if (l.left > 0)
        draw_splitter("Left splitter", l.left - thick / 2, top, thick, bottom - top - thick / 2, m_settings.left_width,
                      l.left, 1);
    if (l.right > 0)
        draw_splitter("Right splitter", m_width - l.right - thick / 2, top, thick, bottom - top - thick / 2,
                      m_settings.right_width, l.right, -1);
    draw_splitter("Timeline splitter", 0, bottom - thick / 2, m_width, thick, m_settings.timeline_height, l.timeline,
                  -1);
}

void Shell::draw_dialogs(PanelContext& context) {
    draw_add_fix(context, m_add_fix);
    draw_save_copy(context, m_save_copy);
    draw_freeze(context, m_freeze);
    draw_quit(context, m_quit);
    draw_contacts_table(context, m_contacts_table);
    draw_about(context, m_about);
    draw_shortcuts(context, m_shortcuts);
    draw_manual(context, m_manual);
    m_export.draw(context);
    m_paste.draw(context);
    if (auto png = m_export.take_png(); !png.empty()) context.requests.copy_png = std::move(png);
    m_settings.export_folder = m_export.folder().string();
    if (const auto chosen = m_file.draw(m_scale)) {
        context.commands.emplace_back(OpenScenario{*chosen});
        m_settings.open_folder = m_file.folder().string();
    }
}

void Shell::handle_keys(PanelContext& context) {
    const auto& io = ImGui::GetIO();
    auto& requests = context.requests;
    auto& commands = context.commands;
    const auto& session = context.session;
    if (io.KeyCtrl) {
        if (pressed(sf::Keyboard::O)) requests.open_file = true;
        if (pressed(sf::Keyboard::V)) requests.paste_table = true;
        if (pressed(sf::Keyboard::E)) requests.export_dialog = true;
        if (pressed(sf::Keyboard::Q)) requests.quit = true;
        if (pressed(sf::Keyboard::R)) commands.emplace_back(ReloadScenario{});
        const bool undo_key = pressed(sf::Keyboard::Z);
        if (undo_key && !io.KeyShift && session.document().can_undo_fix()) commands.emplace_back(UndoFix{});
        if (undo_key && io.KeyShift && session.document().can_redo_fix()) commands.emplace_back(RedoFix{});
        if (pressed(sf::Keyboard::F)) requests.search = true;
        if (pressed(sf::Keyboard::G)) edit_date(context);
        if (pressed(sf::Keyboard::A) && io.KeyShift) requests.add_fix = true;
        return;
    }
    if (pressed(sf::Keyboard::F1)) requests.shortcuts = true;
    if (pressed(sf::Keyboard::F2)) panel_open("left") = !panel_open("left");
    if (pressed(sf::Keyboard::F3)) panel_open("right") = !panel_open("right");
    if (!session.scenario() || io.KeyAlt || m_focus.on()) return;
    const auto& time = session.playhead().time();
    if (pressed(sf::Keyboard::Space)) commands.emplace_back(SetPlaying{!time.playing()});
    if (pressed(sf::Keyboard::Home)) commands.emplace_back(GoToTime{time.start()});
    if (pressed(sf::Keyboard::End)) commands.emplace_back(GoToTime{time.end()});
    if (pressed(sf::Keyboard::N) && session.live().is_live()) commands.emplace_back(FollowNow{});
    if (key_pressed(sf::Keyboard::Period)) commands.emplace_back(StepEvent{1});
    if (key_pressed(sf::Keyboard::Comma)) commands.emplace_back(StepEvent{-1});
    if (io.KeyShift) return;
    const std::chrono::seconds step = session.live().is_live() ? std::chrono::minutes{1} : std::chrono::hours{24};
    if (key_pressed(sf::Keyboard::Right)) commands.emplace_back(StepTime{step});
    if (key_pressed(sf::Keyboard::Left)) commands.emplace_back(StepTime{-step});
}

void Shell::handle_requests(PanelContext& context) {
    auto& r = context.requests;
    const auto taken = [](bool& request) {
        return std::exchange(request, false);
    };
    const bool loaded = context.session.scenario() != nullptr;
    if (taken(r.open_file)) m_file.open();
    if (taken(r.paste_table)) {
        const char* text = ImGui::GetClipboardText();
        if (!m_paste.paste(text != nullptr ? text : "", context.session.document().atlas()))
            r.notice = "The clipboard holds no table. Copy rows with their headings in a spreadsheet and paste again.";
    }
    if (taken(r.export_dialog) && loaded) m_export.open(context.session, m_map);
    if (taken(r.add_fix) && loaded) m_add_fix = true;
    if (taken(r.save_copy) && loaded) m_save_copy = true;
    if (taken(r.freeze) && context.session.live().is_live()) m_freeze = true;
    if (taken(r.ask_quit)) m_quit = true;
    if (taken(r.contacts_table)) m_contacts_table = true;
    if (taken(r.about)) m_about = true;
    if (taken(r.shortcuts)) m_shortcuts = true;
    if (!r.manual.empty()) {
        context.memory.manual.topic = std::exchange(r.manual, {});
        m_manual = true;
    }
    if (taken(r.zoom_in)) m_map.zoom(context.session, context.commands, 1.5);
    if (taken(r.zoom_out)) m_map.zoom(context.session, context.commands, 1 / 1.5);
    if (taken(r.ruler)) m_map.start_ruler();
    if (taken(r.search)) {
        panel_open("left") = true;
        context.memory.search.focus = true;
    }
    if (!r.copy_text.empty()) ImGui::SetClipboardText(std::exchange(r.copy_text, {}).c_str());
    if (!r.open_folder.empty()) m_opener.open_folder(std::exchange(r.open_folder, {}));
    if (!r.open_url.empty()) m_opener.open_address(std::exchange(r.open_url, {}));
}

} // namespace app
