#pragma once

#include "assets/feeds/track/live_scenario.hpp"
#include "assets/model/declared/alert.hpp"
#include "geo/earth/shape.hpp"

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <queue>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace app {

/// An alert that a contact has raised.
struct Alert {
    std::uint64_t number = 0; ///< from 1, in the order in which alerts were raised
    std::string rule;         ///< AlertRule::id
    assets::AlertWhen when{};
    std::string contact;  ///< Contact::id
    std::string asset;    ///< id of the scenario's asset that the contact belongs to; else the contact's id
    std::string title;    ///< "HMCS VANCOUVER entered Patrol area"
    assets::Instant at{}; ///< time of the message; for Silent, when the silence became too long
    geo::LonLat where = geo::lonlat(0, 0);
    bool doubted = false;  ///< the decoder doubts the position
    std::uint8_t feed = 0; ///< TrackPoint::feed
};

/// Alerts that are no longer kept, because there were too many.
struct ForgottenAlerts {
    std::size_t count = 0;
    assets::Instant until = assets::Instant::min(); ///< time of the newest of them; only with a count
};

/// Watches the messages of feeds for what AlertRules describe. A contact enters or leaves a zone, or crosses a line,
/// between two of its positions: the first position of a contact raises only `first_heard`. Messages older than the
/// contact's newest position raise nothing. Not thread-safe.
class AlertWatch {
public:
    /// `most_kept`: how many alerts are kept, at least 1; older ones are only counted.
    explicit AlertWatch(std::size_t most_kept = usual_most_kept) : m_most_kept{most_kept} {}

    /// Replaces the rules. Positions heard before are kept: a new rule knows where each contact was last. Rules whose
    /// zone the scenario does not have never raise an alert.
    void set_rules(std::vector<assets::AlertRule>, std::shared_ptr<const assets::Scenario>);
    /// Takes in a message of a contact that TrackStore::take() has already seen. `asset`: the scenario's asset that the
    /// contact belongs to, or no_index.
    void take(const assets::FeedMessage&, const assets::Contact&, assets::AssetIndex asset, std::uint8_t feed);
    /// Raises the alerts of contacts that are silent by this time. Time never goes back.
    void advance(assets::Instant now);

    /// The alerts that are kept, in the order in which they were raised.
    [[nodiscard]] const std::deque<Alert>& raised() const noexcept { return m_raised; }
    /// The newest of them, at most `most_listed`: those that the window lists.
    [[nodiscard]] std::deque<Alert> listed() const;
    [[nodiscard]] const ForgottenAlerts& forgotten() const noexcept { return m_forgotten; }
    [[nodiscard]] std::uint64_t count() const noexcept { return m_count; } ///< of all alerts so far
    static constexpr std::size_t most_listed = 2'000;
    static constexpr std::size_t usual_most_kept = 100'000; ///< about 30 MB

private:
    struct Place {
        std::vector<geo::Polygon> polygons;
        std::vector<geo::Polyline> lines;
        std::optional<assets::CircleShape> circle;
        double west = 0, south = 0, east = 0, north = 0; ///< around all; longitudes are continuous
        std::string name;
        [[nodiscard]] bool holds(geo::LonLat) const;
        [[nodiscard]] bool crossed(geo::LonLat from, geo::LonLat to) const;
    };
    struct Known {
        std::string id, asset, name, number;
        std::optional<geo::LonLat> at;
        assets::Instant at_time = assets::Instant::min(); ///< of `at`
        assets::Instant heard = assets::Instant::min();   ///< time of the newest message
        std::uint8_t feed = 0;
        std::vector<char> waits{}; ///< by rule: whether the contact has a Deadline
    };
    struct Rule {
        assets::AlertRule rule;
        std::optional<Place> place; ///< none: the rule needs none, or the scenario has no such zone
        [[nodiscard]] bool watches(const Known&) const;
    };
    /// When a contact may have been silent for too long: it has, unless it was heard meanwhile.
    struct Deadline {
        assets::Instant at;
        std::string key; ///< of the contact
        std::size_t rule;
        [[nodiscard]] friend bool operator>(const Deadline& a, const Deadline& b) {
            return std::tie(a.at, a.key, a.rule) > std::tie(b.at, b.key, b.rule);
        }
    };

    [[nodiscard]] static std::optional<Place> place_of(const std::string& zone, const assets::Scenario&);
    void check_move(const Rule&, const Known&, geo::LonLat to, assets::Instant, bool doubted);
    void raise(const Rule&, const Known&, assets::Instant, geo::LonLat, bool doubted, const std::string& what);
    void set_deadlines(const std::string& key, Known&);

    std::vector<Rule> m_rules;
    std::shared_ptr<const assets::Scenario> m_scenario;
    std::unordered_map<std::string, Known> m_known; ///< by FeedMessage::key; never iterated in an order that matters
    std::priority_queue<Deadline, std::vector<Deadline>, std::greater<>> m_deadlines;
    assets::Instant m_now = assets::Instant::min();
    std::size_t m_most_kept;
    std::deque<Alert> m_raised;
    ForgottenAlerts m_forgotten;
    std::uint64_t m_count = 0;
};

/// The events of alerts, of kind `other`, to be added to a scenario. `sources` is indexed by Alert::feed; an asset that
/// the scenario does not have is only named in the title.
[[nodiscard]] std::vector<assets::Event> events_of(const std::deque<Alert>&, const assets::Scenario&,
                                                   assets::SourceIndex first_source, std::size_t sources);

} // namespace app
