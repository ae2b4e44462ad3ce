#include "assets/formats/scenario/read_scenario.hpp"
#include "geo/basemap/countries/country_shapes.hpp"
#include "geo/projection/named_frames.hpp"
#include "geo/projection/projection.hpp"
#include "render/map/furniture/furniture.hpp"
#include "render/picture/rect.hpp"
#include "tests/render/map/map_support.hpp"
#include "tests/render/map/trackers/layout_checks.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include <fmt/format.h>

/// What the frames of theatres and of harbours show, and where names stand in them.
namespace {

using render::Layout;
using render::LayoutItem;
using render::Point;
using render::Rect;

struct Page {
    const char* name;
    int width_px, height_px;
};
constexpr std::array pages{Page{"web-16x9", 1920, 1080}, Page{"web-4x3", 1600, 1200}, Page{"square", 1080, 1080}};

render::Figure framed(const Page& page, const geo::NamedFrame& frame, const std::string& at) {
    render::Figure figure = support::page(page.width_px, page.height_px, 192, at);
    figure.projection = frame.projection;
    figure.centre = frame.centre();
    figure.width_km = frame.width_km;
    figure.shape = frame.shape;
    return figure;
}

const assets::Scenario& built_in() {
    static const auto scenario = support::scenario("assets/scenarios/canada-2024");
    return *scenario;
}

std::optional<geo::LonLat> on_earth(const Layout& layout, const geo::Projection& projection, Point p) {
    const Rect& map = layout.map_mm;
    return projection.inverse({layout.centre_m.x + (p.x - map.x - map.w / 2) * layout.m_per_mm,
                               layout.centre_m.y - (p.y - map.y - map.h / 2) * layout.m_per_mm});
}

const LayoutItem* find(const Layout& layout, const std::string& kind, const std::string& id) {
    const auto found = std::find_if(layout.items.begin(), layout.items.end(),
                                    [&](const LayoutItem& item) { return item.kind == kind && item.id == id; });
    return found == layout.items.end() ? nullptr : &*found;
}

/// The points of a grid over a label, also of a turned one.
std::vector<Point> points_of(const LayoutItem& item) {
    std::vector<Point> q = item.quad_mm;
    const Rect& r = item.box_mm;
    if (q.empty()) q = {{r.x, r.y}, {r.right(), r.y}, {r.right(), r.bottom()}, {r.x, r.bottom()}};
    std::vector<Point> points;
    constexpr int columns = 12, rows = 4;
    for (int i = 0; i <= columns; ++i)
        for (int j = 0; j <= rows; ++j) {
            const double u = static_cast<double>(i) / columns, v = static_cast<double>(j) / rows;
            points.push_back({q[0].x + u * (q[1].x - q[0].x) + v * (q[3].x - q[0].x),
                              q[0].y + u * (q[1].y - q[0].y) + v * (q[3].y - q[0].y)});
        }
    return points;
}

template <class Accept>
double share(const Layout& layout, const LayoutItem& item, Accept accept) {
    const auto projection = geo::Projection::make(layout.projection, layout.centre);
    const auto points = points_of(item);
    const auto good = std::count_if(points.begin(), points.end(), [&](Point p) {
        const auto where = on_earth(layout, projection, p);
        return where && accept(*where);
    });
    return static_cast<double>(good) / static_cast<double>(points.size());
}

/// A scenario of frigates, each with the cells "place,lon,lat,radius_km" of its position on 30 July 2024.
std::shared_ptr<const assets::Scenario> frigates_at(const std::vector<std::string>& positions) {
    std::string assets_csv = "id,name,type,country\n", positions_csv = "asset,from,to,place,lon,lat,radius_km\n";
    for (std::size_t i = 0; i < positions.size(); ++i) {
        assets_csv += fmt::format("f{},Frigate {},frigate,CA\n", i, i + 1);
        positions_csv += fmt::format("f{},2024-07-30,2024-08-02,{}\n", i, positions[i]);
    }
    const support::Scratch folder;
    folder.write("scenario.toml", "theatrum = 1\ntitle = \"Frigates\"\n");
    folder.write("assets.csv", assets_csv);
    folder.write("positions.csv", positions_csv);
    auto result = assets::read_scenario(folder.path(), support::atlas());
    REQUIRE(result.scenario != nullptr);
    return result.scenario;
}

} // namespace

