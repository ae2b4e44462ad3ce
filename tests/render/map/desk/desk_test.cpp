#include "assets/formats/scenario/read_scenario.hpp"
#include "geo/projection/named_frames.hpp"
#include "geo/projection/projection.hpp"
#include "render/picture/rect.hpp"
#include "tests/render/map/map_support.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <set>

#include <fmt/format.h>

/// Rules of a news desk, read off the layouts of maps: distances, sizes and numbers of rows.
namespace {

using render::Command;
using render::Composition;
using render::Group;
using render::Layout;
using render::LayoutItem;
using render::Point;
using render::Rect;
using render::StrokePath;

struct Page {
    const char* name;
    int width_px, height_px; ///< height 0: as high as the map and its furniture need
    double dpi;
};
constexpr std::array pages{Page{"web-16x9", 1920, 1080, 192}, Page{"square", 1080, 1080, 192},
                           Page{"column-89", 1051, 0, 300}, Page{"column-120", 1417, 0, 300},
                           Page{"column-183", 2161, 0, 300}};

render::Figure figure_on(const Page& page, const std::string& day, double lon, double lat, double width_km) {
    render::Figure figure = support::page(page.width_px, std::max(page.height_px, 1), page.dpi, day);
    if (page.height_px == 0) figure.page_height_mm.reset();
    figure.projection = "laea";
    figure.centre = geo::lonlat(lon, lat);
    figure.width_km = width_km;
    return figure;
}

render::Figure framed(const Page& page, std::string_view name, const std::string& day) {
    const auto* frame = geo::named_frame(name);
    REQUIRE(frame != nullptr);
    render::Figure figure = figure_on(page, day, frame->centre().lon(), frame->centre().lat(), frame->width_km);
    figure.projection = frame->projection;
    figure.shape = frame->shape;
    return figure;
}

std::shared_ptr<const assets::Scenario> read(const std::function<void(const support::Scratch&)>& write) {
    const support::Scratch folder;
    write(folder);
    const auto result = assets::read_scenario(folder.path(), support::atlas());
    REQUIRE(result.scenario != nullptr);
    return result.scenario;
}

/// A tracker with two crowded ports, ships at sea and single ships in ports.
std::shared_ptr<const assets::Scenario> tracker() {
    return read([](const support::Scratch& folder) {
        folder.write("scenario.toml", "theatrum = 1\ntitle = \"A tracker\"\nsubtitle = \"Selected ships\"\n"
                                      "credit = \"Made for a test\"\n");
        std::string assets = "id,name,type,country\n", positions = "asset,from,to,place,area\n";
        int next = 0;
        const auto ships = [&](const char* where, int count, const char* type, const char* country) {
            for (int i = 0; i < count; ++i, ++next) {
                assets += fmt::format("s{0},Robert Smalls {0},{1},{2}\n", next, type, country);
                positions += fmt::format("s{},2024-07-30,2024-08-02,{}\n", next, where);
            }
        };
        ships("Yokosuka,", 8, "destroyer", "US");
        ships("Yokosuka,", 3, "frigate", "JP");
        ships("Sasebo,", 6, "amphibious", "US");
        for (const char* where : {"Maizuru,", "Kure,", "Busan,", "Jinhae,", "Manila,", "Singapore,"})
            ships(where, 1, "destroyer", "JP");
        ships("Guam,", 2, "submarine", "US");
        for (const char* where : {",south-china-sea", ",philippine-sea", ",east-china-sea", ",korea-strait"})
            ships(where, 2, "cruiser", "US");
        folder.write("assets.csv", assets);
        folder.write("positions.csv", positions);
    });
}

const assets::Scenario& built_in() {
    static const auto scenario = support::scenario("assets/scenarios/canada-2024");
    return *scenario;
}

const LayoutItem* find(const Layout& layout, std::string_view kind, std::string_view id) {
    const auto found =
        std::ranges::find_if(layout.items, [&](const LayoutItem& i) { return i.kind == kind && i.id == id; });
    return found == layout.items.end() ? nullptr : &*found;
}

std::vector<StrokePath> strokes_of_zone(const Composition& map, std::string_view id) {
    std::vector<StrokePath> found;
    const std::function<void(const std::vector<Command>&, bool)> walk = [&](const auto& commands, bool is_inside) {
        for (const Command& command : commands) {
            if (const auto* group = std::get_if<Group>(&command.value))
                walk(group->commands, is_inside || (group->tag.kind == "zone" && group->tag.id == id));
            if (!is_inside) continue;
            if (const auto* stroke = std::get_if<StrokePath>(&command.value)) found.push_back(*stroke);
        }
    };
    walk(map.picture.commands, false);
    return found;
}

Point on_page(const Layout& layout, geo::LonLat where) {
    const auto projection = geo::Projection::make(layout.projection, layout.centre);
    const auto at = projection.forward(where);
    REQUIRE(at);
    return {layout.map_mm.x + layout.map_mm.w / 2 + (at->x - layout.centre_m.x) / layout.m_per_mm,
            layout.map_mm.y + layout.map_mm.h / 2 - (at->y - layout.centre_m.y) / layout.m_per_mm};
}

} // namespace

