// The commands that the panels, the menu and the dialogs push.
#include "app/gui/panels/widgets.hpp"
#include "tests/gui/panels/headless.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <filesystem>

namespace {

using namespace app;
using panels_test::Headless;
using panels_test::only;

Session opened() {
    Session session{DataFolders::find()};
    apply_and_wait(session, OpenScenario{"builtin:canada-2024"});
    std::string error;
    session.apply(GoToTime{*assets::parse_instant_argument("2024-07-31", error)});
    return session;
}

} // namespace

TEST_CASE("the eye of an asset hides the asset and shows it again", "[panels]") {
    Session session = opened();
    Headless ui{session, draw_assets, 300, 700};
    ui.click_on("list", {"CA", "hmcs-vancouver", "##eye"});
    auto pushed = only<ShowAsset>(ui.take());
    REQUIRE(pushed.size() == 1);
    CHECK(pushed[0].id == "hmcs-vancouver");
    CHECK_FALSE(pushed[0].on);
    session.apply(pushed[0]);
    ui.click_on("list", {"CA", "hmcs-vancouver", "##eye"});
    pushed = only<ShowAsset>(ui.take());
    REQUIRE(pushed.size() == 1);
    CHECK(pushed[0].on);
}

TEST_CASE("the eye of a country hides all its assets", "[panels]") {
    Session session = opened();
    Headless ui{session, draw_assets, 300, 700};
    ui.click_on("list", {"CA", "##country"});
    const auto pushed = only<ShowCountry>(ui.take());
    REQUIRE(pushed.size() == 1);
    CHECK(pushed[0].country == "CA");
    CHECK_FALSE(pushed[0].on);
}

TEST_CASE("a click on an asset selects it, a double click moves the map to it", "[panels]") {
    Session session = opened();
    Headless ui{session, draw_assets, 300, 700};
    const auto row = ui.find("list", {"CA", "hmcs-vancouver", "###row"});
    REQUIRE(row);
    ui.click(*row);
    auto pushed = ui.take();
    REQUIRE(only<Select>(pushed).size() == 1);
    CHECK(only<Select>(pushed)[0].id == "hmcs-vancouver");
    CHECK(only<GoTo>(pushed).empty());
    for (int i = 0; i < 40; ++i)
        ui.frame(); // longer than the time of a double click
    ui.double_click(*row);
    pushed = ui.take();
    REQUIRE(only<GoTo>(pushed).size() == 1);
    CHECK(only<GoTo>(pushed)[0].at.lat() == Approx(21.3).margin(3)); // it is off Hawaii at the end of July
}

TEST_CASE("the filter keeps only the assets that match the text", "[panels]") {
    Session session = opened();
    Headless ui{session, draw_assets, 300, 700};
    ui.memory.assets.filter = "vancou";
    ui.frame();
    CHECK(ui.find("list", {"CA", "hmcs-vancouver", "###row"}));
    CHECK_FALSE(ui.find("list", {"CA", "hmcs-ottawa", "###row"}));
}

TEST_CASE("the eye of a layer turns the layer off", "[panels]") {
    Session session = opened();
    Headless ui{session, draw_layers, 300, 900};
    REQUIRE(session.view().layer_shown("tracks"));
    ui.click_on("layers", {"tracks", "##eye"});
    const auto pushed = only<ShowLayer>(ui.take());
    REQUIRE(pushed.size() == 1);
    CHECK(pushed[0].name == "tracks");
    CHECK_FALSE(pushed[0].on);
}

TEST_CASE("the radio button Dots draws symbols as dots", "[panels]") {
    Session session = opened();
    Headless ui{session, draw_layers, 300, 900};
    ui.click_on("layers", {"Dots"});
    const auto pushed = only<SetSymbols>(ui.take());
    REQUIRE(pushed.size() == 1);
    CHECK(pushed[0].dots);
}

