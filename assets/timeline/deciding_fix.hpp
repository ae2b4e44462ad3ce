#pragma once

#include "assets/model/scenario.hpp"

#include <optional>
#include <span>

/// Which fix decides at an instant: questions about intervals that states, legs and checks share.
namespace assets {

/// The time in which one deployment is in force: from `from` - e to `to` + e, both included, where e is the error of
/// that date. The neighbouring deployments cut it short. Rule: an asset without deployment rows is deployed from its
/// first fix on, without end.
struct DeploymentWindow {
    Instant first, last;
    const Deployment* deployment = nullptr; ///< null: no rows
    [[nodiscard]] bool contains(Instant t) const noexcept { return first <= t && t <= last; }
    [[nodiscard]] bool overlaps(const Fix& f) const noexcept { return f.from <= last && first <= f.to; }
};

/// All windows of an asset, in order of time; they do not overlap. Empty if it has neither a deployment nor a fix.
[[nodiscard]] std::vector<DeploymentWindow> windows_of(const Scenario&, AssetIndex);
/// The window that contains `t`. Rule: without one the asset is absent.
[[nodiscard]] std::optional<DeploymentWindow> window_at(const Scenario&, AssetIndex, Instant t);

/// t + d and t - d; the result stays within the range of Instant instead of overflowing.
[[nodiscard]] Instant later_by(Instant t, Duration d) noexcept;
[[nodiscard]] Instant earlier_by(Instant t, Duration d) noexcept;
/// An error in hours, rounded to whole seconds; zero if it is negative.
[[nodiscard]] std::chrono::seconds error_duration(double hours) noexcept;

/// The time from the beginning of a fix to its measured end, at most 10,000 years; zero for an interval that runs
/// backwards.
[[nodiscard]] Duration length_of(const Fix&) noexcept;
/// True for a `sometime` fix longer than 24 h: the asset was there, but the hour is not known. The state is flagged.
[[nodiscard]] bool is_long_sometime(const Fix&) noexcept;

/// Rule: where two fixes nest, the more precise one decides. In this order: a fix with a place of its own over one that
/// is `at_asset`, the smaller radius, the later `from`, the later row. True when `a` decides over `b` where both are in
/// force. Both must be elements of Scenario::fixes: their addresses give the order of rows.
[[nodiscard]] bool decides_over(const Fix& a, const Fix& b) noexcept;

/// Number of fixes that begin at or before `t`. The fixes are those of one asset, sorted by `from`.
[[nodiscard]] std::size_t count_begun_by(std::span<const Fix>, Instant t);

/// True for a position with a radius of at most 100 km that is not given by an area or a carrier. Legs begin and end
/// only at such fixes.
[[nodiscard]] bool is_precise(const Fix&) noexcept;
/// True when both fixes are precise and `throughout`, their intervals overlap and their circles do not: the asset
/// cannot be in both places. Intervals that only share a bound do not overlap, unless one is a single instant.
[[nodiscard]] bool contradict(const Fix&, const Fix&);

/// The fixes of one asset, sorted by `from`, then row. `latest_end` is empty, or its i-th element is the latest end
/// among the fixes up to and including the i-th; intervals that run backwards are ignored. With it, searches skip fixes
/// that ended long ago.
struct Track {
    // NOLINTNEXTLINE(google-explicit-constructor): a span of fixes is a track
    Track(std::span<const Fix> all, std::span<const Instant> ends = {}) : fixes{all}, latest_end{ends} {}
    std::span<const Fix> fixes;
    std::span<const Instant> latest_end;
};

struct InForce {
    const Fix* fix = nullptr; ///< null: silence
    bool two_places = false;  ///< another fix in force contradicts the deciding one
};
/// The fix that decides at `t`: see decides_over(), with two exceptions. Rule: at a bound that two fixes share the
/// later fix decides. Rule: of precise fixes that contradict() each other, the one that began later decides.
[[nodiscard]] InForce in_force(const Track&, const DeploymentWindow&, Instant t);
/// The fix from which an asset comes to `f`: among the fixes of this window that begin earlier than `f`, the one whose
/// interval ends last; null if there is none. `f` must decide among the fixes that begin at the same instant.
[[nodiscard]] const Fix* previous_fix(const Track&, const DeploymentWindow&, const Fix& f);
/// The fix to which an asset goes from `f`: the first one that begins later and ends later than `f`. Null if there is
/// none, or if the asset comes to that fix from a fix other than `f`.
[[nodiscard]] const Fix* following_fix(const Track&, const DeploymentWindow&, const Fix& f);
/// In silence at `t`, the fix of this window whose interval ended last before `t`; null if there is none.
[[nodiscard]] const Fix* last_fix_before(const Track&, const DeploymentWindow&, Instant t);
/// The first fix that begins after `t` in this window, or null. If several begin at that instant, the deciding one.
[[nodiscard]] const Fix* next_fix_after(const Track&, const DeploymentWindow&, Instant t);

/// Rule: a precise fix interrupts a wide fix that overlaps it in time if the asset, within its speed limit, can come
/// from the edge of the wide area and be back there in time. If it cannot, the fixes conflict (`reports_conflict`), and
/// the precise one still decides. Returns true also if the fixes do not overlap in time, `wide` is not wide, `precise`
/// is not precise, or the asset has no speed limit.
[[nodiscard]] bool can_interrupt(const Asset&, const Fix& wide, const Fix& precise);

} // namespace assets
