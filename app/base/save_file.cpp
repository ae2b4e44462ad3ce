#include "app/base/save_file.hpp"

#include "app/base/errors.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace app {

namespace {

/// Name of the temporary file, for the signal handler. A plain buffer, because a handler must not use a std::string.
std::array<char, 4096> temporary_name{};
std::atomic<bool> writing{false};

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

} // namespace

void save_file(const std::filesystem::path& path, std::string_view bytes) {
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0) {
        if (S_ISDIR(status.st_mode)) throw FileError{path.string() + ": cannot write: it is a folder"};
        if (!S_ISREG(status.st_mode)) {
            const Descriptor out{::open(path.c_str(), O_WRONLY | O_CLOEXEC)};
            if (out.get() < 0) fail(path, errno);
            write_all(out, bytes, path);
            return;
        }
    }
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path{"."};
    const auto beside = (folder / ("." + path.filename().string() + "." + std::to_string(::getpid()))).string();
    Temporary temporary{beside};
    Descriptor out{::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)};
    if (out.get() < 0) fail(path, errno);
    write_all(out, bytes, path);
    if (::fsync(out.get()) != 0 || !out.close() || ::rename(beside.c_str(), path.c_str()) != 0) fail(path, errno);
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
