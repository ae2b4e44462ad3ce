#include "assets/feeds/track/track_store.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace assets {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr float not_said = std::numeric_limits<float>::quiet_NaN();
/// Of a position that comes without an accuracy: a ship's length and a receiver's error.
constexpr double usual_radius_km = 0.1;

float or_nan(const std::optional<double>& value) {
    return value ? static_cast<float>(*value) : not_said;
}
std::optional<double> number(float value) {
    return std::isnan(value) ? std::nullopt : std::optional<double>{value};
}

/// "mmsi:316138000" as an id of our files: [a-z0-9][a-z0-9._-]*
std::string id_of(std::string_view key) {
    std::string id;
    for (const char c : key) {
        const bool capital = c >= 'A' && c <= 'Z';
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
        id += capital ? static_cast<char>(c - 'A' + 'a') : plain ? c : '-';
    }
    return id;
}

std::string_view after_colon(std::string_view key) {
    const auto colon = key.find(':');
    return colon == std::string_view::npos ? key : key.substr(colon + 1);
}

std::string name_of(const FeedReport& who) {
    if (who.name && !who.name->empty()) return *who.name;
    if (who.callsign && !who.callsign->empty()) return *who.callsign;
    std::string number{after_colon(who.key)}; // not const: it is returned
    if (who.key.starts_with("mmsi:")) return "MMSI " + number;
    if (who.key.starts_with("icao:")) return "ICAO " + number;
    return number;
}

double sailed_km(float speed_kn, seconds time) {
    constexpr double km_per_second_per_knot = 1.852 / 3600.0;
    return std::isnan(speed_kn) ? 0.0 : speed_kn * km_per_second_per_knot * static_cast<double>(time.count());
}

/// What has an MMSI is a ship, and what has an ICAO address an aircraft, also before it says of which kind.
AssetType class_of(std::string_view key, AssetType type) {
    if (type != AssetType::Other) return type;
    if (key.starts_with("mmsi:")) return AssetType::Merchant;
    return key.starts_with("icao:") ? AssetType::TransportAircraft : type;
}

template <class T>
void renew(std::optional<T>& known, const std::optional<T>& said) {
    if (said) known = said;
}

} // namespace

AgeLimits age_limits_for(AssetType type) noexcept {
    if (is_ship(type)) return {minutes{30}, minutes{10}, hours{1}, minutes{3}};
    if (is_aircraft(type)) return {minutes{5}, minutes{1}, minutes{10}, seconds{10}};
    return {hours{1}, hours{1}, hours{24}, seconds{0}};
}

void TrackStore::take(const FeedReport& report) {
    ++m_counts.reports;
    if (report.aid && !report.distress) {
        ++m_counts.aids;
        return;
    }
    auto known = m_of.find(report.key);
    if (known == m_of.end()) {
        if (m_tracks.size() >= m_limits.tracks) {
            ++m_counts.refused;
            return;
        }
        known = m_of.emplace(report.key, m_tracks.size()).first;
        m_tracks.emplace_back();
        m_tracks.back().who.key = report.key;
    }
    Track& track = m_tracks[known->second];
    learn(track, report);
    if (report.position) place(track, report);
}

void TrackStore::learn(Track& track, const FeedReport& report) {
    FeedReport& who = track.who;
    renew(who.name, report.name);
    renew(who.callsign, report.callsign);
    renew(who.type, report.type);
    renew(who.sidc, report.sidc);
    renew(who.side, report.side);
    renew(who.country, report.country);
    who.military = who.military || report.military;
    who.distress = who.distress || report.distress;
}

void TrackStore::place(Track& track, const FeedReport& report) {
    const double radius_km = report.radius_m ? std::max(*report.radius_m / 1000.0, 0.001) : usual_radius_km;
    const Point point{report.time,
                      report.stale && *report.stale > report.time ? *report.stale : report.time,
                      *report.position,
                      or_nan(report.speed_kn),
                      or_nan(report.course_deg),
                      static_cast<float>(radius_km),
                      report.activity.value_or(Activity::None),
                      !report.doubts.empty()};
    auto& points = track.points;
    const auto at = std::ranges::upper_bound(points, point.time, {}, &Point::time);
    if (at != points.begin() && std::prev(at)->time == point.time) {
        *std::prev(at) = point;
        ++m_counts.repeated;
        return;
    }
    points.insert(at, point);
    ++m_counts.points;
    if (points.size() > m_limits.points_a_track) thin(track);
    if (m_counts.points > m_limits.points)
        for (auto& each : m_tracks)
            thin(each);
}

