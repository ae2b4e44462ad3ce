// The window with a feed from a TCP server.
#include "tests/app/feeds/samples.hpp"
#include "tests/app/feeds/servers.hpp"
#include "tests/gui/window/driven_window.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

using gui::Window;
using nlohmann::json;

TEST_CASE("contacts of a feed are on the map, Left goes back in time, and N goes to now", "[gui][live]") {
    servers::TcpServer server;
    Window window{{"--feed", "ais+tcp://127.0.0.1:" + std::to_string(server.port())}};
    CHECK(window.state()["follows"] == true);
    server.accept();
    server.send(samples::ais_position(440'000'001, 128, 33) + samples::ais_position(440'000'002, 129, 33));
    REQUIRE(window.becomes([](const json& s) { return s["heard"] == 2; }));
    const auto now = window.state()["at"].get<std::string>();
    REQUIRE(window.becomes([&](const json& s) { return s["at"] > now; })); // the time follows now
    window.xdotool("key Left");                                            // a minute earlier
    REQUIRE(window.becomes([](const json& s) { return s["follows"] == false; }));
    CHECK(window.becomes([](const json& s) { return s["heard"] == 0; })); // no contacts at that time
    window.xdotool("key n");
    CHECK(window.becomes([](const json& s) { return s["follows"] == true && s["heard"] == 2; }));
    window.xdotool("key space"); // replays the last half hour
    REQUIRE(window.becomes([](const json& s) { return s["playing"] == true; }));
    const auto at = window.state()["at"];
    REQUIRE(window.becomes([&](const json& s) { return s["at"] != at; }));
    window.xdotool("key space");
    REQUIRE(window.becomes([](const json& s) { return s["playing"] == false; }));
    CHECK(window.becomes([](const json& s) { return s["pictured_at"] == s["at"]; }));
}

namespace {

/// A scenario with a box from 127 to 129 E and 32 to 34 N, and alerts on it.
void write_watch(const gui::Scratch& folder) {
    folder.write("scenario.toml",
                 "theatrum = 1\ntitle = \"Watch\"\n[time]\nstart = 2024-01-01\nend = 2024-02-01\n"
                 "[view]\nprojection = \"laea\"\ncenter = [128, 33]\nwidth_km = 900\n"
                 "[[alert]]\nid = \"in\"\nwhen = \"enters\"\nzone = \"box\"\n"
                 "[[asset]]\nid = \"ours\"\nname = \"HMCS Ours\"\ntype = \"frigate\"\nmmsi = \"316138000\"\n");
    folder.write("zones.geojson",
                 R"({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"id": "box",
"name": "Box", "kind": "area", "status": "illustrative"}, "geometry": {"type": "Polygon",
"coordinates": [[[127, 32], [129, 32], [129, 34], [127, 34], [127, 32]]]}}]})");
}

} // namespace

TEST_CASE("a contact that enters a zone is told in the status bar, and its event can be chosen",
          "[gui][live][alerts]") {
    const gui::Scratch folder;
    write_watch(folder);
    servers::TcpServer server;
    Window window{{folder.path().string(), "--feed", "ais+tcp://127.0.0.1:" + std::to_string(server.port())}};
    server.accept();
    server.send(samples::ais_position(316'138'000, 126.9998, 33));
    REQUIRE(window.becomes([](const json& s) { return s["senders"] == 1; }));
    CHECK(window.state()["alerts"] == 0);
    server.send(samples::ais_position(316'138'000, 127.0002, 33));
    REQUIRE(window.becomes([](const json& s) { return s["alerts"] == 1; }, 5));
    CHECK(window.becomes([](const json& s) { return s["notice"] == "Alert: HMCS Ours entered Box"; }));
    window.xdotool("key comma"); // the event before now
    CHECK(window.becomes([](const json& s) { return s["follows"] == false; }));
}

namespace {

/// A box whose west side lies on 127 E, a line east of that side, and an alert for each thing that a contact does
/// there.
void write_box_and_line(const gui::Scratch& folder) {
    folder.write("scenario.toml",
                 "theatrum = 1\ntitle = \"Watch\"\n[time]\nstart = 2024-01-01\nend = 2024-02-01\n"
                 "[view]\nprojection = \"laea\"\ncenter = [127, 33]\nwidth_km = 300\n"
                 "[[alert]]\nid = \"in\"\nwhen = \"enters\"\nzone = \"box\"\n"
                 "[[alert]]\nid = \"out\"\nwhen = \"leaves\"\nzone = \"box\"\n"
                 "[[alert]]\nid = \"over\"\nwhen = \"crosses\"\nzone = \"line\"\n"
                 "[[asset]]\nid = \"ours\"\nname = \"HMCS Ours\"\ntype = \"frigate\"\nmmsi = \"316138000\"\n");
    folder.write("zones.geojson",
                 R"({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"id": "box",
"name": "Box", "kind": "area", "status": "illustrative"}, "geometry": {"type": "Polygon",
"coordinates": [[[127, 32.5], [128, 32.5], [128, 33.5], [127, 33.5], [127, 32.5]]]}},
{"type": "Feature", "properties": {"id": "line", "name": "Line", "kind": "limit_line", "status": "illustrative"},
"geometry": {"type": "LineString", "coordinates": [[127.0002, 32.5], [127.0002, 33.5]]}}]})");
}

} // namespace

