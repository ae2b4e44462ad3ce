#include "app/live/live_worker.hpp"
#include "tests/app/feeds/samples.hpp"
#include "tests/app/feeds/servers.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <mutex>

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

/// A log with receive times, which is deleted at the end of the test.
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

/// Owns the worker and keeps what it has taken last.
struct Owner {
    LiveWorker worker{[] {
    }};
    std::optional<LiveStatus> status;
    std::optional<LiveSnapshot> live;
    std::optional<FreezeResult> frozen;

    [[nodiscard]] bool until(const std::function<bool()>& done) {
        return servers::comes_true([&] {
            if (auto taken = worker.take_status()) status = std::move(taken);
            if (auto taken = worker.take_snapshot()) live = std::move(taken);
            if (auto taken = worker.take_freeze_result()) frozen = std::move(taken);
            return done();
        });
    }
    [[nodiscard]] bool shows(std::size_t contacts) {
        return until([&] { return live && live->marks.size() == contacts; });
    }
};

/// Holds the worker's thread in its notification until the test opens the gate.
class Gate {
public:
    void pass() {
        std::unique_lock lock{m_mutex};
        m_reached = true;
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return m_open; });
    }
    void open() {
        const std::lock_guard lock{m_mutex};
        m_open = true;
        m_changed.notify_all();
    }
    [[nodiscard]] bool is_reached() {
        const std::lock_guard lock{m_mutex};
        return m_reached;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_reached = false, m_open = false;
};

/// Opens the gate at the end of a test, so that a failed one does not wait for the worker forever.
struct OpenAtEnd {
    Gate& gate;
    explicit OpenAtEnd(Gate& of) : gate{of} {}
    OpenAtEnd(const OpenAtEnd&) = delete;
    OpenAtEnd& operator=(const OpenAtEnd&) = delete;
    ~OpenAtEnd() { gate.open(); }
};

/// The number of threads, once those of earlier tests have ended.
std::size_t settled_threads() {
    constexpr int long_enough = 200; // evaluations, a millisecond apart
    std::size_t count = servers::threads();
    int unchanged = 0;
    (void)servers::comes_true([&] {
        const std::size_t now = servers::threads();
        unchanged = now == count ? unchanged + 1 : 0;
        count = now;
        return unchanged >= long_enough;
    });
    return count;
}

LiveRequest request_now(std::shared_ptr<const assets::Scenario> base) {
    LiveRequest request;
    request.base = std::move(base);
    return request;
}

} // namespace

TEST_CASE("contacts of a server are in the live snapshot beside declared assets", "[live]") {
    servers::TcpServer server;
    Owner owner;
    owner.worker.request(request_now(base_with("316138000")));
    owner.worker.listen({feed("ais+tcp://127.0.0.1:" + std::to_string(server.port()))});
    server.accept();
    server.send(samples::ais_position(316'138'000, 127, 35) + samples::ais_position(440'000'001, 128, 35));
    REQUIRE(owner.shows(1));
    const auto& live = *owner.live;
    CHECK(live.follows);
    CHECK(live.declared == std::vector<assets::AssetIndex>{0});
    CHECK(live.scenario->assets.at(1).mmsi == "440000001");
    REQUIRE(live.snapshot->states.at(0).where);
    CHECK(live.snapshot->states[0].where->lon() == Approx(127));
    CHECK(live.snapshot->states[0].how == How::Reported);
    REQUIRE(owner.until([&] { return owner.status && owner.status->counts.points == 2; }));
    CHECK_FALSE(owner.status->replay);
    REQUIRE(owner.status->feeds.size() == 1);
    CHECK(owner.status->feeds[0].state.messages == 2);
    // A ship that sends later is added without a new request.
    server.send(samples::ais_position(440'000'002, 129, 35));
    CHECK(owner.shows(2));
}

