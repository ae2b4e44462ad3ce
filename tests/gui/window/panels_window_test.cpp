// The map's menu, zones, range rings, panels and the focus of the keyboard, with mouse and keys.
#include "tests/gui/window/driven_window.hpp"
#include "tests/support/catch.hpp"

#include <cstdlib>

using gui::Window;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

std::string at(int x, int y) {
    return "mousemove " + std::to_string(x) + " " + std::to_string(y) + " ";
}

/// A zone of 10 by 10 degrees in the middle of the map, in the Philippine Sea, and a ship outside it.
struct SeaWithZone : gui::Scratch {
    SeaWithZone() {
        write("scenario.toml", "theatrum = 1\ntitle = \"A zone\"\n[view]\ncenter = [130, 18]\nwidth_km = 3000\n"
                               "[[asset]]\nid = \"ship\"\nname = \"Ship\"\ntype = \"frigate\"\n");
        write("positions.csv", "asset,from,lon,lat\nship,2024-05-01,137,22\n");
        write("zones.geojson",
              R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"box","name":"Box",)"
              R"("kind":"area","status":"agreed"},"geometry":{"type":"Polygon","coordinates":)"
              R"([[[125,13],[135,13],[135,23],[125,23],[125,13]]]}}]})");
    }
};

/// Lines of the map's menu below the mouse, when a zone and a sea are under it.
constexpr int rings_item = 176, remove_rings_item = 198, add_report_item = 245;

} // namespace

TEST_CASE("a click inside a zone selects it, a click outside selects nothing", "[gui]") {
    const SeaWithZone folder;
    Window window{{folder.path().string()}};
    window.settle();
    const auto [x, y, left, top] = window.map();
    window.xdotool(at(x + 40, y + 40) + "sleep 0.3 click 1");
    REQUIRE(window.becomes([](const json& s) { return s["kind"] == "zone" && s["id"] == "box"; }));
    window.xdotool(at(left + 20, y) + "sleep 0.6 click 1");
    CHECK(window.becomes([](const json& s) { return s["id"] == ""; }));
}

TEST_CASE("the map's menu draws rings, which stay until they are removed, and adds a report", "[gui]") {
    const SeaWithZone folder;
    Window window{{folder.path().string()}};
    window.settle();
    const auto [x, y, left, top] = window.map();
    window.xdotool(at(x, y) + "sleep 0.3 click 3 sleep 0.8 " + at(x + 60, y + rings_item) +
                   "sleep 0.3 click 1 sleep 0.8 " + at(x + 240, y + rings_item) + "sleep 0.4 click 1");
    REQUIRE(window.becomes([](const json& s) { return s["rings"] == 3; }));
    window.xdotool("sleep 0.4 key Escape sleep 0.4 key Escape sleep 0.4");
    CHECK(window.state()["rings"] == 3);
    // Off the rings' lines, where only the zone and the sea are.
    window.xdotool(at(x + 20, y - 130) + "sleep 0.3 click 3 sleep 0.8 " + at(x + 80, y - 130 + remove_rings_item) +
                   "sleep 0.3 click 1");
    CHECK(window.becomes([](const json& s) { return s["rings"] == 0; }));

    window.settle();
    const auto time = window.state()["at"];
    window.xdotool(at(x + 20, y - 130) + "sleep 0.3 click 3 sleep 0.8 " + at(x + 80, y - 130 + add_report_item) +
                   "sleep 0.3 click 1 sleep 1");
    window.xdotool(at(left + 30, top + 30) + "sleep 0.2 key Right sleep 0.6");
    CHECK(window.state()["at"] == time); // the form is open, so no key acts on what is behind it
    window.xdotool("key Escape sleep 0.6 key Escape sleep 0.4 key Right");
    CHECK(window.becomes([&](const json& s) { return s["at"] != time; }));
}

TEST_CASE("the window opens with the first asset selected, and its title names the folder", "[gui]") {
    const gui::Scratch folder{fs::path{THEATRUM_SOURCE_DIR} / "assets/scenarios/canada-2024"};
    Window window{{folder.path().string()}};
    CHECK(window.becomes([](const json& s) { return s["kind"] == "asset" && s["id"] == "hmcs-montreal"; }));
    const auto name = folder.path().filename().string();
    CHECK_NOTHROW(
        window.xdotool("search --name '^" + name + " - Canada in the Indo-Pacific, 2024 - Theatrum$' > /dev/null"));
}

TEST_CASE("a panel that was resized, and a layer that was switched, are the same at the next start", "[gui]") {
    const gui::Scratch config;
    const std::vector<std::string> environment{"XDG_CONFIG_HOME=" + config.path().string()};
    constexpr int wider = 70;
    int left = 0, wide = 0;
    {
        Window window{{}, 1280, 800, environment};
        window.settle();
        left = window.map()[2];
        window.drag(left, 300, left + wider, 300);
        REQUIRE(window.becomes([&](const json& s) { return std::abs(s["map"][0].get<int>() - left - wider) < 3; }));
        wide = window.map()[2];
        CHECK(window.end_by_key() == 0);
    }
    const auto settings = config.read("theatrum/settings.toml");
    CHECK(settings.find("left_width = " + std::to_string(wide)) != std::string::npos);
    config.write("theatrum/settings.toml", settings + "\n[layers]\nevents = true\nno-such-layer = true\n");
    {
        Window window{{}, 1280, 800, environment};
        CHECK(window.map()[2] == wide);
        CHECK(window.end_by_key() == 0);
    }
    config.write("theatrum/settings.toml", "left_width = [[[ damaged");
    Window window{{}, 1280, 800, environment};
    CHECK(window.map()[2] == left);
}

