#include "tests/gui/window/driven_window.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <iterator>

using gui::Window;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

fs::path copy_of_the_built_in(const gui::Scratch& folder) {
    auto copy = folder.path() / "mine";
    fs::copy(fs::path{THEATRUM_SOURCE_DIR} / "assets/scenarios/canada-2024", copy, fs::copy_options::recursive);
    return copy;
}

std::string read(const fs::path& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

void write(const fs::path& path, const std::string& text) {
    std::ofstream{path, std::ios::binary} << text;
}

} // namespace

TEST_CASE("a saved file is reloaded at once, and a broken file keeps the last good map", "[gui]") {
    const gui::Scratch folder;
    const auto scenario = copy_of_the_built_in(folder);
    Window window{{scenario.string()}};
    window.settle();
    const auto fixes = window.state()["fixes"].get<int>();
    const auto positions = scenario / "positions.csv";
    const auto before = read(positions);
    // Removes the last row.
    const auto end = before.find_last_not_of('\n');
    write(positions, before.substr(0, before.rfind('\n', end) + 1));
    CHECK(window.becomes([&](const json& s) { return s["fixes"] == fixes - 1; }, 3));
    write(positions, before + "no-such-asset,2024-07-01,,,129,35\n");
    REQUIRE(window.becomes([](const json& s) { return s["broken"] == true; }));
    CHECK(window.state()["fixes"] == fixes - 1);
    write(positions, before);
    CHECK(window.becomes([&](const json& s) { return s["broken"] == false && s["fixes"] == fixes; }));
}

TEST_CASE("a report that the form adds is shown at once, and undo restores the file byte for byte", "[gui]") {
    const gui::Scratch folder;
    const auto scenario = copy_of_the_built_in(folder);
    const auto positions = scenario / "positions.csv";
    const auto before = read(positions);
    Window window{{scenario.string(), "--at", "2024-03-05"}};
    window.settle();
    const auto fixes = window.state()["fixes"].get<int>();
    window.xdotool("key ctrl+f sleep 0.4 type --delay 40 'HMCS Vanc'");
    window.xdotool("sleep 0.5 key Return sleep 0.5");
    REQUIRE(window.becomes([](const json& s) { return s["id"] == "hmcs-vancouver"; }));
    window.xdotool("key ctrl+shift+a sleep 0.8 type Guam");
    window.xdotool("sleep 0.3 key ctrl+Return");
    REQUIRE(window.becomes([&](const json& s) { return s["fixes"] == fixes + 1; }));
    const auto after = read(positions);
    REQUIRE(after.size() > before.size());
    CHECK(after.substr(0, before.size()) == before);
    CHECK(after.find("hmcs-vancouver,2024-03-05", before.size()) != std::string::npos);
    CHECK(after.find("Guam", before.size()) != std::string::npos);
    CHECK(window.state()["broken"] == false);
    window.settle();
    window.xdotool("key ctrl+z");
    REQUIRE(window.becomes([&](const json& s) { return s["fixes"] == fixes; }));
    CHECK(read(positions) == before);
}

TEST_CASE("the export dialog writes a PNG of the size that it shows", "[gui]") {
    const gui::Scratch folder;
    const auto scenario = copy_of_the_built_in(folder);
    Window window{{scenario.string(), "--at", "2024-07-31"}};
    window.settle();
    window.xdotool("key ctrl+e sleep 4");
    const auto button = window.find_button({0xc8, 0x10, 0x2e}); // the only wide button in the accent colour
    window.xdotool("mousemove " + std::to_string(button[0]) + " " + std::to_string(button[1]) +
                   " sleep 0.3 click 1 sleep 5");
    fs::path found;
    for (const auto& entry : fs::directory_iterator(window.folder()))
        if (entry.path().extension() == ".png") found = entry.path();
    REQUIRE(!found.empty());
    const auto bytes = read(found);
    REQUIRE(bytes.size() > 50'000);
    // IHDR: 1920 x 1080
    CHECK(bytes.substr(16, 8) == std::string{"\0\0\x07\x80\0\0\x04\x38", 8});
}
