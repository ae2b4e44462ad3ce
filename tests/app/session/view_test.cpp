#include "app/figure/projection_presets.hpp"
#include "app/session/view/story.hpp"
#include "geo/earth/geodesic.hpp"
#include "render/map/camera.hpp"
#include "scratch.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

#include <fmt/format.h>

using namespace session_test;
using Catch::Contains;

namespace {

constexpr double window_mm = 300, window_height_mm = 180;

/// Sets the scale, as the window does once it knows its size.
void settle(app::Session& s) {
    s.apply(app::LookAt{s.view().state().centre, s.view().state().scale_for(window_mm, window_height_mm)});
}

app::Session canada() {
    auto made = session();
    open(made, "builtin:canada-2024");
    settle(made);
    return made;
}

double apart_m(geo::LonLat a, geo::LonLat b) {
    return geo::distance_m(a, b);
}

/// Ground metres from the window's middle to its right edge.
double half_width_m(const app::Session& s) {
    const auto& v = s.view().state();
    const auto edge = s.view().projection().inverse({v.centre.x + v.m_per_mm * 10, v.centre.y});
    REQUIRE(edge);
    return apart_m(s.view().middle(), *edge);
}

} // namespace

TEST_CASE("a scenario's own frame fits into the window", "[session]") {
    const auto s = canada();
    // The frame of East Asia is 7,800 km wide and 5,200 km high; in this window its height decides.
    CHECK(s.view().state().m_per_mm == Approx(5200.0 * 1000 / window_height_mm));
    CHECK(apart_m(s.view().middle(), geo::lonlat(120, 20)) < 1);
    const auto figure = app::figure_for_window(s, window_mm, window_height_mm, 96);
    CHECK(*figure.width_km == Approx(5200.0 * window_mm / window_height_mm));
    CHECK(figure.without.contains("all"));
    CHECK(figure.projection == "laea");
}

TEST_CASE("a scenario without [view] opens in the projection that its extent needs", "[session]") {
    for (const auto& [places, projection] :
         {std::pair{"a,2024-07-30,,Yokosuka\nb,2024-07-30,,Singapore\n", "laea"},
          std::pair{"a,2024-07-30,,Yokosuka\nb,2024-07-30,,San Diego\nc,2024-07-30,,Halifax\n", "eqearth"}}) {
        Scratch folder;
        folder.write("positions.csv", std::string{"asset,from,to,place\n"} + places);
        auto s = session();
        open(s, folder.path() / "positions.csv");
        CHECK(s.view().state().projection == projection);
        CHECK(s.view().projection().name() == projection);
    }
}

TEST_CASE("panning and zooming change neither version, and keep the projection", "[session]") {
    auto s = canada();
    const auto ground = s.ground_version(), overlay = s.overlay_version();
    s.apply(app::LookAt{{1.5e6, 1e6}, 9000});
    CHECK(s.ground_version() == ground);
    CHECK(s.overlay_version() == overlay);
    CHECK(s.view().state().centre == geo::Metres{1.5e6, 1e6});
    // The composed map has the window's centre and scale on the same projected plane.
    const auto figure = app::figure_for_window(s, window_mm, window_height_mm, 96);
    const auto camera = render::Camera::aim(*s.scenario(), s.snapshot(), figure);
    const auto view = camera.view({0, 0, window_mm, window_height_mm}, 0.1);
    CHECK(view.centre_m.x == Approx(1.5e6).margin(0.01));
    CHECK(view.centre_m.y == Approx(1e6).margin(0.01));
    CHECK(view.m_per_mm == Approx(9000));
}

TEST_CASE("after panning, the figure has the same projection as the window", "[session]") {
    auto s = canada();
    for (const auto& preset : app::projection_presets()) {
        INFO(preset.name);
        s.apply(app::GoTo{geo::lonlat(140, 35), 3000});
        s.apply(app::SetProjection{preset.name});
        s.apply(app::GoTo{geo::lonlat(120, 25), 3000});
        const auto figure = s.figure();
        const auto projection = geo::Projection::make(figure.projection, *figure.centre);
        for (const auto at :
             {geo::lonlat(120, 25), geo::lonlat(150, 60), geo::lonlat(-170, 10), geo::lonlat(-60, -20)}) {
            const auto here = s.view().projection().forward(at), there = projection.forward(at);
            REQUIRE(here.has_value() == there.has_value());
            if (!here) continue;
            CHECK(here->x == Approx(there->x).margin(0.01));
            CHECK(here->y == Approx(there->y).margin(0.01));
        }
    }
}

