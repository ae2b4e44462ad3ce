#include "tests/gui/window/driven_window.hpp"
#include "tests/support/catch.hpp"

using gui::Window;
using nlohmann::json;

TEST_CASE("a pasted table is shown first; Escape keeps the map, and Enter opens the table", "[gui]") {
    Window window{{"builtin:canada-2024"}};
    window.settle();
    const std::string title = window.state()["scenario"];
    window.with_clipboard(
        "Ship\tDate\tLongitude\tLatitude\nOttawa\t31 July 2024\t139.7\t35\nOttawa\t2 Aug 2024\t140\t34\n", [&] {
            const auto before = window.look(300, 120, 700, 500);
            window.xdotool("key ctrl+v sleep 3");
            CHECK(window.look(300, 120, 700, 500).rgb != before.rgb); // the dialog
            CHECK(window.state()["scenario"] == title);
            window.xdotool("key Escape sleep 1");
            CHECK(window.state()["scenario"] == title);
            window.xdotool("key ctrl+v sleep 3 key Return");
            CHECK(window.becomes([](const json& s) { return s["fixes"] == 2; }));
        });
    CHECK(window.state()["errors"] == 0);
}
