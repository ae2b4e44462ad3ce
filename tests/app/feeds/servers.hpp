#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

/// Real sockets on loopback, for feeds to listen to.
namespace servers {

/// Looks every millisecond, for 20 s at most. Whether it came true.
[[nodiscard]] bool comes_true(const std::function<bool()>&, std::chrono::seconds longest = std::chrono::seconds{20});

[[nodiscard]] std::size_t threads();      ///< of this process
[[nodiscard]] std::size_t memory_bytes(); ///< resident

/// While this exists, looking up "hanging.invalid" does not come back, as with a name server that never answers.
class HangingNames {
public:
    HangingNames();
    HangingNames(const HangingNames&) = delete;
    HangingNames& operator=(const HangingNames&) = delete;
    ~HangingNames();
    [[nodiscard]] static int looked_up(); ///< how often, since the program's start
};

class Socket {
public:
    explicit Socket(int number);
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    ~Socket();
    [[nodiscard]] int get() const noexcept { return m_number; }
    void close() noexcept;

private:
    int m_number;
};

/// One client at a time. Without a port it takes a free one.
class TcpServer {
public:
    explicit TcpServer(std::uint16_t port = 0, int backlog = 8);
    ~TcpServer();
    [[nodiscard]] std::uint16_t port() const noexcept { return m_port; }
    void accept();               ///< waits
    void send(std::string_view); ///< waits until the system has it all
private:
    Socket m_listening;
    int m_client = -1;
    std::uint16_t m_port = 0;
};

/// A connection to a server of ours.
class TcpClient {
public:
    explicit TcpClient(std::uint16_t port); ///< does not wait
private:
    Socket m_socket;
};

[[nodiscard]] std::uint16_t free_udp_port();
[[nodiscard]] bool listens_on_loopback_only(std::uint16_t udp_port);

class UdpSender {
public:
    /// IPv4 address, or a group: then it goes out on loopback.
    UdpSender(const std::string& address, std::uint16_t port);
    void send(std::string_view datagram);

private:
    Socket m_socket;
};

class UdpSocket {
public:
    explicit UdpSocket(std::uint16_t port); ///< bound on loopback

private:
    Socket m_socket;
};

} // namespace servers