TEST_CASE("each alert of a replayed log is told in the window, and no other", "[gui][live][alerts]") {
    const gui::Scratch folder;
    write_box_and_line(folder);
    servers::TcpServer server;
    Window window{{folder.path().string(), "--feed", "ais+tcp://127.0.0.1:" + std::to_string(server.port())}};
    server.accept();
    constexpr std::uint32_t ours = 316'138'000, other = 440'000'002;
    // The log: steps of 19 m, and what each of them must raise.
    struct Message {
        std::uint32_t mmsi;
        double lon;
        const char* alert;
    };
    static constexpr Message log[] = {{ours, 126.9999, ""},
                                      {other, 127.5, ""}, // first heard inside: it has not entered
                                      {ours, 127.0001, "HMCS Ours entered Box"},
                                      {ours, 127.0003, "HMCS Ours crossed Line, heading east"},
                                      {other, 127.5002, ""},
                                      {ours, 127.0001, "HMCS Ours crossed Line, heading west"},
                                      {ours, 126.9999, "HMCS Ours left Box"},
                                      {other, 127.5, ""}};
    int raised = 0;
    for (const auto& [mmsi, lon, alert] : log) {
        INFO(lon << " " << alert);
        std::this_thread::sleep_for(std::chrono::milliseconds{1'200}); // no jump: the ship makes 30 knots
        server.send(samples::ais_position(mmsi, lon, 33));
        if (*alert == '\0') continue;
        ++raised;
        const std::string told = std::string{"Alert: "} + alert;
        REQUIRE(window.becomes([&](const json& s) { return s["alerts"] == raised && s["notice"] == told; }, 10));
    }
    REQUIRE(window.becomes([](const json& s) { return s["unkept"] == std::size(log); }));
    CHECK(window.state()["alerts"] == raised);
}

TEST_CASE("opening another map asks about what was heard and not kept; the feeds then end", "[gui][live]") {
    servers::TcpServer server;
    Window window{{"--feed", "ais+tcp://127.0.0.1:" + std::to_string(server.port())}};
    server.accept();
    server.send(samples::ais_position(440'000'001, 128, 33));
    REQUIRE(window.becomes([](const json& s) { return s["unkept"] == 1; }));
    // File, the fourth line "Open the built-in example", by keys.
    const auto choose = [&] {
        window.xdotool(
            "key F10 sleep 0.8 key Down sleep 0.4 key Down sleep 0.4 key Down sleep 0.4 key Return sleep 0.8");
    };
    choose();
    CHECK(window.state()["live"] == true);
    CHECK(window.state()["unkept"] == 1);
    window.xdotool("key Escape sleep 0.8");
    choose();
    for (int y = 380; y < 480 && window.state()["live"] == true; y += 8)
        window.xdotool("mousemove 560 " + std::to_string(y) + " sleep 0.1 click 1 sleep 0.4");
    REQUIRE(window.becomes([](const json& s) { return s["live"] == false && s["senders"] == 0; }));
    CHECK(window.state()["follows"] == false);
    CHECK(window.state()["unkept"] == 0);
    CHECK(window.state()["scenario"] == "builtin:canada-2024");
    CHECK(std::ranges::any_of(window.states(), [](const json& s) { // a later click of this test may replace it
        return s["notice"].get<std::string>().find("feeds are off") != std::string::npos;
    }));
    CHECK(window.end_by_key() == 0); // without a question
}

TEST_CASE("quitting asks about what was heard and not kept; Escape goes back, the button quits", "[gui][live]") {
    servers::TcpServer server;
    Window window{{"--feed", "ais+tcp://127.0.0.1:" + std::to_string(server.port())}};
    server.accept();
    server.send(samples::ais_position(440'000'001, 128, 33));
    REQUIRE(window.becomes([](const json& s) { return s["unkept"] == 1; }));
    window.xdotool("key ctrl+q sleep 0.8");
    const auto at = window.state()["at"].get<std::string>();
    REQUIRE(window.becomes([&](const json& s) { return s["at"] > at; })); // it is still there
    window.xdotool("key Escape sleep 0.5 key ctrl+q sleep 0.8");
    bool ended = false;
    for (int y = 380; y < 480 && !ended; y += 8) {
        window.xdotool("mousemove 560 " + std::to_string(y) + " sleep 0.1 click 1 sleep 0.2");
        ended = window.has_ended();
    }
    CHECK(ended);
}
