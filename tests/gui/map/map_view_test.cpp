// What clicks, drags, the wheel and keys on the map push, compared with an accepted file. The map runs in Dear ImGui
// without a window; an Xvfb gives it a GL context for its pictures.
#include "app/gui/host/keys.hpp"
#include "app/gui/map/map_view.hpp"
#include "tests/gui/panels/command_text.hpp"
#include "tests/gui/panels/headless.hpp"
#include "tests/render/sfml/virtual_display.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

#include <chrono>
#include <thread>

#include <SFML/Window/Context.hpp>
#include <fmt/format.h>

namespace {

using namespace app;
using panels_test::Headless;
using K = sf::Keyboard;

constexpr int width = 900, height = 600;

class Map {
public:
    explicit Map(const std::string& scenario)
        : m_session{DataFolders::find()},
          m_view{m_signal, std::make_shared<const render::Composer>(DataFolders::find().style()), 1} {
        apply_and_wait(m_session, OpenScenario{scenario});
        m_ui.emplace(
            m_session,
            [this](PanelContext& context) {
                m_view.place({0, 0, width, height});
                m_view.update(m_session, context.commands);
                m_view.interact(context, true);
                m_view.annotate(context);
            },
            width, height);
        app::set_up_window_keys();
        m_ui->apply_at_once();
        settle();
        (void)m_ui->take();
    }

    [[nodiscard]] Headless& ui() { return *m_ui; }
    [[nodiscard]] app::Session& session() { return m_session; }

    /// Draws frames until the assets of the newest view are there.
    void settle() {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{60};
        for (int i = 0; i < 3 || !m_view.shows_time(); ++i) {
            REQUIRE(std::chrono::steady_clock::now() < end);
            m_ui->frame();
            std::this_thread::sleep_for(std::chrono::milliseconds{2});
        }
        for (int i = 0; i < 40; ++i)
            m_ui->frame(); // longer than the time of a double click
    }
    void note(const std::string& action) {
        m_text += action + ":";
        for (const Command& command : m_ui->take())
            m_text += " " + panels_test::text_of(command);
        if (!m_ui->requests.copy_text.empty()) m_text += " copied " + m_ui->requests.copy_text;
        m_ui->requests = {};
        if (const auto& at = m_view.pointed())
            m_text += fmt::format(" | points at {:.2f},{:.2f}", at->lon(), at->lat());
        if (m_view.measuring()) m_text += " | measures";
        m_text += "\n";
        settle();
        (void)m_ui->take();
    }
    void click(float x, float y, int button = 0) {
        m_ui->click({x, y}, button);
        note(fmt::format("click {} at {},{}", button, x, y));
    }
    void click_place(const std::string& name, geo::LonLat at) {
        const auto p = m_view.pixel_of(m_session, at);
        if (!p || p->x < 5 || p->x > width - 5 || p->y < 5 || p->y > height - 5) return;
        m_ui->click({static_cast<float>(p->x), static_cast<float>(p->y)});
        note("click on " + name);
        key(K::Escape, "Escape");
    }
    void key(K::Key code, const std::string& name, bool shift = false, bool control = false) {
        m_ui->hold_shift(shift);
        m_ui->hold_control(control);
        sf::Event::KeyEvent event{};
        event.code = code;
        event.shift = shift;
        event.control = control;
        app::send_key_event(event, true);
        m_ui->frame();
        app::send_key_event(event, false);
        m_ui->frame();
        m_ui->hold_shift(false);
        m_ui->hold_control(false);
        note("key " + name);
    }
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    Signal m_signal;
    app::Session m_session;
    MapView m_view;
    std::optional<Headless> m_ui;
    std::string m_text;
};

} // namespace

TEST_CASE("what the mouse and the keys do to the map is as accepted", "[approval]") {
    support::need_display();
    const sf::Context gl;
    Map map{THEATRUM_SOURCE_DIR "/tests/fixtures/atlas"};
    for (float y = 40; y < height; y += 130)
        for (float x = 50; x < width; x += 170)
            map.click(x, y);
    map.session().apply(ShowLayer{"events", true});
    map.settle();
    for (const auto& event : map.session().scenario()->events)
        if (event.position) map.click_place(event.id, *event.position);
    for (const std::string id : {"frigate", "headquarters", "fishing", "cut"})
        for (const auto& state : map.session().snapshot().states.compute_all())
            if (map.session().scenario()->assets[state.asset].id == id && state.where)
                map.click_place(id, *state.where);
    map.session().apply(ShowLayer{"events", false});
    map.settle();
    for (int i = 0; i < 4; ++i) {
        map.ui().wheel({300, 200}, i % 2 == 0 ? 2.F : -1.F);
        map.note(fmt::format("wheel {}", i));
    }
    map.ui().drag({400, 300}, {460, 340});
    map.note("drag");
    map.ui().drag({400, 300}, {401, 301});
    map.note("a drag of a pixel");
    map.ui().hold_shift(true);
    map.ui().drag({300, 200}, {500, 300});
    map.note("zoom box");
    map.ui().drag({300, 200}, {304, 203});
    map.note("a box of a few pixels");
    map.ui().hold_shift(false);
    map.ui().double_click({200, 150});
    map.note("double click");
    for (const auto& [code, name] : std::vector<std::pair<K::Key, std::string>>{{K::Add, "+"},
                                                                                {K::Equal, "="},
                                                                                {K::Subtract, "-"},
                                                                                {K::Hyphen, "hyphen"},
                                                                                {K::Num0, "0"},
                                                                                {K::F, "F"},
                                                                                {K::R, "R"},
                                                                                {K::H, "H"},
                                                                                {K::M, "M"}})
        map.key(code, name);
    map.click(300, 200);
    map.click(500, 250);
    map.ui().double_click({520, 260});
    map.note("double click ends the ruler");
    map.key(K::Escape, "Escape");
    map.key(K::Escape, "Escape");
    for (const auto code : {K::Left, K::Right, K::Up, K::Down}) {
        map.key(code, fmt::format("Shift and {}", static_cast<int>(code)), true);
        map.key(code, fmt::format("{}", static_cast<int>(code)));
    }
    map.key(K::F, "Ctrl and F", false, true);
    map.session().apply(Select{"asset", "frigate"});
    map.key(K::H, "H on an asset");
    map.key(K::H, "H again");
    map.session().apply(Select{"zone", "box-east"});
    map.key(K::H, "H on a zone");
    for (float down = 12; down < 190; down += 19) {
        map.ui().click({420, 210}, 1);
        map.ui().frame();
        map.ui().click({440, 210 + down});
        map.ui().click({650, 215 + down});
        map.note(fmt::format("menu at {}", down));
        map.key(K::Escape, "Escape");
    }
    map.session().apply(SetProjection{"ortho"});
    map.session().apply(LookAt{{0, 0}, 60'000});
    map.settle();
    map.click(5, 5);
    map.ui().click({5, 5}, 1);
    map.note("menu off the Earth");
    map.ui().wheel({450, 300}, -40);
    map.note("far away");
    map.ui().wheel({450, 300}, 90);
    map.note("near by");
    // Places of menus depend on the version of Dear ImGui.
    if (support::exact_goldens()) support::check_golden_text("map/window_input.txt", map.text());
}
