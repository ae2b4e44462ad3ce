#include "tests/app/feeds/servers.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <thread>

#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace servers {

namespace {

void check(bool good, const char* what) {
    if (!good) throw std::runtime_error{std::string{what} + ": " + std::strerror(errno)};
}

sockaddr_in address_of(const std::string& text, std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    check(::inet_pton(AF_INET, text.c_str(), &address.sin_addr) == 1, "inet_pton");
    return address;
}

void bind_to_loopback(int socket, std::uint16_t port) {
    const auto address = address_of("127.0.0.1", port);
    check(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0, "bind");
}

std::uint16_t port_of(int socket) {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    check(::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) == 0, "getsockname");
    return ntohs(address.sin_port);
}

} // namespace

bool comes_true(const std::function<bool()>& condition, std::chrono::seconds longest) {
    const auto until = std::chrono::steady_clock::now() + longest;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > until) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
    return true;
}

std::size_t threads() {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{"/proc/self/task"}, {}));
}

std::size_t memory_bytes() {
    std::ifstream in{"/proc/self/statm"};
    std::size_t all = 0, resident = 0;
    in >> all >> resident;
    return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

Socket::Socket(int number) : m_number{number} {
    check(number >= 0, "socket");
}

Socket::~Socket() {
    close();
}

void Socket::close() noexcept {
    if (m_number >= 0) ::close(m_number);
    m_number = -1;
}

TcpServer::TcpServer(std::uint16_t port, int backlog) : m_listening{::socket(AF_INET, SOCK_STREAM, 0)} {
    const int on = 1;
    ::setsockopt(m_listening.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    bind_to_loopback(m_listening.get(), port);
    check(::listen(m_listening.get(), backlog) == 0, "listen");
    m_port = port_of(m_listening.get());
}

TcpServer::~TcpServer() {
    if (m_client >= 0) ::close(m_client);
}

void TcpServer::accept() {
    m_client = ::accept(m_listening.get(), nullptr, nullptr);
    check(m_client >= 0, "accept");
}

void TcpServer::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(m_client, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        check(sent > 0, "send");
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

TcpClient::TcpClient(std::uint16_t port) : m_socket{::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0)} {
    const auto address = address_of("127.0.0.1", port);
    const int connected = ::connect(m_socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address);
    check(connected == 0 || errno == EINPROGRESS, "connect");
}

std::uint16_t free_udp_port() {
    const Socket socket{::socket(AF_INET, SOCK_DGRAM, 0)};
    bind_to_loopback(socket.get(), 0);
    return port_of(socket.get());
}

bool listens_on_loopback_only(std::uint16_t udp_port) {
    // UDP over IPv4, as the kernel lists it: "  12: 0100007F:277E 00000000:0000 07 ..."
    std::ifstream in{"/proc/net/udp"};
    const auto port = fmt::format(":{:04X} ", udp_port);
    std::size_t anywhere = 0, on_loopback = 0;
    for (std::string line; std::getline(in, line);) {
        anywhere += line.find(port) != std::string::npos ? 1 : 0;
        on_loopback += line.find(" 0100007F" + port) != std::string::npos ? 1 : 0;
    }
    return anywhere == 1 && on_loopback == 1;
}

UdpSender::UdpSender(const std::string& address, std::uint16_t port) : m_socket{::socket(AF_INET, SOCK_DGRAM, 0)} {
    const auto target = address_of(address, port);
    const auto loopback = address_of("127.0.0.1", 0);
    check(::setsockopt(m_socket.get(), IPPROTO_IP, IP_MULTICAST_IF, &loopback.sin_addr, sizeof loopback.sin_addr) == 0,
          "IP_MULTICAST_IF");
    check(::connect(m_socket.get(), reinterpret_cast<const sockaddr*>(&target), sizeof target) == 0, "connect");
}

void UdpSender::send(std::string_view datagram) {
    const auto sent = ::send(m_socket.get(), datagram.data(), datagram.size(), 0);
    // If nobody listens on the port yet, the next send fails with ECONNREFUSED. The datagram is lost.
    check(sent == static_cast<ssize_t>(datagram.size()) || errno == ECONNREFUSED, "send");
}

UdpSocket::UdpSocket(std::uint16_t port) : m_socket{::socket(AF_INET, SOCK_DGRAM, 0)} {
    bind_to_loopback(m_socket.get(), port);
}

} // namespace servers
