// Whole maps of varied scenarios as text, compared with accepted files. A change that a reader of any of these maps
// could see changes a golden.
#include "assets/timeline/past/coverage.hpp"
#include "assets/timeline/past/trails.hpp"
#include "render/map/furniture/furniture.hpp"
#include "render/picture/inspect.hpp"
#include "tests/render/map/map_support.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

#include <regex>
#include <set>

#include <fmt/format.h>

using render::Figure;

namespace {

const std::string atlas_folder = "tests/fixtures/atlas";

/// A figure of the scenario's own view.
Figure figure_of(int width_px, int height_px, const std::string& at = "2024-06-15") {
    Figure figure = support::page(width_px, height_px, 192, at);
    figure.projection = "eqearth";
    figure.centre = geo::lonlat(170, 5);
    figure.width_km = 16000;
    return figure;
}

assets::Snapshot snapshot_for(const assets::Scenario& scenario, const Figure& figure) {
    assets::Snapshot snapshot = assets::snapshot_at(scenario, figure.at);
    if (figure.trail > std::chrono::seconds{0}) snapshot.trails = assets::trails_at(scenario, figure.at, figure.trail);
    if (figure.shows("coverage"))
        snapshot.coverage = std::make_shared<const assets::Coverage>(assets::coverage_of(scenario, figure.at));
    return snapshot;
}

/// The dump without the counts and lengths of long outlines; their boxes and areas stay. Shortens the goldens by a
/// third.
std::string short_dump(const render::Picture& picture) {
    static const std::regex counts{R"(\d+ outlines, \d+ points, )"}, length{R"(, length \S+, area)"}, indent{"\n +"};
    std::string text = render::dump(picture);
    text = std::regex_replace(text, counts, "");
    text = std::regex_replace(text, length, " area");
    return std::regex_replace(text, indent, "\n ");
}

std::string point(render::Point p) {
    return fmt::format("{:.2f},{:.2f}", p.x, p.y);
}

/// The layout with one item on a line.
std::string short_layout(const render::Layout& layout) {
    static const std::regex long_numbers{R"((\d\.\d{4})\d+)"};
    const std::string projection = std::regex_replace(layout.projection, long_numbers, "$1");
    std::string text = fmt::format("map {} + {:.2f},{:.2f} {} {:.4f} {:.4f}, {:.3f} m a mm\n",
                                   point({layout.map_mm.x, layout.map_mm.y}), layout.map_mm.w, layout.map_mm.h,
                                   projection, layout.centre.lon(), layout.centre.lat(), layout.m_per_mm);
    for (const render::LayoutItem& item : layout.items) {
        text += fmt::format("{} {} '{}' '{}' {} + {:.2f},{:.2f}", item.kind, item.layer, item.id, item.text,
                            point({item.box_mm.x, item.box_mm.y}), item.box_mm.w, item.box_mm.h);
        if (item.anchor_mm) text += " at " + point(*item.anchor_mm);
        for (const render::Point corner : item.quad_mm)
            text += " / " + point(corner);
        text += '\n';
    }
    for (const auto& dropped : layout.dropped)
        text += fmt::format("dropped '{}' '{}': {}\n", dropped.id, dropped.text, dropped.why);
    for (const auto& unplaced : layout.unplaced)
        text += fmt::format("unplaced '{}' '{}': {}\n", unplaced.id, unplaced.text, unplaced.why);
    if (const auto& part = layout.crowded)
        text += fmt::format("crowded {} + {:.2f},{:.2f} about {:.2f} {:.2f}, {:.1f} km wide: {} of {}\n",
                            point({part->box_mm.x, part->box_mm.y}), part->box_mm.w, part->box_mm.h, part->centre.lon(),
                            part->centre.lat(), part->width_km, part->positions, part->of);
    return text;
}

void check(const std::string& name, const Figure& figure, const std::string& folder = atlas_folder) {
    const auto scenario = support::scenario(folder);
    const auto composed = support::composer().compose(*scenario, snapshot_for(*scenario, figure), figure);
    support::check_golden_text("map/figures/" + name + ".txt",
                               short_dump(composed.picture) + short_layout(composed.layout));
}

} // namespace