TEST_CASE("a name stands within 8 mm of its symbol, 5 mm on a page of 89 mm, else it is a row of small type",
          "[render][desk]") {
    const auto scenario = tracker();
    int names = 0;
    for (const Page& page : pages) {
        const Layout layout = support::compose(*scenario, figure_on(page, "2024-07-31", 125, 20, 9000)).layout;
        const double most_mm = layout.page_w_mm <= 100 ? 5 : 8;
        for (const LayoutItem& item : layout.items) {
            if (item.kind != "label" || item.layer != "assets") continue;
            const LayoutItem* symbol = find(layout, "symbol", item.id);
            if (symbol == nullptr) continue; // a row of a list
            INFO(page.name << ": " << item.text);
            const double away = render::distance(item.box_mm, symbol->box_mm);
            const bool is_row = item.box_mm.h < 3.2;
            CHECK(away <= (is_row ? 26.0 : most_mm + 0.8));
            ++names;
        }
    }
    CHECK(names > 15);
}

TEST_CASE("a symbol stands within 4 mm of its place", "[render][desk]") {
    const auto scenario = tracker();
    for (const Page& page : pages) {
        const Layout layout = support::compose(*scenario, figure_on(page, "2024-07-31", 125, 20, 9000)).layout;
        for (const LayoutItem& item : layout.items) {
            if (item.kind != "symbol" || item.layer != "assets" || !item.anchor_mm) continue;
            INFO(page.name << ": " << item.text);
            CHECK(render::distance(item.box_mm, {item.anchor_mm->x, item.anchor_mm->y, 0, 0}) <= 4.0);
        }
    }
}

TEST_CASE("a list has at most six rows on a page up to 120 mm, 16 on a wider one, and is at most 42 mm wide",
          "[render][desk]") {
    const auto scenario = tracker();
    for (const Page& page : pages) {
        const Layout layout = support::compose(*scenario, figure_on(page, "2024-07-31", 125, 20, 9000)).layout;
        struct List {
            Rect box;
            std::size_t lines = 0;
        };
        std::map<std::pair<double, double>, List> lists; // by the place, which the head has as its anchor
        for (const LayoutItem& item : layout.items)
            if (item.id.starts_with("roster:")) lists[{item.anchor_mm->x, item.anchor_mm->y}].box = item.box_mm;
        REQUIRE(lists.size() > 1);
        for (const LayoutItem& item : layout.items) {
            if (item.kind != "label" || item.layer != "assets" || !item.anchor_mm) continue;
            const auto list = lists.find({item.anchor_mm->x, item.anchor_mm->y});
            if (list == lists.end()) continue;
            list->second.box = render::around(list->second.box, item.box_mm);
            ++list->second.lines;
        }
        for (const auto& [at, list] : lists) {
            INFO(page.name);
            CHECK(list.lines <= (layout.page_w_mm <= 121 ? 7 : 17)); // with the head
            CHECK(list.box.w <= 42.0 + 0.1);
        }
    }
}

