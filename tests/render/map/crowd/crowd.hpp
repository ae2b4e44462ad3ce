#pragma once

#include "assets/model/scenario.hpp"

#include <cstddef>
#include <memory>

namespace support {

/// What a busy feed makes of the sea from India to the Aleutians: ships about ports, along lanes and scattered.
struct CrowdOptions {
    std::size_t ships = 25'000;
    unsigned seed = 4;
    std::size_t reports_each = 2; ///< three minutes apart, the last in force at `crowd_time()`
    double silent_share = 0.1;    ///< last heard a quarter of an hour ago
};

[[nodiscard]] assets::Instant crowd_time();
/// 40 countries, seeded: the same options, the same ships. Names as AIS gives them, ids by MMSI, one source of kind
/// ais. None of them is on land.
[[nodiscard]] std::shared_ptr<const assets::Scenario> crowd(std::shared_ptr<const geo::Atlas>,
                                                            const CrowdOptions& = {});

} // namespace support
