#include "assets/timeline/between/land_memo.hpp"

#include <algorithm>

namespace assets {

namespace {

constexpr double harbour_km = 10.0; ///< a berth is often inside the coast of a map

} // namespace

bool LandMemo::compute(const Scenario& s, const Fix& earlier, const Fix& later) {
    return s.atlas &&
           s.atlas->land.crosses_land(*earlier.position, *later.position, std::max(earlier.radius_km, harbour_km),
                                      std::max(later.radius_km, harbour_km));
}

bool LandMemo::crosses(const Scenario& s, const Fix& earlier, const Fix& later) {
    if (!s.atlas) return false;
    {
        const std::lock_guard lock{m_mutex};
        if (const auto known = m_answers.find(&later); known != m_answers.end() && known->second.earlier == &earlier)
            return known->second.crosses;
    }
    const bool crosses = compute(s, earlier, later); // outside the lock: other threads need not wait
    const std::lock_guard lock{m_mutex};
    m_answers.insert_or_assign(&later, Answer{&earlier, crosses});
    return crosses;
}

} // namespace assets
