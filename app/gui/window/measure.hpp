#pragma once

#include "app/gui/map/map_view.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// `view --measure S`: drives pan 40 %, zoom 30 %, scrub 30 % of the time, and collects what frames took.
class Measure {
public:
    explicit Measure(std::chrono::duration<double> length) : m_length{length} {}

    /// The commands of the next frame. Call once the first full frame has been shown.
    void drive(const Session&, const MapView&, Requests&);
    void frame(std::chrono::duration<double, std::milli>);
    void polled(); ///< events were asked for: what lies between two such moments is a stall
    [[nodiscard]] bool done() const;
    void first_frame(double ms) { m_first_frame_ms = ms; }
    [[nodiscard]] bool started() const noexcept { return m_begin.has_value(); }
    /// What `view --measure` prints: one JSON object, all times in ms.
    [[nodiscard]] std::string json() const;

private:
    using Clock = std::chrono::steady_clock;
    enum Phase : std::size_t { Pan, Zoom, Scrub };

    std::chrono::duration<double> m_length;
    std::optional<Clock::time_point> m_begin, m_polled;
    double m_first_frame_ms = 0, m_longest_stall_ms = 0;
    std::array<std::vector<double>, 3> m_frames_ms; ///< by phase
    Phase m_phase = Pan;
    std::optional<ViewState> m_home;
};

/// Since the start of this process, loading included.
[[nodiscard]] double process_age_ms();

} // namespace app
