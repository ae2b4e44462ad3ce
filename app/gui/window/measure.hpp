#pragma once

#include "app/gui/map/map_view.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// `view --measure S`: pans 40 %, zooms 30 % and scrubs 30 % of the time, and records how long the frames take.
class Measure {
public:
    explicit Measure(std::chrono::duration<double> length) : m_length{length} {}

    /// Pushes the commands of the next frame. The first call, after the first complete frame, starts the measurement.
    void drive(const Session&, const MapView&, Requests&);
    void frame(std::chrono::duration<double, std::milli> took);
    void events_polled(); ///< call when the window polls events; the longest time between two calls is reported
    [[nodiscard]] bool done() const;
    void first_frame(double ms) { m_first_frame_ms = ms; }
    [[nodiscard]] bool started() const noexcept { return m_begin.has_value(); }
    /// The output of `view --measure`: one JSON object, all times in ms.
    [[nodiscard]] std::string json() const;

private:
    using Clock = std::chrono::steady_clock;
    enum Phase : std::size_t { Pan, Zoom, Scrub };

    std::chrono::duration<double> m_length;
    std::optional<Clock::time_point> m_begin, m_last_poll;
    double m_first_frame_ms = 0, m_longest_stall_ms = 0;
    std::array<std::vector<double>, 3> m_frames_ms; ///< by phase
    Phase m_phase = Pan;
    std::optional<ViewState> m_home;
};

/// Time since the start of this process, including the time to load it.
[[nodiscard]] double process_age_ms();

} // namespace app
