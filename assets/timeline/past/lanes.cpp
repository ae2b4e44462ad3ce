#include "assets/timeline/past/lanes.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assets {

namespace {

Instant end_within(const Fix& fix, Instant end) {
    return fix.to >= far_future ? std::max(fix.from, end) : fix.to;
}

} // namespace

Lane lane_of(const Scenario& scenario, AssetIndex asset, Instant end) {
    Lane lane{asset, {}, {}};
    for (const auto& deployment : scenario.deployments_of(asset))
        lane.bars.push_back({deployment.from, deployment.to.value_or(std::max(deployment.from, end)),
                             !deployment.to.has_value(), deployment.from_error_h, deployment.to_error_h,
                             deployment.utc_offset_h, fmt::format("{}", fmt::join(deployment.operations, ", ")),
                             static_cast<std::size_t>(&deployment - scenario.deployments.data())});
    for (const auto& fix : scenario.fixes_of(asset))
        lane.pieces.push_back({fix.from, end_within(fix, end), fix.time_error_h(), fix.is_wide(),
                               fix.during() == During::Sometime, fix.kind(), fix.confidence(),
                               static_cast<std::size_t>(&fix - scenario.fixes.data())});
    std::stable_partition(lane.pieces.begin(), lane.pieces.end(), [](const LanePiece& p) { return p.wide; });
    return lane;
}

} // namespace assets
