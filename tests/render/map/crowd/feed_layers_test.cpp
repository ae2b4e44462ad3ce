#include "assets/timeline/past/trails.hpp"
#include "geo/earth/geodesic.hpp"
#include "geo/projection/projection.hpp"
#include "tests/render/map/crowd/crowd.hpp"
#include "tests/render/map/map_support.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <random>

/// Trails, and the coverage of feeds.
namespace {

using render::Composition;
using render::Figure;
using render::FillPath;
using render::Group;
using render::Outline;
using render::Point;
using render::StrokePath;
using std::chrono::minutes;

const assets::Scenario& few_ships() {
    static const auto made = support::crowd(support::atlas(), {.ships = 60, .fixes_each = 10, .silent_share = 0});
    return *made;
}

Figure page() {
    Figure figure = support::page(1600, 1000, 192, "2024-09-11");
    figure.at = support::crowd_time();
    return figure;
}

Composition composed(const Figure& figure, const std::function<void(assets::Snapshot&)>& change) {
    auto snapshot = assets::snapshot_at(few_ships(), figure.at);
    change(snapshot);
    return support::composer().compose(few_ships(), snapshot, figure);
}

std::string legend_of(const Composition& composition) {
    for (const auto& item : composition.layout.items)
        if (item.kind == "furniture" && item.layer == "legend") return item.text;
    return {};
}

double length_of(const Outline& line) {
    double mm = 0;
    for (std::size_t i = 1; i < line.points.size(); ++i)
        mm += std::hypot(line.points[i].x - line.points[i - 1].x, line.points[i].y - line.points[i - 1].y);
    return mm;
}

bool inside(const std::vector<Outline>& area, Point p) {
    bool in = false;
    for (const Outline& ring : area)
        for (std::size_t i = 0, j = ring.points.size() - 1; i < ring.points.size(); j = i++) {
            const Point a = ring.points[i], b = ring.points[j];
            if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) in = !in;
        }
    return in;
}

/// Coverage of random places, a block across the antimeridian, a belt around the Earth and a cap on each pole.
std::shared_ptr<const assets::Coverage> patchy() {
    auto heard = std::make_shared<assets::Coverage>();
    std::mt19937 random{11};
    for (int column = 0; column < 360; ++column)
        for (int row = 0; row < 180; ++row) {
            const int lon = column - 180, lat = row - 90;
            const bool block = (lon >= 170 || lon < -165) && lat >= -5 && lat < 20;
            const bool belt = lat >= 33 && lat < 36, cap = lat >= 82 || lat < -86;
            if (block || belt || cap || random() % 5 == 0) heard->add(geo::lonlat(lon + 0.5, lat + 0.5));
        }
    return heard;
}

} // namespace

TEST_CASE("a trail lies beneath the symbols, is solid, has a halo and grows fainter with age", "[render][trails]") {
    Figure figure = page();
    figure.width_km = 600;
    figure.centre = geo::lonlat(122, 31);
    const auto composition = composed(figure, [&](assets::Snapshot& snapshot) {
        snapshot.trails = assets::trails_at(few_ships(), figure.at, minutes{30});
    });
    const auto tracks = support::layer_indices(composition.picture, "tracks");
    const auto symbols = support::layer_indices(composition.picture, "assets");
    REQUIRE(tracks.size() == 1);
    REQUIRE(symbols.size() == 1);
    CHECK(tracks.front() < symbols.front());
    const Group* trail = support::find_group(composition.picture.commands, "tracks", "asset", "");
    REQUIRE(trail != nullptr);
    REQUIRE(trail->commands.size() == 5);
    int last = 0;
    double whole = 0, parts = 0;
    for (std::size_t i = 0; i < trail->commands.size(); ++i) {
        const auto* stroke = std::get_if<StrokePath>(&trail->commands[i].value);
        REQUIRE(stroke != nullptr);
        CHECK(stroke->dash_mm.empty());
        double mm = 0;
        for (const Outline& line : stroke->outlines)
            mm += length_of(line);
        if (i == 0) {
            whole = mm; // the halo
            CHECK(whole >= 0.5);
            continue;
        }
        parts += mm;
        CHECK(stroke->colour.a > last);
        last = stroke->colour.a;
    }
    CHECK(parts == Approx(whole).epsilon(0.001));
    CHECK(legend_of(composition).find("Positions in the last 30 minutes") != std::string::npos);
}

