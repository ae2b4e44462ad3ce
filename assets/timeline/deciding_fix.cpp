#include "assets/timeline/deciding_fix.hpp"

#include "geo/earth/geodesic.hpp"

#include <algorithm>
#include <cmath>

namespace assets {

using std::chrono::seconds;

Instant later_by(Instant t, Duration d) noexcept {
    return t > Instant::max() - d ? Instant::max() : t + d;
}
Instant earlier_by(Instant t, Duration d) noexcept {
    return t < Instant::min() + d ? Instant::min() : t - d;
}
seconds error_duration(double hours) noexcept {
    return seconds{std::llround(std::max(0.0, hours) * 3600.0)};
}

namespace {

Instant middle(Instant a, Instant b) {
    return a + (b - a) / 2;
}

/// The window of the i-th deployment. Rule: an error extends a deployment up to its neighbours and no farther; where
/// the errors of two neighbours overlap, each deployment gets half of the overlap.
DeploymentWindow window_of(std::span<const Deployment> all, std::size_t i) {
    const auto first_instant = [&](std::size_t k) {
        Instant first = earlier_by(all[k].from, error_duration(all[k].from_error_h));
        if (k > 0)
            first =
                std::max(first, all[k - 1].to ? std::min(later_by(*all[k - 1].to, tick), all[k].from) : all[k].from);
        return first;
    };
    const auto last_instant = [&](std::size_t k) {
        Instant last = all[k].to ? later_by(*all[k].to, error_duration(all[k].to_error_h)) : Instant::max();
        if (k + 1 < all.size()) last = std::min(last, earlier_by(all[k + 1].from, tick));
        return last;
    };
    DeploymentWindow w{first_instant(i), last_instant(i), &all[i]};
    if (i > 0)
        if (const Instant before = last_instant(i - 1); before >= w.first) w.first = middle(w.first, before) + tick;
    if (i + 1 < all.size())
        if (const Instant after = first_instant(i + 1); after <= w.last) w.last = middle(after, w.last);
    return w;
}

} // namespace

std::vector<DeploymentWindow> windows_of(const Scenario& s, AssetIndex a) {
    const auto deployments = s.deployments_of(a);
    std::vector<DeploymentWindow> windows;
    for (std::size_t i = 0; i < deployments.size(); ++i)
        windows.push_back(window_of(deployments, i));
    const auto fixes = s.fixes_of(a);
    if (deployments.empty() && !fixes.empty()) windows.push_back({fixes.front().from, Instant::max(), nullptr});
    return windows;
}

std::optional<DeploymentWindow> window_at(const Scenario& s, AssetIndex a, Instant t) {
    const auto deployments = s.deployments_of(a);
    if (deployments.empty()) {
        const auto fixes = s.fixes_of(a);
        if (fixes.empty() || t < fixes.front().from) return std::nullopt;
        return DeploymentWindow{fixes.front().from, Instant::max(), nullptr};
    }
    const auto after = std::ranges::upper_bound(deployments, t, {}, &Deployment::from);
    const auto i = static_cast<std::size_t>(after - deployments.begin());
    if (i > 0)
        if (const DeploymentWindow w = window_of(deployments, i - 1); w.contains(t)) return w;
    if (i < deployments.size())
        if (const DeploymentWindow w = window_of(deployments, i); w.contains(t)) return w;
    return std::nullopt;
}

Duration length_of(const Fix& f) noexcept {
    constexpr Duration longest = std::chrono::hours{24 * 366 * 10'000};
    if (f.to <= f.from) return Duration{0};
    return f.to > later_by(f.from, longest) ? longest : f.measured_end() - f.from;
}

bool is_long_sometime(const Fix& f) noexcept {
    return f.during() == During::Sometime && length_of(f) > std::chrono::hours{24};
}

bool decides_over(const Fix& a, const Fix& b) noexcept {
    const bool a_own = a.at_asset() == no_index;
    const bool b_own = b.at_asset() == no_index;
    if (a_own != b_own) return a_own;
    if (a_own && a.radius_km != b.radius_km) return a.radius_km < b.radius_km;
    if (a.from != b.from) return a.from > b.from;
    return std::greater<>{}(&a, &b); // by address, not by line: rows may come from several files
}

bool is_precise(const Fix& f) noexcept {
    return f.position && f.at_asset() == no_index && !f.is_wide();
}

bool contradict(const Fix& a, const Fix& b) {
    if (!is_precise(a) || !is_precise(b)) return false;
    if (a.during() != During::Throughout || b.during() != During::Throughout) return false;
    // Intervals that only touch do not overlap: at a shared bound the later fix decides.
    if (std::max(a.from, b.from) > std::min(a.to, b.to)) return false;
    if (a.from != a.to && b.from != b.to && std::max(a.from, b.from) == std::min(a.to, b.to)) return false;
    return geo::distance_m(*a.position, *b.position) > (a.radius_km + b.radius_km) * 1000.0;
}

// Fixes mostly come at even intervals: the search starts at the index that `t` would then have, and doubles its stride
// from there.
std::size_t count_begun_by(std::span<const Fix> fixes, Instant t) {
    if (fixes.empty() || t < fixes.front().from) return 0;
    if (t >= fixes.back().from) return fixes.size();
    const auto part = static_cast<double>((t - fixes.front().from).count()) /
                      static_cast<double>((fixes.back().from - fixes.front().from).count());
    const auto guess = static_cast<std::size_t>(part * static_cast<double>(fixes.size() - 1));
    // The first fix that begins later than `t` has an index in (low, high].
    std::size_t low = guess, high = guess;
    for (std::size_t stride = 1; fixes[low].from > t; stride *= 2) {
        high = low;
        low -= std::min(low, stride);
    }
    if (high == low) {
        ++high;
        for (std::size_t stride = 1; fixes[high].from <= t; stride *= 2) {
            low = high;
            high = std::min(high + stride, fixes.size() - 1);
        }
    }
    const auto between = fixes.subspan(low + 1, high - low);
    return low + 1 + static_cast<std::size_t>(std::ranges::upper_bound(between, t, {}, &Fix::from) - between.begin());
}

namespace {

/// Among the first `count` fixes, the one that overlaps the window and whose interval ends last.
const Fix* latest_ending(const Track& track, const DeploymentWindow& w, std::size_t count) {
    const bool indexed = !track.latest_end.empty();
    const Fix* best = nullptr;
    for (std::size_t i = count; i > 0; --i) {
        if (indexed && track.latest_end[i - 1] < track.latest_end[count - 1]) break;
        const Fix& f = track.fixes[i - 1];
        if (f.to < f.from || !w.overlaps(f)) continue;
        if (!best || f.to > best->to || (f.to == best->to && decides_over(f, *best))) best = &f;
    }
    return best;
}

} // namespace

InForce in_force(const Track& track, const DeploymentWindow& w, Instant t) {
    if (!w.contains(t)) return {};
    const std::size_t end = count_begun_by(track.fixes, t);
    std::size_t first = track.latest_end.empty() ? 0 : end;
    while (first > 0 && track.latest_end[first - 1] >= t)
        --first;
    const auto begun = track.fixes.subspan(first, end - first);
    const bool one_begins = std::any_of(std::ranges::lower_bound(begun, t, {}, &Fix::from), begun.end(),
                                        [&](const Fix& f) { return f.to >= t; });
    // Rule: at a bound that two fixes share, the later fix decides, even if the earlier one is more precise.
    const auto covers = [&](const Fix& f) {
        return f.to > t || (f.to == t && (f.from == t || !one_begins));
    };

    const Fix* best = nullptr;
    std::size_t count = 0;
    for (const Fix& f : begun) {
        if (!covers(f)) continue;
        ++count;
        if (!best || decides_over(f, *best)) best = &f;
    }
    if (count < 2) return {best, false};
    // Rule: of precise fixes that contradict each other, the one that began later is shown, even if it is less precise.
    const Fix* shown = best;
    bool two_places = false;
    for (const Fix& f : begun) {
        if (&f == best || !covers(f) || !contradict(f, *best)) continue;
        two_places = true;
        if (f.from > shown->from || (f.from == shown->from && &f > shown)) shown = &f;
    }
    return {shown, two_places};
}

const Fix* previous_fix(const Track& track, const DeploymentWindow& w, const Fix& later) {
    return last_fix_before(track, w, later.from);
}

const Fix* following_fix(const Track& track, const DeploymentWindow& w, const Fix& earlier) {
    for (const Fix* next = next_fix_after(track, w, earlier.from); next; next = next_fix_after(track, w, next->from))
        if (next->to > earlier.to) return previous_fix(track, w, *next) == &earlier ? next : nullptr;
    return nullptr;
}

const Fix* last_fix_before(const Track& track, const DeploymentWindow& w, Instant t) {
    return latest_ending(track, w, count_begun_by(track.fixes, earlier_by(t, tick)));
}

const Fix* next_fix_after(const Track& track, const DeploymentWindow& w, Instant t) {
    const auto fixes = track.fixes.subspan(count_begun_by(track.fixes, t));
    const Fix* best = nullptr;
    for (const Fix& f : fixes) {
        if (f.from > w.last || (best && f.from != best->from)) break;
        if (f.to >= f.from && (!best || decides_over(f, *best))) best = &f;
    }
    return best;
}

bool can_interrupt(const Asset& asset, const Fix& wide, const Fix& precise) {
    if (!wide.is_wide() || !wide.position || !is_precise(precise) || !asset.max_speed_kn) return true;
    if (precise.from > wide.to || precise.to < wide.from) return true;
    const double outside_km =
        geo::distance_m(*wide.position, *precise.position) / 1000.0 - wide.radius_km - precise.radius_km;
    if (outside_km <= 0) return true;
    // The way there counts only if the wide fix begins before the precise one, the way back only if it ends after the
    // precise one. `sometime` intervals and time errors add to the time available.
    const double needed_h = outside_km / (*asset.max_speed_kn * 1.852);
    const auto slack_h = [](const Fix& f) {
        return in_hours(error_duration(f.time_error_h()) +
                        (f.during() == During::Sometime ? length_of(f) : Duration{0}));
    };
    const double total_slack_h = slack_h(wide) + slack_h(precise);
    const auto enough = [&](Instant a, Instant b) {
        return in_hours(b - a) + total_slack_h >= needed_h;
    };
    return (wide.from >= precise.from || enough(wide.from, precise.from)) &&
           (wide.to <= precise.to || enough(precise.measured_end(), wide.measured_end()));
}

} // namespace assets
