#pragma once

#include "assets/model/zone.hpp"

#include <vector>

namespace render {

/// Dashes and gaps in mm of a zone's line, on the map and in the legend. Agreed zones have solid lines; the weaker a
/// zone's status, the more broken its line. Illustrative zones have no line on the map.
[[nodiscard]] inline std::vector<double> zone_dashes(assets::ZoneStatus status) {
    switch (status) {
    case assets::ZoneStatus::Unilateral:
        return {2.4, 1.1};
    case assets::ZoneStatus::Claimed:
        return {2.0, 0.8, 0.35, 0.8};
    case assets::ZoneStatus::Informal:
        return {0.9, 0.8};
    case assets::ZoneStatus::Agreed:
    case assets::ZoneStatus::Illustrative:
        break;
    }
    return {};
}

} // namespace render
