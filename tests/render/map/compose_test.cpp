#include "render/picture/inspect.hpp"
#include "render/picture/rect.hpp"
#include "tests/render/map/map_support.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace {

using render::Command;
using render::Composition;
using render::Figure;
using render::FillPath;
using render::Group;
using render::LayoutItem;
using render::StrokePath;

const assets::Scenario& small_scenario() {
    static const auto scenario = support::scenario("tests/fixtures/scenarios/map-small");
    return *scenario;
}

const assets::Scenario& built_in() {
    static const auto scenario = support::scenario("assets/scenarios/canada-2024");
    return *scenario;
}

Figure june() {
    return support::page(1200, 900, 192, "2024-06-11");
}

std::vector<const LayoutItem*> symbols(const Composition& composition) {
    std::vector<const LayoutItem*> found;
    for (const LayoutItem& item : composition.layout.items) {
        if (item.kind == "symbol") found.push_back(&item);
    }
    return found;
}

const LayoutItem* item(const Composition& composition, const std::string& kind, const std::string& id) {
    for (const LayoutItem& i : composition.layout.items) {
        if (i.kind == kind && i.id == id) return &i;
    }
    return nullptr;
}

/// Calls `call` for every command, also inside groups.
void for_each_command(const std::vector<Command>& commands, const std::function<void(const Command&)>& call) {
    for (const Command& command : commands) {
        call(command);
        if (const auto* group = std::get_if<Group>(&command.value)) for_each_command(group->commands, call);
    }
}

double distance_to_segment(render::Point p, render::Point a, render::Point b) {
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double along = std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
    return std::hypot(p.x - a.x - along * dx, p.y - a.y - along * dy);
}

/// Where a place is on the page, from the layout alone.
render::Point on_page(const Composition& composition, geo::LonLat where) {
    const render::Layout& layout = composition.layout;
    const auto projection = geo::Projection::make(layout.projection, layout.centre);
    const auto metres = projection.forward(where);
    REQUIRE(metres);
    return {layout.map_mm.x + layout.map_mm.w / 2 + (metres->x - layout.centre_m.x) / layout.m_per_mm,
            layout.map_mm.y + layout.map_mm.h / 2 - (metres->y - layout.centre_m.y) / layout.m_per_mm};
}

double distance(render::Point a, render::Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// The middle of a symbol without badges.
render::Point middle(const LayoutItem& symbol) {
    return {symbol.box_mm.x + symbol.box_mm.w / 2, symbol.box_mm.y + symbol.box_mm.h / 2};
}

const Group& layer(const Composition& composition, const std::string& name) {
    const Group* group = support::find_group(composition.picture.commands, name, "layer", "");
    REQUIRE(group != nullptr);
    return *group;
}

} // namespace

TEST_CASE("the subject of a small map matches the golden picture", "[render][compose]") {
    Figure figure = june();
    figure.without = {"land", "coast", "borders", "graticule", "places", "seas", "all"};
    support::check_golden_text("map/small_subject.txt",
                               render::dump(support::compose(small_scenario(), figure).picture));
}

TEST_CASE("the same inputs give the same picture, whatever was composed in between", "[render][compose]") {
    const std::string first = render::dump(support::compose(small_scenario(), june()).picture);
    Figure other = support::page(1051, 1200, 300, "2024-07-31");
    other.theme = "dark";
    (void)support::compose(built_in(), other);
    CHECK(render::dump(support::compose(small_scenario(), june()).picture) == first);
}

TEST_CASE("every projection preset can be composed in both themes", "[render][compose]") {
    for (const std::string projection : {"laea", "ortho", "aeqd", "lcc", "merc", "eqearth", "robin", "eqc"}) {
        for (const std::string theme : {"article", "dark"}) {
            Figure figure = june();
            figure.projection = projection;
            figure.theme = theme;
            INFO(projection << " " << theme);
            const Composition composition = support::compose(small_scenario(), figure);
            CHECK(item(composition, "symbol", "alpha") != nullptr);
            figure.width_km = 40'000;
            CHECK_NOTHROW(support::compose(small_scenario(), figure));
        }
    }
}

