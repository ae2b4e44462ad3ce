#include "assets/formats/scenario/read_scenario.hpp"
#include "geo/basemap/countries/country_shapes.hpp"
#include "geo/projection/projection.hpp"
#include "render/map/words/words.hpp"
#include "render/picture/rect.hpp"
#include "tests/render/map/map_support.hpp"
#include "tests/render/map/trackers/layout_checks.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <random>
#include <set>

#include <fmt/format.h>

/// Made trackers: many ships in a few ports and seas, on pages and frames of every kind. Nobody is left out without a
/// word, and nothing lies where it does not belong.
namespace {

using render::LayoutItem;
using render::Point;
using render::Rect;

constexpr std::array ports{"Yokosuka",     "Sasebo",           "Busan",   "Jinhae",    "Kure",
                           "Pearl Harbor", "San Diego",        "Guam",    "Singapore", "Kaohsiung",
                           "Manila",       "Ho Chi Minh City", "Qingdao", "Zhanjiang", "Sydney",
                           "Darwin",       "Esquimalt",        "Incheon", "Maizuru",   "Vladivostok"};
constexpr std::array seas{"south-china-sea", "philippine-sea", "east-china-sea", "sea-of-japan", "yellow-sea",
                          "taiwan-strait",   "sulu-sea",       "korea-strait",   "java-sea",     "celebes-sea"};
constexpr std::array types{"frigate",    "destroyer", "cruiser",     "carrier",    "submarine",
                           "amphibious", "auxiliary", "patrol_ship", "coast_guard"};
constexpr std::array countries{"US", "JP", "KR", "CN", "AU", "CA", "GB", "PH", "FR", "IN"};
constexpr std::array names{
    "Ronald Reagan",      "Maya",     "Izumo", "Robert Smalls", "Ho", "Ryu Seong-ryong", "Vancouver",
    "Gregorio del Pilar", "Liaoning", "Ji"};

class Maker {
public:
    explicit Maker(unsigned seed) : m_random{seed} {}

    std::size_t below(std::size_t count) { return m_random() % count; } // distributions differ between libraries
    template <class List>
    const char* one_of(const List& list) {
        return list[below(list.size())];
    }

