#include "app/live/alerts.hpp"

#include "assets/model/area.hpp"
#include "assets/timeline/deciding_fix.hpp"
#include "geo/earth/geodesic.hpp"
#include "geo/earth/inside.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

namespace app {

namespace {

using assets::AlertWhen;
using assets::Instant;

Instant later_by_minutes(Instant time, double minutes) {
    return assets::later_by(time, std::chrono::seconds{std::llround(minutes * 60)});
}

bool same_text(std::string_view a, std::string_view b) {
    const auto lower = [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

/// "north-east"
std::string_view compass(double azimuth_deg) {
    constexpr std::array<std::string_view, 8> names{"north", "north-east", "east", "south-east",
                                                    "south", "south-west", "west", "north-west"};
    return names[static_cast<std::size_t>(std::lround(azimuth_deg / 45)) % names.size()];
}

double cross(const geo::Degrees& a, const geo::Degrees& b, const geo::Degrees& p) {
    return (b.lon - a.lon) * (p.lat - a.lat) - (b.lat - a.lat) * (p.lon - a.lon);
}

/// Whether the way from p to q changes the side of the piece from a to b. A point on the line belongs to its left side,
/// so that a ship which stops on the line crosses it once.
bool crosses(const geo::Degrees& p, const geo::Degrees& q, const geo::Degrees& a, const geo::Degrees& b) {
    return (cross(a, b, p) >= 0) != (cross(a, b, q) >= 0) && (cross(p, q, a) >= 0) != (cross(p, q, b) >= 0);
}

bool crosses(const geo::Degrees& p, const geo::Degrees& q, const geo::Polyline& line) {
    for (std::size_t i = 1; i < line.size(); ++i)
        if (crosses(p, q, line[i - 1], line[i])) return true;
    return false;
}

} // namespace

bool AlertWatch::Place::holds(geo::LonLat point) const {
    if (circle) return geo::distance_m(circle->centre, point) <= circle->radius_km * 1000;
    for (const double turn : {-360.0, 0.0, 360.0}) {
        const geo::Degrees at{point.lon() + turn, point.lat()};
        if (at.lon < west || at.lon > east || at.lat < south || at.lat > north) continue;
        if (std::any_of(polygons.begin(), polygons.end(), [&](const auto& p) { return geo::inside(p, at); }))
            return true;
    }
    return false;
}

bool AlertWatch::Place::crossed(geo::LonLat from, geo::LonLat to) const {
    constexpr double step_m = 20'000;
    const geo::Polyline way = geo::distance_m(from, to) > step_m
                                  ? geo::geodesic_polyline(from, to, step_m)
                                  : geo::Polyline{{from.lon(), from.lat()},
                                                  {from.lon() + geo::wrap_longitude(to.lon() - from.lon()), to.lat()}};
    for (const double turn : {-360.0, 0.0, 360.0})
        for (std::size_t i = 1; i < way.size(); ++i) {
            const geo::Degrees p{way[i - 1].lon + turn, way[i - 1].lat}, q{way[i].lon + turn, way[i].lat};
            if (std::max(p.lon, q.lon) < west || std::min(p.lon, q.lon) > east || std::max(p.lat, q.lat) < south ||
                std::min(p.lat, q.lat) > north)
                continue;
            if (std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return crosses(p, q, line); }))
                return true;
        }
    return false;
}

bool AlertWatch::Rule::watches(const Known& known) const {
    if (rule.who.empty()) return true;
    return std::any_of(rule.who.begin(), rule.who.end(), [&](const std::string& who) {
        return who == known.id || who == known.asset || same_text(who, known.number);
    });
}

std::optional<AlertWatch::Place> AlertWatch::place_of(const std::string& zone_id, const assets::Scenario& scenario) {
    const assets::Zone* zone = scenario.zone(zone_id);
    if (zone == nullptr) return std::nullopt;
    const geo::Seas* seas = scenario.atlas ? &scenario.atlas->seas : nullptr;
    Place place;
    place.name = zone->name.empty() ? zone->id : zone->name;
    place.polygons = assets::polygons_of(zone->shape, seas);
    place.lines = assets::lines_of(zone->shape, seas);
    if (const auto* circle = std::get_if<assets::CircleShape>(&zone->shape)) place.circle = *circle;
    if (place.lines.empty()) return std::nullopt; // a sea, without an atlas
    place.west = place.south = 1e9;
    place.east = place.north = -1e9;
    const auto grow = [&](const geo::Polyline& line) {
        for (const geo::Degrees& at : line) {
            place.west = std::min(place.west, at.lon);
            place.east = std::max(place.east, at.lon);
            place.south = std::min(place.south, at.lat);
            place.north = std::max(place.north, at.lat);
        }
    };
    for (const geo::Polyline& line : place.lines)
        grow(line);
    for (const geo::Polygon& polygon : place.polygons) // a corridor reaches beyond its course
        for (const geo::Ring& ring : polygon.rings)
            grow(ring);
    return place;
}

void AlertWatch::set_rules(std::vector<assets::AlertRule> rules, std::shared_ptr<const assets::Scenario> scenario) {
    const bool same =
        scenario == m_scenario && std::equal(rules.begin(), rules.end(), m_rules.begin(), m_rules.end(),
                                             [](const assets::AlertRule& a, const Rule& b) { return a == b.rule; });
    if (same) return;
    m_scenario = std::move(scenario);
    m_rules.clear();
    for (assets::AlertRule& rule : rules) {
        std::optional<Place> place;
        if (assets::needs_zone(rule.when) && m_scenario) place = place_of(rule.zone, *m_scenario);
        m_rules.push_back({std::move(rule), std::move(place)});
    }
    m_deadlines = {};
    for (auto& [key, known] : m_known) {
        known.waits.assign(m_rules.size(), 0);
        set_deadlines(key, known);
    }
}

void AlertWatch::set_deadlines(const std::string& key, Known& known) {
    known.waits.resize(m_rules.size(), 0);
    for (std::size_t i = 0; i < m_rules.size(); ++i) {
        const assets::AlertRule& rule = m_rules[i].rule;
        if (rule.when != AlertWhen::Silent || known.waits[i] != 0 || !m_rules[i].watches(known)) continue;
        const Instant at = later_by_minutes(known.heard, rule.minutes);
        if (at <= m_now) continue; // it was silent before the rule was made
        m_deadlines.push({at, key, i});
        known.waits[i] = 1;
    }
}

void AlertWatch::take(const assets::FeedMessage& message, const assets::Contact& contact, assets::AssetIndex asset,
                      std::uint8_t feed) {
    advance(message.time);
    Known& known = m_known[message.key];
    if (known.id.empty()) {
        known.id = contact.id;
        known.number = std::string{contact.number()};
    }
    const bool declared = m_scenario && asset < m_scenario->assets.size();
    known.asset = declared ? m_scenario->assets[asset].id : contact.id;
    known.name = declared ? m_scenario->assets[asset].name : contact.shown_name();
    known.heard = std::max(known.heard, message.time);
    if (message.position && message.time >= known.at_time) {
        known.feed = feed;
        const bool doubted = !message.doubts.empty();
        const auto before = std::exchange(known.at, *message.position);
        known.at_time = message.time;
        for (const Rule& rule : m_rules) {
            if (!rule.watches(known)) continue;
            if (!before) {
                if (rule.rule.when == AlertWhen::FirstHeard)
                    raise(rule, known, message.time, *message.position, doubted, "first heard");
            } else
                check_move(rule, known, *before, message.time, doubted);
        }
    }
    set_deadlines(message.key, known);
}

void AlertWatch::check_move(const Rule& rule, const Known& known, geo::LonLat from, Instant time, bool doubted) {
    if (!rule.place) return;
    const geo::LonLat to = *known.at;
    const Place& place = *rule.place;
    switch (rule.rule.when) {
    case AlertWhen::Enters:
        if (place.holds(to) && !place.holds(from)) raise(rule, known, time, to, doubted, "entered " + place.name);
        break;
    case AlertWhen::Leaves:
        if (place.holds(from) && !place.holds(to)) raise(rule, known, time, to, doubted, "left " + place.name);
        break;
    case AlertWhen::Crosses:
        if (place.crossed(from, to))
            raise(
                rule, known, time, to, doubted,
                fmt::format("crossed {}, heading {}", place.name, compass(geo::geodesic(from, to).azimuth_start_deg)));
        break;
    case AlertWhen::FirstHeard:
    case AlertWhen::Silent:
        break;
    }
}

void AlertWatch::raise(const Rule& rule, const Known& known, Instant at, geo::LonLat where, bool doubted,
                       const std::string& what) {
    std::string title = known.name + " " + what;
    if (doubted) title += " (doubtful position)";
    m_raised.push_back({++m_count, rule.rule.id, rule.rule.when, known.id, known.asset, std::move(title), at, where,
                        doubted, known.feed});
    if (m_raised.size() <= m_most_kept) return;
    m_forgotten.until = std::max(m_forgotten.until, m_raised.front().at);
    ++m_forgotten.count;
    m_raised.pop_front();
}

std::deque<Alert> AlertWatch::listed() const {
    const auto count = static_cast<std::ptrdiff_t>(std::min(m_raised.size(), most_listed));
    return {m_raised.end() - count, m_raised.end()};
}

void AlertWatch::advance(Instant now) {
    if (now <= m_now) return;
    m_now = now;
    while (!m_deadlines.empty() && m_deadlines.top().at <= now) {
        const Deadline due = m_deadlines.top();
        m_deadlines.pop();
        Known& known = m_known[due.key];
        const Rule& rule = m_rules[due.rule];
        known.waits[due.rule] = 0;
        const Instant at = later_by_minutes(known.heard, rule.rule.minutes);
        if (at > due.at) { // it was heard meanwhile
            m_deadlines.push({at, due.key, due.rule});
            known.waits[due.rule] = 1;
            continue;
        }
        if (known.at) // without a position there is no place for an event
            raise(rule, known, at, *known.at, false,
                  fmt::format("silent for {:g} minute{}", rule.rule.minutes, rule.rule.minutes == 1 ? "" : "s"));
    }
}

std::vector<assets::Event> events_of(const std::deque<Alert>& alerts, const assets::Scenario& scenario,
                                     assets::SourceIndex first_source, std::size_t sources) {
    std::unordered_map<std::string_view, assets::AssetIndex> index_of;
    for (std::size_t i = 0; i < scenario.assets.size(); ++i)
        index_of.emplace(scenario.assets[i].id, static_cast<assets::AssetIndex>(i));
    std::vector<assets::Event> events;
    for (const Alert& alert : alerts) {
        assets::Event event{};
        event.id = fmt::format("alert-{}-{}", alert.rule, alert.number);
        event.from = event.to = alert.at;
        event.title = alert.title;
        event.kind = assets::EventKind::Other;
        event.position = alert.where;
        event.radius_km = 0.1;
        if (const auto found = index_of.find(alert.asset); found != index_of.end()) event.assets = {found->second};
        if (sources > 0) {
            const auto feed = std::min<std::size_t>(alert.feed, sources - 1);
            event.sources = {first_source + static_cast<assets::SourceIndex>(feed)};
        }
        event.confidence = alert.doubted ? assets::Confidence::Low : assets::Confidence::None;
        event.utc_offset_h = scenario.utc_offset_h;
        event.note = fmt::format("alert {} on a live feed", alert.rule);
        events.push_back(std::move(event));
    }
    std::ranges::stable_sort(events, {}, &assets::Event::from);
    return events;
}

} // namespace app
