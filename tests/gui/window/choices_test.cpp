// What a user chooses in the window and finds there: the order of a table, radii of rings, a preview, the key of
// events, the theme and layers of the last start, kinds of problem.
#include "tests/app/feeds/samples.hpp"
#include "tests/app/feeds/servers.hpp"
#include "tests/gui/window/driven_window.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <sstream>
#include <thread>
#include <utility>

using Catch::Contains;
using gui::Window;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

const fs::path built_in = fs::path{THEATRUM_SOURCE_DIR} / "assets/scenarios/canada-2024";
const fs::path small_map = fs::path{THEATRUM_SOURCE_DIR} / "tests/fixtures/scenarios/map-small";

/// The second cell of each row below the headings.
std::vector<std::string> numbers_of(const std::string& tsv) {
    std::vector<std::string> numbers;
    std::istringstream in{tsv};
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        const auto first = line.find('\t');
        numbers.push_back(line.substr(first + 1, line.find('\t', first + 1) - first - 1));
    }
    return numbers;
}

bool shows(const json& state, const std::string& layer) {
    const auto& layers = state.at("layers");
    return std::find(layers.begin(), layers.end(), layer) != layers.end();
}

} // namespace

TEST_CASE("a click on a heading sorts the table of contacts, and its rows are copied in that order", "[gui][live]") {
    servers::TcpServer server;
    Window window{{"--feed", "ais+tcp://127.0.0.1:" + std::to_string(server.port())}};
    server.accept();
    for (const unsigned number : {2U, 3U, 1U})
        server.send(samples::ais_position(440'000'000 + number, 128, 33));
    REQUIRE(window.becomes([](const json& s) { return s["heard"] == 3; }));
    window.click(157, 85);  // the Live tab
    window.click(109, 552); // the button Table
    const auto copied = [&] {
        window.click(440, 257); // the button Copy table
        return numbers_of(window.clipboard());
    };
    constexpr int number_x = 400, headings_y = 287;
    window.click(number_x, headings_y);
    const std::vector<std::string> up{"440000001", "440000002", "440000003"};
    CHECK(copied() == up);
    window.click(number_x, headings_y);
    CHECK(copied() == std::vector<std::string>{up.rbegin(), up.rend()});
}

TEST_CASE("the map's menu draws rings of the radii that were typed", "[gui]") {
    const gui::Scratch folder{small_map};
    Window window{{folder.path().string(), "--at", "2024-06-11"}};
    window.settle();
    const auto [x, y, left, top] = window.map();
    // "Range rings here" stands below what is under the mouse, so it is looked for. Its list has a field.
    const auto type_radii = [&, x = x, y = y](const std::string& text) {
        for (int row = 130; row <= 230; row += 21) {
            window.click(x - 60, y - 110, 3);
            window.click(x, y - 110 + row);
            window.click(x + 190, y - 110 + row + 95);
            window.xdotool("key ctrl+a sleep 0.2 type --delay 30 '" + text + "'");
            window.xdotool("sleep 0.2 key Return sleep 0.5");
            if (window.state()["rings"] != 0) return true;
            window.xdotool("key Escape sleep 0.4 key Escape sleep 0.4");
        }
        return false;
    };
    REQUIRE(type_radii("80, 150 nmi"));
    CHECK(window.state()["rings"] == 2);
}

TEST_CASE("the wheel zooms the preview of an export, a drag moves it, a double click shows the whole page", "[gui]") {
    Window window{{"--at", "2024-07-31"}};
    window.settle();
    window.xdotool("key ctrl+e sleep 2");
    constexpr int x = 385, y = 100, w = 850, h = 660, within_s = 30;
    const auto preview = [&] {
        return window.look(x, y, w, h);
    };
    const auto wait_until = [&](const auto& condition) {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{within_s};
        while (std::chrono::steady_clock::now() < end) {
            if (condition()) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds{300});
        }
        return false;
    };
    const auto same = [](const gui::Screenshot& a, const gui::Screenshot& b) {
        return a.rgb == b.rgb;
    };
    const std::string middle = "mousemove 809 430 sleep 0.4 ";
    window.xdotool(middle);
    const std::array sea{0xd3, 0xe1, 0xeb};
    REQUIRE(wait_until([&] { return preview().share_of(sea) > 0.1; }));
    window.xdotool("sleep 2");
    const auto whole = preview();
    window.xdotool(middle + "click 4 sleep 0.2 click 4 sleep 0.2 click 4 sleep 0.2 click 4 sleep 1");
    const auto closer = preview();
    CHECK_FALSE(same(closer, whole));
    CHECK(closer.share_of({0xfa, 0xf8, 0xf2}) + closer.share_of(sea) >
          whole.share_of({0xfa, 0xf8, 0xf2}) + whole.share_of(sea) + 0.1); // the map fills more of the preview
    window.drag(809, 430, 700, 330);
    window.xdotool(middle + "sleep 1");
    CHECK_FALSE(same(preview(), closer));
    CHECK(wait_until([&] { // again where a slow frame took both clicks for one
        window.xdotool(middle + "click --repeat 2 --delay 90 1 sleep 1");
        return same(preview(), whole);
    }));
}

