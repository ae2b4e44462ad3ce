#include "assets/check/check.hpp"
#include "assets/timeline/snapshot.hpp"
#include "geo/earth/geodesic.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>
#include <string>
#include <string_view>
#include <variant>

using namespace assets;

namespace {

const std::filesystem::path root{THEATRUM_SOURCE_DIR};

const LoadResult& loaded() {
    static const LoadResult result =
        read_scenario(root / "assets/scenarios/canada-2024", geo::Atlas::open(root / "geo/data"));
    return result;
}
const Scenario& scenario() {
    REQUIRE(loaded().scenario);
    return *loaded().scenario;
}

Instant noon(std::string_view day) {
    std::string error;
    const auto t = parse_instant_argument(day, error);
    REQUIRE(t);
    return *t;
}

/// The state of one asset, as a reference into the snapshot.
const State& state_of(const Snapshot& snapshot, std::string_view id) {
    const auto found = std::find_if(snapshot.states.begin(), snapshot.states.end(),
                                    [&](const State& s) { return scenario().assets[s.asset].id == id; });
    REQUIRE(found != snapshot.states.end());
    return *found;
}

/// Area on the authalic sphere by spherical trapezoids; accurate to 0.3 % for a band at 38 degrees north.
double area_km2(const std::vector<geo::Polygon>& polygons) {
    constexpr double radius_km = 6371.0072;
    constexpr double degree = std::numbers::pi / 180;
    double sum = 0;
    for (const auto& polygon : polygons)
        for (std::size_t r = 0; r < polygon.rings.size(); ++r) {
            const auto& ring = polygon.rings[r];
            double ring_sum = 0;
            for (std::size_t i = 0; i + 1 < ring.size(); ++i)
                ring_sum += (ring[i + 1].lon - ring[i].lon) * degree *
                            (2 + std::sin(ring[i].lat * degree) + std::sin(ring[i + 1].lat * degree)) / 2;
            sum += (r == 0 ? 1 : -1) * std::abs(ring_sum) * radius_km * radius_km;
        }
    return sum;
}

std::size_t count_fixes(std::string_view asset) {
    std::size_t rows = 0;
    for (const Fix& fix : scenario().fixes)
        rows += scenario().assets[fix.asset].id == asset ? 1U : 0U;
    return rows;
}

} // namespace

TEST_CASE("the built-in scenario is read without an error", "[canada-2024]") {
    for (const Finding& finding : loaded().findings) {
        INFO(finding.file << ":" << finding.line << ": " << finding.message);
        CHECK(finding.severity != Severity::Error);
    }
    CHECK(scenario().title == "Canada in the Indo-Pacific, 2024");
    CHECK(scenario().utc_offset_h == 8);
    CHECK(scenario().data_to == "2026-11-23");
    CHECK(scenario().view.projection == "laea");
    CHECK(scenario().view.frame == "east-asia");
    REQUIRE(scenario().view.at);
    CHECK(to_iso(*scenario().view.at) == "2024-07-31T12:00:00Z");
    REQUIRE(scenario().view.centre);
    CHECK(*scenario().view.centre == geo::lonlat(120, 20));
}

TEST_CASE("a strict check of the built-in scenario finds nothing, and every accepted finding has a reason",
          "[canada-2024]") {
    const CheckResult result = check(loaded());
    for (const Finding& finding : result.findings) {
        INFO(finding.file << ":" << finding.line << ": " << finding.code << ": " << finding.message);
        CHECK((finding.severity == Severity::Note || finding.accepted));
    }
    CHECK(result.errors == 0);
    CHECK(result.warnings == 0);
    CHECK(result.accepted <= 10);
    for (const Accept& accept : scenario().accepts)
        CHECK(accept.why.size() > 20);
}

TEST_CASE("the built-in scenario holds every asset and fix of the research", "[canada-2024]") {
    CHECK(scenario().assets.size() == 10);
    CHECK(scenario().deployments.size() == 12);
    CHECK(scenario().fixes.size() == 46);
    CHECK(scenario().events.size() == 24);
    CHECK(scenario().zones.size() == 9);
    CHECK(count_fixes("hmcs-montreal") == 16);
    CHECK(count_fixes("hmcs-vancouver") == 17);
    CHECK(count_fixes("hmcs-ottawa") == 3);
    CHECK(count_fixes("ch-148-montreal") == 0); // embarked in HMCS Montréal
}

