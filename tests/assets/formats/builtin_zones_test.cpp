#include "assets/check/check.hpp"
#include "assets/formats/scenario/builtin_zones.hpp"
#include "assets/formats/writing/write_scenario.hpp"
#include "assets/model/area.hpp"
#include "assets/model/values/codes.hpp"
#include "geo/basemap/policy.hpp"
#include "geo/earth/geodesic.hpp"
#include "tests/assets/formats/same_scenario.hpp"
#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>

using namespace assets;
using formats_test::read;

namespace {

const BuiltinZones& builtin() {
    static const BuiltinZones zones = read_builtin_zones(formats_test::atlas()->data_dir);
    return zones;
}

std::string toml(const std::string& ids) {
    return "theatrum = 1\ntitle = \"x\"\n[time]\ndata_to = \"2024-12-31\"\n[zones]\nbuiltin = [" + ids + "]\n";
}

const std::string own_dmz =
    R"({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"id": "dmz", "name": "Mine"},
    "geometry": {"type": "LineString", "coordinates": [[126, 38], [128, 38]]}}]})";

} // namespace

TEST_CASE("every built-in zone has a name, sources, a note and the words of the policy", "[builtin-zones]") {
    CHECK(builtin().ids() == std::vector<std::string>{"dmz", "mdl", "nll-west", "taiwan-strait-median",
                                                      "china-adiz-2013", "coast-12nm-tw"});
    const auto policy = geo::Policy::read(formats_test::atlas()->data_dir / "policy/intl.toml");
    for (const Zone& zone : builtin().zones) {
        INFO(zone.id);
        CHECK(zone.builtin);
        CHECK_FALSE(zone.sources.empty());
        CHECK_FALSE(zone.note.empty());
        const auto* feature =
            policy.find_zone({zone.id, to_string(zone.kind), to_string(zone.status), extent_of(zone.shape)});
        REQUIRE(feature != nullptr);
        CHECK((feature->label == zone.name || zone.id == "dmz"));
    }
    CHECK(builtin().find("china-adiz-2013")->country == "CN");
    CHECK(builtin().find("coast-12nm-tw")->name == "Taiwan, 12 nautical miles from the coast");
    CHECK(builtin().find("coast-12nm-tw")->status == ZoneStatus::Illustrative);
    CHECK(builtin().find("coast-12nm-tw")->drawn == Drawn::Approximate);
    for (const Source& source : builtin().sources) {
        INFO(source.id);
        CHECK_FALSE(source.title.empty());
        CHECK(source.url.starts_with("http"));
    }
}

TEST_CASE("the 12-mile line is 22.2 km from the coast of Taiwan and leaves out Kinmen and Matsu", "[builtin-zones]") {
    const auto& area = std::get<AreaShape>(builtin().find("coast-12nm-tw")->shape);
    REQUIRE(area.polygons.size() == 2); // Orchid Island lies apart
    // Measured along geodesics: a circle about a vertex, a little smaller than the distance of the coast, touches no
    // land; one a little larger does.
    const auto touches_land = [](const geo::Degrees& d, double km) {
        for (int azimuth = 0; azimuth < 360; azimuth += 1)
            if (formats_test::atlas()->land.on_land(geo::point_along(geo::lonlat(d.lon, d.lat), azimuth, km * 1000)))
                return true;
        return false;
    };
    int checked = 0, far_enough = 0, near_enough = 0;
    for (const auto& polygon : area.polygons)
        for (std::size_t i = 0; i < polygon.rings[0].size(); i += 7) {
            ++checked;
            if (!touches_land(polygon.rings[0][i], 21.0)) ++far_enough;
            if (touches_land(polygon.rings[0][i], 24.0)) ++near_enough;
        }
    CHECK(checked > 40);
    CHECK(far_enough >= checked * 9 / 10); // the land of the test is coarser than the fine coast
    CHECK(near_enough >= checked * 9 / 10);
    const auto extent = extent_of(builtin().find("coast-12nm-tw")->shape);
    REQUIRE(extent);
    CHECK(extent->west() > 119.0);  // Kinmen lies at 118.3 E
    CHECK(extent->north() < 25.6);  // Matsu at 26.2 N
    CHECK(extent->south() < 21.75); // Orchid Island's part and the southern cape are held
}

TEST_CASE("[zones] builtin adds zones with their sources, which reports may name as areas", "[builtin-zones]") {
    const auto result = read(
        {{"scenario.toml", toml(R"("mdl", "dmz", "mdl")")}, {"positions.csv", "asset,from,area\nhq,2024-05-01,dmz\n"}});
    REQUIRE(result.scenario != nullptr);
    REQUIRE(result.scenario->zones.size() == 2);
    CHECK(result.scenario->zones[0].id == "mdl");
    CHECK(result.scenario->sources[result.scenario->zones[0].sources[0]].id == "osm-mdl");
    CHECK(result.scenario->sources.size() == 2); // shared by both zones
}

TEST_CASE("a scenario's own zone is used instead of a built-in one, with a note", "[builtin-zones]") {
    const auto result = read({{"scenario.toml", toml(R"("dmz")")}, {"zones.geojson", own_dmz}});
    REQUIRE(result.scenario != nullptr);
    REQUIRE(result.scenario->zones.size() == 1);
    CHECK(result.scenario->zones[0].name == "Mine");
    const auto notes = formats_test::lines_of(result, Severity::Note);
    CHECK(std::count(notes.begin(), notes.end(),
                     "scenario.toml:6: zones.builtin: the scenario's own zone 'dmz' is used instead of the built-in "
                     "one") == 1);
}

TEST_CASE("an unknown built-in zone is an error that lists the known ones", "[builtin-zones]") {
    const auto found = formats_test::errors(read({{"scenario.toml", toml(R"("dzm")")}}));
    REQUIRE(found.size() == 1);
    CHECK(found[0] ==
          "scenario.toml:6: zones.builtin: there is no built-in zone 'dzm'; did you mean 'dmz'? Known: dmz, "
          "mdl, nll-west, taiwan-strait-median, china-adiz-2013, coast-12nm-tw");
}

TEST_CASE("a scenario is written with the ids of its built-in zones, not with the zones", "[builtin-zones]") {
    const auto first = read({{"scenario.toml", toml(R"("mdl", "coast-12nm-tw")")}});
    REQUIRE(first.scenario != nullptr);
    const auto files = write_scenario(*first.scenario);
    CHECK_FALSE(files.contains("zones.geojson"));
    CHECK_FALSE(files.contains("sources.csv"));
    CHECK_THAT(files.at("scenario.toml"), Catch::Contains("[zones]\nbuiltin = [\"mdl\", \"coast-12nm-tw\"]"));
    const auto again = read({files.begin(), files.end()});
    REQUIRE(again.scenario != nullptr);
    formats_test::check_same(*first.scenario, *again.scenario, schema());
}

TEST_CASE("check warns about a ring that does not say what reaches so far", "[builtin-zones]") {
    const auto codes = [](const std::string& note) {
        const auto result =
            check(read({{"zones.geojson",
                         R"({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"id": "r",
               "kind": "range_ring", "radius_km": 500)" +
                             note + R"(}, "geometry": {"type": "Point", "coordinates": [126, 39]}}]})"}}));
        return std::count_if(result.findings.begin(), result.findings.end(),
                             [](const Finding& f) { return f.code == code::ring_without_reason; });
    };
    CHECK(codes("") == 1);
    CHECK(codes(R"(, "note": "Range of the KN-23")") == 0);
}
