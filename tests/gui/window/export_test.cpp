// The export dialog with mouse and keys.
#include "tests/gui/window/driven_window.hpp"
#include "tests/support/catch.hpp"

#include <chrono>
#include <fstream>
#include <thread>

using gui::Window;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

const fs::path built_in = fs::path{THEATRUM_SOURCE_DIR} / "assets/scenarios/canada-2024";

/// Offsets of the fields from the top left corner of the dialog, which is at `left`, `top` of a window 1280 x 800.
constexpr int left = 26, top = 16, field_x = 220, first_y = 47, line = 31;
constexpr int date_line = 4, title_line = 5, credit_line = 7;

void type_into(const Window& window, int field_line, const std::string& text) {
    window.xdotool("mousemove " + std::to_string(left + field_x) + " " +
                   std::to_string(top + first_y + line * field_line) +
                   " sleep 0.3 click 1 sleep 0.3 key ctrl+a sleep 0.2 type --delay 25 '" + text + "'");
    window.xdotool("sleep 0.5");
}

void click_export(const Window& window) {
    const auto button = window.find_button({0xc8, 0x10, 0x2e}); // the only wide button in the accent colour
    window.xdotool("mousemove " + std::to_string(button[0]) + " " + std::to_string(button[1]) + " sleep 0.3 click 1");
}

bool appears(const fs::path& file, double seconds = 20) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>{seconds};
    while (std::chrono::steady_clock::now() < end) {
        if (fs::exists(file)) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }
    return false;
}

} // namespace

TEST_CASE("several dates write several files, and existing files are asked about", "[gui]") {
    const gui::Scratch scenario{built_in};
    Window window{{scenario.path().string(), "--at", "2024-07-31"}};
    window.settle();
    window.xdotool("key ctrl+e sleep 3");
    type_into(window, date_line, "2024-07-31, 20 October 2024");
    click_export(window);
    const auto stem = scenario.path().filename().string();
    const auto file = [&](const std::string& day) {
        return window.folder() / (stem + "-" + day + ".png");
    };
    REQUIRE(appears(file("2024-10-20")));
    REQUIRE(fs::exists(file("2024-07-31")));
    CHECK(support::file_bytes(file("2024-07-31")) != support::file_bytes(file("2024-10-20")));

    // Files are kept until the user agrees.
    window.xdotool("sleep 1");
    for (const char* day : {"2024-07-31", "2024-10-20"})
        std::ofstream{file(day)} << "mine";
    click_export(window);
    window.xdotool("sleep 2 key Escape sleep 1"); // answers no; the dialog stays
    CHECK(support::file_bytes(file("2024-10-20")) == "mine");
    click_export(window);
    window.xdotool("sleep 2");
    click_export(window); // the button that replaces them
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{20};
    while (support::file_bytes(file("2024-10-20")) == "mine" && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
    CHECK(support::file_bytes(file("2024-07-31")).size() > 50'000);
    CHECK(support::file_bytes(file("2024-10-20")).size() > 50'000);
}

TEST_CASE("a title typed for one scenario is not on the map of the next", "[gui]") {
    const gui::Scratch mine{built_in}, other;
    other.write(
        "scenario.toml",
        "theatrum = 1\ntitle = \"Another map\"\n[[asset]]\nid = \"ship\"\nname = \"Ship\"\ntype = \"frigate\"\n");
    other.write("positions.csv", "asset,from,lon,lat\nship,2024-05-01,124,25\n");
    Window window{{mine.path().string(), "--at", "2024-07-31"}};
    window.settle();
    window.xdotool("key ctrl+e sleep 3");
    type_into(window, title_line, "Typed by hand");
    window.xdotool("sleep 1");
    click_export(window);
    const auto first = window.folder() / (mine.path().filename().string() + "-2024-07-31.png");
    REQUIRE(appears(first));
    CHECK(support::file_bytes(first).find("Typed by hand") != std::string::npos);
    window.xdotool("sleep 1 key Escape sleep 0.5 key ctrl+o sleep 1 mousemove 640 186 sleep 0.2 click 1 sleep 0.3 "
                   "key ctrl+a sleep 0.2 type --delay 15 '" +
                   other.path().string() + "'");
    window.xdotool("sleep 0.3 key Return");
    REQUIRE(window.becomes([&](const json& s) { return s["scenario"] == other.path().string(); }));
    window.settle();
    window.xdotool("key ctrl+e sleep 3");
    click_export(window);
    const auto second = window.folder() / (other.path().filename().string() + "-2024-05-01.png");
    REQUIRE(appears(second));
    const auto bytes = support::file_bytes(second);
    CHECK(bytes.find("Another map") != std::string::npos);
    CHECK(bytes.find("Typed by hand") == std::string::npos);
}

TEST_CASE("Hangul, kana, Han and Thai are typed, cut and pasted, and come out on the map", "[gui]") {
    const gui::Scratch scenario{built_in};
    Window window{{scenario.path().string(), "--at", "2024-07-31"}, 1280, 800, {"LC_ALL=C.UTF-8"}};
    const auto keys = window.map_keys(U"\ubd80\u3075\u8266\u0e44");
    window.settle();
    window.xdotool("key ctrl+e sleep 3");
    type_into(window, title_line, "x");
    std::string typing = "key BackSpace";
    for (const int key : keys)
        typing += " sleep 0.4 key " + std::to_string(key);
    window.xdotool(typing + " sleep 0.6 key ctrl+a sleep 0.6 key ctrl+x sleep 0.6 key ctrl+v sleep 0.6 key ctrl+v");
    window.xdotool("sleep 2");
    click_export(window);
    const auto file = window.folder() / (scenario.path().filename().string() + "-2024-07-31.png");
    REQUIRE(appears(file));
    const std::string typed = "\ubd80\u3075\u8266\u0e44";
    CHECK(support::file_bytes(file).find(typed + typed) != std::string::npos);
}

TEST_CASE("an export in which nobody is credited for positions from feeds asks for a credit first", "[gui]") {
    const gui::Scratch heard;
    heard.write("scenario.toml", "theatrum = 1\ntitle = \"Heard\"\n");
    heard.write("assets.csv", "id,name,type\nship,Ship,merchant\n");
    heard.write("positions.csv", "asset,from,lon,lat,sources\nship,2024-07-31T12:00Z,121,23,feed\n");
    heard.write("sources.csv", "id,title,kind\nfeed,Harbour receiver,ais\n");
    Window window{{heard.path().string()}};
    window.settle();
    window.xdotool("key ctrl+e sleep 3");
    const auto file = window.folder() / (heard.path().filename().string() + "-2024-07-31.png");
    click_export(window);
    window.xdotool("sleep 3");
    CHECK_FALSE(fs::exists(file));
    click_export(window); // the same button, which now says that there is no credit
    REQUIRE(appears(file));
    fs::remove(file);
    window.xdotool("sleep 1 key Escape sleep 0.5 key ctrl+e sleep 3");
    type_into(window, credit_line, "Harbour Board");
    click_export(window);
    CHECK(appears(file));
}
