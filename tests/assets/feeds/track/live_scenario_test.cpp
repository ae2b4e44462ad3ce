#include "assets/feeds/track/feed_scenario.hpp"
#include "assets/feeds/track/live_scenario.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"

#include <random>

using namespace assets;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using timeline_test::ScenarioBuilder;

namespace {

const Instant noon = timeline_test::instant("2024-07-31T12:00Z");

FeedMessage message_at(const std::string& key, seconds after_noon, double lon, double lat) {
    FeedMessage message;
    message.key = key;
    message.time = noon + after_noon;
    message.position = geo::LonLat::from_degrees(lon, lat);
    message.type = key.starts_with("icao:") ? AssetType::Helicopter : AssetType::Merchant;
    return message;
}

std::vector<Source> one_source() {
    Source source{};
    source.id = "feed";
    source.kind = "ais";
    return {source};
}

LiveOptions options() {
    LiveOptions made;
    made.sources = one_source();
    return made;
}

LiveScenario live(const TrackStore& store, const Scenario& base, Instant t, const LiveOptions& o) {
    return live_scenario(store, base, ContactMatcher{base}, t, o);
}

Scenario empty_scenario() {
    return ScenarioBuilder{}.build();
}

const State* state_of(const Scenario& s, const Snapshot& snapshot, const std::string& id) {
    const Asset* asset = s.asset(id);
    return asset ? &snapshot.states[static_cast<std::size_t>(asset - s.assets.data())] : nullptr;
}

} // namespace

