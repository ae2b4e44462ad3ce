#include "assets/timeline/past/voyages.hpp"

#include "assets/timeline/between/legs.hpp"
#include "assets/timeline/between/ways.hpp"
#include "assets/timeline/deciding_fix.hpp"
#include "assets/timeline/past/reported_way.hpp"
#include "geo/earth/geodesic.hpp"

#include <algorithm>

namespace assets {

namespace {

constexpr double one_place_m = 10'000.0; ///< reports at most so far apart are of one place

/// Whether the fix reports from where the call is.
bool continues(const Call& call, const Fix& fix) {
    const Fix& last = *call.fixes.back();
    if (call.wide) return last.area() && fix.area() && last.area()->id == fix.area()->id;
    if (!is_precise(fix)) return false;
    if (!fix.place().empty() && fix.place() == last.place()) return true;
    // Reports on the way, hours apart, are no stay.
    if (fix.precision() == Precision::Time && last.precision() == Precision::Time) return *fix.position == call.at;
    return geo::distance_m(call.at, *fix.position) <= one_place_m;
}

class VoyageBuilder {
public:
    VoyageBuilder(const Scenario& scenario, AssetIndex asset, Instant end)
        : m_scenario{scenario}, m_end{end}, m_voyage{asset, {}, {}, {}} {}

    void add(const Fix& fix) {
        auto& calls = m_voyage.calls;
        const Instant to = std::min(fix.to, m_end - tick);
        if (!calls.empty() && continues(calls.back(), fix)) {
            calls.back().fixes.push_back(&fix);
            calls.back().to = std::max(calls.back().to, to);
            return;
        }
        calls.push_back({{&fix}, fix.from, to, *fix.position, !is_precise(fix)});
    }

    [[nodiscard]] std::optional<Voyage> take() {
        if (m_voyage.calls.empty()) return std::nullopt;
        add_legs();
        find_farthest();
        return std::move(m_voyage);
    }

private:
    void add_legs() {
        const auto& calls = m_voyage.calls;
        std::optional<std::size_t> last;
        for (std::size_t i = 0; i < calls.size(); ++i) {
            if (calls[i].wide) continue;
            if (last) m_voyage.legs.push_back({*last, i, how_between(*last, i), way(calls[*last], calls[i])});
            last = i;
        }
    }

    [[nodiscard]] std::shared_ptr<const geo::GeodesicPath> way(const Call& a, const Call& b) {
        if (a.at == b.at) return nullptr;
        const Fix &earlier = *a.fixes.back(), &later = *b.fixes.front();
        Way found = m_ways.between(m_scenario, earlier, later);
        if (found.is_blocked) return nullptr;
        if (found.path) return std::move(found.path);
        return std::make_shared<const geo::GeodesicPath>(std::vector{*earlier.position, *later.position});
    }

    [[nodiscard]] Continuity how_between(std::size_t a, std::size_t b) {
        const Fix &earlier = *m_voyage.calls[a].fixes.back(), &later = *m_voyage.calls[b].fixes.front();
        if (b > a + 1) return Continuity::Unknown; // it was somewhere in an area meanwhile
        if (!leg_or_gap_between(m_scenario, earlier, later, &m_ways).leg) return Continuity::Unknown;
        return is_reported_way(earlier, later) ? Continuity::Reported : Continuity::Estimated;
    }

    void find_farthest() {
        const auto& calls = m_voyage.calls;
        const auto from_first = [&](const Call& call) {
            return call.wide ? 0.0 : geo::distance_m(calls.front().at, call.at);
        };
        std::size_t farthest = 0;
        for (std::size_t i = 1; i < calls.size(); ++i)
            if (from_first(calls[i]) > from_first(calls[farthest])) farthest = i;
        const auto end = std::find_if(calls.rbegin(), calls.rend(), [](const Call& call) { return !call.wide; });
        constexpr double nearer = 0.6; // of the greatest distance
        const bool sails = m_scenario.assets[m_voyage.asset].path == PathRule::Sea;
        if (sails && end != calls.rend() && from_first(*end) < nearer * from_first(calls[farthest]))
            m_voyage.farthest = farthest;
    }

    const Scenario& m_scenario;
    Instant m_end;
    Ways m_ways;
    Voyage m_voyage;
};

} // namespace

bool travels(const Asset& asset) noexcept {
    return asset.path == PathRule::Sea || asset.path == PathRule::GreatCircle;
}

std::vector<Voyage> voyages_between(const Scenario& s, Instant from, Instant to,
                                    const std::function<bool(const Asset&)>& wanted) {
    std::vector<Voyage> voyages;
    for (std::size_t i = 0; i < s.assets.size(); ++i) {
        const auto asset = static_cast<AssetIndex>(i);
        if (!travels(s.assets[i]) || !wanted(s.assets[i])) continue;
        for (const DeploymentWindow& window : windows_of(s, asset)) {
            VoyageBuilder builder{s, asset, to};
            for (const Fix& fix : s.fixes_of(asset)) {
                const bool counts = fix.from < to && fix.to >= from && fix.kind() != FixKind::Planned && fix.position;
                if (counts && window.overlaps(fix)) builder.add(fix);
            }
            if (auto voyage = builder.take()) voyages.push_back(std::move(*voyage));
        }
    }
    return voyages;
}

} // namespace assets