TEST_CASE("the tint of a ship's wide fix lies under the land, and a named sea has none", "[render][compose]") {
    CHECK(support::layer_indices(support::compose(small_scenario(), june()).picture, "areas").empty());
    assets::Scenario scenario = small_scenario();
    for (assets::Fix& fix : scenario.fixes) {
        if (scenario.assets[fix.asset].id != "alpha") continue;
        fix.edit().area.reset();
        fix.position = geo::lonlat(126, 30);
        fix.radius_km = 200;
    }
    const Composition composition = support::compose(scenario, june());
    const auto areas = support::layer_indices(composition.picture, "areas");
    const auto land = support::layer_indices(composition.picture, "land");
    REQUIRE(!areas.empty());
    REQUIRE(land.size() == 1);
    CHECK(areas.front() < land.front());
    const Group* tint = support::find_group(composition.picture.commands, "areas", "asset", "alpha");
    REQUIRE(tint != nullptr);
    const auto* fill = std::get_if<FillPath>(&tint->commands.front().value);
    REQUIRE(fill != nullptr);
    CHECK(fill->colour.a < 128);
}

TEST_CASE("symbols and labels are in anchored groups, so that they keep their size", "[render][compose]") {
    const Composition composition = support::compose(small_scenario(), june());
    const Group* symbol = support::find_group(composition.picture.commands, "assets", "asset", "alpha");
    REQUIRE(symbol != nullptr);
    CHECK(symbol->anchor.has_value());
    for (const char* name : {"labels", "places", "seas"}) {
        for (const Command& command : layer(composition, name).commands) {
            const auto* group = std::get_if<Group>(&command.value);
            REQUIRE(group != nullptr);
            CHECK(group->anchor.has_value());
        }
    }
}

TEST_CASE("a held asset is faded, and an interpolated one stands on its dashed leg", "[render][compose]") {
    const Composition composition = support::compose(small_scenario(), june());
    const auto snapshot = assets::snapshot_at(small_scenario(), june().at);
    REQUIRE(snapshot.states[1].how == assets::How::Interpolated);
    REQUIRE(snapshot.states[5].how == assets::How::Held);
    const Group* held = support::find_group(composition.picture.commands, "assets", "asset", "foxtrot");
    REQUIRE(held != nullptr);
    CHECK(held->opacity < 1.0);
    const Group* reported = support::find_group(composition.picture.commands, "assets", "asset", "charlie");
    REQUIRE(reported != nullptr);
    CHECK(reported->opacity == 1.0);

    const Group* leg = support::find_group(composition.picture.commands, "tracks", "asset", "bravo");
    REQUIRE(leg != nullptr);
    const auto* line = std::get_if<StrokePath>(&leg->commands.back().value);
    REQUIRE(line != nullptr);
    CHECK(!line->dash_mm.empty());
    CHECK(composition.visible.legs);
    CHECK(composition.visible.hows.contains(assets::How::Interpolated));
    // The symbol stands on the leg, at the interpolated position.
    const LayoutItem* bravo = item(composition, "symbol", "bravo");
    REQUIRE(bravo != nullptr);
    double nearest = 1e9;
    const auto& points = line->outlines.front().points;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        nearest = std::min(nearest, distance_to_segment(*bravo->anchor_mm, points[i], points[i + 1]));
    }
    CHECK(nearest < 0.2);
}

TEST_CASE("assets at one place stand in a column beside it", "[render][compose]") {
    const Composition composition = support::compose(small_scenario(), june());
    const LayoutItem* column[] = {item(composition, "label", "charlie"), item(composition, "label", "delta"),
                                  item(composition, "label", "echo")};
    for (const LayoutItem* row : column) {
        REQUIRE(row != nullptr);
        CHECK(row->anchor_mm->x == column[0]->anchor_mm->x); // the one place
        CHECK(row->anchor_mm->y == column[0]->anchor_mm->y);
        const double away = std::max({row->box_mm.x - row->anchor_mm->x, row->anchor_mm->x - row->box_mm.right(), 0.0});
        CHECK(away < 4.0);
    }
    CHECK(item(composition, "symbol", "charlie") == nullptr); // the list draws a symbol in each row instead
}

