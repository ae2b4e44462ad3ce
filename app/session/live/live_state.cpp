#include "app/session/live/live_state.hpp"

#include "app/base/errors.hpp"
#include "app/feeds/feed_url.hpp"
#include "assets/model/names.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <variant>

namespace app {

namespace {

using std::chrono::seconds;

auto find_feed(std::vector<LiveFeed>& feeds, const std::string& url) {
    return std::find_if(feeds.begin(), feeds.end(), [&](const LiveFeed& f) { return f.url == url; });
}

/// Completes the path of a +file: URL, which a scenario gives relative to its folder.
std::string resolve_file_url(const std::string& url, const std::filesystem::path& folder) {
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

void LiveState::set_declared_feeds(const assets::Scenario& scenario) {
    std::erase_if(m_feeds, [](const LiveFeed& f) { return f.declared && !f.on; });
    for (const auto& declared : scenario.feeds) {
        LiveFeed feed{.url = resolve_file_url(declared.url, scenario.folder),
                      .name = declared.name.empty() ? declared.url : declared.name,
                      .area = declared.area,
                      .types = declared.types,
                      .credit = declared.credit,
                      .terms = declared.terms,
                      .declared = true,
                      .on = false};
        if (const auto known = find_feed(m_feeds, feed.url); known != m_feeds.end()) {
            feed.on = known->on;
            *known = feed;
        } else
            m_feeds.push_back(std::move(feed));
    }
}

void LiveState::update_listening() {
    if (std::any_of(m_feeds.begin(), m_feeds.end(), [](const LiveFeed& f) { return f.on; })) m_listening = true;
}

void LiveState::add(LiveFeed feed) {
    static_cast<void>(parse_feed_url(feed.url)); // throws for a bad URL
    if (find_feed(m_feeds, feed.url) != m_feeds.end())
        throw UsageError{"the feed " + feed.url + " is already in the list"};
    if (feed.name.empty()) feed.name = feed.url == "-" ? "standard input" : feed.url;
    feed.on = true;
    m_feeds.push_back(std::move(feed));
    update_listening();
}

void LiveState::remove(const std::string& url) {
    const auto feed = find_feed(m_feeds, url);
    if (feed == m_feeds.end()) throw UsageError{"there is no feed " + url};
    m_feeds.erase(feed);
}

void LiveState::set_on(const std::string& url, bool on) {
    const auto feed = find_feed(m_feeds, url);
    if (feed == m_feeds.end()) throw UsageError{"there is no feed " + url};
    static_cast<void>(parse_feed_url(url));
    feed->on = on;
    update_listening();
}

bool LiveState::end_listening() {
    bool was_on = false;
    for (LiveFeed& feed : m_feeds)
        was_on = std::exchange(feed.on, false) || was_on;
    m_listening = false;
    m_status.reset();
    m_snapshot.reset();
    return was_on;
}

void LiveState::require_live(const char* message) const {
    if (!m_listening) throw UsageError{message};
}

std::vector<assets::AlertRule> LiveState::alert_rules() const {
    auto all = m_declared_rules;
    all.insert(all.end(), m_own_rules.begin(), m_own_rules.end());
    return all;
}

void LiveState::add_alert(assets::AlertRule rule, const assets::Scenario& scenario) {
    if (assets::needs_zone(rule.when)) {
        const assets::Zone* zone = scenario.zone(rule.zone);
        if (zone == nullptr) throw UsageError{"there is no zone '" + rule.zone + "'; choose one of the scenario"};
        if (std::holds_alternative<assets::LineShape>(zone->shape) && rule.when != assets::AlertWhen::Crosses)
            throw UsageError{"'" + rule.zone + "' is a line: contacts cross it"};
    } else
        rule.zone.clear();
    if (rule.when != assets::AlertWhen::Silent) rule.minutes = 0;
    if (rule.when == assets::AlertWhen::Silent && !(rule.minutes >= 1 && rule.minutes <= 7.0 * 24 * 60))
        throw UsageError{"the minutes of silence must be from 1 to 10080"};
    const auto all = alert_rules();
    for (const assets::AlertRule& other : all)
        if (other.when == rule.when && other.zone == rule.zone && other.who == rule.who &&
            other.minutes == rule.minutes)
            throw UsageError{"the alert '" + other.id + "' already says so"};
    // The id names the events of the alert.
    const std::string plain =
        std::string{assets::name_of(rule.when)} + (rule.zone.empty() ? std::string{} : "-" + rule.zone);
    rule.id = plain;
    for (int number = 2; std::any_of(all.begin(), all.end(), [&](const auto& r) { return r.id == rule.id; }); ++number)
        rule.id = plain + "-" + std::to_string(number);
    m_own_rules.push_back(std::move(rule));
}

void LiveState::remove_alert(const std::string& id) {
    const auto found =
        std::find_if(m_own_rules.begin(), m_own_rules.end(), [&](const auto& rule) { return rule.id == id; });
    if (found == m_own_rules.end())
        throw UsageError{"the alert '" + id + "' stands in scenario.toml; take it out of that file"};
    m_own_rules.erase(found);
}

void LiveState::pin(const std::string& id, bool on) {
    set_member(m_pinned, id, on);
}

void LiveState::confirm(const std::string& id, bool on) {
    set_member(m_confirmed, id, on);
}

void LiveState::set_age_limits(const assets::AgeLimitsByKind& all) {
    for (const auto& limits : all.by_kind) {
        if (limits.max_gap < seconds{0} || limits.stale_after < seconds{0} || limits.lost_after < limits.stale_after)
            throw UsageError{"an age limit cannot be negative, and a contact cannot be lost before it is stale"};
    }
    m_age_limits = all;
}

void LiveState::set_trail(seconds length) {
    if (length < seconds{0}) throw UsageError{"the length of a trail cannot be negative"};
    m_trail = length;
}

void LiveState::set_targets(bool by_flag, std::chrono::minutes speed_vector) {
    if (speed_vector < std::chrono::minutes{0} || speed_vector > std::chrono::hours{24})
        throw UsageError{"the length of speed vectors must be from 0 to 1440 minutes"};
    m_targets.by_flag = by_flag;
    m_targets.speed_vector = speed_vector;
}

void LiveState::freeze(FreezeRequest request, unsigned number) {
    if (m_freezing_number != 0) throw UsageError{"the last freeze is still being written; try again in a moment"};
    m_freeze_request = std::move(request);
    m_freezing_number = number;
}

} // namespace app
