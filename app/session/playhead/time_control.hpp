#pragma once

#include "assets/model/values/instant.hpp"

#include <chrono>
#include <cstdint>
#include <vector>

namespace app {

/// The playhead: an instant within a span, at rest or moving. Advanced by the time that has passed, never by a clock.
class TimeControl {
public:
    static constexpr double least_speed = 1.0 / 86'400, most_speed = 60; ///< days a second; the least is as it happened

    TimeControl() = default;
    /// `events`: instants that the step commands stop at; sorted and made unique here. The playhead starts at `at`,
    /// clamped to the span; events outside the span are dropped.
    TimeControl(assets::Instant start, assets::Instant end, std::vector<assets::Instant> events, assets::Instant at);

    [[nodiscard]] assets::Instant start() const noexcept { return m_start; }
    [[nodiscard]] assets::Instant end() const noexcept { return m_end; }
    [[nodiscard]] assets::Instant at() const noexcept { return m_at; }
    [[nodiscard]] bool playing() const noexcept { return m_playing; }
    [[nodiscard]] bool looping() const noexcept { return m_looping; }
    [[nodiscard]] double days_per_second() const noexcept { return m_days_per_second; }

    void go_to(assets::Instant);
    void widen(assets::Instant start, assets::Instant end) noexcept; ///< the span holds these too; nothing else changes
    void set_playing(bool);                                          ///< playing from the end begins at the start
    void set_looping(bool) noexcept;
    void set_days_per_second(double); ///< clamped to [least_speed, most_speed]
    void step_event(int direction);   ///< to the next (+1) or previous (-1) event; stays where there is none
    void step(std::chrono::seconds by);
    /// Moves the playhead by what has passed on the wall, when playing. At the end: stops, or starts over when looping.
    /// Returns true when the instant changed.
    bool advance(std::chrono::duration<double> passed);

private:
    assets::Instant m_start{}, m_end{}, m_at{};
    std::vector<assets::Instant> m_events;
    double m_days_per_second = 7;
    double m_rest_s = 0; ///< part of a second not yet moved
    bool m_playing = false, m_looping = false;
};

} // namespace app
