#include "app/feeds/feed_source.hpp"
#include "tests/app/feeds/samples.hpp"
#include "tests/app/feeds/servers.hpp"
#include "tests/assets/feeds/cot/tak_messages.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <cstdlib>
#include <set>
#include <thread>

#include <sys/stat.h>

using namespace app;
using namespace std::chrono_literals;
using servers::comes_true;
using Clock = std::chrono::steady_clock;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t memory_slack = 400u << 20; // sanitizers keep freed memory
#else
constexpr std::size_t memory_slack = 8u << 20;
#endif

#if defined(__SANITIZE_THREAD__)
constexpr std::size_t idle_threads = 2; // one belongs to the sanitizer
#else
constexpr std::size_t idle_threads = 1;
#endif

std::string loopback(const std::string& scheme, std::uint16_t port) {
    return scheme + "://127.0.0.1:" + std::to_string(port);
}

FeedOptions quick(FeedTiming timing = FeedTiming{}.faster(500)) {
    timing.connect_timeout = 5s;
    FeedOptions options;
    options.timing = timing;
    return options;
}

/// Takes messages repeatedly, as a window does, and remembers how long the slowest call took.
class Owner {
public:
    explicit Owner(const std::string& url, FeedOptions options = quick()) {
        timed([&] { m_source.emplace(parse_feed_url(url), std::move(options)); });
    }
    ~Owner() { destroy(); }

    void take(std::size_t most = std::numeric_limits<std::size_t>::max()) {
        timed([&] { m_source->take(messages, most); });
    }
    [[nodiscard]] FeedState state() {
        FeedState state;
        timed([&] { state = m_source->state(); });
        return state;
    }
    [[nodiscard]] bool gets(std::size_t count) {
        return comes_true([&] {
            take();
            return messages.size() >= count;
        });
    }
    [[nodiscard]] bool becomes(FeedLink link) {
        return comes_true([&] { return state().link == link; });
    }
    void destroy() {
        timed([&] { m_source.reset(); });
    }
    [[nodiscard]] Clock::duration slowest() const { return m_slowest; }

    std::vector<assets::FeedMessage> messages;

private:
    template <class Call>
    void timed(Call call) {
        const auto begin = Clock::now();
        call();
        m_slowest = std::max(m_slowest, Clock::now() - begin);
    }
    std::optional<FeedSource> m_source;
    Clock::duration m_slowest{};
};

// No call of a FeedSource waits, but a loaded machine may take the processor away for a while.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr auto stall = 2'000ms; // ten times as long, because a sanitizer watches every access to memory
#else
constexpr auto stall = 200ms;
#endif

/// Sends 2,100 messages a second, of 3,000 vessels in turn.
void replay(const std::function<void(const std::string&)>& send, int count) {
    constexpr auto step = 20ms;
    constexpr int a_step = 42;
    auto next = Clock::now();
    for (int n = 0; n < count; ++n) {
        if (n % a_step == 0) {
            std::this_thread::sleep_until(next);
            next += step;
        }
        const auto mmsi = 316'000'000u + static_cast<unsigned>(n % 3000);
        send(samples::ais_position(mmsi, n % 180, n % 90 + 0.5));
    }
}

int replayed_messages() {
    return 2'100 * (std::getenv("THEATRUM_LONG") ? 60 : 3);
}

} // namespace