TEST_CASE("a symbol alone at its place is the mark of the place", "[render][compose]") {
    const auto snapshot = assets::snapshot_at(small_scenario(), june().at);
    const Composition composition = support::compose(small_scenario(), june());
    const auto at_its_place = [&](std::size_t state, const std::string& id) {
        const LayoutItem* symbol = item(composition, "symbol", id);
        REQUIRE(symbol != nullptr);
        const render::Point place = on_page(composition, *snapshot.states[state].where);
        return distance(middle(*symbol), place) < 0.01;
    };
    CHECK(at_its_place(1, "bravo"));
    CHECK(at_its_place(5, "foxtrot"));
}

TEST_CASE("two readings of a port's coordinates are one place", "[render][compose]") {
    assets::Snapshot snapshot = assets::snapshot_at(small_scenario(), june().at);
    Figure figure = june();
    figure.only = {"charlie", "delta"};
    const auto delta_at = [&](double lon) {
        const assets::Snapshot as_read = assets::snapshot_at(small_scenario(), june().at);
        snapshot.states.clear();
        for (std::size_t i = 0; i < small_scenario().assets.size(); ++i) {
            assets::State state = as_read.states[i];
            if (i == 3) state.where = geo::lonlat(lon, 33.15);
            snapshot.states.push_back(std::move(state));
        }
        const Composition composition = support::composer().compose(small_scenario(), snapshot, figure);
        const LayoutItem* label = item(composition, "label", "delta");
        REQUIRE(label != nullptr);
        return *label->anchor_mm;
    };
    const render::Point same = delta_at(129.7), nearby = delta_at(129.71), far = delta_at(131.7);
    CHECK(distance(nearby, same) < 1e-6);
    CHECK(distance(far, same) > 1);
}

TEST_CASE("symbols of people are smaller than symbols of ships", "[render][compose]") {
    assets::Scenario scenario = small_scenario();
    Figure figure = june();
    figure.only = {"charlie"};
    const auto size_of_charlie = [&](assets::AssetType type) {
        scenario.assets[2].type = type;
        const Composition composition = support::compose(scenario, figure);
        const LayoutItem* symbol = item(composition, "symbol", "charlie");
        REQUIRE(symbol != nullptr);
        return std::max(symbol->box_mm.w, symbol->box_mm.h);
    };
    const double ship = size_of_charlie(assets::AssetType::Destroyer);
    for (const auto type : {assets::AssetType::Contingent, assets::AssetType::Detachment, assets::AssetType::Delegation,
                            assets::AssetType::Person})
        CHECK(size_of_charlie(type) < 0.8 * ship);
}

TEST_CASE("a worked-out course turns no symbol", "[render][compose]") {
    // Bravo sails north-east between two reports that give no course.
    const auto snapshot = assets::snapshot_at(small_scenario(), june().at);
    REQUIRE(snapshot.states[1].how == assets::How::Interpolated);
    REQUIRE(snapshot.states[1].course_deg.value() < 75);
    const Composition composition = support::compose(small_scenario(), june());
    const LayoutItem* bravo = item(composition, "symbol", "bravo");
    REQUIRE(bravo != nullptr);
    CHECK(bravo->box_mm.h < 0.5 * bravo->box_mm.w);
    CHECK_FALSE(composition.visible.headings);
    CHECK(composition.visible.without_heading);
    const LayoutItem* legend = item(composition, "furniture", "legend");
    REQUIRE(legend != nullptr);
    CHECK(legend->text.find("Symbols do not show heading") != std::string::npos);
}

TEST_CASE("ships in port need no remark on their headings", "[render][compose]") {
    Figure figure = june();
    figure.only = {"charlie", "delta", "echo", "golf"};
    CHECK_FALSE(support::compose(small_scenario(), figure).visible.without_heading);
    figure.only = {"charlie", "foxtrot"};
    CHECK(support::compose(small_scenario(), figure).visible.without_heading);
}

