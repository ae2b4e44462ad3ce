#include "assets/feeds/track/live_scenario.hpp"

#include <algorithm>
#include <iterator>

namespace assets {

using std::chrono::seconds;

namespace {

std::string without_capitals(std::string_view text) {
    std::string out{text};
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

/// The last point at or before `t`, counted from 1; 0: there is none.
std::size_t points_until(const FeedTrack& track, Instant t) {
    const auto later = std::ranges::upper_bound(track.points, t, {}, &TrackPoint::time);
    return static_cast<std::size_t>(later - track.points.begin());
}

/// Contact before `t`, and not lost by then.
bool counts_at(const FeedTrack& track, std::size_t until, const AgeLimits& limits, Instant t) {
    if (until == 0) return false;
    const TrackPoint& last = track.points[until - 1];
    if (last.ends) return t == last.time;
    if (t - std::max(last.until, last.time + limits.holds) <= limits.lost_after) return true;
    return until < track.points.size() && track.points[until].time - last.time <= limits.max_gap;
}

/// Points of a track that are needed: the neighbours of `t`, and of all others at most `most`.
std::vector<std::size_t> wanted_points(const FeedTrack& track, std::size_t until, std::size_t most) {
    std::vector<std::size_t> wanted;
    const std::size_t all = track.points.size();
    const std::size_t step = most == 0 ? 0 : (all + most - 1) / most;
    const auto beside = [&](std::size_t i) {
        return i + 1 == until || i == until;
    };
    if (step == 0) {
        for (std::size_t i = until == 0 ? 0 : until - 1; i < std::min(all, until + 1); ++i)
            wanted.push_back(i);
        return wanted;
    }
    for (std::size_t i = 0; i < all; ++i)
        if (i % step == 0 || i + 1 == all || beside(i)) wanted.push_back(i);
    return wanted;
}

Trail trail_of(const FeedTrack& track, std::size_t until, const AgeLimits& limits, AssetIndex asset, Instant t,
               seconds length) {
    Trail trail{asset, {}, length};
    const Instant from = t - length;
    std::vector<TrailPoint> line;
    const auto end_line = [&] {
        if (line.size() > 1) trail.lines.push_back(line);
        line.clear();
    };
    const auto first = std::ranges::lower_bound(track.points, from, {}, &TrackPoint::time);
    const TrackPoint* last = nullptr;
    for (auto i = static_cast<std::size_t>(first - track.points.begin()); i < until; ++i) {
        const TrackPoint& point = track.points[i];
        if (last && point.time - last->time > limits.max_gap) end_line();
        line.push_back({point.at, point.time});
        last = &point;
    }
    end_line();
    return trail;
}

/// Stretches in which it is heard although it has no deployment there become deployments.
void deploy_where_heard(std::vector<Deployment>& own, const std::vector<Fix>& heard, seconds lost_after) {
    if (own.empty()) return; // it is deployed from its first report on
    std::vector<Deployment> made;
    for (const Fix& fix : heard) {
        const auto after = std::ranges::upper_bound(own, fix.from, {}, &Deployment::from);
        const Deployment* before = after == own.begin() ? nullptr : &*std::prev(after);
        if (before && (!before->to || fix.from <= *before->to)) continue;
        const Instant until = after == own.end() ? far_future : after->from - tick;
        const Instant to = std::min(until, fix.to + lost_after);
        if (!made.empty() && (!before || made.back().from > *before->to) && fix.from <= until &&
            made.back().to >= fix.from - seconds{1})
            made.back().to = std::max(*made.back().to, to);
        else
            made.push_back({.asset = fix.asset,
                            .from = fix.from,
                            .to = to,
                            .operations = {},
                            .sources = fix.sources(),
                            .note = "heard on a feed",
                            .line = 0});
    }
    own.insert(own.end(), made.begin(), made.end());
    std::ranges::stable_sort(own, {}, &Deployment::from);
    for (std::size_t i = 0; i + 1 < own.size(); ++i)
        if (own[i].to && *own[i].to >= own[i + 1].from) own[i].to = own[i + 1].from - tick;
}

/// Puts together the scenario of one instant.
class Maker {
public:
    Maker(const TrackStore& store, const Scenario& base, const Matching& matching, Instant t,
          const LiveOptions& options)
        : m_store{store},
          m_base{base},
          m_details{base.utc_offset_h},
          m_matching{matching},
          m_t{t},
          m_options{options} {}

    LiveScenario make() {
        Scenario& s = m_made.scenario;
        s = header_of(m_base);
        s.first_heard = static_cast<AssetIndex>(s.assets.size());
        m_first_source = static_cast<SourceIndex>(s.sources.size());
        for (const Source& source : m_options.sources)
            s.sources.push_back(source);
        find_who_counts();
        add_declared();
        for (const Counted& counted : m_others)
            add_other(counted);
        return std::move(m_made);
    }

private:
    struct Counted {
        const FeedTrack* track;
        std::size_t until;
        AssetIndex asset;
    };

    /// Everything but what belongs to assets one by one.
    static Scenario header_of(const Scenario& base) {
        Scenario s = base;
        s.fixes.clear();
        s.deployments.clear();
        s.first_fix = s.first_deployment = {0};
        return s;
    }

    void find_who_counts() {
        for (const FeedTrack& track : m_store.tracks()) {
            if (track.points.empty()) continue;
            const std::size_t until = points_until(track, m_t);
            const AssetIndex declared = m_matching.asset_of(track.who);
            if (declared != no_index) {
                m_declared[declared].push_back({&track, until, declared});
                continue;
            }
            if (!m_options.marked.contains(track.who.id) &&
                !counts_at(track, until, m_options.limits.of(track.who.contact_kind()), m_t)) {
                m_made.silent += until > 0 ? 1 : 0;
                continue;
            }
            m_others.push_back({&track, until, no_index});
        }
        m_all_trail = m_options.trail > seconds{0} && m_others.size() <= m_options.most_trails;
    }

    [[nodiscard]] Fix fix(const Counted& c, std::size_t point, AssetIndex asset) {
        const auto feed =
            std::min<SourceIndex>(c.track->points[point].feed, static_cast<SourceIndex>(m_options.sources.size()) - 1);
        Fix made = fix_of(*c.track, point, m_options.limits.of(c.track->who.contact_kind()), asset,
                          m_first_source + feed, m_details);
        // It counts for some minutes, but what is to come has not been heard.
        if (point + 1 == c.track->points.size()) made.to = std::max(made.from, std::min(made.to, m_t));
        return made;
    }

    void add_declared() {
        Scenario& s = m_made.scenario;
        for (AssetIndex a = 0; a < s.first_heard; ++a) {
            const auto own_fixes = m_base.fixes_of(a);
            const auto own_deployments = m_base.deployments_of(a);
            std::vector<Deployment> deployments{own_deployments.begin(), own_deployments.end()};
            const auto heard_as = m_declared.find(a);
            if (heard_as == m_declared.end()) {
                s.fixes.insert(s.fixes.end(), own_fixes.begin(), own_fixes.end());
            } else {
                std::vector<Fix> heard;
                if (std::ranges::any_of(heard_as->second, [](const Counted& c) { return c.until > 0; }))
                    m_made.declared.push_back(a);
                for (const Counted& c : heard_as->second)
                    for (const std::size_t point : wanted_points(*c.track, c.until, m_options.most_of_track))
                        heard.push_back(fix(c, point, a));
                std::ranges::stable_sort(heard, {}, &Fix::from);
                take_ages(s.assets[a], own_fixes, heard, *heard_as->second.front().track);
                deploy_where_heard(deployments, heard, s.assets[a].lost_after.value_or(seconds{0}));
                std::ranges::merge(own_fixes, heard, std::back_inserter(s.fixes), {}, &Fix::from, &Fix::from);
                for (const Counted& c : heard_as->second)
                    add_trail(c, a);
            }
            s.first_fix.push_back(s.fixes.size());
            s.deployments.insert(s.deployments.end(), deployments.begin(), deployments.end());
            s.first_deployment.push_back(s.deployments.size());
        }
    }

    /// Ages count from the last report: those of feeds grow old sooner than those of newspapers.
    void take_ages(Asset& asset, std::span<const Fix> own, const std::vector<Fix>& heard,
                   const FeedTrack& track) const {
        const auto last_of = [&](const auto& fixes) {
            Instant last = Instant::min();
            for (const Fix& f : fixes)
                if (f.from <= m_t) last = std::max(last, std::min(f.to, m_t));
            return last;
        };
        const Instant last_heard = last_of(heard);
        if (last_heard == Instant::min() || last_of(own) > last_heard) return;
        const AgeLimits& limits = m_options.limits.of(track.who.contact_kind());
        asset.max_gap = limits.max_gap;
        asset.stale_after = limits.stale_after;
        asset.lost_after = limits.lost_after;
        if (asset.path == PathRule::Sea) asset.path = PathRule::GreatCircle; // as fix_of
    }

    void add_other(const Counted& c) {
        Scenario& s = m_made.scenario;
        const auto index = static_cast<AssetIndex>(s.assets.size());
        const Contact& who = c.track->who;
        s.assets.push_back(asset_of(who, m_options.limits.of(who.contact_kind())));
        const bool marked = m_options.marked.contains(who.id);
        for (const std::size_t point : wanted_points(*c.track, c.until, marked ? m_options.most_of_track : 0))
            s.fixes.push_back(fix(c, point, index));
        if (!s.fixes.empty() && s.fixes.back().asset == index)
            for (Deployment& deployment : deployments_of(*c.track, index, s.fixes.back().sources().front()))
                s.deployments.push_back(std::move(deployment));
        s.first_fix.push_back(s.fixes.size());
        s.first_deployment.push_back(s.deployments.size());
        const bool doubted = c.until > 0 && c.track->points[c.until - 1].doubted;
        m_made.marks.push_back({who.official(), who.pleasure, who.distress, doubted});
        if (m_all_trail || marked) add_trail(c, index);
    }

    void add_trail(const Counted& c, AssetIndex asset) {
        if (m_options.trail <= seconds{0}) return;
        Trail trail =
            trail_of(*c.track, c.until, m_options.limits.of(c.track->who.contact_kind()), asset, m_t, m_options.trail);
        if (!trail.lines.empty()) m_made.trails.push_back(std::move(trail));
    }

    const TrackStore& m_store;
    const Scenario& m_base;
    FeedDetails m_details;
    const Matching& m_matching;
    Instant m_t;
    const LiveOptions& m_options;
    LiveScenario m_made;
    SourceIndex m_first_source = 0;
    std::map<AssetIndex, std::vector<Counted>> m_declared;
    std::vector<Counted> m_others;
    bool m_all_trail = false;
};

} // namespace

Matching::Matching(const Scenario& s) {
    for (std::size_t i = 0; i < s.assets.size(); ++i) {
        const Asset& asset = s.assets[i];
        const auto index = static_cast<AssetIndex>(i);
        if (!asset.mmsi.empty()) m_by_key.emplace("mmsi:" + asset.mmsi, index);
        if (!asset.icao.empty()) m_by_key.emplace("icao:" + without_capitals(asset.icao), index);
        if (!asset.uid.empty()) m_by_key.emplace("uid:" + asset.uid, index);
        for (const std::string& alias : asset.aliases)
            m_by_alias.emplace(without_capitals(alias), index);
    }
}

AssetIndex Matching::asset_of(const Contact& who) const {
    const auto find = [](const auto& map, const std::string& key) {
        const auto found = map.find(key);
        return found == map.end() ? no_index : found->second;
    };
    if (!m_by_key.empty()) {
        const bool icao = who.key.starts_with("icao:");
        const AssetIndex found = find(m_by_key, icao ? without_capitals(who.key) : who.key);
        if (found != no_index) return found;
    }
    if (m_by_alias.empty()) return no_index;
    for (const std::string_view known : {who.number(), std::string_view{who.name}, std::string_view{who.callsign}}) {
        if (known.empty()) continue;
        const AssetIndex found = find(m_by_alias, without_capitals(known));
        if (found != no_index) return found;
    }
    return no_index;
}

LiveScenario live_scenario(const TrackStore& store, const Scenario& base, const Matching& matching, Instant t,
                           const LiveOptions& options) {
    return Maker{store, base, matching, t, options}.make();
}

} // namespace assets
