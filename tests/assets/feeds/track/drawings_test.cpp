#include "assets/feeds/track/drawings.hpp"
#include "assets/feeds/track/feed_scenario.hpp"
#include "tests/support/catch.hpp"

using namespace assets;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

const Instant noon{seconds{1'722'427'200}}; // 2024-07-31T12:00:00Z

FeedMessage message(const std::string& key, seconds after_noon) {
    FeedMessage made;
    made.key = key;
    made.time = noon + after_noon;
    made.position = geo::lonlat(139, 35);
    made.aid = true;
    return made;
}

FeedMessage line(const std::string& key, seconds after_noon, std::size_t points = 2) {
    FeedMessage made = message(key, after_noon);
    FeedOutline outline{.points = {}};
    for (std::size_t i = 0; i < points; ++i)
        outline.points.push_back({139 + static_cast<double>(i) * 1e-5, 35});
    made.outline = std::make_shared<const FeedOutline>(outline);
    made.callsign = "Route 1";
    made.source = "ALPHA";
    made.stale = made.time + hours{24};
    return made;
}

FeedMessage alert(const std::string& key, seconds after_noon, const std::string& title, bool cancelled = false) {
    FeedMessage made = message(key, after_noon);
    made.alert = FeedAlert{title, cancelled};
    return made;
}

FeedScenario scenario_of(const TrackStore& store, std::optional<Instant> from = {}, std::optional<Instant> to = {}) {
    Source source{};
    source.id = source.title = "feed";
    FeedScenarioOptions options;
    options.title = "log";
    options.sources = {source};
    options.from = from;
    options.to = to;
    return feed_scenario(store, options, nullptr);
}

} // namespace

TEST_CASE("drawings become zones, of which the newest of a sender counts", "[feeds]") {
    TrackStore store;
    store.take(line("uid:r", seconds{0}));
    store.take(line("uid:r", minutes{5}, 3));
    store.take(line("uid:r", minutes{2}, 9)); // arrives late
    FeedMessage circle = line("uid:c", seconds{0});
    circle.outline =
        std::make_shared<const FeedOutline>(FeedOutline{.form = FeedOutline::Form::Circle, .radius_m = 1500});
    circle.stale = std::nullopt;
    circle.source.clear();
    store.take(circle);
    const Scenario s = scenario_of(store).scenario;
    CHECK(s.assets.empty());
    CHECK(store.counts().aids == 0);
    REQUIRE(s.zones.size() == 2);
    CHECK(s.zones[0].id == "drawing-1");
    CHECK(s.zones[0].name == "Route 1");
    CHECK(s.zones[0].kind == ZoneKind::LimitLine);
    CHECK(s.zones[0].valid_from == noon + minutes{5});
    CHECK(s.zones[0].valid_to == noon + minutes{5} + hours{24});
    CHECK(s.zones[0].note == "drawn by ALPHA on a feed");
    CHECK(std::get<LineShape>(s.zones[0].shape).lines.at(0).size() == 3);
    CHECK(s.zones[1].kind == ZoneKind::Area);
    CHECK_FALSE(s.zones[1].valid_to);
    CHECK(std::get<CircleShape>(s.zones[1].shape).radius_km == 1.5);
    CHECK(s.start == noon);
}

TEST_CASE("a drawing whose stale time is not after its time has been taken back", "[feeds]") {
    TrackStore store;
    store.take(line("uid:r", seconds{0}));
    auto gone = line("uid:r", minutes{5});
    gone.stale = gone.time;
    store.take(gone);
    CHECK(scenario_of(store).scenario.zones.empty());
}

TEST_CASE("an alert is one event from its first to its last message or its end", "[feeds]") {
    TrackStore store;
    store.take(alert("uid:a", seconds{0}, "911 Alert: ALPHA"));
    store.take(alert("uid:a", seconds{10}, "911 Alert: ALPHA"));
    store.take(alert("uid:b", seconds{20}, "Geofence crossed"));
    store.take(alert("uid:a", seconds{30}, "", true));
    store.take(alert("uid:a", seconds{40}, "", true));
    store.take(alert("uid:a", minutes{9}, "911 Alert: ALPHA"));
    const Scenario s = scenario_of(store).scenario;
    REQUIRE(s.events.size() == 3);
    CHECK(s.events[0].title == "911 Alert: ALPHA");
    CHECK(s.events[0].kind == EventKind::Incident);
    CHECK(s.events[0].from == noon);
    CHECK(s.events[0].to == noon + seconds{30});
    CHECK(s.events[0].position);
    CHECK(s.events[1].title == "Geofence crossed");
    CHECK(s.events[2].from == noon + minutes{9});
    CHECK(s.events[2].id == "alert-3");
    CHECK(scenario_of(store, noon + minutes{1}, noon + minutes{5}).scenario.events.empty());
}

TEST_CASE("drawings and alerts are bounded in number, and those left out are counted", "[feeds]") {
    TrackStore store;
    for (std::size_t i = 0; i < FeedDrawings::most_drawings + 10; ++i)
        store.take(line("uid:" + std::to_string(i), seconds{0}));
    CHECK(store.counts().drawings_refused == 10);
    store.take(line("uid:0", seconds{1})); // a known one is replaced
    CHECK(store.counts().drawings_refused == 10);
    store.take(line("uid:0", seconds{2}, FeedDrawings::most_points));
    CHECK(store.counts().drawings_refused == 11);
    for (std::size_t i = 0; i < FeedDrawings::most_alerts + 10; ++i)
        store.take(alert("uid:" + std::to_string(i), seconds{0}, "Alert"));
    CHECK(store.counts().drawings_refused == 21);
}

TEST_CASE("a log keeps its newest positions, and counts the others", "[feeds]") {
    TrackStore store{{.points = 1'000, .drop_oldest = true}};
    for (int i = 0; i < 2'000; ++i) {
        FeedMessage position = message("mmsi:" + std::to_string(316'000'000 + i % 3), seconds{i / 2});
        position.aid = false;
        store.take(position);
    }
    CHECK(store.counts().points <= 1'050);
    store.keep_newest();
    CHECK(store.counts().points == 1'000);
    CHECK(store.counts().thinned + store.counts().repeated == 1'000);
    std::size_t kept = 0;
    for (const FeedTrack& track : store.tracks()) {
        kept += track.points.size();
        CHECK(track.points.front().time >= noon + seconds{499});
    }
    CHECK(kept == 1'000);
    Source source{};
    source.id = source.title = "feed";
    FeedScenarioOptions options;
    options.sources = {source};
    const Scenario before = scenario_of(store).scenario;
    const Scenario s = feed_scenario(std::move(store), options, nullptr).scenario;
    CHECK(s.fixes.size() == before.fixes.size());
    CHECK(s.end == noon + seconds{999});
}
