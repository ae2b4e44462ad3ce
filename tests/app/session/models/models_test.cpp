#include "app/session/models/asset_list_model.hpp"
#include "app/session/models/inspector_model.hpp"
#include "app/session/models/search_model.hpp"
#include "geo/earth/geodesic.hpp"
#include "tests/app/session/scratch.hpp"
#include "tests/support/catch.hpp"

#include <fmt/format.h>

using namespace session_test;
using Catch::Contains;

namespace {

app::Session canada(const char* at) {
    auto made = session();
    open(made, "builtin:canada-2024");
    made.apply(app::GoToTime{utc(at)});
    return made;
}

std::size_t rows_of(const std::vector<app::AssetCountry>& list) {
    std::size_t rows = 0;
    for (const auto& country : list)
        rows += country.rows.size();
    return rows;
}

} // namespace

TEST_CASE("the asset list has every asset once, by country, with members under their group", "[session]") {
    auto s = canada("2024-07-10T12:00Z");
    const auto list = app::asset_list(s, "");
    CHECK(rows_of(list) == s.scenario()->assets.size());
    CHECK(list.front().name == "Canada");
    bool member = false;
    for (const auto& country : list)
        for (std::size_t i = 0; i < country.rows.size(); ++i) {
            const auto& row = country.rows[i];
            CHECK(s.scenario()->asset(row.id)->country == country.code);
            CHECK_FALSE(row.words.empty());
            CHECK((i > 0 || row.depth == 0));
            member = member || row.depth == 1;
        }
    CHECK(member);
}

TEST_CASE("the asset list keeps its order while time moves", "[session]") {
    auto s = canada("2024-07-10T12:00Z");
    const auto order = [&] {
        std::string ids;
        for (const auto& country : app::asset_list(s, ""))
            for (const auto& row : country.rows)
                ids += fmt::format("{} {}\n", row.depth, row.id);
        return ids;
    };
    const auto during_rimpac = order();
    for (const char* day : {"2024-01-01T00:00Z", "2024-11-10T12:00Z", "2024-12-31T00:00Z"}) {
        INFO(day);
        s.apply(app::GoToTime{utc(day)});
        CHECK(order() == during_rimpac);
    }
}

TEST_CASE("the filter ignores case and accents, and finds types, hulls and aliases", "[session]") {
    auto s = canada("2024-07-10T12:00Z");
    const auto only = [&](const char* filter) {
        std::vector<std::string> ids;
        for (const auto& country : app::asset_list(s, filter))
            for (const auto& row : country.rows)
                ids.push_back(row.id);
        return ids;
    };
    CHECK(only("MONTREAL") == std::vector<std::string>{"hmcs-montreal", "ch-148-montreal"});
    CHECK(only("ffh 341") == std::vector<std::string>{"hmcs-ottawa"});
    CHECK(only("frigate").size() >= 3);
    CHECK(only("canada").size() > 5);
    CHECK(only("no such thing").empty());
    const auto vancouver = only("vancouver");
    REQUIRE(vancouver.size() == 2); // the asset and the group that it is in now
    CHECK(vancouver[0] == "caf-rimpac");
    s.apply(app::ShowAsset{"hmcs-montreal", false});
    s.apply(app::Select{"asset", "hmcs-montreal"});
    const auto row = app::asset_list(s, "montreal").front().rows.front();
    CHECK_FALSE(row.shown);
    CHECK(row.selected);
}

TEST_CASE("the inspector shows the state and the fixes before and after it", "[session]") {
    auto s = canada("2024-06-08T12:00Z");
    CHECK_FALSE(app::inspect(s));
    s.apply(app::Select{"asset", "hmcs-montreal"});
    const auto found = app::inspect(s);
    REQUIRE(found);
    CHECK(found->title == "HMCS Montréal");
    CHECK(found->subtitle == "Frigate FFH 336, Canada");
    CHECK_FALSE(found->state.empty());
    CHECK(found->fixes.size() == s.scenario()->fixes_of(0).size());
    REQUIRE(found->before);
    REQUIRE(found->after);
    CHECK(found->before->at < s.playhead().time().at());
    CHECK(found->after->at > s.playhead().time().at());
    CHECK_THAT(found->before->words, Contains(" earlier"));
    CHECK_THAT(found->after->words, Contains(" later"));
    const auto& state = s.snapshot().states[0];
    if (state.where) {
        REQUIRE(found->after->distance_km);
        const auto* next = state.next;
        REQUIRE(next != nullptr);
        CHECK(*found->after->distance_km == Approx(geo::distance_m(*state.where, *next->position) / 1000));
    }
    const auto& port_klang = found->fixes[2];
    CHECK(port_klang.where == "Port Klang");
    CHECK_THAT(port_klang.when, Contains("30 May 2024 to 2 June 2024") && Contains("give or take 2 days"));
    CHECK(port_klang.confidence == "place high, date medium");
    CHECK(port_klang.line == 4);
    REQUIRE_FALSE(port_klang.sources.empty());
    CHECK_THAT(port_klang.sources.front().url, Contains("http"));
}