TEST_CASE("at a shared place the asset of the first rank has the first row", "[render][compose]") {
    assets::Scenario scenario = small_scenario();
    Figure figure = june();
    figure.only = {"charlie", "delta", "echo"};
    for (assets::AssetIndex i : {2U, 3U, 4U})
        scenario.assets[i].country = "US"; // countries come before ranks
    const auto first_there = [&](int charlie, int delta, int echo) {
        scenario.assets[2].rank = charlie;
        scenario.assets[3].rank = delta;
        scenario.assets[4].rank = echo;
        const Composition composition = support::compose(scenario, figure);
        const LayoutItem* first = nullptr;
        for (const std::string& id : figure.only) {
            const LayoutItem* row = item(composition, "label", id);
            REQUIRE(row != nullptr);
            if (first == nullptr || row->box_mm.y < first->box_mm.y) first = row;
        }
        return first->id;
    };
    CHECK(first_there(5, 6, 7) == "charlie");
    CHECK(first_there(7, 5, 6) == "delta");
    CHECK(first_there(9, 8, 7) == "echo");
}

TEST_CASE("an asset outside the frame is not drawn but listed as unplaced", "[render][compose]") {
    const Composition composition = support::compose(small_scenario(), june());
    CHECK(item(composition, "symbol", "far") == nullptr);
    const auto& unplaced = composition.layout.unplaced;
    CHECK(std::any_of(unplaced.begin(), unplaced.end(), [](const auto& u) { return u.id == "far"; }));
}

TEST_CASE("an asset without room for its symbol is listed as unplaced for that reason", "[render][compose]") {
    // A fleet with ships of every type in one port, on a map as small as a stamp.
    assets::Scenario fleet = small_scenario();
    assets::Snapshot snapshot = assets::snapshot_at(fleet, june().at);
    const assets::State in_port = snapshot.states[2];
    snapshot.states.clear();
    const std::vector<assets::AssetType> types{assets::AssetType::Frigate,    assets::AssetType::Destroyer,
                                               assets::AssetType::Cruiser,    assets::AssetType::Carrier,
                                               assets::AssetType::Submarine,  assets::AssetType::Amphibious,
                                               assets::AssetType::Auxiliary,  assets::AssetType::PatrolShip,
                                               assets::AssetType::CoastGuard, assets::AssetType::Merchant};
    const assets::Asset model = fleet.assets[2];
    fleet.assets.clear();
    for (const std::string country : {"US", "JP", "KR", "AU", "CA", "GB"}) {
        for (const assets::AssetType type : types) {
            assets::Asset ship = model;
            ship.id = "ship-" + std::to_string(fleet.assets.size());
            ship.name = "Ship " + std::to_string(fleet.assets.size());
            ship.type = type;
            ship.country = country;
            assets::State state = in_port;
            state.asset = static_cast<assets::AssetIndex>(fleet.assets.size());
            fleet.assets.push_back(std::move(ship));
            snapshot.states.push_back(std::move(state));
        }
    }
    Figure figure = june();
    figure.page_width_mm = 60;
    figure.page_height_mm.reset();
    figure.centre = geo::lonlat(129.7, 33.15);
    const Composition composition = support::composer().compose(fleet, snapshot, figure);
    std::size_t no_room = 0;
    for (const auto& unplaced : composition.layout.unplaced)
        no_room += unplaced.why == "no room" ? 1 : 0;
    CHECK(no_room > 0);
    CHECK(no_room + composition.visible.drawn_assets.size() == fleet.assets.size());
}

TEST_CASE("only the requested assets are drawn", "[render][compose]") {
    Figure figure = june();
    figure.only = {"charlie"};
    const Composition composition = support::compose(small_scenario(), figure);
    REQUIRE(symbols(composition).size() == 1);
    CHECK(symbols(composition).front()->id == "charlie");
}

