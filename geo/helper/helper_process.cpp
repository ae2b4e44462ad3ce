#include "geo/helper/helper_process.hpp"

#include "geo/error.hpp"
#include "geo/helper/frames.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fstream>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace geo {
namespace {

using Clock = std::chrono::steady_clock;

// With a sanitizer the address space is many times larger than the memory in use, so the resident memory is limited.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool has_sanitizer = true;
#else
constexpr bool has_sanitizer = false;
#endif

/// A file descriptor that is closed with its owner.
class Descriptor {
public:
    explicit Descriptor(int number) : m_number{number} {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const noexcept { return m_number; }
    void close() {
        if (m_number >= 0) ::close(m_number);
        m_number = -1;
    }

private:
    int m_number;
};

/// A started process, which is ended with its owner.
class Process {
public:
    explicit Process(pid_t id) : m_id{id} {}
    ~Process() {
        if (m_id <= 0) return;
        ::kill(m_id, SIGKILL);
        (void)wait();
    }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    /// Waits for the end and returns the status.
    int wait() {
        int status = 0;
        while (::waitpid(m_id, &status, 0) < 0 && errno == EINTR) {}
        m_id = 0;
        return status;
    }
    void kill() const { ::kill(m_id, SIGKILL); }
    /// 0 if it is not known.
    [[nodiscard]] std::size_t resident_bytes() const {
        std::ifstream in{fmt::format("/proc/{}/statm", m_id)};
        std::size_t pages = 0, resident = 0;
        in >> pages >> resident;
        return in ? resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)) : 0;
    }

private:
    pid_t m_id;
};

class SpawnActions {
public:
    SpawnActions() { ::posix_spawn_file_actions_init(&m_actions); }
    ~SpawnActions() { ::posix_spawn_file_actions_destroy(&m_actions); }
    SpawnActions(const SpawnActions&) = delete;
    SpawnActions& operator=(const SpawnActions&) = delete;
    [[nodiscard]] ::posix_spawn_file_actions_t* get() { return &m_actions; }

private:
    ::posix_spawn_file_actions_t m_actions{};
};

