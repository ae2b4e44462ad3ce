#include "assets/feeds/track/live_scenario.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>

namespace assets {

using std::chrono::seconds;

namespace {

std::string lower_case(std::string_view text) {
    std::string out{text};
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

/// The number of points at or before `t`.
std::size_t count_past_points(const FeedTrack& track, Instant t) {
    const auto later = std::ranges::upper_bound(track.points, t, {}, &TrackPoint::time);
    return static_cast<std::size_t>(later - track.points.begin());
}

/// Whether the contact has points at or before `t`, `past_points` in number, and is not lost at `t`.
bool is_current(const FeedTrack& track, std::size_t past_points, const AgeLimits& limits, Instant t) {
    if (past_points == 0) return false;
    const TrackPoint& last = track.points[past_points - 1];
    if (last.ends) return t == last.time;
    if (t - std::max(last.until, last.time + limits.holds) <= limits.lost_after) return true;
    return past_points < track.points.size() && track.points[past_points].time - last.time <= limits.max_gap;
}

/// Indices of the points that a track needs: the neighbours of the instant, and about `most` of the others.
std::vector<std::size_t> needed_points(const FeedTrack& track, std::size_t past_points, std::size_t most) {
    std::vector<std::size_t> needed;
    const std::size_t all = track.points.size();
    const std::size_t step = most == 0 ? 0 : (all + most - 1) / most;
    const auto beside = [&](std::size_t i) {
        return i + 1 == past_points || i == past_points;
    };
    if (step == 0) {
        for (std::size_t i = past_points == 0 ? 0 : past_points - 1; i < std::min(all, past_points + 1); ++i)
            needed.push_back(i);
        return needed;
    }
    for (std::size_t i = 0; i < all; ++i)
        if (i % step == 0 || i + 1 == all || beside(i)) needed.push_back(i);
    return needed;
}

Trail trail_of(const FeedTrack& track, std::size_t past_points, const AgeLimits& limits, AssetIndex asset, Instant t,
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
    for (auto i = static_cast<std::size_t>(first - track.points.begin()); i < past_points; ++i) {
        const TrackPoint& point = track.points[i];
        if (last && point.time - last->time > limits.max_gap) end_line();
        line.push_back({point.at, point.time});
        last = &point;
    }
    end_line();
    return trail;
}

/// Adds deployments for the periods in which an asset has feed fixes but no deployment.
void add_deployments(std::vector<Deployment>& own, const std::vector<Fix>& feed_fixes, seconds lost_after) {
    if (own.empty()) return; // without deployments an asset exists from its first fix on
    std::vector<Deployment> made;
    for (const Fix& fix : feed_fixes) {
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
                            .utc_offset_h = fix.utc_offset_h(),
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

/// Builds the scenario of one instant.
class Builder {
public:
    Builder(const TrackStore& store, const Scenario& base, const ContactMatcher& matcher, Instant t,
            const LiveOptions& options)
        : m_store{store}, m_base{base}, m_details{base.utc_offset_h}, m_matcher{matcher}, m_t{t}, m_options{options} {}

    LiveScenario make() {
        Scenario& s = m_made.scenario;
        s = header_of(m_base);
        s.first_feed_asset = static_cast<AssetIndex>(s.assets.size());
        m_first_source = static_cast<SourceIndex>(s.sources.size());
        for (const Source& source : m_options.sources)
            s.sources.push_back(source);
        select_contacts();
        sort_silent();
        m_made.targets.resize(s.assets.size());
        add_declared();
        for (const Selected& selected : m_undeclared)
            add_undeclared(selected);
        m_store.drawings().add_to(s, m_first_source, m_options.sources.size());
        return std::move(m_made);
    }

private:
    struct Selected {
        const FeedTrack* track;
        std::size_t past_points; ///< count_past_points(*track, m_t)
        AssetIndex asset;
    };

    /// Copies the base without its fixes and deployments.
    static Scenario header_of(const Scenario& base) {
        Scenario s = base;
        s.fixes.clear();
        s.deployments.clear();
        s.first_fix = s.first_deployment = {0};
        return s;
    }

    void select_contacts() {
        for (const FeedTrack& track : m_store.tracks()) {
            if (track.points.empty()) continue;
            const std::size_t past_points = count_past_points(track, m_t);
            const AssetIndex declared = m_matcher.asset_of(track.contact);
            if (declared != no_index) {
                m_declared[declared].push_back({&track, past_points, declared});
                continue;
            }
            if (!m_options.marked.contains(track.contact.id) &&
                !is_current(track, past_points, m_options.limits.of(track.contact.kind()), m_t)) {
                if (past_points > 0) add_silent(track, past_points);
                continue;
            }
            m_undeclared.push_back({&track, past_points, no_index});
        }
        m_trails_for_all = m_options.trail > seconds{0} && m_undeclared.size() <= m_options.most_trails;
    }

    void add_silent(const FeedTrack& track, std::size_t past_points) {
        ++m_made.silent_count;
        const TrackPoint& last = track.points[past_points - 1];
        m_made.silent_contacts.push_back(
            {track.contact.id, track.contact.shown_name(), last.time, last.at, track.contact.vessel_class()});
    }

    /// Keeps the contacts that went silent last.
    void sort_silent() {
        constexpr std::size_t most = 500;
        auto& all = m_made.silent_contacts;
        std::ranges::stable_sort(all, std::greater{}, &Silent::heard);
        if (all.size() > most) all.erase(all.begin() + most, all.end());
    }

    [[nodiscard]] Target target_of(const Selected& c) const {
        Target target;
        const Contact& contact = c.track->contact;
        if (c.past_points == 0 || contact.kind() != ContactKind::Ship) return target;
        constexpr float still_kn = 0.5F;
        const TrackPoint& last = c.track->points[c.past_points - 1];
        const AgeLimits& limits = m_options.limits.of(ContactKind::Ship);
        target.is_target = true;
        target.of_class = contact.vessel_class();
        target.heading_deg = last.heading_deg;
        const bool lies = last.activity == Activity::AtAnchor || last.activity == Activity::InPort;
        target.stopped = last.speed_kn < still_kn || (std::isnan(last.speed_kn) && lies);
        target.silent = m_t - std::max(last.until, last.time + limits.holds) > limits.stale_after;
        target.named_first = contact.official();
        target.last = last.at;
        return target;
    }

    void add_card(const Selected& c, const std::string& id) {
        ContactCard card{id, c.track->contact, {}, 0};
        if (c.past_points > 0) {
            const TrackPoint& last = c.track->points[c.past_points - 1];
            if (!std::isnan(last.heading_deg)) card.heading_deg = last.heading_deg;
            card.feed = last.feed;
        }
        m_made.cards.push_back(std::move(card));
    }

    [[nodiscard]] Fix fix(const Selected& c, std::size_t point, AssetIndex asset) {
        const auto feed =
            std::min<SourceIndex>(c.track->points[point].feed, static_cast<SourceIndex>(m_options.sources.size()) - 1);
        Fix made = fix_of(*c.track, point, m_options.limits.of(c.track->contact.kind()), asset, m_first_source + feed,
                          m_details);
        // The newest fix may hold for some minutes, but it must not reach beyond the instant that is shown.
        if (point + 1 == c.track->points.size()) end_at(made, m_t);
        return made;
    }

    void add_declared() {
        Scenario& s = m_made.scenario;
        for (AssetIndex a = 0; a < s.first_feed_asset; ++a) {
            const auto own_fixes = m_base.fixes_of(a);
            const auto own_deployments = m_base.deployments_of(a);
            std::vector<Deployment> deployments{own_deployments.begin(), own_deployments.end()};
            const auto contacts = m_declared.find(a);
            if (contacts == m_declared.end()) {
                s.fixes.insert(s.fixes.end(), own_fixes.begin(), own_fixes.end());
            } else {
                std::vector<Fix> feed_fixes;
                if (std::ranges::any_of(contacts->second, [](const Selected& c) { return c.past_points > 0; }))
                    m_made.declared.push_back(a);
                for (const Selected& c : contacts->second)
                    for (const std::size_t point : needed_points(*c.track, c.past_points, m_options.most_of_track))
                        feed_fixes.push_back(fix(c, point, a));
                std::ranges::stable_sort(feed_fixes, {}, &Fix::from);
                apply_age_limits(s.assets[a], own_fixes, feed_fixes, *contacts->second.front().track);
                add_deployments(deployments, feed_fixes, s.assets[a].lost_after.value_or(seconds{0}));
                std::ranges::merge(own_fixes, feed_fixes, std::back_inserter(s.fixes), {}, &Fix::from, &Fix::from);
                for (const Selected& c : contacts->second) {
                    add_trail(c, a);
                    if (Target target = target_of(c); target.is_target) {
                        target.named_first = true; // the scenario's assets are the watch list
                        m_made.targets[a] = target;
                    }
                    if (m_options.marked.contains(s.assets[a].id)) add_card(c, s.assets[a].id);
                }
            }
            s.first_fix.push_back(s.fixes.size());
            s.deployments.insert(s.deployments.end(), deployments.begin(), deployments.end());
            s.first_deployment.push_back(s.deployments.size());
        }
    }

    /// If the last fix before the instant comes from a feed, the age limits of feeds apply, because feed fixes age
    /// sooner than others.
    void apply_age_limits(Asset& asset, std::span<const Fix> own, const std::vector<Fix>& feed_fixes,
                          const FeedTrack& track) const {
        const auto last_of = [&](const auto& fixes) {
            Instant last = Instant::min();
            for (const Fix& f : fixes)
                if (f.from <= m_t) last = std::max(last, std::min(f.to, m_t));
            return last;
        };
        const Instant last_feed_fix = last_of(feed_fixes);
        if (last_feed_fix == Instant::min() || last_of(own) > last_feed_fix) return;
        const AgeLimits& limits = m_options.limits.of(track.contact.kind());
        asset.max_gap = limits.max_gap;
        asset.stale_after = limits.stale_after;
        asset.lost_after = limits.lost_after;
        if (asset.path == PathRule::Sea) asset.path = PathRule::GreatCircle; // as in asset_of()
    }

    void add_undeclared(const Selected& c) {
        Scenario& s = m_made.scenario;
        const auto index = static_cast<AssetIndex>(s.assets.size());
        const Contact& contact = c.track->contact;
        s.assets.push_back(asset_of(contact, m_options.limits.of(contact.kind())));
        const bool marked = m_options.marked.contains(contact.id);
        for (const std::size_t point : needed_points(*c.track, c.past_points, marked ? m_options.most_of_track : 0))
            s.fixes.push_back(fix(c, point, index));
        if (!s.fixes.empty() && s.fixes.back().asset == index)
            for (Deployment& deployment : deployments_of(*c.track, index, s.fixes.back().sources().front())) {
                deployment.utc_offset_h = s.fixes.back().utc_offset_h();
                s.deployments.push_back(std::move(deployment));
            }
        s.first_fix.push_back(s.fixes.size());
        s.first_deployment.push_back(s.deployments.size());
        m_made.targets.push_back(target_of(c));
        if (marked) add_card(c, contact.id);
        const bool doubted = c.past_points > 0 && c.track->points[c.past_points - 1].doubted;
        m_made.marks.push_back({contact.official(), contact.pleasure, contact.distress, doubted});
        if (m_trails_for_all || marked) add_trail(c, index);
    }

    void add_trail(const Selected& c, AssetIndex asset) {
        const bool marked = m_options.marked.contains(m_made.scenario.assets[asset].id);
        const seconds length = marked ? std::max(m_options.trail, m_options.marked_trail) : m_options.trail;
        if (length <= seconds{0}) return;
        Trail trail =
            trail_of(*c.track, c.past_points, m_options.limits.of(c.track->contact.kind()), asset, m_t, length);
        if (!trail.lines.empty()) m_made.trails.push_back(std::move(trail));
    }

    const TrackStore& m_store;
    const Scenario& m_base;
    FeedDetails m_details;
    const ContactMatcher& m_matcher;
    Instant m_t;
    const LiveOptions& m_options;
    LiveScenario m_made;
    SourceIndex m_first_source = 0;
    std::map<AssetIndex, std::vector<Selected>> m_declared;
    std::vector<Selected> m_undeclared;
    bool m_trails_for_all = false;
};

} // namespace

ContactMatcher::ContactMatcher(const Scenario& s) {
    for (std::size_t i = 0; i < s.assets.size(); ++i) {
        const Asset& asset = s.assets[i];
        const auto index = static_cast<AssetIndex>(i);
        if (!asset.mmsi.empty()) m_by_key.emplace("mmsi:" + asset.mmsi, index);
        if (!asset.icao.empty()) m_by_key.emplace("icao:" + lower_case(asset.icao), index);
        if (!asset.uid.empty()) m_by_key.emplace("uid:" + asset.uid, index);
        for (const std::string& alias : asset.aliases)
            m_by_alias.emplace(lower_case(alias), index);
    }
}

AssetIndex ContactMatcher::asset_of(const Contact& contact) const {
    const auto find = [](const auto& map, const std::string& key) {
        const auto found = map.find(key);
        return found == map.end() ? no_index : found->second;
    };
    if (!m_by_key.empty()) {
        const bool icao = contact.key.starts_with("icao:");
        const AssetIndex found = find(m_by_key, icao ? lower_case(contact.key) : contact.key);
        if (found != no_index) return found;
    }
    if (m_by_alias.empty()) return no_index;
    for (const std::string_view known :
         {contact.number(), std::string_view{contact.name}, std::string_view{contact.callsign}}) {
        if (known.empty()) continue;
        const AssetIndex found = find(m_by_alias, lower_case(known));
        if (found != no_index) return found;
    }
    return no_index;
}

LiveScenario live_scenario(const TrackStore& store, const Scenario& base, const ContactMatcher& matcher, Instant t,
                           const LiveOptions& options) {
    return Builder{store, base, matcher, t, options}.make();
}

} // namespace assets
