#include "app/feeds/source/net_link.hpp"

#include <array>

#include <asio/buffer.hpp>
#include <asio/connect.hpp>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace app {

namespace {

using asio::ip::tcp;

/// A peer that is cut off does not close the connection, so the system probes after 60 s of silence and gives up a
/// minute later.
void keep_alive(tcp::socket& socket) {
    const auto set = [&](int level, int option, int value) {
        ::setsockopt(socket.native_handle(), level, option, &value, sizeof value);
    };
    set(SOL_SOCKET, SO_KEEPALIVE, 1);
    set(IPPROTO_TCP, TCP_KEEPIDLE, 60);
    set(IPPROTO_TCP, TCP_KEEPINTVL, 20);
    set(IPPROTO_TCP, TCP_KEEPCNT, 3);
}

class TcpLink final : public NetLink {
public:
    TcpLink(FeedCore& core, asio::io_context& io) : NetLink{core, io}, m_socket{io} {}

private:
    void open(const std::vector<asio::ip::address>& addresses) override {
        m_endpoints.clear();
        for (const auto& address : addresses)
            m_endpoints.emplace_back(address, m_core.url.port);
        m_socket = tcp::socket{m_io};
        asio::async_connect(m_socket, m_endpoints,
                            [this, number = attempt()](asio::error_code error, const tcp::endpoint&) {
                                if (number != attempt()) return;
                                if (error) return retry_later(error.message());
                                keep_alive(m_socket);
                                opened();
                                read();
                            });
    }

    void close() noexcept override {
        asio::error_code ignored;
        m_socket.close(ignored);
    }

    void read() {
        m_socket.async_read_some(asio::buffer(m_buffer),
                                 [this, number = attempt()](asio::error_code error, std::size_t size) {
                                     if (number != attempt()) return;
                                     if (error == asio::error::eof)
                                         return retry_later("the server closed the connection");
                                     if (error) return retry_later(error.message());
                                     m_stream.deliver({m_buffer.data(), size}, now_utc());
                                     read();
                                 });
    }

    tcp::socket m_socket;
    std::vector<tcp::endpoint> m_endpoints;
    std::array<char, 65'536> m_buffer{};
};

} // namespace

std::unique_ptr<NetLink> make_tcp_link(FeedCore& core, asio::io_context& io) {
    return std::make_unique<TcpLink>(core, io);
}

} // namespace app