TEST_CASE("on a page up to 120 mm wide the text below the map takes at most a fifth of the page", "[render][desk]") {
    const auto scenario = tracker();
    for (const Page& page : {pages[2], pages[3]})
        for (const bool is_tracker : {true, false}) {
            const render::Figure figure =
                is_tracker ? figure_on(page, "2024-07-31", 125, 20, 9000) : framed(page, "east-asia", "2024-10-20");
            const Layout layout = support::compose(is_tracker ? *scenario : built_in(), figure).layout;
            double top = layout.page_h_mm, bottom = 0;
            for (const LayoutItem& item : layout.items) {
                if (item.kind != "furniture" || item.box_mm.y < layout.map_mm.bottom()) continue;
                top = std::min(top, item.box_mm.y);
                bottom = std::max(bottom, item.box_mm.bottom());
            }
            INFO(page.name << (is_tracker ? " tracker" : " built-in"));
            CHECK(bottom - top > 5);
            CHECK(bottom - top <= 0.2 * layout.page_h_mm + 0.1);
            const LayoutItem* unplaced = find(layout, "furniture", "unplaced");
            REQUIRE(unplaced != nullptr);
            CHECK(unplaced->box_mm.h < 2.5 * 1.21 * 2.4); // two lines
        }
}

TEST_CASE("no ship or pair of ships is left out where the sea around it is free", "[render][desk]") {
    const auto scenario = tracker();
    const Layout layout = support::compose(*scenario, figure_on(pages[2], "2024-07-31", 125, 20, 9000)).layout;
    std::set<std::string> named;
    for (const LayoutItem& item : layout.items)
        if (item.kind == "label" && item.layer == "assets") named.insert(item.text);
    const auto has = [&](std::string_view text) {
        return std::ranges::any_of(named, [&](const std::string& name) { return name.find(text) != name.npos; });
    };
    CHECK(has("Guam"));
    CHECK(has("Philippine Sea"));
}

TEST_CASE("the box of a count on a narrow page stands on its report's side of a line and off the coast",
          "[render][desk]") {
    const auto scenario = read([](const support::Scratch& folder) {
        folder.write("scenario.toml", "theatrum = 1\ntitle = \"Counts\"\n[zones]\n"
                                      "builtin = [\"taiwan-strait-median\"]\n");
        folder.write("assets.csv", "id,name,type,country\njets,68 aircraft,fighter,CN\nships,13 ships,group,CN\n");
        folder.write("positions.csv", "asset,from,to,place,area,lon,lat,radius_km\n"
                                      "jets,2022-08-05,2022-08-05,West of the median line,,119.3,24.3,90\n"
                                      "ships,2022-08-05,2022-08-05,,taiwan-strait,,,\n");
    });
    for (const Page& page : {pages[2], pages[3]}) {
        INFO(page.name);
        const Layout layout = support::compose(*scenario, figure_on(page, "2022-08-05", 121, 24, 800)).layout;
        const LayoutItem* jets = find(layout, "label", "jets");
        const LayoutItem* ships = find(layout, "label", "ships");
        REQUIRE((jets != nullptr && ships != nullptr));
        // The whole box is west of the median line, which runs from 122 E 27 N to 118 E 23 N.
        const Point north = on_page(layout, geo::lonlat(122, 27)), south = on_page(layout, geo::lonlat(118, 23));
        const Rect whole = render::grown(jets->box_mm, -0.1);
        for (const Point corner : {Point{whole.x, whole.y}, Point{whole.right(), whole.y},
                                   Point{whole.x, whole.bottom()}, Point{whole.right(), whole.bottom()}})
            CHECK((south.x - north.x) * (corner.y - north.y) - (south.y - north.y) * (corner.x - north.x) > 0);
        // The box of the ships does not reach over the coast of Taiwan at its latitude.
        const auto projection = geo::Projection::make(layout.projection, layout.centre);
        const Rect& box = ships->box_mm;
        int on_land = 0;
        for (int i = 0; i <= 10; ++i)
            for (int j = 0; j <= 5; ++j) {
                const Point p{box.x + box.w * i / 10, box.y + box.h * j / 5};
                const auto where = projection.inverse(
                    {layout.centre_m.x + (p.x - layout.map_mm.x - layout.map_mm.w / 2) * layout.m_per_mm,
                     layout.centre_m.y - (p.y - layout.map_mm.y - layout.map_mm.h / 2) * layout.m_per_mm});
                on_land += where && support::atlas()->land.on_land(*where) ? 1 : 0;
            }
        if (layout.page_w_mm > 100) CHECK(on_land <= 2); // on a small page the strait is narrower than the box
        CHECK(on_land <= 20);
    }
}

