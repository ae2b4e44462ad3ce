#include "assets/feeds/decoder.hpp"
#include "assets/feeds/doubt_reasons.hpp"
#include "assets/feeds/track/feed_scenario.hpp"
#include "assets/timeline/snapshot.hpp"
#include "tests/support/catch.hpp"

using namespace assets;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

const Instant noon{seconds{1'722'427'200}}; // 2024-07-31T12:00:00Z

FeedMessage message_at(const std::string& key, seconds after_noon, double lon, double lat) {
    FeedMessage message;
    message.key = key;
    message.time = noon + after_noon;
    message.position = geo::LonLat::from_degrees(lon, lat);
    return message;
}

Scenario scenario_of(const TrackStore& store) {
    Source source{};
    source.id = source.title = "feed";
    FeedScenarioOptions options;
    options.title = "log";
    options.sources = {source};
    return feed_scenario(store, options, nullptr).scenario;
}

State state_of(const Scenario& s, std::size_t asset, Instant t) {
    return snapshot_at(s, t).states.at(asset);
}

} // namespace

TEST_CASE("the messages of a ship become a named asset with fixes", "[feeds]") {
    TrackStore store;
    store.take(message_at("mmsi:316138000", seconds{0}, 121, 24));
    FeedMessage named;
    named.key = "mmsi:316138000";
    named.time = noon + seconds{5};
    named.name = "HMCS OTTAWA";
    named.type = AssetType::Frigate;
    named.country = "CA";
    named.military = true;
    store.take(named);
    store.take(message_at("mmsi:316138000", minutes{2}, 121.1, 24));
    const Scenario s = scenario_of(store);
    REQUIRE(s.assets.size() == 1);
    CHECK(s.assets[0].id == "mmsi-316138000");
    CHECK(s.assets[0].mmsi == "316138000");
    CHECK(s.assets[0].name == "HMCS OTTAWA");
    CHECK(s.assets[0].type == AssetType::Frigate);
    CHECK(s.assets[0].country == "CA");
    REQUIRE(s.fixes.size() == 2);
    CHECK(s.fixes[0].confidence() == Confidence::Low); // military by its own statement
    CHECK(s.fixes[0].sources() == std::vector<SourceIndex>{0});
    CHECK(&*s.fixes[0].details == &*s.fixes[1].details); // equal details are shared
    CHECK(s.start == noon);
    CHECK(s.end == noon + minutes{2});
}

TEST_CASE("a ship is interpolated between fixes, then held, stale and lost", "[feeds]") {
    TrackStore store;
    auto first = message_at("mmsi:316138000", seconds{0}, 121, 24),
         second = message_at("mmsi:316138000", minutes{10}, 121.02, 24);
    first.type = second.type = AssetType::Merchant;
    store.take(first);
    store.take(second);
    const Scenario s = scenario_of(store);
    CHECK(state_of(s, 0, noon - seconds{1}).how == How::Absent);
    CHECK(state_of(s, 0, noon).how == How::Reported);
    const State between = state_of(s, 0, noon + minutes{5});
    CHECK(between.how == How::Interpolated);
    CHECK(between.where->lon() == Approx(121.01).margin(1e-5));
    CHECK(state_of(s, 0, noon + minutes{13}).how == How::Reported); // the next fix is not overdue yet
    CHECK(state_of(s, 0, noon + minutes{22}).how == How::Held);
    CHECK(state_of(s, 0, noon + minutes{24}).how == How::Stale);
    CHECK(state_of(s, 0, noon + minutes{74}).how == How::Lost);
}

TEST_CASE("a silence longer than max_gap is not interpolated", "[feeds]") {
    TrackStore store;
    auto first = message_at("icao:C06B1A", seconds{0}, 127, 37),
         second = message_at("icao:C06B1A", minutes{6}, 127.5, 37);
    first.type = second.type = AssetType::MaritimePatrolAircraft;
    store.take(first);
    store.take(second);
    const State state = state_of(scenario_of(store), 0, noon + minutes{3});
    CHECK(state.how == How::Stale);
    CHECK(state.flags.has(Flag::BeyondMaxGap));
}

TEST_CASE("a fix is in force until the sender's stale time or the next fix", "[feeds]") {
    TrackStore store;
    auto first = message_at("uid:ANDROID-1", seconds{0}, 127, 37),
         second = message_at("uid:ANDROID-1", minutes{4}, 127, 37.01);
    first.stale = noon + minutes{10};
    second.stale = noon + minutes{9};
    store.take(first);
    store.take(second);
    const Scenario s = scenario_of(store);
    CHECK(s.assets[0].id == "uid-android-1"); // ids have no capitals
    CHECK(s.assets[0].uid == "ANDROID-1");
    CHECK(s.fixes[0].to == noon + minutes{4} - tick);
    CHECK(state_of(s, 0, noon + minutes{9}).how == How::Reported);
    CHECK(state_of(s, 0, noon + minutes{10}).how == How::Held);
}

TEST_CASE("a fix is in force until the next one if that follows soon, and its radius grows meanwhile", "[feeds]") {
    TrackStore store;
    for (int i = 0; i < 2; ++i) {
        auto message = message_at("mmsi:1", minutes{i}, 121 + i * 0.003, 24);
        message.type = AssetType::Merchant;
        message.speed_kn = 10;
        message.radius_m = 50;
        store.take(message);
    }
    const State state = state_of(scenario_of(store), 0, noon + seconds{40});
    CHECK(state.how == How::Reported);
    CHECK(*state.radius_km == Approx(0.05 + 10 * 1.852 * 59 / 3600).margin(0.0006));
    CHECK(*state.speed_kn == 10);
}

TEST_CASE("messages are sorted by time, and of two with one time the last received counts", "[feeds]") {
    TrackStore store;
    store.take(message_at("mmsi:1", seconds{20}, 3, 1));
    store.take(message_at("mmsi:1", seconds{0}, 1, 1));
    store.take(message_at("mmsi:1", seconds{10}, 2, 1));
    store.take(message_at("mmsi:1", seconds{10}, 2.5, 1));
    const Scenario s = scenario_of(store);
    REQUIRE(s.fixes.size() == 3);
    CHECK(s.fixes[0].position->lon() == 1);
    CHECK(s.fixes[1].position->lon() == 2.5);
    CHECK(s.fixes[2].position->lon() == 3);
    CHECK(store.counts().repeated == 1);
    CHECK(store.counts().points == 3);
}

TEST_CASE("two messages within one second are both kept, in order", "[feeds]") {
    TrackStore store;
    auto second = message_at("mmsi:1", seconds{0}, 121.002, 24), first = message_at("mmsi:1", seconds{0}, 121.001, 24);
    second.time += std::chrono::milliseconds{750};
    first.time += std::chrono::milliseconds{250};
    store.take(second);
    store.take(first);
    CHECK(store.counts().repeated == 0);
    const Scenario s = scenario_of(store);
    REQUIRE(s.fixes.size() == 2);
    CHECK(s.fixes[0].position->lon() == 121.001);
    CHECK(s.fixes[0].from == first.time);
    CHECK(s.fixes[0].to == second.time - tick);
    CHECK(s.fixes[1].from == second.time);
    CHECK(state_of(s, 0, noon + std::chrono::milliseconds{500}).where->lon() == 121.001);
    CHECK(state_of(s, 0, noon + seconds{1}).where->lon() == 121.002);
}

TEST_CASE("buoys and base stations are not assets, a rescue beacon is", "[feeds]") {
    TrackStore store;
    auto buoy = message_at("mmsi:993160001", seconds{0}, 1, 1), beacon = message_at("mmsi:970123456", seconds{0}, 2, 2);
    buoy.aid = beacon.aid = beacon.distress = true;
    store.take(buoy);
    store.take(beacon);
    CHECK(scenario_of(store).assets.size() == 1);
    CHECK(store.counts().aids == 1);
}

TEST_CASE("a track that grows too long loses every other point of its older half", "[feeds]") {
    TrackStore store{{.points_per_track = 100}};
    for (int i = 0; i < 1000; ++i)
        store.take(message_at("mmsi:1", seconds{i}, i * 0.001, 1));
    const Scenario s = scenario_of(store);
    CHECK(s.fixes.size() <= 100);
    CHECK(s.fixes.size() == store.counts().points);
    CHECK(s.fixes.size() + store.counts().thinned == 1000);
    CHECK(s.fixes.front().from == noon);
    CHECK(s.fixes.back().from == noon + seconds{999});
    CHECK(s.fixes[s.fixes.size() - 2].from == noon + seconds{998});
}

TEST_CASE("the total of points stays within its limit, and tracks beyond their limit are refused", "[feeds]") {
    TrackStore store{{.points = 500, .tracks = 50}};
    for (int i = 0; i < 40; ++i)
        for (int vessel = 0; vessel < 60; ++vessel)
            store.take(message_at("mmsi:" + std::to_string(vessel), seconds{i}, vessel, i * 0.01));
    CHECK(store.counts().points <= 500);
    CHECK(store.counts().refused == 400);
    CHECK(store.counts().points + store.counts().thinned == 2000);
    CHECK(scenario_of(store).assets.size() == 50);
}

TEST_CASE("contacts whose keys give the same id get different ids", "[feeds]") {
    TrackStore store;
    store.take(message_at("uid:A B", seconds{0}, 1, 1));
    store.take(message_at("uid:a-b", seconds{0}, 2, 2));
    store.take(message_at("uid:a-b-2", seconds{0}, 3, 3));
    store.take(message_at("uid:A-B", seconds{0}, 4, 4));
    const Scenario s = scenario_of(store);
    REQUIRE(s.assets.size() == 4);
    CHECK(s.assets[0].id == "uid-a-b");
    CHECK(s.assets[1].id == "uid-a-b-2");
    CHECK(s.assets[2].id == "uid-a-b-2-3");
    for (const Asset& asset : s.assets)
        CHECK(s.asset(asset.id) == &asset); // ids are unique
}

TEST_CASE("a message that is stale at once ends its track until the next message", "[feeds]") {
    TrackStore store;
    store.take(message_at("uid:drone", seconds{0}, 121, 24));
    auto last = message_at("uid:drone", minutes{2}, 121.1, 24);
    last.stale = last.time; // Cursor on Target: the sender ends the track
    store.take(last);
    const Scenario ended = scenario_of(store);
    CHECK(state_of(ended, 0, noon + minutes{1}).how == How::Interpolated);
    CHECK(state_of(ended, 0, noon + minutes{2}).how == How::Reported);
    CHECK(state_of(ended, 0, noon + minutes{2}).where->lon() == Approx(121.1));
    CHECK(state_of(ended, 0, noon + minutes{2} + seconds{1}).how == How::Absent);
    CHECK(state_of(ended, 0, noon + minutes{30}).how == How::Absent);

    store.take(message_at("uid:drone", minutes{40}, 122, 24));
    const Scenario again = scenario_of(store);
    CHECK(state_of(again, 0, noon + minutes{30}).how == How::Absent);
    CHECK(state_of(again, 0, noon + minutes{41}).how == How::Held);
    CHECK(state_of(again, 0, noon + minutes{41}).where->lon() == Approx(122));

    // A message that is valid for one second does not end the track.
    TrackStore other;
    auto brief = message_at("uid:drone", minutes{2}, 121.1, 24);
    brief.stale = brief.time + seconds{1};
    other.take(brief);
    CHECK(state_of(scenario_of(other), 0, noon + minutes{3}).how != How::Absent);
    CHECK(scenario_of(other).deployments.empty());
}

TEST_CASE("ships age in minutes, aircraft sooner, others in hours", "[feeds]") {
    const AgeLimitsByKind limits;
    CHECK(limits.of(ContactKind::Ship) == AgeLimits{minutes{30}, minutes{10}, minutes{60}, minutes{3}});
    CHECK(limits.of(ContactKind::Aircraft) == AgeLimits{minutes{5}, minutes{1}, minutes{10}, seconds{10}});
    CHECK(limits.of(ContactKind::Other) == AgeLimits{minutes{60}, minutes{60}, minutes{24 * 60}, seconds{0}});
}

TEST_CASE("the kind of a contact is known by its type, else by its key", "[feeds]") {
    const auto kind = [](const std::string& key, AssetType type) {
        Contact contact;
        contact.key = key;
        contact.type = type;
        return contact.kind();
    };
    CHECK(kind("mmsi:1", AssetType::Other) == ContactKind::Ship);
    CHECK(kind("icao:a", AssetType::Other) == ContactKind::Aircraft);
    CHECK(kind("uid:x", AssetType::Other) == ContactKind::Other);
    CHECK(kind("mmsi:111000001", AssetType::Helicopter) == ContactKind::Aircraft); // a search and rescue aircraft
    CHECK(kind("uid:x", AssetType::Frigate) == ContactKind::Ship);
    CHECK(kind("icao:a", AssetType::LandUnit) == ContactKind::Other);
}

TEST_CASE("characters without a glyph are left out of names, and contacts that lost some are counted once", "[feeds]") {
    TrackStore::Limits limits;
    limits.missing_characters = [](std::string_view text) {
        return text.find("☃") == std::string_view::npos ? std::vector<char32_t>{} : std::vector<char32_t>{U'☃'};
    };
    TrackStore store{limits};
    const auto named = [&](const std::string& key, const std::string& name, const std::string& callsign) {
        FeedMessage message = message_at(key, seconds{0}, 121, 24);
        message.name = name;
        message.callsign = callsign;
        store.take(message);
    };
    named("cot:a", "Olaf ☃ the ☃ cold", "OLAF");
    named("cot:a", "Olaf ☃", "OLAF");
    named("cot:b", "Anna", "AN☃NA");
    named("cot:c", "Elsa", "ELSA");
    CHECK(store.tracks()[0].contact.name == "Olaf");
    CHECK(store.tracks()[1].contact.callsign == "ANNA");
    CHECK(store.tracks()[2].contact.name == "Elsa");
    CHECK(store.counts().cut_names == 2);
}

TEST_CASE("a contact keeps what its messages say of it", "[feeds]") {
    TrackStore store;
    FeedMessage message = message_at("mmsi:416000001", seconds{0}, 121, 24);
    message.heading_deg = 77;
    message.destination = "KAOHSIUNG";
    message.eta = "08-01 06:30";
    message.status = "under way using engine";
    message.imo = 9'074'729;
    message.length_m = 134;
    message.beam_m = 17;
    message.draught_m = 5.2;
    message.ship_code = 83;
    message.transponder = 'A';
    message.source = "station-7";
    store.take(message);
    FeedMessage later; // says nothing of them
    later.key = "mmsi:416000001";
    later.time = noon + seconds{30};
    store.take(later);
    const FeedTrack& track = store.tracks().front();
    CHECK(track.points.front().heading_deg == 77);
    CHECK(track.contact.destination == "KAOHSIUNG");
    CHECK(track.contact.eta == "08-01 06:30");
    CHECK(track.contact.status == "under way using engine");
    CHECK(track.contact.imo == 9'074'729U);
    CHECK(track.contact.length_m == 134);
    CHECK(track.contact.beam_m == 17);
    CHECK(track.contact.draught_m == Approx(5.2));
    CHECK(track.contact.vessel_class() == VesselClass::Tanker);
    CHECK(track.contact.transponder == 'A');
    CHECK(track.contact.station == "station-7");
    CHECK(track.contact.heard == noon + seconds{30});
}

TEST_CASE("the class of a vessel follows from its type and its code", "[feeds]") {
    const auto class_of = [](AssetType type, int code, bool military) {
        Contact contact;
        contact.type = type;
        contact.ship_code = code;
        contact.military = military;
        return contact.vessel_class();
    };
    CHECK(class_of(AssetType::Other, 35, true) == VesselClass::Naval);
    CHECK(class_of(AssetType::Frigate, -1, false) == VesselClass::Naval);
    CHECK(class_of(AssetType::CoastGuard, 55, false) == VesselClass::CoastGuard);
    CHECK(class_of(AssetType::Merchant, 54, false) == VesselClass::Government);
    CHECK(class_of(AssetType::SurveyShip, -1, false) == VesselClass::Government);
    CHECK(class_of(AssetType::Fishing, 30, false) == VesselClass::Fishing);
    CHECK(class_of(AssetType::Merchant, 79, false) == VesselClass::Cargo);
    CHECK(class_of(AssetType::Merchant, 80, false) == VesselClass::Tanker);
    CHECK(class_of(AssetType::Merchant, 60, false) == VesselClass::Other);
    CHECK(class_of(AssetType::Other, -1, false) == VesselClass::Other);
}

TEST_CASE("of the reasons to distrust a message, some are doubts about its sender", "[feeds]") {
    const auto doubts_after = [](std::string_view reason) {
        TrackStore store;
        FeedMessage message = message_at("mmsi:416000001", minutes{0}, 121, 24);
        message.doubts.emplace_back(reason);
        store.take(message);
        std::vector<Doubt> doubts;
        for (std::size_t i = 0; i < doubts_count; ++i)
            if (store.tracks().front().contact.doubted_at[i] == noon) doubts.push_back(static_cast<Doubt>(i));
        CHECK(store.tracks().front().points.front().doubted);
        return doubts;
    };
    using Doubts = std::vector<Doubt>;
    using namespace doubt_reason;
    for (const auto reason : {ship_jumps, aircraft_jumps})
        CHECK(doubts_after(reason) == Doubts{Doubt::Jump});
    for (const auto reason : {no_positioning, position_0_0, position_out_of_range})
        CHECK(doubts_after(reason) == Doubts{Doubt::Position});
    CHECK(doubts_after(other_name) == Doubts{Doubt::OtherName});
    CHECK(doubts_after(imo_number) == Doubts{Doubt::Imo});
    CHECK(doubts_after(no_mmsi) == Doubts{Doubt::Number});
    // A position that receivers calculated does not mean that the sender's positioning fails.
    for (const auto reason : {calculated, under_test, tag_block, clock_ahead})
        CHECK(doubts_after(reason).empty());
}

TEST_CASE("an aircraft located by multilateration is not said to have broken positioning", "[feeds]") {
    const auto decoder = make_sbs_decoder(0.0);
    std::vector<FeedMessage> messages;
    decoder->take("MLAT,3,1,1,AE5678,1,2024/07/31,06:00:01.100,2024/07/31,06:00:01.120,,28211,497,66,35.3347,139.4883,"
                  "1696,,,,,,,,\n",
                  noon, messages);
    REQUIRE(messages.size() == 1);
    CHECK(messages[0].doubts.size() == 1);
    TrackStore store;
    store.take(messages[0]);
    CHECK(store.tracks().front().contact.doubted_at == Contact::never());
    CHECK(store.tracks().front().points.front().doubted);
}

TEST_CASE("positions that jump away and come back twice are two places, one jump is not", "[feeds]") {
    const auto at_of = [](const TrackStore& store, Doubt doubt) {
        return store.tracks().front().contact.doubted_at[static_cast<std::size_t>(doubt)];
    };
    TrackStore store;
    const auto hear = [&](int minute, double lon, bool jumps) {
        FeedMessage message = message_at("mmsi:416000001", minutes{minute}, lon, 24);
        if (jumps) message.doubts.emplace_back(doubt_reason::ship_jumps);
        store.take(message);
    };
    hear(0, 121, false);
    CHECK(at_of(store, Doubt::Jump) == Instant::min());
    hear(1, 128, true);
    hear(2, 128.001, false); // it really is there now
    CHECK(at_of(store, Doubt::Jump) == noon + minutes{1});
    hear(3, 121, true);
    hear(4, 128.002, false);
    CHECK(at_of(store, Doubt::TwoPlaces) == Instant::min()); // it went back once
    hear(5, 121, true);
    hear(6, 128.003, false);
    CHECK(at_of(store, Doubt::TwoPlaces) == noon + minutes{6});
}

TEST_CASE("a jump across the antimeridian is confirmed by a position beside it", "[feeds]") {
    TrackStore store;
    const auto hear = [&](int minute, double lon, bool jumps) {
        FeedMessage message = message_at("mmsi:416000001", minutes{minute}, lon, 24);
        if (jumps) message.doubts.emplace_back(doubt_reason::ship_jumps);
        store.take(message);
    };
    hear(0, 121, false);
    for (int i = 1; i <= 5; i += 2) { // each jump is confirmed, so the ship is in one place at a time
        hear(i, 179.99, true);
        hear(i + 1, -179.99, false);
    }
    CHECK(store.tracks().front().contact.doubted_at[static_cast<std::size_t>(Doubt::TwoPlaces)] == Instant::min());
}

TEST_CASE("a message that comes late does not make a contact heard earlier", "[feeds]") {
    TrackStore store;
    store.take(message_at("mmsi:416000001", minutes{5}, 121, 24));
    store.take(message_at("mmsi:416000001", minutes{3}, 121, 24));
    CHECK(store.tracks().front().contact.heard == noon + minutes{5});
}

TEST_CASE("a contact that ends its track is where it said until then, and no longer", "[feeds]") {
    TrackStore store;
    store.take(message_at("uid:a", minutes{0}, 121, 24));
    FeedMessage last = message_at("uid:a", minutes{10}, 121, 24);
    last.stale = last.time;
    store.take(last);
    const Scenario s = scenario_of(store);
    REQUIRE(s.fixes.size() == 2);
    CHECK(s.fixes[1].from == noon + minutes{10});
    CHECK(s.fixes[1].to == noon + minutes{10});
    CHECK(state_of(s, 0, noon + minutes{11}).how == How::Absent);
}
