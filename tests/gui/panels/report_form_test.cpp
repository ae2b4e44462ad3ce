// The form that adds a report: suggestions, what it says before anything is written, keys, and what it keeps.
#include "tests/gui/panels/headless.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <filesystem>

namespace {

using namespace app;
using Catch::Contains;
using panels_test::Headless;
using panels_test::only;

/// The form over a copy of the built-in scenario, with HMCS Vancouver selected on 31 July 2024.
struct Form {
    support::Scratch copy{DataFolders::find().scenarios() / "canada-2024"};
    Session session{DataFolders::find()};
    bool open = true;
    std::optional<Headless> ui;

    Form() {
        apply_and_wait(session, OpenScenario{copy.path().string()});
        REQUIRE(session.document().can_add_fix());
        std::string error;
        session.apply(GoToTime{*assets::parse_instant_argument("2024-07-31", error)});
        session.apply(Select{"asset", "hmcs-vancouver"});
        ui.emplace(session, [this](PanelContext& ctx) { draw_add_fix(ctx, open); });
        ui->without_window();
        ui->apply_at_once();
        frames(4);
    }
    void frames(int count) {
        for (int i = 0; i < count; ++i)
            ui->frame();
    }
    [[nodiscard]] AddFixMemory& memory() { return ui->memory.add_fix; }
    [[nodiscard]] ImVec2 add_button() {
        const auto at = ui->find("Add a report", {"Add"});
        REQUIRE(at);
        return *at;
    }
};

} // namespace

TEST_CASE("places are suggested while typing, and Enter takes the chosen one", "[panels]") {
    Form form;
    form.ui->type("yokos");
    REQUIRE(form.memory().suggesting);
    REQUIRE_FALSE(form.memory().suggestions.empty());
    CHECK(form.memory().suggestions.front().value == "Yokosuka");
    form.ui->press(ImGuiKey_Enter);
    CHECK(form.memory().row.place == "Yokosuka");
    CHECK_FALSE(form.memory().suggesting);
    CHECK(only<AddFix>(form.ui->take()).empty());
}

TEST_CASE("a click on a suggestion takes it", "[panels]") {
    Form form;
    form.ui->type("busa");
    REQUIRE(form.memory().suggesting);
    const auto row = form.ui->find_with_int("suggestions", 0, "##suggestion");
    REQUIRE(row);
    const std::string wanted = form.memory().suggestions.front().value;
    form.ui->click(*row);
    CHECK(form.memory().row.place == wanted);
    CHECK_FALSE(form.memory().suggesting);
}

TEST_CASE("the arrow keys choose a suggestion", "[panels]") {
    Form form;
    form.ui->type("san");
    REQUIRE(form.memory().suggestions.size() > 1);
    const std::string second = form.memory().suggestions[1].value;
    form.ui->press(ImGuiKey_DownArrow);
    form.ui->press(ImGuiKey_Enter);
    CHECK(form.memory().row.place == second);
}

TEST_CASE("Escape closes the list of places first, then the form, and keeps what was typed", "[panels]") {
    Form form;
    form.ui->type("yokos");
    REQUIRE(form.memory().suggesting);
    form.ui->press(ImGuiKey_Escape);
    CHECK_FALSE(form.memory().suggesting);
    CHECK(form.open);
    CHECK(form.memory().row.place == "yokos");
    form.ui->press(ImGuiKey_Escape);
    CHECK_FALSE(form.open);
    form.open = true;
    form.frames(2);
    CHECK(form.memory().row.place == "yokos");
}

TEST_CASE("Escape ends the wait for a click on the map before it closes the form", "[panels]") {
    Form form;
    form.memory().picking = true;
    form.ui->press(ImGuiKey_Escape);
    CHECK_FALSE(form.memory().picking);
    CHECK(form.open);
}

TEST_CASE("the form says what a report changes before anything is written", "[panels]") {
    Form form;
    const auto positions = form.copy.read("positions.csv");
    form.memory().row.from = "2024-08-20";
    form.ui->type("Yokosuka");
    form.frames(5);
    CHECK(form.session.fix_preview() == nullptr); // the user may still be typing
    form.frames(30);
    CHECK(only<PreviewFix>(form.ui->take()).size() == 1);
    REQUIRE(form.session.fix_preview() != nullptr);
    CHECK_THAT(form.session.fix_preview()->was, Catch::StartsWith("Was on 20 August 2024: "));
    CHECK_THAT(form.session.fix_preview()->becomes, Catch::StartsWith("Becomes: Yokosuka"));
    CHECK_THAT(form.memory().unseen,
               Contains("It is not on the map of 31 July 2024; it is on that of 20 August 2024."));
    form.frames(60);
    CHECK(only<PreviewFix>(form.ui->take()).empty()); // asked once for each row
    form.ui->click_on("verdict", {"##go"});
    const auto gone = only<GoToTime>(form.ui->take());
    REQUIRE(gone.size() == 1);
    CHECK(assets::to_iso(gone[0].at).substr(0, 10) == "2024-08-20");
    form.frames(2);
    CHECK(form.memory().unseen.empty());
    CHECK(form.copy.read("positions.csv") == positions);
}

