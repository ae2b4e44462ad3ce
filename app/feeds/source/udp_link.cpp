#include "app/feeds/source/net_link.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

#include <asio/ip/multicast.hpp>
#include <asio/ip/udp.hpp>
#include <ifaddrs.h>
#include <net/if.h>
#include <sys/socket.h>

namespace app {

namespace {

using asio::ip::udp;

/// Joins the group on every interface that is up, because the one that the senders use is not known. Returns whether
/// any interface joined.
bool join_everywhere(udp::socket& socket, const asio::ip::address& group) {
    bool joined = false;
    const auto join = [&](const auto& option) {
        asio::error_code error;
        socket.set_option(option, error);
        joined = joined || !error || error == asio::error::address_in_use; // an interface may have two addresses
    };
    ifaddrs* first = nullptr;
    if (::getifaddrs(&first) != 0) return false;
    for (const auto* network = first; network; network = network->ifa_next) {
        if (!network->ifa_addr || !(network->ifa_flags & IFF_UP)) continue;
        if (group.is_v4() && network->ifa_addr->sa_family == AF_INET) {
            sockaddr_in address{};
            std::memcpy(&address, network->ifa_addr, sizeof address);
            join(asio::ip::multicast::join_group{group.to_v4(), asio::ip::address_v4{ntohl(address.sin_addr.s_addr)}});
        } else if (group.is_v6() && network->ifa_addr->sa_family == AF_INET6) {
            join(asio::ip::multicast::join_group{group.to_v6(), ::if_nametoindex(network->ifa_name)});
        }
    }
    ::freeifaddrs(first);
    return joined;
}

class UdpLink final : public NetLink {
public:
    UdpLink(FeedCore& core, asio::io_context& io) : NetLink{core, io}, m_socket{io} {}

private:
    void open(const std::vector<asio::ip::address>& addresses) override {
        // If a name has both kinds of address, senders most likely use IPv4.
        const auto v4 = std::find_if(addresses.begin(), addresses.end(), [](const auto& a) { return a.is_v4(); });
        const auto& address = v4 != addresses.end() ? *v4 : addresses.front();
        const udp::endpoint endpoint{address, m_core.url.port};
        m_socket = udp::socket{m_io};
        asio::error_code error;
        m_socket.open(endpoint.protocol(), error);
        // Several programs of a machine may listen to a multicast group, but only one to an address.
        if (!error && address.is_multicast()) m_socket.set_option(udp::socket::reuse_address{true}, error);
        if (!error) m_socket.bind(endpoint, error);
        if (error) return retry_later(error.message());
        if (address.is_multicast() && !join_everywhere(m_socket, address))
            return retry_later("no network interface could join the multicast group " + address.to_string());
        prepare();
        opened();
        wait();
    }

    void close() noexcept override {
        asio::error_code ignored;
        m_socket.close(ignored);
    }

    void prepare() {
        asio::error_code ignored;
        m_socket.set_option(asio::socket_base::receive_buffer_size{4 << 20}, ignored);
        const int on = 1;
        ::setsockopt(m_socket.native_handle(), SOL_SOCKET, SO_RXQ_OVFL, &on, sizeof on);
        m_lost_before += m_lost;
        m_lost = 0;
    }

    void wait() {
        m_socket.async_wait(udp::socket::wait_read, [this, number = attempt()](asio::error_code error) {
            if (number != attempt()) return;
            if (error) return retry_later(error.message());
            constexpr int at_once = 256; // then timers get their turn
            for (int n = 0; n < at_once; ++n) {
                const auto size = receive();
                if (size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) break;
                if (size < 0 && errno != EINTR) return retry_later(std::generic_category().message(errno));
                if (size > 0) datagram({m_buffer.data(), static_cast<std::size_t>(size)});
            }
            wait();
        });
    }

    /// Uses recvmsg rather than Asio's receive, because only recvmsg gives the number of datagrams that the system
    /// dropped.
    ssize_t receive() {
        iovec part{m_buffer.data(), m_buffer.size()};
        alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(std::uint32_t))> control{};
        msghdr message{};
        message.msg_iov = &part;
        message.msg_iovlen = 1;
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        const auto size = ::recvmsg(m_socket.native_handle(), &message, MSG_DONTWAIT);
        if (size < 0) return size;
        for (const auto* header = CMSG_FIRSTHDR(&message); header;
             header = CMSG_NXTHDR(&message, const_cast<cmsghdr*>(header))) {
            if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SO_RXQ_OVFL) continue;
            std::uint32_t lost = 0;
            std::memcpy(&lost, CMSG_DATA(header), sizeof lost);
            if (lost != m_lost) m_core.lost_datagrams(m_lost_before + lost);
            m_lost = lost;
        }
        return size;
    }

    /// A message never continues in the next datagram, and some senders leave out the last line end.
    void datagram(std::string_view bytes) {
        const auto now = now_utc();
        m_stream.deliver(bytes, now);
        if (m_stream.kind() == FeedKind::Cot)
            m_stream.end(now);
        else if (bytes.back() != '\n' && bytes.back() != '\r')
            m_stream.deliver("\n", now);
    }

    udp::socket m_socket;
    std::array<char, 65'536> m_buffer{};
    std::uint64_t m_lost_before = 0; ///< by sockets that are now closed
    std::uint32_t m_lost = 0;
};

} // namespace

std::unique_ptr<NetLink> make_udp_link(FeedCore& core, asio::io_context& io) {
    return std::make_unique<UdpLink>(core, io);
}

} // namespace app