TEST_CASE("a band narrower than 0.4 mm is drawn 0.4 mm wide and marked as not to scale", "[render][compose]") {
    Figure figure = support::page(1920, 1080, 192, "2024-07-31");
    figure.centre = geo::lonlat(127, 37);
    figure.width_km = 4000;
    const Composition small = support::compose(built_in(), figure);
    CHECK(small.visible.not_to_scale);
    bool widened = false;
    const Group* dmz = support::find_group(small.picture.commands, "zones", "zone", "dmz");
    REQUIRE(dmz != nullptr);
    for_each_command(dmz->commands, [&](const Command& command) {
        const auto* stroke = std::get_if<StrokePath>(&command.value);
        widened = widened || (stroke != nullptr && stroke->width_mm == 0.4);
    });
    CHECK(widened);

    figure.centre = geo::lonlat(127, 38);
    figure.width_km = 300;
    const Composition large = support::compose(built_in(), figure);
    CHECK(!large.visible.not_to_scale);
    CHECK(large.visible.policy_lines.contains("mdl"));
    CHECK(large.visible.fine_coast == (large.layout.m_per_mm * 1000 < 1.5e6));
}

TEST_CASE("the Korean line of demarcation is drawn even without zones", "[render][compose]") {
    Figure figure = support::page(1920, 1080, 192, "2024-07-31");
    figure.centre = geo::lonlat(127, 38);
    figure.width_km = 300;
    figure.without = {"zones"};
    CHECK(support::compose(built_in(), figure).visible.policy_lines.contains("mdl"));
    figure.centre = geo::lonlat(135, 15);
    CHECK(support::compose(built_in(), figure).visible.policy_lines.empty());
}

TEST_CASE("without furniture the map runs edge to edge", "[render][compose]") {
    Figure figure = june();
    figure.without = {"all"};
    const Composition composition = support::compose(small_scenario(), figure);
    CHECK(composition.layout.map_mm == render::Rect{0, 0, composition.layout.page_w_mm, composition.layout.page_h_mm});
    for (const LayoutItem& i : composition.layout.items)
        CHECK(i.kind != "furniture");
}

TEST_CASE("a page without a height gets the height that map and furniture need", "[render][compose]") {
    Figure figure = june();
    figure.page_width_mm = 89;
    figure.page_height_mm.reset();
    const Composition composition = support::compose(small_scenario(), figure);
    CHECK(composition.layout.map_mm.h == Approx(composition.layout.map_mm.w * 0.75));
    CHECK(composition.layout.page_h_mm > composition.layout.map_mm.bottom());
    CHECK(composition.picture.height_mm == Approx(composition.layout.page_h_mm));
}

TEST_CASE("a page too low for its map is refused with an explanation", "[render][compose]") {
    Figure figure = june();
    figure.page_height_mm = 20;
    CHECK_THROWS_WITH(support::compose(small_scenario(), figure), Catch::Contains("leaves no room for the map"));
}

TEST_CASE("an unknown theme is refused, and the nearest one is suggested", "[render][compose]") {
    Figure figure = june();
    figure.theme = "drak";
    CHECK_THROWS_WITH(support::compose(small_scenario(), figure), Catch::Contains("did you mean 'dark'"));
    figure.theme = "../themes/dark";
    CHECK_THROWS(support::compose(small_scenario(), figure));
}

TEST_CASE("relief shades the land, and is left out at scales where it would be a blur", "[render][compose]") {
    Figure figure = june();
    figure.with = {"relief"};
    figure.width_km = 8000;
    const Composition composition = support::compose(small_scenario(), figure);
    CHECK(composition.visible.relief);
    const auto* image = std::get_if<render::DrawImage>(&layer(composition, "relief").commands.front().value);
    REQUIRE(image != nullptr);
    std::size_t land = 0;
    for (std::size_t i = 3; i < image->image->rgba.size(); i += 4)
        land += image->image->rgba[i] != 0 ? 1 : 0;
    const double share = static_cast<double>(land) / (static_cast<double>(image->image->rgba.size()) / 4.0);
    CHECK(share > 0.2);
    CHECK(share < 0.9);

    figure.width_km = 400;
    const Composition close = support::compose(small_scenario(), figure);
    CHECK(!close.visible.relief);
    const auto& dropped = close.layout.dropped;
    CHECK(std::any_of(dropped.begin(), dropped.end(), [](const auto& d) { return d.id == "relief"; }));
}

