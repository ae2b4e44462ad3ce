#pragma once

#include "app/live/live.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace app {

/// What is listened to, and what was heard: the session's side of a LiveWorker. Functions that cannot do what is asked
/// throw UsageError and leave all as it was.
class LiveState {
public:
    /// Feeds of the scenario and of the user, on or not.
    [[nodiscard]] const std::vector<LiveFeed>& feeds() const noexcept { return m_feeds; }
    /// A feed is on, or was: pictures are made by a LiveWorker.
    [[nodiscard]] bool is_live() const noexcept { return m_live; }
    [[nodiscard]] const std::optional<LiveStatus>& status() const noexcept { return m_status; }
    /// The newest picture; null while nothing is heard.
    [[nodiscard]] const std::shared_ptr<const LiveSnapshot>& picture() const noexcept { return m_picture; }
    [[nodiscard]] const std::set<std::string>& pinned() const noexcept { return m_pinned; }
    [[nodiscard]] const std::set<std::string>& confirmed() const noexcept { return m_confirmed; }
    [[nodiscard]] const assets::AgeLimitsByClass& age_limits() const noexcept { return m_age_limits; }
    [[nodiscard]] std::chrono::seconds trail() const noexcept { return m_trail; }

    /// The feeds that a scenario declares, in place of those of the scenario before that nobody listens to.
    void take_declared(const assets::Scenario&);
    void add(LiveFeed);
    void remove(const std::string& url);
    void set_on(const std::string& url, bool on);
    void require_live(const char* otherwise) const; ///< throws UsageError with this sentence

    void update(LiveStatus status) { m_status = std::move(status); }
    void see(LiveSnapshot picture) { m_picture = std::make_shared<const LiveSnapshot>(std::move(picture)); }
    void forget_picture() noexcept { m_picture.reset(); }

    void pin(const std::string& id, bool on);
    void confirm(const std::string& id, bool on);
    void set_age_limits(const assets::AgeLimitsByClass&);
    void set_trail(std::chrono::seconds);

    /// Asks for a folder to be written; one at a time. `number`: of the command, until the folder is written.
    void freeze(FreezeRequest, unsigned number);
    [[nodiscard]] std::optional<FreezeRequest> take_freeze_request() { return std::exchange(m_freeze, std::nullopt); }
    [[nodiscard]] unsigned frozen() noexcept { return std::exchange(m_freezing, 0U); } ///< it is; returns the number

private:
    void feeds_changed();

    std::vector<LiveFeed> m_feeds;
    bool m_live = false;
    std::optional<LiveStatus> m_status;
    std::shared_ptr<const LiveSnapshot> m_picture;
    assets::AgeLimitsByClass m_age_limits;
    std::set<std::string> m_pinned, m_confirmed;
    std::chrono::seconds m_trail{0};
    std::optional<FreezeRequest> m_freeze; ///< not yet taken
    unsigned m_freezing = 0;               ///< number of the command whose folder is not yet written; 0: none
};

} // namespace app
