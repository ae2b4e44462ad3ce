#include "app/live/live_worker.hpp"
#include "tests/app/feeds/samples.hpp"
#include "tests/app/feeds/servers.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <filesystem>
#include <fstream>

using namespace app;
using assets::How;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

const assets::Instant noon = timeline_test::instant("2024-07-31T12:00Z");

std::shared_ptr<const assets::Scenario> base_with(const std::string& mmsi) {
    timeline_test::ScenarioBuilder builder;
    builder.asset("vancouver");
    builder.last_asset().mmsi = mmsi;
    return std::make_shared<const assets::Scenario>(builder.build());
}

/// A log with receive times, gone at the end of the test.
class Log {
public:
    void add(seconds after_noon, std::uint32_t mmsi, double lon, double lat) const {
        const auto time = (noon + after_noon).time_since_epoch().count();
        std::ofstream{m_file.path(), std::ios::binary | std::ios::app}
            << samples::tag_block("c:" + std::to_string(time)) << samples::ais_position(mmsi, lon, lat);
    }
    [[nodiscard]] std::string url() const { return "ais+file:" + m_file.path().string(); }

private:
    support::ScratchFile m_file;
};

LiveFeed feed(const std::string& url) {
    LiveFeed made;
    made.url = made.name = url;
    made.on = true;
    return made;
}

/// What the worker's owner has taken so far.
struct Owner {
    LiveWorker worker{[] {
    }};
    std::optional<LiveStatus> status;
    std::optional<LiveSnapshot> picture;
    std::optional<FreezeResult> frozen;

    [[nodiscard]] bool until(const std::function<bool()>& done) {
        return servers::comes_true([&] {
            if (auto taken = worker.take_status()) status = std::move(taken);
            if (auto taken = worker.take_picture()) picture = std::move(taken);
            if (auto taken = worker.take_freeze_result()) frozen = std::move(taken);
            return done();
        });
    }
    [[nodiscard]] bool heard(std::size_t assets) {
        return until([&] { return picture && picture->marks.size() == assets; });
    }
};

LiveRequest now_of(std::shared_ptr<const assets::Scenario> base) {
    LiveRequest request;
    request.base = std::move(base);
    return request;
}

} // namespace

TEST_CASE("what a server sends is in the picture of now, among what the scenario declares", "[live]") {
    servers::TcpServer server;
    Owner owner;
    owner.worker.request(now_of(base_with("316138000")));
    owner.worker.listen({feed("ais+tcp://127.0.0.1:" + std::to_string(server.port()))});
    server.accept();
    server.send(samples::ais_position(316'138'000, 127, 35) + samples::ais_position(440'000'001, 128, 35));
    REQUIRE(owner.heard(1));
    const auto& picture = *owner.picture;
    CHECK(picture.follows);
    CHECK(picture.declared == std::vector<assets::AssetIndex>{0});
    CHECK(picture.scenario->assets.at(1).mmsi == "440000001");
    REQUIRE(picture.snapshot->states.at(0).where);
    CHECK(picture.snapshot->states[0].where->lon() == Approx(127));
    CHECK(picture.snapshot->states[0].how == How::Reported);
    REQUIRE(owner.until([&] { return owner.status && owner.status->counts.points == 2; }));
    CHECK_FALSE(owner.status->replay);
    REQUIRE(owner.status->feeds.size() == 1);
    CHECK(owner.status->feeds[0].state.messages == 2);
    // It goes on: a ship that is heard later comes into the picture by itself.
    server.send(samples::ais_position(440'000'002, 129, 35));
    CHECK(owner.heard(2));
}

TEST_CASE("a log of another day has a now of its own, and its past can be asked for", "[live]") {
    const Log log;
    for (int i = 0; i <= 20; ++i)
        log.add(minutes{i}, 440'000'001, 127 + i * 0.01, 35);
    log.add(minutes{15}, 440'000'002, 130, 35);
    Owner owner;
    const auto base = base_with("1");
    owner.worker.request(now_of(base));
    owner.worker.listen({feed(log.url())});
    REQUIRE(owner.heard(2));
    CHECK(owner.picture->at == noon + minutes{20});
    REQUIRE(owner.until([&] { return owner.status && owner.status->replay; }));
    CHECK(owner.status->first == noon);
    CHECK(owner.status->now == noon + minutes{20});
    auto request = now_of(base);
    request.at = noon + minutes{5};
    request.trail = minutes{3};
    request.coverage = true;
    owner.worker.request(request);
    REQUIRE(owner.until([&] { return owner.picture && owner.picture->at == request.at; }));
    const auto& picture = *owner.picture;
    CHECK_FALSE(picture.follows);
    REQUIRE(picture.marks.size() == 1); // the other was not yet heard
    CHECK(picture.snapshot->states.at(1).where->lon() == Approx(127.05));
    REQUIRE(picture.snapshot->trails.size() == 1);
    CHECK(picture.snapshot->trails[0].lines.at(0).size() == 4);
    REQUIRE(picture.snapshot->coverage);
    CHECK(picture.snapshot->coverage->heard_at(geo::lonlat(127.5, 35.5)));
    CHECK_FALSE(picture.snapshot->coverage->heard_at(geo::lonlat(130.5, 35.5)));
}

