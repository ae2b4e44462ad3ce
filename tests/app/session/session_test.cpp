#include "app/base/errors.hpp"
#include "app/session/playhead/noon.hpp"
#include "render/map/drawing/asset_filter.hpp"
#include "scratch.hpp"
#include "tests/support/catch.hpp"

#include <cmath>

using namespace session_test;
using Catch::Contains;

namespace {

app::Session canada() {
    auto made = session();
    open(made, "builtin:canada-2024");
    return made;
}

bool is_drawn(const app::Session& s, const std::string& id) {
    const auto figure = s.figure();
    return render::AssetFilter{figure}.allows(id);
}

} // namespace

TEST_CASE("a session without a scenario can be read, and refuses commands that need one", "[session]") {
    auto s = session();
    CHECK(s.snapshot().states.empty());
    CHECK(s.figure().centre.has_value());
    for (const app::Command& c :
         std::vector<app::Command>{app::ReloadScenario{}, app::FitAll{}, app::ResetView{}, app::ShowAsset{"x", false},
                                   app::ShowZone{"x", false}, app::ShowCountry{"CA", false}, app::AddFix{}}) {
        CHECK(s.apply(c).sentence == "no scenario is open");
    }
    CHECK_THAT(apply_and_wait(s, app::UndoFix{}).sentence, Contains("no report to take back"));
}

TEST_CASE("an opened scenario is shown at [view] at, as on the command line", "[session]") {
    const auto s = canada();
    CHECK(s.scenario()->title == "Canada in the Indo-Pacific, 2024");
    CHECK(s.playhead().time().at() == utc("2024-07-31T12:00Z"));
    CHECK(s.view().state().width_km == 7800);
    CHECK(s.snapshot().states.size() == s.scenario()->assets.size());
    CHECK_FALSE(s.document().broken());
    CHECK(s.document().check_result().errors == 0);
}

TEST_CASE("a scenario that cannot be opened leaves the open one as it was", "[session]") {
    auto s = canada();
    const auto before = s.scenario();
    CHECK_THAT(apply_and_wait(s, app::OpenScenario{"builtin:canada-2042"}).sentence,
               Contains("did you mean 'canada-2024'"));
    CHECK_THAT(apply_and_wait(s, app::OpenScenario{"/no/such/folder"}).sentence, Contains("/no/such/folder"));
    CHECK(s.scenario() == before);
    CHECK(s.document().name() == "builtin:canada-2024");
    CHECK_FALSE(s.document().broken());
    done(s.apply(app::SetLooping{true}));
}

TEST_CASE("time commands move the snapshot", "[session]") {
    auto s = canada();
    const auto version = s.overlay_version(), ground = s.ground_version();
    s.apply(app::GoToTime{utc("2024-08-24T12:00Z")});
    CHECK(s.snapshot().at == utc("2024-08-24T12:00Z"));
    CHECK(s.overlay_version() > version);
    CHECK(s.ground_version() == ground);
    s.apply(app::StepTime{std::chrono::hours{-12}});
    CHECK(s.snapshot().at == utc("2024-08-24"));
    s.apply(app::StepEvent{+1});
    const auto at = s.playhead().time().at();
    CHECK(at > utc("2024-08-24"));
    CHECK(std::any_of(s.scenario()->events.begin(), s.scenario()->events.end(), [&](const assets::Event& e) {
        return app::instant_to_show(e, s.scenario()->utc_offset_h) == at;
    }));
    s.apply(app::SetSpeed{30});
    CHECK_FALSE(s.advance(std::chrono::duration<double>{1}));
    s.apply(app::SetPlaying{true});
    CHECK(s.advance(std::chrono::duration<double>{1}));
    CHECK(s.snapshot().at == at + std::chrono::hours{24 * 30});
    s.apply(app::SetLooping{true});
    CHECK(s.playhead().time().looping());
}

TEST_CASE("only existing things can be selected", "[session]") {
    auto s = canada();
    for (const auto& [kind, id] : std::vector<std::pair<std::string, std::string>>{
             {"asset", "hmcs-ottawa"}, {"event", "freedom-shield"}, {"sea", "yellow-sea"}}) {
        done(s.apply(app::Select{kind, id}));
        CHECK(s.view().selection() == app::Selection{kind, id});
    }
    s.apply(app::Select{"zone", s.scenario()->zones.front().id});
    CHECK(s.view().selection().kind == "zone");
    CHECK(s.apply(app::Select{"asset", "hmcs-nobody"}).sentence == "there is no asset 'hmcs-nobody'");
    CHECK(s.view().selection().kind == "zone");
    s.apply(app::Select{});
    CHECK(s.view().selection() == app::Selection{});
}

TEST_CASE("hidden assets are left out of the figure, even if all are hidden", "[session]") {
    auto s = canada();
    CHECK(s.figure().hidden.empty());
    s.apply(app::ShowAsset{"hmcs-ottawa", false});
    CHECK_FALSE(s.view().asset_shown("hmcs-ottawa"));
    CHECK_FALSE(is_drawn(s, "hmcs-ottawa"));
    CHECK(is_drawn(s, "hmcs-vancouver"));
    s.apply(app::ShowCountry{"CA", false});
    CHECK_FALSE(s.view().asset_shown("hmcs-vancouver"));
    for (const auto& asset : s.scenario()->assets)
        s.apply(app::ShowAsset{asset.id, false});
    for (const auto& asset : s.scenario()->assets)
        CHECK_FALSE(is_drawn(s, asset.id));
    for (const auto& asset : s.scenario()->assets)
        s.apply(app::ShowAsset{asset.id, true});
    CHECK(s.figure().hidden.empty());
}