TEST_CASE("a live scenario gives the same states as the whole tracks", "[feeds]") {
    std::mt19937 random{7};
    const auto up_to = [&](int most) {
        return static_cast<int>(random() % static_cast<unsigned>(most + 1));
    };
    TrackStore store;
    for (int vessel = 0; vessel < 60; ++vessel) {
        const std::string key = (vessel % 3 == 0 ? "icao:" : "mmsi:") + std::to_string(100'000 + vessel);
        int second = up_to(3'000);
        for (int i = 0; i < 40; ++i) {
            auto message = message_at(key, seconds{second}, 120 + vessel * 0.1 + i * 0.001, 20 + i * 0.002);
            if (up_to(3) > 0) message.speed_kn = up_to(20);
            if (up_to(9) == 0) message.stale = message.time + minutes{up_to(20)};
            store.take(message);
            second += up_to(4) == 0 ? up_to(5'000) : up_to(240);
        }
    }
    FeedScenarioOptions all;
    all.sources = one_source();
    const Scenario whole = feed_scenario(store, all, nullptr).scenario;
    const Scenario base = empty_scenario();
    int compared = 0, lost = 0;
    for (int i = 0; i < 200; ++i) {
        const Instant t = noon + seconds{up_to(30'000)};
        const auto around = live(store, base, t, options());
        CHECK(around.scenario.fixes.size() <= 2 * around.scenario.assets.size());
        const Snapshot expected = snapshot_at(whole, t), found = snapshot_at(around.scenario, t);
        for (const State& e : expected.states.compute_all()) {
            const State* f = state_of(around.scenario, found, whole.assets[e.asset].id);
            if (e.how == How::Lost || e.how == How::Absent) {
                ++lost;
                CHECK((f == nullptr || f->how == e.how || f->how == How::Absent));
                continue;
            }
            REQUIRE(f != nullptr);
            ++compared;
            CHECK(f->how == e.how);
            CHECK(f->where == e.where);
            CHECK(f->age_h == e.age_h);
            CHECK(f->course_deg == e.course_deg);
            CHECK(f->flags == e.flags);
        }
    }
    CHECK(compared > 1'000);
    CHECK(lost > 1'000);
}

TEST_CASE("a contact is matched to a declared ship by MMSI or by an alias", "[feeds]") {
    ScenarioBuilder builder;
    builder.asset("vancouver");
    builder.last_asset().mmsi = "316138000";
    builder.asset("ottawa");
    builder.last_asset().aliases = {"HMCS Ottawa"};
    builder.fix({.asset = "vancouver", .from = "2024-07-01", .position = timeline_test::at(-123, 48)});
    const Scenario base = builder.build();
    TrackStore store;
    store.take(message_at("mmsi:316138000", seconds{0}, 127, 35));
    auto named = message_at("mmsi:316999999", seconds{0}, 128, 35);
    named.name = "HMCS OTTAWA";
    store.take(named);
    store.take(message_at("mmsi:440000001", seconds{0}, 129, 35));
    const auto made = live(store, base, noon + minutes{1}, options());
    const Scenario& s = made.scenario;
    REQUIRE(s.assets.size() == 3);
    CHECK(s.first_feed_asset == 2);
    CHECK(s.assets[2].id == "mmsi-440000001");
    CHECK(s.fixes_of(0).size() == 2);
    const Snapshot now = snapshot_at(s, noon + minutes{1});
    CHECK(now.states[0].where->lon() == 127);
    CHECK(now.states[1].where->lon() == 128);
    // The scenario's own fixes of earlier times stay.
    CHECK(snapshot_at(s, timeline_test::instant("2024-07-01T12:00Z")).states[0].where->lon() == -123);
}

TEST_CASE("feed fixes of a declared ship age by the limits of feeds", "[feeds]") {
    ScenarioBuilder builder;
    builder.asset("ship");
    builder.last_asset().mmsi = "1";
    builder.fix({.from = "2024-07-31", .to = "2024-07-31T11:00Z", .position = timeline_test::at(127, 35)});
    const Scenario base = builder.build();
    TrackStore store;
    store.take(message_at("mmsi:1", seconds{0}, 127.1, 35));
    const auto how_at = [&](Instant t) {
        return snapshot_at(live(store, base, t, options()).scenario, t).states[0].how;
    };
    CHECK(how_at(noon + minutes{12}) == How::Held);
    CHECK(how_at(noon + minutes{20}) == How::Stale);
    CHECK(how_at(noon + hours{2}) == How::Lost);
    CHECK(how_at(noon - minutes{10}) == How::Interpolated); // between its own fix and the feed fix
}

TEST_CASE("a declared ship with feed fixes outside its deployments is shown", "[feeds]") {
    ScenarioBuilder builder;
    builder.asset("ship");
    builder.last_asset().mmsi = "1";
    builder.away({.from = "2024-06-01", .to = "2024-06-30"}).away({.from = "2024-08-10", .to = "2024-09-30"});
    const Scenario base = builder.build();
    TrackStore store;
    for (int i = 0; i < 5; ++i)
        store.take(message_at("mmsi:1", minutes{2 * i}, 127, 35));
    const Scenario s = live(store, base, noon + minutes{3}, options()).scenario;
    CHECK(s.deployments.size() == 3);
    CHECK(snapshot_at(s, noon + minutes{3}).states[0].how == How::Reported);
    CHECK(snapshot_at(s, noon - hours{1}).states[0].how == How::Absent);
    CHECK(snapshot_at(s, noon + hours{9}).states[0].how == How::Absent);
}

TEST_CASE("a contact that is lost is counted and left out, unless marked", "[feeds]") {
    TrackStore store;
    for (int vessel = 0; vessel < 5; ++vessel)
        store.take(message_at("mmsi:" + std::to_string(vessel), seconds{0}, vessel, 1));
    auto o = options();
    o.marked = {"mmsi-3"};
    const auto made = live(store, empty_scenario(), noon + hours{3}, o);
    REQUIRE(made.scenario.assets.size() == 1);
    CHECK(made.scenario.assets[0].id == "mmsi-3");
    CHECK(made.silent_count == 4);
    CHECK(live(store, empty_scenario(), noon - hours{1}, options()).silent_count ==
          0); // a later contact is not counted
}

TEST_CASE("the age limits of the options apply", "[feeds]") {
    TrackStore store;
    store.take(message_at("mmsi:1", seconds{0}, 1, 1));
    auto o = options();
    o.limits.of(ContactKind::Ship).stale_after = hours{5};
    o.limits.of(ContactKind::Ship).lost_after = hours{6};
    const auto made = live(store, empty_scenario(), noon + hours{3}, o);
    CHECK(snapshot_at(made.scenario, noon + hours{3}).states.at(0).how == How::Held);
}

TEST_CASE("a trail has the length asked for and breaks at long silences", "[feeds]") {
    TrackStore store;
    for (const int minute : {0, 5, 10, 15, 60, 65, 70})
        store.take(message_at("mmsi:1", minutes{minute}, 120 + minute * 0.01, 20));
    auto o = options();
    o.trail = minutes{61};
    const auto made = live(store, empty_scenario(), noon + minutes{70}, o);
    REQUIRE(made.trails.size() == 1);
    CHECK(made.trails[0].length == minutes{61}); // shown in the legend
    REQUIRE(made.trails[0].lines.size() == 2);
    CHECK(made.trails[0].lines[0].size() == 2); // 10 and 15 minutes
    CHECK(made.trails[0].lines[1].size() == 3);
    CHECK(made.trails[0].lines[1].back().at.lon() == Approx(120.7));
    o.most_trails = 0;
    CHECK(live(store, empty_scenario(), noon + minutes{70}, o).trails.empty());
    o.marked = {"mmsi-1"};
    CHECK(live(store, empty_scenario(), noon + minutes{70}, o).trails.size() == 1);
}

TEST_CASE("the whole track of a marked contact is thinned except around the instant", "[feeds]") {
    TrackStore store;
    for (int i = 0; i < 500; ++i)
        store.take(message_at("mmsi:1", seconds{30 * i}, 120 + i * 0.001, 20));
    auto o = options();
    o.marked = {"mmsi-1"};
    o.most_of_track = 50;
    const Instant t = noon + seconds{30 * 333 + 10};
    const auto made = live(store, empty_scenario(), t, o);
    CHECK(made.scenario.fixes.size() >= 50);
    CHECK(made.scenario.fixes.size() <= 53);
    CHECK(snapshot_at(made.scenario, t).states.at(0).where->lon() == Approx(120.333));
}

TEST_CASE("kept points are as far apart as the spacing, except for the newest", "[feeds]") {
    TrackStore store{{.spacing = {seconds{10}, seconds{3}, seconds{0}}}};
    for (int i = 0; i <= 60; ++i)
        store.take(message_at("mmsi:1", seconds{i}, 120 + i * 0.001, 20));
    const auto& points = store.tracks().front().points;
    CHECK(points.size() == 7);
    CHECK(points.front().time == noon);
    CHECK(points.back().time == noon + seconds{60});
    for (std::size_t i = 1; i + 1 < points.size(); ++i)
        CHECK(points[i].time - points[i - 1].time >= seconds{10});
    CHECK(store.counts().points + store.counts().thinned == 61);
}

TEST_CASE("coverage has the cells of the positions in the time asked for", "[feeds]") {
    TrackStore store;
    store.take(message_at("mmsi:1", seconds{0}, 127.5, 35.5));
    store.take(message_at("mmsi:1", hours{5}, -179.5, -0.5));
    const Coverage first = store.coverage(noon - hours{1}, noon + hours{1});
    CHECK(first.covers(geo::lonlat(127.1, 35.9)));
    CHECK_FALSE(first.covers(geo::lonlat(-179.5, -0.5)));
    CHECK(store.coverage(noon, noon + hours{5}).covers_cell(0, 89));
    CHECK_FALSE(store.coverage(noon, noon + hours{4}).any());
}

TEST_CASE("a track that its sender ended is absent at once, even when marked", "[feeds]") {
    TrackStore store;
    store.take(message_at("uid:drone", seconds{0}, 1, 1));
    auto last = message_at("uid:drone", minutes{2}, 1, 1);
    last.stale = last.time - seconds{10};
    store.take(last);
    CHECK(live(store, empty_scenario(), noon + minutes{2}, options()).scenario.assets.size() == 1);
    CHECK(live(store, empty_scenario(), noon + minutes{3}, options()).scenario.assets.empty());
    auto o = options();
    o.marked = {"uid-drone"};
    const Instant later = noon + minutes{3};
    const auto made = live(store, empty_scenario(), later, o);
    REQUIRE(made.scenario.assets.size() == 1);
    CHECK(snapshot_at(made.scenario, later).states[0].how == How::Absent);
}

TEST_CASE("ships that are heard are targets; declared, military and government ones are named first", "[feeds][live]") {
    TrackStore store;
    auto moving = message_at("mmsi:416000001", seconds{0}, 121, 24);
    moving.speed_kn = 12;
    moving.heading_deg = 45;
    moving.ship_code = 70;
    store.take(moving);
    auto stopped = message_at("mmsi:416000002", seconds{0}, 122, 24);
    stopped.speed_kn = 0.2;
    store.take(stopped);
    auto anchored = message_at("mmsi:416000003", seconds{0}, 123, 24);
    anchored.activity = Activity::AtAnchor;
    anchored.type = AssetType::CoastGuard;
    store.take(anchored);
    store.take(message_at("icao:c06b1a", seconds{0}, 124, 24));
    auto ours = message_at("mmsi:316138000", seconds{0}, 125, 24);
    ours.speed_kn = 9;
    store.take(ours);
    ScenarioBuilder builder;
    builder.asset("vancouver");
    builder.last_asset().mmsi = "316138000";
    const Scenario base = builder.build();
    const auto made = live(store, base, noon + seconds{10}, options());
    REQUIRE(made.targets.size() == made.scenario.assets.size());
    const auto target = [&](const std::string& id) {
        return made.targets.at(static_cast<std::size_t>(made.scenario.asset(id) - made.scenario.assets.data()));
    };
    CHECK(target("mmsi-416000001").is_target);
    CHECK_FALSE(target("mmsi-416000001").stopped);
    CHECK(target("mmsi-416000001").heading_deg == 45);
    CHECK(target("mmsi-416000001").of_class == VesselClass::Cargo);
    CHECK_FALSE(target("mmsi-416000001").named_first);
    CHECK(target("mmsi-416000002").stopped);
    CHECK(target("mmsi-416000003").stopped);
    CHECK(target("mmsi-416000003").named_first);
    CHECK_FALSE(target("icao-c06b1a").is_target);
    CHECK(target("vancouver").is_target);
    CHECK(target("vancouver").named_first);
    CHECK(made.cards.empty());
}

TEST_CASE("a contact is silent when it has sent nothing for the limit, and is listed when it is lost",
          "[feeds][live]") {
    TrackStore store;
    store.take(message_at("mmsi:416000001", seconds{0}, 121, 24));
    store.take(message_at("mmsi:416000002", minutes{60}, 122, 24));
    store.take(message_at("mmsi:416000003", minutes{5}, 123, 24));
    auto made = live(store, empty_scenario(), noon + minutes{12}, options());
    REQUIRE(made.targets.size() == 2);
    CHECK_FALSE(made.targets[0].silent); // 12 minutes: in force for 3, then 9
    made = live(store, empty_scenario(), noon + minutes{14}, options());
    CHECK(made.targets[0].silent);
    CHECK(made.silent_contacts.empty());
    made = live(store, empty_scenario(), noon + minutes{75}, options());
    REQUIRE(made.silent_contacts.size() == 2);
    CHECK(made.silent_contacts[0].id == "mmsi-416000003"); // the newest first
    CHECK(made.silent_contacts[0].heard == noon + minutes{5});
    CHECK(made.silent_contacts[1].id == "mmsi-416000001");
    CHECK(made.silent_contacts[1].at == geo::lonlat(121, 24));
}

TEST_CASE("a marked contact has a card and a trail of its own", "[feeds][live]") {
    TrackStore store;
    for (int i = 0; i <= 20; ++i) {
        auto message = message_at("mmsi:416000001", minutes{i}, 121 + i * 0.01, 24);
        message.destination = "KEELUNG";
        if (i == 20) message.heading_deg = 91;
        store.take(message, 0);
        store.take(message_at("mmsi:416000002", minutes{i}, 122, 24 + i * 0.01));
    }
    auto o = options();
    o.marked = {"mmsi-416000001"};
    o.marked_trail = minutes{10};
    const auto made = live(store, empty_scenario(), noon + minutes{20}, o);
    REQUIRE(made.cards.size() == 1);
    CHECK(made.cards[0].id == "mmsi-416000001");
    CHECK(made.cards[0].contact.destination == "KEELUNG");
    CHECK(made.cards[0].heading_deg == 91);
    REQUIRE(made.trails.size() == 1);
    CHECK(made.trails[0].length == minutes{10});
    CHECK(made.trails[0].lines.at(0).size() == 11);
}
