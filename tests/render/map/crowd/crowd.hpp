#pragma once

#include "assets/model/scenario.hpp"

#include <cstddef>
#include <memory>

namespace support {

/// Options for a scenario like that of a busy feed between India and the Aleutians: ships around ports, along lanes and
/// scattered.
struct CrowdOptions {
    std::size_t ships = 25'000;
    unsigned seed = 4;
    std::size_t fixes_each = 2; ///< fixes of each ship, three minutes apart, the last in force at `crowd_time()`
    double silent_share = 0.1;  ///< share of the ships that were last heard a quarter of an hour ago
};

[[nodiscard]] assets::Instant crowd_time(); ///< 2024-09-11 12:00 UTC
/// Ships of up to 40 countries; the same options give the same ships. Their names look like names in AIS, their ids are
/// MMSIs, and their only source is of kind ais. None of them is on land.
[[nodiscard]] std::shared_ptr<const assets::Scenario> crowd(std::shared_ptr<const geo::Atlas>,
                                                            const CrowdOptions& = {});

} // namespace support
