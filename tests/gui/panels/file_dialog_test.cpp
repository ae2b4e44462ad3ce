// The dialog that opens a scenario, and the thread on which it reads folders.
#include "app/gui/dialogs/file_dialog.hpp"
#include "tests/gui/panels/headless.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

namespace {

using namespace app;
using namespace std::chrono_literals;
using panels_test::Headless;

const std::string popup = "Open a scenario";

/// A reader of folders that stands still until it is released. It gives up after ten seconds, so that a dialog that
/// waits for it fails the test instead of hanging.
class SlowDisk {
public:
    BrowseResult read(const BrowseRequest& request) {
        std::unique_lock lock{m_mutex};
        ++m_begun;
        m_thread = std::this_thread::get_id();
        m_gave_up = !m_changed.wait_for(lock, 10s, [this] { return m_released; });
        return browse(request, assets::FormatRegistry::standard());
    }
    void release() {
        const std::lock_guard lock{m_mutex};
        m_released = true;
        m_changed.notify_all();
    }
    [[nodiscard]] int begun() {
        const std::lock_guard lock{m_mutex};
        return m_begun;
    }
    [[nodiscard]] bool gave_up() {
        const std::lock_guard lock{m_mutex};
        return m_gave_up;
    }
    [[nodiscard]] std::thread::id thread() {
        const std::lock_guard lock{m_mutex};
        return m_thread;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_released = false, m_gave_up = false;
    int m_begun = 0;
    std::thread::id m_thread;
};

/// The dialog in a window without anything else.
struct Dialog {
    Session session{DataFolders::find()};
    Signal arrived;
    SlowDisk disk;
    FileDialog files{arrived, assets::FormatRegistry::standard(), [this](const BrowseRequest& request) {
                         return disk.read(request);
                     }};
    std::optional<std::string> chosen;
    Headless ui{session, [this](PanelContext&) {
                    if (const auto path = files.draw(1)) chosen = path;
                }};

    Dialog() { ui.without_window(); }
    ~Dialog() { disk.release(); }
    Dialog(const Dialog&) = delete;
    Dialog& operator=(const Dialog&) = delete;

    /// Draws frames until the list that was asked for is there.
    bool shows_list() {
        const auto end = std::chrono::steady_clock::now() + 10s;
        while (!files.poll()) {
            if (std::chrono::steady_clock::now() > end) return false;
            arrived.wait(20ms);
            ui.frame();
        }
        ui.frame();
        return true;
    }
    void type_path(const std::string& path) {
        ui.click_on(popup, {"##path"});
        ui.hold_control(true);
        ui.press(ImGuiKey_A);
        ui.hold_control(false);
        ui.type(path);
        ui.press(ImGuiKey_Enter);
    }
};

/// A folder with a file that opens, and a folder with a scenario's folder in it.
struct SampleFolder : support::Scratch {
    SampleFolder() {
        write("ship.csv", "asset,from,lon,lat\nship,2024-05-01,124,25\n");
        write("maps/one/scenario.toml", "theatrum = 1\n");
    }
};

} // namespace

TEST_CASE("the open dialog is drawn while a slow disk reads the folder, on another thread", "[panels][files]") {
    Dialog dialog;
    dialog.files.open();
    const auto end = std::chrono::steady_clock::now() + 10s;
    while (dialog.disk.begun() == 0 && std::chrono::steady_clock::now() < end)
        dialog.ui.frame();
    for (int i = 0; i < 30; ++i)
        dialog.ui.frame();
    CHECK(dialog.ui.find(popup, {"Cancel"}).has_value());
    CHECK_FALSE(dialog.files.poll());
    dialog.disk.release();
    CHECK(dialog.shows_list());
    CHECK_FALSE(dialog.disk.gave_up());
    CHECK(dialog.disk.thread() != std::this_thread::get_id());
}

TEST_CASE("the open dialog goes to a typed folder, enters a folder and chooses a file", "[panels][files]") {
    const SampleFolder folder;
    Dialog dialog;
    dialog.disk.release();
    dialog.files.open();
    REQUIRE(dialog.shows_list());
    dialog.type_path(folder.path().string());
    REQUIRE(dialog.shows_list());
    REQUIRE(dialog.ui.find("entries", {"ship.csv"}));
    dialog.ui.click_on("entries", {"maps/"});
    REQUIRE(dialog.shows_list());
    CHECK_FALSE(dialog.ui.find("entries", {"ship.csv"}));
    CHECK(dialog.ui.find("entries", {"one/"}));
    dialog.ui.click_on(popup, {"Up"});
    REQUIRE(dialog.shows_list());
    CHECK_FALSE(dialog.chosen);
    dialog.ui.click_on("entries", {"ship.csv"});
    CHECK(dialog.chosen == (folder / "ship.csv").string());
}

TEST_CASE("a typed scenario is chosen when the disk has answered, unless the dialog was closed", "[panels][files]") {
    const SampleFolder folder;
    const bool cancel = GENERATE(false, true);
    INFO(cancel);
    Dialog dialog;
    dialog.files.open();
    dialog.ui.frame();
    dialog.ui.frame();
    dialog.type_path((folder / "maps" / "one").string());
    CHECK_FALSE(dialog.chosen);
    if (cancel) dialog.ui.click_on(popup, {"Cancel"});
    dialog.disk.release();
    const auto end = std::chrono::steady_clock::now() + (cancel ? 300ms : 10'000ms);
    while (!dialog.chosen && std::chrono::steady_clock::now() < end) {
        (void)dialog.files.poll();
        dialog.ui.frame();
    }
    if (cancel)
        CHECK_FALSE(dialog.chosen);
    else
        CHECK(dialog.chosen == (folder / "maps" / "one").string());
}

TEST_CASE("the dialog that saves begins with the file's folder and name, and enters folders", "[panels][files]") {
    const SampleFolder folder;
    folder.write("old.png", "");
    const std::string save = "Save the map as";
    Dialog dialog;
    dialog.disk.release();
    dialog.files.save(folder / "map.png", {".png", ".svg"});
    REQUIRE(dialog.shows_list());
    CHECK_FALSE(dialog.ui.find("entries", {"ship.csv"})); // not a map
    dialog.ui.click_on(save, {"Choose"});
    CHECK(dialog.chosen == (folder / "map.png").string());

    dialog.chosen.reset();
    dialog.files.save(folder / "map.png", {".png", ".svg"});
    REQUIRE(dialog.shows_list());
    dialog.ui.click_on("entries", {"old.png"}); // takes its name
    CHECK_FALSE(dialog.chosen);
    dialog.ui.click_on("entries", {"maps/"});
    REQUIRE(dialog.shows_list());
    dialog.ui.click_on(save, {"Choose"});
    CHECK(dialog.chosen == (folder / "maps" / "old.png").string());
    CHECK(dialog.files.folder() == folder / "maps");
}
