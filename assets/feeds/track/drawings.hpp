#pragma once

#include "assets/feeds/feed_message.hpp"
#include "assets/model/scenario.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace assets {

/// The drawings, routes and alerts that senders share: zones and events of the scenarios that are made of feeds. Their
/// number is bounded. Not thread-safe.
class FeedDrawings {
public:
    static constexpr std::size_t most_drawings = 5'000, most_points = 1'000'000, most_alerts = 5'000;

    /// Takes a message with an outline or an alert. A newer outline of the same sender replaces the one before. Returns
    /// false when there are too many.
    bool take(const FeedMessage&, std::uint8_t feed);
    /// Adds a zone for each outline and an event for each alert. The sources of feeds begin at `first_source`; there
    /// are `sources` of them, at least one.
    void add_to(Scenario&, SourceIndex first_source, std::size_t sources) const;
    [[nodiscard]] bool empty() const noexcept { return m_drawings.empty() && m_alerts.empty(); }

private:
    struct Drawing {
        std::string name, sender;
        Instant from{};
        std::optional<Instant> until; ///< empty: the sender does not say
        std::optional<geo::LonLat> centre;
        std::shared_ptr<const FeedOutline> outline;
        std::uint8_t feed = 0;
    };
    struct Alert {
        std::string title;
        Instant from{}, to{};
        std::optional<geo::LonLat> at;
        bool over = false;
        std::uint8_t feed = 0;
    };
    bool take_alert(const FeedMessage&, std::uint8_t feed);

    std::vector<Drawing> m_drawings; ///< in the order of their first messages
    std::vector<Alert> m_alerts;
    std::unordered_map<std::string, std::size_t> m_drawing_of; ///< by FeedMessage::key
    std::unordered_map<std::string, std::size_t> m_alert_of;   ///< the newest of each sender
    std::size_t m_points = 0;
};

} // namespace assets