TEST_CASE("a wide page gives a tall subject a side column and a larger scale", "[render][layout]") {
    const Page& wide = pages[0];
    for (const char* name : {"japan-australia", "east-asia", "south-china-sea", "korea"}) {
        INFO(name);
        render::Figure figure = framed(wide, *geo::named_frame(name), "2024-07-31");
        const Layout with = support::compose(built_in(), figure).layout;
        const double column_mm = with.map_mm.x; // with title and date it stands to the left of the map
        CHECK(column_mm > 0.26 * with.page_w_mm);
        CHECK(column_mm < 0.34 * with.page_w_mm); // the column, its gutter and the margin
        const LayoutItem* words = find(with, "furniture", "asof");
        REQUIRE(words != nullptr);
        CHECK(words->box_mm.right() < with.map_mm.x);
        const double needed_m = figure.width_km.value() * 1000 / figure.shape.value();
        CHECK(with.m_per_mm * with.map_mm.h >= needed_m - 1);
        // A footer below the map would take the height that the frame needs.
        figure.width_km = figure.shape = std::nullopt;
        figure.width_km = 1000;
        figure.centre = geo::lonlat(127, 37);
        const Layout without = support::compose(built_in(), figure).layout;
        CHECK(find(without, "furniture", "asof")->box_mm.y > without.map_mm.bottom());
        CHECK(with.map_mm.h > without.map_mm.h);
    }
}

TEST_CASE("Japan to Australia shows 51 N to 47 S and less than 140 degrees at 16:9", "[render][layout]") {
    const Layout layout =
        support::compose(built_in(), framed(pages[0], *geo::named_frame("japan-australia"), "2024-07-31")).layout;
    const auto projection = geo::Projection::make(layout.projection, layout.centre);
    const Rect& map = layout.map_mm;
    const auto north = on_earth(layout, projection, {map.x + map.w / 2, map.y});
    const auto south = on_earth(layout, projection, {map.x + map.w / 2, map.bottom()});
    const auto west = on_earth(layout, projection, {map.x, map.y + map.h / 2});
    const auto east = on_earth(layout, projection, {map.right(), map.y + map.h / 2});
    REQUIRE((north && south && west && east));
    CHECK(north->lat() == Approx(51).margin(1.5));
    CHECK(south->lat() == Approx(-47).margin(1.5));
    CHECK(std::abs(geo::wrap_longitude(east->lon() - west->lon())) < 140);
}

TEST_CASE("no text is clipped in a side column or elsewhere", "[render][layout]") {
    for (const Page& page : pages)
        for (const geo::NamedFrame& frame : geo::named_frames())
            for (const char* at : {"2024-07-31", "2024-10-20"}) {
                INFO(page.name << " " << frame.name << " " << at);
                const Layout layout = support::compose(built_in(), framed(page, frame, at)).layout;
                for (const std::string& fault : support::layout_faults(layout))
                    FAIL_CHECK(fault);
                for (const LayoutItem& item : layout.items) {
                    const bool beside = item.kind == "furniture" && item.box_mm.x > layout.map_mm.right();
                    const bool in_band = item.id == "title" || item.id == "day" || item.id == "subtitle";
                    if (!beside || in_band) continue;
                    CHECK(item.box_mm.y >= layout.map_mm.y - 0.05);
                    CHECK(item.box_mm.bottom() <= layout.map_mm.bottom() + 0.05);
                }
            }
}

