#include "app/session/document/file_watch.hpp"

#include <sys/stat.h>

namespace app {

namespace {

constexpr std::chrono::milliseconds pause_between_looks{50};

std::int64_t nanoseconds(const timespec& t) {
    constexpr std::int64_t in_a_second = 1'000'000'000;
    return static_cast<std::int64_t>(t.tv_sec) * in_a_second + t.tv_nsec;
}

} // namespace

FileWatch::Stamp FileWatch::stamp_of(const std::filesystem::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return {};
    // The time of change as well as of modification: copying with `cp -p` brings an old one of the latter.
    return {true, nanoseconds(status.st_mtim), nanoseconds(status.st_ctim), static_cast<std::uint64_t>(status.st_size),
            static_cast<std::uint64_t>(status.st_ino)};
}

std::vector<FileWatch::Stamp> FileWatch::look() const {
    std::vector<Stamp> stamps;
    stamps.reserve(m_files.size());
    for (const auto& file : m_files)
        stamps.push_back(stamp_of(file));
    return stamps;
}

void FileWatch::watch(std::vector<std::filesystem::path> files) {
    if (files == m_files) return;
    m_files = std::move(files);
    m_told = look();
    m_seen = m_told;
}

bool FileWatch::changed(Clock::time_point now) {
    if (m_files.empty() || now - m_looked < pause_between_looks) return false;
    m_looked = now;
    auto stamps = look();
    if (stamps != m_seen) {
        m_seen = std::move(stamps);
        m_moved = now;
        return false;
    }
    if (m_seen == m_told || now - m_moved < calm) return false;
    m_told = m_seen;
    return true;
}

} // namespace app
