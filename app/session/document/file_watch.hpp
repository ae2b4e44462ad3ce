#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace app {

/// Notices when a file of a set is changed, replaced (editors save by renaming), removed or created. It polls the files
/// in changed(), without a thread, so it works on every file system. Call changed() every 50 to 250 ms.
class FileWatch {
public:
    using Clock = std::chrono::steady_clock;
    /// A change is reported once the files have been unchanged for this long: spreadsheets save in several steps.
    static constexpr std::chrono::milliseconds settle_time{200};

    /// Watches these files from now on; they need not exist. Earlier changes are not reported. Does nothing when these
    /// files are already watched.
    void watch(std::vector<std::filesystem::path>);
    /// Returns true once for each change, after the files have settled; also for a change between two calls, such as a
    /// save while the scenario is being read. Polls the files at most every 50 ms.
    [[nodiscard]] bool changed() { return changed(Clock::now()); }
    [[nodiscard]] bool changed(Clock::time_point now); ///< for tests: uses `now` instead of the clock

private:
    struct Stamp {
        bool exists = false;
        std::int64_t modified_ns = 0, changed_ns = 0;
        std::uint64_t size = 0, inode = 0;
        [[nodiscard]] friend bool operator==(const Stamp&, const Stamp&) = default;
    };
    [[nodiscard]] static Stamp stamp_of(const std::filesystem::path&);
    [[nodiscard]] std::vector<Stamp> read_stamps() const;

    std::vector<std::filesystem::path> m_files;
    std::vector<Stamp> m_reported; ///< when a change was last reported
    std::vector<Stamp> m_newest;   ///< at the last look
    Clock::time_point m_last_look{}, m_last_change{};
};

} // namespace app
