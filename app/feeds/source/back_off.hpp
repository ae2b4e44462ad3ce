#pragma once

#include <algorithm>
#include <chrono>
#include <random>

namespace app {

/// How long a feed waits before it connects again, and how long it waits for a connection.
struct FeedTiming {
    std::chrono::microseconds first_wait = std::chrono::seconds{1};
    std::chrono::microseconds longest_wait = std::chrono::seconds{60};
    double jitter = 0.2; ///< fraction of a wait, up or down
    std::chrono::microseconds stable =
        std::chrono::minutes{5}; ///< after a link that lasted this long, waits begin again at first_wait
    std::chrono::microseconds connect_timeout = std::chrono::seconds{10}; ///< including the name lookup

    /// The same timing `times` as fast, for tests.
    [[nodiscard]] FeedTiming faster(int times) const {
        return {first_wait / times, longest_wait / times, jitter, stable / times, connect_timeout / times};
    }
};

/// The waits between attempts: 1, 2, 4 ... 60 s, each randomly longer or shorter by up to 20 %, so that not all clients
/// return at once to a server that comes back.
class BackOff {
public:
    BackOff(const FeedTiming& timing, std::uint32_t seed)
        : m_timing{timing}, m_random{seed}, m_wait{timing.first_wait} {}

    [[nodiscard]] std::chrono::microseconds next() {
        const auto wait = m_wait;
        m_wait = std::min(2 * m_wait, m_timing.longest_wait);
        std::uniform_real_distribution<double> spread{1 - m_timing.jitter, 1 + m_timing.jitter};
        return std::chrono::round<std::chrono::microseconds>(wait * spread(m_random));
    }
    /// Must be called when a link is lost; `time` is how long the link lasted.
    void link_lasted(std::chrono::microseconds time) {
        if (time >= m_timing.stable) m_wait = m_timing.first_wait;
    }

private:
    FeedTiming m_timing;
    std::minstd_rand m_random;
    std::chrono::microseconds m_wait;
};

} // namespace app