TEST_CASE("choosing a projection sets it", "[panels]") {
    Session session = opened();
    Headless ui{session, draw_layers, 300, 900};
    ui.click_on("layers", {"##projection"});
    ui.click_on("##Combo", {"Mercator"});
    const auto pushed = only<SetProjection>(ui.take());
    REQUIRE(pushed.size() == 1);
    CHECK(pushed[0].definition == "merc");
}

TEST_CASE("a click on a problem goes to its asset and its time", "[panels]") {
    Session session = opened();
    Headless ui{session, draw_problems, 400, 400};
    ui.memory.problems.filter.accepted = true;
    ui.frame();
    int number = 0;
    for (const auto& finding : session.document().check_result().findings) {
        ++number;
        if (finding.subject == "hmcs-montreal" && finding.code == "ship_on_land") break;
    }
    const auto at = ui.find_with_int("issues", number, "##issue");
    REQUIRE(at);
    ui.click(*at);
    const auto pushed = ui.take();
    REQUIRE(only<Select>(pushed).size() == 1);
    CHECK(only<Select>(pushed)[0].id == "hmcs-montreal");
    REQUIRE(only<GoToTime>(pushed).size() == 1);
    CHECK(assets::to_iso(only<GoToTime>(pushed)[0].at).substr(0, 7) == "2024-08");
}

TEST_CASE("a click on the place of a problem copies file and line, and its folder can be opened", "[panels]") {
    Session session = opened();
    Headless ui{session, draw_problems, 400, 400};
    ui.memory.problems.filter.accepted = true;
    ui.frame();
    const auto& findings = session.document().check_result().findings;
    std::size_t index = 0;
    while (findings[index].line == 0)
        ++index;
    const auto where = ui.find_with_int("issues", static_cast<int>(index) + 1, "##where");
    REQUIRE(where);
    ui.click(*where);
    const auto folder = std::filesystem::absolute(session.document().folder());
    CHECK(ui.requests.copy_text ==
          (folder / findings[index].file).string() + ":" + std::to_string(findings[index].line));
    CHECK(ui.requests.notice == "Copied " + findings[index].file + ":" + std::to_string(findings[index].line));
    CHECK(only<GoToTime>(ui.take()).empty());
    const auto open = ui.find_with_int("issues", static_cast<int>(index) + 1, "##folder");
    REQUIRE(open);
    ui.click(*open);
    CHECK(ui.requests.open_folder == folder.string());
}

TEST_CASE("problems can be narrowed to one kind, and each kind is listed with its number", "[panels]") {
    Session session = opened();
    Headless ui{session, draw_problems, 400, 500};
    ui.memory.problems.filter.accepted = true;
    ui.frame();
    const auto& result = session.document().check_result();
    const auto kinds = problem_kinds(result, ui.memory.problems.filter);
    REQUIRE(kinds.size() > 1);
    ui.click_on("Panel", {"##kind"});
    ui.click_on("##Combo", {"###" + kinds[1].code});
    CHECK(ui.memory.problems.filter.code == kinds[1].code);
    CHECK(static_cast<int>(shown_problems(result, ui.memory.problems.filter).size()) == kinds[1].count);
}

TEST_CASE("accepted problems are listed only when their box is ticked", "[panels]") {
    Session session = opened();
    REQUIRE(session.document().check_result().accepted > 0);
    Headless ui{session, draw_problems, 400, 400};
    const auto shown = [&] {
        for (std::size_t i = 0; i < session.document().check_result().findings.size(); ++i)
            if (session.document().check_result().findings[i].accepted &&
                ui.find_with_int("issues", static_cast<int>(i) + 1, "##issue"))
                return true;
        return false;
    };
    CHECK_FALSE(shown());
    const auto label = std::to_string(session.document().check_result().accepted) + " accepted##accepted";
    ui.click_on("Panel", {label});
    CHECK(shown());
}

