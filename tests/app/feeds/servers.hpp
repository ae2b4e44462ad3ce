#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

/// Real sockets on loopback, to which feeds connect.
namespace servers {

/// Evaluates the condition every millisecond. Returns false when it is still false after `longest`.
[[nodiscard]] bool comes_true(const std::function<bool()>&, std::chrono::seconds longest = std::chrono::seconds{20});

[[nodiscard]] std::size_t threads();      ///< of this process
[[nodiscard]] std::size_t memory_bytes(); ///< resident

/// While an object exists, a lookup of "hanging.invalid" does not return, as with a name server that never answers.
class HangingNames {
public:
    HangingNames();
    HangingNames(const HangingNames&) = delete;
    HangingNames& operator=(const HangingNames&) = delete;
    ~HangingNames();
    [[nodiscard]] static int looked_up(); ///< number of lookups since the start of the program
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

/// Serves one client at a time. Port 0 takes a free port.
class TcpServer {
public:
    explicit TcpServer(std::uint16_t port = 0, int backlog = 8);
    ~TcpServer();
    [[nodiscard]] std::uint16_t port() const noexcept { return m_port; }
    void accept();               ///< waits
    void send(std::string_view); ///< waits until the system has taken all bytes
private:
    Socket m_listening;
    int m_client = -1;
    std::uint16_t m_port = 0;
};

/// A connection to a TcpServer.
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
    /// `address` is IPv4. Datagrams to a multicast group are sent on loopback.
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
