// What the export dialog asks for: dates, files, texts and page.
#include "app/base/errors.hpp"
#include "app/figure/command_text.hpp"
#include "app/session/models/export_model.hpp"
#include "tests/app/session/scratch.hpp"
#include "tests/support/catch.hpp"

using namespace session_test;
using assets::Instant;

namespace {

std::vector<std::string> instants(const std::string& text, double offset_h = 0) {
    std::vector<std::string> out;
    for (const Instant at : app::typed_instants(text, offset_h, utc("2024-03-05T09:00:00Z")))
        out.push_back(assets::to_iso(at));
    return out;
}
using Texts = std::vector<std::string>;

app::Session canada() {
    auto made = session();
    open(made, "builtin:canada-2024");
    made.apply(app::GoToTime{utc("2024-07-31T12:00:00Z")});
    return made;
}

app::ExportChoices choices(const std::string& dates = "") {
    app::ExportChoices out;
    out.output = "maps/canada-2024-2024-07-31.png";
    out.preset = "square";
    out.dates = dates;
    out.shown_w_km = out.shown_h_km = 4000;
    return out;
}

} // namespace

TEST_CASE("a text holds several dates, with or without clocks", "[export]") {
    CHECK(instants("2024-07-31") == Texts{"2024-07-31T12:00:00Z"});
    CHECK(instants("2024-07-31, 2024-08-15") == Texts{"2024-07-31T12:00:00Z", "2024-08-15T12:00:00Z"});
    CHECK(instants("2024-07-31;2024-08-15") == Texts{"2024-07-31T12:00:00Z", "2024-08-15T12:00:00Z"});
    CHECK(instants("Wed 14 Aug 2024, 20:00 UTC+8") == Texts{"2024-08-14T12:00:00Z"});
    CHECK(instants("14 Aug 2024, 20:00; 15 August", 8) == Texts{"2024-08-14T12:00:00Z", "2024-08-15T12:00:00Z"});
    CHECK(instants("14 August 2024, 15 August 2024, 20:00, 1 May") ==
          Texts{"2024-08-14T12:00:00Z", "2024-08-15T20:00:00Z", "2024-05-01T12:00:00Z"});
    CHECK(instants("2024-07-31, 2024-07-31,") == Texts{"2024-07-31T12:00:00Z"});
    CHECK(instants(" ") == Texts{"2024-03-05T09:00:00Z"});
    CHECK_THROWS_AS(instants("2024-07-31; soon"), app::UsageError);
    CHECK_THROWS_AS(instants("2024-07-32"), app::UsageError);
}

TEST_CASE("the text of a date is read as the same instant", "[export]") {
    for (const char* at : {"2024-07-31T12:00:00Z", "2024-07-31T20:30:00Z", "2024-01-01T00:00:00Z",
                           "2024-12-31T23:59:59Z", "2024-05-05T04:05:06.789Z"})
        for (const double offset_h : {0.0, 8.0, -3.5}) {
            const auto text = app::date_text(utc(at), offset_h);
            INFO(at << ' ' << offset_h << ' ' << text);
            CHECK(app::typed_instants(text, offset_h, utc("2020-01-01T00:00:00Z")) == std::vector{utc(at)});
        }
    CHECK(app::date_text(utc("2024-07-31T12:00:00Z"), 8) == "2024-07-31");
    CHECK(app::date_text(utc("2024-07-31T16:30:00Z"), 8) == "2024-08-01 00:30");
}

TEST_CASE("several dates give several files with the date in the name", "[export]") {
    const auto s = canada();
    const auto one = app::export_requests(s, choices());
    REQUIRE(one.size() == 1);
    CHECK(one[0].output == "maps/canada-2024-2024-07-31.png");
    CHECK(one[0].figure.at == s.shown_at());

    const auto three = app::export_requests(s, choices("2024-07-31, 2024-08-15, 20 October 2024"));
    REQUIRE(three.size() == 3);
    CHECK(three[0].output == "maps/canada-2024-2024-07-31.png");
    CHECK(three[1].output == "maps/canada-2024-2024-08-15.png");
    CHECK(three[2].output == "maps/canada-2024-2024-10-20.png");
    CHECK(three[2].figure.at == utc("2024-10-20T12:00:00Z"));

    const auto clocks = app::export_requests(s, choices("2024-07-31; 2024-07-31T06:00Z"));
    REQUIRE(clocks.size() == 2);
    CHECK(clocks[0].output == "maps/canada-2024-2024-07-31T120000Z.png");
    CHECK(clocks[1].output == "maps/canada-2024-2024-07-31T060000Z.png");
}

TEST_CASE("texts, names, footnotes and width of the dialog become options of the command", "[export]") {
    const auto s = canada();
    auto chosen = choices();
    CHECK(app::command_text(app::export_requests(s, chosen)[0], *s.scenario(), "builtin:canada-2024").find("--title") ==
          std::string::npos);
    chosen.preset.clear();
    chosen.css_width = "680";
    chosen.title = "Two ships";
    chosen.credit = "";
    chosen.names = "en+ko";
    chosen.footnotes = "full";
    const auto text = app::command_text(app::export_requests(s, chosen)[0], *s.scenario(), "builtin:canada-2024");
    for (const char* part :
         {" --css-width 680 ", " --title 'Two ships' ", " --credit '' ", " --names en+ko ", " --footnotes full"}) {
        INFO(text);
        CHECK(text.find(part) != std::string::npos);
    }
    chosen.css_width = "12";
    CHECK_THROWS_AS(app::export_requests(s, chosen), app::UsageError);
    chosen.css_width = "680";
    chosen.title = "\U0001F600";
    CHECK_THROWS_AS(app::export_requests(s, chosen), app::UsageError);
}