TEST_CASE("a trail fades with time, not with the distance sailed", "[render][trails]") {
    Figure figure = page();
    figure.width_km = 600;
    figure.centre = geo::lonlat(122, 31);
    const auto composition = composed(figure, [&](assets::Snapshot& snapshot) {
        // 60 km in the first quarter of the time, 30 km in the rest.
        const auto from = geo::lonlat(121.5, 31), turned = geo::point_along(from, 90, 60'000),
                   here = geo::point_along(turned, 90, 30'000);
        snapshot.trails = {
            {.asset = 0,
             .lines = {{{from, figure.at - minutes{40}}, {turned, figure.at - minutes{30}}, {here, figure.at}}},
             .length = minutes{40}}};
    });
    const Group* trail = support::find_group(composition.picture.commands, "tracks", "asset", "");
    REQUIRE(trail != nullptr);
    REQUIRE(trail->commands.size() == 5);
    std::vector<double> mm;
    for (const auto& command : trail->commands) {
        mm.push_back(0);
        for (const Outline& line : std::get<StrokePath>(command.value).outlines)
            mm.back() += length_of(line);
    }
    CHECK(mm[1] == Approx(mm[0] * 6 / 9).epsilon(0.02)); // the oldest quarter
    for (std::size_t i = 2; i < 5; ++i)
        CHECK(mm[i] == Approx(mm[0] / 9).epsilon(0.02));
}

TEST_CASE("no piece of a trail is lost where two fixes have the same time", "[render][trails]") {
    Figure figure = page();
    figure.width_km = 600;
    figure.centre = geo::lonlat(122, 31);
    const auto composition = composed(figure, [&](assets::Snapshot& snapshot) {
        const auto from = geo::lonlat(121.5, 31), beside = geo::point_along(from, 90, 30'000),
                   here = geo::point_along(beside, 90, 30'000);
        // Both fixes have the time at which one opacity ends and the next begins.
        snapshot.trails = {
            {.asset = 0,
             .lines = {{{from, figure.at - minutes{30}}, {beside, figure.at - minutes{30}}, {here, figure.at}}},
             .length = minutes{40}}};
    });
    const Group* trail = support::find_group(composition.picture.commands, "tracks", "asset", "");
    REQUIRE(trail != nullptr);
    double whole = 0, parts = 0;
    for (const auto& command : trail->commands)
        for (const Outline& line : std::get<StrokePath>(command.value).outlines)
            (&command == trail->commands.data() ? whole : parts) += length_of(line);
    CHECK(parts == Approx(whole).epsilon(0.001));
}

TEST_CASE("a trail too short to be seen is not drawn and has no row in the legend", "[render][trails]") {
    Figure figure = page();
    figure.width_km = 30'000;
    const auto composition = composed(figure, [&](assets::Snapshot& snapshot) {
        snapshot.trails = assets::trails_at(few_ships(), figure.at, minutes{30});
    });
    CHECK(support::find_group(composition.picture.commands, "tracks", "asset", "") == nullptr);
    CHECK(legend_of(composition).find("Positions in the") == std::string::npos);
}

TEST_CASE("the legend gives the length of trails in the unit that a reader would use", "[render][trails]") {
    Figure figure = page();
    figure.width_km = 600;
    figure.centre = geo::lonlat(122, 31);
    const std::pair<std::chrono::seconds, const char*> spans[] = {{std::chrono::minutes{90}, "in the last 90 minutes"},
                                                                  {std::chrono::hours{1}, "in the last hour"},
                                                                  {std::chrono::hours{24}, "in the last 24 hours"},
                                                                  {std::chrono::hours{72}, "in the last 3 days"}};
    for (const auto& span : spans) {
        const auto composition = composed(figure, [&](assets::Snapshot& snapshot) {
            snapshot.trails = assets::trails_at(few_ships(), figure.at, span.first);
        });
        INFO(legend_of(composition));
        CHECK(legend_of(composition).find(span.second) != std::string::npos);
    }
}

TEST_CASE("the veil covers exactly the places where nothing was heard, in every projection", "[render][coverage]") {
    const auto heard = patchy();
    for (const std::string projection : {"laea", "ortho", "aeqd", "merc", "eqearth", "robin", "eqc"}) {
        for (const auto& [lon, lat, width_km] :
             {std::tuple{135.0, 15.0, 13'000.0}, std::tuple{-178.5, 10.0, 6'000.0}, std::tuple{20.0, 60.0, 9'000.0}}) {
            Figure figure = page();
            figure.projection = projection;
            figure.centre = geo::lonlat(lon, lat);
            figure.width_km = width_km;
            figure.with = {"coverage"};
            figure.without = {"all", "labels", "places", "seas", "relief"};
            const auto composition = composed(figure, [&](assets::Snapshot& snapshot) { snapshot.coverage = heard; });
            INFO(projection << " about " << lon << ", " << lat);
            const Group* layer = support::find_group(composition.picture.commands, "coverage", "layer", "");
            REQUIRE(layer != nullptr);
            REQUIRE(layer->commands.size() == 1); // one shape: no seams
            const auto* veil = std::get_if<FillPath>(&layer->commands.front().value);
            REQUIRE(veil != nullptr);
            CHECK(veil->colour.a < 64);

            const auto map_projection = geo::Projection::make(projection, *figure.centre);
            const auto& layout = composition.layout;
            int checked = 0, wrong = 0;
            for (int column = 0; column < 360; ++column)
                for (int row = 0; row < 180; ++row) {
                    const auto place = geo::lonlat(column - 179.5, row - 89.5);
                    const auto m = map_projection.forward(place);
                    if (!m) continue;
                    const Point at{layout.map_mm.x + layout.map_mm.w / 2 + (m->x - layout.centre_m.x) / layout.m_per_mm,
                                   layout.map_mm.y + layout.map_mm.h / 2 -
                                       (m->y - layout.centre_m.y) / layout.m_per_mm};
                    if (at.x < layout.map_mm.x || at.x > layout.map_mm.right() || at.y < layout.map_mm.y ||
                        at.y > layout.map_mm.bottom())
                        continue;
                    // Cells that are slivers on the page, at a horizon, are not checked.
                    const auto scale = map_projection.scale_at(place);
                    if (!scale || std::min(scale->meridian, scale->parallel * std::cos(place.lat() / 57.3)) * 111e3 <
                                      1.0 * layout.m_per_mm)
                        continue;
                    ++checked;
                    wrong += inside(veil->outlines, at) == heard->covers(place) ? 1 : 0;
                }
            CHECK(checked > 500);
            CHECK(wrong == 0);
        }
    }
}

TEST_CASE("coverage is drawn only when it is requested and known, and the legend explains it", "[render][coverage]") {
    Figure figure = page();
    const auto layer_of = [](const Composition& composition) {
        return support::find_group(composition.picture.commands, "coverage", "layer", "");
    };
    const auto add_coverage = [](assets::Snapshot& snapshot) {
        snapshot.coverage = patchy();
    };
    const auto not_requested = composed(figure, add_coverage);
    CHECK(layer_of(not_requested) == nullptr);
    figure.with = {"coverage"};
    CHECK(layer_of(composed(figure, [](assets::Snapshot&) {})) == nullptr);
    const auto drawn = composed(figure, add_coverage);
    CHECK(layer_of(drawn) != nullptr);
    CHECK(legend_of(drawn).find("Nothing received here in the last 24 hours") != std::string::npos);
    CHECK(legend_of(not_requested).find("Nothing received") == std::string::npos);
}