TEST_CASE("a hidden zone is not in the snapshot", "[session]") {
    auto s = canada();
    REQUIRE_FALSE(s.snapshot().zones.empty());
    const auto count = s.snapshot().zones.size();
    const auto id = s.scenario()->zones[s.snapshot().zones.front()].id;
    s.apply(app::ShowZone{id, false});
    CHECK(s.snapshot().zones.size() == count - 1);
    CHECK_FALSE(s.view().zone_shown(id));
    CHECK(s.figure().hidden == std::set<std::string>{id});
    s.apply(app::ShowZone{id, true});
    CHECK(s.snapshot().zones.size() == count);
}

TEST_CASE("layers are shown and hidden by the same names as on the command line", "[session]") {
    auto s = canada();
    CHECK(s.view().layer_shown("coast"));
    CHECK_FALSE(s.view().layer_shown("relief"));
    const auto ground = s.ground_version();
    s.apply(app::ShowLayer{"events", true});
    s.apply(app::ShowLayer{"tracks", false});
    CHECK(s.ground_version() == ground);
    s.apply(app::ShowLayer{"relief", true});
    CHECK(s.ground_version() > ground);
    CHECK(s.view().layer_shown("relief"));
    CHECK(s.figure().with == std::set<std::string>{"events", "relief"});
    CHECK(s.figure().without == std::set<std::string>{"tracks"});
    s.apply(app::ShowLayer{"relief", false});
    s.apply(app::ShowLayer{"events", false});
    s.apply(app::ShowLayer{"tracks", true});
    CHECK(s.figure().with.empty());
    CHECK(s.figure().without.empty());
    CHECK_THAT(s.apply(app::ShowLayer{"tarcks", false}).sentence, Contains("did you mean 'tracks'"));
}

TEST_CASE("the style is part of the figure, and an unknown style is refused", "[session]") {
    auto s = canada();
    s.apply(app::SetTheme{"dark"});
    s.apply(app::SetNames{"ko"});
    s.apply(app::SetSymbols{true});
    CHECK(s.figure().theme == "dark");
    CHECK(s.figure().names == "ko");
    CHECK(s.figure().symbols == render::SymbolSet::Dot);
    CHECK_THAT(s.apply(app::SetTheme{"darc"}).sentence, Contains("did you mean 'dark'"));
    CHECK(s.apply(app::SetNames{"xx"}).is_refused());
    CHECK(s.view().theme() == "dark");
    CHECK(s.view().names() == "ko");
}

TEST_CASE("the ruler measures the geodesics between its points", "[session]") {
    auto s = canada();
    s.apply(app::RulerAdd{geo::lonlat(0, 0)});
    CHECK(s.view().instruments().ruler_legs().empty());
    s.apply(app::RulerAdd{geo::lonlat(1, 0)});
    s.apply(app::RulerAdd{geo::lonlat(1, 1)});
    const auto legs = s.view().instruments().ruler_legs();
    REQUIRE(legs.size() == 2);
    CHECK(legs[0].distance_m == Approx(111319.491).margin(0.01));
    CHECK(legs[0].azimuth_deg == Approx(90));
    CHECK(legs[1].azimuth_deg == Approx(0).margin(1e-9));
    CHECK(legs[1].total_m == Approx(legs[0].distance_m + legs[1].distance_m));
    s.apply(app::RulerClear{});
    CHECK(s.view().instruments().ruler().empty());
}

TEST_CASE("range rings are sorted, and invalid radii are refused", "[session]") {
    auto s = canada();
    const auto version = s.overlay_version();
    s.apply(app::AddRings{geo::lonlat(130, 30), {500, 100, 500}});
    REQUIRE(s.view().instruments().rings().size() == 2);
    CHECK(s.overlay_version() > version); // rings are part of the map
    CHECK(s.figure().rings == s.view().instruments().rings());
    CHECK(s.apply(app::AddRings{geo::lonlat(130, 30), {-1}}).is_refused());
    CHECK(s.apply(app::RemoveRing{2}).is_refused());
    s.apply(app::AddRings{geo::lonlat(127, 37), {300}});
    CHECK(s.view().instruments().rings().size() == 3);
    s.apply(app::RemoveRing{0});
    CHECK(s.view().instruments().rings() ==
          std::vector<render::RangeRing>{{geo::lonlat(130, 30), 100}, {geo::lonlat(127, 37), 300}});
    s.apply(app::RemoveRings{});
    CHECK(s.view().instruments().rings().empty());
}

TEST_CASE("radii are typed in kilometres or with their unit", "[session]") {
    CHECK(app::typed_radii("300") == std::vector<double>{300});
    CHECK(app::typed_radii(" 100, 200,500 km") == std::vector<double>{100, 200, 500});
    CHECK(app::typed_radii("80nmi; 50 km") == std::vector<double>{80 * 1.852, 50});
    CHECK(app::typed_radii("10 20 nm") == std::vector<double>{18.52, 37.04});
    for (const char* wrong : {"", "far", "km", "300 miles", "300 km km"})
        CHECK_THROWS_AS(app::typed_radii(wrong), app::UsageError);
}