TEST_CASE("names of countries and seas stand in their own land and water", "[render][layout]") {
    const auto countries = geo::CountryShapes::read(support::atlas()->data_dir, geo::CountryShapes::Level::Medium50m);
    const geo::Atlas& atlas = *support::atlas();
    int named_countries = 0, named_seas = 0;
    for (const Page& page : pages)
        for (const geo::NamedFrame& frame : geo::named_frames()) {
            const Layout layout = support::compose(built_in(), framed(page, frame, "2024-07-31")).layout;
            for (const LayoutItem& item : layout.items) {
                INFO(page.name << " " << frame.name << ": " << item.text);
                if (item.id.starts_with("country-")) {
                    const std::string iso = item.id.substr(8);
                    const double abroad = share(layout, item, [&](geo::LonLat where) {
                        const auto here = countries.at(where);
                        return !here.empty() && here != iso;
                    });
                    CHECK(abroad < 0.3);
                    ++named_countries;
                }
                if (item.layer == "seas" && item.kind == "label") {
                    const geo::Sea* sea = atlas.seas.by_id(item.id);
                    REQUIRE(sea != nullptr);
                    const double at_home = share(layout, item, [&](geo::LonLat where) {
                        return atlas.seas.contains(*sea, where) && !atlas.land.on_land(where);
                    });
                    CHECK(at_home > 0.6);
                    ++named_seas;
                    if (sea->rank > 1) continue;
                    const auto projection = geo::Projection::make(layout.projection, layout.centre);
                    const auto label = projection.forward(sea->label);
                    REQUIRE(label);
                    CHECK(std::abs(label->x - layout.centre_m.x) < layout.m_per_mm * layout.map_mm.w / 2);
                    CHECK(std::abs(label->y - layout.centre_m.y) < layout.m_per_mm * layout.map_mm.h / 2);
                }
            }
        }
    CHECK(named_countries > 25);
    CHECK(named_seas > 60);
}

TEST_CASE("countries of every continent are named where the frame has room on their land", "[render][layout]") {
    struct Continent {
        double lon, lat, width_km;
        std::vector<const char*> named;
    };
    const std::vector<Continent> continents{
        {15, 50, 5000, {"FR", "DE", "PL", "ES", "UA", "RO", "FI", "DZ"}},
        {20, 3, 8000, {"DZ", "LY", "EG", "SD", "TD", "NE", "ML", "CD", "AO", "ZA", "ET"}},
        {-60, -18, 8000, {"BR", "AR", "PE", "BO", "CO"}},
        {-100, 45, 8000, {"US", "CA", "MX"}},
        {50, 28, 5000, {"SA", "IR", "IQ", "EG", "TR", "TM"}},
    };
    const auto scenario = frigates_at({",-30,0,4"});
    render::Figure figure = support::page(1600, 1600, 192, "2024-07-31");
    for (const Continent& continent : continents) {
        figure.centre = geo::lonlat(continent.lon, continent.lat);
        figure.width_km = continent.width_km;
        const Layout layout = support::compose(*scenario, figure).layout;
        for (const char* iso : continent.named) {
            INFO(continent.lon << " " << continent.lat << ": " << iso);
            CHECK(find(layout, "label", std::string{"country-"} + iso) != nullptr);
        }
    }
    for (const geo::NamedFrame& frame : geo::named_frames()) {
        if (std::string_view{frame.name} != "korea") continue;
        const Layout layout = support::compose(built_in(), framed(pages[0], frame, "2024-07-31")).layout;
        CHECK(find(layout, "label", "country-KP") != nullptr);
        CHECK(find(layout, "label", "country-KR") != nullptr);
    }
}

TEST_CASE("only names of water are in italics", "[render][layout]") {
    const std::function<bool(const std::vector<render::Command>&)> any_italic = [&](const auto& commands) {
        return std::any_of(commands.begin(), commands.end(), [&](const render::Command& command) {
            if (const auto* group = std::get_if<render::Group>(&command.value)) return any_italic(group->commands);
            const auto* text = std::get_if<render::DrawText>(&command.value);
            return text != nullptr && std::any_of(text->runs.begin(), text->runs.end(),
                                                  [](const render::Run& run) { return run.font.italic; });
        });
    };
    for (const geo::NamedFrame& frame : geo::named_frames()) {
        INFO(frame.name);
        const auto picture = support::compose(built_in(), framed(pages[0], frame, "2024-07-31")).picture;
        for (const render::Command& command : picture.commands) {
            const auto* layer = std::get_if<render::Group>(&command.value);
            if (layer == nullptr || (layer->tag.layer != "places" && layer->tag.layer != "zones")) continue;
            CHECK_FALSE(any_italic(layer->commands));
        }
        const auto seas = support::layer_indices(picture, "seas");
        CHECK(std::any_of(seas.begin(), seas.end(), [&](std::size_t i) { return any_italic({picture.commands[i]}); }));
    }
}

