#include "app/feeds/source/net_link.hpp"

#include "app/feeds/source/links.hpp"

#include <fmt/format.h>

namespace app {

namespace {

double in_seconds(std::chrono::microseconds time) {
    return std::chrono::duration<double>(time).count();
}

/// Stops `io` when the feed is to stop. Must be destroyed before `io`, whose destructor waits for a lookup that still
/// runs.
class Interrupter {
public:
    Interrupter(FeedCore& core, asio::io_context& io) : m_core{core} {
        core.set_interrupt([&io] { io.stop(); });
    }
    Interrupter(const Interrupter&) = delete;
    Interrupter& operator=(const Interrupter&) = delete;
    ~Interrupter() { m_core.set_interrupt({}); }

private:
    FeedCore& m_core;
};

} // namespace

NetLink::NetLink(FeedCore& core, asio::io_context& io)
    : m_core{core},
      m_io{io},
      m_stream{core},
      m_resolver{io},
      m_timer{io},
      m_tick{io},
      m_back_off{core.options.timing, std::random_device{}()} {
    m_stream.begin(*core.url.kind, std::nullopt);
}

void NetLink::run() {
    begin();
    tick();
    m_io.run();
    m_stream.end(now_utc());
}

void NetLink::begin() {
    ++m_attempt;
    m_phase = Phase::Opening;
    m_core.connecting();
    m_timer.expires_after(m_core.options.timing.connect_timeout);
    m_timer.async_wait([this, number = m_attempt](asio::error_code error) {
        if (error || number != m_attempt || m_phase != Phase::Opening) return;
        const auto limit = in_seconds(m_core.options.timing.connect_timeout);
        retry_later(m_looking_up ? fmt::format("the name '{}' was not found within {} s", m_core.url.host, limit)
                                 : fmt::format("no answer within {} s", limit));
    });
    asio::error_code no_address;
    const auto address = asio::ip::make_address(m_core.url.host, no_address);
    if (no_address)
        look_up();
    else
        open({address});
}

void NetLink::look_up() {
    if (m_looking_up) return;
    m_looking_up = true;
    // No flags: with Asio's default flag, "localhost" is not found on a machine without a network.
    constexpr asio::ip::resolver_base::flags none{};
    m_resolver.async_resolve(m_core.url.host, "", none, [this](asio::error_code error, const auto& results) {
        m_looking_up = false;
        if (m_phase != Phase::Opening) return;
        std::vector<asio::ip::address> addresses;
        for (const auto& result : results)
            addresses.push_back(result.endpoint().address());
        if (error || addresses.empty())
            retry_later(fmt::format("the name '{}' cannot be looked up: {}", m_core.url.host, error.message()));
        else
            open(addresses);
    });
}

void NetLink::opened() {
    m_phase = Phase::Open;
    m_timer.cancel();
    m_opened = std::chrono::steady_clock::now();
    m_core.connected();
}

void NetLink::retry_later(std::string why) {
    ++m_attempt; // handlers still pending belong to the old attempt
    close();
    const auto now = std::chrono::steady_clock::now();
    if (m_phase == Phase::Open) {
        m_back_off.link_lasted(std::chrono::floor<std::chrono::microseconds>(now - m_opened));
        m_stream.end(now_utc());
    }
    m_phase = Phase::Waiting;
    const auto wait = m_back_off.next();
    m_core.waiting(now + wait, std::move(why));
    m_timer.expires_after(wait);
    m_timer.async_wait([this, number = m_attempt](asio::error_code error) {
        if (!error && number == m_attempt) begin();
    });
}

void NetLink::tick() {
    m_tick.expires_after(std::chrono::milliseconds{250});
    m_tick.async_wait([this](asio::error_code error) {
        if (error) return;
        m_stream.tick(now_utc());
        tick();
    });
}

void run_network_feed(FeedCore& core) {
    asio::io_context io{1};
    const auto link = core.url.transport == FeedTransport::Tcp ? make_tcp_link(core, io) : make_udp_link(core, io);
    const Interrupter interrupter{core, io};
    link->run();
}

} // namespace app
