// Alerts, silent contacts, the target card, the table, recording, and the question at quit.
#include "app/gui/panels/live/live_sections.hpp"
#include "tests/app/session/listening.hpp"
#include "tests/gui/panels/headless.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace app;
using listening_test::Listening;
using listening_test::noon;
using panels_test::Headless;
using panels_test::only;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

void three_ships(Listening& l) {
    l.receive("mmsi:1", seconds{0}, 121, "BRAVO", "TW", 12);
    l.receive("mmsi:2", seconds{0}, 122, "ALPHA", "CA", 3);
    l.receive("mmsi:3", seconds{0}, 123, "CHARLIE", "TW", 7);
    l.update(noon);
}

/// A status with alerts, as a LiveWorker would send it.
LiveStatus status_with(std::vector<std::string> titles) {
    LiveStatus status;
    status.now = noon + seconds{7};
    status.first = noon;
    status.last = noon;
    std::deque<Alert> alerts;
    for (const std::string& title : titles) {
        Alert alert;
        alert.number = alerts.size() + 1;
        alert.rule = "in";
        alert.contact = alert.asset = "mmsi-1";
        alert.title = title;
        alert.at = noon;
        alert.where = geo::lonlat(121, 20);
        alerts.push_back(alert);
    }
    status.alerts = std::make_shared<const std::deque<Alert>>(std::move(alerts));
    return status;
}

} // namespace

TEST_CASE("the form adds an alert for a zone, a line or a silence, for all or for the selected contact",
          "[panels][live][alerts]") {
    Listening l;
    three_ships(l);
    l.session.apply(Select{"asset", "mmsi-2"});
    Headless ui{l.session, draw_alerts, 300, 500};
    ui.frame();
    ui.memory.alerts.rule.when = assets::AlertWhen::Silent;
    ui.frame();
    ui.click_on("Panel", {"###only"});
    ui.click_on("Panel", {"Add alert"});
    const auto added = only<AddAlert>(ui.take());
    REQUIRE(added.size() == 1);
    CHECK(added[0].rule.when == assets::AlertWhen::Silent);
    CHECK(added[0].rule.minutes == 10);
    CHECK(added[0].rule.who == std::vector<std::string>{"mmsi-2"});
    ui.answer(Outcome{});
    ui.frame();
    ui.click_on("Panel", {"Add an alert"});
    // A zone must be chosen first.
    ui.memory.alerts.rule.when = assets::AlertWhen::Enters;
    ui.frame();
    ui.click_on("Panel", {"Add alert"});
    CHECK(only<AddAlert>(ui.take()).empty());
}

TEST_CASE("alerts are listed, the newest first; a click selects the contact and goes there", "[panels][live][alerts]") {
    Listening l;
    three_ships(l);
    l.session.adopt(status_with({"BRAVO entered the box", "BRAVO left the box"}));
    Headless ui{l.session, draw_alerts, 300, 500};
    ui.frame();
    ui.frame();
    CHECK(ui.memory.alerts.seen == 2);
    const auto newest = ui.find_with_int("alerts", 2, "##alert"), older = ui.find_with_int("alerts", 1, "##alert");
    REQUIRE(newest);
    REQUIRE(older);
    CHECK(newest->y < older->y);
    ui.click(*newest);
    const auto pushed = ui.take();
    REQUIRE(only<Select>(pushed).size() == 1);
    CHECK(only<Select>(pushed)[0].id == "mmsi-1");
    REQUIRE(only<GoTo>(pushed).size() == 1);
    CHECK(only<GoTo>(pushed)[0].at == geo::lonlat(121, 20));
}

TEST_CASE("an alert of the user can be removed and copied, one of scenario.toml has no cross",
          "[panels][live][alerts]") {
    Listening l;
    three_ships(l);
    REQUIRE_FALSE(
        l.session.apply(AddAlert{{.id = {}, .when = assets::AlertWhen::Silent, .zone = {}, .who = {"a"}, .minutes = 5}})
            .is_refused());
    Headless ui{l.session, draw_alerts, 300, 500};
    ui.frame();
    ui.click_on("Panel", {"silent", "##remove"});
    const auto removed = only<RemoveAlert>(ui.take());
    REQUIRE(removed.size() == 1);
    CHECK(removed[0].id == "silent");
}

