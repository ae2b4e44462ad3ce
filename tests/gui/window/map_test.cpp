#include "tests/gui/window/driven_window.hpp"
#include "tests/support/catch.hpp"

#include <cmath>

using gui::Window;
using nlohmann::json;

namespace {

constexpr double px_per_mm = 96 / 25.4;

double m_per_px(const json& s) {
    return s.at("m_per_mm").get<double>() / px_per_mm;
}

std::string at(int x, int y) {
    return "mousemove " + std::to_string(x) + " " + std::to_string(y) + " ";
}

} // namespace

TEST_CASE("the window opens the built-in scenario and shows land and sea", "[gui]") {
    Window window{{}};
    CHECK(window.state().at("scenario") == "builtin:canada-2024");
    window.settle();
    const auto area = window.state().at("map").get<std::array<int, 4>>();
    const auto shot = window.look(area[0], area[1], area[2], area[3]);
    CHECK(shot.share_of({0xd3, 0xe1, 0xeb}) > 0.2);
    CHECK(shot.share_of({0xfa, 0xf8, 0xf2}) > 0.05);
    CHECK(window.end_by_key() == 0);
}

TEST_CASE("the dark theme darkens the map and the panels", "[gui]") {
    Window window{{"--theme", "dark"}};
    window.settle();
    const auto area = window.state().at("map").get<std::array<int, 4>>();
    CHECK(window.look(area[0], area[1], area[2], area[3]).share_of({0x18, 0x22, 0x2c}) > 0.2);
    const auto panel = window.look(0, area[1], area[0], area[3]);
    long sum = 0;
    for (const auto byte : panel.rgb)
        sum += byte;
    CHECK(sum / static_cast<long>(panel.rgb.size()) < 80);
}

TEST_CASE("dragging moves the map with the mouse", "[gui]") {
    Window window{{}};
    const auto [x, y, left, top] = window.map();
    const auto before = window.state();
    window.drag(x, y, x - 120, y + 60);
    window.settle();
    const auto after = window.state();
    const double m = m_per_px(before);
    CHECK(after.at("m_per_mm") == before.at("m_per_mm"));
    CHECK(after["centre"][0].get<double>() - before["centre"][0].get<double>() == Approx(120 * m).margin(2 * m));
    CHECK(after["centre"][1].get<double>() - before["centre"][1].get<double>() == Approx(60 * m).margin(2 * m));
}

TEST_CASE("the wheel zooms about the point under the mouse", "[gui]") {
    Window window{{}};
    const auto [x, y, left, top] = window.map();
    const auto before = window.state();
    constexpr int right = 150, up = 80;
    window.xdotool(at(x + right, y - up) + "click 4");
    REQUIRE(window.becomes([&](const json& s) { return s["m_per_mm"] < before["m_per_mm"]; }));
    window.settle();
    const auto after = window.state();
    CHECK(before["m_per_mm"].get<double>() / after["m_per_mm"].get<double>() == Approx(1.25).epsilon(0.01));
    const auto under_mouse = [&](const json& s) {
        return std::array{s["centre"][0].get<double>() + right * m_per_px(s),
                          s["centre"][1].get<double>() + up * m_per_px(s)};
    };
    const double margin = 2 * m_per_px(before);
    CHECK(under_mouse(after)[0] == Approx(under_mouse(before)[0]).margin(margin));
    CHECK(under_mouse(after)[1] == Approx(under_mouse(before)[1]).margin(margin));
}

TEST_CASE("a double click centres the map, and a drag with Shift zooms to a box", "[gui]") {
    Window window{{}};
    const auto [x, y, left, top] = window.map();
    const auto before = window.state();
    window.xdotool(at(x - 100, y) + "sleep 0.2 click --repeat 2 --delay 80 1");
    window.settle();
    const auto centred = window.state();
    CHECK(centred["centre"][0].get<double>() - before["centre"][0].get<double>() ==
          Approx(-100 * m_per_px(before)).margin(2 * m_per_px(before)));
    window.xdotool("keydown shift");
    window.drag(x - 60, y - 40, x + 60, y + 40);
    window.xdotool("keyup shift");
    window.settle();
    CHECK(window.state()["m_per_mm"].get<double>() < centred["m_per_mm"].get<double>() / 3);
}

TEST_CASE("clicks add points to the ruler, and Escape removes it", "[gui]") {
    Window window{{}};
    const auto [x, y, left, top] = window.map();
    window.xdotool("key m");
    window.xdotool(at(x - 150, y) + "sleep 0.2 click 1 sleep 0.7 " + at(x, y + 60) + "sleep 0.2 click 1");
    CHECK(window.becomes([](const json& s) { return s["ruler"] == 2; }));
    window.xdotool("key Escape sleep 0.3 key Escape");
    CHECK(window.becomes([](const json& s) { return s["ruler"] == 0; }));
}

TEST_CASE("a search shows an asset, a click on its symbol selects it, and H hides it", "[gui]") {
    Window window{{"--at", "2024-12-15"}};
    const auto [x, y, left, top] = window.map();
    window.xdotool("key ctrl+f sleep 0.4 type --delay 40 'HMCS Otta'");
    window.xdotool("sleep 0.4 key Return");
    const std::string id = "hmcs-ottawa"; // another asset is selected at the start
    REQUIRE(window.becomes([&](const json& s) { return s["id"] == id; }));
    window.settle();
    window.xdotool(at(x, y) + "sleep 0.3 key Escape");
    REQUIRE(window.becomes([](const json& s) { return s["id"] == ""; }));
    window.xdotool(at(x, y) + "sleep 0.3 click 1");
    CHECK(window.becomes([&](const json& s) { return s["id"] == id; }));
    // H hides the selected asset and shows it again.
    window.settle();
    constexpr int around = 40;
    const auto red = [&window, x = x, y = y] {
        return window.look(x - around, y - around, 2 * around, 2 * around).share_of({0xc8, 0x10, 0x2e}, 8);
    };
    REQUIRE(red() > 0.01);
    window.xdotool("key h");
    REQUIRE(window.becomes([&](const json& s) { return s["hidden"] == json::array({id}); }));
    window.settle();
    CHECK(red() < 0.001);
    window.xdotool("key h");
    CHECK(window.becomes([](const json& s) { return s["hidden"].empty(); }));
}
