#pragma once

#include "app/session/playhead/time_control.hpp"
#include "assets/timeline/timeline.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace app {

/// Which instants feeds have brought something of.
struct FeedSpan {
    assets::Instant first, now;
};

/// The instant that is asked for, and what the open scenario says of it. While feeds are heard it may follow now.
class Playhead {
public:
    [[nodiscard]] const TimeControl& time() const noexcept { return m_time; }
    [[nodiscard]] bool follows_now() const noexcept { return m_follows; }

    /// Another scenario, or the same one read again: `keep` leaves the instant, speed and looping as they are.
    /// `heard`: stays within reach. `live`: the usual speed is that of listening.
    void show(std::shared_ptr<const assets::Scenario>, bool keep, std::optional<FeedSpan> heard, bool live);

    // Moved by hand: it no longer follows now.
    void go_to(assets::Instant);
    void set_playing(bool);
    void step_event(int direction);
    void step(std::chrono::seconds);
    void replay(std::chrono::minutes before_the_end); ///< while it follows now: plays the newest part again

    void set_looping(bool on) noexcept { m_time.set_looping(on); }
    void set_days_per_second(double speed) { m_time.set_days_per_second(speed); }
    void follow_now(std::optional<assets::Instant> now); ///< goes there, at rest; none: not known yet
    void begin_listening();                              ///< follows now, at the speed of listening
    void hear(FeedSpan);                                 ///< that much is within reach
    void show_now(assets::Instant);                      ///< the newest picture of now, while it follows
    /// Lets time pass for playing. `live`: when it reaches the end it follows now. Returns true when something changed.
    bool advance(std::chrono::duration<double> passed, bool live);

    /// What a snapshot holds besides the states.
    struct Contents {
        const std::set<std::string>& hidden_zones; ///< ids; these are not in it
        std::chrono::seconds trail{0};
        bool coverage = false;
    };
    /// The open scenario at time().at(); empty without one. Kept until the instant, the scenario or the contents
    /// change; it points into the scenario, which whoever holds it must hold too.
    [[nodiscard]] const std::shared_ptr<const assets::Snapshot>& snapshot(const Contents&) const;

private:
    TimeControl m_time;
    bool m_follows = false;
    std::shared_ptr<const assets::Scenario> m_scenario;
    std::unique_ptr<assets::Timeline> m_timeline; ///< of m_scenario
    mutable std::shared_ptr<const assets::Snapshot> m_snapshot;
    struct Made {
        std::set<std::string> hidden_zones;
        std::chrono::seconds trail{0};
        bool coverage = false;
    };
    mutable Made m_made; ///< what m_snapshot was made with
};

} // namespace app
