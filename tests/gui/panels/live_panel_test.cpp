// The panel of feeds and contacts, Freeze, and the button that goes to now.
#include "app/session/models/export_model.hpp"
#include "tests/app/session/listening.hpp"
#include "tests/gui/panels/headless.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace app;
using listening_test::Listening;
using listening_test::noon;
using panels_test::Headless;
using panels_test::only;
using std::chrono::seconds;

namespace {

void three_ships(Listening& l) {
    l.receive("mmsi:1", seconds{0}, 121, "BRAVO", "TW");
    l.receive("mmsi:2", seconds{0}, 122, "ALPHA", "CA");
    l.receive("mmsi:3", seconds{0}, 123, "CHARLIE", "TW");
    l.update(noon);
}

} // namespace

TEST_CASE("the search field finds contacts of feeds", "[panels][live]") {
    Listening l;
    three_ships(l);
    Headless ui{l.session, draw_search, 300, 400};
    ui.memory.search.text = "BRAVO";
    ui.frame();
    const auto& hits = ui.memory.search.hits;
    const auto found = std::find_if(hits.begin(), hits.end(), [](const SearchHit& hit) { return hit.name == "BRAVO"; });
    REQUIRE(found != hits.end());
    CHECK(found->kind == "asset");
    CHECK(found->width_km > 0);
}

TEST_CASE("a hit without a position is selected, and the map stays where it is", "[panels]") {
    Listening l;
    three_ships(l);
    Headless ui{l.session, draw_search, 300, 400};
    ui.memory.search.focus = true;
    for (int i = 0; i < 3; ++i)
        ui.frame();
    ui.type("BRAVO");
    ui.memory.search.hits = {{"asset", "mmsi-1", "BRAVO", ""}};
    ui.press(ImGuiKey_Enter);
    const auto pushed = ui.take();
    CHECK(only<Select>(pushed).size() == 1);
    CHECK(only<GoTo>(pushed).empty());
}

TEST_CASE("a typed address adds a feed, and a wrong address shows an error", "[panels][live]") {
    Session session{DataFolders::find()};
    apply_and_wait(session, OpenScenario{"builtin:canada-2024"});
    Headless ui{session, draw_live, 300, 500};
    ui.memory.live.url = "ais+tcp://127.0.0.1:10110";
    ui.memory.live.name = "Our mast";
    ui.memory.live.credit = "Kadena High School";
    ui.frame();
    ui.click_on("Panel", {"Listen"});
    const auto pushed = only<AddFeed>(ui.take());
    REQUIRE(pushed.size() == 1);
    CHECK(pushed[0].feed.url == "ais+tcp://127.0.0.1:10110");
    CHECK(pushed[0].feed.name == "Our mast");
    CHECK(pushed[0].feed.credit == "Kadena High School");
    ui.apply_at_once();
    ui.memory.live.url = "ais+tcp:nowhere";
    ui.click_on("Panel", {"Listen"});
    ui.frame();
    CHECK(ui.memory.live.complaint.find("ais+tcp:nowhere") != std::string::npos);
}

TEST_CASE("the box of a feed switches it off, the cross removes it", "[panels][live]") {
    Listening l;
    three_ships(l);
    Headless ui{l.session, draw_live, 300, 600};
    ui.click_on("Panel", {"ais+tcp://127.0.0.1:10110", "##on"});
    const auto switched = only<SwitchFeed>(ui.take());
    REQUIRE(switched.size() == 1);
    CHECK_FALSE(switched[0].on);
    ui.click_on("Panel", {"ais+tcp://127.0.0.1:10110", "##remove"});
    CHECK(only<RemoveFeed>(ui.take()).size() == 1);
}

TEST_CASE("contacts are sorted by name, a click selects one, and a filter keeps those that match", "[panels][live]") {
    Listening l;
    three_ships(l);
    Headless ui{l.session, draw_live, 300, 600};
    ui.frame();
    ui.click_on("contacts", {"mmsi-2", "###row"});
    const auto selected = only<Select>(ui.take());
    REQUIRE(selected.size() == 1);
    CHECK(selected[0].id == "mmsi-2");
    const auto bravo = ui.find("contacts", {"mmsi-1", "###row"}), alpha = ui.find("contacts", {"mmsi-2", "###row"});
    REQUIRE(bravo);
    REQUIRE(alpha);
    CHECK(alpha->y < bravo->y);
    ui.memory.live.filter = "char";
    ui.move({150, 10}); // away from the list, so that its rows may move
    ui.frame();
    ui.frame();
    CHECK(ui.find("contacts", {"mmsi-3", "###row"}));
    CHECK_FALSE(ui.find("contacts", {"mmsi-1", "###row"}));
}

TEST_CASE("a right click can pin a contact", "[panels][live]") {
    Listening l;
    three_ships(l);
    Headless ui{l.session, draw_live, 300, 600};
    const auto row = ui.find("contacts", {"mmsi-2", "###row"});
    REQUIRE(row);
    ui.click(*row, 1);
    ui.frame();
    ui.click_on("##Popup", {"Pin"});
    const auto pinned = only<Pin>(ui.take());
    REQUIRE(pinned.size() == 1);
    CHECK(pinned[0].id == "mmsi-2");
    CHECK(pinned[0].on);
}

