#pragma once

#include "assets/timeline/between/legs.hpp"
#include "assets/timeline/between/reach.hpp"
#include "assets/timeline/between/ways.hpp"
#include "assets/timeline/deciding_fix.hpp"
#include "assets/timeline/snapshot.hpp"

#include <array>
#include <vector>

namespace assets {

/// A scenario with the indexes and caches of a Timeline. For a plain scenario only `scenario` is set.
struct Lookup {
    const Scenario& scenario;
    std::span<const Instant> latest_end = {}; ///< see Track; one for each of Scenario::fixes, or empty
    Ways* ways = nullptr;                     ///< null: the ways of legs are found anew each time

    [[nodiscard]] Track track(AssetIndex a) const {
        const auto fixes = scenario.fixes_of(a);
        if (latest_end.empty() || fixes.empty()) return fixes;
        return {fixes, latest_end.subspan(scenario.first_fix[a], fixes.size())};
    }
};

/// The state that an asset's own fixes give it during a span of time in which the same fixes decide. own_state()
/// turns it into the State at one instant of the span.
struct Motion {
    enum class Kind : std::uint8_t {
        Constant, ///< nothing changes within the span
        Held,     ///< silence without a leg: age and radius change, and the state is held, then stale, then lost
        OnLeg     ///< silence on a leg: the asset travels along legs[0]
    };
    Instant from = Instant::max(), until = Instant::min(); ///< of the span, both included
    Kind kind = Kind::Constant;
    bool centred = false;                ///< OnLeg: the leg runs between the points of its two fixes
    bool limited_by_next = false;        ///< Held: the radius is limited, because the next fix must still be reachable
    std::optional<double> max_speed_kn;  ///< none: no limit
    Disc last_disc{}, next_disc{};       ///< the reach of the last and of the next fix
    double apart_km = 0;                 ///< Held: distance between the points of the last and the next fix
    Instant last_end{};                  ///< Held and OnLeg: measured end of the last fix, from which age counts
    Instant held_until{}, stale_until{}; ///< Held: the last instants at which the state is held, and stale
    State state;                         ///< what does not change within the span; State::leg is null
    /// Legs whose time span may overlap this span. OnLeg: the leg travelled, in legs[0]. Around a fix in force: the leg
    /// that arrives at the fix in legs[0], the leg that departs from it in legs[1].
    std::array<std::optional<Leg>, 2> legs;
    geo::GeodesicRay ray; ///< along legs[0]
    [[nodiscard]] bool covers(Instant t) const noexcept { return from <= t && t <= until; }
};
/// The motion whose span contains `t`. Without Lookup::latest_end the span is `t` alone.
[[nodiscard]] Motion motion_at(const Lookup&, AssetIndex, Instant t);

/// The state at an instant `t` of the span, before carriers and groups are considered. Appends to `legs` those legs
/// whose time span contains `t`; the first one appended is the leg travelled if the state is interpolated.
[[nodiscard]] State own_state(const Motion&, Instant t, std::vector<Leg>& legs);
/// The state at one instant, without a Motion to reuse.
[[nodiscard]] State own_state(const Lookup&, AssetIndex, Instant t);

} // namespace assets
