#pragma once

#include <algorithm>
#include <chrono>
#include <random>

namespace app {

/// How long a feed waits before it connects again, and for a connection.
struct FeedTiming {
    std::chrono::microseconds first_wait = std::chrono::seconds{1};
    std::chrono::microseconds longest_wait = std::chrono::seconds{60};
    double jitter = 0.2; ///< of a wait, up or down
    std::chrono::microseconds stable =
        std::chrono::minutes{5}; ///< a link that lasted this long begins anew at first_wait
    std::chrono::microseconds connect_timeout = std::chrono::seconds{10}; ///< looking up the name included

    /// A clock that runs `times` as fast, for tests.
    [[nodiscard]] FeedTiming faster(int times) const {
        return {first_wait / times, longest_wait / times, jitter, stable / times, connect_timeout / times};
    }
};

/// The waits between attempts: 1, 2, 4 ... 60 s, each 20 % longer or shorter by chance, so that a server that comes
/// back is not met by all of its clients at once.
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
    /// The link held for this long and is gone.
    void held(std::chrono::microseconds time) {
        if (time >= m_timing.stable) m_wait = m_timing.first_wait;
    }

private:
    FeedTiming m_timing;
    std::minstd_rand m_random;
    std::chrono::microseconds m_wait;
};

} // namespace app
