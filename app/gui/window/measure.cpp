#include "app/gui/window/measure.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <ctime>
#include <fstream>
#include <numbers>
#include <string>

#include <fmt/format.h>
#include <unistd.h>

namespace app {

namespace {

constexpr double pan_share = 0.4, zoom_share = 0.3;

double percentile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    const auto last = static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(std::lround(share * last))];
}

} // namespace

void Measure::drive(const Session& session, const MapView& map, Requests& commands) {
    const auto now = Clock::now();
    if (!m_begin) {
        m_begin = now;
        m_last_poll = now; // the first frame does not count as a stall
        m_home = session.view().state();
    }
    const double share = std::chrono::duration<double>(now - *m_begin) / m_length;
    const auto& home = *m_home;
    constexpr double turn = 2 * std::numbers::pi;
    const double window_m = map.area().w / map.px_per_mm() * home.m_per_mm;
    m_phase = share < pan_share ? Pan : share < pan_share + zoom_share ? Zoom : Scrub;
    if (m_phase == Pan) { // two rounds, wide enough to need new ground
        const double angle = turn * 2 * share / pan_share;
        commands.emplace_back(LookAt{
            {home.centre.x + window_m * 0.5 * std::sin(angle), home.centre.y + window_m * 0.3 * std::sin(2 * angle)},
            home.m_per_mm});
    } else if (m_phase == Zoom) {
        const double part = (share - pan_share) / zoom_share;
        commands.emplace_back(LookAt{home.centre, home.m_per_mm * std::exp2(-1.5 * (1 - std::cos(turn * part)))});
    } else {
        const double part = std::clamp((share - pan_share - zoom_share) / (1 - pan_share - zoom_share), 0.0, 1.0);
        const auto& time = session.playhead().time();
        const auto span = std::chrono::duration<double>(time.end() - time.start());
        commands.emplace_back(GoToTime{time.start() + std::chrono::seconds{std::llround(span.count() * part)}});
    }
}

void Measure::frame(std::chrono::duration<double, std::milli> took) {
    if (m_begin) m_frames_ms[m_phase].push_back(took.count());
}

void Measure::events_polled() {
    const auto now = Clock::now();
    if (m_begin && m_last_poll)
        m_longest_stall_ms =
            std::max(m_longest_stall_ms, std::chrono::duration<double, std::milli>(now - *m_last_poll).count());
    m_last_poll = now;
}

bool Measure::done() const {
    return m_begin && Clock::now() - *m_begin >= m_length;
}

std::string Measure::json() const {
    std::vector<double> all;
    for (const auto& phase : m_frames_ms)
        all.insert(all.end(), phase.begin(), phase.end());
    return fmt::format(R"({{"first_frame_ms":{:.1f},"frames":{},"median_ms":{:.2f},"p95_ms":{:.2f},"p99_ms":{:.2f},)"
                       R"("longest_ui_stall_ms":{:.2f},"pan_median_ms":{:.2f},"zoom_median_ms":{:.2f},)"
                       R"("scrub_median_ms":{:.2f}}})",
                       m_first_frame_ms, all.size(), percentile(all, 0.5), percentile(all, 0.95), percentile(all, 0.99),
                       m_longest_stall_ms, percentile(m_frames_ms[Pan], 0.5), percentile(m_frames_ms[Zoom], 0.5),
                       percentile(m_frames_ms[Scrub], 0.5));
}

double process_age_ms() {
    // Field 22 of /proc/self/stat is the start in clock ticks since boot. Field 2 may have spaces and brackets.
    std::ifstream in{"/proc/self/stat"};
    std::string line;
    std::getline(in, line);
    auto at = line.rfind(')');
    for (int field = 2; field < 22 && at != std::string::npos; ++field)
        at = line.find(' ', at + 1);
    if (at == std::string::npos) return 0;
    double ticks = 0;
    std::from_chars(line.data() + at + 1, line.data() + line.size(), ticks);
    ::timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    const double since_boot_ms = static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
    return since_boot_ms - ticks * 1e3 / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

} // namespace app
