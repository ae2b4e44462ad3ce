// What each panel shows and what a click on any point of it does, as text, compared with accepted files. Text, colours
// and clickable places depend on the version of Dear ImGui, so only the release that makes the goldens compares them.
#include "app/gui/panels/timeline/time_words.hpp"
#include "app/gui/panels/widgets.hpp"
#include "tests/app/session/listening.hpp"
#include "tests/gui/panels/command_text.hpp"
#include "tests/gui/panels/headless.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

#include <cmath>
#include <cstdlib>
#include <map>

#include <fmt/format.h>
#include <imgui_internal.h>

namespace {

using namespace app;
using panels_test::Headless;
using panels_test::text_of;

Session opened(const std::string& name, const std::string& at) {
    Session session{DataFolders::find()};
    apply_and_wait(session, OpenScenario{name});
    std::string error;
    session.apply(GoToTime{*assets::parse_instant_argument(at, error)});
    return session;
}

Session atlas() {
    return opened(THEATRUM_SOURCE_DIR "/tests/fixtures/atlas", "2024-06-15");
}

/// The text without the path of the source tree.
std::string without_root(const std::string& text) {
    const std::string root = THEATRUM_SOURCE_DIR "/";
    return text.starts_with(root) ? text.substr(root.size()) : text;
}

std::string requests_text(const WindowRequests& r) {
    std::string text;
    for (const auto& [name, wanted] : {std::pair{"open", r.open_file},
                                       {"export", r.export_dialog},
                                       {"add", r.add_fix},
                                       {"copy", r.save_copy},
                                       {"freeze", r.freeze},
                                       {"about", r.about},
                                       {"shortcuts", r.shortcuts},
                                       {"quit", r.quit},
                                       {"in", r.zoom_in},
                                       {"out", r.zoom_out},
                                       {"search", r.search},
                                       {"ruler", r.ruler}})
        if (wanted) text += std::string{" request "} + name;
    for (const auto& [name, value] : {std::pair{"manual", r.manual},
                                      {"text", r.copy_text},
                                      {"url", r.open_url},
                                      {"folder", r.open_folder},
                                      {"notice", r.notice}})
        if (!value.empty()) text += std::string{" request "} + name + " " + without_root(value).substr(0, 60);
    return text;
}

/// The logged text of a frame, and for each colour how many vertices it has and where.
class Panel {
public:
    Panel(Session& session, Headless::Draw draw, float width, float height)
        : m_ui{session,
               [this, draw = std::move(draw)](PanelContext& context) {
                   if (m_log) ImGui::LogToBuffer();
                   draw(context);
                   if (m_log) {
                       m_text = ImGui::GetCurrentContext()->LogBuffer.c_str();
                       ImGui::LogFinish();
                       m_log = false;
                   }
               },
               width, height},
          m_width{width},
          m_height{height} {}

    [[nodiscard]] Headless& ui() { return m_ui; }

    [[nodiscard]] std::string shown() {
        for (int i = 0; i < 3; ++i)
            m_ui.frame();
        m_log = true;
        m_ui.frame();
        std::string text = m_text + "\n";
        std::map<ImU32, std::array<float, 5>> colours;
        const ImDrawData& data = *ImGui::GetDrawData();
        for (int l = 0; l < data.CmdListsCount; ++l)
            for (const ImDrawVert& v : data.CmdLists[l]->VtxBuffer) {
                auto [at, is_new] = colours.try_emplace(v.col, std::array{1e6F, 1e6F, -1e6F, -1e6F, 0.0F});
                auto& box = at->second;
                box = {std::min(box[0], v.pos.x), std::min(box[1], v.pos.y), std::max(box[2], v.pos.x),
                       std::max(box[3], v.pos.y), box[4] + 1};
            }
        // Corners lie at whole and half pixels, and Dear ImGui works some out with an instruction that is inexact in
        // its own way on each make of processor: no corner may lie where the rounding changes.
        const auto pixel = [](float at) {
            return std::floor(at + 0.25F);
        };
        for (const auto& [colour, box] : colours)
            text += fmt::format("  #{:08x} {} vertices {:.0f},{:.0f} to {:.0f},{:.0f}\n", colour, box[4], pixel(box[0]),
                                pixel(box[1]), pixel(box[2]), pixel(box[3]));
        return text;
    }

    /// What clicks on a grid of points push; the same answer at neighbouring points is written once.
    [[nodiscard]] std::string clicks(float step_x, float step_y) {
        std::string text;
        std::string before;
        for (float y = step_y / 2; y < m_height; y += step_y)
            for (float x = step_x / 2; x < m_width; x += step_x) {
                m_ui.requests = {};
                const PanelMemory memory = m_ui.memory;
                m_ui.click({x, y});
                std::string now;
                for (const Command& command : m_ui.take())
                    now += " " + text_of(command);
                now += requests_text(m_ui.requests);
                m_ui.press(ImGuiKey_Escape);
                m_ui.memory = memory;
                m_ui.move({-1, -1});
                (void)m_ui.take();
                if (now != before && !now.empty()) text += fmt::format("  {:.0f},{:.0f}{}\n", x, y, now);
                before = now;
            }
        return text;
    }

private:
    bool m_log = false;
    std::string m_text;
    Headless m_ui;
    float m_width, m_height;
};

void check(const std::string& name, const std::string& text) {
    if (support::exact_goldens())
        support::check_golden_text("panels/" + name + ".txt", text);
    else
        SUCCEED("another version of Dear ImGui");
}

} // namespace