TEST_CASE("Enter in the search field goes to the best hit", "[panels]") {
    Session session = opened();
    Headless ui{session, draw_search, 300, 400};
    ui.memory.search.focus = true;
    ui.frame();
    ui.frame();
    ui.type("busan");
    ui.press(ImGuiKey_Enter);
    const auto pushed = ui.take();
    REQUIRE(only<GoTo>(pushed).size() == 1);
    CHECK(only<GoTo>(pushed)[0].at.lon() == Approx(129.0).margin(0.5));
    CHECK(only<GoTo>(pushed)[0].at.lat() == Approx(35.1).margin(0.5));
    REQUIRE(only<Select>(pushed).size() == 1);
    CHECK(only<Select>(pushed)[0].kind == "place");
    CHECK(ui.memory.search.text.empty());
}

TEST_CASE("the arrow keys choose among the hits", "[panels]") {
    Session session = opened();
    Headless ui{session, draw_search, 300, 400};
    ui.memory.search.focus = true;
    ui.frame();
    ui.frame();
    ui.type("hmcs");
    REQUIRE(ui.memory.search.hits.size() >= 2);
    const std::string second = ui.memory.search.hits[1].id;
    ui.press(ImGuiKey_DownArrow);
    ui.press(ImGuiKey_Enter);
    const auto pushed = only<Select>(ui.take());
    REQUIRE(pushed.size() == 1);
    CHECK(pushed[0].id == second);
}

TEST_CASE("the inspector opens a source in the browser", "[panels]") {
    Session session = opened();
    session.apply(Select{"asset", "hmcs-vancouver"});
    Headless ui{session, draw_inspector, 320, 900};
    REQUIRE(ui.memory.inspector.shown);
    CHECK(ui.memory.inspector.shown->title == "HMCS Vancouver");
    REQUIRE(ui.memory.inspector.shown->fixes.size() > 3);
    std::string opened_url;
    for (float y = 200; y < 900 && opened_url.empty(); y += 8) {
        ui.click({60, y});
        opened_url = ui.requests.open_url;
    }
    CHECK(opened_url.rfind("http", 0) == 0);
}

TEST_CASE("Go there in the inspector moves the map to the selected asset", "[panels]") {
    Session session = opened();
    session.apply(Select{"asset", "hmcs-vancouver"});
    Headless ui{session, draw_inspector, 320, 900};
    ui.click_on("inspector", {"Go there"});
    CHECK(only<GoTo>(ui.take()).size() == 1);
}

TEST_CASE("File, Reload reads the files again", "[panels]") {
    Session session = opened();
    Headless ui{session, draw_menu, 1024, 640};
    ui.without_window();
    ui.frame();
    ui.click_on("##MainMenuBar", {"##menubar", "File"});
    ui.click_on("##Menu_00", {"Reload"});
    CHECK(only<ReloadScenario>(ui.take()).size() == 1);
}

TEST_CASE("no report can be added to the built-in scenario", "[panels]") {
    Session session = opened();
    session.apply(Select{"asset", "hmcs-vancouver"});
    bool open = true;
    Headless ui{session, [&](PanelContext& ctx) {
                    draw_add_fix(ctx, open);
                }};
    ui.without_window();
    ui.frame();
    ui.frame();
    CHECK(ui.memory.add_fix.row.asset == "hmcs-vancouver");
    CHECK(ui.memory.add_fix.row.from == "2024-07-31");
    REQUIRE_FALSE(session.document().can_add_fix());
    ui.memory.add_fix.row.place = "Busan";
    ui.click_on("Add a report", {"Add"});
    CHECK(ui.take().empty());
    ui.click_on("Add a report", {"Cancel"});
    CHECK_FALSE(open);
    CHECK(ui.take().empty());
}