TEST_CASE("a sea that is patrolled has a rim of 0.3 mm and no fill", "[render][desk]") {
    const Composition map = support::compose(built_in(), framed(pages[0], "east-asia", "2024-07-31"));
    const auto strokes = strokes_of_zone(map, "patrol-south-china-sea");
    REQUIRE(!strokes.empty());
    for (const StrokePath& stroke : strokes)
        CHECK(stroke.width_mm == Approx(0.3));
}

TEST_CASE("the southernmost island of South Korea is named on maps of Jeju, with a dot where it is small",
          "[render][desk]") {
    for (const Page& page : {pages[0], pages[2], pages[4]})
        for (const double width_km : {150.0, 200.0, 400.0}) {
            INFO(page.name << " " << width_km << " km");
            const render::Figure figure = figure_on(page, "2024-07-31", 126.4, 33.4, width_km);
            const Layout layout = support::compose(built_in(), figure).layout;
            CHECK(find(layout, "label", "marado") != nullptr);
            CHECK(find(layout, "label", "jeju") != nullptr);
        }
}

TEST_CASE("on a map of a harbour the country's name stands on land", "[render][desk]") {
    for (const auto& [lon, lat] : {std::pair{139.7, 35.3}, std::pair{129.7, 33.1}, std::pair{126.6, 37.4}}) {
        INFO(lon << " E " << lat << " N");
        const Layout layout = support::compose(built_in(), figure_on(pages[0], "2024-07-31", lon, lat, 60)).layout;
        const auto* name = find(layout, "label", lon < 127 ? "country-KR" : "country-JP");
        if (name == nullptr) continue; // no land has room for it
        const auto projection = geo::Projection::make(layout.projection, layout.centre);
        const Rect& box = name->box_mm;
        int on_land = 0;
        for (int i = 0; i <= 10; ++i) {
            const auto where = projection.inverse(
                {layout.centre_m.x + (box.x + box.w * i / 10 - layout.map_mm.x - layout.map_mm.w / 2) * layout.m_per_mm,
                 layout.centre_m.y - (box.y + box.h / 2 - layout.map_mm.y - layout.map_mm.h / 2) * layout.m_per_mm});
            on_land += where && support::atlas()->land.on_land(*where) ? 1 : 0;
        }
        CHECK(on_land >= 7);
    }
}

TEST_CASE("the frame of Korea names its southernmost island on every page", "[render][desk]") {
    for (const Page& page : pages) {
        INFO(page.name);
        const Layout layout = support::compose(built_in(), framed(page, "korea", "2024-07-31")).layout;
        CHECK(find(layout, "label", "marado") != nullptr);
    }
    const auto frame = geo::named_frame("korea");
    const auto marado = support::atlas()->gazetteer.by_id(frame->landmark);
    REQUIRE(marado != nullptr);
    CHECK(marado->country == "KR");
}

TEST_CASE("landmarks of what is disputed are named first", "[render][desk]") {
    struct Frame {
        const char* name;
        std::vector<const char*> landmarks;
    };
    for (const Frame& frame : {Frame{"taiwan", {"kinmen", "matsu"}},
                               Frame{"korea-border", {"panmunjom", "yeonpyeong-island", "baengnyeong-island"}}}) {
        const Layout layout = support::compose(built_in(), framed(pages[4], frame.name, "2024-07-31")).layout;
        for (const char* landmark : frame.landmarks) {
            INFO(frame.name << " " << landmark);
            CHECK(find(layout, "label", landmark) != nullptr);
        }
    }
}

TEST_CASE("a country without room for its name may have it over its coast: North Korea at 16:9", "[render][desk]") {
    for (const char* day : {"2024-07-31", "2024-10-20"}) {
        INFO(day);
        const Layout layout = support::compose(built_in(), framed(pages[0], "east-asia", day)).layout;
        CHECK(find(layout, "label", "country-KP") != nullptr);
    }
}

