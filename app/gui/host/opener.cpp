#include "app/gui/host/opener.hpp"

#include <mutex>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ; // NOLINT: POSIX requires this declaration

namespace app {

struct Opener::Failures {
    std::mutex mutex;
    std::vector<std::string> targets;

    void add(const std::string& target) {
        const std::lock_guard lock{mutex};
        targets.push_back(target);
    }
};

namespace {

/// Starts `xdg-open target` without output. Returns 0 when it cannot be started.
::pid_t start(const std::string& target) {
    std::string program = "xdg-open", argument = target;
    char* arguments[] = {program.data(), argument.data(), nullptr};
    ::posix_spawn_file_actions_t actions{};
    ::posix_spawn_file_actions_init(&actions);
    for (const int output : {STDOUT_FILENO, STDERR_FILENO})
        ::posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0);
    ::pid_t child = 0;
    const bool started = ::posix_spawnp(&child, program.c_str(), &actions, nullptr, arguments, environ) == 0;
    ::posix_spawn_file_actions_destroy(&actions);
    return started ? child : 0;
}

} // namespace

void Opener::open(const std::string& target) {
    if (m_failures == nullptr) m_failures = std::make_shared<Failures>();
    const ::pid_t child = start(target);
    if (child == 0) return m_failures->add(target);
    // xdg-open may run as long as the browser does, so its end is awaited elsewhere.
    std::thread{[child, target, failures = m_failures] {
        int status = 0;
        const bool ended = ::waitpid(child, &status, 0) == child;
        if (ended && (!WIFEXITED(status) || WEXITSTATUS(status) != 0)) failures->add(target);
    }}.detach();
}

void Opener::open_address(const std::string& url) {
    if (url.starts_with("https://") || url.starts_with("http://")) open(url);
}

void Opener::open_folder(const std::string& folder) {
    if (!folder.empty() && folder.front() == '/') open(folder); // no option and no address
}

std::vector<std::string> Opener::take_failures() {
    if (m_failures == nullptr) return {};
    const std::lock_guard lock{m_failures->mutex};
    return std::exchange(m_failures->targets, {});
}

} // namespace app