    /// A scenario of `ships` ships in `places` ports and seas on one day.
    std::shared_ptr<const assets::Scenario> tracker(std::size_t ships, std::size_t places) {
        std::vector<std::string> where; // "place,area" cells
        for (std::size_t i = 0; i < places; ++i)
            where.push_back(below(3) == 0 ? fmt::format(",{}", one_of(seas)) : fmt::format("{},", one_of(ports)));
        std::string assets = "id,name,type,country\n", positions = "asset,from,to,place,area\n";
        const std::size_t states = 1 + below(5);
        for (std::size_t i = 0; i < ships; ++i) {
            assets +=
                fmt::format("s{},{} {},{},{}\n", i, one_of(names), i + 1, one_of(types), countries[below(states)]);
            // Most ships are in the first places, as in a real tracker.
            const std::size_t at = std::min(below(places), below(places));
            positions += fmt::format("s{},2024-07-30,2024-08-02,{}\n", i, where[at]);
        }
        const support::Scratch folder;
        folder.write("scenario.toml",
                     "theatrum = 1\ntitle = \"A made tracker\"\nsubtitle = \"Ships in ports and seas\"\n"
                     "credit = \"Made for a test\"\n");
        folder.write("assets.csv", assets);
        folder.write("positions.csv", positions);
        const auto result = assets::read_scenario(folder.path(), support::atlas());
        REQUIRE(result.scenario != nullptr);
        REQUIRE(result.scenario->fixes.size() == ships);
        return result.scenario;
    }

private:
    std::mt19937 m_random;
};

struct Page {
    const char* name;
    int width_px, height_px; ///< height 0: as high as the map and its furniture need
    double dpi;
};
constexpr std::array pages{Page{"web-16x9", 1920, 1080, 192}, Page{"web-4x3", 1600, 1200, 192},
                           Page{"square", 1080, 1080, 192},   Page{"story", 1080, 1920, 192},
                           Page{"column-89", 1051, 0, 300},   Page{"column-183", 2161, 0, 300}};

struct Frame {
    const char* name;
    const char* projection;
    double lon, lat, width_km; ///< width 0: all assets
};
constexpr std::array frames{Frame{"japan-australia", "laea", 135, 2, 8400}, Frame{"east-asia", "laea", 120, 20, 7800},
                            Frame{"pacific", "eqearth", 175, 8, 17500},
                            Frame{"south-china-sea", "laea", 114, 12.5, 2600}, Frame{"fit all", "laea", 0, 0, 0}};

render::Figure figure_of(const Page& page, const Frame& frame) {
    render::Figure figure = support::page(page.width_px, std::max(page.height_px, 1), page.dpi, "2024-07-31");
    if (page.height_px == 0) figure.page_height_mm.reset();
    figure.projection = frame.projection;
    if (frame.width_km > 0) {
        figure.centre = geo::lonlat(frame.lon, frame.lat);
        figure.width_km = frame.width_km;
    } else {
        figure.fit_all = figure.choose_projection = true;
    }
    return figure;
}

/// Ids of the assets that are named on the map or in the lines below it, and how many of them the lines cut.
struct Named {
    std::set<std::string> ids;
    int cut = 0;
};

Named named_in(const render::Composition& composition) {
    Named named;
    for (const LayoutItem& item : composition.layout.items)
        if (item.kind == "label" && item.layer == "assets") named.ids.insert(item.id);
    for (const auto& unplaced : composition.layout.unplaced)
        named.ids.insert(unplaced.id); // "no room", named below the map, or outside the map
    for (const auto& dropped : composition.layout.dropped)
        named.cut += dropped.why == "no room in the footer" && named.ids.contains(dropped.id) ? 1 : 0;
    return named;
}

/// The number of stand-ins whose symbol's middle lies more than half a millimetre outside the water of their sea.
int off_their_areas(const assets::Scenario& scenario, const assets::Snapshot& snapshot,
                    const render::Composition& composition) {
    const auto projection = geo::Projection::make(composition.layout.projection, composition.layout.centre);
    const render::Layout& layout = composition.layout;
    const Point middle{layout.map_mm.x + layout.map_mm.w / 2, layout.map_mm.y + layout.map_mm.h / 2};
    const auto on_earth = [&](Point p) {
        return projection.inverse({layout.centre_m.x + (p.x - middle.x) * layout.m_per_mm,
                                   layout.centre_m.y - (p.y - middle.y) * layout.m_per_mm});
    };
    int off = 0;
    for (const LayoutItem& item : layout.items) {
        if (item.kind != "symbol" || item.layer != "assets") continue;
        const auto state = std::find_if(snapshot.states.begin(), snapshot.states.end(),
                                        [&](const assets::State& s) { return scenario.assets[s.asset].id == item.id; });
        if (!state->area()) continue;
        const geo::Sea* sea = scenario.atlas->seas.by_id(state->area()->id);
        const Point at{item.box_mm.x + item.box_mm.w / 2, item.box_mm.y + item.box_mm.h / 2};
        bool in_water = false;
        for (const Point step : {Point{0, 0}, Point{0.5, 0}, Point{-0.5, 0}, Point{0, 0.5}, Point{0, -0.5}}) {
            const auto where = on_earth({at.x + step.x, at.y + step.y});
            in_water = in_water ||
                       (where && scenario.atlas->seas.contains(*sea, *where) && !scenario.atlas->land.on_land(*where));
        }
        off += in_water ? 0 : 1;
    }
    return off;
}

/// The number of countries of drawn ships that the legend does not name, although it has several to tell apart.
int unexplained_countries(const assets::Scenario& scenario, const render::Composition& composition) {
    std::set<std::string> drawn;
    for (const assets::Asset& asset : scenario.assets)
        if (composition.visible.drawn_assets.contains(asset.id)) drawn.insert(asset.country);
    if (drawn.size() < 2) return 0;
    std::set<std::string> left_out;
    for (const auto& dropped : composition.layout.dropped)
        left_out.insert(dropped.id);
    const auto words = support::composer().words(scenario, {});
    const auto legend = std::find_if(composition.layout.items.begin(), composition.layout.items.end(),
                                     [](const LayoutItem& item) { return item.layer == "legend"; });
    int missing = 0;
    for (const std::string& country : drawn) {
        const bool named = legend != composition.layout.items.end() &&
                           legend->text.find((*words)("country." + country)) != std::string::npos;
        missing += named || left_out.contains("country:" + country) ? 0 : 1;
    }
    return missing;
}

/// The country shapes at 1:50m.
const geo::CountryShapes& country_shapes() {
    static const auto shapes =
        geo::CountryShapes::read(support::atlas()->data_dir, geo::CountryShapes::Level::Medium50m);
    return shapes;
}

/// The labels over 4 mm from their symbol of which over half lies on land of countries that the symbol does not touch.
/// The symbol of a list is the dot of its place.
std::vector<std::string> labels_over_foreign_land(const render::Composition& composition) {
    const auto projection = geo::Projection::make(composition.layout.projection, composition.layout.centre);
    const render::Layout& layout = composition.layout;
    const Point middle{layout.map_mm.x + layout.map_mm.w / 2, layout.map_mm.y + layout.map_mm.h / 2};
    const auto country_at = [&](Point p) -> std::string_view {
        const auto where = projection.inverse({layout.centre_m.x + (p.x - middle.x) * layout.m_per_mm,
                                               layout.centre_m.y - (p.y - middle.y) * layout.m_per_mm});
        return where ? country_shapes().at(*where) : std::string_view{};
    };
    /// The countries at the points of a grid over the box.
    const auto countries_in = [&](const Rect& box) {
        std::vector<std::string_view> found;
        constexpr int columns = 12, rows = 5;
        for (int i = 0; i <= columns; ++i)
            for (int j = 0; j <= rows; ++j)
                found.push_back(country_at({box.x + box.w * i / columns, box.y + box.h * j / rows}));
        return found;
    };
    std::vector<std::string> over;
    const auto check = [&](const std::string& text, const Rect& label, const Rect& symbol) {
        constexpr double near_mm = 4.0, touching_mm = 0.3;
        if (render::distance(label, symbol) <= near_mm) return;
        const auto own = countries_in(render::grown(symbol, touching_mm));
        const auto below = countries_in(label);
        const auto foreign = std::count_if(below.begin(), below.end(), [&](std::string_view country) {
            return !country.empty() && std::find(own.begin(), own.end(), country) == own.end();
        });
        if (2 * foreign > static_cast<std::ptrdiff_t>(below.size())) over.push_back(text);
    };
    struct List {
        std::string head;
        Rect box, dot;
    };
    std::map<std::pair<double, double>, List> lists; // by the place of their dot
    for (const LayoutItem& item : layout.items) {
        const bool has_symbol = item.layer == "assets" || item.layer == "events" || item.layer == "places";
        if (item.kind != "label" || !has_symbol || item.id.starts_with("country-")) continue;
        const auto symbol = std::find_if(layout.items.begin(), layout.items.end(), [&](const LayoutItem& other) {
            return other.kind == "symbol" && other.id == item.id;
        });
        constexpr double r = 0.62; // of the dot of a place
        const Rect dot{item.anchor_mm->x - r, item.anchor_mm->y - r, 2 * r, 2 * r};
        if (symbol != layout.items.end() || item.layer != "assets") {
            check(item.text, item.box_mm, symbol != layout.items.end() ? symbol->box_mm : dot);
            continue;
        }
        auto& list = lists.try_emplace({dot.x, dot.y}, List{item.text, item.box_mm, dot}).first->second;
        list.box = render::around(list.box, item.box_mm);
    }
    for (const auto& [at, list] : lists)
        check(list.head, list.box, list.dot);
    return over;
}

/// One of the generated maps.
struct Case {
    std::size_t ships, places;
    std::shared_ptr<const assets::Scenario> scenario;
    Page page;
    Frame frame;
};

Case case_of(int number) {
    Maker maker{static_cast<unsigned>(number) * 7919U + 17U};
    const std::size_t ships = 10 + maker.below(111), places = 3 + maker.below(10);
    return {ships, places, maker.tracker(ships, places), pages[static_cast<std::size_t>(number) % pages.size()],
            frames[static_cast<std::size_t>(number) / pages.size() % frames.size()]};
}

bool is_long_run() {
    return std::getenv("THEATRUM_LONG") != nullptr; // NOLINT(concurrency-mt-unsafe)
}

} // namespace