TEST_CASE("maps across 180 degrees with every kind of thing are as accepted", "[approval]") {
    check("pacific", figure_of(1400, 1050));
    Figure figure = figure_of(2000, 1500);
    figure.theme = "dark";
    figure.label_style = render::LabelStyle::Hull;
    figure.with = {"events", "north"};
    figure.footnotes = render::Footnotes::Full;
    figure.trail = std::chrono::days{14};
    figure.without = {"land", "coast", "borders", "graticule"};
    check("pacific-dark-events", figure);
}

TEST_CASE("a map of dots with trails is as accepted", "[approval]") {
    Figure figure = figure_of(1600, 900);
    figure.projection = "merc";
    figure.centre.reset();
    figure.width_km.reset();
    figure.bbox = geo::Box::from_degrees(150, -48, -165, 5);
    figure.symbols = render::SymbolSet::Dot;
    figure.trail = std::chrono::hours{60};
    figure.with = {"coverage"};
    figure.without = {"land", "coast", "borders", "subtitle"};
    check("trails-dots", figure);
}

TEST_CASE("maps of a crowded port are as accepted", "[approval]") {
    Figure figure = figure_of(1200, 900);
    figure.projection = "laea";
    figure.centre = geo::lonlat(137, 36);
    figure.width_km = 1900;
    figure.label_style = render::LabelStyle::Prefix;
    figure.without = {"land", "coast"};
    check("ports", figure);
    figure.centre = geo::lonlat(139.67, 35.29);
    figure.width_km = 45;
    figure.marked = {"yoko-3"};
    check("harbour", figure);
}

TEST_CASE("maps of the pole are as accepted", "[approval]") {
    Figure figure = figure_of(1000, 1000);
    figure.projection = "ortho";
    figure.centre = geo::lonlat(-100, 88);
    figure.width_km = 4500;
    figure.without = {"land", "coast", "borders"};
    check("pole", figure);
    figure.projection = "ortho";
    figure.centre = geo::lonlat(-160, 60);
    figure.width_km = 14000;
    figure.without = {"land", "coast", "borders", "legend", "asof", "unplaced", "labels"};
    figure.only = {"polar-1", "polar-2", "polar-3", "cruiser", "carrier", "auxiliary", "merchant", "rover", "orion"};
    check("globe", figure);
}

TEST_CASE("names of places, seas and countries at three scales are as accepted", "[approval]") {
    Figure figure = figure_of(1200, 900);
    figure.with.clear();
    figure.only = {"polar-1"};
    figure.without = {"all", "land", "coast", "borders", "zones", "graticule"};
    figure.projection = "laea";
    for (const auto& [name, lon, lat, width_km] :
         std::vector<std::tuple<std::string, double, double, double>>{{"world", 20, 20, 14000},
                                                                      {"europe", 16, 47, 3600},
                                                                      {"balkans", 20, 44, 1500},
                                                                      {"korea", 127.5, 37, 900}}) {
        figure.centre = geo::lonlat(lon, lat);
        figure.width_km = width_km;
        check("names-" + name, figure);
    }
}

TEST_CASE("the words of maps in other languages are as accepted", "[approval]") {
    // Only the words: widths of Chinese, Japanese and Korean text depend on the release.
    std::string text;
    for (const auto& [words, names] : std::vector<std::pair<std::string, std::string>>{
             {"en", "en+ko"}, {"fr", "en"}, {"ja", "ja"}, {"ko", "ko+en"}}) {
        Figure figure = figure_of(1400, 1050);
        figure.projection = "laea";
        figure.centre = geo::lonlat(137, 38);
        figure.width_km = 4200;
        figure.words = words;
        figure.names = names;
        figure.label_style = render::LabelStyle::Prefix;
        const auto scenario = support::scenario(atlas_folder);
        const auto composed = support::composer().compose(*scenario, snapshot_for(*scenario, figure), figure);
        text += fmt::format("{} {}: {}\n", words, names, composed.picture.description);
        std::set<std::string> items;
        for (const render::LayoutItem& item : composed.layout.items)
            items.insert(fmt::format("  {} '{}' '{}'\n", item.kind, item.id, item.text));
        for (const auto& unplaced : composed.layout.unplaced)
            items.insert(fmt::format("  unplaced '{}' '{}'\n", unplaced.id, unplaced.text));
        for (const std::string& item : items)
            text += item;
    }
    if (support::exact_goldens()) support::check_golden_text("map/figures/words.txt", text);
}