TEST_CASE("the middle of the window and its scale stay when the projection changes", "[session]") {
    auto s = canada();
    s.apply(app::LookAt{{1.5e6, 3e6}, 9000});
    const auto middle = s.view().middle();
    const double half = half_width_m(s);
    for (const char* projection : {"merc", "lcc", "eqearth", "ortho", "EPSG:3857", "aeqd", "laea"}) {
        INFO(projection);
        const auto ground = s.ground_version();
        done(s.apply(app::SetProjection{projection}));
        CHECK(s.view().state().projection == projection);
        CHECK(apart_m(s.view().middle(), middle) < 1);
        CHECK(half_width_m(s) == Approx(half).epsilon(0.12)); // shapes differ, the scale stays nearly the same
        CHECK(s.ground_version() > ground);
    }
    s.apply(app::CentreProjection{geo::lonlat(120, 40)});
    CHECK(apart_m(s.view().middle(), middle) < 1);
    CHECK(apart_m(*s.view().projection().inverse({0, 0}), geo::lonlat(120, 40)) < 1);
}

TEST_CASE("an invalid projection is refused, and the current one stays", "[session]") {
    auto s = canada();
    const auto before = s.view().state();
    CHECK_THAT(s.apply(app::SetProjection{"lae"}).sentence, Contains("laea"));
    s.apply(app::GoTo{geo::lonlat(130, 5), 500});
    CHECK_THAT(s.apply(app::SetProjection{"lcc"}).sentence, Contains("merc"));
    CHECK(s.view().state().projection == before.projection);
    done(s.apply(app::SetProjection{"EPSG:3857"}));
    CHECK_THAT(s.apply(app::CentreProjection{geo::lonlat(0, 0)}).sentence, Contains("has its own centre"));
}