class SpawnSettings {
public:
    /// A helper process has a group of its own, so that Ctrl-C reaches the program only, and the usual signals.
    SpawnSettings() {
        ::posix_spawnattr_init(&m_settings);
        ::sigset_t all, none;
        ::sigfillset(&all);
        ::sigemptyset(&none);
        ::posix_spawnattr_setsigdefault(&m_settings, &all);
        ::posix_spawnattr_setsigmask(&m_settings, &none);
        ::posix_spawnattr_setflags(&m_settings, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    }
    ~SpawnSettings() { ::posix_spawnattr_destroy(&m_settings); }
    SpawnSettings(const SpawnSettings&) = delete;
    SpawnSettings& operator=(const SpawnSettings&) = delete;
    [[nodiscard]] const ::posix_spawnattr_t* get() const { return &m_settings; }

private:
    ::posix_spawnattr_t m_settings{};
};

/// The environment of a helper process: nothing that libraries would take as settings.
std::vector<std::string> environment() {
    std::vector<std::string> all{"LC_ALL=C"};
    if (has_sanitizer)
        for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"})
            if (const char* value = std::getenv(name)) all.push_back(fmt::format("{}={}", name, value));
    return all;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> all;
    for (auto& text : texts)
        all.push_back(text.data());
    all.push_back(nullptr);
    return all;
}

pid_t start(const HelperProgram& program, const HelperJob& job, int pipe) {
    const auto memory = has_sanitizer ? 0 : job.limits.memory_bytes;
    std::vector<std::string> arguments{
        program.path.string(),  std::string{helper_argument},           job.reader,
        std::to_string(memory), std::to_string(job.limits.cpu.count()), std::filesystem::absolute(job.file).string()};
    auto variables = environment();
    SpawnActions actions;
    ::posix_spawn_file_actions_addopen(actions.get(), STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_addopen(actions.get(), STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    // A sanitizer's report is for the developer; other messages of a library on the error output are not for the user.
    if (!has_sanitizer) ::posix_spawn_file_actions_addopen(actions.get(), STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_adddup2(actions.get(), pipe, helper_pipe);
    ::posix_spawn_file_actions_addclosefrom_np(actions.get(), helper_pipe + 1);
    const SpawnSettings settings;
    pid_t id = 0;
    const int failed = ::posix_spawn(&id, program.path.c_str(), actions.get(), settings.get(),
                                     pointers(arguments).data(), pointers(variables).data());
    if (failed != 0)
        throw ReadError{fmt::format("{}: the process that reads such files cannot be started: {}", job.file.string(),
                                    std::strerror(failed))};
    return id;
}

std::string memory_words(const HelperLimits& limits) {
    constexpr std::size_t megabyte = std::size_t{1} << 20U;
    return fmt::format("reading it takes more than {} MB of memory", limits.memory_bytes / megabyte);
}

constexpr const char *at_limit = "too_large", *at_fault = "syntax";

HelperOutcome death(int status, const HelperLimits& limits) {
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
        return {HelperEnd::Died, at_limit,
                fmt::format("reading it takes more than {} s of processor time", limits.cpu.count())};
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL)
        return {HelperEnd::Died, at_limit, "the process that read it was ended from outside"};
    return {HelperEnd::Died, at_fault, "the process that read it has crashed; the file is damaged or hostile"};
}

/// The running exchange with a helper process.
class Exchange {
public:
    Exchange(const HelperLimits& limits, const std::function<void(std::string_view)>& record, ReadControl* control)
        : m_limits{limits}, m_record{record}, m_control{control} {}

    /// Takes frames until the pipe is closed or there is an outcome.
    void run(const Process& process, int pipe) {
        const auto end = Clock::now() + m_limits.wall;
        std::vector<char> bytes(std::size_t{1} << 18U);
        while (!m_outcome) {
            if (m_control && m_control->stop) return stop_with({HelperEnd::Stopped, {}, "opening it was stopped"});
            if (Clock::now() >= end)
                return stop_with(
                    {HelperEnd::Died, at_limit, fmt::format("reading it takes more than {} s", m_limits.wall.count())});
            if (has_sanitizer && process.resident_bytes() > m_limits.memory_bytes)
                return stop_with({HelperEnd::Died, at_limit, memory_words(m_limits)});
            ::pollfd wait{pipe, POLLIN, 0};
            constexpr int most_wait_ms = 100;
            if (::poll(&wait, 1, most_wait_ms) <= 0) continue;
            const ssize_t size = ::read(pipe, bytes.data(), bytes.size());
            if (size < 0 && errno == EINTR) continue;
            if (size <= 0) return;
            m_frames.take({bytes.data(), static_cast<std::size_t>(size)});
            take_frames();
        }
    }
    [[nodiscard]] const std::optional<HelperOutcome>& outcome() const noexcept { return m_outcome; }

private:
    void stop_with(HelperOutcome outcome) { m_outcome = std::move(outcome); }

    void take_frames() {
        while (const auto frame = m_frames.next())
            take(*frame);
        if (m_frames.broken()) stop_with(death(0, m_limits));
    }
    void take(const PipeFrame& frame) {
        switch (frame.kind) {
        case FrameKind::Record:
            m_bytes += frame.body.size();
            if (m_bytes > m_limits.most_record_bytes)
                stop_with({HelperEnd::Died, at_limit, memory_words(m_limits)});
            else
                m_record(frame.body);
            break;
        case FrameKind::Progress:
            if (m_control && !frame.body.empty()) m_control->percent = static_cast<unsigned char>(frame.body.front());
            break;
        case FrameKind::Refusal: {
            const auto end = std::min(frame.body.find('\0'), frame.body.size());
            stop_with({HelperEnd::Refused, std::string{frame.body.substr(0, end)},
                       std::string{frame.body.substr(std::min(end + 1, frame.body.size()))}});
            break;
        }
        case FrameKind::Done:
            stop_with({});
            break;
        }
    }

    const HelperLimits& m_limits;
    const std::function<void(std::string_view)>& m_record;
    ReadControl* m_control;
    FrameReader m_frames;
    std::size_t m_bytes = 0;
    std::optional<HelperOutcome> m_outcome;
};

} // namespace

HelperOutcome run_in_helper(const HelperProgram& program, const HelperJob& job,
                            const std::function<void(std::string_view)>& record, ReadControl* control) {
    if (program.path.empty())
        throw ReadError{job.file.string() + ": there is no helper process to read such files with"};
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        throw ReadError{fmt::format("{}: no pipe can be made: {}", job.file.string(), std::strerror(errno))};
    const Descriptor from{ends[0]};
    Descriptor to{ends[1]};
    Process process{start(program, job, to.get())};
    to.close();
    Exchange exchange{job.limits, record, control};
    exchange.run(process, from.get());
    if (exchange.outcome()) {
        process.kill();
        (void)process.wait();
        return *exchange.outcome();
    }
    return death(process.wait(), job.limits);
}

} // namespace geo