TEST_CASE("the panels of the atlas are as accepted", "[approval]") {
    Session session = atlas();
    for (const auto& [name, draw, width, height] :
         std::vector<std::tuple<std::string, Headless::Draw, float, float>>{{"assets", draw_assets, 300.F, 500.F},
                                                                            {"layers", draw_layers, 300.F, 900.F},
                                                                            {"problems", draw_problems, 400.F, 400.F},
                                                                            {"timeline", draw_timeline, 1024.F, 260.F},
                                                                            {"live", draw_live, 300.F, 400.F}}) {
        Panel panel{session, draw, width, height};
        std::string text = panel.shown();
        text += "clicks\n" + panel.clicks(31, 9);
        check(name, text);
    }
}

TEST_CASE("the inspector of each kind of thing is as accepted", "[approval]") {
    Session session = atlas();
    std::string text;
    for (const auto& [kind, id] : std::vector<std::pair<std::string, std::string>>{{"asset", ""},
                                                                                   {"asset", "frigate"},
                                                                                   {"asset", "cruiser"},
                                                                                   {"asset", "strike-group"},
                                                                                   {"zone", "ring-exclusion"},
                                                                                   {"event", "exercise"},
                                                                                   {"place", "busan"},
                                                                                   {"sea", "coral-sea"}}) {
        session.apply(Select{kind, id});
        Panel panel{session, draw_inspector, 320, 700};
        text += kind + " " + id + "\n" + panel.shown();
        if (kind != "sea") text += "clicks\n" + panel.clicks(40, 12);
    }
    check("inspector", text);
}

TEST_CASE("the search and its hits are as accepted", "[approval]") {
    Session session = atlas();
    std::string text;
    for (const std::string query : {"", "yoko", "busan", "35.1, 129", "zzzz"}) {
        Panel panel{session, draw_search, 300, 400};
        panel.ui().memory.search.focus = true;
        for (int i = 0; i < 3; ++i)
            panel.ui().frame();
        if (!query.empty()) panel.ui().type(query);
        text += "'" + query + "'\n" + panel.shown() + panel.clicks(60, 12);
    }
    check("search", text);
}

TEST_CASE("panels without a scenario, with a broken one and in the dark are as accepted", "[approval]") {
    std::string text;
    const std::vector<std::pair<std::string, Headless::Draw>> panels{
        {"assets", draw_assets},     {"layers", draw_layers}, {"problems", draw_problems},
        {"timeline", draw_timeline}, {"live", draw_live},     {"inspector", draw_inspector},
        {"search", draw_search}};
    Session empty{DataFolders::find()};
    Session broken{DataFolders::find()};
    apply_and_wait(broken, OpenScenario{THEATRUM_SOURCE_DIR "/tests/fixtures/scenarios/broken-05-bad-numbers"});
    for (auto* session : {&empty, &broken})
        for (const auto& [name, draw] : panels) {
            Panel panel{*session, draw, 360, 240};
            text += name + "\n" + panel.shown();
        }
    check("without_scenario", text);
}

TEST_CASE("the panel of feeds with contacts is as accepted", "[approval]") {
    using std::chrono::seconds;
    listening_test::Listening l;
    l.receive("mmsi:1", seconds{-4000}, 120, "DELTA", "JP", 3);
    l.receive("mmsi:1", seconds{0}, 121, "BRAVO", "TW");
    l.receive("mmsi:2", seconds{-300}, 122, "ALPHA", "CA", 0);
    l.receive("mmsi:3", seconds{-2000}, 123, "CHARLIE", "TW", 22);
    l.receive("mmsi:4", seconds{-30}, 124);
    l.update(listening_test::noon);
    l.session.apply(Pin{"mmsi-3", true});
    l.update(listening_test::noon + seconds{5});
    Panel panel{l.session, draw_live, 320, 640};
    check("contacts", panel.shown() + panel.clicks(31, 9));
}

TEST_CASE("the dialogs are as accepted", "[approval]") {
    Session session = atlas();
    std::string text;
    ::setenv("HOME", "/nowhere", 1); // dialogs propose folders in it
    bool open = true;
    const std::vector<std::pair<std::string, std::function<void(PanelContext&)>>> dialogs{
        {"add",
         [&](PanelContext& c) {
             draw_add_fix(c, open);
         }},
        {"copy",
         [&](PanelContext& c) {
             draw_save_copy(c, open);
         }},
        {"freeze",
         [&](PanelContext& c) {
             draw_freeze(c, open);
         }},
        {"about",
         [&](PanelContext& c) {
             draw_about(c, open);
         }},
        {"shortcuts",
         [&](PanelContext& c) {
             draw_shortcuts(c, open);
         }},
        {"manual",
         [&](PanelContext& c) {
             draw_manual(c, open);
         }},
        {"hints",
         [&](PanelContext& c) {
             draw_hints(c);
         }},
    };
    for (const auto& [name, draw] : dialogs) {
        open = true;
        Panel panel{session, draw, 900, 640};
        panel.ui().without_window();
        panel.ui().memory.hints = true;
        panel.ui().memory.manual.topic = "time";
        text += name + "\n" + panel.shown();
    }
    check("dialogs", text);
}

TEST_CASE("instants and clocks in words are as accepted", "[approval]") {
    std::string text;
    for (const std::string when : {"2024-07-31T06:05:00Z", "2024-07-31T23:59:59Z", "2024-01-01T00:00:30Z"})
        for (const double offset : {0.0, 8.0, -3.5}) {
            std::string error;
            const assets::Instant t = *assets::parse_instant_argument(when, error);
            text +=
                fmt::format("{} at {}: {} | {}\n", when, offset, instant_as_typed(t, offset), clock_words(t, offset));
        }
    support::check_golden_text("panels/time_words.txt", text);
}
