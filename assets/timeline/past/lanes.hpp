#pragma once

#include "assets/model/scenario.hpp"

#include <string>
#include <vector>

/// When assets were away and which of that time reports cover, for the window's timeline and the strip of maps.
namespace assets {

/// A deployment: a period in which the asset is away from home.
struct LaneBar {
    Instant from, to;
    bool open_end;                   ///< the deployment has no end; `to` is the end of the lane
    double from_error_h, to_error_h; ///< hours by which the ends may be wrong
    double utc_offset_h;             ///< of the local time of its days
    std::string operations;          ///< "HORIZON, NEON"
    std::size_t deployment;          ///< index into Scenario::deployments
};

/// The interval of a fix.
struct LanePiece {
    Instant from, to;
    double error_h; ///< hours by which both ends may be wrong
    bool wide;      ///< a stand-in: the fix is wider than 100 km or names an area
    bool sometime;  ///< at some time in the interval, not throughout
    FixKind kind;
    Confidence confidence;
    std::size_t fix; ///< index into Scenario::fixes
};

/// The deployments and fixes of one asset.
struct Lane {
    AssetIndex asset;
    std::vector<LaneBar> bars;     ///< in order of time
    std::vector<LanePiece> pieces; ///< wide ones first, so that precise ones are drawn on top
};

/// `end`: of deployments and fixes without an end of their own.
[[nodiscard]] Lane lane_of(const Scenario&, AssetIndex, Instant end);

} // namespace assets