TEST_CASE("South Korea is named beside its only symbol at 16:9, and never off the coast of Japan", "[render][desk]") {
    CHECK(find(support::compose(built_in(), framed(pages[0], "east-asia", "2024-07-31")).layout, "label",
               "country-KR") != nullptr);
    for (const Page& page : pages)
        for (const char* frame : {"east-asia", "japan-australia", "pacific"})
            for (const char* day : {"2024-07-31", "2024-10-20"}) {
                INFO(page.name << " " << frame << " " << day);
                const Layout layout = support::compose(built_in(), framed(page, frame, day)).layout;
                const LayoutItem* name = find(layout, "label", "country-KR");
                if (name == nullptr) continue; // its symbol fills the country on a small map
                const auto away = [&](double lon, double lat) {
                    const Point p = on_page(layout, geo::lonlat(lon, lat));
                    const Rect& box = name->box_mm;
                    return std::hypot(p.x - std::clamp(p.x, box.x, box.right()),
                                      p.y - std::clamp(p.y, box.y, box.bottom()));
                };
                const double korea = std::min({away(127.8, 36.3), away(126.3, 34.5), away(129.2, 35.2)});
                for (const auto& [lon, lat] :
                     {std::pair{130.6, 31.3}, std::pair{131.9, 33.9}, std::pair{128.2, 26.7}, std::pair{137.0, 35.5}})
                    CHECK(korea <= away(lon, lat) + 0.5);
            }
}

TEST_CASE("a side column begins with the title, and at most a third of it is blank in one piece", "[render][desk]") {
    for (const char* theme : {"article", "dark"})
        for (const char* frame : {"east-asia", "korea", "japan-australia"}) {
            render::Figure figure = framed(pages[0], frame, "2024-07-31");
            figure.theme = theme;
            const Layout layout = support::compose(built_in(), figure).layout;
            const LayoutItem* title = find(layout, "furniture", "title");
            REQUIRE(title != nullptr);
            CHECK(title->box_mm.right() < layout.map_mm.x);
            CHECK(title->box_mm.y == Approx(layout.map_mm.y).margin(1));
            std::map<double, double> bottom_by_top;
            for (const LayoutItem& item : layout.items)
                if (item.box_mm.right() < layout.map_mm.x) bottom_by_top[item.box_mm.y] = item.box_mm.bottom();
            double widest = 0, y = layout.map_mm.y;
            for (const auto& [top, bottom] : bottom_by_top) {
                widest = std::max(widest, top - y);
                y = std::max(y, bottom);
            }
            widest = std::max(widest, layout.map_mm.bottom() - y);
            INFO(theme << " " << frame);
            CHECK(y <= layout.map_mm.bottom() + 0.5);
            CHECK(widest <= layout.map_mm.h / 3);
        }
}

TEST_CASE("no furniture runs off the page or over other furniture below the map", "[render][desk]") {
    const auto ships = tracker();
    struct Small {
        double width_mm;
        std::optional<double> height_mm;
        double least_type_mm;
    };
    // The last two are columns of 320 and 375 CSS pixels, whose type has at least 11 of them.
    constexpr double css_type = 11 * 25.4 / 96;
    for (const Small& page : {Small{60, {}, 0}, Small{75, {}, 0}, Small{89, {}, 0}, Small{89, 89, 0}, Small{120, {}, 0},
                              Small{120, 60, 0}, Small{84.7, {}, css_type}, Small{99.2, {}, css_type}})
        for (const char* words : {"en", "fr"})
            for (const bool is_tracker : {true, false}) {
                render::Figure figure = is_tracker ? figure_on(pages[2], "2024-07-31", 125, 20, 9000)
                                                   : framed(pages[2], "east-asia", "2024-10-20");
                figure.page_width_mm = page.width_mm;
                figure.page_height_mm = page.height_mm;
                figure.least_type_mm = page.least_type_mm;
                figure.words = words;
                INFO(page.width_mm << " x " << page.height_mm.value_or(0) << " mm, " << words
                                   << (is_tracker ? ", tracker" : ", built-in"));
                const Layout layout = support::compose(is_tracker ? *ships : built_in(), figure).layout;
                std::vector<Rect> below;
                for (const LayoutItem& item : layout.items) {
                    if (item.kind != "furniture") continue;
                    const Rect& box = item.box_mm;
                    INFO(item.id);
                    CHECK(std::min(box.x, box.y) > 0);
                    CHECK(box.right() < layout.page_w_mm);
                    CHECK(box.bottom() < layout.page_h_mm);
                    if (box.y < layout.map_mm.bottom()) continue;
                    for (const Rect& other : below)
                        CHECK_FALSE(render::overlap(box, other));
                    below.push_back(box);
                }
            }
}