TEST_CASE("on generated maps every ship is named, in its sea and uncovered", "[render][trackers]") {
    const int compositions = is_long_run() ? 900 : 150;
    int ships_named = 0, lists = 0;
    for (int i = 0; i < compositions; ++i) {
        const auto [ships, places, scenario, page, frame] = case_of(i);
        INFO(i << ": " << ships << " ships in " << places << " places, " << page.name << ", " << frame.name);
        const render::Figure figure = figure_of(page, frame);
        const auto snapshot = assets::snapshot_at(*scenario, figure.at);
        const auto composition = support::composer().compose(*scenario, snapshot, figure);

        for (const std::string& fault : support::layout_faults(composition.layout))
            FAIL_CHECK(fault);
        const Named named = named_in(composition);
        for (const assets::Asset& asset : scenario->assets)
            if (!named.ids.contains(asset.id)) FAIL_CHECK(asset.id << " " << asset.name << " is named nowhere");
        const bool is_large = page.width_px == 2161 || std::string{page.name} == "web-16x9";
        if (is_large && ships <= 60 && named.cut > 0) FAIL_CHECK(named.cut << " ships are cut from the line below");
        for (const std::string& text : labels_over_foreign_land(composition))
            FAIL_CHECK("'" << text << "' lies over foreign land");
        CHECK(off_their_areas(*scenario, snapshot, composition) == 0);
        CHECK(unexplained_countries(*scenario, composition) == 0);
        ships_named += static_cast<int>(named.ids.size());
        for (const LayoutItem& item : composition.layout.items)
            lists += item.id.starts_with("roster:") ? 1 : 0;
    }
    CHECK(ships_named > 40 * compositions); // maps without ships would pass all checks above
    CHECK(lists > compositions);
}

TEST_CASE("names that find no room only once they are placed have room below the map", "[render][trackers]") {
    const Case drawn = case_of(569);
    const render::Figure figure = figure_of(drawn.page, drawn.frame);
    const auto composition = support::compose(*drawn.scenario, figure);
    const Named named = named_in(composition);
    CHECK(named.cut == 0);
    for (const assets::Asset& asset : drawn.scenario->assets)
        CHECK(named.ids.contains(asset.id));
    CHECK(std::any_of(composition.layout.unplaced.begin(), composition.layout.unplaced.end(),
                      [](const auto& asset) { return asset.why == render::why_no_room; }));
}
