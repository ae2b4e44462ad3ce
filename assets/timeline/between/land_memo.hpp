#pragma once

#include "assets/model/scenario.hpp"

#include <map>
#include <mutex>

namespace assets {

/// Remembers whether the straight sea path between two neighbouring fixes crosses land: the test takes milliseconds and
/// its result never changes. Thread-safe.
class LandMemo {
public:
    /// Computes the answer. Rule: land within max(radius_km, 10 km) of an end does not count, because a berth may lie
    /// inside the coast of the map. False if the scenario has no atlas.
    [[nodiscard]] static bool compute(const Scenario&, const Fix& earlier, const Fix& later);
    /// The remembered answer, computed on the first call. One answer is kept for each later fix, since it has one
    /// predecessor.
    [[nodiscard]] bool crosses(const Scenario&, const Fix& earlier, const Fix& later);

private:
    struct Answer {
        const Fix* earlier;
        bool crosses;
    };
    std::mutex m_mutex;
    std::map<const Fix*, Answer> m_answers; ///< by the later fix
};

} // namespace assets
