// Ships of feeds on the live map: symbols after IMO SN.1/Circ.243, their colours and names.
#include "render/map/layers/targets/targets.hpp"
#include "render/picture/inspect.hpp"
#include "tests/render/map/map_support.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace {

using assets::Target;
using assets::VesselClass;
using render::Group;
using render::StrokePath;

const assets::Instant noon = assets::parse_time_text("2024-07-31T12:00:00Z", 0)->first;

/// Ships on a grid off Taiwan, heard by a feed, each with a course of 90 degrees at 12 knots.
struct Ships {
    assets::Scenario scenario;
    std::vector<Target> targets;
    assets::Snapshot snapshot;
    render::Figure figure = support::page(1000, 800, 96, "2024-07-31");

    Ships() { scenario.atlas = support::atlas(); }
    void add(const std::string& id, double lon, double lat, const Target& target, double speed_kn = 12) {
        assets::Source feed{};
        feed.id = feed.kind = "ais";
        if (scenario.sources.empty()) scenario.sources = {feed};
        assets::Asset asset{};
        asset.id = id;
        asset.name = asset.short_name = id;
        asset.type = assets::AssetType::Merchant;
        asset.country = "JP";
        asset.path = assets::PathRule::GreatCircle;
        asset.stale_after = asset.lost_after = std::chrono::hours{100};
        asset.rank = 5;
        const auto index = static_cast<assets::AssetIndex>(scenario.assets.size());
        scenario.assets.push_back(asset);
        assets::Fix fix{};
        fix.asset = index;
        fix.from = fix.to = noon;
        fix.position = geo::lonlat(lon, lat);
        fix.radius_km = 0.1;
        fix.course_deg = 90;
        fix.speed_kn = speed_kn;
        assets::FixDetails& details = fix.edit();
        details.during = assets::During::Throughout;
        details.precision = assets::Precision::Time;
        details.sources = {0};
        scenario.fixes.push_back(fix);
        scenario.first_fix.push_back(scenario.fixes.size());
        scenario.first_deployment.push_back(0);
        targets.push_back(target);
    }
    render::Composition composed() {
        scenario.first_feed_asset = 0;
        scenario.first_fix.insert(scenario.first_fix.begin(), 0);
        scenario.first_deployment.insert(scenario.first_deployment.begin(), 0);
        snapshot = assets::snapshot_at(scenario, noon);
        snapshot.targets = std::make_shared<const std::vector<Target>>(targets);
        figure.at = noon;
        figure.centre = geo::lonlat(123, 25);
        figure.width_km = 200;
        figure.without.insert("all");
        figure.targets.on = true;
        return support::composer().compose(scenario, snapshot, figure);
    }
};

Target ship(VesselClass of_class = VesselClass::Cargo) {
    Target target;
    target.is_target = true;
    target.of_class = of_class;
    return target;
}

/// The first filled colour of a symbol.
std::optional<render::Colour> fill_of(const render::Composition& composition, const std::string& id) {
    const Group* group = support::find_group(composition.picture.commands, "assets", "asset", id);
    if (group == nullptr) return std::nullopt;
    for (const auto& command : group->commands)
        if (const auto* fill = std::get_if<render::FillPath>(&command.value)) return fill->colour;
    return std::nullopt;
}

std::size_t corners_of(const render::Composition& composition, const std::string& id) {
    const Group* group = support::find_group(composition.picture.commands, "assets", "asset", id);
    REQUIRE(group != nullptr);
    for (const auto& command : group->commands)
        if (const auto* fill = std::get_if<render::FillPath>(&command.value)) return fill->outlines.at(0).points.size();
    return 0;
}

/// The strokes of all groups without a tag, at any depth.
void untagged_strokes(const std::vector<render::Command>& commands, std::vector<const StrokePath*>& out) {
    for (const auto& command : commands)
        if (const auto* group = std::get_if<Group>(&command.value)) {
            if (group->tag.kind == "asset") continue;
            for (const auto& inner : group->commands)
                if (const auto* stroke = std::get_if<StrokePath>(&inner.value);
                    stroke != nullptr && group->anchor && group->tag.kind.empty())
                    out.push_back(stroke);
            untagged_strokes(group->commands, out);
        }
}