TEST_CASE("Tab reaches the buttons of a panel, Space presses them, and Escape gives the keys back", "[gui]") {
    Window window{{"--at", "2024-07-31"}};
    window.settle();
    // Search, four tabs, the filter, the country's eye and name, and the eye of the first asset.
    for (int i = 0; i < 9; ++i)
        window.xdotool("key Tab sleep 0.5");
    window.xdotool("key space");
    CHECK(window.becomes([](const json& s) { return s["hidden"] == json::array({"hmcs-montreal"}); }));
    CHECK(window.state()["playing"] == false);
    window.xdotool("sleep 0.3 key Escape sleep 0.5");
    CHECK(window.state()["id"] == "hmcs-montreal"); // Escape ended the focus only
    window.xdotool("key space");
    CHECK(window.becomes([](const json& s) { return s["playing"] == true; }));
}

TEST_CASE("Tab reaches the timeline, which shows the focus; arrows step through time, and Space plays", "[gui]") {
    Window window{{"--at", "2024-07-31"}};
    window.settle();
    const auto [x, y, left, top] = window.map();
    window.xdotool(at(x, y) + "sleep 0.3");
    // The strip of dates, whose frame is drawn in the accent colour; the playhead's button is elsewhere.
    const auto framed = [&] {
        return window.look(200, 622, 1050, 34).share_of({0xc8, 0x10, 0x2e}, 20) > 0.01;
    };
    CHECK_FALSE(framed());
    // Backwards into the menu bar and the status bar, then past the buttons and fields of the timeline.
    window.xdotool("key shift+Tab sleep 0.4 key shift+Tab sleep 0.4 key shift+Tab sleep 0.4");
    int stops = 0;
    for (; stops < 15 && !framed(); ++stops)
        window.xdotool("key Tab sleep 0.35");
    INFO(stops);
    REQUIRE(framed());
    const auto becomes_at = [&](const char* time) {
        return window.becomes([&](const json& s) { return s["at"] == time; });
    };
    window.xdotool("key Right");
    CHECK(becomes_at("2024-08-01T12:00:00Z"));
    window.xdotool("key Left sleep 0.3 key Left");
    CHECK(becomes_at("2024-07-30T12:00:00Z"));
    window.xdotool("key shift+Left");
    CHECK(becomes_at("2024-07-23T12:00:00Z"));
    CHECK(framed()); // the arrows have not moved the focus
    window.xdotool("key space");
    CHECK(window.becomes([](const json& s) { return s["playing"] == true; }));
    window.xdotool("key space");
    CHECK(window.becomes([](const json& s) { return s["playing"] == false; }));
    // The lanes and their names are reached too: Space on the name of a lane selects its asset.
    window.xdotool("key Tab sleep 0.35");
    for (int i = 0; i < 4 && window.state()["id"] != "hmcs-vancouver"; ++i)
        window.xdotool("key Tab sleep 0.35 key space sleep 0.4");
    CHECK(window.state()["id"] == "hmcs-vancouver");
}

TEST_CASE("F10 opens the menu bar; arrows go through its menus, Enter chooses, Escape leaves", "[gui]") {
    Window window{{"--at", "2024-07-31"}};
    window.settle();
    const auto theme = [&](const char* name) {
        return window.becomes([&](const json& s) { return s["theme"] == name; });
    };
    // File is open. To the right is View, whose last item is Dark.
    window.xdotool("key F10 sleep 0.8 key Right sleep 0.6 key Down sleep 0.6 key Up sleep 0.5 key Return");
    REQUIRE(theme("dark"));
    CHECK(window.state()["at"] == "2024-07-31T12:00:00Z"); // no arrow has moved the time
    // After the choice, keys act on map and time again.
    window.xdotool("sleep 0.5 key Right");
    CHECK(window.becomes([](const json& s) { return s["at"] == "2024-08-01T12:00:00Z"; }));

    // Escape closes the menu, a second one leaves the bar; nothing else happens.
    const auto selected = window.state()["id"];
    window.xdotool("key F10 sleep 0.8 key Escape sleep 0.6 key Right sleep 0.6");
    CHECK(window.state()["at"] == "2024-08-01T12:00:00Z"); // still in the bar
    window.xdotool("key Escape sleep 0.6");
    CHECK(window.state()["id"] == selected);
    window.xdotool("key Right");
    CHECK(window.becomes([](const json& s) { return s["at"] == "2024-08-02T12:00:00Z"; }));
}

TEST_CASE("Tab reaches the coordinates of the status bar, which Space copies, and the menus", "[gui]") {
    Window window{{"--at", "2024-07-31"}};
    window.settle();
    const auto [x, y, left, top] = window.map();
    window.xdotool(at(left + 5, top + 5) + "sleep 0.3 key shift+Tab sleep 1");
    // The menu File has the focus: its frame is drawn in the accent colour.
    const std::array<int, 3> accent{0xc8, 0x10, 0x2e};
    CHECK(window.look(0, 0, 60, 26).share_of(accent, 20) > 0.01);
    window.xdotool("key shift+Tab sleep 1");
    CHECK(window.look(0, 0, 60, 26).share_of(accent, 20) < 0.01);
    CHECK(window.look(0, 770, 260, 30).share_of(accent, 20) > 0.005);
    window.xdotool("key space sleep 1");
    const auto copied = window.clipboard();
    INFO(copied);
    CHECK(copied.find(", ") != std::string::npos);
    CHECK(copied.find_first_not_of("-0123456789., ") == std::string::npos);
    // On through the menus: File, View, Time, whose first item plays.
    window.xdotool("key Tab sleep 0.8 key Tab sleep 0.8 key Tab sleep 0.8 key space sleep 1.5 key space");
    CHECK(window.becomes([](const json& s) { return s["playing"] == true; }));
}
