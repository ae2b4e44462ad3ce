#pragma once

#include "app/feeds/source/feed_stream.hpp"

#include <string>
#include <vector>

#include <asio/io_context.hpp>
#include <asio/ip/address.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/steady_timer.hpp>

namespace app {

/// The common part of TCP and UDP: looks up the name, opens the link and, when the link is lost or cannot be opened,
/// tries again after a wait. A lookup cannot be cancelled, so it continues during the waits; only one runs at a time.
class NetLink {
public:
    NetLink(FeedCore&, asio::io_context&);
    NetLink(const NetLink&) = delete;
    NetLink& operator=(const NetLink&) = delete;
    virtual ~NetLink() = default;

    /// Runs until the io_context is stopped.
    void run();

protected:
    /// Needs at least one address. Must lead to a call of opened() or retry_later(), at once or later.
    virtual void open(const std::vector<asio::ip::address>&) = 0;
    virtual void close() noexcept = 0;

    void opened();
    void retry_later(std::string why);
    /// The number of the current attempt. A handler that was made in an earlier attempt has another number and must do
    /// nothing.
    [[nodiscard]] unsigned attempt() const noexcept { return m_attempt; }

    FeedCore& m_core;
    asio::io_context& m_io;
    FeedStream m_stream;

private:
    enum class Phase : std::uint8_t { Opening, Open, Waiting };
    void begin();
    void look_up();
    void tick();

    asio::ip::tcp::resolver m_resolver;
    asio::steady_timer m_timer, m_tick;
    BackOff m_back_off;
    Phase m_phase = Phase::Waiting;
    unsigned m_attempt = 0;
    bool m_looking_up = false;
    SteadyTime m_opened{};
};

[[nodiscard]] std::unique_ptr<NetLink> make_tcp_link(FeedCore&, asio::io_context&);
[[nodiscard]] std::unique_ptr<NetLink> make_udp_link(FeedCore&, asio::io_context&);

} // namespace app