TEST_CASE("every fix, event, deployment and zone names its sources, and every source is used", "[canada-2024]") {
    std::set<SourceIndex> used;
    const auto use = [&](const std::vector<SourceIndex>& sources) {
        CHECK_FALSE(sources.empty());
        used.insert(sources.begin(), sources.end());
    };
    for (const Fix& fix : scenario().fixes)
        use(fix.sources());
    for (const Event& event : scenario().events)
        use(event.sources);
    for (const Deployment& deployment : scenario().deployments)
        use(deployment.sources);
    for (const Zone& zone : scenario().zones)
        use(zone.sources);
    for (std::size_t i = 0; i < scenario().sources.size(); ++i) {
        INFO(scenario().sources[i].id);
        CHECK(used.count(static_cast<SourceIndex>(i)) == 1);
        CHECK_FALSE(scenario().sources[i].title.empty());
        CHECK_FALSE(scenario().sources[i].publisher.empty());
        CHECK_FALSE(scenario().sources[i].url.empty());
    }
}

TEST_CASE("inferred fixes are estimated, and fixes that were only announced are planned", "[canada-2024]") {
    std::set<std::string> estimated, planned;
    for (const Fix& fix : scenario().fixes) {
        const std::string where = fix.area() ? fix.area()->id : fix.place();
        if (fix.kind() == FixKind::Estimated) estimated.insert(scenario().assets[fix.asset].id + " " + where);
        if (fix.kind() == FixKind::Planned) planned.insert(scenario().assets[fix.asset].id + " " + where);
    }
    CHECK(estimated.count("hmcs-ottawa Yokosuka") == 1);
    CHECK(estimated.count("hmcs-montreal red-sea") == 1);
    CHECK(estimated.count("hmcs-vancouver waters-around-japan") == 1);
    CHECK(planned == std::set<std::string>{"hmcs-max-bernays Esquimalt", "hmcs-montreal strait-of-malacca"});
}

TEST_CASE("a fix in a named sea has an area, and every other fix a place in words", "[canada-2024]") {
    std::size_t in_seas = 0;
    for (const Fix& fix : scenario().fixes) {
        INFO("positions.csv:" << fix.line);
        if (fix.area()) {
            ++in_seas;
            CHECK(fix.circle_given());
            CHECK(scenario().atlas->seas.by_id(fix.area()->id) != nullptr);
        } else {
            CHECK_FALSE(fix.place().empty());
        }
    }
    CHECK(in_seas == 16);
}

TEST_CASE("27 June 2024: HMCS Montréal is in Incheon, the contingent at Pearl Harbor", "[canada-2024]") {
    const Snapshot day = snapshot_at(scenario(), noon("2024-06-27"));
    const State& montreal = state_of(day, "hmcs-montreal");
    CHECK(montreal.how == How::Reported);
    CHECK(montreal.point == PointIs::Position);
    CHECK(montreal.place() == "Incheon");
    REQUIRE(montreal.where);
    CHECK(geo::distance_m(*montreal.where, geo::lonlat(126.6, 37.45)) < 1);
    const State& cyclone = state_of(day, "ch-148-montreal");
    CHECK(scenario().assets[cyclone.carrier].id == "hmcs-montreal");
    for (const char* member : {"hmcs-vancouver", "hmcs-max-bernays", "mv-asterix", "cp-140-rimpac"}) {
        INFO(member);
        const State& state = state_of(day, member);
        CHECK(state.how == How::Reported);
        REQUIRE(state.group != no_index);
        CHECK(scenario().assets[state.group].id == "caf-rimpac");
    }
    CHECK(state_of(day, "caf-rimpac").point == PointIs::Position);
    CHECK(state_of(day, "hmcs-ottawa").how == How::Absent);
    CHECK(state_of(day, "cp-140-neon").how == How::Absent);
}

