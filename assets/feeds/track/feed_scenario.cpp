#include "assets/feeds/track/feed_scenario.hpp"

#include <algorithm>

namespace assets {

FeedScenario feed_scenario(const TrackStore& store, const FeedScenarioOptions& options,
                           std::shared_ptr<const geo::Atlas> atlas) {
    FeedScenario made;
    Scenario& s = made.scenario;
    s.atlas = std::move(atlas);
    s.title = options.title;
    s.files = {options.title};
    s.sources = options.sources;
    s.first_fix = s.first_deployment = {0};
    const Instant from = options.from.value_or(Instant::min()), to = options.to.value_or(Instant::max());
    int row = 0;
    FeedDetails details;
    for (const FeedTrack& track : store.tracks()) {
        const auto& points = track.points;
        const auto first = std::ranges::lower_bound(points, from, {}, &TrackPoint::time);
        const auto last = std::ranges::upper_bound(points, to, {}, &TrackPoint::time);
        if (first >= last) continue;
        if (options.for_print && (track.contact.pleasure || track.contact.distress)) {
            ++(track.contact.distress ? made.beacons_left_out : made.pleasure_left_out);
            continue;
        }
        const AgeLimits& limits = options.limits.of(track.contact.kind());
        const auto index = static_cast<AssetIndex>(s.assets.size());
        s.assets.push_back(asset_of(track.contact, limits));
        const bool confirmed = options.confirmed.contains(track.contact.id);
        for (auto point = first; point != last; ++point) {
            const auto source = std::min<SourceIndex>(point->feed, static_cast<SourceIndex>(s.sources.size()) - 1);
            Fix fix = fix_of(track, static_cast<std::size_t>(point - points.begin()), limits, index, source, details,
                             confirmed);
            fix.line = ++row;
            s.start = s.start ? std::min(*s.start, fix.from) : fix.from;
            s.end = s.end ? std::max(*s.end, fix.from) : fix.from;
            s.fixes.push_back(std::move(fix));
        }
        s.first_fix.push_back(s.fixes.size());
        for (Deployment& deployment : deployments_of(track, index, s.fixes.back().sources().front()))
            s.deployments.push_back(std::move(deployment));
        s.first_deployment.push_back(s.deployments.size());
    }
    return made;
}

} // namespace assets
