#pragma once

#include "app/feeds/source/feed_stream.hpp"

#include <string>
#include <vector>

#include <asio/io_context.hpp>
#include <asio/ip/address.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/steady_timer.hpp>

namespace app {

/// What TCP and UDP have in common: the name is looked up, the link opened, and when it is lost or cannot be had, there
/// is another attempt after a while. A lookup cannot be broken off: it goes on beside the waits, one at a time.
class NetLink {
public:
    NetLink(FeedCore&, asio::io_context&);
    NetLink(const NetLink&) = delete;
    NetLink& operator=(const NetLink&) = delete;
    virtual ~NetLink() = default;

    /// Until the io_context is stopped.
    void run();

protected:
    /// At least one address. Ends in opened() or again(), at once or later.
    virtual void open(const std::vector<asio::ip::address>&) = 0;
    virtual void close() noexcept = 0;

    void opened();
    void again(std::string why);
    /// Handlers of an attempt that is over must do nothing: they ask with the number that they were made with.
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
