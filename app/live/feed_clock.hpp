#pragma once

#include "assets/feeds/doubt_reasons.hpp"
#include "assets/model/values/instant.hpp"

#include <chrono>
#include <cstdint>

namespace app {

/// The current time of the feeds: the wall clock or, during a replay of another time, the time of the newest message.
/// Only the arrival of a message switches between the two, so that contacts grow old when a receiver falls silent.
class FeedClock {
public:
    static constexpr std::chrono::hours most_late{1}; ///< a message that arrives later than this is a replay

    /// The time to give a position that arrives at `wall`, and sets the clock by it: its own, or the current time when
    /// it is too far ahead of `wall`.
    [[nodiscard]] assets::Instant accept(assets::Instant message_time, assets::Instant wall) {
        if (count_if_ahead(message_time, wall)) return now(wall);
        if (message_time >= m_newest) {
            m_newest = message_time;
            m_replay = wall - message_time > most_late;
        }
        return message_time;
    }
    /// The time to give a message without a position, which does not set the clock: its own, or the current time when
    /// it is too far ahead of that.
    [[nodiscard]] assets::Instant limited(assets::Instant message_time, assets::Instant wall) {
        (void)count_if_ahead(message_time, wall);
        const assets::Instant current = now(wall);
        return message_time > current + assets::most_clock_ahead ? current : message_time;
    }
    [[nodiscard]] bool replay() const noexcept { return m_replay; }
    [[nodiscard]] assets::Instant now(assets::Instant wall) const noexcept { return m_replay ? m_newest : wall; }
    [[nodiscard]] std::uint64_t ahead() const noexcept { return m_ahead; } ///< messages whose clock was too far ahead

private:
    [[nodiscard]] bool count_if_ahead(assets::Instant message_time, assets::Instant wall) noexcept {
        const bool is_ahead = message_time > wall + assets::most_clock_ahead;
        m_ahead += is_ahead ? 1 : 0;
        return is_ahead;
    }

    assets::Instant m_newest = assets::Instant::min();
    bool m_replay = false;
    std::uint64_t m_ahead = 0;
};

} // namespace app