TEST_CASE("GoTo centres the window on a place, even behind the horizon", "[session]") {
    auto s = canada();
    s.apply(app::GoTo{geo::lonlat(129.7, 33.15), 400});
    CHECK(apart_m(s.view().middle(), geo::lonlat(129.7, 33.15)) < 1);
    settle(s);
    CHECK(s.view().state().m_per_mm == Approx(400'000 / window_mm).epsilon(0.05));
    s.apply(app::SetProjection{"ortho"});
    done(s.apply(app::GoTo{geo::lonlat(-50, -33), 400}));
    CHECK(apart_m(s.view().middle(), geo::lonlat(-50, -33)) < 1);
}

TEST_CASE("the window's middle cannot leave the Earth", "[session]") {
    auto s = canada();
    s.apply(app::SetProjection{"ortho"});
    s.apply(app::LookAt{{5e7, 0}, 20'000});
    CHECK(s.view().projection().inverse(s.view().state().centre).has_value());
    CHECK(s.view().state().centre.x > 6e6);
    s.apply(app::LookAt{{0, 0}, std::numeric_limits<double>::quiet_NaN()});
    CHECK(s.view().state().m_per_mm == 20'000);
    s.apply(app::LookAt{{0, 0}, 1e-9});
    CHECK(s.view().state().m_per_mm == app::least_m_per_mm);
}

TEST_CASE("FitAll shows every asset, and ResetView returns to the scenario's view", "[session]") {
    auto s = canada();
    s.apply(app::GoToTime{utc("2024-08-24T12:00Z")});
    s.apply(app::GoTo{geo::lonlat(0, 50), 100});
    done(s.apply(app::FitAll{}));
    settle(s);
    for (const auto& state : s.snapshot().states.compute_all()) {
        if (!state.where) continue;
        const auto m = s.view().projection().forward(*state.where);
        REQUIRE(m);
        CHECK(std::abs(m->x - s.view().state().centre.x) <= s.view().state().m_per_mm * window_mm / 2);
        CHECK(std::abs(m->y - s.view().state().centre.y) <= s.view().state().m_per_mm * window_height_mm / 2);
    }
    s.apply(app::ResetView{});
    settle(s);
    CHECK(apart_m(s.view().middle(), geo::lonlat(120, 20)) < 1);
}

TEST_CASE("FitAll leaves room for the names beside the outermost symbols", "[session]") {
    auto s = canada();
    s.apply(app::GoToTime{utc("2024-08-24T12:00Z")});
    done(s.apply(app::FitAll{}));
    settle(s);
    const double m_per_mm = s.view().state().m_per_mm;
    for (const auto& state : s.snapshot().states.compute_all()) {
        if (!state.where) continue;
        const auto m = s.view().projection().forward(*state.where);
        REQUIRE(m);
        CHECK(std::abs(m->x - s.view().state().centre.x) <= m_per_mm * (window_mm / 2 - app::label_room_w_mm));
        CHECK(std::abs(m->y - s.view().state().centre.y) <= m_per_mm * (window_height_mm / 2 - app::label_room_h_mm));
    }
}

TEST_CASE("a point inside zones finds them, the smallest first", "[session]") {
    const Scratch folder;
    folder.write("scenario.toml", "theatrum = 1\n[time]\nstart = 2024-01-01\nend = 2024-12-31\n");
    const auto square = [](const char* id, double west, double south, double side) {
        return fmt::format(
            R"({{"type":"Feature","properties":{{"id":"{0}","name":"{0}","kind":"area","status":"agreed"}},"geometry":)"
            R"({{"type":"Polygon","coordinates":[[[{1},{2}],[{3},{2}],[{3},{4}],[{1},{4}],[{1},{2}]]]}}}})",
            id, west, south, west + side, south + side);
    };
    folder.write("zones.geojson",
                 R"({"type":"FeatureCollection","features":[)" + square("large", 120, 20, 10) + "," +
                     square("small", 122, 22, 2) + "," + square("antimeridian", 178, 0, 4) + "," +
                     R"({"type":"Feature","properties":{"id":"round","name":"round","kind":"patrol","status":"agreed",)"
                     R"("radius_km":100},"geometry":{"type":"Point","coordinates":[140,0]}}]})");
    auto s = session();
    open(s, folder.path());
    const auto ids = [&](double lon, double lat) {
        std::string found;
        for (const auto* zone : app::zones_at(*s.scenario(), s.snapshot(), geo::lonlat(lon, lat)))
            found += zone->id + " ";
        return found;
    };
    CHECK(ids(123, 23) == "small large ");
    CHECK(ids(121, 21) == "large ");
    CHECK(ids(119, 21) == "");
    CHECK(ids(-179, 1) == "antimeridian ");
    CHECK(ids(179, 1) == "antimeridian ");
    CHECK(ids(140.5, 0.5) == "round ");
    CHECK(ids(141, 0.5) == "");
    s.apply(app::ShowZone{"small", false}); // a hidden zone is not there
    CHECK(ids(123, 23) == "large ");
}

TEST_CASE("the story of an asset has its reports by time and legs only between precise ones", "[session]") {
    auto s = canada();
    const auto& scenario = *s.scenario();
    const auto* asset = scenario.asset("hmcs-vancouver");
    REQUIRE(asset != nullptr);
    const auto index = static_cast<assets::AssetIndex>(asset - scenario.assets.data());
    const auto story = app::asset_story(scenario, index);
    CHECK(story.marks.size() == scenario.fixes_of(index).size());
    CHECK(std::is_sorted(story.marks.begin(), story.marks.end(),
                         [](const auto& a, const auto& b) { return a.from < b.from; }));
    const auto precise =
        std::count_if(story.marks.begin(), story.marks.end(), [](const auto& mark) { return mark.precise; });
    CHECK(precise > 0);
    CHECK(precise < static_cast<long>(story.marks.size()));
    CHECK(static_cast<long>(story.legs.size()) < precise);
    CHECK(story.marks.front().day.find(' ') != std::string::npos);
}

TEST_CASE("selecting an event shows the events in force", "[session]") {
    auto s = canada();
    REQUIRE_FALSE(s.view().layer_shown("events"));
    done(s.apply(app::Select{"event", s.scenario()->events.front().id}));
    CHECK(s.view().layer_shown("events"));
}

TEST_CASE("a scenario without a view is shown whole", "[session]") {
    const Scratch folder{"valid-semicolons"};
    auto s = session();
    open(s, folder.path());
    CHECK(apart_m(s.view().middle(), geo::lonlat(135, 34)) < 1.5e6);
    CHECK(s.view().state().width_km > 0);
    CHECK(s.view().state().height_km > 0);
    const auto figure = app::figure_for_export(s, window_mm);
    CHECK(figure.centre);
    CHECK(*figure.width_km >= 1);
}
