#pragma once

#include "app/live/live.hpp"
#include "render/map/figure.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace app {

/// The session's side of a LiveWorker: the list of feeds, the newest live snapshot, and what the user has set for
/// contacts. Functions that throw UsageError have changed nothing.
class LiveState {
public:
    /// The feeds of the scenario and of the user, switched on or off.
    [[nodiscard]] const std::vector<LiveFeed>& feeds() const noexcept { return m_feeds; }
    /// True once a feed has been switched on; a LiveWorker then makes the snapshots, also after all feeds are off.
    [[nodiscard]] bool is_live() const noexcept { return m_listening; }
    [[nodiscard]] const std::optional<LiveStatus>& status() const noexcept { return m_status; }
    /// The newest snapshot of a LiveWorker; null before there is one.
    [[nodiscard]] const std::shared_ptr<const LiveSnapshot>& snapshot() const noexcept { return m_snapshot; }
    [[nodiscard]] const std::set<std::string>& pinned() const noexcept { return m_pinned; }
    [[nodiscard]] const std::set<std::string>& confirmed() const noexcept { return m_confirmed; }
    /// What contacts are watched for: the rules of the scenario, then those of the user.
    [[nodiscard]] std::vector<assets::AlertRule> alert_rules() const;
    [[nodiscard]] const std::vector<assets::AlertRule>& own_alert_rules() const noexcept { return m_own_rules; }
    [[nodiscard]] const assets::AgeLimitsByKind& age_limits() const noexcept { return m_age_limits; }
    [[nodiscard]] std::chrono::seconds trail() const noexcept { return m_trail; }
    [[nodiscard]] const render::Figure::Targets& targets() const noexcept { return m_targets; }

    /// Takes over the alerts that a scenario declares.
    void set_declared_alerts(const assets::Scenario& scenario) { m_declared_rules = scenario.alerts; }
    void add_alert(assets::AlertRule, const assets::Scenario&);
    void remove_alert(const std::string& id); ///< only one that the user has added

    /// Lists the feeds that a scenario declares. Declared feeds of the previous scenario stay only if they are on.
    void set_declared_feeds(const assets::Scenario&);
    void add(LiveFeed);
    void remove(const std::string& url);
    void set_on(const std::string& url, bool on);
    /// Switches all feeds off and forgets what they sent. Whether one was on.
    bool end_listening();
    void require_live(const char* message) const; ///< throws UsageError{message} unless is_live()

    void set_status(LiveStatus status) { m_status = std::move(status); }
    void set_snapshot(LiveSnapshot snapshot) { m_snapshot = std::make_shared<const LiveSnapshot>(std::move(snapshot)); }
    void forget_snapshot() noexcept { m_snapshot.reset(); }

    void pin(const std::string& id, bool on);
    void confirm(const std::string& id, bool on);
    void set_age_limits(const assets::AgeLimitsByKind&);
    void set_trail(std::chrono::seconds);
    void set_targets(bool by_flag, std::chrono::minutes speed_vector);

    void record(std::string base) { m_record_request = std::move(base); }
    [[nodiscard]] std::optional<std::string> take_record_request() {
        return std::exchange(m_record_request, std::nullopt);
    }
    /// Messages that would be lost if the program ended now: see LiveStatus::unkept.
    [[nodiscard]] std::uint64_t unkept() const noexcept { return m_status ? m_status->unkept : 0; }

    /// Requests a freeze, whose command has this number. Throws UsageError while an earlier freeze is being written.
    void freeze(FreezeRequest, unsigned number);
    [[nodiscard]] std::optional<FreezeRequest> take_freeze_request() {
        return std::exchange(m_freeze_request, std::nullopt);
    }
    /// Ends the freeze that is being written. Returns the number of its command.
    [[nodiscard]] unsigned take_freezing_number() noexcept { return std::exchange(m_freezing_number, 0U); }

private:
    void update_listening();

    std::vector<LiveFeed> m_feeds;
    std::vector<assets::AlertRule> m_declared_rules, m_own_rules;
    bool m_listening = false;
    std::optional<LiveStatus> m_status;
    std::shared_ptr<const LiveSnapshot> m_snapshot;
    assets::AgeLimitsByKind m_age_limits;
    std::set<std::string> m_pinned, m_confirmed;
    std::chrono::seconds m_trail{0};
    render::Figure::Targets m_targets{.on = true};
    std::optional<std::string> m_record_request;   ///< requested but not yet taken
    std::optional<FreezeRequest> m_freeze_request; ///< requested but not yet taken
    unsigned m_freezing_number = 0;                ///< of the command whose folder is being written; 0: none
};

} // namespace app