TEST_CASE("a click on an event's mark shows its number on the map with a key", "[gui]") {
    Window window{{"--at", "2024-06-10"}};
    window.settle();
    CHECK(window.state()["event_key"] == 0);
    CHECK_FALSE(shows(window.state(), "events"));
    window.click(766, 647); // 18 July, a meeting in Seoul
    REQUIRE(window.becomes([](const json& s) { return s["kind"] == "event" && s["id"] == "joly-cho-seoul"; }));
    CHECK(window.becomes([](const json& s) { return s["event_key"] == 1; }));
    CHECK(shows(window.state(), "events"));
}

TEST_CASE("a click that is over before the next frame counts", "[gui]") {
    Window window{{"--at", "2024-06-10"}};
    window.settle();
    for (const auto& [x, id] :
         {std::pair{766, "joly-cho-seoul"}, std::pair{963, ""}, std::pair{766, "joly-cho-seoul"}}) {
        const auto before = window.state()["id"];
        window.xdotool("mousemove " + std::to_string(x) + " 647 mousedown 1 mouseup 1");
        CHECK(window.becomes([&, id = std::string{id}](const json& s) {
            return s["kind"] == "event" && s["id"] != before && (id.empty() || s["id"] == id);
        }));
    }
}

TEST_CASE("F keeps the names of assets inside the map", "[gui]") {
    Window window{{"--at", "2024-08-20"}, 1024, 700};
    window.settle();
    const auto before = window.state();
    window.xdotool("key f");
    REQUIRE(window.becomes([&](const json& s) { return s["m_per_mm"] != before["m_per_mm"]; }));
    window.settle();
    CHECK(window.state()["cut_names"] == 0);
    // The number is not always 0: a map that is moved by half its width cuts names.
    const auto [x, y, left, top] = window.map();
    bool cut = false;
    for (int step = 0; step < 12 && !cut; ++step) {
        window.drag(x, y, x - 20, y);
        window.settle();
        cut = window.state()["cut_names"] > 0;
    }
    CHECK(cut);
}

TEST_CASE("theme and layers chosen in the window are the same at the next start", "[gui]") {
    const gui::Scratch config;
    const std::vector<std::string> environment{"XDG_CONFIG_HOME=" + config.path().string()};
    {
        Window window{{}, 1280, 800, environment};
        window.settle();
        REQUIRE(window.state()["theme"] == "article");
        REQUIRE(shows(window.state(), "borders"));
        window.click(65, 13);  // the menu View
        window.click(70, 244); // Dark
        REQUIRE(window.becomes([](const json& s) { return s["theme"] == "dark"; }));
        window.settle();
        window.click(101, 85); // the Layers tab
        window.click(22, 400); // the eye of the borders
        REQUIRE(window.becomes([](const json& s) { return !shows(s, "borders"); }));
        CHECK(window.end_by_key() == 0);
    }
    Window window{{}, 1280, 800, environment};
    CHECK(window.state()["theme"] == "dark");
    CHECK_FALSE(shows(window.state(), "borders"));
    CHECK(shows(window.state(), "coast"));
}

TEST_CASE("problems are filtered by kind, and a click on one copies its file and line", "[gui]") {
    const gui::Scratch folder{small_map};
    folder.write("positions.csv",
                 folder.read("positions.csv") + "alpha,2024-13-01,,,,Sasebo,,5,,\nnobody,2024-06-01,,,,Sasebo,,5,,\n");
    Window window{{folder.path().string()}};
    REQUIRE(window.state()["errors"] == 2);
    window.settle();
    const auto copied = [](const std::string& place) {
        return [place](const json& s) {
            return s["notice"] == "Copied " + place;
        };
    };
    window.click(90, 324); // the place of the first problem
    CHECK(window.becomes(copied("positions.csv:11")));
    CHECK_THAT(window.clipboard(), Catch::EndsWith("/positions.csv:11"));
    window.click(140, 243); // the list of kinds
    window.click(60, 315);  // unknown_id
    const auto is_copied = copied("positions.csv:12");
    for (int y = 288; y <= 336 && !is_copied(window.state()); y += 6) // how many lines the problem has may change
        window.click(90, y);
    CHECK(window.becomes(is_copied));
    CHECK_THAT(window.clipboard(), Catch::EndsWith("/positions.csv:12"));
}