std::set<std::string> named(const render::Composition& composition) {
    std::set<std::string> ids;
    for (const auto& item : composition.layout.items)
        if (item.kind == "label" && item.layer == "assets") ids.insert(item.id);
    return ids;
}

} // namespace

TEST_CASE("a moving ship is an acute triangle along its heading, else its course; a stopped one is a disc",
          "[render][targets]") {
    Ships ships;
    Target north = ship();
    north.heading_deg = 0;
    ships.add("north", 123, 25, north);
    ships.add("course", 123.3, 25, ship());
    Target still = ship();
    still.stopped = true;
    ships.add("still", 122.7, 25, still, 0);
    const auto composition = ships.composed();
    CHECK(corners_of(composition, "north") == 3);
    CHECK(corners_of(composition, "course") == 3);
    CHECK(corners_of(composition, "still") > 10);
    const auto tip_of = [&](const std::string& id) {
        const Group* group = support::find_group(composition.picture.commands, "assets", "asset", id);
        for (const auto& command : group->commands)
            if (const auto* fill = std::get_if<render::FillPath>(&command.value)) return fill->outlines[0].points[0];
        return render::Point{};
    };
    CHECK(std::abs(tip_of("north").x) < 0.1);
    CHECK(tip_of("north").y < -2); // up
    CHECK(tip_of("course").x > 2); // to the right
    CHECK(std::abs(tip_of("course").y) < 0.2);
}

