#include "assets/feeds/track/track_store.hpp"

#include <algorithm>

namespace assets {

namespace {

/// Of a position that comes without an accuracy: a ship's length and a receiver's error.
constexpr double usual_radius_km = 0.1;

float or_not_said(const std::optional<double>& value) {
    return value ? static_cast<float>(*value) : TrackPoint::not_said;
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

template <class T>
void renew(T& known, const std::optional<T>& said) {
    if (said) known = *said;
}

void learn(Contact& who, const FeedMessage& report) {
    renew(who.name, report.name);
    renew(who.callsign, report.callsign);
    renew(who.type, report.type);
    renew(who.sidc, report.sidc);
    renew(who.side, report.side);
    renew(who.country, report.country);
    who.military = who.military || report.military;
    who.distress = who.distress || report.distress;
    who.pleasure = who.pleasure || report.pleasure;
}

} // namespace

std::string_view to_string(ContactKind contact_kind) noexcept {
    constexpr std::array<std::string_view, 3> names{"ship", "aircraft", "other"};
    return names[static_cast<std::size_t>(contact_kind)];
}

std::string_view Contact::number() const noexcept {
    const std::string_view all{key};
    const auto colon = all.find(':');
    return colon == std::string_view::npos ? all : all.substr(colon + 1);
}

std::string Contact::shown_name() const {
    if (!name.empty()) return name;
    if (!callsign.empty()) return callsign;
    std::string known_as{number()}; // not const: it is returned
    if (key.starts_with("mmsi:")) return "MMSI " + known_as;
    if (key.starts_with("icao:")) return "ICAO " + known_as;
    return known_as;
}

bool Contact::official() const noexcept {
    switch (type) {
    case AssetType::Frigate:
    case AssetType::Destroyer:
    case AssetType::Cruiser:
    case AssetType::Carrier:
    case AssetType::Submarine:
    case AssetType::Amphibious:
    case AssetType::MineWarfare:
    case AssetType::PatrolShip:
    case AssetType::CoastGuard:
    case AssetType::MaritimePatrolAircraft:
    case AssetType::Fighter:
    case AssetType::Bomber:
    case AssetType::TankerAircraft:
    case AssetType::AewAircraft:
        return true;
    default:
        return military;
    }
}

ContactKind Contact::contact_kind() const noexcept {
    if (is_ship(type)) return ContactKind::Ship;
    if (is_aircraft(type)) return ContactKind::Aircraft;
    if (type != AssetType::Other) return ContactKind::Other;
    if (key.starts_with("mmsi:")) return ContactKind::Ship;
    return key.starts_with("icao:") ? ContactKind::Aircraft : ContactKind::Other;
}

FeedTrack* TrackStore::track_of(const std::string& key) {
    const auto known = m_of.find(key);
    if (known != m_of.end()) return &m_tracks[known->second];
    if (m_tracks.size() >= m_limits.tracks) return nullptr;
    // Keys may differ in signs only which an id cannot have.
    const std::string plain = id_of(key);
    std::string id = plain;
    // A hostile log may have thousands of them: the number of those before it, not a search from 2 on.
    if (m_by_id.contains(id)) id = plain + "-" + std::to_string(m_tracks.size() + 1);
    while (m_by_id.contains(id))
        id += "-x";
    m_of.emplace(key, m_tracks.size());
    m_by_id.emplace(id, m_tracks.size());
    FeedTrack& made = m_tracks.emplace_back();
    made.who.key = key;
    made.who.id = id;
    return &made;
}

const FeedTrack* TrackStore::by_id(std::string_view id) const {
    const auto known = m_by_id.find(std::string{id});
    return known == m_by_id.end() ? nullptr : &m_tracks[known->second];
}

void TrackStore::take(const FeedMessage& report, std::uint8_t feed) {
    ++m_counts.reports;
    if (report.aid && !report.distress) {
        ++m_counts.aids;
        return;
    }
    FeedTrack* track = track_of(report.key);
    if (!track) {
        ++m_counts.refused;
        return;
    }
    learn(track->who, report);
    if (report.position) place(*track, report, feed);
}

void TrackStore::place(FeedTrack& track, const FeedMessage& report, std::uint8_t feed) {
    const double radius_km = report.radius_m ? std::max(*report.radius_m / 1000.0, 0.001) : usual_radius_km;
    const bool ends = report.stale && *report.stale <= report.time;
    const TrackPoint point{report.time,
                           report.stale && *report.stale > report.time ? *report.stale : report.time,
                           *report.position,
                           or_not_said(report.speed_kn),
                           or_not_said(report.course_deg),
                           static_cast<float>(radius_km),
                           report.activity.value_or(Activity::None),
                           !report.doubts.empty(),
                           ends,
                           feed};
    track.ended = track.ended || ends;
    m_first = std::min(m_first, point.time);
    m_last = std::max(m_last, point.time);
    auto& points = track.points;
    const auto at = std::ranges::upper_bound(points, point.time, {}, &TrackPoint::time);
    if (at != points.begin() && std::prev(at)->time == point.time) {
        *std::prev(at) = point;
        ++m_counts.repeated;
        return;
    }
    const auto spacing = m_limits.spacing[static_cast<std::size_t>(track.who.contact_kind())];
    if (at == points.end() && points.size() >= 2 && points.back().time - points[points.size() - 2].time < spacing) {
        points.back() = point; // the newest always counts, and what it takes the place of was near another
        ++m_counts.thinned;
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
void TrackStore::thin(FeedTrack& track) {
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

Coverage TrackStore::coverage(Instant from, Instant to) const {
    Coverage heard;
    for (const FeedTrack& track : m_tracks) {
        const auto first = std::ranges::upper_bound(track.points, from, {}, &TrackPoint::time);
        for (auto point = first; point != track.points.end() && point->time <= to; ++point)
            heard.hear(point->at);
    }
    return heard;
}

} // namespace assets
