#include "app/helper/probes.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/openat2.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace app {
namespace {

/// "socket: Operation not permitted", or "socket: done".
void report(geo::FrameWriter& out, std::string_view call, long result) {
    const int error = errno;
    out.write(geo::FrameKind::Record, fmt::format("{}: {}", call, result >= 0 ? "done" : std::strerror(error)));
}

void probe_calls(geo::FrameWriter& out) {
    report(out, "socket", ::socket(AF_INET, SOCK_STREAM, 0));
    report(out, "fork", ::fork());
    report(out, "clone", ::syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0));
    std::string name{"/bin/true"};
    const std::array<char*, 2> arguments{name.data(), nullptr};
    report(out, "exec", ::execv(name.c_str(), arguments.data()));
    ::open_how how{};
    report(out, "openat2", ::syscall(SYS_openat2, AT_FDCWD, "/dev/null", &how, sizeof how));
    report(out, "open for writing", ::open("/dev/null", O_WRONLY | O_CLOEXEC));
    report(out, "open a new file", ::open("/tmp/theatrum-probe", O_RDONLY | O_CREAT | O_CLOEXEC, S_IRUSR));
    report(out, "unlink", ::unlink("/tmp/theatrum-probe"));
    report(out, "ptrace", ::syscall(SYS_ptrace, 0, 0, 0, 0));
    report(out, "kill", ::kill(::getppid(), 0));
    report(out, "memfd_create", ::memfd_create("scratch", MFD_CLOEXEC));
}

[[noreturn]] void spin() {
    for (volatile unsigned i = 0;;) {
        const unsigned next = i + 1;
        i = next;
    }
}

void grow() {
    constexpr std::size_t piece = std::size_t{16} << 20U;
    std::vector<std::vector<char>> all;
    for (;;)
        all.emplace_back(piece, '\1');
}

} // namespace

bool run_probe(std::string_view name, geo::FrameWriter& out) {
    if (name == "probe-calls")
        probe_calls(out);
    else if (name == "probe-crash")
        ::abort();
    else if (name == "probe-spin")
        spin();
    else if (name == "probe-sleep")
        ::sleep(3600);
    else if (name == "probe-grow")
        grow();
    else
        return false;
    return true;
}

} // namespace app