TEST_CASE("a feed that is taken off the list is listened to no more, and what it said stays", "[live]") {
    servers::TcpServer server;
    Owner owner;
    owner.worker.request(now_of(base_with("1")));
    const auto one = feed("ais+tcp://127.0.0.1:" + std::to_string(server.port()));
    owner.worker.listen({one});
    server.accept();
    server.send(samples::ais_position(440'000'001, 128, 35));
    REQUIRE(owner.heard(1));
    auto off = one;
    off.on = false;
    owner.worker.listen({off});
    REQUIRE(owner.until([&] { return owner.status && owner.status->feeds.empty(); }));
    owner.picture.reset();
    CHECK(owner.until([&] { return owner.picture.has_value(); })); // now goes on
    CHECK(owner.picture->marks.size() == 1);
}

TEST_CASE("a URL that is no feed's, and a server that is not there, are told as trouble", "[live]") {
    Owner owner;
    owner.worker.request(now_of(base_with("1")));
    owner.worker.listen({feed("ais+tcp://nowhere"), feed("ais+file:/no/such/log")});
    REQUIRE(owner.until([&] {
        return owner.status && owner.status->feeds.size() == 2 && !owner.status->feeds[1].state.trouble.empty();
    }));
    CHECK(owner.status->feeds[0].state.link == FeedLink::Failed);
    CHECK(owner.status->feeds[0].state.trouble.find("ais+tcp://nowhere") != std::string::npos);
    CHECK(owner.status->feeds[1].state.link == FeedLink::Failed);
}

TEST_CASE("a sender whose clock is far ahead is taken as of now, and counted", "[live]") {
    Owner owner;
    owner.worker.request(now_of(base_with("1")));
    const auto tomorrow = std::chrono::floor<seconds>(std::chrono::system_clock::now()) + std::chrono::hours{24};
    servers::TcpServer server;
    owner.worker.listen({feed("ais+tcp://127.0.0.1:" + std::to_string(server.port()))});
    server.accept();
    server.send(samples::tag_block("c:" + std::to_string(tomorrow.time_since_epoch().count())) +
                samples::ais_position(440'000'001, 128, 35));
    REQUIRE(owner.heard(1));
    REQUIRE(owner.until([&] { return owner.status && owner.status->clocks_ahead == 1; }));
    CHECK(owner.status->last < tomorrow);
}

TEST_CASE("there is no picture of now before anything is heard, but one of an instant that is asked for", "[live]") {
    servers::TcpServer server;
    Owner owner;
    owner.worker.request(now_of(base_with("1")));
    owner.worker.listen({feed("ais+tcp://127.0.0.1:" + std::to_string(server.port()))});
    server.accept();
    for (int i = 0; i < 2; ++i) { // the second status come a second after a picture would have been made
        owner.status.reset();
        REQUIRE(owner.until([&] { return owner.status && !owner.status->feeds.empty(); }));
    }
    CHECK_FALSE(owner.status->first);
    CHECK_FALSE(owner.picture);
    auto request = now_of(base_with("1"));
    request.at = noon;
    owner.worker.request(request);
    REQUIRE(owner.until([&] { return owner.picture.has_value(); }));
    CHECK(owner.picture->at == noon);
    CHECK_FALSE(owner.picture->follows);
}

TEST_CASE("hidden zones are not in the picture", "[live]") {
    timeline_test::ScenarioBuilder builder;
    builder.zone("dmz").zone("adiz");
    Owner owner;
    auto request = now_of(std::make_shared<const assets::Scenario>(builder.build()));
    request.hidden_zones = {"dmz"};
    request.at = noon;
    owner.worker.request(request);
    REQUIRE(owner.until([&] { return owner.picture.has_value(); }));
    CHECK(owner.picture->snapshot->zones == std::vector<assets::ZoneIndex>{1});
}
