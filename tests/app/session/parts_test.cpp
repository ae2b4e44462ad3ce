// The parts of a session, each tested alone.
#include "app/base/errors.hpp"
#include "app/session/document/document.hpp"
#include "app/session/files/file_job.hpp"
#include "app/session/files/scenario_files.hpp"
#include "app/session/live/live_state.hpp"
#include "app/session/playhead/playhead.hpp"
#include "app/session/request.hpp"
#include "app/session/view/view.hpp"
#include "scratch.hpp"
#include "tests/support/catch.hpp"

using namespace session_test;
using Catch::Contains;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

app::OpenedScenario read(const std::filesystem::path& path) {
    return app::read_for_session(path.string(), app::DataFolders::find(), nullptr);
}

std::shared_ptr<const assets::Scenario> small() {
    const Scratch folder{"map-small"};
    return read(folder.path()).loaded.scenario;
}

app::FreezeRequest freeze_into(const std::string& folder) {
    app::FreezeRequest request;
    request.folder = folder;
    return request;
}

app::View view() {
    return app::View{{"article", "dark"}};
}

} // namespace

TEST_CASE("a document watches the files it was read from, and companion files that may be created",
          "[session][document]") {
    const Scratch folder{"map-small"};
    app::Document document;
    CHECK(document.watched_files().empty());
    document.open(read(folder.path()));
    const auto watched = document.watched_files();
    const auto watches = [&](const std::string& name) {
        return std::find(watched.begin(), watched.end(), folder / name) != watched.end();
    };
    CHECK(watches("positions.csv"));
    CHECK(watches("zones.geojson")); // does not exist yet
    CHECK_FALSE(watches("notes.txt"));
}

TEST_CASE("a document of a lone file watches only that file", "[session][document]") {
    const Scratch folder{"valid-lone"};
    app::Document document;
    document.open(read(folder / "ais.csv"));
    CHECK(document.watched_files() == std::vector<std::filesystem::path>{folder / "ais.csv"});
}

TEST_CASE("a document forgets its changes when a scenario is opened, not when it is read again",
          "[session][document]") {
    const Scratch folder{"map-small"};
    app::Document document;
    document.open(read(folder.path()));
    document.remember_added({{{folder / "positions.csv", "before", "after"}}});
    document.reread(read(folder.path()));
    CHECK(document.can_undo_fix());
    document.open(read(folder.path()));
    CHECK_FALSE(document.can_undo_fix());
    CHECK_THROWS_AS(document.take_undoable(), app::UsageError);
    CHECK_THROWS_AS(document.take_redoable(), app::UsageError);
}

TEST_CASE("a built-in scenario is recognised by its name and by its path", "[session][document]") {
    const auto data = app::DataFolders::find();
    CHECK(app::is_shipped("builtin:canada-2024", data));
    CHECK(app::is_shipped((data.scenarios() / "canada-2024" / "scenario.toml").string(), data));
    const Scratch folder;
    CHECK_FALSE(app::is_shipped(folder.path().string(), data));
}

TEST_CASE("a failed job gives the reason and reads nothing", "[session][document]") {
    const Scratch folder{"map-small"};
    const auto scenario = read(folder.path()).loaded.scenario;
    REQUIRE(scenario != nullptr);
    const auto done =
        app::carry_out({7, app::UndoWrite{{{{folder / "positions.csv", "before", "not what it holds"}}}, "name"},
                        app::DataFolders::find(), nullptr});
    CHECK(done.number == 7);
    CHECK(done.changed_since);
    CHECK_THAT(done.failure, Contains("has been changed since"));
    CHECK_FALSE(done.reading);
}

TEST_CASE("one job writes a copy and reads it", "[session][document]") {
    const Scratch folder{"map-small"};
    const auto scenario = read(folder.path()).loaded.scenario;
    const auto done = app::carry_out({1, app::WriteCopy{folder.path(), scenario, (folder / "copy").string()},
                                      app::DataFolders::find(), scenario->atlas});
    CHECK(done.failure == "");
    REQUIRE(done.reading);
    CHECK(done.reading->path == folder / "copy");
    REQUIRE(done.reading->loaded.scenario != nullptr);
    CHECK(done.reading->loaded.scenario->fixes.size() == scenario->fixes.size());
}

TEST_CASE("a view counts changes of the ground and of the overlay separately", "[session][view]") {
    auto v = view();
    auto ground = v.ground_version(), overlay = v.overlay_version();
    const auto grown = [](unsigned now, unsigned& before) {
        const bool more = now > before;
        before = now;
        return more;
    };
    v.show_layer("relief", true);
    CHECK(grown(v.ground_version(), ground));
    CHECK_FALSE(grown(v.overlay_version(), overlay));
    v.show_layer("events", true);
    CHECK_FALSE(grown(v.ground_version(), ground));
    CHECK(grown(v.overlay_version(), overlay));
    v.set_theme("dark");
    CHECK(grown(v.ground_version(), ground));
    v.set_theme("dark"); // no change
    CHECK_FALSE(grown(v.ground_version(), ground));
    v.look_at({1e6, 1e6}, 5000); // panning does not change the ground
    CHECK_FALSE(grown(v.ground_version(), ground));
    v.set_projection("merc");
    CHECK(grown(v.ground_version(), ground));
    CHECK_THROWS_AS(v.set_theme("sepia"), app::UsageError);
}

