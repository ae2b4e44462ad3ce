#pragma once

#include "assets/timeline/snapshot.hpp"

#include <memory>
#include <vector>

namespace assets {

struct Prepared;

/// A scenario prepared for many snapshots: what a window, an animation or a track asks again and again is found once,
/// and a snapshot takes over from the one before what still holds. Its answers are snapshot_at()'s, but states are
/// worked out when they are looked at. A snapshot keeps alive what it needs. May be asked from several threads.
class Timeline {
public:
    explicit Timeline(std::shared_ptr<const Scenario>);

    [[nodiscard]] const Scenario& scenario() const noexcept;
    [[nodiscard]] Snapshot at(Instant) const;
    /// As legs_of(), with the land asked only once.
    [[nodiscard]] std::vector<Leg> legs_of(AssetIndex) const;

private:
    std::shared_ptr<const Prepared> m_prepared;
};

} // namespace assets
