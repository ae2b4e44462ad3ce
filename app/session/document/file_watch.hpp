#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace app {

/// Notices when any of some files was changed, replaced (editors save by renaming), removed or made. It looks when it
/// is asked, without a thread and without waiting, so it works on every file system and has nothing to stop. Ask every
/// 50 to 250 ms.
class FileWatch {
public:
    using Clock = std::chrono::steady_clock;
    /// A save is told when nothing has moved for this long: spreadsheets write in several steps.
    static constexpr std::chrono::milliseconds calm{200};

    /// From now on these files, which may be missing yet. What changed before this call is not told, except when they
    /// are the files watched already: then nothing happens.
    void watch(std::vector<std::filesystem::path>);
    /// True once for every change, when it is over; also for a change since it was last told, such as a save while the
    /// scenario is being read. Looks at the files at most every 50 ms.
    [[nodiscard]] bool changed() { return changed(Clock::now()); }
    [[nodiscard]] bool changed(Clock::time_point now); ///< for tests: never looks at the clock

private:
    struct Stamp {
        bool there = false;
        std::int64_t modified_ns = 0, changed_ns = 0;
        std::uint64_t size = 0, inode = 0;
        [[nodiscard]] friend bool operator==(const Stamp&, const Stamp&) = default;
    };
    [[nodiscard]] static Stamp stamp_of(const std::filesystem::path&);
    [[nodiscard]] std::vector<Stamp> look() const;

    std::vector<std::filesystem::path> m_files;
    std::vector<Stamp> m_told, m_seen;
    Clock::time_point m_looked{}, m_moved{};
};

} // namespace app
