#include "app/session/playhead/time_control.hpp"

#include <algorithm>
#include <cmath>

namespace app {

TimeControl::TimeControl(assets::Instant start, assets::Instant end, std::vector<assets::Instant> events,
                         assets::Instant at)
    : m_start{start}, m_end{std::max(start, end)}, m_events{std::move(events)} {
    std::sort(m_events.begin(), m_events.end());
    m_events.erase(std::unique(m_events.begin(), m_events.end()), m_events.end());
    std::erase_if(m_events, [&](assets::Instant t) { return t < m_start || t > m_end; });
    m_at = std::clamp(at, m_start, m_end);
}

void TimeControl::go_to(assets::Instant t) {
    m_at = std::clamp(t, m_start, m_end);
    m_unmoved_s = 0;
}

void TimeControl::widen(assets::Instant start, assets::Instant end) noexcept {
    m_start = std::min(m_start, start);
    m_end = std::max(m_end, end);
}

void TimeControl::set_playing(bool on) {
    if (on && !m_playing && m_at >= m_end) m_at = m_start;
    m_playing = on && m_start < m_end;
    m_unmoved_s = 0;
}

void TimeControl::set_looping(bool on) noexcept {
    m_looping = on;
}

void TimeControl::set_days_per_second(double speed) {
    if (std::isfinite(speed)) m_days_per_second = std::clamp(speed, least_speed, most_speed);
}

void TimeControl::step_event(int direction) {
    if (direction > 0) {
        const auto next = std::upper_bound(m_events.begin(), m_events.end(), m_at);
        if (next != m_events.end()) go_to(*next);
    } else if (direction < 0) {
        const auto here = std::lower_bound(m_events.begin(), m_events.end(), m_at);
        if (here != m_events.begin()) go_to(*std::prev(here));
    }
}

void TimeControl::step(std::chrono::seconds by) {
    // A step in milliseconds may overflow, so it is compared in seconds.
    const auto room = std::chrono::floor<std::chrono::seconds>(by.count() >= 0 ? m_end - m_at : m_at - m_start);
    const bool leaves = by.count() >= 0 ? by > room : by < -room;
    go_to(leaves ? (by.count() >= 0 ? m_end : m_start) : m_at + by);
}

bool TimeControl::advance(std::chrono::duration<double> passed) {
    if (!m_playing || !(passed.count() > 0)) return false;
    constexpr double seconds_per_day = 86400;
    const double moved = passed.count() * m_days_per_second * seconds_per_day + m_unmoved_s;
    const double whole = std::floor(moved);
    const auto before = m_at;
    const auto left = assets::in_seconds(m_end - m_at);
    if (whole < left) {
        m_unmoved_s = moved - whole;
        m_at += std::chrono::seconds{static_cast<std::int64_t>(whole)};
    } else if (m_at < m_end || !m_looping) {
        // Looping shows the end for one frame before it starts over.
        m_at = m_end;
        m_unmoved_s = 0;
        m_playing = m_looping;
    } else {
        m_at = m_start;
        m_unmoved_s = 0;
    }
    return m_at != before;
}

} // namespace app