TEST_CASE("a log of another day sets now, and its past can be requested", "[live]") {
    const Log log;
    for (int i = 0; i <= 20; ++i)
        log.add(minutes{i}, 440'000'001, 127 + i * 0.01, 35);
    log.add(minutes{15}, 440'000'002, 130, 35);
    Owner owner;
    const auto base = base_with("1");
    owner.worker.request(request_now(base));
    owner.worker.listen({feed(log.url())});
    REQUIRE(owner.shows(2));
    CHECK(owner.live->at == noon + minutes{20});
    REQUIRE(owner.until([&] { return owner.status && owner.status->replay; }));
    CHECK(owner.status->first == noon);
    CHECK(owner.status->now == noon + minutes{20});
    auto request = request_now(base);
    request.at = noon + minutes{5};
    request.trail = minutes{3};
    request.coverage = true;
    owner.worker.request(request);
    REQUIRE(owner.until([&] { return owner.live && owner.live->at == request.at; }));
    const auto& live = *owner.live;
    CHECK_FALSE(live.follows);
    REQUIRE(live.marks.size() == 1); // the other ship sends later
    CHECK(live.snapshot->states.at(1).where->lon() == Approx(127.05));
    REQUIRE(live.snapshot->trails.size() == 1);
    CHECK(live.snapshot->trails[0].lines.at(0).size() == 4);
    REQUIRE(live.snapshot->coverage);
    CHECK(live.snapshot->coverage->covers(geo::lonlat(127.5, 35.5)));
    CHECK_FALSE(live.snapshot->coverage->covers(geo::lonlat(130.5, 35.5)));
}

TEST_CASE("a feed that is switched off is closed, and its contacts stay", "[live]") {
    servers::TcpServer server;
    Owner owner;
    owner.worker.request(request_now(base_with("1")));
    const auto one = feed("ais+tcp://127.0.0.1:" + std::to_string(server.port()));
    owner.worker.listen({one});
    server.accept();
    server.send(samples::ais_position(440'000'001, 128, 35));
    REQUIRE(owner.shows(1));
    auto off = one;
    off.on = false;
    owner.worker.listen({off});
    REQUIRE(owner.until([&] { return owner.status && owner.status->feeds.empty(); }));
    owner.live.reset();
    CHECK(owner.until([&] { return owner.live.has_value(); })); // snapshots go on
    CHECK(owner.live->marks.size() == 1);
}

TEST_CASE("an invalid URL and a missing file are reported as trouble", "[live]") {
    Owner owner;
    owner.worker.request(request_now(base_with("1")));
    owner.worker.listen({feed("ais+tcp://nowhere"), feed("ais+file:/no/such/log")});
    REQUIRE(owner.until([&] {
        return owner.status && owner.status->feeds.size() == 2 && !owner.status->feeds[1].state.trouble.empty();
    }));
    CHECK(owner.status->feeds[0].state.link == FeedLink::Failed);
    CHECK(owner.status->feeds[0].state.trouble.find("ais+tcp://nowhere") != std::string::npos);
    CHECK(owner.status->feeds[1].state.link == FeedLink::Failed);
}

TEST_CASE("a message whose clock is far ahead is dated to now and counted", "[live]") {
    Owner owner;
    owner.worker.request(request_now(base_with("1")));
    const auto tomorrow = std::chrono::floor<seconds>(std::chrono::system_clock::now()) + std::chrono::hours{24};
    servers::TcpServer server;
    owner.worker.listen({feed("ais+tcp://127.0.0.1:" + std::to_string(server.port()))});
    server.accept();
    server.send(samples::tag_block("c:" + std::to_string(tomorrow.time_since_epoch().count())) +
                samples::ais_position(440'000'001, 128, 35));
    REQUIRE(owner.shows(1));
    REQUIRE(owner.until([&] { return owner.status && owner.status->clocks_ahead == 1; }));
    CHECK(owner.status->last < tomorrow);
}

