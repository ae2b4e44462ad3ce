#include "assets/feeds/track/drawings.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace assets {

namespace {

/// The first of "drawing-7", "drawing-7-x" ... that is not in use yet; it is then.
std::string unused_id(std::string id, std::unordered_set<std::string>& used) {
    while (!used.insert(id).second)
        id += "-x";
    return id;
}

ZoneShape shape_of(const FeedOutline& outline, geo::LonLat centre) {
    switch (outline.form) {
    case FeedOutline::Form::Circle:
        return CircleShape{centre, outline.radius_m / 1000};
    case FeedOutline::Form::Area:
        return AreaShape{{geo::Polygon{{outline.points}}}};
    case FeedOutline::Form::Line:
        break;
    }
    return LineShape{{outline.points}};
}

std::string_view number_of(std::string_view key) {
    return key.substr(std::min(key.find(':') + 1, key.size()));
}

} // namespace

bool FeedDrawings::take(const FeedMessage& message, std::uint8_t feed) {
    if (message.alert) return take_alert(message, feed);
    if (message.outline->form == FeedOutline::Form::Circle && !message.position) return false;
    const auto known = m_drawing_of.find(message.key);
    const std::size_t before = known == m_drawing_of.end() || !m_drawings[known->second].outline
                                   ? 0
                                   : m_drawings[known->second].outline->points.size();
    const std::size_t points = m_points - before + message.outline->points.size();
    const bool fits = points <= most_points && (known != m_drawing_of.end() || m_drawings.size() < most_drawings);
    if (!fits) return false;
    if (known != m_drawing_of.end() && m_drawings[known->second].from > message.time) return true;
    if (known == m_drawing_of.end()) {
        m_drawing_of.emplace(message.key, m_drawings.size());
        m_drawings.emplace_back();
    }
    Drawing& drawing = known == m_drawing_of.end() ? m_drawings.back() : m_drawings[known->second];
    m_points = points;
    drawing.name = message.callsign.value_or(std::string{number_of(message.key)});
    drawing.sender = message.source;
    drawing.from = message.time;
    drawing.until = message.stale;
    drawing.centre = message.position;
    drawing.outline = message.outline;
    drawing.feed = feed;
    return true;
}

bool FeedDrawings::take_alert(const FeedMessage& message, std::uint8_t feed) {
    const auto known = m_alert_of.find(message.key);
    Alert* alert = known == m_alert_of.end() ? nullptr : &m_alerts[known->second];
    if (message.alert->cancelled) {
        if (alert && !alert->over && message.time >= alert->from) {
            alert->to = message.time;
            alert->over = true;
        }
        return true;
    }
    if (!alert || alert->over || alert->title != message.alert->title) { // senders repeat an alert that goes on
        if (m_alerts.size() >= most_alerts) return false;
        m_alert_of[message.key] = m_alerts.size();
        alert = &m_alerts.emplace_back();
        alert->title = message.alert->title;
        alert->from = alert->to = message.time;
    }
    alert->from = std::min(alert->from, message.time);
    alert->to = std::max(alert->to, message.time);
    if (message.position) alert->at = message.position;
    alert->feed = feed;
    return true;
}

void FeedDrawings::add_to(Scenario& s, SourceIndex first_source, std::size_t sources) const {
    if (empty()) return;
    const auto source_of = [&](std::uint8_t feed) {
        return first_source + static_cast<SourceIndex>(std::min<std::size_t>(feed, sources - 1));
    };
    std::unordered_set<std::string> zone_ids, event_ids;
    for (const Zone& zone : s.zones)
        zone_ids.insert(zone.id);
    for (const Event& event : s.events)
        event_ids.insert(event.id);
    for (std::size_t i = 0; i < m_drawings.size(); ++i) {
        const Drawing& drawing = m_drawings[i];
        if (drawing.until && *drawing.until <= drawing.from) continue; // the sender has taken it back
        const bool is_line = drawing.outline->form == FeedOutline::Form::Line;
        s.zones.push_back(
            {.id = unused_id("drawing-" + std::to_string(i + 1), zone_ids),
             .name = drawing.name,
             .kind = is_line ? ZoneKind::LimitLine : ZoneKind::Area,
             .status = ZoneStatus::Informal,
             .drawn = Drawn::Exact,
             .valid_from = drawing.from,
             .valid_to = drawing.until,
             .shape = shape_of(*drawing.outline, drawing.centre.value_or(geo::lonlat(0, 0))),
             .sources = {source_of(drawing.feed)},
             .note = drawing.sender.empty() ? "drawn on a feed" : "drawn by " + drawing.sender + " on a feed",
             .line = 0});
    }
    for (std::size_t i = 0; i < m_alerts.size(); ++i) {
        const Alert& alert = m_alerts[i];
        Event event{};
        event.id = unused_id("alert-" + std::to_string(i + 1), event_ids);
        event.from = alert.from;
        event.to = alert.to;
        event.title = alert.title;
        event.kind = EventKind::Incident;
        event.position = alert.at;
        event.radius_km = 0.1;
        event.sources = {source_of(alert.feed)};
        event.utc_offset_h = s.utc_offset_h;
        event.note = "alert on a feed";
        s.events.push_back(std::move(event));
    }
    std::ranges::stable_sort(s.events, {}, &Event::from);
}

} // namespace assets
