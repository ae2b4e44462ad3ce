#pragma once

#include "assets/timeline/between/land_memo.hpp"
#include "assets/timeline/between/legs.hpp"
#include "assets/timeline/between/reach.hpp"
#include "assets/timeline/deciding_fix.hpp"
#include "assets/timeline/snapshot.hpp"

#include <array>
#include <vector>

namespace assets {

/// A scenario and what has been prepared of it, if anything: see Timeline.
struct Lookup {
    const Scenario& scenario;
    std::span<const Instant> latest_end = {};
    LandMemo* land = nullptr;

    [[nodiscard]] Track track(AssetIndex a) const {
        const auto fixes = scenario.fixes_of(a);
        if (latest_end.empty() || fixes.empty()) return fixes;
        return {fixes, latest_end.subspan(scenario.first_fix[a], fixes.size())};
    }
};

/// What an asset's own reports say through a span of time, and all of it that does not change meanwhile.
struct Motion {
    enum class Way : std::uint8_t {
        Stays,  ///< nothing moves with time
        Holds,  ///< only age, and what follows from it
        Travels ///< along legs[0]
    };
    Instant from = Instant::max(), until = Instant::min(); ///< of the span, both included
    Way way = Way::Stays;
    bool centred = false;                ///< Travels: the leg runs from report to report
    bool next_counts = false;            ///< Holds: the next report limits where it can be
    std::optional<double> max_speed_kn;  ///< none: no limit
    Disc after{}, before{};              ///< of the last report and the next one
    double apart_km = 0;                 ///< Holds: the last report from the next
    Instant ends{};                      ///< Holds and Travels: of the last report, from which age counts
    Instant held_until{}, known_until{}; ///< Holds: then stale; then lost
    State state;                         ///< State::leg is not set
    /// Whose span can hold a moment of this one: in silence the one being travelled; around a report in force the one
    /// that comes to it, and the one that goes from it.
    std::array<std::optional<Leg>, 2> legs;
    geo::GeodesicRay ray; ///< along legs[0]
    [[nodiscard]] bool holds_at(Instant t) const noexcept { return from <= t && t <= until; }
};
/// Without Lookup::latest_end the span is `t` alone.
[[nodiscard]] Motion motion_at(const Lookup&, AssetIndex, Instant t);

/// What an asset's own reports say at a moment of the span, before carriers and groups are looked at. Legs whose span
/// holds `t` are appended to `legs`; the first of these is the one being travelled when interpolated.
[[nodiscard]] State own_state(const Motion&, Instant t, std::vector<Leg>& legs);
/// The same of a moment alone.
[[nodiscard]] State own_state(const Lookup&, AssetIndex, Instant t);

} // namespace assets
