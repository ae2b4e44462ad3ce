// The window with a feed from a TCP server.
#include "tests/app/feeds/samples.hpp"
#include "tests/app/feeds/servers.hpp"
#include "tests/gui/window/driven_window.hpp"
#include "tests/support/catch.hpp"

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
