#include "app/base/save_file.hpp"

#include "app/base/errors.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstring>
#include <optional>
#include <random>
#include <string>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace app {

namespace {

/// Name of the temporary file, for the signal handler. A plain buffer, because a handler must not use a std::string.
std::array<char, 4096> temporary_name{};
std::atomic<bool> writing{false};
constexpr std::string_view temporary_prefix = ".theatrum-"; ///< the process's number and 16 hexadecimal digits follow

extern "C" void on_interrupt(int) {
    if (writing.load()) ::unlink(temporary_name.data());
    constexpr char text[] = "\ntheatrum: interrupted; no unfinished file is left\n";
    [[maybe_unused]] const auto ignored = ::write(STDERR_FILENO, text, sizeof text - 1);
    ::_exit(static_cast<int>(Exit::Interrupted));
}

[[noreturn]] void fail(const std::filesystem::path& path, int error) {
    throw FileError{path.string() + ": cannot write: " + std::strerror(error)};
}

class Descriptor {
public:
    explicit Descriptor(int number) noexcept : m_number{number} {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (m_number >= 0) ::close(m_number);
    }
    [[nodiscard]] int get() const noexcept { return m_number; }
    /// Closes the file; false on an error. A full disk may be reported only here.
    [[nodiscard]] bool close() noexcept { return ::close(std::exchange(m_number, -1)) == 0; }

private:
    int m_number;
};

void write_all(const Descriptor& out, std::string_view bytes, const std::filesystem::path& path) {
    while (!bytes.empty()) {
        const auto written = ::write(out.get(), bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR) continue;
            fail(path, errno);
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

/// Removes the temporary file unless it was renamed.
class Temporary {
public:
    explicit Temporary(const std::string& name) : m_name{name} {
        if (name.size() >= temporary_name.size()) throw FileError{name + ": the path is too long"};
        std::copy_n(name.c_str(), name.size() + 1, temporary_name.begin());
        writing.store(true);
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    ~Temporary() {
        writing.store(false);
        if (!m_kept) ::unlink(m_name.c_str());
    }
    void keep() noexcept { m_kept = true; }

private:
    std::string m_name;
    bool m_kept = false;
};

/// The process's number in the name of a temporary file; nullopt for any other name.
std::optional<pid_t> writer_of(std::string_view name) {
    if (!name.starts_with(temporary_prefix)) return std::nullopt;
    name.remove_prefix(temporary_prefix.size());
    pid_t process = 0;
    const auto [end, failed] = std::from_chars(name.data(), name.data() + name.size(), process);
    return failed == std::errc{} && end != name.data() + name.size() && *end == '-' ? std::optional{process}
                                                                                    : std::nullopt;
}

/// Removes what processes that were killed while they wrote left in the folder.
void remove_left_behind(const std::filesystem::path& folder) {
    std::error_code failed; // a folder that cannot be listed is left as it is
    for (const auto& entry : std::filesystem::directory_iterator{folder, failed}) {
        const auto process = writer_of(entry.path().filename().string());
        if (process && ::kill(*process, 0) != 0 && errno == ESRCH) std::filesystem::remove(entry.path(), failed);
    }
}

/// A name that nobody can foresee, so that nobody can put a link in its place.
std::string temporary_beside(const std::filesystem::path& folder) {
    std::random_device random;
    return (folder / fmt::format("{}{}-{:08x}{:08x}", temporary_prefix, ::getpid(), random(), random())).string();
}

/// The path itself or, for a link, the path of the file that the link leads to, so that the link stays.
std::filesystem::path behind_links(const std::filesystem::path& path) {
    constexpr int most_links = 40; // as Linux follows
    std::error_code failed;
    auto target = path;
    for (int links = 0; std::filesystem::is_symlink(target, failed); ++links) {
        if (links == most_links) fail(path, ELOOP);
        const auto next = std::filesystem::read_symlink(target, failed);
        if (failed) fail(path, failed.value());
        target = target.parent_path() / next; // `next` alone if it is absolute
    }
    return target;
}

} // namespace

void save_file(const std::filesystem::path& path, std::string_view bytes) {
    struct stat status {};
    const bool exists = ::stat(path.c_str(), &status) == 0;
    if (exists) {
        if (S_ISDIR(status.st_mode)) throw FileError{path.string() + ": cannot write: it is a folder"};
        if (!S_ISREG(status.st_mode)) {
            const Descriptor out{::open(path.c_str(), O_WRONLY | O_CLOEXEC)};
            if (out.get() < 0) fail(path, errno);
            write_all(out, bytes, path);
            return;
        }
    }
    const auto target = behind_links(path);
    const auto folder = target.has_parent_path() ? target.parent_path() : std::filesystem::path{"."};
    remove_left_behind(folder);
    const std::string beside = temporary_beside(folder);
    Temporary temporary{beside};
    Descriptor out{::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666)};
    if (out.get() < 0) fail(path, errno);
    if (exists) {
        constexpr mode_t permissions = 07777;
        // Only root can keep another owner. For anybody else the file changes hands, as with every editor that renames.
        [[maybe_unused]] const int ignored = ::fchown(out.get(), status.st_uid, status.st_gid);
        if (::fchmod(out.get(), status.st_mode & permissions) != 0) fail(path, errno);
    }
    write_all(out, bytes, path);
    if (::fsync(out.get()) != 0 || !out.close() || ::rename(beside.c_str(), target.c_str()) != 0) fail(path, errno);
    temporary.keep();
    // The new name is on disk only after the folder has been synced too.
    const Descriptor folder_descriptor{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (folder_descriptor.get() >= 0) ::fsync(folder_descriptor.get());
}

void install_interrupt_handlers() {
    struct sigaction action {};
    action.sa_handler = on_interrupt;
    sigemptyset(&action.sa_mask);
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
    // A closed pipe or a reached size limit must be an error of write() and not end the program without a message.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

} // namespace app