TEST_CASE("a message without a position whose clock is far ahead ends no silence", "[live][alerts]") {
    Owner owner;
    LiveRequest request = request_now(base_with("1"));
    request.alerts.emplace_back().when = assets::AlertWhen::Silent;
    request.alerts.back().minutes = 10;
    owner.worker.request(request);
    const auto tomorrow = std::chrono::floor<seconds>(std::chrono::system_clock::now()) + std::chrono::hours{24};
    servers::TcpServer server;
    owner.worker.listen({feed("ais+tcp://127.0.0.1:" + std::to_string(server.port()))});
    server.accept();
    server.send(samples::ais_position(440'000'001, 128, 35));
    server.send(samples::tag_block("c:" + std::to_string(tomorrow.time_since_epoch().count())) +
                samples::nmea("AIVDM,1,1,,A,H42O55i18tMET00000000000000,2")); // type 24: a name
    server.send(samples::ais_position(440'000'001, 128, 35.1));
    REQUIRE(owner.until([&] { return owner.status && owner.status->counts.messages == 3; }));
    CHECK(owner.status->clocks_ahead == 1);
    CHECK_FALSE(owner.status->alerts);
    CHECK(*owner.status->feeds.at(0).last_message < tomorrow);
}

TEST_CASE("there is no live snapshot before the first message, except of a requested instant", "[live]") {
    servers::TcpServer server;
    Owner owner;
    owner.worker.request(request_now(base_with("1")));
    owner.worker.listen({feed("ais+tcp://127.0.0.1:" + std::to_string(server.port()))});
    server.accept();
    for (int i = 0; i < 2; ++i) { // the second status comes a second after a snapshot would have been made
        owner.status.reset();
        REQUIRE(owner.until([&] { return owner.status && !owner.status->feeds.empty(); }));
    }
    CHECK_FALSE(owner.status->first);
    CHECK_FALSE(owner.live);
    auto request = request_now(base_with("1"));
    request.at = noon;
    owner.worker.request(request);
    REQUIRE(owner.until([&] { return owner.live.has_value(); }));
    CHECK(owner.live->at == noon);
    CHECK_FALSE(owner.live->follows);
}

TEST_CASE("hidden zones are not in the live snapshot", "[live]") {
    timeline_test::ScenarioBuilder builder;
    builder.zone("dmz").zone("adiz");
    Owner owner;
    auto request = request_now(std::make_shared<const assets::Scenario>(builder.build()));
    request.hidden_zones = {"dmz"};
    request.at = noon;
    owner.worker.request(request);
    REQUIRE(owner.until([&] { return owner.live.has_value(); }));
    CHECK(owner.live->snapshot->zones == std::vector<assets::ZoneIndex>{1});
}

TEST_CASE("a freeze holds the messages that still wait in the feed's queue at the click", "[live]") {
    // More messages than the worker takes in two portions, so that neither what it takes before it stops at the gate
    // nor one more portion is enough.
    constexpr std::uint32_t ships = 9'000;
    const support::ScratchFile file;
    {
        std::ofstream log{file.path(), std::ios::binary};
        const std::string tag =
            samples::tag_block("c:" + std::to_string(std::chrono::floor<seconds>(noon).time_since_epoch().count()));
        for (std::uint32_t i = 0; i < ships; ++i)
            log << tag << samples::ais_position(440'000'001 + i, 120 + i * 0.001, 35);
    }
    const support::Scratch around;
    const std::size_t threads_before = settled_threads();
    Gate gate;
    LiveWorker worker{[&] {
        gate.pass();
    }};
    const OpenAtEnd guard{gate};
    worker.listen({feed("ais+file:" + file.path().string())});
    REQUIRE(servers::comes_true([&] { return gate.is_reached(); }));
    // The feed's thread ends once it has put the whole log into its queue; the worker's thread stands at the gate.
    REQUIRE(servers::comes_true([&] { return servers::threads() == threads_before + 1; }));
    FreezeRequest request;
    request.folder = (around / "frozen").string();
    request.at = noon;
    worker.freeze(request);
    gate.open();
    std::optional<FreezeResult> frozen;
    REQUIRE(servers::comes_true([&] { return (frozen = worker.take_freeze_result()).has_value(); }));
    CHECK(frozen->error.empty());
    CHECK(frozen->positions == ships);
    CHECK(frozen->assets == ships);
}