TEST_CASE("31 July 2024: HMCS Montréal is somewhere in the Taiwan Strait, going south", "[canada-2024]") {
    const Snapshot day = snapshot_at(scenario(), noon("2024-07-31"));
    const State& montreal = state_of(day, "hmcs-montreal");
    CHECK(montreal.how == How::Reported);
    CHECK(montreal.point == PointIs::StandIn);
    REQUIRE(montreal.area());
    CHECK(montreal.area()->id == "taiwan-strait");
    CHECK(montreal.flags.has(Flag::Wide));
    REQUIRE(montreal.course_deg);
    CHECK(*montreal.course_deg > 180);
    CHECK(*montreal.course_deg < 270);
}

TEST_CASE("20 October 2024: one frigate is in the Taiwan Strait, two are lost", "[canada-2024]") {
    const Snapshot day = snapshot_at(scenario(), noon("2024-10-20"));
    const State& vancouver = state_of(day, "hmcs-vancouver");
    CHECK(vancouver.how == How::Reported);
    CHECK(vancouver.point == PointIs::StandIn);
    REQUIRE(vancouver.area());
    CHECK(vancouver.area()->id == "taiwan-strait");
    REQUIRE(vancouver.course_deg);
    CHECK(*vancouver.course_deg < 90);

    const State& montreal = state_of(day, "hmcs-montreal");
    CHECK(montreal.how == How::Lost);
    CHECK_FALSE(montreal.where);
    REQUIRE(montreal.last != nullptr);
    CHECK(montreal.last->place() == "Ho Chi Minh City");
    REQUIRE(montreal.next != nullptr);
    CHECK(montreal.next->place() == "Halifax");

    const State& ottawa = state_of(day, "hmcs-ottawa");
    CHECK(ottawa.how == How::Lost);
    REQUIRE(ottawa.last != nullptr);
    CHECK(ottawa.last->activity() == Activity::Departure);
}

TEST_CASE("HMCS Ottawa is not held in port after she sailed", "[canada-2024]") {
    CHECK(state_of(snapshot_at(scenario(), noon("2024-10-15")), "hmcs-ottawa").how == How::Absent);
    CHECK(state_of(snapshot_at(scenario(), noon("2024-10-16")), "hmcs-ottawa").how == How::Reported);
    CHECK(state_of(snapshot_at(scenario(), noon("2024-10-17")), "hmcs-ottawa").how == How::Lost);
    CHECK(state_of(snapshot_at(scenario(), noon("2024-11-15")), "hmcs-ottawa").how == How::Lost);
}

TEST_CASE("the Auroras are at Kadena in spring and autumn, and may have left within the error of the end",
          "[canada-2024]") {
    CHECK(state_of(snapshot_at(scenario(), noon("2024-07-31")), "cp-140-neon").how == How::Absent);
    const Snapshot certain = snapshot_at(scenario(), noon("2024-10-05"));
    CHECK(state_of(certain, "cp-140-neon").how == How::Reported);
    for (const char* day : {"2024-10-17", "2024-10-20", "2024-10-22"}) {
        INFO(day);
        const Snapshot doubtful = snapshot_at(scenario(), noon(day));
        const State& aurora = state_of(doubtful, "cp-140-neon");
        CHECK(aurora.how == How::Held);
        CHECK(aurora.flags.has(Flag::MayHaveLeft));
        CHECK(aurora.place() == "Kadena Air Base");
    }
    CHECK(state_of(snapshot_at(scenario(), noon("2024-10-23")), "cp-140-neon").how == How::Absent);
}

TEST_CASE("the shore party at Onagawa does not place HMCS Ottawa there", "[canada-2024]") {
    const Snapshot day = snapshot_at(scenario(), noon("2024-11-26"));
    const auto& events = scenario().events;
    const auto party =
        std::find_if(events.begin(), events.end(), [](const Event& e) { return e.id == "onagawa-gray"; });
    REQUIRE(party != events.end());
    REQUIRE(party->position);
    CHECK(std::find(day.events.begin(), day.events.end(), static_cast<std::size_t>(party - events.begin())) !=
          day.events.end());
    const State& ottawa = state_of(day, "hmcs-ottawa");
    REQUIRE(ottawa.where);
    CHECK(geo::distance_m(*ottawa.where, *party->position) > 200e3);
    CHECK(ottawa.place() == "Yokosuka");
    CHECK(ottawa.flags.has(Flag::Estimated));
    CHECK(ottawa.flags.has(Flag::Sometime));
}

