#pragma once

#include "assets/model/values/instant.hpp"

#include <chrono>
#include <cstdint>

namespace app {

/// The current time of the feeds: the wall clock or, during a replay of another time, the time of the newest message.
/// Only the arrival of a message switches between the two, so that contacts grow old when a receiver falls silent.
class FeedClock {
public:
    static constexpr std::chrono::hours most_late{1};    ///< a message that arrives later than this is a replay
    static constexpr std::chrono::minutes most_ahead{5}; ///< a sender's clock may be this far ahead of ours

    /// Takes in the time of a message that arrives at `wall`. Returns the time to give the message: its own, or `wall`
    /// when its clock is too far ahead.
    [[nodiscard]] assets::Instant accept(assets::Instant message_time, assets::Instant wall) {
        if (message_time > wall + most_ahead) {
            ++m_ahead;
            message_time = wall;
        }
        if (message_time >= m_newest) {
            m_newest = message_time;
            m_replay = wall - message_time > most_late;
        }
        return message_time;
    }
    [[nodiscard]] bool replay() const noexcept { return m_replay; }
    [[nodiscard]] assets::Instant now(assets::Instant wall) const noexcept { return m_replay ? m_newest : wall; }
    [[nodiscard]] std::uint64_t ahead() const noexcept { return m_ahead; } ///< messages whose clock was too far ahead

private:
    assets::Instant m_newest = assets::Instant::min();
    bool m_replay = false;
    std::uint64_t m_ahead = 0;
};

} // namespace app
