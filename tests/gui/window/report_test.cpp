// Adding reports with keys and mouse: undo, redo, Escape, and keys while a dialog is open.
#include "tests/gui/window/driven_window.hpp"
#include "tests/support/catch.hpp"

using Catch::Contains;
using gui::Window;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

const fs::path built_in = fs::path{THEATRUM_SOURCE_DIR} / "assets/scenarios/canada-2024";

void select_vancouver(const Window& window) {
    window.xdotool("key ctrl+f sleep 0.5 type --delay 40 'HMCS Vanc'");
    window.xdotool("sleep 0.6 key Return sleep 0.5");
    REQUIRE(window.becomes([](const json& s) { return s["id"] == "hmcs-vancouver"; }));
}

} // namespace

TEST_CASE("additions are undone and redone with keys, until another program changes the file", "[gui]") {
    const gui::Scratch folder{built_in};
    const auto before = folder.read("positions.csv");
    Window window{{folder.path().string(), "--at", "2024-03-05"}};
    window.settle();
    const auto fixes = window.state()["fixes"].get<int>();
    select_vancouver(window);
    window.xdotool("key ctrl+shift+a sleep 0.8 type --delay 30 Guam");
    window.xdotool("sleep 0.3 key ctrl+Return");
    REQUIRE(window.becomes([&](const json& s) { return s["fixes"] == fixes + 1; }));
    const auto after = folder.read("positions.csv");
    window.settle();
    window.xdotool("key ctrl+z");
    REQUIRE(window.becomes([&](const json& s) { return s["fixes"] == fixes && s["redo"] == true; }));
    CHECK(folder.read("positions.csv") == before);
    window.settle();
    window.xdotool("key ctrl+shift+z");
    REQUIRE(window.becomes([&](const json& s) { return s["fixes"] == fixes + 1 && s["undo"] == true; }));
    CHECK(folder.read("positions.csv") == after);
    window.settle();
    folder.write("positions.csv", after + "hmcs-vancouver,2024-03-09,,,,,Guam,,,,,,,,,,,,,\n");
    REQUIRE(window.becomes([&](const json& s) { return s["fixes"] != fixes + 1 || s["broken"] == true; }));
    const auto edited = folder.read("positions.csv");
    window.settle();
    window.xdotool("key ctrl+z");
    REQUIRE(window.becomes([](const json& s) {
        return s["notice"].get<std::string>().find("has been changed since") != std::string::npos;
    }));
    CHECK(folder.read("positions.csv") == edited);
}

TEST_CASE("what is typed right after Tab goes into the next field; a date is written as files have it", "[gui]") {
    const gui::Scratch folder{built_in};
    const auto before = folder.read("positions.csv");
    Window window{{folder.path().string(), "--at", "2024-03-05"}};
    window.settle();
    const auto fixes = window.state()["fixes"].get<int>();
    select_vancouver(window);
    window.xdotool("key ctrl+shift+a sleep 1.5 mousemove 690 147 sleep 0.3 click 1 sleep 0.5 key ctrl+a");
    window.xdotool("type --delay 20 '5 March 2024'");
    window.xdotool("key Tab type --delay 5 '6 March 2024'");
    window.xdotool("sleep 0.5 mousemove 690 240 sleep 0.3 click 1 sleep 0.5 type --delay 20 Guam");
    window.xdotool("sleep 2 key ctrl+Return");
    REQUIRE(window.becomes([&](const json& s) { return s["fixes"] == fixes + 1; }));
    const auto row = folder.read("positions.csv").substr(before.size());
    CHECK_THAT(row, Contains("hmcs-vancouver,2024-03-05,2024-03-06,"));
    CHECK_THAT(row, Contains(",Guam,"));
}

TEST_CASE("no shortcut acts while the form is open, and Escape closes the form only", "[gui]") {
    const gui::Scratch folder{built_in};
    Window window{{folder.path().string(), "--at", "2024-03-05"}};
    window.settle();
    select_vancouver(window);
    window.settle();
    const auto before = window.state();
    window.xdotool("key ctrl+shift+a sleep 0.8");
    // A click on the form's title takes the keyboard from its fields.
    window.xdotool("mousemove 640 82 sleep 0.2 click 1 sleep 0.3");
    window.xdotool("key space sleep 0.2 key Right sleep 0.2 key h sleep 0.2 key ctrl+r sleep 0.2 key ctrl+q sleep 0.5");
    CHECK(window.state()["at"] == before["at"]);
    CHECK(window.state()["playing"] == false);
    CHECK(window.state()["hidden"] == before["hidden"]);
    window.xdotool("key Escape sleep 0.5");
    CHECK(window.state()["id"] == "hmcs-vancouver");
    window.xdotool("key Right");
    REQUIRE(window.becomes([&](const json& s) { return s["at"] != before["at"]; }));
    window.xdotool("key Escape");
    CHECK(window.becomes([](const json& s) { return s["id"] == ""; }));
}

TEST_CASE("no shortcut acts while a dialog is open", "[gui]") {
    Window window{{"--at", "2024-03-05"}};
    window.settle();
    const auto at = window.state()["at"];
    window.xdotool("key F1 sleep 0.6 key space sleep 0.2 key Right sleep 0.2 key ctrl+q sleep 0.3");
    CHECK(window.state()["at"] == at);
    window.xdotool("key Escape sleep 0.4 key Right");
    CHECK(window.becomes([&](const json& s) { return s["at"] != at; }));
}

TEST_CASE("while playing, each step waits for the picture of the last one", "[gui]") {
    Window window{{"--at", "2024-03-01"}};
    window.settle();
    window.xdotool("key space");
    for (int step = 0; step < 6; ++step) {
        const auto at = window.state()["at"];
        REQUIRE(window.becomes([&](const json& s) { return s["at"] != at; }));
    }
    window.xdotool("key space");
    REQUIRE(window.becomes([](const json& s) { return s["playing"] == false; }));
    window.settle();
    int steps = 0;
    json last;
    bool pictured = false;
    for (const auto& state : window.states()) {
        if (last.is_null() || state["at"] == last["at"]) {
            pictured = pictured || state["pictured_at"] == state["at"];
            last = state;
            continue;
        }
        if (last["playing"] == true && state["playing"] == true && !pictured) FAIL_CHECK(last["at"]);
        steps += state["playing"] == true ? 1 : 0;
        pictured = state["pictured_at"] == state["at"];
        last = state;
    }
    CHECK(steps > 3);
    CHECK(window.state()["pictured_at"] == window.state()["at"]);
}
