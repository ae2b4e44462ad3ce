#include "assets/timeline/timeline.hpp"

#include "assets/timeline/legs.hpp"
#include "assets/timeline/state.hpp"

#include <algorithm>

namespace assets {

Timeline::Timeline(std::shared_ptr<const Scenario> scenario)
    : m_scenario{std::move(scenario)}, m_land{std::make_unique<LandMemo>()} {
    m_latest_end.reserve(m_scenario->fixes.size());
    for (std::size_t a = 0; a < m_scenario->assets.size(); ++a) {
        Instant latest = Instant::min();
        for (const Fix& f : m_scenario->fixes_of(static_cast<AssetIndex>(a))) {
            if (f.to >= f.from) latest = std::max(latest, f.to);
            m_latest_end.push_back(latest);
        }
    }
}

Snapshot Timeline::at(Instant t) const {
    return snapshot_with({*m_scenario, m_latest_end, m_land.get()}, t);
}

std::vector<Leg> Timeline::legs_of(AssetIndex a) const {
    return assets::legs_of(*m_scenario, a, m_land.get());
}

} // namespace assets