TEST_CASE("forget_missing() forgets hidden and selected assets that the scenario no longer has", "[session][view]") {
    const auto scenario = small();
    REQUIRE(scenario != nullptr);
    auto v = view();
    v.show_asset(*scenario, "alpha", false);
    v.show_asset(*scenario, "bravo", false);
    v.select({"asset", "alpha"}, scenario.get());
    auto fewer = *scenario;
    std::erase_if(fewer.assets, [](const assets::Asset& asset) { return asset.id == "alpha"; });
    v.forget_missing(fewer, true); // a feed may bring alpha back
    CHECK_FALSE(v.asset_shown("alpha"));
    CHECK(v.selection().id == "alpha");
    v.forget_missing(fewer, false);
    CHECK(v.asset_shown("alpha"));
    CHECK_FALSE(v.asset_shown("bravo"));
    CHECK(v.selection() == app::Selection{});
}

TEST_CASE("a snapshot is kept until the instant or the options change", "[session][playhead]") {
    const auto scenario = small();
    app::Playhead playhead;
    std::set<std::string> hidden;
    CHECK(playhead.snapshot({hidden})->states.empty());
    playhead.set_scenario(scenario, false, std::nullopt, false);
    playhead.go_to(utc("2024-06-11T12:00Z"));
    const auto first = playhead.snapshot({hidden});
    CHECK(first->states.size() == scenario->assets.size());
    CHECK(playhead.snapshot({hidden}) == first);
    const auto with_trails = playhead.snapshot({hidden, hours{72}});
    CHECK(with_trails != first);
    CHECK(playhead.snapshot({hidden, hours{72}}) == with_trails);
    playhead.step(hours{24});
    CHECK(playhead.snapshot({hidden, hours{72}})->at == utc("2024-06-12T12:00Z"));
    if (!scenario->zones.empty()) {
        hidden.insert(scenario->zones.front().id);
        CHECK(playhead.snapshot({hidden, hours{72}})->zones.size() < scenario->zones.size());
    }
}

TEST_CASE("a playhead follows now until it is moved, and again when playing reaches now", "[session][playhead]") {
    const auto scenario = small();
    app::Playhead playhead;
    playhead.set_scenario(scenario, false, std::nullopt, true);
    playhead.begin_listening();
    CHECK(playhead.follows_now());
    const auto now = playhead.time().end() + hours{1};
    playhead.extend({playhead.time().start(), now});
    playhead.move_to_now(now + minutes{1});
    CHECK(playhead.time().at() == now + minutes{1});
    playhead.step(-minutes{5});
    CHECK_FALSE(playhead.follows_now());
    playhead.move_to_now(now + minutes{2}); // a late snapshot does not move the playhead
    CHECK(playhead.time().at() == now - minutes{4});
    playhead.set_playing(true);
    CHECK(playhead.advance(std::chrono::duration<double>{60}, true));
    CHECK(playhead.follows_now());
}

TEST_CASE("a session is live from the first feed that is on, and stays live", "[session][live]") {
    app::LiveState live;
    CHECK_THROWS_AS(live.require_live("nothing is heard"), app::UsageError);
    live.add({.url = "ais+tcp://localhost:10110", .name = {}});
    CHECK(live.is_live());
    live.set_on("ais+tcp://localhost:10110", false);
    live.remove("ais+tcp://localhost:10110");
    CHECK(live.is_live()); // the received messages are still shown
    CHECK_THROWS_AS(live.remove("ais+tcp://localhost:10110"), app::UsageError);
}

TEST_CASE("a freeze request is taken once, and another is refused until its folder is written", "[session][live]") {
    app::LiveState live;
    live.freeze(freeze_into("first"), 3);
    CHECK(live.take_freeze_request()->folder == "first");
    CHECK_FALSE(live.take_freeze_request());
    CHECK_THROWS_AS(live.freeze(freeze_into("second"), 4), app::UsageError);
    CHECK(live.take_freezing_number() == 3);
    live.freeze(freeze_into("second"), 4);
    CHECK(live.take_freeze_request()->folder == "second");
}

TEST_CASE("a reply receives the final outcome of its own command, once", "[session]") {
    app::Requests requests;
    app::Reply mine, of_another;
    requests.emplace_back(app::SetTheme{"dark"});
    requests.emplace_back(app::SaveCopy{"folder"}, mine);
    requests.emplace_back(app::SetNames{"xx"}, of_another);
    CHECK(mine.waiting());
    requests[0].answer(app::Outcome::refused("nobody asked"));
    requests[2].answer(app::Outcome::refused("not mine"));
    requests[1].answer({app::Outcome::State::Pending, {}, 5});
    CHECK(mine.waiting());
    CHECK_FALSE(mine.take());
    requests[1].answer({app::Outcome::State::Done, "Copied", 5});
    CHECK_FALSE(mine.waiting());
    const auto outcome = mine.take();
    REQUIRE(outcome);
    CHECK(outcome->sentence == "Copied");
    CHECK_FALSE(mine.take());
    CHECK(of_another.take()->sentence == "not mine");
}