TEST_CASE("events are drawn as numbered marks, and only on request", "[render][compose]") {
    Figure figure = support::page(1920, 1080, 192, "2024-07-31");
    CHECK(support::compose(built_in(), figure).visible.events.empty());
    figure.with = {"events"};
    for (int day = 1; day <= 28; day += 3) {
        figure.at = support::instant("2024-07-" + std::string(day < 10 ? "0" : "") + std::to_string(day));
        const Composition composition = support::compose(built_in(), figure);
        std::size_t marks = 0;
        for (const LayoutItem* symbol : symbols(composition))
            marks += symbol->layer == "events" ? 1 : 0;
        CHECK(marks == composition.visible.events.size());
    }
}

TEST_CASE("a reported course turns the symbol, also during a passage somewhere in a strait", "[render][compose]") {
    const auto box = [](const std::string& day) {
        const Composition composition = support::compose(built_in(), support::page(1920, 1080, 192, day));
        const LayoutItem* symbol =
            item(composition, "symbol", day == "2024-10-20" ? "hmcs-vancouver" : "hmcs-montreal");
        REQUIRE(symbol != nullptr);
        return symbol->box_mm;
    };
    for (const char* passage : {"2024-10-20", "2024-07-31"}) { // north-east, south-west
        INFO(passage);
        const render::Rect turned = box(passage);
        CHECK(turned.h > 0.6 * turned.w);
    }
    const render::Rect in_port = box("2024-06-29");
    CHECK(in_port.h < 0.6 * in_port.w);
}

TEST_CASE("a 16:9 page keeps Korea, the subject of the map, clear of furniture", "[render][compose]") {
    for (const char* day : {"2024-06-27", "2024-10-20"}) {
        const Composition composition = support::compose(built_in(), support::page(1920, 1080, 192, day));
        INFO(day);
        CHECK(composition.layout.map_mm.h >= 102.0);
        const std::string id = std::string{day} == "2024-06-27" ? "hmcs-montreal" : "canadians-unc";
        CHECK(composition.visible.drawn_assets.contains(id));
        CHECK(item(composition, "label", id) != nullptr);
        const LayoutItem* legend = item(composition, "furniture", "legend");
        REQUIRE(legend != nullptr);
        const bool is_outside = !render::overlap(legend->box_mm, composition.layout.map_mm);
        const double map_mm2 = composition.layout.map_mm.w * composition.layout.map_mm.h;
        CHECK((is_outside || legend->box_mm.w * legend->box_mm.h <= 0.05 * map_mm2));
        for (const char* furniture_id : {"asof", "credit"})
            CHECK(item(composition, "furniture", furniture_id) != nullptr);
    }
}

TEST_CASE("countries with room are named, in capitals, and the policy decides how Taiwan is named",
          "[render][compose]") {
    Figure figure = support::page(1920, 1080, 192, "2024-07-31");
    figure.hidden = {"canadians-unc"}; // its name stands where China's would
    const Composition theatre = support::compose(built_in(), figure);
    CHECK(item(theatre, "label", "country-CN") != nullptr);
    figure.centre = geo::lonlat(127.5, 37);
    figure.width_km = 3500;
    const Composition near = support::compose(built_in(), figure);
    for (const char* id : {"country-KP", "country-KR", "country-JP", "country-CN"}) {
        INFO(id);
        REQUIRE(item(near, "label", id) != nullptr);
    }
    CHECK(item(near, "label", "country-JP")->text == "JAPAN");
    figure.centre = geo::lonlat(121, 23.7);
    figure.width_km = 1500;
    const Composition taiwan = support::compose(built_in(), figure);
    REQUIRE(item(taiwan, "label", "country-TW") != nullptr);
    CHECK(item(taiwan, "label", "country-TW")->text == "TAIWAN");
    CHECK(item(taiwan, "label", "taiwan") == nullptr);
}

TEST_CASE("names of places are in the requested language", "[render][compose]") {
    Figure figure = support::page(1920, 1080, 192, "2024-07-31");
    figure.centre = geo::lonlat(127.5, 37);
    figure.width_km = 900;
    figure.names = "ko";
    const Composition composition = support::compose(built_in(), figure);
    const bool korean =
        std::any_of(composition.layout.items.begin(), composition.layout.items.end(), [](const LayoutItem& i) {
            return i.kind == "label" && i.layer == "places" && i.text.find("서울") != std::string::npos;
        });
    CHECK(korean);
}