TEST_CASE("the heading is a solid line, the way of N minutes a dashed one of the right length", "[render][targets]") {
    Ships ships;
    Target target = ship();
    target.heading_deg = 0;
    ships.add("ship", 123, 25, target, 20);
    ships.figure.targets.speed_vector = std::chrono::minutes{30}; // 10 nautical miles
    const auto composition = ships.composed();
    std::vector<const StrokePath*> strokes;
    untagged_strokes(composition.picture.commands, strokes);
    bool solid = false, dashed = false;
    for (const StrokePath* stroke : strokes) {
        const auto& points = stroke->outlines.at(0).points;
        if (stroke->width_mm > 0.3 || points.size() != 2) continue; // a halo
        if (stroke->dash_mm.empty() && points[1].y < -3) solid = true;
        if (!stroke->dash_mm.empty()) {
            dashed = true;
            CHECK(points[1].x == Approx(18'520 / composition.layout.m_per_mm).epsilon(0.01));
            CHECK(std::abs(points[1].y) < 0.5);
        }
    }
    CHECK(solid);
    CHECK(dashed);
}

TEST_CASE("a ship that lies still or is silent has no vector, and a silent one is crossed out", "[render][targets]") {
    Ships ships;
    Target still = ship();
    still.stopped = true;
    ships.add("still", 123, 25, still, 0.1);
    Target silent = ship();
    silent.silent = true;
    ships.add("silent", 123.5, 25, silent);
    const auto composition = ships.composed();
    std::vector<const StrokePath*> strokes;
    untagged_strokes(composition.picture.commands, strokes);
    CHECK(std::none_of(strokes.begin(), strokes.end(), [](const StrokePath* s) { return !s->dash_mm.empty(); }));
    const auto strokes_in = [&](const std::string& id) {
        const Group* group = support::find_group(composition.picture.commands, "assets", "asset", id);
        return std::count_if(group->commands.begin(), group->commands.end(), [](const render::Command& c) {
            const auto* stroke = std::get_if<StrokePath>(&c.value);
            return stroke != nullptr && stroke->outlines.size() == 2; // two lines that cross
        });
    };
    CHECK(strokes_in("still") == 0);
    CHECK(strokes_in("silent") == 2); // with its halo
}

TEST_CASE("ships are coloured by class, by flag on request, and the classes differ", "[render][targets]") {
    Ships ships;
    for (int i = 0; i < 7; ++i)
        ships.add(fmt::format("s{}", i), 122.4 + i * 0.2, 25, ship(static_cast<VesselClass>(i)));
    auto by_flag = ships;
    const auto composition = ships.composed();
    std::set<std::tuple<int, int, int>> colours;
    for (int i = 0; i < 7; ++i) {
        const auto c = fill_of(composition, fmt::format("s{}", i));
        REQUIRE(c);
        colours.insert({c->r, c->g, c->b});
    }
    CHECK(colours.size() == 7);
    by_flag.figure.targets.by_flag = true;
    const auto flags = by_flag.composed();
    CHECK(fill_of(flags, "s0") == fill_of(flags, "s6"));
}

TEST_CASE("only the watch list, official and marked contacts are named, at most 25, marked ones first",
          "[render][targets]") {
    Ships ships;
    for (int i = 0; i < 40; ++i) {
        Target target = ship();
        target.named_first = i < 30;
        ships.add(fmt::format("s{:02}", i), 122.15 + (i % 8) * 0.24, 24.35 + (i / 8) * 0.3, target);
    }
    ships.figure.marked = {"s39"};
    const auto composition = ships.composed();
    const auto names = named(composition);
    CHECK(names.size() <= render::most_target_names);
    CHECK(names.size() >= 15); // some find no room
    CHECK(names.contains("s39"));
    for (int i = 30; i < 39; ++i)
        CHECK_FALSE(names.contains(fmt::format("s{}", i)));
}

TEST_CASE("past positions are dots at equal times", "[render][targets]") {
    Ships ships;
    ships.add("ship", 123, 25, ship());
    ships.scenario.first_feed_asset = 0;
    auto first = ships; // composed() completes the scenario
    (void)first.composed();
    ships.scenario.first_fix.insert(ships.scenario.first_fix.begin(), 0);
    ships.scenario.first_deployment.insert(ships.scenario.first_deployment.begin(), 0);
    ships.snapshot = assets::snapshot_at(ships.scenario, noon);
    ships.snapshot.targets = std::make_shared<const std::vector<Target>>(ships.targets);
    assets::Trail trail{0, {{}}, std::chrono::minutes{30}};
    for (int minute = 0; minute <= 30; minute += 5) // its own messages come every five minutes
        trail.lines[0].push_back({geo::lonlat(122.7 + minute * 0.01, 25), noon - std::chrono::minutes{30 - minute}});
    ships.snapshot.trails = {trail};
    ships.figure.at = noon;
    ships.figure.centre = geo::lonlat(123, 25);
    ships.figure.width_km = 200;
    ships.figure.without.insert("all");
    ships.figure.targets.on = true;
    const auto composition = support::composer().compose(ships.scenario, ships.snapshot, ships.figure);
    const Group* track = support::find_group(composition.picture.commands, "tracks", "asset", "ship");
    REQUIRE(track != nullptr);
    std::vector<double> xs;
    for (const auto& command : track->commands)
        if (const auto* dot = std::get_if<Group>(&command.value)) xs.push_back(dot->anchor->x);
    REQUIRE(xs.size() >= 29); // one a minute
    for (std::size_t i = 2; i < xs.size(); ++i)
        CHECK(xs[i] - xs[i - 1] == Approx(xs[1] - xs[0]).epsilon(0.02));
}

TEST_CASE("a map that is not of the live window draws ships as before", "[render][targets]") {
    Ships ships;
    ships.add("ship", 123, 25, ship());
    auto off = ships;
    const auto with = ships.composed();
    CHECK(corners_of(with, "ship") == 3);
    off.scenario.first_fix.insert(off.scenario.first_fix.begin(), 0);
    off.scenario.first_deployment.insert(off.scenario.first_deployment.begin(), 0);
    off.snapshot = assets::snapshot_at(off.scenario, noon);
    off.snapshot.targets = std::make_shared<const std::vector<Target>>(off.targets);
    off.figure.at = noon;
    off.figure.centre = geo::lonlat(123, 25);
    off.figure.width_km = 200;
    const auto without = support::composer().compose(off.scenario, off.snapshot, off.figure);
    CHECK(corners_of(without, "ship") > 3);
}