TEST_CASE("while feeds are on, the timeline has a button to now and a lane for the selected contact",
          "[panels][live]") {
    Listening l;
    three_ships(l);
    l.session.apply(Select{"asset", "mmsi-2"});
    l.session.apply(GoToTime{noon - seconds{30}});
    l.update(noon);
    Headless ui{l.session, draw_timeline, 1024, 200};
    ui.frame();
    REQUIRE_FALSE(ui.memory.timeline.model.lanes.empty());
    CHECK(ui.memory.timeline.model.lanes[0].id == "mmsi-2");
    CHECK(ui.memory.timeline.axis.to() - ui.memory.timeline.axis.from() == std::chrono::hours{1});
    ui.click_on("Panel", {"###now"});
    CHECK(only<FollowNow>(ui.take()).size() == 1);
}

TEST_CASE("the coverage layer is offered only while feeds are on", "[panels][live]") {
    Session session{DataFolders::find()};
    apply_and_wait(session, OpenScenario{"builtin:canada-2024"});
    Headless quiet{session, draw_layers, 300, 900};
    quiet.frame();
    CHECK_FALSE(quiet.find("layers", {"coverage", "##eye"}));
    CHECK(quiet.find("layers", {"tracks", "##eye"}));
    Listening l;
    three_ships(l);
    Headless ui{l.session, draw_layers, 300, 900};
    ui.frame();
    ui.click_on("layers", {"coverage", "##eye"});
    const auto shown = only<ShowLayer>(ui.take());
    REQUIRE(shown.size() == 1);
    CHECK(shown[0].name == "coverage");
    CHECK(shown[0].on);
}

TEST_CASE("Freeze takes a folder and the minutes, and shows the outcome", "[panels][live]") {
    Listening l;
    three_ships(l);
    bool open = true;
    Headless ui{l.session, [&](PanelContext& ctx) { draw_freeze(ctx, open); }, 900, 700};
    ui.frame();
    ui.frame();
    CHECK(ui.memory.freeze.folder.find("heard-2026-07-31T120000Z") != std::string::npos);
    ui.memory.freeze.minutes = 20;
    ui.memory.freeze.title = "Off Taiwan";
    ui.memory.freeze.credit = "Kadena High School";
    ui.click_on("Freeze", {"###freeze"});
    const auto request = only<Freeze>(ui.take());
    REQUIRE(request.size() == 1);
    CHECK(request[0].before == std::chrono::minutes{20});
    CHECK(request[0].folder == ui.memory.freeze.folder);
    CHECK(request[0].title == "Off Taiwan");
    CHECK(request[0].credit == "Kadena High School");
    ui.frame();
    CHECK_FALSE(ui.find("Freeze", {"Open the scenario"})); // its folder is being written
    ui.answer({Outcome::State::Pending, {}, 1});
    CHECK(ui.memory.freeze.written.empty());
    ui.memory.freeze.folder = "typed meanwhile";
    ui.answer({Outcome::State::Done, "Written: 3 assets", 1});
    ui.frame();
    CHECK(ui.memory.freeze.written == "Written: 3 assets");
    ui.click_on("Freeze", {"Open the scenario"});
    const auto opened = only<OpenScenario>(ui.take());
    REQUIRE(opened.size() == 1);
    CHECK(opened[0].name == request[0].folder);
}

TEST_CASE("the export dialog offers Freeze instead of Copy as command while feeds are on", "[panels][live]") {
    Listening l;
    three_ships(l);
    ExportChoices choices;
    choices.output = "map.png";
    choices.preset = "square";
    choices.shown_w_km = 2000;
    std::string message;
    const auto draw = [&](PanelContext& ctx) {
        if (auto now = draw_copy_command(ctx, choices); !now.empty()) message = now;
    };
    Headless live{l.session, draw, 300, 200};
    live.frame();
    CHECK_FALSE(live.find("Panel", {"Copy as command"}));
    live.click_on("Panel", {"Freeze first..."});
    CHECK(live.requests.freeze);
    CHECK(live.requests.copy_text.empty());

    Session still{DataFolders::find()};
    apply_and_wait(still, OpenScenario{"builtin:canada-2024"});
    Headless ui{still, draw, 300, 200};
    ui.frame();
    CHECK_FALSE(ui.find("Panel", {"Freeze first..."}));
    ui.click_on("Panel", {"Copy as command"});
    CHECK_FALSE(ui.requests.freeze);
    CHECK(ui.requests.copy_text.find("theatrum export builtin:canada-2024 -o map.png --at ") == 0);
    CHECK(message == "Copied the command to the clipboard");
    choices.output = "map.gif";
    ui.requests.copy_text.clear();
    ui.click_on("Panel", {"Copy as command"});
    CHECK(ui.requests.copy_text.empty());
    CHECK(message == "-o: 'map.gif' does not end in .png, .svg or .pdf");
}
