#include "app/live/freeze.hpp"
#include "assets/formats/scenario/read_scenario.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <filesystem>
#include <fstream>

using namespace app;
using std::chrono::minutes;

namespace {

const assets::Instant noon = timeline_test::instant("2024-07-31T12:00Z");

assets::FeedMessage message_at(const std::string& key, minutes after_noon, double lon) {
    assets::FeedMessage message;
    message.key = key;
    message.time = noon + after_noon;
    message.position = geo::LonLat::from_degrees(lon, 25);
    message.type = assets::AssetType::Merchant;
    message.country = "TW";
    return message;
}

std::vector<assets::Source> sources() {
    assets::Source source{};
    source.id = "feed";
    source.title = "Harbour receiver";
    source.kind = "ais";
    source.url = "ais+tcp://127.0.0.1:10110";
    return {source};
}

/// A folder that does not exist yet.
struct Folder {
    support::Scratch around;
    [[nodiscard]] std::filesystem::path path() const { return around / "frozen"; }
};

FreezeRequest request_for(const Folder& folder) {
    FreezeRequest request;
    request.folder = folder.path().string();
    request.at = noon;
    return request;
}

std::shared_ptr<const assets::Scenario> read_back(const Folder& folder) {
    const auto loaded = assets::read_scenario(folder.path(), nullptr);
    for (const auto& finding : loaded.findings)
        UNSCOPED_INFO(finding.file << ":" << finding.line << ": " << finding.field << ": " << finding.message);
    REQUIRE(loaded.scenario);
    return loaded.scenario;
}

} // namespace

TEST_CASE("freezing writes the minutes before an instant as a scenario that reads back", "[live]") {
    assets::TrackStore store;
    store.take(message_at("mmsi:416000001", minutes{-40}, 121));
    store.take(message_at("mmsi:416000001", minutes{-20}, 122));
    store.take(message_at("mmsi:416000001", minutes{-2}, 122.5));
    store.take(message_at("mmsi:416000001", minutes{5}, 123)); // after the instant
    auto navy = message_at("mmsi:416000002", minutes{-1}, 121);
    navy.military = true;
    navy.type = assets::AssetType::Frigate;
    store.take(navy);
    auto coast_guard = message_at("mmsi:416000003", minutes{-1}, 121);
    coast_guard.type = assets::AssetType::CoastGuard;
    store.take(coast_guard);
    auto yacht = message_at("mmsi:416000004", minutes{-1}, 121);
    yacht.pleasure = true;
    store.take(yacht);
    auto beacon = message_at("mmsi:970000005", minutes{-1}, 121);
    beacon.distress = beacon.aid = true;
    store.take(beacon);

    const Folder folder;
    const FreezeResult frozen = freeze(store, sources(), request_for(folder));
    CHECK(frozen.error.empty());
    CHECK(frozen.assets == 3);
    CHECK(frozen.positions == 4);
    CHECK(frozen.pleasure_left_out == 1);
    CHECK(frozen.beacons_left_out == 1);
    const auto read = read_back(folder);
    const auto& s = *read;
    REQUIRE(s.assets.size() == 3);
    CHECK(s.fixes_of(0).size() == 2);
    CHECK(s.fixes_of(0)[0].from == noon - minutes{20});
    CHECK(s.fixes_of(0)[0].kind() == assets::FixKind::Observed);
    CHECK(s.fixes_of(0)[0].confidence() == assets::Confidence::None);
    CHECK(s.fixes_of(1)[0].confidence() == assets::Confidence::Low);
    CHECK(s.fixes_of(2)[0].confidence() == assets::Confidence::Low);
    // A ship is where it was heard for 3 minutes, but not beyond the instant that was frozen.
    CHECK(s.fixes_of(1)[0].from == noon - minutes{1});
    CHECK(s.fixes_of(1)[0].to == noon);
    REQUIRE(s.sources.size() == 1);
    CHECK(s.sources[0].kind == "ais");
    CHECK(s.sources[0].title == "Harbour receiver");
    CHECK(s.end == noon);
    CHECK(s.title == "Ships broadcasting AIS");
    CHECK(s.data_to == "2024-07-31");
    // The age limits of feeds stay, so a ship of a feed is not "held" for days.
    CHECK(s.assets[0].stale_after == minutes{10});
}

TEST_CASE("a frozen scenario has the title and credit of the request", "[live]") {
    assets::TrackStore store;
    store.take(message_at("mmsi:416000001", minutes{-2}, 122));
    const Folder folder;
    auto request = request_for(folder);
    request.title = "Off Kaohsiung";
    request.credit = "Kaohsiung University";
    CHECK(freeze(store, sources(), request).error.empty());
    const auto read = read_back(folder);
    CHECK(read->title == "Off Kaohsiung");
    CHECK(read->sources.at(0).title == "Harbour receiver");
    CHECK(read->sources.at(0).publisher == "Kaohsiung University");
}

TEST_CASE("a confirmed military contact does not have low confidence", "[live]") {
    assets::TrackStore store;
    auto navy = message_at("mmsi:416000002", minutes{-1}, 121);
    navy.military = true;
    store.take(navy);
    const Folder folder;
    auto request = request_for(folder);
    request.confirmed = {"mmsi-416000002"};
    CHECK(freeze(store, sources(), request).error.empty());
    const auto read = read_back(folder);
    CHECK(read->fixes.at(0).confidence() == assets::Confidence::None);
}

