#include "app/session/live/live_state.hpp"

#include "app/base/errors.hpp"
#include "app/feeds/feed_url.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>

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

void set_member(std::set<std::string>& ids, const std::string& id, bool on) {
    if (on)
        ids.insert(id);
    else
        ids.erase(id);
}

} // namespace

void LiveState::take_declared(const assets::Scenario& scenario) {
    std::erase_if(m_feeds, [](const LiveFeed& f) { return f.declared && !f.on; });
    for (const auto& declared : scenario.feeds) {
        LiveFeed feed{.url = on_disk(declared.url, scenario.folder),
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
}

void LiveState::feeds_changed() {
    if (std::any_of(m_feeds.begin(), m_feeds.end(), [](const LiveFeed& f) { return f.on; })) m_live = true;
}

void LiveState::add(LiveFeed feed) {
    static_cast<void>(parse_feed_url(feed.url)); // says what is wrong with it
    if (with_url(m_feeds, feed.url) != m_feeds.end())
        throw UsageError{"the feed " + feed.url + " is in the list already"};
    if (feed.name.empty()) feed.name = feed.url == "-" ? "standard input" : feed.url;
    feed.on = true;
    m_feeds.push_back(std::move(feed));
    feeds_changed();
}

void LiveState::remove(const std::string& url) {
    const auto feed = with_url(m_feeds, url);
    if (feed == m_feeds.end()) throw UsageError{"there is no feed " + url};
    m_feeds.erase(feed);
}

void LiveState::set_on(const std::string& url, bool on) {
    const auto feed = with_url(m_feeds, url);
    if (feed == m_feeds.end()) throw UsageError{"there is no feed " + url};
    static_cast<void>(parse_feed_url(url));
    feed->on = on;
    feeds_changed();
}

void LiveState::require_live(const char* otherwise) const {
    if (!m_live) throw UsageError{otherwise};
}

void LiveState::pin(const std::string& id, bool on) {
    set_member(m_pinned, id, on);
}

void LiveState::confirm(const std::string& id, bool on) {
    set_member(m_confirmed, id, on);
}

void LiveState::set_age_limits(const assets::AgeLimitsByClass& all) {
    for (const auto& limits : all.of_speaker) {
        if (limits.max_gap < seconds{0} || limits.stale_after < seconds{0} || limits.lost_after < limits.stale_after)
            throw UsageError{"a limit of age is not negative, and nothing is lost before it is stale"};
    }
    m_age_limits = all;
}

void LiveState::set_trail(seconds length) {
    if (length < seconds{0}) throw UsageError{"a trail cannot go into the future"};
    m_trail = length;
}

void LiveState::freeze(FreezeRequest request, unsigned number) {
    if (m_freezing != 0) throw UsageError{"the last freeze is still being written"};
    m_freeze = std::move(request);
    m_freezing = number;
}

} // namespace app
