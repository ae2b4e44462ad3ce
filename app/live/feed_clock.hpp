#pragma once

#include "assets/model/values/instant.hpp"

#include <chrono>
#include <cstdint>

namespace app {

/// What "now" is to feeds: the wall clock, unless what comes is of another time; then the newest of that. Which of the
/// two it is shows when a report comes in, not later: a receiver that has fallen silent is silent, and what it heard
/// grows old.
class FeedClock {
public:
    static constexpr std::chrono::hours most_late{1};    ///< what comes later than that is a replay
    static constexpr std::chrono::minutes most_ahead{5}; ///< a sender's clock may be so much ahead of ours

    /// The time that a report counts for: its own, or `wall` when its clock is too far ahead.
    [[nodiscard]] assets::Instant taken(assets::Instant of_report, assets::Instant wall) {
        if (of_report > wall + most_ahead) {
            ++m_ahead;
            of_report = wall;
        }
        if (of_report >= m_newest) {
            m_newest = of_report;
            m_replay = wall - of_report > most_late;
        }
        return of_report;
    }
    [[nodiscard]] bool replay() const noexcept { return m_replay; }
    [[nodiscard]] assets::Instant now(assets::Instant wall) const noexcept { return m_replay ? m_newest : wall; }
    [[nodiscard]] std::uint64_t ahead() const noexcept { return m_ahead; } ///< reports of clocks too far ahead

private:
    assets::Instant m_newest = assets::Instant::min();
    bool m_replay = false;
    std::uint64_t m_ahead = 0;
};

} // namespace app
