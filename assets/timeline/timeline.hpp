#pragma once

#include "assets/timeline/snapshot.hpp"

#include <memory>
#include <vector>

namespace assets {

struct PreparedScenario;

/// A scenario prepared for many snapshots, which a window, an animation or a track needs. Indexes are built once, and a
/// snapshot reuses what still holds from earlier snapshots. The results equal those of snapshot_at(), but a state is
/// worked out only when it is first read. A snapshot keeps the scenario alive. All members may be called from several
/// threads.
class Timeline {
public:
    explicit Timeline(std::shared_ptr<const Scenario>);

    [[nodiscard]] const Scenario& scenario() const noexcept;
    [[nodiscard]] Snapshot at(Instant) const;
    /// Like assets::legs_of(). The way of each leg is found once and remembered.
    [[nodiscard]] std::vector<Leg> legs_of(AssetIndex) const;

private:
    std::shared_ptr<const PreparedScenario> m_prepared;
};

} // namespace assets