TEST_CASE("recording begins with the next line, and what came before counts as not kept", "[live][recording]") {
    servers::TcpServer server;
    const support::Scratch folder;
    Owner owner;
    owner.worker.request(request_now(base_with("1")));
    owner.worker.listen({feed("ais+tcp://127.0.0.1:" + std::to_string(server.port()))});
    server.accept();
    const std::string first = samples::ais_position(440'000'001, 128, 35),
                      second = samples::ais_position(440'000'002, 128, 36),
                      third = samples::ais_position(440'000'003, 128, 37);
    server.send(first + second.substr(0, 20)); // in the middle of a line
    REQUIRE(owner.until([&] { return owner.status && owner.status->counts.points == 1; }));
    CHECK(owner.status->unkept == 1);
    CHECK(owner.status->recording.files.empty());
    owner.worker.record((folder / "kept").string());
    REQUIRE(owner.until([&] { return owner.status && !owner.status->recording.files.empty(); }));
    CHECK(owner.status->recording.files == std::vector<std::string>{(folder / "kept.nmea").string()});
    server.send(second.substr(20) + third);
    REQUIRE(owner.until([&] { return owner.status && owner.status->counts.points == 3; }));
    CHECK(owner.status->unkept == 1); // neither of the later two
    const std::string kept = folder.read("kept.nmea");
    CHECK(kept.find(third.substr(0, third.size() - 2)) != std::string::npos);
    CHECK(kept.find(first.substr(0, 30)) == std::string::npos);
    CHECK(kept.find(second.substr(20, 10)) == std::string::npos); // half a line
    // A freeze keeps the rest.
    FreezeRequest freeze;
    freeze.folder = (folder / "frozen").string();
    freeze.at = owner.status->now;
    owner.worker.freeze(freeze);
    REQUIRE(owner.until([&] { return owner.frozen.has_value(); }));
    CHECK(owner.frozen->error.empty());
    REQUIRE(owner.until([&] { return owner.status->unkept == 0; }));
    owner.worker.record("");
    REQUIRE(owner.until([&] { return owner.status->recording.files.empty(); }));
    server.send(samples::ais_position(440'000'004, 128, 38));
    REQUIRE(owner.until([&] { return owner.status->unkept == 1; }));
    CHECK(folder.read("kept.nmea") == kept);
}

TEST_CASE("a feed tells its receivers and its last message, and messages are counted by the minute", "[live]") {
    servers::TcpServer server;
    Owner owner;
    owner.worker.request(request_now(base_with("1")));
    owner.worker.listen({feed("ais+tcp://127.0.0.1:" + std::to_string(server.port()))});
    server.accept();
    server.send(samples::tag_block("s:north") + samples::ais_position(440'000'001, 128, 35));
    server.send(samples::tag_block("s:south") + samples::ais_position(440'000'002, 128, 35));
    REQUIRE(owner.until([&] { return owner.status && owner.status->counts.points == 2; }));
    REQUIRE(owner.status->feeds.size() == 1);
    CHECK(owner.status->feeds[0].receivers == 2);
    REQUIRE(owner.status->feeds[0].last_message);
    CHECK(owner.status->now - *owner.status->feeds[0].last_message < minutes{1});
    REQUIRE(owner.status->histogram);
    std::uint32_t sum = 0;
    for (const auto& [minute, count] : *owner.status->histogram) {
        CHECK(std::chrono::floor<minutes>(minute) == minute);
        sum += count;
    }
    CHECK(sum == 2);
}
