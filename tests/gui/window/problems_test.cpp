// A scenario with errors, deleted files, and links without a browser.
#include "tests/gui/window/driven_window.hpp"
#include "tests/support/catch.hpp"

#include <cstdlib>

using Catch::Contains;
using gui::Window;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

const fs::path small_map = fs::path{THEATRUM_SOURCE_DIR} / "tests/fixtures/scenarios/map-small";

std::string text_of(const json& state, const char* key) {
    return state[key].get<std::string>();
}

} // namespace

TEST_CASE("a scenario with errors opens the window with the list of them, and the map once they are mended", "[gui]") {
    const gui::Scratch folder{small_map};
    const auto text = folder.read("positions.csv");
    folder.write("positions.csv", text + "alpha,2024-13-01,,,,Sasebo,,5,,\nnobody,2024-06-01,,,,Sasebo,,5,,\n");
    Window window{{folder.path().string(), "--at", "2024-06-11"}};
    CHECK(window.state()["broken"] == true);
    CHECK(window.state()["errors"] == 2);
    CHECK(window.state()["fixes"] == 0);
    CHECK_THAT(text_of(window.state(), "notice"), Contains("positions.csv:11"));
    window.settle();
    folder.write("positions.csv", text);
    REQUIRE(window.becomes([](const json& s) { return s["broken"] == false && s["fixes"] == 9; }));
    CHECK(window.becomes([](const json& s) { return s["complete"] == true && s["pictured_at"] != nullptr; }));
    CHECK(window.end_by_key() == 0);
}

TEST_CASE("opening a scenario with errors in the window lists them and leaves no map", "[gui]") {
    const gui::Scratch folder{small_map};
    folder.write("positions.csv", folder.read("positions.csv") + "alpha,2024-13-01,,,,Sasebo,,5,,\n");
    Window window{{}};
    window.settle();
    window.xdotool("key ctrl+o sleep 0.8");
    // The path is the only field of the dialog.
    const int x = 640, y = 800 / 2 - 520 / 2 + 44;
    window.xdotool("mousemove " + std::to_string(x) + " " + std::to_string(y) +
                   " sleep 0.2 click 1 sleep 0.3 key ctrl+a sleep 0.2 type --delay 15 " +
                   (folder.path() / "scenario.toml").string());
    window.xdotool("sleep 0.3 key Return");
    REQUIRE(window.becomes([](const json& s) { return s["broken"] == true; }));
    CHECK(window.becomes([](const json& s) { return s["fixes"] == 0 && s["errors"] == 1 && s["complete"] == true; }));
    CHECK(window.state()["pictured_at"] == nullptr);
    window.xdotool("key f sleep 0.2 key space sleep 0.2 key Right"); // no key needs a map
    window.settle();
    CHECK(window.end_by_key() == 0);
}

TEST_CASE("a deleted file is a problem, and the last good map stays", "[gui]") {
    const gui::Scratch folder{small_map};
    Window window{{folder.path().string()}};
    window.settle();
    fs::remove(folder / "positions.csv");
    REQUIRE(window.becomes([](const json& s) { return s["broken"] == true; }));
    CHECK(window.state()["fixes"] == 9);
    CHECK(window.state()["errors"] == 1);
    CHECK_THAT(text_of(window.state(), "notice"), Contains("positions.csv: the file was deleted"));
}

TEST_CASE("a link without a browser says so and copies the address", "[gui]") {
    const gui::Scratch bin;
    bin.write("xdg-open", "#!/bin/sh\nexit 3\n");
    fs::permissions(bin / "xdg-open", fs::perms::owner_all);
    const std::string path = std::getenv("PATH"); // NOLINT(concurrency-mt-unsafe)
    Window window{{"--at", "2024-03-05"}, 1280, 800, {"PATH=" + bin.path().string() + ":" + path}};
    window.settle();
    window.xdotool("key ctrl+f sleep 0.5 type --delay 40 'HMCS Vanc'");
    window.xdotool("sleep 0.6 key Return sleep 0.8");
    REQUIRE(window.becomes([](const json& s) { return s["id"] == "hmcs-vancouver"; }));
    const auto copied = [](const json& s) {
        return text_of(s, "notice").rfind("No browser could be opened. The address was copied: http", 0) == 0;
    };
    bool found = false;
    for (int y = 440; y < 560 && !found; y += 8) { // the titles of sources in the inspector
        window.xdotool("mousemove 1150 " + std::to_string(y) + " sleep 0.05 click 1");
        found = window.becomes(copied, 0.4);
    }
    CHECK(found);
}
