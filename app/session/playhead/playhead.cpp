#include "app/session/playhead/playhead.hpp"

#include "app/figure/export_request.hpp"
#include "app/figure/figure_snapshot.hpp"
#include "app/session/playhead/noon.hpp"

#include <algorithm>

namespace app {

namespace {

/// A minute a second: an hour of messages plays in a minute.
constexpr double live_days_per_second = 60.0 / 86'400;

/// The first and the last instant of a scenario's rows. An open end does not count.
struct Span {
    assets::Instant first = assets::far_future, last = assets::Instant::min();
    void add(assets::Instant t) {
        if (t >= assets::far_future) return;
        first = std::min(first, t);
        last = std::max(last, t);
    }
};

Span span_of(const assets::Scenario& scenario) {
    Span span;
    for (const auto& fix : scenario.fixes) {
        span.add(fix.from);
        span.add(fix.measured_end());
    }
    for (const auto& deployment : scenario.deployments) {
        span.add(deployment.from);
        if (deployment.to) span.add(assets::measured_end(deployment.from, *deployment.to));
    }
    if (span.last < span.first)
        for (const auto& event : scenario.events) {
            span.add(event.from);
            span.add(assets::measured_end(event.from, event.to));
        }
    if (span.last < span.first) span.first = span.last = scenario.data_to_day.value_or(assets::Instant{});
    return span;
}

} // namespace

void Playhead::set_scenario(std::shared_ptr<const assets::Scenario> shown, bool keep, std::optional<FeedSpan> received,
                            bool live) {
    m_scenario = std::move(shown);
    m_timeline = std::make_unique<assets::Timeline>(m_scenario);
    m_snapshot.reset();
    const auto& scenario = *m_scenario;
    const Span span = span_of(scenario);
    std::vector<assets::Instant> events;
    for (const auto& event : scenario.events)
        events.push_back(instant_to_show(event, scenario.utc_offset_h));
    const bool kept = keep && m_time.start() < m_time.end();
    auto start = scenario.start.value_or(span.first);
    auto end = scenario.end ? assets::measured_end(start, *scenario.end) : span.last;
    if (received) {
        start = std::min(start, received->first);
        end = std::max(end, received->now);
    }
    auto at = end;
    if (kept)
        at = m_time.at();
    else if (scenario.end || !scenario.fixes.empty())
        at = resolve_instant(std::nullopt, scenario);
    TimeControl time{start, end, std::move(events), at};
    // At the usual speed a short span would be over at once, so it plays in a minute.
    const std::chrono::duration<double, std::ratio<86'400>> days = end - start;
    if (days.count() < 3) time.set_days_per_second(days.count() / 60);
    if (live) time.set_days_per_second(live_days_per_second);
    if (!live) m_follows_now = false;
    if (kept) {
        time.set_looping(m_time.looping());
        time.set_days_per_second(m_time.days_per_second());
        if (m_time.playing() && time.at() < time.end()) time.set_playing(true);
    }
    m_time = std::move(time);
}

void Playhead::go_to(assets::Instant at) {
    m_time.go_to(at);
    m_follows_now = false;
}

void Playhead::set_playing(bool on) {
    m_time.set_playing(on); // at the end, this starts over
    m_follows_now = false;
}

void Playhead::step_event(int direction) {
    m_time.step_event(direction);
    m_follows_now = false;
}

void Playhead::step(std::chrono::seconds by) {
    m_time.step(by);
    m_follows_now = false;
}

void Playhead::replay(std::chrono::minutes before_the_end) {
    m_time.go_to(std::max(m_time.start(), m_time.end() - before_the_end));
    set_playing(true);
}

void Playhead::follow_now(std::optional<assets::Instant> now) {
    m_time.set_playing(false);
    m_follows_now = true;
    if (now) m_time.go_to(*now);
}

void Playhead::begin_listening() {
    follow_now(std::nullopt);
    m_time.set_days_per_second(live_days_per_second);
}

void Playhead::extend(FeedSpan span) {
    m_time.widen(span.first, span.now);
}

void Playhead::move_to_now(assets::Instant at) {
    if (!m_follows_now) return;
    m_time.widen(at, at);
    m_time.go_to(at);
}

bool Playhead::advance(std::chrono::duration<double> passed, bool live) {
    const bool was_playing = m_time.playing();
    const bool moved = m_time.advance(passed);
    const bool caught_up = was_playing && !m_time.playing() && m_time.at() == m_time.end();
    if (live && caught_up) m_follows_now = true;
    return moved || was_playing != m_time.playing();
}

const std::shared_ptr<const assets::Snapshot>& Playhead::snapshot(const SnapshotOptions& options) const {
    if (m_snapshot && m_snapshot->at == m_time.at() && m_snapshot_key.hidden_zones == options.hidden_zones &&
        m_snapshot_key.trail == options.trail && m_snapshot_key.coverage == options.coverage)
        return m_snapshot;
    assets::Snapshot now;
    now.at = m_time.at();
    if (m_timeline != nullptr) {
        render::Figure figure;
        figure.at = m_time.at();
        figure.hidden = options.hidden_zones;
        figure.trail = options.trail;
        if (options.coverage) figure.with.insert("coverage");
        now = figure_snapshot(*m_timeline, figure);
    }
    m_snapshot_key = {options.hidden_zones, options.trail, options.coverage};
    m_snapshot = std::make_shared<const assets::Snapshot>(std::move(now));
    return m_snapshot;
}

} // namespace app
