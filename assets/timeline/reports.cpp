#include "assets/timeline/reports.hpp"

#include "geo/earth/geodesic.hpp"

#include <algorithm>
#include <cmath>

namespace assets {

using std::chrono::seconds;

Instant later_by(Instant t, seconds d) noexcept {
    return t > Instant::max() - d ? Instant::max() : t + d;
}
Instant earlier_by(Instant t, seconds d) noexcept {
    return t < Instant::min() + d ? Instant::min() : t - d;
}
seconds error_of(double hours) noexcept {
    return seconds{std::llround(std::max(0.0, hours) * 3600.0)};
}

namespace {

Instant middle(Instant a, Instant b) {
    return a + (b - a) / 2;
}

/// The window of the i-th deployment. Where the errors of two neighbours overlap, each has its half of the time
/// between them.
Window window_of(std::span<const Deployment> all, std::size_t i) {
    const Deployment& d = all[i];
    Window w{earlier_by(d.from, error_of(d.from_error_h)),
             d.to ? later_by(*d.to, error_of(d.to_error_h)) : Instant::max(), &d};
    if (i > 0 && all[i - 1].to) {
        const Deployment& before = all[i - 1];
        if (later_by(*before.to, error_of(before.to_error_h)) >= w.first)
            w.first = std::max(w.first, std::min(d.from, middle(*before.to, d.from) + seconds{1}));
    }
    if (i + 1 < all.size() && d.to) {
        const Deployment& after = all[i + 1];
        if (earlier_by(after.from, error_of(after.from_error_h)) <= w.last)
            w.last = std::min(w.last, std::max(*d.to, middle(*d.to, after.from)));
    }
    if (i + 1 < all.size() && !d.to) w.last = earlier_by(all[i + 1].from, seconds{1});
    return w;
}

} // namespace

std::vector<Window> windows_of(const Scenario& s, AssetIndex a) {
    const auto deployments = s.deployments_of(a);
    std::vector<Window> windows;
    for (std::size_t i = 0; i < deployments.size(); ++i)
        windows.push_back(window_of(deployments, i));
    const auto fixes = s.fixes_of(a);
    if (deployments.empty() && !fixes.empty()) windows.push_back({fixes.front().from, Instant::max(), nullptr});
    return windows;
}

std::optional<Window> window_at(const Scenario& s, AssetIndex a, Instant t) {
    const auto deployments = s.deployments_of(a);
    if (deployments.empty()) {
        const auto fixes = s.fixes_of(a);
        if (fixes.empty() || t < fixes.front().from) return std::nullopt;
        return Window{fixes.front().from, Instant::max(), nullptr};
    }
    const auto after = std::ranges::upper_bound(deployments, t, {}, &Deployment::from);
    const auto i = static_cast<std::size_t>(after - deployments.begin());
    if (i > 0)
        if (const Window w = window_of(deployments, i - 1); w.holds(t)) return w;
    if (i < deployments.size())
        if (const Window w = window_of(deployments, i); w.holds(t)) return w;
    return std::nullopt;
}

bool decides_over(const Fix& a, const Fix& b) noexcept {
    const bool a_own = a.at_asset == no_index;
    const bool b_own = b.at_asset == no_index;
    if (a_own != b_own) return a_own;
    if (a_own && a.radius_km != b.radius_km) return a.radius_km < b.radius_km;
    if (a.from != b.from) return a.from > b.from;
    return a.line > b.line;
}

bool is_precise(const Fix& f) noexcept {
    return f.position && f.at_asset == no_index && !f.is_wide();
}

bool contradict(const Fix& a, const Fix& b) {
    if (!is_precise(a) || !is_precise(b)) return false;
    if (a.during != During::Throughout || b.during != During::Throughout) return false;
    // Intervals that only touch do not meet: at a shared bound the later fix decides.
    if (std::max(a.from, b.from) > std::min(a.to, b.to)) return false;
    if (a.from != a.to && b.from != b.to && std::max(a.from, b.from) == std::min(a.to, b.to)) return false;
    return geo::distance_m(*a.position, *b.position) > (a.radius_km + b.radius_km) * 1000.0;
}

InForce in_force(std::span<const Fix> fixes, const Window& w, Instant t) {
    if (!w.holds(t)) return {};
    const auto begun =
        fixes.first(static_cast<std::size_t>(std::ranges::upper_bound(fixes, t, {}, &Fix::from) - fixes.begin()));
    const Fix* best = nullptr;
    std::size_t count = 0;
    for (const Fix& f : begun) {
        if (f.to < t) continue;
        // At a shared bound the later fix decides, however precise the earlier one is.
        if (f.to == t && f.from < t && begun.back().from == t) continue;
        ++count;
        if (!best || decides_over(f, *best)) best = &f;
    }
    if (count < 2 || !is_precise(*best) || best->during != During::Throughout) return {best, false};
    // Of precise reports that contradict, the one that began later is shown, even if it is the less exact one.
    const Fix* latest = best;
    bool two_places = false;
    for (const Fix& f : begun) {
        if (f.to < t || &f == best || (f.to == t && f.from < t && begun.back().from == t)) continue;
        if (!contradict(f, *best)) continue;
        two_places = true;
        if (f.from > latest->from || (f.from == latest->from && f.line > latest->line)) latest = &f;
    }
    return {latest, two_places};
}

const Fix* last_before(std::span<const Fix> fixes, const Window& w, Instant t) {
    const Fix* best = nullptr;
    for (const Fix& f : fixes) {
        if (f.from >= t) break;
        if (f.to >= t || f.to < f.from || !w.meets(f)) continue;
        if (!best || f.to > best->to || (f.to == best->to && decides_over(f, *best))) best = &f;
    }
    return best;
}

const Fix* next_after(std::span<const Fix> fixes, const Window& w, Instant t) {
    const auto first = std::ranges::upper_bound(fixes, t, {}, &Fix::from);
    const Fix* best = nullptr;
    for (auto f = first; f != fixes.end() && f->from <= w.last; ++f) {
        if (f->to < f->from) continue;
        if (best && f->from != best->from) break;
        if (!best || decides_over(*f, *best)) best = &*f;
    }
    return best;
}

} // namespace assets