TEST_CASE("who went silent is listed, and a click selects and goes there", "[panels][live]") {
    Listening l;
    l.receive("mmsi:1", seconds{0}, 121, "GONE");
    l.receive("mmsi:2", minutes{90}, 122);
    l.update(noon + minutes{90});
    Headless ui{l.session, draw_silent, 300, 400};
    ui.frame();
    ui.click_on("silent", {"mmsi-1", "###row"});
    const auto pushed = ui.take();
    REQUIRE(only<Select>(pushed).size() == 1);
    CHECK(only<Select>(pushed)[0].id == "mmsi-1");
    CHECK(only<GoTo>(pushed).size() == 1);
}

TEST_CASE("the table sorts by a click on a header and copies its rows", "[panels][live][target]") {
    Listening l;
    three_ships(l);
    l.session.apply(Select{"asset", "mmsi-2"});
    l.update(noon);
    bool open = true;
    Headless ui{l.session, [&](PanelContext& ctx) { draw_contacts_table(ctx, open); }, 900, 600};
    ui.without_window();
    ui.frame();
    ui.frame();
    ui.frame();
    const auto names = [&] {
        std::string all;
        for (const auto asset : ui.memory.contacts_table.rows)
            all += l.session.scenario()->assets[asset].name + " ";
        return all;
    };
    CHECK(names() == "ALPHA BRAVO CHARLIE ");
    ui.memory.contacts_table.column = 4; // as after a click on the header of speeds
    ui.click_on("Contacts###contacts table", {"Copy table"});
    CHECK(ui.requests.copy_text.find("ALPHA\t2\t") != std::string::npos);
    CHECK(std::count(ui.requests.copy_text.begin(), ui.requests.copy_text.end(), '\n') == 4);
    REQUIRE(ui.memory.contacts_table.range_from);
}

TEST_CASE("Record starts a recording in the home folder and stops it", "[panels][live]") {
    Listening l;
    three_ships(l);
    Headless ui{l.session, draw_live, 300, 700};
    ui.frame();
    ui.click_on("Panel", {"###record"});
    const auto started = only<RecordFeeds>(ui.take());
    REQUIRE(started.size() == 1);
    CHECK(started[0].base.find("feeds-2026-07-31T120000Z") != std::string::npos);
    LiveStatus status;
    status.now = noon;
    status.first = status.last = noon;
    status.recording.files = {"/home/x/feeds.nmea"};
    l.session.adopt(status);
    ui.frame();
    ui.click_on("Panel", {"###record"});
    const auto stopped = only<RecordFeeds>(ui.take());
    REQUIRE(stopped.size() == 1);
    CHECK(stopped[0].base.empty());
}

TEST_CASE("the question at quit offers Freeze, and quitting all the same", "[panels][live]") {
    Listening l;
    three_ships(l);
    LiveStatus status;
    status.now = noon;
    status.unkept = 12;
    l.session.adopt(status);
    CHECK(l.session.live().unkept() == 12);
    bool open = true;
    Headless ui{l.session, [&](PanelContext& ctx) { draw_quit(ctx, open); }, 900, 700};
    ui.frame();
    ui.frame();
    ui.click_on("Quit?", {"Quit without keeping"});
    CHECK(ui.requests.quit);
    CHECK(ui.requests.quit_anyway);
    open = true;
    ui.requests = {};
    ui.frame();
    ui.frame();
    ui.click_on("Quit?", {"Freeze..."});
    CHECK(ui.requests.freeze);
    CHECK_FALSE(ui.requests.quit);
}

TEST_CASE("the question before another map opens it, and goes back to quitting when it is closed", "[panels][live]") {
    Listening l;
    three_ships(l);
    bool open = true;
    Headless ui{l.session, [&](PanelContext& ctx) { draw_quit(ctx, open); }, 900, 700};
    ui.memory.to_open = "/tmp/other";
    ui.frame();
    ui.frame();
    ui.click_on("Open another map?", {"Open without keeping"});
    const auto opened = only<OpenScenario>(ui.take());
    REQUIRE(opened.size() == 1);
    CHECK(opened[0].name == "/tmp/other");
    CHECK(opened[0].may_drop_heard);
    CHECK_FALSE(ui.requests.quit);
    CHECK_FALSE(open);
    CHECK(ui.memory.to_open.empty());
}