TEST_CASE("the furniture of many pages and frames is as accepted", "[approval]") {
    std::string text;
    const auto scenario = support::scenario(atlas_folder);
    for (const auto& [width, height] :
         std::vector<std::pair<int, int>>{{1200, 700}, {700, 1200}, {800, 800}, {500, 400}, {330, 260}, {240, 200}})
        for (const auto& [lon, lat, width_km] : std::vector<std::tuple<double, double, double>>{
                 {170, 5, 16000}, {137, 36, 1900}, {139.67, 35.29, 45}, {-160, -20, 5000}}) {
            Figure figure = figure_of(width, height);
            figure.projection = "laea";
            figure.centre = geo::lonlat(lon, lat);
            figure.width_km = width_km;
            figure.with = {"north"};
            if (width == 800) figure.without = {"asof", "unplaced", "legend"};
            if (width == 700) figure.without = {"title", "subtitle", "credit"};
            text += fmt::format("{} x {}, {} km at {} {}\n", width, height, width_km, lon, lat);
            try {
                const auto composed = support::composer().compose(*scenario, snapshot_for(*scenario, figure), figure);
                for (const render::LayoutItem& item : composed.layout.items)
                    if (item.kind == "furniture")
                        text +=
                            fmt::format("  {} {} + {:.2f},{:.2f} {}\n", item.id, point({item.box_mm.x, item.box_mm.y}),
                                        item.box_mm.w, item.box_mm.h, item.text.substr(0, 60));
            } catch (const render::FigureError& error) {
                text += fmt::format("  {}\n", error.what());
            }
        }
    support::check_golden_text("map/figures/furniture.txt", text);
}

TEST_CASE("the frames that hold assets and zones are as accepted", "[approval]") {
    std::string text;
    const auto scenario = support::scenario(atlas_folder);
    for (const auto& fit : std::vector<std::vector<std::string>>{{"rover", "dateline"},
                                                                 {"yoko-1"},
                                                                 {"polar-1", "polar-2"},
                                                                 {"jets", "boats"},
                                                                 {"strike-group", "orion"},
                                                                 {"cut", "ring-exclusion"},
                                                                 {"box-east"},
                                                                 {"frigate", "group", "other"}})
        for (const bool choose : {false, true})
            for (const std::string projection : {"laea", "merc"}) {
                Figure figure = figure_of(1000, 600);
                figure.projection = projection;
                figure.centre.reset();
                figure.width_km.reset();
                figure.fit = fit;
                figure.choose_projection = choose;
                figure.without = {"all", "land", "coast", "borders", "seas", "places", "graticule"};
                text += fmt::format("{} {} {}: ", fit.front(), projection, choose);
                try {
                    const auto snapshot = snapshot_for(*scenario, figure);
                    const auto composed = support::composer().compose(*scenario, snapshot, figure);
                    const std::string layout = short_layout(composed.layout);
                    text += layout.substr(0, layout.find('\n') + 1);
                } catch (const std::runtime_error& error) {
                    text += fmt::format("{}\n", error.what());
                }
            }
    support::check_golden_text("map/figures/fits.txt", text);
}

