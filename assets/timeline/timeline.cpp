#include "assets/timeline/timeline.hpp"

#include "assets/timeline/between/legs.hpp"
#include "assets/timeline/moment.hpp"

namespace assets {

Timeline::Timeline(std::shared_ptr<const Scenario> scenario)
    : m_prepared{std::make_shared<const PreparedScenario>(std::move(scenario))} {}

const Scenario& Timeline::scenario() const noexcept {
    return *m_prepared->scenario;
}

Snapshot Timeline::at(Instant t) const {
    return snapshot_of(scenario(), std::make_shared<const Moment>(m_prepared, t), t);
}

std::vector<Leg> Timeline::legs_of(AssetIndex a) const {
    return assets::legs_of(scenario(), a, &m_prepared->ways);
}

} // namespace assets
