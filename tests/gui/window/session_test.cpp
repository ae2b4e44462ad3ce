#include "tests/gui/window/driven_window.hpp"
#include "tests/support/catch.hpp"

#include <csignal>

using gui::Window;
using nlohmann::json;

TEST_CASE("Space plays and pauses", "[gui]") {
    Window window{{"--at", "2024-06-01"}};
    const auto before = window.state()["at"];
    window.xdotool("key space");
    REQUIRE(window.becomes([](const json& s) { return s["playing"] == true; }));
    REQUIRE(window.becomes([&](const json& s) { return s["at"] > before; }));
    window.xdotool("key space");
    REQUIRE(window.becomes([](const json& s) { return s["playing"] == false; }));
}

TEST_CASE("keys step through time", "[gui]") {
    Window window{{"--at", "2024-06-01"}};
    window.xdotool("key Right");
    CHECK(window.becomes([](const json& s) { return s["at"] == "2024-06-02T12:00:00Z"; }));
    window.xdotool("key Left sleep 0.2 key Left");
    CHECK(window.becomes([](const json& s) { return s["at"] == "2024-05-31T12:00:00Z"; }));
    window.xdotool("key period");
    CHECK(window.becomes([](const json& s) { return s["at"] > "2024-05-31T12:00:00Z"; }));
    window.xdotool("key Home");
    CHECK(window.becomes([](const json& s) { return s["at"] < "2024-05-01"; }));
}

TEST_CASE("Ctrl+G takes a typed date", "[gui]") {
    Window window{{"--at", "2024-06-01"}};
    window.xdotool("key ctrl+g sleep 0.5 key ctrl+a sleep 0.2 type --delay 40 2024-07-31");
    window.xdotool("sleep 0.3 key Return");
    CHECK(window.becomes(
        [](const json& s) { return s["at"].template get<std::string>().substr(0, 10) == "2024-07-31"; }));
}

TEST_CASE("an idle window uses less than 3 % of a core", "[gui]") {
    Window window{{}};
    window.settle();
#ifdef __SANITIZE_ADDRESS__
    constexpr double most = 0.06; // twice as much, because the sanitizer watches every access to memory
#else
    constexpr double most = 0.03;
#endif
    CHECK(window.idle_cpu_share(4) < most);
}

TEST_CASE("Ctrl-C ends the program with exit code 130, a lost display with 3", "[gui]") {
    {
        Window window{{}};
        CHECK(window.end_by_signal(SIGINT) == 130);
    }
    Window window{{}};
    CHECK(window.end_by_losing_the_display() == 3);
}

TEST_CASE("without a display the program writes the map to a file", "[gui]") {
    const gui::Scratch folder;
    const auto command = "cd '" + folder.path().string() + "' && env -u DISPLAY " THEATRUM_PROGRAM " > out.txt";
    REQUIRE(std::system(command.c_str()) == 0);
    CHECK(std::filesystem::file_size(folder.path() / "canada-2024.png") > 50'000);
}
