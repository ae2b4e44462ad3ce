#pragma once

#include "assets/timeline/land_memo.hpp"
#include "assets/timeline/snapshot.hpp"

#include <memory>
#include <vector>

namespace assets {

/// A scenario prepared for many snapshots: what a window, an animation or a track asks again and again is found once.
/// Its answers are snapshot_at()'s. May be asked from several threads.
class Timeline {
public:
    explicit Timeline(std::shared_ptr<const Scenario>);

    [[nodiscard]] const Scenario& scenario() const noexcept { return *m_scenario; }
    [[nodiscard]] Snapshot at(Instant) const;
    /// As legs_of(), with the land asked only once.
    [[nodiscard]] std::vector<Leg> legs_of(AssetIndex) const;

private:
    std::shared_ptr<const Scenario> m_scenario;
    std::vector<Instant> m_latest_end; ///< see Track
    std::unique_ptr<LandMemo> m_land;
};

} // namespace assets