TEST_CASE("an added alert folds the form, which leaves its room to the alerts", "[panels][live]") {
    Listening l;
    three_ships(l);
    Headless ui{l.session, draw_alerts, 300, 500};
    ui.apply_at_once();
    ui.frame();
    for (int added = 0; added < 2; ++added) {
        if (added > 0) ui.click_on("Panel", {"Add an alert"});
        ui.frame();
        ui.memory.alerts.rule.when = added == 0 ? assets::AlertWhen::FirstHeard : assets::AlertWhen::Silent;
        ui.memory.alerts.rule.minutes = 1;
        ui.frame();
        ui.click_on("Panel", {"Add alert"});
        ui.frame();
        ui.frame();
        CHECK(l.session.live().alert_rules().size() == static_cast<std::size_t>(added) + 1);
        CHECK_FALSE(ui.find("Panel", {"Add alert"}));
    }
}

TEST_CASE("the list says how many alerts it does not have, and how many are gone", "[panels][live][alerts]") {
    LiveStatus status;
    CHECK(alerts_left_out_words(status, 8).empty());
    status.alerts_unlisted = 503;
    CHECK(alerts_left_out_words(status, 8) == "503 older alerts are not listed; freezing keeps them.");
    status.alerts_forgotten = {1'207, noon};
    CHECK(alerts_left_out_words(status, 8) ==
          "503 older alerts are not listed; freezing keeps them. 1207 alerts until " + instant_words(noon, 8) +
              " are gone: only the newest 100000 are kept.");
}

TEST_CASE("Freeze without a credit asks for one first", "[panels][live]") {
    Listening l;
    three_ships(l);
    bool open = true;
    Headless ui{l.session, [&](PanelContext& ctx) { draw_freeze(ctx, open); }, 900, 700};
    ui.frame();
    ui.frame();
    ui.click_on("Freeze", {"###freeze"});
    CHECK(only<Freeze>(ui.take()).empty());
    CHECK(ui.memory.freeze.asks_credit);
    ui.click_on("Freeze", {"###freeze"}); // without a credit all the same
    CHECK(only<Freeze>(ui.take()).size() == 1);
}

TEST_CASE("the colours of contacts and the length of their speed vectors can be changed", "[panels][live][target]") {
    Listening l;
    three_ships(l);
    CHECK_FALSE(figure_for_window(l.session, 200, 100, 96).targets.by_flag);
    CHECK(figure_for_window(l.session, 200, 100, 96).targets.on);
    CHECK_FALSE(l.session.figure().targets.on); // of an export
    REQUIRE_FALSE(l.session.apply(SetTargets{true, minutes{12}}).is_refused());
    CHECK(figure_for_window(l.session, 200, 100, 96).targets.by_flag);
    CHECK(figure_for_window(l.session, 200, 100, 96).targets.speed_vector == minutes{12});
    CHECK(l.session.apply(SetTargets{true, minutes{2000}}).is_refused());
}

TEST_CASE("the inspector has the target card of a contact, with the range to another", "[panels][live][target]") {
    Listening l;
    three_ships(l);
    l.session.apply(Select{"asset", "mmsi-1"});
    l.session.apply(Pin{"mmsi-3", true});
    l.update(noon);
    Headless ui{l.session, draw_inspector, 320, 700};
    ui.frame();
    REQUIRE(ui.memory.target.card);
    CHECK(ui.memory.target.card->name == "BRAVO");
    CHECK_FALSE(ui.memory.target.lines.empty()); // distances to the scenario's lines
    CHECK(ui.find("inspector", {"##compare"}));
    l.session.apply(Select{"asset", "hmcs-vancouver"});
    l.update(noon);
    ui.frame();
    CHECK_FALSE(ui.memory.target.card);
}
