#include "app/session/document/file_watch.hpp"
#include "tests/app/session/scratch.hpp"
#include "tests/support/catch.hpp"

#include <thread>

using namespace session_test;
using namespace std::chrono_literals;

namespace {

/// Calls changed() every 60 ms of simulated time, as the window does. Returns how many changes it reported.
int reported_changes(app::FileWatch& watch, app::FileWatch::Clock::time_point& now, std::chrono::milliseconds during) {
    int reported = 0;
    for (const auto end = now + during; now < end; now += 60ms)
        reported += watch.changed(now) ? 1 : 0;
    return reported;
}

struct Watched {
    Scratch folder{"map-small"};
    app::FileWatch watch;
    app::FileWatch::Clock::time_point now = app::FileWatch::Clock::now();
    Watched() {
        watch.watch({folder / "positions.csv", folder / "zones.geojson"});
        CHECK(reported_changes(watch, now, 1s) == 0);
    }
    void wait_a_tick() const {
        std::this_thread::sleep_for(10ms); // file times advance by kernel ticks
    }
};

} // namespace

TEST_CASE("a save in place is reported once, after it is over", "[session]") {
    Watched w;
    w.wait_a_tick();
    w.folder.write("positions.csv", "asset");
    CHECK_FALSE(w.watch.changed(w.now += 60ms));
    w.wait_a_tick();
    w.folder.write("positions.csv", "asset,from\n"); // the second step of the same save
    CHECK_FALSE(w.watch.changed(w.now += 150ms));
    CHECK_FALSE(w.watch.changed(w.now += 150ms)); // not unchanged for long enough
    CHECK(reported_changes(w.watch, w.now, 1s) == 1);
    CHECK(reported_changes(w.watch, w.now, 1s) == 0);
}

TEST_CASE("a save by renaming is reported, even with the old size and time", "[session]") {
    Watched w;
    const auto text = w.folder.read("positions.csv");
    const auto time = std::filesystem::last_write_time(w.folder / "positions.csv");
    w.wait_a_tick();
    w.folder.write(".positions.csv.swp", text);
    std::filesystem::last_write_time(w.folder / ".positions.csv.swp", time);
    CHECK(reported_changes(w.watch, w.now, 1s) == 0);
    std::filesystem::rename(w.folder / ".positions.csv.swp", w.folder / "positions.csv");
    CHECK(reported_changes(w.watch, w.now, 1s) == 1);
}

TEST_CASE("the creation and the removal of a watched file are reported", "[session]") {
    Watched w;
    w.folder.write("zones.geojson", "{}");
    CHECK(reported_changes(w.watch, w.now, 1s) == 1);
    std::filesystem::remove(w.folder / "zones.geojson");
    CHECK(reported_changes(w.watch, w.now, 1s) == 1);
    w.folder.write("notes.txt", "not watched");
    CHECK(reported_changes(w.watch, w.now, 1s) == 0);
}

TEST_CASE("a change while the previous one is being read is reported too", "[session]") {
    Watched w;
    w.wait_a_tick();
    w.folder.write("positions.csv", "changed");
    CHECK(reported_changes(w.watch, w.now, 1s) == 1);
    w.folder.write("positions.csv", "changed again"); // changed() is not called while a worker reads
    w.now += 3s;
    CHECK(reported_changes(w.watch, w.now, 1s) == 1);
}

TEST_CASE("a change is reported within half a second of real time", "[session]") {
    Watched w;
    const auto began = app::FileWatch::Clock::now();
    w.wait_a_tick();
    w.folder.write("positions.csv", "changed");
    bool reported = false;
    app::FileWatch fresh;
    while (!reported && app::FileWatch::Clock::now() - began < 5s) {
        reported = w.watch.changed(w.now + (app::FileWatch::Clock::now() - began));
        std::this_thread::sleep_for(20ms);
    }
    CHECK(reported);
    CHECK(app::FileWatch::Clock::now() - began < 500ms);
    CHECK_FALSE(fresh.changed());
}
