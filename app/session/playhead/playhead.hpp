#pragma once

#include "app/session/playhead/time_control.hpp"
#include "assets/timeline/timeline.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace app {

/// The time of the first message and the feeds' current time.
struct FeedSpan {
    assets::Instant first, now;
};

/// The requested instant and the scenario's snapshot at that instant. While feeds are on, it can follow their current
/// time.
class Playhead {
public:
    [[nodiscard]] const TimeControl& time() const noexcept { return m_time; }
    [[nodiscard]] bool follows_now() const noexcept { return m_follows_now; }

    /// Shows another scenario, or a newer reading of the same one. `keep`: the instant, the speed, looping and playing
    /// stay as they are. `received`: time() includes this span as well. `live`: starts with the speed for feeds.
    void set_scenario(std::shared_ptr<const assets::Scenario>, bool keep, std::optional<FeedSpan> received, bool live);

    // These move the playhead by hand; it then stops following now.
    void go_to(assets::Instant);
    void set_playing(bool);
    void step_event(int direction);
    void step(std::chrono::seconds);
    void replay(std::chrono::minutes before_the_end); ///< plays the last minutes before the end again

    void set_looping(bool on) noexcept { m_time.set_looping(on); }
    void set_days_per_second(double speed) { m_time.set_days_per_second(speed); }
    void follow_now(std::optional<assets::Instant> now); ///< stops playing and goes to `now`, if that is known yet
    void begin_listening();                              ///< follows now, and sets the speed for feeds
    void extend(FeedSpan);                               ///< extends the span of time() to hold this one
    void move_to_now(assets::Instant);                   ///< moves to this instant while it follows now
    /// Plays for the time that has passed. `live`: at the end it follows now. Returns true when the instant changed or
    /// playing stopped.
    bool advance(std::chrono::duration<double> passed, bool live);

    /// Options of a snapshot.
    struct SnapshotOptions {
        const std::set<std::string>& hidden_zones; ///< ids of zones to leave out
        std::chrono::seconds trail{0};
        bool coverage = false;
    };
    /// The scenario at time().at(); empty without a scenario. Cached until the instant, the scenario or the options
    /// change. The snapshot points into the scenario: a caller that keeps the snapshot must keep the scenario too.
    [[nodiscard]] const std::shared_ptr<const assets::Snapshot>& snapshot(const SnapshotOptions&) const;

private:
    TimeControl m_time;
    bool m_follows_now = false;
    std::shared_ptr<const assets::Scenario> m_scenario;
    std::unique_ptr<assets::Timeline> m_timeline; ///< of m_scenario
    mutable std::shared_ptr<const assets::Snapshot> m_snapshot;
    struct SnapshotKey {
        std::set<std::string> hidden_zones;
        std::chrono::seconds trail{0};
        bool coverage = false;
    };
    mutable SnapshotKey m_snapshot_key; ///< the options of m_snapshot
};

} // namespace app