TEST_CASE("the name of a line stands along it, or in the legend", "[render][desk]") {
    for (const auto& [page, frame] : {std::pair{pages[2], "korea"}, std::pair{pages[2], "korea-border"},
                                      std::pair{pages[0], "korea"}, std::pair{pages[0], "korea-border"}}) {
        const Composition map = support::compose(built_in(), framed(page, frame, "2024-07-31"));
        const LayoutItem* name = find(map.layout, "label", "nll-west");
        INFO(page.name << " " << frame);
        if (name == nullptr) {
            CHECK(std::ranges::any_of(map.layout.items, [](const LayoutItem& item) {
                return item.layer == "legend" && item.text.find("Northern Limit Line") != std::string::npos;
            }));
            continue;
        }
        const auto strokes = strokes_of_zone(map, "nll-west");
        REQUIRE(!strokes.empty());
        // The middle of the text is no farther from the line than four lines of its type.
        const Point middle{name->box_mm.x + name->box_mm.w / 2, name->box_mm.y + name->box_mm.h / 2};
        double nearest = 1e9;
        for (const StrokePath& stroke : strokes)
            for (const render::Outline& line : stroke.outlines)
                for (std::size_t i = 1; i < line.points.size(); ++i)
                    for (int k = 0; k <= 20; ++k) {
                        const Point a = line.points[i - 1], b = line.points[i];
                        const Point p{a.x + (b.x - a.x) * k / 20, a.y + (b.y - a.y) * k / 20};
                        nearest = std::min(nearest, std::hypot(p.x - middle.x, p.y - middle.y));
                    }
        CHECK(nearest <= 4 * name->box_mm.h);
        CHECK(!name->quad_mm.empty()); // turned with the line
    }
}

TEST_CASE("every zone on the map has its name on the map, in the legend or in the notes", "[render][desk]") {
    for (const Page& page : pages)
        for (const geo::NamedFrame& frame : geo::named_frames()) {
            const Composition map = support::compose(built_in(), framed(page, frame.name, "2024-07-31"));
            std::string told; // legend and notes
            for (const LayoutItem& item : map.layout.items)
                if (item.kind == "furniture") told += item.text + "\n";
            for (const assets::ZoneIndex index : map.visible.zones) {
                const assets::Zone& zone = built_in().zones[index];
                const std::string beginning = zone.name.substr(0, zone.name.find_first_of(":("));
                double length_mm = 0; // nobody looks for the name of a zone that is too small to see
                for (const StrokePath& stroke : strokes_of_zone(map, zone.id))
                    for (const render::Outline& line : stroke.outlines)
                        for (const Point& p : line.points)
                            length_mm = std::max(length_mm, std::hypot(p.x - line.points[0].x, p.y - line.points[0].y));
                if (length_mm < 3.5) continue;
                INFO(page.name << " " << frame.name << ": " << zone.name);
                CHECK((find(map.layout, "label", zone.id) != nullptr || told.find(beginning) != std::string::npos ||
                       zone.id == "mdl"));
            }
        }
}

TEST_CASE("a map that names a place names a large sea first", "[render][desk]") {
    const auto scenario = tracker();
    for (const Page& page : pages) {
        const Layout layout = support::compose(*scenario, figure_on(page, "2024-07-31", 125, 20, 9000)).layout;
        const bool names_place = std::ranges::any_of(layout.items, [](const LayoutItem& item) {
            return item.kind == "label" && item.layer == "places" && !item.id.starts_with("country-");
        });
        const bool names_sea = std::ranges::any_of(
            layout.items, [](const LayoutItem& item) { return item.kind == "label" && item.layer == "seas"; });
        INFO(page.name);
        CHECK((!names_place || names_sea));
    }
}
