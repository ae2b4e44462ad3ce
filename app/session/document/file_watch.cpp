#include "app/session/document/file_watch.hpp"

#include <sys/stat.h>

namespace app {

namespace {

constexpr std::chrono::milliseconds least_interval{50};

std::int64_t nanoseconds(const timespec& t) {
    constexpr std::int64_t in_a_second = 1'000'000'000;
    return static_cast<std::int64_t>(t.tv_sec) * in_a_second + t.tv_nsec;
}

} // namespace

FileWatch::Stamp FileWatch::stamp_of(const std::filesystem::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return {};
    // The time of the inode's change counts too: `cp -p` restores an old time of modification.
    return {true, nanoseconds(status.st_mtim), nanoseconds(status.st_ctim), static_cast<std::uint64_t>(status.st_size),
            static_cast<std::uint64_t>(status.st_ino)};
}

std::vector<FileWatch::Stamp> FileWatch::read_stamps() const {
    std::vector<Stamp> stamps;
    stamps.reserve(m_files.size());
    for (const auto& file : m_files)
        stamps.push_back(stamp_of(file));
    return stamps;
}

void FileWatch::watch(std::vector<std::filesystem::path> files) {
    if (files == m_files) return;
    m_files = std::move(files);
    m_reported = read_stamps();
    m_newest = m_reported;
}

bool FileWatch::changed(Clock::time_point now) {
    if (m_files.empty() || now - m_last_look < least_interval) return false;
    m_last_look = now;
    auto stamps = read_stamps();
    if (stamps != m_newest) {
        m_newest = std::move(stamps);
        m_last_change = now;
        return false;
    }
    if (m_newest == m_reported || now - m_last_change < settle_time) return false;
    m_reported = m_newest;
    return true;
}

} // namespace app