TEST_CASE("the form shows its own errors, then errors of the reader, then adds the report", "[panels]") {
    const support::Scratch copy{DataFolders::find().scenarios() / "canada-2024"}; // the built-in one cannot be changed
    Session session{DataFolders::find()};
    apply_and_wait(session, OpenScenario{copy.path().string()});
    REQUIRE(session.document().can_add_fix());
    session.apply(Select{"asset", "hmcs-vancouver"});
    const auto fixes = session.scenario()->fixes.size();
    bool open = true;
    Headless ui{session, [&](PanelContext& ctx) {
                    draw_add_fix(ctx, open);
                }};
    ui.without_window();
    ui.frame();
    ui.frame();
    auto& form = ui.memory.add_fix;
    ui.apply_at_once();

    form.place_kind = 1;
    form.row.lon = "east";
    form.row.lat = "35";
    ui.click_on("Add a report", {"Add"});
    CHECK(only<AddFix>(ui.take()).empty());
    CHECK(form.complaint.find("numbers") != std::string::npos);

    form.place_kind = 0;
    form.row.place = "Yokuska";
    ui.click_on("Add a report", {"Add"});
    CHECK(only<AddFix>(ui.take()).size() == 1);
    CHECK(open);
    CHECK(form.complaint.find("Yokuska") != std::string::npos);
    CHECK(session.scenario()->fixes.size() == fixes);

    form.row.from = "2024-08-20";
    form.row.place = "Yokosuka";
    ui.click_on("Add a report", {"Add"});
    const auto pushed = only<AddFix>(ui.take());
    REQUIRE(pushed.size() == 1);
    CHECK(pushed[0].place == "Yokosuka");
    CHECK(pushed[0].lon.empty());
    CHECK_FALSE(open);
    CHECK(session.scenario()->fixes.size() == fixes + 1);
    REQUIRE(session.document().can_undo_fix());
    apply_and_wait(session, UndoFix{});
    CHECK(session.scenario()->fixes.size() == fixes);
}

TEST_CASE("a click on the map fills the form's position", "[panels]") {
    Session session = opened();
    bool open = true;
    Headless ui{session, [&](PanelContext& ctx) {
                    draw_add_fix(ctx, open);
                }};
    ui.without_window();
    ui.frame();
    ui.memory.add_fix.picking = true;
    ui.memory.add_fix.picked = geo::lonlat(129.04, 35.1);
    ui.frame();
    CHECK(ui.memory.add_fix.row.lon == "129.0400");
    CHECK(ui.memory.add_fix.row.lat == "35.1000");
    CHECK_FALSE(ui.memory.add_fix.picking);
}

TEST_CASE("the manual opens at the page that was asked for, and its tabs show the other pages", "[panels]") {
    Session session = opened();
    bool open = true;
    Headless ui{session, [&](PanelContext& ctx) {
                    draw_manual(ctx, open);
                }};
    ui.without_window();
    ui.memory.manual.pages = manual_pages(session.data().manual());
    ui.memory.manual.topic = "findings";
    for (int i = 0; i < 3; ++i)
        ui.frame();
    CHECK(ui.memory.manual.shown == "findings");
    ui.click_on("Manual", {"pages", "Rules of time"});
    ui.frame();
    CHECK(ui.memory.manual.shown == "time");
    ui.click_on("Manual", {"Close"});
    CHECK_FALSE(open);
}

TEST_CASE("Close closes the list of keys", "[panels]") {
    Session session = opened();
    bool open = true;
    Headless ui{session, [&](PanelContext& ctx) {
                    draw_shortcuts(ctx, open);
                }};
    ui.without_window();
    ui.frame();
    ui.frame();
    ui.click_on("Keys and mouse", {"Close"});
    CHECK_FALSE(open);
}

TEST_CASE("panels take the colours of countries from the theme of the map and read no file", "[panels]") {
    Session session = opened();
    ImU32 colour = 0, accent = 1;
    Headless ui{session, [&](PanelContext& context) {
                    colour = ui::country_colour(context, "CA");
                    accent = ui::accent(context);
                }};
    ui.frame();
    CHECK(colour == accent); // there is no map yet
    auto theme = render::Theme::read(session.data().style().themes / "article.toml");
    theme.country["CA"] = {1, 2, 3, 255};
    ui.memory.theme = std::make_shared<const render::Theme>(theme);
    ui.frame();
    CHECK(colour == IM_COL32(1, 2, 3, 255));
}
