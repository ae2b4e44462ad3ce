#include "app/session/document/file_watch.hpp"
#include "tests/app/session/scratch.hpp"
#include "tests/support/catch.hpp"

#include <thread>

using namespace session_test;
using namespace std::chrono_literals;

namespace {

/// Asks as the window does, at instants of our own, for this long.
int times_told(app::FileWatch& watch, app::FileWatch::Clock::time_point& now, std::chrono::milliseconds during) {
    int told = 0;
    for (const auto end = now + during; now < end; now += 60ms)
        told += watch.changed(now) ? 1 : 0;
    return told;
}

struct Watched {
    Scratch folder{"map-small"};
    app::FileWatch watch;
    app::FileWatch::Clock::time_point now = app::FileWatch::Clock::now();
    Watched() {
        watch.watch({folder / "positions.csv", folder / "zones.geojson"});
        CHECK(times_told(watch, now, 1s) == 0);
    }
    void pass() const {
        std::this_thread::sleep_for(10ms); // a file's time is kept by the tick
    }
};

} // namespace

TEST_CASE("a save in place is told once, when it is over", "[session]") {
    Watched w;
    w.pass();
    w.folder.write("positions.csv", "asset");
    CHECK_FALSE(w.watch.changed(w.now += 60ms));
    w.pass();
    w.folder.write("positions.csv", "asset,from\n"); // the second step of the same save
    CHECK_FALSE(w.watch.changed(w.now += 150ms));
    CHECK_FALSE(w.watch.changed(w.now += 150ms)); // not calm for long enough yet
    CHECK(times_told(w.watch, w.now, 1s) == 1);
    CHECK(times_told(w.watch, w.now, 1s) == 0);
}

TEST_CASE("a save by renaming is told, also with the old size and time", "[session]") {
    Watched w;
    const auto text = w.folder.read("positions.csv");
    const auto time = std::filesystem::last_write_time(w.folder / "positions.csv");
    w.pass();
    w.folder.write(".positions.csv.swp", text);
    std::filesystem::last_write_time(w.folder / ".positions.csv.swp", time);
    CHECK(times_told(w.watch, w.now, 1s) == 0);
    std::filesystem::rename(w.folder / ".positions.csv.swp", w.folder / "positions.csv");
    CHECK(times_told(w.watch, w.now, 1s) == 1);
}

TEST_CASE("files that come and go are told", "[session]") {
    Watched w;
    w.folder.write("zones.geojson", "{}");
    CHECK(times_told(w.watch, w.now, 1s) == 1);
    std::filesystem::remove(w.folder / "zones.geojson");
    CHECK(times_told(w.watch, w.now, 1s) == 1);
    w.folder.write("notes.txt", "of no concern");
    CHECK(times_told(w.watch, w.now, 1s) == 0);
}

TEST_CASE("a change while the one before is being read is told too", "[session]") {
    Watched w;
    w.pass();
    w.folder.write("positions.csv", "changed");
    CHECK(times_told(w.watch, w.now, 1s) == 1);
    w.folder.write("positions.csv", "changed again"); // nobody looks meanwhile: a worker reads
    w.now += 3s;
    CHECK(times_told(w.watch, w.now, 1s) == 1);
}

TEST_CASE("a change is told within half a second of real time", "[session]") {
    Watched w;
    const auto began = app::FileWatch::Clock::now();
    w.pass();
    w.folder.write("positions.csv", "changed");
    bool told = false;
    app::FileWatch fresh;
    while (!told && app::FileWatch::Clock::now() - began < 5s) {
        told = w.watch.changed(w.now + (app::FileWatch::Clock::now() - began));
        std::this_thread::sleep_for(20ms);
    }
    CHECK(told);
    CHECK(app::FileWatch::Clock::now() - began < 500ms);
    CHECK_FALSE(fresh.changed());
}