TEST_CASE("only the fix that decides the state is marked", "[session]") {
    auto s = canada("2024-06-01T12:00Z");
    s.apply(app::Select{"asset", "hmcs-montreal"});
    const auto found = app::inspect(s);
    REQUIRE(found);
    for (const auto& fix : found->fixes)
        CHECK(fix.in_force == (fix.where == "Port Klang"));
}

TEST_CASE("every asset, zone and event of a scenario can be inspected, and so can a sea", "[session]") {
    auto s = canada("2024-06-08T12:00Z");
    const auto& scenario = *s.scenario();
    for (const auto& asset : scenario.assets)
        CHECK(app::inspect(s.document().words(), scenario, s.snapshot(), {"asset", asset.id}));
    for (const auto& zone : scenario.zones) {
        const auto found = app::inspect(s.document().words(), scenario, s.snapshot(), {"zone", zone.id});
        REQUIRE(found);
        CHECK(found->at);
        CHECK(found->width_km > 0);
    }
    for (const auto& event : scenario.events) {
        const auto found = app::inspect(s.document().words(), scenario, s.snapshot(), {"event", event.id});
        REQUIRE(found);
        CHECK(found->title == event.title);
        CHECK(found->at.has_value() == event.position.has_value());
    }
    CHECK(app::inspect(s.document().words(), scenario, s.snapshot(), {"sea", "yellow-sea"})->title == "Yellow Sea");
    CHECK_FALSE(app::inspect(s.document().words(), scenario, s.snapshot(), {"zone", "none"}));
}

TEST_CASE("only web addresses are offered to a browser", "[session]") {
    const Scratch folder{"map-small"};
    folder.write("sources.csv", "id,title,url\ns1,Bad,javascript:alert(1)\ns2,Good,https://example.org/\n");
    auto s = session();
    open(s, folder.path());
    s.apply(app::Select{"asset", "alpha"});
    const auto found = app::inspect(s);
    REQUIRE(found);
    CHECK(found->fixes.front().sources.front().url.empty());
}

TEST_CASE("the search finds assets, seas, places, zones and positions", "[session]") {
    const auto s = canada("2024-07-10T12:00Z");
    const app::SearchIndex index{s.scenario()};
    const auto best = [&](const char* text) {
        const auto hits = index.find(text, s.snapshot());
        return hits.empty() ? app::SearchHit{} : hits.front();
    };
    CHECK(best("hmcs vancouver").id == "hmcs-vancouver");
    CHECK(best("montreal").kind == "asset");
    CHECK(best("South China Sea").kind == "sea");
    CHECK(best("south china").id == "south-china-sea");
    CHECK(best("Yokosuka").kind == "place");
    CHECK(best("yokosuka").width_km > 0);
    CHECK(best("Yokusuka").name.find("Yokosuka") != std::string::npos);
    CHECK(best("freedom shield").kind == "event");
    const auto zone = s.scenario()->zones.front();
    CHECK(best(zone.name.c_str()).id == zone.id);
    CHECK(index.find("", s.snapshot()).empty());
    CHECK(index.find("zzqqxx", s.snapshot()).empty());
    CHECK(index.find("a", s.snapshot(), 5).size() == 5);
    for (const char* text : {"35.1 N 129 E", "129E 35.1N", "129.0, 35.1"}) {
        INFO(text);
        CHECK(best(text).kind == "coordinates");
        CHECK(best(text).at == geo::lonlat(129, 35.1));
    }
    CHECK(best("12 S, 77.5 W").at == geo::lonlat(-77.5, -12));
    CHECK(best("95 N 10 E").kind.empty());
}