TEST_CASE("a column of print with few things is as accepted", "[approval]") {
    Figure figure = support::page(1051, 1051, 300, "2024-06-16T09:30:00Z");
    figure.page_height_mm.reset();
    figure.least_type_mm = 2.2;
    figure.projection = "lcc";
    figure.centre = geo::lonlat(133, 33);
    figure.width_km = 2600;
    figure.only = {"yoko-1", "yoko-2", "busan-1", "cut", "aew-aircraft", "submarine"};
    figure.hidden = {"busan-1", "twin-b"};
    figure.title = "A title that is far too long for one line of a narrow column and has to be broken";
    figure.credit = "Credit of the figure";
    figure.round_deg = 0.5;
    figure.delay_h = 36;
    figure.known_by = support::instant("2024-06-20");
    check("column", figure);
}

TEST_CASE("the JSON of a layout is as accepted", "[approval]") {
    Figure figure = figure_of(1300, 1000, "2024-07-31");
    figure.projection = "laea";
    figure.centre = geo::lonlat(124, 28);
    figure.width_km = 3000;
    const auto scenario = support::scenario("tests/fixtures/scenarios/counts-and-plans");
    support::check_golden_text("map/figures/layout.json",
                               render::layout_json(support::compose(*scenario, figure).layout));
}

TEST_CASE("a map without furniture, and one that fits its assets, are as accepted", "[approval]") {
    Figure figure = figure_of(900, 700, "2024-06-17T23:00:00Z");
    figure.fit = {"rover", "dateline", "strike-group"};
    figure.centre.reset();
    figure.width_km.reset();
    figure.choose_projection = true;
    figure.without = {"land", "coast", "borders"};
    figure.only = {"rover", "strike-group", "escort-1", "escort-2", "escort-3", "orion", "cyclone", "frigate"};
    check("fitted", figure);
    figure.fit.clear();
    figure.fit_all = true;
    figure.without = {"all", "land", "coast", "borders", "graticule", "seas", "places"};
    check("bare", figure);
}

TEST_CASE("maps of the zones are as accepted", "[approval]") {
    Figure figure = figure_of(1300, 1000, "2024-07-31");
    figure.projection = "laea";
    figure.centre = geo::lonlat(127.5, 38);
    figure.width_km = 2000;
    check("zones", figure, "tests/fixtures/scenarios/map-zones");
    figure.at = support::instant("2024-07-31");
    figure.width_km = 3000;
    figure.centre = geo::lonlat(124, 28);
    figure.without = {"land", "coast", "borders"};
    check("counts-and-plans", figure, "tests/fixtures/scenarios/counts-and-plans");
}

TEST_CASE("maps of the built-in scenario are as accepted", "[approval]") {
    Figure figure = figure_of(1920, 1080, "2024-10-20");
    figure.projection = "laea";
    figure.centre = geo::lonlat(128, 25);
    figure.width_km = 9000;
    figure.without = {"land", "coast", "borders"};
    check("canada-october", figure, "assets/scenarios/canada-2024");
    figure.at = support::instant("2024-04-10");
    figure.trail = std::chrono::days{60};
    check("canada-april", figure, "assets/scenarios/canada-2024");
}

TEST_CASE("the two halves of a window's map are as accepted", "[approval]") {
    Figure figure = figure_of(1000, 700);
    figure.marked = {"fishing", "amphibious"};
    figure.with = {"events"};
    figure.without = {"zones", "borders"};
    figure.only = {"fishing",         "amphibious", "headquarters", "jets",         "boats",    "yoko-1",
                   "yoko-2",          "yoko-3",     "yoko-4",       "strike-group", "escort-1", "escort-2",
                   "tanker-aircraft", "helicopter", "command-ship", "uav"};
    const auto scenario = support::scenario(atlas_folder);
    const auto snapshot = snapshot_for(*scenario, figure);
    const auto ground = support::composer().ground(*scenario, snapshot, figure);
    const auto overlay = support::composer().overlay(*scenario, snapshot, figure);
    support::check_golden_text("map/figures/window.txt",
                               short_dump(ground.below_land) + short_dump(overlay.below_land) +
                                   short_dump(ground.above_land) + short_dump(overlay.above_land) +
                                   short_layout(overlay.layout));
}
