#pragma once

#include "assets/model/scenario.hpp"

#include <optional>
#include <span>

/// Which report speaks at a moment: the questions about intervals that states, legs and checks share.
namespace assets {

/// A deployment as it is in force: from `from` - e to `to` + e, both included, cut at the neighbouring deployments.
/// Without deployment rows an asset is deployed from its first fix on, without end.
struct Window {
    Instant first, last;
    const Deployment* deployment = nullptr; ///< null: no rows
    [[nodiscard]] bool holds(Instant t) const noexcept { return first <= t && t <= last; }
    [[nodiscard]] bool meets(const Fix& f) const noexcept { return f.from <= last && first <= f.to; }
};

/// All windows of an asset, in order of time; they do not overlap. Empty when it has neither deployment nor fix.
[[nodiscard]] std::vector<Window> windows_of(const Scenario&, AssetIndex);
/// The window that holds `t`, or none: then the asset is absent.
[[nodiscard]] std::optional<Window> window_at(const Scenario&, AssetIndex, Instant t);

/// t + d, staying at the ends of time instead of running over them.
[[nodiscard]] Instant later_by(Instant t, Duration d) noexcept;
[[nodiscard]] Instant earlier_by(Instant t, Duration d) noexcept;
[[nodiscard]] std::chrono::seconds error_of(double hours) noexcept;

/// How long the interval is up to its measured end; of one without end, longer than any scenario.
[[nodiscard]] Duration length_of(const Fix&) noexcept;
/// `sometime` in more than a day: what is drawn is not where it was at any known hour.
[[nodiscard]] bool is_long_sometime(const Fix&) noexcept;

/// True when `a` decides over `b` where both are in force: a fix of its own before one `at_asset`, then the more
/// precise, then the later `from`, then the later row. Both are elements of Scenario::fixes.
[[nodiscard]] bool decides_over(const Fix& a, const Fix& b) noexcept;

/// How many fixes of one asset began at or before `t`.
[[nodiscard]] std::size_t begun_by(std::span<const Fix>, Instant t);

/// A place that can be measured from: a position no wider than 100 km, not given by an area or a carrier.
[[nodiscard]] bool is_precise(const Fix&) noexcept;
/// Both precise and `throughout`, their intervals meet, and their circles do not: the asset cannot be in both.
[[nodiscard]] bool contradict(const Fix&, const Fix&);

/// The fixes of one asset (sorted by from, then row). `latest_end`, when given, has for each the latest end among it
/// and those before it (of intervals that do not run backwards): then nothing is looked at that ended long ago.
struct Track {
    // NOLINTNEXTLINE(google-explicit-constructor): a span of fixes is a track
    Track(std::span<const Fix> all, std::span<const Instant> ends = {}) : fixes{all}, latest_end{ends} {}
    std::span<const Fix> fixes;
    std::span<const Instant> latest_end;
};

struct InForce {
    const Fix* fix = nullptr; ///< null: silence
    bool two_places = false;
};
/// The report that decides at `t`.
[[nodiscard]] InForce in_force(const Track&, const Window&, Instant t);
/// The report that an asset comes from to `f`, which must decide among those that begin with it: of the reports that
/// began earlier in this window the one whose interval ends last; null for the first.
[[nodiscard]] const Fix* before(const Track&, const Window&, const Fix& f);
/// The report that an asset goes to from `f`: the first one later than it that outlasts it, if it comes there from
/// `f`; else null.
[[nodiscard]] const Fix* after(const Track&, const Window&, const Fix& f);
/// In silence at `t`: the report whose interval ended last before `t`; null when there was none in this window.
[[nodiscard]] const Fix* last_before(const Track&, const Window&, Instant t);
/// The first report that begins after `t` in this window (of several that begin together the deciding one), or null.
[[nodiscard]] const Fix* next_after(const Track&, const Window&, Instant t);

/// Rule 2: a wide report that holds before and after a precise one is interrupted by it when the asset could come
/// from the edge of the wide one and be back there in time. False: the reports conflict. True when they do not overlap
/// in time, or when one of them is not of that sort.
[[nodiscard]] bool can_interrupt(const Asset&, const Fix& wide, const Fix& precise);

} // namespace assets