TEST_CASE("a frozen scenario has the zones and the view of the open scenario", "[live]") {
    timeline_test::ScenarioBuilder builder;
    builder.zone("dmz").zone("hidden").source("treaty").source("other");
    auto base = builder.build();
    base.zones[0].sources = {1};
    base.utc_offset_h = 8;
    base.view.at = timeline_test::instant("2021-01-01T12:00Z");
    base.view.frame = "east-asia";
    assets::TrackStore store;
    store.take(message_at("mmsi:416000001", minutes{-1}, 121));
    const Folder folder;
    auto request = request_for(folder);
    request.base = std::make_shared<const assets::Scenario>(base);
    request.hidden_zones = {"hidden"};
    request.shown = {geo::lonlat(121, 24), 900};
    CHECK(freeze(store, sources(), request).error.empty());
    const auto read = read_back(folder);
    const auto& s = *read;
    CHECK(s.view.at == noon); // the instant that was frozen, not the base's
    CHECK(s.view.frame.empty());
    REQUIRE(s.view.centre);
    CHECK(s.view.centre->lon() == Approx(121));
    CHECK(s.view.centre->lat() == Approx(24));
    CHECK(s.view.width_km == Approx(900));
    REQUIRE(s.zones.size() == 1);
    REQUIRE(s.zones[0].sources.size() == 1);
    CHECK(s.sources[s.zones[0].sources[0]].id == "other");
    CHECK(s.sources.size() == 2);
    CHECK(s.view.width_km == 900);
    CHECK(s.utc_offset_h == 8);
}

TEST_CASE("positions and events of a frozen scenario have the clock of the open scenario", "[live]") {
    assets::Scenario base = timeline_test::ScenarioBuilder{}.build();
    base.utc_offset_h = 8;
    assets::TrackStore store;
    store.take(message_at("mmsi:416000001", minutes{-1}, 121));
    assets::FeedMessage call = message_at("uid:PHONE-1", minutes{-2}, 121);
    call.alert = assets::FeedAlert{"911 Alert: ALPHA", false};
    store.take(call);
    Alert raised;
    raised.number = 1;
    raised.rule = "in";
    raised.contact = "mmsi-416000001";
    raised.title = "MMSI 416000001 entered the box";
    raised.at = noon - minutes{1};
    const Folder folder;
    auto request = request_for(folder);
    request.base = std::make_shared<const assets::Scenario>(base);
    CHECK(freeze(store, sources(), request, {raised}).error.empty());
    const auto read = read_back(folder);
    CHECK(read->utc_offset_h == 8);
    CHECK(read->fixes.at(0).utc_offset_h() == 8);
    REQUIRE(read->events.size() == 2);
    for (const assets::Event& event : read->events)
        CHECK(event.utc_offset_h == 8);
    for (const std::string file : {"positions.csv", "events.csv"})
        CHECK(support::file_bytes(folder.path() / file).find("utc_offset_h") == std::string::npos);
}

TEST_CASE("nothing is written to a folder that is not empty, or when there are no contacts", "[live]") {
    assets::TrackStore store;
    const Folder folder;
    CHECK(freeze(store, sources(), request_for(folder)).error.find("nothing") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder.path()));
    store.take(message_at("mmsi:416000001", minutes{-1}, 121));
    std::filesystem::create_directories(folder.path());
    std::ofstream{folder.path() / "notes.txt"} << "mine";
    CHECK(freeze(store, sources(), request_for(folder)).error.find("not empty") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "scenario.toml"));
}

TEST_CASE("a zone's source with the id of a feed keeps its own URL", "[live]") {
    timeline_test::ScenarioBuilder builder;
    builder.zone("dmz").source("feed");
    auto base = builder.build();
    base.sources[0].url = "https://example.org/treaty";
    base.zones[0].sources = {0};
    assets::TrackStore store;
    store.take(message_at("mmsi:416000001", minutes{-1}, 121));
    const Folder folder;
    auto request = request_for(folder);
    request.base = std::make_shared<const assets::Scenario>(base);
    CHECK(freeze(store, sources(), request).error.empty());
    const auto read = read_back(folder);
    const auto& s = *read;
    REQUIRE(s.sources.size() == 2);
    REQUIRE(s.zones.at(0).sources.size() == 1);
    CHECK(s.sources[s.zones[0].sources[0]].url == "https://example.org/treaty");
    CHECK(s.sources[s.fixes.at(0).sources().at(0)].url == "ais+tcp://127.0.0.1:10110");
    CHECK(s.sources[0].id != s.sources[1].id);
}

TEST_CASE("alerts of pleasure craft, of beacons and of other minutes are not in a frozen scenario", "[live]") {
    assets::TrackStore store;
    store.take(message_at("mmsi:416000001", minutes{-2}, 121));
    auto yacht = message_at("mmsi:416000002", minutes{-2}, 121);
    yacht.pleasure = true;
    store.take(yacht);
    auto beacon = message_at("mmsi:970000003", minutes{-2}, 121);
    beacon.distress = beacon.aid = true;
    store.take(beacon);
    const auto alert = [](std::uint64_t number, const std::string& contact, minutes after_noon) {
        Alert raised;
        raised.number = number;
        raised.rule = "in";
        raised.contact = contact;
        raised.title = contact;
        raised.at = noon + after_noon;
        return raised;
    };
    const Folder folder;
    auto request = request_for(folder);
    request.before = minutes{30};
    CHECK(freeze(store, sources(), request,
                 {alert(1, "mmsi-416000001", minutes{-31}), alert(2, "mmsi-416000001", minutes{-30}),
                  alert(3, "mmsi-416000002", minutes{-2}), alert(4, "mmsi-970000003", minutes{-2}),
                  alert(5, "mmsi-416000001", minutes{0}), alert(6, "mmsi-416000001", minutes{1})})
              .error.empty());
    std::vector<std::string> kept;
    const auto read = read_back(folder);
    for (const assets::Event& event : read->events)
        kept.push_back(event.id);
    CHECK(kept == std::vector<std::string>{"alert-in-2", "alert-in-5"});
}