TEST_CASE("HMCS Ottawa's deployment keeps its true end, which is after the scenario's end", "[canada-2024]") {
    const Asset* ottawa = scenario().asset("hmcs-ottawa");
    REQUIRE(ottawa != nullptr);
    const auto deployments = scenario().deployments_of(static_cast<AssetIndex>(ottawa - scenario().assets.data()));
    REQUIRE(deployments.size() == 1);
    REQUIRE(deployments[0].to);
    CHECK(to_iso(*deployments[0].to) == "2025-03-25T06:59:59.999Z");
}

TEST_CASE("events that must not be plotted have no position", "[canada-2024]") {
    std::set<std::string> unplaced;
    for (const Event& event : scenario().events)
        if (!event.position && !event.area) unplaced.insert(event.id);
    CHECK(unplaced == std::set<std::string>{"aurora-press-flight", "f35-agreement", "montreal-rappahannock"});
}

TEST_CASE("no strength is claimed for the Canadians in UN Command", "[canada-2024]") {
    const Snapshot day = snapshot_at(scenario(), noon("2024-07-01"));
    const State& state = state_of(day, "canadians-unc");
    REQUIRE(state.fix != nullptr);
    CHECK(state.fix->strength().empty());
    CHECK(state.fix->count() == 0);
    CHECK(state.place() == "Camp Humphreys");
}

TEST_CASE("the Demilitarised Zone is a band of about 897 square kilometres on the demarcation line", "[canada-2024]") {
    const Zone* dmz = scenario().zone("dmz");
    const Zone* line = scenario().zone("mdl");
    REQUIRE(dmz != nullptr);
    REQUIRE(line != nullptr);
    REQUIRE(std::holds_alternative<CorridorShape>(dmz->shape));
    const auto& corridor = std::get<CorridorShape>(dmz->shape);
    CHECK(corridor.half_width_km == 2);
    REQUIRE(corridor.lines.size() == 1);
    REQUIRE(std::holds_alternative<LineShape>(line->shape));
    CHECK(corridor.lines == std::get<LineShape>(line->shape).lines);
    const double area = area_km2(geo::corridor(corridor.lines[0], corridor.half_width_km * 1000));
    CHECK(area == Approx(897).epsilon(0.02));

    double nearest_km = 1e9; // to the Joint Security Area at Panmunjom
    for (const geo::Degrees& p : corridor.lines[0])
        nearest_km =
            std::min(nearest_km, geo::distance_m(geo::lonlat(p.lon, p.lat), geo::lonlat(126.677, 37.956)) / 1000);
    CHECK(nearest_km < 0.3);
}

TEST_CASE("disputed lines are not marked as agreed, and lines of our own are not marked as exact", "[canada-2024]") {
    const auto zone = [](std::string_view id) {
        const Zone* found = scenario().zone(id);
        REQUIRE(found != nullptr);
        return found;
    };
    CHECK(zone("mdl")->status == ZoneStatus::Agreed);
    CHECK(zone("nll-west")->status == ZoneStatus::Unilateral);
    CHECK(zone("nll-west")->open_ends);
    CHECK(zone("nll-west")->drawn == Drawn::Approximate);
    CHECK(zone("china-adiz-2013")->status == ZoneStatus::Unilateral);
    CHECK(zone("china-adiz-2013")->open_ends);
    CHECK(std::holds_alternative<LineShape>(zone("china-adiz-2013")->shape));
    CHECK(zone("taiwan-strait-median")->status == ZoneStatus::Informal);
    for (const Zone& z : scenario().zones)
        if (z.kind == ZoneKind::Patrol) {
            INFO(z.id);
            CHECK(z.status == ZoneStatus::Illustrative);
            CHECK(z.drawn == Drawn::Schematic);
        }
    REQUIRE(std::holds_alternative<CircleShape>(zone("neon-east-china-sea")->shape));
    CHECK(std::get<CircleShape>(zone("neon-east-china-sea")->shape).radius_km == 450);
    CHECK(std::get<CircleShape>(zone("neon-yellow-sea")->shape).radius_km == 300);
    CHECK(std::get<SeaShape>(zone("patrol-south-china-sea")->shape).sea_id == "south-china-sea");
    CHECK(std::get<SeaShape>(zone("patrol-taiwan-strait")->shape).sea_id == "taiwan-strait");
}