TEST_CASE("all of 2,100 AIS messages a second arrive over TCP", "[feeds]") {
    servers::TcpServer server;
    Owner owner{loopback("ais+tcp", server.port())};
    const int count = replayed_messages();
    std::thread sender{[&] {
        server.accept();
        replay([&](const std::string& line) { server.send(line); }, count);
    }};
    double fastest = 0;
    const bool all = comes_true(
        [&] {
            owner.take();
            fastest = std::max(fastest, owner.state().messages_per_s);
            std::this_thread::sleep_for(10ms);
            return owner.messages.size() >= static_cast<std::size_t>(count);
        },
        90s);
    sender.join();
    CHECK(all);
    CHECK(owner.messages.size() == static_cast<std::size_t>(count));
    CHECK(owner.state().dropped == 0);
    CHECK(owner.state().rejected.empty());
    CHECK(fastest > 1'000);
    CHECK(fastest < 4'300);
    CHECK(owner.slowest() < stall);
}

TEST_CASE("AIS messages arrive over UDP, and datagrams that the system dropped are counted", "[feeds]") {
    const auto port = servers::free_udp_port();
    Owner owner{"ais+udp://:" + std::to_string(port)};
    REQUIRE(owner.becomes(FeedLink::Connected));
    CHECK(servers::listens_on_loopback_only(port));
    servers::UdpSender sender{"127.0.0.1", port};
    const int count = replayed_messages();
    std::thread thread{[&] {
        replay([&](const std::string& line) { sender.send(line); }, count);
    }};
    const auto wanted = static_cast<std::uint64_t>(count);
    const bool all = comes_true(
        [&] {
            owner.take();
            std::this_thread::sleep_for(10ms);
            return owner.messages.size() + owner.state().lost_datagrams >= wanted;
        },
        90s);
    thread.join();
    CHECK(all);
    CHECK(owner.messages.size() + owner.state().lost_datagrams == wanted);
    CHECK(owner.state().lost_datagrams < wanted / 100);
    CHECK(owner.state().dropped == 0);
}

TEST_CASE("a server that is restarted twenty times is connected to each time", "[feeds]") {
    std::optional<servers::TcpServer> server;
    server.emplace();
    const auto port = server->port();
    FeedTiming timing;
    timing.first_wait = 2ms;
    timing.longest_wait = 100ms;
    Owner owner{loopback("ais+tcp", port), quick(timing)};
    for (unsigned round = 1; round <= 20; ++round) {
        INFO(round);
        if (!server) server.emplace(port);
        server->accept();
        server->send("!AIVDM,cut"); // the line that the next restart cuts off must leave nothing
        server->send("\r\n" + samples::ais_position(316'000'000 + round, 1, 2) + "!AIVDM,1,1,,A,15Mg");
        REQUIRE(owner.gets(round));
        CHECK(owner.state().link == FeedLink::Connected);
        server.reset();
        REQUIRE(comes_true([&] { return owner.state().link != FeedLink::Connected; }));
        if (round % 4 == 0) std::this_thread::sleep_for(20ms);
    }
    const auto state = owner.state();
    CHECK(state.links == 20);
    CHECK(state.decoded == 20);
    CHECK(owner.messages.back().key == "mmsi:316000020");
    CHECK(owner.slowest() < stall);
    REQUIRE(comes_true([&] { return owner.state().link == FeedLink::Waiting; }));
    CHECK_FALSE(owner.state().trouble.empty());
}

TEST_CASE("a refused connection is reported and tried again", "[feeds]") {
    std::uint16_t port = 0;
    {
        const servers::TcpServer gone;
        port = gone.port();
    }
    FeedTiming timing;
    timing.jitter = 0;
    timing.first_wait = 1500ms;
    Owner owner{loopback("sbs+tcp", port), quick(timing)};
    REQUIRE(owner.becomes(FeedLink::Waiting));
    const auto state = owner.state();
    CHECK(state.trouble == "Connection refused");
    CHECK(state.retry_in >= 1s);
    CHECK(state.retry_in <= 2s);
    CHECK(describe(state) == "retrying in " + std::to_string(state.retry_in.count()) + " s: Connection refused");
    servers::TcpServer server{port};
    server.accept();
    CHECK(owner.becomes(FeedLink::Connected));
    CHECK(owner.state().trouble.empty());
}

TEST_CASE("100 MB without a line end do not grow memory, and the next message is read", "[feeds]") {
    const auto [scheme, wrong] = GENERATE(table<std::string, std::string>(
        {{"ais+tcp", "line too long"}, {"sbs+tcp", "line too long"}, {"cot+tcp", "rubbish between events"}}));
    servers::TcpServer server;
    Owner owner{loopback(scheme, server.port())};
    server.accept();
    const std::string rubbish(65'536, 'x');
    server.send(rubbish);
    REQUIRE(comes_true([&] { return owner.state().bytes >= rubbish.size(); }));
    const auto before = servers::memory_bytes();
    for (int n = 0; n < 1600; ++n)
        server.send(rubbish);
    server.send("\r\n" + (scheme == "ais+tcp"   ? samples::ais_position(316'000'000, 1, 2)
                          : scheme == "sbs+tcp" ? samples::sbs_position(0xC06B1A, 1, 2, "12:00:00.000")
                                                : samples::cot_event("UNIT", 1, 2)));
    REQUIRE(owner.gets(1));
    CHECK(servers::memory_bytes() < before + memory_slack);
    CHECK(comes_true([&, reason = wrong] { return owner.state().rejected.count(reason) == 1; }));
    CHECK(owner.state().bytes > 100'000'000);
}

TEST_CASE("a server that accepts and sends nothing is shown as silent", "[feeds]") {
    servers::TcpServer server;
    Owner owner{loopback("ais+tcp", server.port())};
    server.accept();
    REQUIRE(owner.becomes(FeedLink::Connected));
    CHECK(comes_true([&] { return owner.state().silent_for >= 1s; }));
    CHECK(owner.state().messages == 0);
    owner.destroy();
    CHECK(owner.slowest() < stall);

    FeedState silent;
    silent.link = FeedLink::Connected;
    silent.silent_for = 34s;
    CHECK(describe(silent) == "silent for 34 s");
    CHECK(common_silence({}) == 0s);
    CHECK(common_silence({silent}) == 34s);
    FeedState other = silent, read_log = silent;
    other.silent_for = 48s;
    read_log.link = FeedLink::Ended;
    read_log.silent_for = 0s;
    CHECK(common_silence({other, silent, read_log}) == 34s);
    other.silent_for = 29s; // it may only pause
    CHECK(common_silence({other, silent}) == 0s);
    other.link = FeedLink::Waiting; // that it has no connection is said elsewhere
    CHECK(common_silence({other, silent}) == 0s);
}

TEST_CASE("a server that does not accept is given up after the time-out", "[feeds]") {
    servers::TcpServer server{0, 0};
    std::vector<std::unique_ptr<servers::TcpClient>> queue; // fill the backlog, so that the next connection waits
    for (int n = 0; n < 4; ++n)
        queue.push_back(std::make_unique<servers::TcpClient>(server.port()));
    auto options = quick();
    options.timing.connect_timeout = 300ms;
    options.timing.first_wait = 5s;
    Owner owner{loopback("ais+tcp", server.port()), options};
    REQUIRE(owner.becomes(FeedLink::Waiting));
    CHECK(owner.state().trouble == "no answer within 0.3 s");
    owner.destroy();
    CHECK(owner.slowest() < stall);
}

TEST_CASE("a name that does not resolve delays no call", "[feeds]") {
    auto options = quick();
    options.timing.connect_timeout = 300ms;
    options.timing.first_wait = 5s;
    Owner owner{"ais+tcp://no-such-host.invalid:10110", options};
    REQUIRE(owner.becomes(FeedLink::Waiting));
    CHECK_THAT(owner.state().trouble, Catch::Contains("the name 'no-such-host.invalid'"));
    owner.destroy();
    for (int n = 0; n < 20; ++n) // destroyed while the name is looked up
        CHECK(Owner{"ais+tcp://no-such-host-" + std::to_string(n) + ".invalid:10110", quick()}.slowest() < stall);
    CHECK(owner.slowest() < stall);
}

TEST_CASE("a lookup that never returns is not waited for and not started twice", "[feeds]") {
    const auto before = servers::HangingNames::looked_up();
    {
        const servers::HangingNames hanging;
        auto options = quick();
        options.timing.connect_timeout = 50ms;
        options.timing.first_wait = options.timing.longest_wait = 20ms;
        Owner owner{"ais+tcp://hanging.invalid:10110", options};
        REQUIRE(owner.becomes(FeedLink::Waiting));
        CHECK(owner.state().trouble == "the name 'hanging.invalid' was not found within 0.05 s");
        for (int n = 0; n < 5; ++n) {
            REQUIRE(owner.becomes(FeedLink::Connecting));
            REQUIRE(owner.becomes(FeedLink::Waiting));
        }
        owner.destroy();
        CHECK(owner.slowest() < stall);
    }
    CHECK(servers::HangingNames::looked_up() == before + 1);
    CHECK(comes_true([] { return servers::threads() == idle_threads; }));
}

TEST_CASE("feeds that are destroyed leave no thread behind", "[feeds]") {
    servers::TcpServer server;
    REQUIRE(comes_true([] { return servers::threads() == idle_threads; }));
    for (int n = 0; n < 50; ++n) {
        Owner tcp{loopback("ais+tcp", server.port())}, udp{"ais+udp://:" + std::to_string(servers::free_udp_port())};
        if (n % 2 == 0) std::this_thread::sleep_for(1ms);
        tcp.destroy();
        udp.destroy();
        CHECK(tcp.slowest() < stall);
    }
    CHECK(comes_true([] { return servers::threads() == idle_threads; }));
}

TEST_CASE("messages that are not taken are dropped and counted, but never a vessel's newest", "[feeds]") {
    servers::TcpServer server;
    auto options = quick();
    options.most_waiting = 50;
    Owner owner{loopback("ais+tcp", server.port()), options};
    server.accept();
    for (int lon = 0; lon < 100; ++lon)
        for (unsigned vessel = 0; vessel < 10; ++vessel)
            server.send(samples::ais_position(316'000'000 + vessel, lon, 1));
    REQUIRE(comes_true([&] { return owner.state().decoded == 1000; }));
    CHECK(owner.state().waiting == 50);
    CHECK(owner.state().dropped == 950);
    owner.take();
    std::set<std::string> newest;
    for (const auto& message : owner.messages)
        if (message.position->lon() == Approx(99)) newest.insert(message.key);
    CHECK(newest.size() == 10);
    CHECK_THAT(describe(owner.state()), Catch::Contains("950 messages dropped"));
}

TEST_CASE("a flood that nobody takes needs less than 64 MB, and every message is accounted for", "[feeds]") {
    constexpr unsigned vessels = 25'000, count = 200'000;
    std::string flood;
    for (unsigned lon = 0; lon < count / vessels; ++lon)
        for (unsigned vessel = 0; vessel < vessels; ++vessel)
            flood += samples::ais_position(316'000'000 + vessel, lon, 1);
    servers::TcpServer server;
    Owner owner{loopback("ais+tcp", server.port())};
    server.accept();
    REQUIRE(owner.becomes(FeedLink::Connected));
    const auto before = servers::memory_bytes();
    server.send(flood);
    REQUIRE(comes_true([&] { return owner.state().messages == count; }, 60s));
    CHECK(servers::memory_bytes() < before + (64u << 20) + memory_slack);
    const auto waiting = owner.state().waiting;
    CHECK(waiting <= NewestQueue::default_messages);
    CHECK(waiting + owner.state().dropped == count);
    while (owner.state().waiting > 0)
        owner.take(2'000); // as much as a window may take in a frame
    CHECK(owner.messages.size() == waiting);
    std::set<std::string> newest;
    for (const auto& message : owner.messages)
        if (message.position->lon() == Approx(count / vessels - 1)) newest.insert(message.key);
    CHECK(newest.size() == vessels);
    CHECK(owner.slowest() < stall);
}

TEST_CASE("an event that arrives byte by byte is one event", "[feeds]") {
    servers::TcpServer server;
    Owner owner{loopback("cot+tcp", server.port())};
    server.accept();
    for (int n = 0; n < 3; ++n)
        for (const char c : samples::cot_event("UNIT-" + std::to_string(n), 1, 2))
            server.send({&c, 1});
    REQUIRE(owner.gets(3));
    CHECK(owner.messages[2].key == "uid:UNIT-2");
}

TEST_CASE("in a datagram the last line needs no end, and a cut event does not harm the next datagram", "[feeds]") {
    const auto port = servers::free_udp_port();
    {
        Owner owner{"ais+udp://:" + std::to_string(port)};
        REQUIRE(owner.becomes(FeedLink::Connected));
        servers::UdpSender sender{"127.0.0.1", port};
        for (unsigned n = 0; n < 3; ++n) {
            const auto line = samples::ais_position(316'000'000 + n, 1, 2);
            sender.send(line.substr(0, line.size() - 2));
        }
        CHECK(owner.gets(3));
    }
    const auto other_port = servers::free_udp_port();
    Owner owner{"cot+udp://127.0.0.1:" + std::to_string(other_port)};
    REQUIRE(owner.becomes(FeedLink::Connected));
    servers::UdpSender sender{"127.0.0.1", other_port};
    sender.send(samples::cot_event("CUT", 1, 2).substr(0, 200));
    sender.send(samples::cot_event("WHOLE", 1, 2));
    sender.send(samples::cot_event("LARGE", 1, 2, std::string(60'000, 'x')));
    REQUIRE(owner.gets(2));
    CHECK(owner.messages[0].key == "uid:WHOLE");
    CHECK(owner.messages[1].key == "uid:LARGE");
    CHECK(comes_true([&] { return owner.state().rejected.count("event cut off") == 1; }));
}

TEST_CASE("TAK messages arrive in datagrams and over a connection", "[feeds]") {
    const auto port = servers::free_udp_port();
    Owner datagrams{loopback("cot+udp", port)};
    REQUIRE(datagrams.becomes(FeedLink::Connected));
    servers::UdpSender sender{"127.0.0.1", port};
    sender.send(feeds_test::datagram(feeds_test::frigate_message));
    sender.send(feeds_test::datagram(feeds_test::frigate_message).substr(0, 50));
    sender.send(feeds_test::datagram(feeds_test::frigate_message));
    REQUIRE(datagrams.gets(2));
    CHECK(datagrams.messages[1].key == "uid:ANDROID-1");
    CHECK(datagrams.messages[1].callsign == "ALPHA \"1\" <&>");

    servers::TcpServer server;
    Owner stream{loopback("cot+tcp", server.port())};
    server.accept();
    const auto bytes = feeds_test::in_stream(feeds_test::frigate_message);
    for (const char byte : bytes)
        server.send(std::string(1, byte));
    server.send(bytes + samples::cot_event("BRAVO", 1, 2) + bytes);
    REQUIRE(stream.gets(4));
    CHECK(stream.messages[2].key == "uid:BRAVO");
    CHECK(stream.state().rejected.empty());
}

TEST_CASE("two feeds can join one multicast group", "[feeds]") {
    const auto port = servers::free_udp_port();
    const auto url = "cot+udp://239.2.3.1:" + std::to_string(port);
    Owner one{url}, two{url};
    REQUIRE(one.becomes(FeedLink::Connected));
    REQUIRE(two.becomes(FeedLink::Connected));
    servers::UdpSender{"239.2.3.1", port}.send(samples::cot_event("UNIT", 1, 2));
    CHECK(one.gets(1));
    CHECK(two.gets(1));
}

TEST_CASE("a port in use is tried again", "[feeds]") {
    const auto port = servers::free_udp_port();
    std::optional<servers::UdpSocket> taken;
    taken.emplace(port);
    Owner owner{"ais+udp://:" + std::to_string(port)};
    REQUIRE(owner.becomes(FeedLink::Waiting));
    CHECK(owner.state().trouble == "Address already in use");
    taken.reset();
    CHECK(owner.becomes(FeedLink::Connected));
}

TEST_CASE("a file is read as fast as its messages are taken, and nothing is dropped", "[feeds]") {
    std::string log;
    for (unsigned n = 0; n < 5'000; ++n)
        log += samples::ais_position(316'000'000 + n % 100, 1, 2);
    const support::ScratchFile file{log};
    auto options = quick();
    options.most_waiting = 1'500;
    Owner owner{"ais+file:" + file.path().string(), options};
    REQUIRE(comes_true([&] { return owner.state().waiting > 0; }));
    std::this_thread::sleep_for(50ms);
    CHECK(owner.state().waiting <= 1'500);
    CHECK(owner.gets(5'000));
    REQUIRE(owner.becomes(FeedLink::Ended));
    const auto state = owner.state();
    CHECK(state.finished());
    CHECK(state.dropped == 0);
    CHECK(state.messages == 5'000);
    CHECK(owner.messages.size() == 5'000);
}

TEST_CASE("a file waits where the bytes of its messages, not their number, fill the queue", "[feeds]") {
    std::string log;
    for (unsigned n = 0; n < 5'000; ++n)
        log += samples::ais_position(316'000'000 + n % 100, 1, 2);
    const support::ScratchFile file{log};
    auto options = quick();
    options.most_waiting_bytes = 100'000; // about 120 messages
    Owner owner{"ais+file:" + file.path().string(), options};
    REQUIRE(comes_true([&] { return owner.state().waiting > 0; }));
    std::this_thread::sleep_for(50ms);
    CHECK(owner.state().waiting < 200);
    CHECK(owner.gets(5'000));
    REQUIRE(owner.becomes(FeedLink::Ended));
    CHECK(owner.state().dropped == 0);
    CHECK(owner.messages.size() == 5'000);
}

TEST_CASE("a pipe that nobody writes to is waited for, and the wait can be ended", "[feeds]") {
    const support::Scratch folder;
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    REQUIRE(comes_true([] { return servers::threads() == idle_threads; }));
    Owner owner{"ais+file:" + (folder / "pipe").string()};
    REQUIRE(owner.becomes(FeedLink::Connected));
    owner.destroy();
    CHECK(owner.slowest() < stall);
    CHECK(comes_true([] { return servers::threads() == idle_threads; }));
}

TEST_CASE("a feed that waits for its owner can be destroyed", "[feeds]") {
    std::string log;
    for (unsigned n = 0; n < 5'000; ++n)
        log += samples::ais_position(316'000'000 + n, 1, 2);
    const support::ScratchFile file{log};
    REQUIRE(comes_true([] { return servers::threads() == idle_threads; }));
    auto options = quick();
    options.most_waiting = 1'500;
    Owner owner{"ais+file:" + file.path().string(), options};
    REQUIRE(comes_true([&] { return owner.state().waiting > 0; }));
    owner.destroy();
    CHECK(owner.slowest() < stall);
    CHECK(comes_true([] { return servers::threads() == idle_threads; }));
}

TEST_CASE("a file that cannot be read gives an error with its name", "[feeds]") {
    Owner missing{"ais+file:/no/such/file"};
    REQUIRE(missing.becomes(FeedLink::Failed));
    CHECK(missing.state().trouble == "/no/such/file: cannot read: No such file or directory");
    CHECK(missing.state().finished());
    Owner folder{"ais+file:/"};
    REQUIRE(folder.becomes(FeedLink::Failed));
    CHECK(folder.state().trouble == "/: cannot read: Is a directory");
}

TEST_CASE("messages that the filter does not want are counted and not stored", "[feeds]") {
    const support::ScratchFile file{samples::ais_position(316'000'001, 1, 2) +
                                    samples::ais_position(316'000'002, 50, 2)};
    auto options = quick();
    options.filter = FeedFilter{geo::Box::from_degrees(0, 0, 10, 10), {}};
    Owner owner{"ais+file:" + file.path().string(), options};
    REQUIRE(owner.becomes(FeedLink::Ended));
    owner.take();
    REQUIRE(owner.messages.size() == 1);
    CHECK(owner.messages[0].key == "mmsi:316000001");
    CHECK(owner.state().unwanted == 1);
    CHECK(owner.state().decoded == 2);
}

TEST_CASE("messages are in the recording before they can be taken", "[feeds]") {
    servers::TcpServer server;
    const support::ScratchFile file;
    auto options = quick();
    options.recorder = std::make_shared<Recorder>(file.path(), FeedKind::Ais);
    Owner owner{loopback("ais+tcp", server.port()), options};
    server.accept();
    for (unsigned n = 1; n <= 20; ++n) {
        server.send(samples::ais_position(316'000'000 + n, 1, 2));
        REQUIRE(owner.gets(n));
        const auto content = file.content(); // as kill -9 would leave it
        CHECK(std::count(content.begin(), content.end(), '\n') == static_cast<std::ptrdiff_t>(n));
        CHECK(content.back() == '\n');
    }
    Owner again{"ais+file:" + file.path().string()};
    CHECK(again.gets(20));
    CHECK(again.messages[19].raw == owner.messages[19].raw);
    CHECK(again.messages[19].time == owner.messages[19].time);
}
