// The dialog that shows how a pasted table is read.
#include "app/gui/dialogs/paste_dialog.hpp"
#include "tests/gui/panels/headless.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <chrono>
#include <thread>

namespace {

using namespace app;
using panels_test::Headless;

/// The dialog in a window without anything else.
struct Dialog {
    support::Scratch folder;
    Session session{DataFolders::find()};
    Signal arrived;
    PasteDialog paste{arrived, DataFolders::find(), folder / "pasted"};
    Headless ui{session, [this](PanelContext& ctx) {
                    paste.draw(ctx);
                }};

    Dialog() { ui.without_window(); }

    /// Pastes the text and waits until it has been read.
    bool takes(const std::string& text) {
        if (!paste.paste(text, nullptr)) return false;
        ui.frame();
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{20};
        while (!paste.poll()) {
            if (std::chrono::steady_clock::now() > end) return false;
            std::this_thread::sleep_for(std::chrono::milliseconds{5});
        }
        ui.frame();
        ui.frame();
        return true;
    }
    [[nodiscard]] bool is_open() const { return ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup); }
};

const std::string table = "asset\tfrom\tlon\tlat\nottawa\t2024-07-31\t139.7\t35\n";

} // namespace

TEST_CASE("Enter opens a pasted table from the file in which it is kept", "[panels]") {
    Dialog dialog;
    REQUIRE(dialog.takes(table));
    CHECK_FALSE(std::filesystem::exists(dialog.folder / "pasted"));
    CHECK(dialog.ui.take().empty());
    dialog.ui.press(ImGuiKey_Enter);
    const auto opened = panels_test::only<OpenScenario>(dialog.ui.take());
    REQUIRE(opened.size() == 1);
    CHECK(opened[0].name == (dialog.folder / "pasted/pasted-1.csv").string());
    CHECK(dialog.folder.read("pasted/pasted-1.csv") == table);
    dialog.ui.frame();
    CHECK_FALSE(dialog.is_open());
}

TEST_CASE("Escape forgets a pasted table", "[panels]") {
    Dialog dialog;
    REQUIRE(dialog.takes(table));
    dialog.ui.press(ImGuiKey_Escape);
    dialog.ui.frame();
    CHECK_FALSE(dialog.is_open());
    CHECK(dialog.ui.take().empty());
    CHECK_FALSE(std::filesystem::exists(dialog.folder / "pasted"));
}

TEST_CASE("a table with errors is shown with them and not opened", "[panels]") {
    Dialog dialog;
    REQUIRE(dialog.takes("asset\tfrom\tlon\tlat\nottawa\tsoon\t139.7\t35\n"));
    CHECK_THAT(dialog.paste.texts(), Catch::Contains("'soon' is not a date or time"));
    dialog.ui.press(ImGuiKey_Enter);
    CHECK(dialog.ui.take().empty());
    CHECK(dialog.is_open());
    CHECK_FALSE(std::filesystem::exists(dialog.folder / "pasted"));
}

TEST_CASE("a text that is no table opens no dialog", "[panels]") {
    Dialog dialog;
    CHECK_FALSE(dialog.paste.paste("a sentence", nullptr));
    dialog.ui.frame();
    CHECK_FALSE(dialog.is_open());
}
