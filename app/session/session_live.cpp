// What a session hears: feeds, the playhead that follows now, and what is made of it elsewhere.
#include "app/base/errors.hpp"
#include "app/feeds/feed_url.hpp"
#include "app/session/session.hpp"

#include <algorithm>

namespace app {

namespace {

using std::chrono::seconds;

auto with_url(std::vector<LiveFeed>& feeds, const std::string& url) {
    return std::find_if(feeds.begin(), feeds.end(), [&](const LiveFeed& f) { return f.url == url; });
}

/// The file of a feed that a scenario names lies in its folder.
std::string on_disk(const std::string& url, const std::filesystem::path& folder) {
    constexpr std::string_view file = "+file:";
    const auto at = url.find(file);
    if (at == std::string::npos) return url;
    const std::filesystem::path path{url.substr(at + file.size())};
    return url.substr(0, at + file.size()) + (folder / path).string();
}

} // namespace

void Session::moved_by_hand() {
    m_follows = false;
    time_changed();
}

void Session::take_declared_feeds() {
    // Those of the scenario before, unless somebody listens to them.
    std::erase_if(m_feeds, [](const LiveFeed& f) { return f.declared && !f.on; });
    for (const auto& declared : m_base->feeds) {
        LiveFeed feed{.url = on_disk(declared.url, m_base->folder),
                      .name = declared.name.empty() ? declared.url : declared.name,
                      .area = declared.area,
                      .types = declared.types,
                      .credit = declared.credit,
                      .terms = declared.terms,
                      .declared = true,
                      .on = false};
        if (const auto known = with_url(m_feeds, feed.url); known != m_feeds.end()) {
            feed.on = known->on;
            *known = feed;
        } else
            m_feeds.push_back(std::move(feed));
    }
    wish_changed();
}

LiveWish Session::live_wish() const {
    LiveWish wish;
    wish.base = m_base;
    if (!m_follows) wish.at = m_time.at();
    wish.limits = m_age_limits;
    wish.marked = m_pinned;
    if (m_selection.kind == "asset") wish.marked.insert(m_selection.id);
    wish.hidden_zones = m_hidden_zones;
    wish.trail = m_trail;
    wish.coverage = layer_shown("coverage");
    return wish;
}

void Session::adopt(LiveNews news) {
    m_news = std::move(news);
    // Before the first report nobody knows of what time a feed is: it may be a replay of last year.
    if (m_news->first) m_time.widen(*m_news->first, m_news->now);
}

void Session::adopt(LivePicture picture) {
    if (!m_live || picture.base != m_base || picture.scenario == nullptr) return;
    m_picture = std::make_shared<const LivePicture>(std::move(picture));
    m_scenario = m_picture->scenario;
    if (m_follows && m_picture->follows) {
        m_time.widen(m_picture->at, m_picture->at);
        m_time.go_to(m_picture->at);
    }
    overlay_changed();
}

void Session::feeds_changed() {
    const bool any = std::any_of(m_feeds.begin(), m_feeds.end(), [](const LiveFeed& f) { return f.on; });
    if (any && !m_live) {
        m_live = m_follows = true;
        m_time.set_playing(false);
        m_time.set_days_per_second(live_days_per_second);
    }
    wish_changed();
}

void Session::on(const AddFeed& c) {
    static_cast<void>(open());
    static_cast<void>(parse_feed_url(c.feed.url)); // says what is wrong with it
    if (with_url(m_feeds, c.feed.url) != m_feeds.end())
        throw UsageError{"the feed " + c.feed.url + " is in the list already"};
    LiveFeed feed = c.feed;
    if (feed.name.empty()) feed.name = feed.url == "-" ? "standard input" : feed.url;
    feed.on = true;
    m_feeds.push_back(std::move(feed));
    feeds_changed();
}

void Session::on(const RemoveFeed& c) {
    const auto feed = with_url(m_feeds, c.url);
    if (feed == m_feeds.end()) throw UsageError{"there is no feed " + c.url};
    m_feeds.erase(feed);
    feeds_changed();
}

void Session::on(const SwitchFeed& c) {
    const auto feed = with_url(m_feeds, c.url);
    if (feed == m_feeds.end()) throw UsageError{"there is no feed " + c.url};
    static_cast<void>(parse_feed_url(c.url));
    feed->on = c.on;
    feeds_changed();
}

void Session::on(const FollowNow&) {
    if (!m_live) throw UsageError{"no feed is listened to: there is no now to follow"};
    m_time.set_playing(false);
    m_follows = true;
    time_changed();
    if (m_news && m_news->first) m_time.go_to(m_news->now);
}

void Session::on(const Pin& c) {
    static_cast<void>(open());
    if (c.on && m_scenario->asset(c.id) == nullptr) throw UsageError{"there is no asset '" + c.id + "'"};
    if (c.on)
        m_pinned.insert(c.id);
    else
        m_pinned.erase(c.id);
    wish_changed();
    overlay_changed();
}

void Session::on(const SetAgeLimits& c) {
    for (const auto& limits : c.limits.of_speaker) {
        if (limits.max_gap < seconds{0} || limits.stale_after < seconds{0} || limits.lost_after < limits.stale_after)
            throw UsageError{"a limit of age is not negative, and nothing is lost before it is stale"};
    }
    m_age_limits = c.limits;
    wish_changed();
}

void Session::on(const SetTrail& c) {
    if (c.length < seconds{0}) throw UsageError{"a trail cannot go into the future"};
    m_trail = c.length;
    time_changed();
}

void Session::on(const Confirm& c) {
    if (c.on)
        m_confirmed.insert(c.id);
    else
        m_confirmed.erase(c.id);
}

void Session::on(const Freeze& c) {
    static_cast<void>(open());
    if (!m_live) throw UsageError{"nothing is heard: there is nothing to freeze"};
    if (c.before <= std::chrono::minutes{0}) throw UsageError{"how many minutes to keep must be more than 0"};
    m_follows = false;
    m_time.set_playing(false);
    m_time.go_to(shown_at());
    time_changed();
    FreezeWish wish;
    wish.folder = c.folder;
    wish.at = shown_at();
    wish.title = c.title;
    wish.credit = c.credit;
    wish.before = c.before;
    wish.confirmed = m_confirmed;
    wish.hidden_zones = m_hidden_zones;
    wish.limits = m_age_limits;
    wish.base = m_base;
    const auto centre = middle();
    wish.centre_lon = centre.lon();
    wish.centre_lat = centre.lat();
    m_freeze = std::move(wish);
}

} // namespace app
