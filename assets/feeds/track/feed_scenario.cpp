#include "assets/feeds/track/feed_scenario.hpp"

#include <algorithm>
#include <functional>

#include <malloc.h>

namespace assets {

namespace {

/// `done` is called with the number of each track whose points are no longer needed.
FeedScenario make(const TrackStore& store, const FeedScenarioOptions& options, std::shared_ptr<const geo::Atlas> atlas,
                  const std::function<void(std::size_t)>& done) {
    FeedScenario made;
    Scenario& s = made.scenario;
    s.atlas = std::move(atlas);
    s.title = options.title;
    s.files = {options.title};
    s.sources = options.sources;
    s.utc_offset_h = options.utc_offset_h;
    s.first_fix = s.first_deployment = {0};
    const Instant from = options.from.value_or(Instant::min()), to = options.to.value_or(Instant::max());
    int row = 0;
    FeedDetails details{options.utc_offset_h};
    if (!options.from && !options.to) s.fixes.reserve(store.counts().points);
    for (std::size_t n = 0; n < store.tracks().size(); ++n) {
        const FeedTrack& track = store.tracks()[n];
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
            if (options.to) end_at(fix, *options.to);
            fix.line = ++row;
            s.start = s.start ? std::min(*s.start, fix.from) : fix.from;
            s.end = s.end ? std::max(*s.end, fix.from) : fix.from;
            s.fixes.push_back(std::move(fix));
        }
        s.first_fix.push_back(s.fixes.size());
        for (Deployment& deployment : deployments_of(track, index, s.fixes.back().sources().front()))
            s.deployments.push_back(std::move(deployment));
        s.first_deployment.push_back(s.deployments.size());
        done(n);
    }
    store.drawings().add_to(s, 0, s.sources.size());
    std::erase_if(s.events, [&](const Event& e) { return e.to < from || e.from > to; });
    std::erase_if(s.zones, [&](const Zone& z) { return z.valid_to.value_or(to) < from || *z.valid_from > to; });
    if (!s.start) { // no positions
        for (const Event& event : s.events)
            s.start = s.start ? std::min(*s.start, event.from) : event.from;
        for (const Zone& zone : s.zones)
            s.start = s.start ? std::min(*s.start, *zone.valid_from) : zone.valid_from;
        s.end = s.start;
    }
    return made;
}

} // namespace

FeedScenario feed_scenario(const TrackStore& store, const FeedScenarioOptions& options,
                           std::shared_ptr<const geo::Atlas> atlas) {
    return make(store, options, std::move(atlas), [](std::size_t) {});
}

FeedScenario feed_scenario(TrackStore&& store, const FeedScenarioOptions& options,
                           std::shared_ptr<const geo::Atlas> atlas) {
    constexpr std::size_t trim_after = 100'000; // points
    std::size_t freed = 0;
    return make(store, options, std::move(atlas), [&](std::size_t track) {
        freed += store.tracks()[track].points.size();
        store.release_points(track);
        if (freed < trim_after) return;
        freed = 0;
        malloc_trim(0); // freed memory counts as resident until it is given back
    });
}

} // namespace assets