TEST_CASE("a city's name stands beside its dot", "[render][layout]") {
    const geo::Atlas& atlas = *support::atlas();
    int cities = 0;
    for (const geo::NamedFrame& frame : geo::named_frames())
        for (const LayoutItem& item :
             support::compose(built_in(), framed(pages[0], frame, "2024-07-31")).layout.items) {
            const geo::Place* place = item.layer == "places" ? atlas.gazetteer.by_id(item.id) : nullptr;
            if (place == nullptr || (place->kind != geo::PlaceKind::City && place->kind != geo::PlaceKind::Capital))
                continue;
            INFO(frame.name << ": " << item.text);
            CHECK(render::distance(item.box_mm, {item.anchor_mm->x, item.anchor_mm->y, 0, 0}) < 2.5);
            ++cities;
        }
    CHECK(cities > 40);
}

TEST_CASE("a map under 100 km wide draws radii and names bays and ports", "[render][layout]") {
    const auto scenario = frigates_at({",139.72,35.32,4"});
    render::Figure figure = support::page(1920, 1080, 192, "2024-07-31");
    figure.centre = geo::lonlat(139.75, 35.35);
    for (const double width_km : {90.0, 110.0}) {
        figure.width_km = width_km;
        const auto composition = support::compose(*scenario, figure);
        const bool is_harbour = width_km < 100;
        INFO(width_km);
        CHECK((support::find_group(composition.picture.commands, "areas", "asset", "f0") != nullptr) == is_harbour);
        CHECK(composition.visible.radii == is_harbour);
        CHECK(find(composition.layout, "label", "tokyo-bay") != nullptr);
        CHECK(find(composition.layout, "label", "yokosuka") != nullptr);
    }
    // A bay fills the frame at a scale at which its name is otherwise left out.
    figure.width_km = 30;
    figure.centre = geo::lonlat(139.8, 35.5);
    const auto bay = support::compose(*scenario, figure).layout;
    CHECK(find(bay, "label", "tokyo-bay") != nullptr);
    CHECK(find(bay, "label", "pacific-ocean") == nullptr);
}

TEST_CASE("a crowded part of the map is reported with a frame that shows it", "[render][layout]") {
    const std::vector<std::string> far{"Singapore,,,", "Darwin,,,", "Perth,,,", "Sydney,,,", "Mumbai,,,"};
    const std::vector<std::string> near{"Yokosuka,,,", ",138.5,34.6,5", ",137.0,34.0,5", ",140.5,35.6,5",
                                        "Yokosuka,,,"};
    render::Figure figure = support::page(1080, 1080, 192, "2024-07-31");
    figure.fit_all = true;
    std::vector<std::string> all = far;
    CHECK_FALSE(support::compose(*frigates_at(all), figure).layout.crowded.has_value());
    all.insert(all.end(), near.begin(), near.end());
    const auto crowded = support::compose(*frigates_at(all), figure).layout.crowded;
    REQUIRE(crowded.has_value());
    CHECK(crowded->positions == 5);
    CHECK(crowded->of == 10);
    CHECK(crowded->centre.lon() == Approx(138.7).margin(3));
    CHECK(crowded->centre.lat() == Approx(34.8).margin(3));
    // At one place a list says enough.
    all = far;
    all.insert(all.end(), 6, "Yokosuka,,,");
    CHECK_FALSE(support::compose(*frigates_at(all), figure).layout.crowded.has_value());
}
