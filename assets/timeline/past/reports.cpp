#include "assets/timeline/past/reports.hpp"

#include "assets/timeline/between/legs.hpp"
#include "assets/timeline/past/reported_way.hpp"

#include <algorithm>

namespace assets {

namespace {

NoWay why_no_way(const Asset& asset, const Fix& earlier, const Fix& later, const LegOrGap& found) {
    if (!travels(asset)) return NoWay::NotClaimed;
    if (found.beyond_max_gap) return NoWay::Silence;
    if (!is_precise(earlier) || !is_precise(later)) return NoWay::Area;
    return NoWay::NotFound;
}

/// What is known of the time between each report and the one from which the asset came, as for legs_of(): of the
/// reports that began earlier, the one that ends last; of those that begin together, the deciding one.
std::vector<BetweenReports> between(const Scenario& s, const std::vector<const Fix*>& reports, Ways& ways) {
    std::vector<BetweenReports> all;
    std::optional<std::size_t> last;
    for (std::size_t i = 0; i < reports.size();) {
        const Instant began = reports[i]->from;
        std::size_t chosen = i;
        std::size_t longest = last.value_or(i);
        for (; i < reports.size() && reports[i]->from == began; ++i) {
            if (decides_over(*reports[i], *reports[chosen])) chosen = i;
            if (reports[i]->to > reports[longest]->to) longest = i;
        }
        const Fix& later = *reports[chosen];
        if (last && later.to > reports[*last]->to) {
            const Fix& earlier = *reports[*last];
            LegOrGap found = leg_or_gap_between(s, earlier, later, &ways);
            const Continuity how = !found.leg                        ? Continuity::Unknown
                                   : is_reported_way(earlier, later) ? Continuity::Reported
                                                                     : Continuity::Estimated;
            const NoWay why = why_no_way(s.assets[earlier.asset], earlier, later, found);
            all.push_back({*last, chosen, how, std::move(found.leg), why});
        }
        last = longest;
    }
    return all;
}

} // namespace

std::string_view to_string(NoWay why) noexcept {
    switch (why) {
    case NoWay::Silence:
        return "silence";
    case NoWay::Area:
        return "area";
    case NoWay::NotFound:
        return "no_way_found";
    case NoWay::NotClaimed:
        return "not_claimed";
    }
    return "";
}

std::vector<ReportedTrack> reported_tracks(const Scenario& s, AssetIndex asset, Instant from, Instant to) {
    std::vector<ReportedTrack> tracks;
    Ways ways;
    for (const DeploymentWindow& window : windows_of(s, asset)) {
        ReportedTrack track{asset, {}, {}};
        for (const Fix& fix : s.fixes_of(asset)) {
            const bool counts = fix.from < to && fix.to >= from && fix.to >= fix.from && fix.kind() != FixKind::Planned;
            if (counts && window.overlaps(fix)) track.reports.push_back(&fix);
        }
        if (track.reports.empty()) continue;
        track.between = between(s, track.reports, ways);
        tracks.push_back(std::move(track));
    }
    return tracks;
}

} // namespace assets