/// Every other point of the older half goes; the first and the newest stay.
void TrackStore::thin(Track& track) {
    auto& points = track.points;
    const std::size_t half = points.size() / 2;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (i >= half || i % 2 == 0) points[kept++] = points[i];
    const std::size_t gone = points.size() - kept;
    points.erase(points.begin() + static_cast<std::ptrdiff_t>(kept), points.end());
    m_counts.points -= gone;
    m_counts.thinned += gone;
}

Scenario TrackStore::scenario(const std::string& name, std::string_view kind,
                              std::shared_ptr<const geo::Atlas> atlas) const {
    Scenario s;
    s.atlas = std::move(atlas);
    s.title = name;
    s.files = {name};
    s.sources.push_back({.id = "feed",
                         .title = name,
                         .publisher = {},
                         .published = {},
                         .date = {},
                         .kind = std::string{kind},
                         .url = {},
                         .line = 0});
    s.first_fix = {0};
    std::set<std::string> ids;
    std::map<std::string, int> ids_like;
    int row = 0;
    for (const Track& track : m_tracks) {
        if (track.points.empty()) continue;
        const FeedReport& who = track.who;
        const AssetType type = who.type.value_or(AssetType::Other);
        const TypeDefaults& usual = defaults_for(type);
        const AgeLimits limits = age_limits_for(class_of(who.key, type));
        const auto index = static_cast<AssetIndex>(s.assets.size());
        // Keys may differ in signs only which an id cannot have.
        const std::string plain = id_of(who.key);
        std::string id = plain;
        for (int& same = ids_like[plain]; !ids.insert(id).second;)
            id = plain + "-" + std::to_string(++same + 1);
        const std::string known_as{after_colon(who.key)};
        s.assets.push_back({.id = id,
                            .name = name_of(who),
                            .short_name = name_of(who),
                            .hull = {},
                            .type = type,
                            .sidc = who.sidc.value_or(""),
                            .side = who.side.value_or(Side::None),
                            .country = who.country.value_or(""),
                            .operator_name = {},
                            .mmsi = who.key.starts_with("mmsi:") ? known_as : "",
                            .icao = who.key.starts_with("icao:") ? known_as : "",
                            .uid = who.key.starts_with("uid:") ? known_as : "",
                            .max_speed_kn = usual.max_speed_kn,
                            .path = PathRule::GreatCircle, // between two reports there is no time to sail round land
                            .max_gap = limits.max_gap,
                            .stale_after = limits.stale_after,
                            .lost_after = limits.lost_after,
                            .rank = usual.rank,
                            .aliases = {},
                            .note = {},
                            .line = 0});
        for (std::size_t i = 0; i < track.points.size(); ++i) {
            const Point& point = track.points[i];
            const Point* next = i + 1 < track.points.size() ? &track.points[i + 1] : nullptr;
            Instant until = point.until;
            // Of reports farther apart the leg between them says more than the first one held on to.
            if (!next || next->time - point.time <= limits.holds) until = std::max(until, point.time + limits.holds);
            if (next) until = std::min(until, next->time - seconds{1});
            Fix fix{};
            fix.asset = index;
            fix.from = point.time;
            fix.to = std::max(point.time, until);
            fix.during = During::Throughout;
            fix.precision = Precision::Time;
            fix.position = point.at;
            fix.radius_km = point.radius_km + sailed_km(point.speed_kn, fix.to - fix.from);
            fix.course_deg = number(point.course_deg);
            fix.speed_kn = number(point.speed_kn);
            fix.kind = FixKind::Observed;
            if (who.military || point.doubted) fix.confidence = Confidence::Low;
            fix.sources = {0};
            fix.activity = point.activity;
            fix.line = ++row;
            s.start = s.start ? std::min(*s.start, fix.from) : fix.from;
            s.end = s.end ? std::max(*s.end, fix.from) : fix.from;
            s.fixes.push_back(std::move(fix));
        }
        s.first_fix.push_back(s.fixes.size());
    }
    s.first_deployment.assign(s.assets.size() + 1, 0);
    return s;
}

} // namespace assets
