#pragma once

#include "assets/model/values/instant.hpp"

#include <chrono>
#include <cstdint>
#include <vector>

namespace app {

/// An instant within a span, at rest or playing. It reads no clock: advance() takes the time that has passed.
class TimeControl {
public:
    static constexpr double least_speed = 1.0 / 86'400, most_speed = 60; ///< days a second; the least is real time

    TimeControl() = default;
    /// `events`: the instants at which step_event() stops, in any order; those outside the span are dropped. Starts at
    /// `at`, clamped to the span.
    TimeControl(assets::Instant start, assets::Instant end, std::vector<assets::Instant> events, assets::Instant at);

    [[nodiscard]] assets::Instant start() const noexcept { return m_start; }
    [[nodiscard]] assets::Instant end() const noexcept { return m_end; }
    [[nodiscard]] assets::Instant at() const noexcept { return m_at; }
    [[nodiscard]] bool playing() const noexcept { return m_playing; }
    [[nodiscard]] bool looping() const noexcept { return m_looping; }
    [[nodiscard]] double days_per_second() const noexcept { return m_days_per_second; }

    void go_to(assets::Instant);
    void widen(assets::Instant start, assets::Instant end) noexcept; ///< extends the span to hold these instants
    void set_playing(bool);                                          ///< at the end, playing starts over
    void set_looping(bool) noexcept;
    void set_days_per_second(double); ///< clamped to [least_speed, most_speed]; ignores infinity and NaN
    void step_event(int direction);   ///< to the next (+1) or previous (-1) event, if there is one
    void step(std::chrono::seconds by);
    /// Moves the instant while playing; `passed` is real time. At the end it stops, or starts over when looping.
    /// Returns true when the instant changed.
    bool advance(std::chrono::duration<double> passed);

private:
    assets::Instant m_start{}, m_end{}, m_at{};
    std::vector<assets::Instant> m_events;
    double m_days_per_second = 7;
    double m_unmoved_s = 0; ///< fraction of a second by which advance() has yet to move
    bool m_playing = false, m_looping = false;
};

} // namespace app