TEST_CASE("the form gives a date without a year that of the time shown, and says which", "[panels]") {
    Form form;
    const auto positions = form.copy.read("positions.csv");
    auto& row = form.memory().row;
    row.from = "28 December";
    row.to = "3 January";
    form.ui->type("Yokosuka");
    form.frames(40);
    CHECK(
        form.memory().years ==
        "From: read as 28 December 2024, the year of the time shown. To: read as 3 January 2025, the year after From.");
    REQUIRE(form.session.fix_preview());
    CHECK(form.session.fix_preview()->refusal.empty());
    CHECK(row.from == "28 December"); // the field keeps what was typed
    form.ui->click_on("Add a report", {"Add"});
    form.frames(2);
    REQUIRE_FALSE(form.open);
    CHECK_THAT(form.copy.read("positions.csv").substr(positions.size()),
               Contains("hmcs-vancouver,2024-12-28,2025-01-03,"));

    form.open = true;
    form.frames(2);
    row.from = "2024-06-04";
    row.to.clear();
    form.frames(2);
    CHECK(form.memory().years.empty());
    row.from = "31 June";
    form.frames(2);
    CHECK(form.memory().years.empty());
    form.ui->click_on("Add a report", {"Add"});
    CHECK_THAT(form.memory().complaint, Contains("'31 June' is not a date"));
}

TEST_CASE("the button does not move, whatever the form says and asks for", "[panels]") {
    Form form;
    const auto at = form.add_button();
    const auto same_place = [&] {
        const auto now = form.add_button();
        return now.x == at.x && now.y == at.y;
    };
    form.ui->type("Yokosuka");
    form.frames(40);
    REQUIRE(form.session.fix_preview());
    CHECK(same_place());
    form.memory().with_new_source = true;
    CHECK(same_place());
    for (const int kind : {1, 2, 0}) {
        form.memory().place_kind = kind;
        CHECK(same_place());
    }
    form.memory().with_new_source = false;
    form.memory().row.place = "no such place at all"; // no field has the keyboard any more
    form.ui->click_on("Add a report", {"Add"});
    form.frames(2);
    CHECK_FALSE(form.memory().complaint.empty());
    CHECK(same_place());
}

TEST_CASE("the values of a report are kept for the next one, except its note", "[panels]") {
    Form form;
    auto& row = form.memory().row;
    row.from = "2024-08-20";
    form.ui->type("Yokosuka");
    row.confidence = "medium";
    row.note = "Only this one.";
    form.memory().with_new_source = true;
    form.memory().source = {"A visit to Yokosuka", "", "", "https://example.org"};
    form.ui->click_on("Add a report", {"Add"});
    form.frames(2);
    REQUIRE_FALSE(form.open);
    CHECK_THAT(form.copy.read("sources.csv"), Contains("a-visit-to-yokosuka"));
    form.open = true;
    form.frames(2);
    CHECK(row.asset == "hmcs-vancouver");
    CHECK(row.from == "2024-08-20");
    CHECK(row.place == "Yokosuka");
    CHECK(row.confidence == "medium");
    CHECK(row.note.empty());
    CHECK_FALSE(form.memory().with_new_source);
    CHECK(row.sources == "a-visit-to-yokosuka");
    // The same again would be a repetition.
    form.frames(40);
    REQUIRE(form.session.fix_preview());
    REQUIRE_FALSE(form.session.fix_preview()->doubts.empty());
    CHECK(form.session.fix_preview()->doubts.front().code == "duplicate_report");
    // An asset and a day that the user has chosen since replace those of the form.
    form.open = false;
    form.frames(2);
    std::string error;
    form.session.apply(GoToTime{*assets::parse_instant_argument("2024-09-03", error)});
    form.session.apply(Select{"asset", "hmcs-ottawa"});
    form.open = true;
    form.frames(2);
    CHECK(row.asset == "hmcs-ottawa");
    CHECK(row.from == "2024-09-03");
    CHECK(row.place == "Yokosuka");
}

TEST_CASE("a report that is taken back takes its new source out of the form", "[panels]") {
    Form form;
    auto& row = form.memory().row;
    row.from = "2024-08-20";
    form.ui->type("Yokosuka");
    form.memory().with_new_source = true;
    form.memory().source = {"A visit to Yokosuka", "", "", "https://example.org"};
    form.ui->click_on("Add a report", {"Add"});
    form.frames(2);
    REQUIRE_FALSE(form.open);
    CHECK(row.sources == "a-visit-to-yokosuka");
    row.sources = form.session.scenario()->sources.front().id + ";a-visit-to-yokosuka";
    apply_and_wait(form.session, UndoFix{});
    form.open = true;
    form.frames(2);
    CHECK(row.sources == form.session.scenario()->sources.front().id);
    form.frames(40);
    REQUIRE(form.session.fix_preview());
    CHECK(form.session.fix_preview()->refusal.empty());
}

TEST_CASE("a report by a position is not named after the place of the report before it", "[panels]") {
    Form form;
    const auto positions = form.copy.read("positions.csv");
    auto& memory = form.memory();
    memory.row.from = "2024-08-20";
    form.ui->type("Yokosuka");
    form.ui->click_on("Add a report", {"Add"});
    form.frames(2);
    REQUIRE_FALSE(form.open);
    form.open = true;
    form.frames(2);
    memory.row.from = "2024-08-24";
    memory.picked = geo::lonlat(126.5, 29); // a click on the map
    form.frames(2);
    CHECK(memory.place_kind == 1);
    memory.name = "off Amami";
    form.ui->click_on("Add a report", {"Add"});
    form.frames(2);
    REQUIRE_FALSE(form.open);
    const auto rows = form.copy.read("positions.csv").substr(positions.size());
    CHECK(rows.find("Yokosuka") == rows.rfind("Yokosuka"));
    CHECK_THAT(rows, Contains("off Amami"));
    CHECK(memory.name.empty());
    CHECK(memory.row.place == "Yokosuka"); // for the next report by place
}

TEST_CASE("a new source without a title and an address is asked for", "[panels]") {
    Form form;
    form.ui->type("Yokosuka");
    form.memory().with_new_source = true;
    form.ui->click_on("Add a report", {"Add"});
    CHECK_THAT(form.memory().complaint, Contains("new source"));
    CHECK(only<AddFix>(form.ui->take()).empty());
}
