#include "assets/feeds/track/track_store.hpp"

#include "assets/feeds/doubt_reasons.hpp"

#include <algorithm>
#include <cmath>

namespace assets {

namespace {

/// The radius of a position without a stated accuracy: a ship's length and a receiver's error.
constexpr double usual_radius_km = 0.1;

float or_not_given(const std::optional<double>& value) {
    return value ? static_cast<float>(*value) : TrackPoint::not_given;
}

/// Turns "mmsi:316138000" into an asset id: [a-z0-9][a-z0-9._-]*
std::string id_of(std::string_view key) {
    std::string id;
    for (const char c : key) {
        const bool capital = c >= 'A' && c <= 'Z';
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
        id += capital ? static_cast<char>(c - 'A' + 'a') : plain ? c : '-';
    }
    return id;
}

/// What a reason in FeedMessage::doubts says of the contact; nothing for a reason that concerns one message.
std::optional<Doubt> doubt_of(std::string_view reason) {
    using namespace doubt_reason;
    if (reason == ship_jumps || reason == aircraft_jumps) return Doubt::Jump;
    if (reason == other_name) return Doubt::OtherName;
    if (reason == imo_number) return Doubt::Imo;
    if (reason == no_positioning || reason == position_0_0 || reason == position_out_of_range) return Doubt::Position;
    if (reason == no_mmsi) return Doubt::Number;
    return std::nullopt;
}

template <class T>
void set_if_given(T& known, const std::optional<T>& given) {
    if (given) known = *given;
}

void update(Contact& contact, const FeedMessage& message) {
    set_if_given(contact.type, message.type);
    set_if_given(contact.sidc, message.sidc);
    set_if_given(contact.side, message.side);
    set_if_given(contact.country, message.country);
    contact.military = contact.military || message.military;
    contact.distress = contact.distress || message.distress;
    if (message.distress) contact.under_test = message.under_test;
    contact.pleasure = contact.pleasure || message.pleasure;
    if (message.imo) contact.imo = message.imo;
    set_if_given(contact.destination, message.destination);
    set_if_given(contact.eta, message.eta);
    set_if_given(contact.status, message.status);
    set_if_given(contact.ship_code, message.ship_code);
    if (message.length_m) contact.length_m = static_cast<float>(*message.length_m);
    if (message.beam_m) contact.beam_m = static_cast<float>(*message.beam_m);
    if (message.draught_m) contact.draught_m = static_cast<float>(*message.draught_m);
    if (message.transponder != 0) contact.transponder = message.transponder;
    if (!message.source.empty()) contact.station = message.source;
    contact.heard = std::max(contact.heard, message.time);
    for (const std::string& reason : message.doubts)
        if (const auto doubt = doubt_of(reason)) {
            Instant& at = contact.doubted_at[static_cast<std::size_t>(*doubt)];
            at = std::max(at, message.time);
        }
}

/// What a distress beacon is, by the first digits of its number; empty for any other sender.
std::string_view beacon_name(std::string_view key) noexcept {
    if (key.starts_with("mmsi:970")) return "AIS-SART";
    if (key.starts_with("mmsi:972")) return "Man overboard beacon";
    return key.starts_with("mmsi:974") ? "EPIRB" : std::string_view{};
}

/// Whether a SIDC of 30 digits is of the symbol set of aircraft.
bool is_air_track(std::string_view sidc) noexcept {
    return sidc.size() == 30 && sidc.substr(4, 2) == "01";
}

} // namespace

std::string_view to_string(ContactKind kind) noexcept {
    constexpr std::array<std::string_view, 3> names{"ship", "aircraft", "other"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view words_of(Doubt doubt) noexcept {
    constexpr std::array<std::string_view, doubts_count> words{
        "impossible jump",  "in two places at once",         "sends two names",
        "wrong IMO number", "its positioning does not work", "not a valid MMSI"};
    return words[static_cast<std::size_t>(doubt)];
}

VesselClass Contact::vessel_class() const noexcept {
    if (type == AssetType::CoastGuard || type == AssetType::PatrolShip) return VesselClass::CoastGuard;
    if (military || (is_ship(type) && official())) return VesselClass::Naval;
    if (type == AssetType::Fishing) return VesselClass::Fishing;
    const bool state_service = type == AssetType::SurveyShip || type == AssetType::HospitalShip ||
                               type == AssetType::Icebreaker || ship_code == 53 || ship_code == 54 || ship_code == 58;
    if (state_service) return VesselClass::Government;
    if (ship_code >= 70 && ship_code <= 79) return VesselClass::Cargo;
    if (ship_code >= 80 && ship_code <= 89) return VesselClass::Tanker;
    return VesselClass::Other;
}

std::string_view Contact::number() const noexcept {
    const std::string_view all{key};
    const auto colon = all.find(':');
    return colon == std::string_view::npos ? all : all.substr(colon + 1);
}

std::string Contact::shown_name() const {
    if (!name.empty()) return name;
    if (!callsign.empty()) return callsign;
    std::string known_as{number()}; // not const, so that the return moves it
    if (const auto beacon = beacon_name(key); !beacon.empty())
        return std::string{beacon} + (under_test ? " under test " : " ") + known_as;
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
    case AssetType::AmphibiousAssault:
    case AssetType::Corvette:
    case AssetType::LittoralCombatShip:
    case AssetType::CommandShip:
    case AssetType::IntelligenceShip:
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

ContactKind Contact::kind() const noexcept {
    if (is_ship(type)) return ContactKind::Ship;
    if (is_aircraft(type)) return ContactKind::Aircraft;
    if (type != AssetType::Other) return ContactKind::Other;
    if (!beacon_name(key).empty()) return ContactKind::Other;
    if (is_air_track(sidc)) return ContactKind::Aircraft;
    if (key.starts_with("mmsi:")) return ContactKind::Ship;
    return key.starts_with("icao:") ? ContactKind::Aircraft : ContactKind::Other;
}

FeedTrack* TrackStore::track_of(const std::string& key) {
    const auto known = m_by_key.find(key);
    if (known != m_by_key.end()) return &m_tracks[known->second];
    if (m_tracks.size() >= m_limits.tracks) return nullptr;
    // Different keys may give the same id, because some characters of a key are not allowed in an id.
    const std::string plain = id_of(key);
    std::string id = plain;
    // A hostile log may have thousands of such keys, so the suffix is the number of the track: counting up from 2 would
    // be slow.
    if (m_by_id.contains(id)) id = plain + "-" + std::to_string(m_tracks.size() + 1);
    while (m_by_id.contains(id))
        id += "-x";
    m_by_key.emplace(key, m_tracks.size());
    m_by_id.emplace(id, m_tracks.size());
    FeedTrack& made = m_tracks.emplace_back();
    made.contact.key = key;
    made.contact.id = id;
    return &made;
}

const FeedTrack* TrackStore::by_id(std::string_view id) const {
    const auto known = m_by_id.find(std::string{id});
    return known == m_by_id.end() ? nullptr : &m_tracks[known->second];
}

const FeedTrack* TrackStore::take(const FeedMessage& message, std::uint8_t feed) {
    ++m_counts.messages;
    if (message.outline || message.alert) {
        if (!m_drawings.take(message, feed)) ++m_counts.drawings_refused;
        return nullptr;
    }
    if (message.aid && !message.distress) {
        ++m_counts.aids;
        return nullptr;
    }
    FeedTrack* track = track_of(message.key);
    if (!track) {
        ++m_counts.refused;
        return nullptr;
    }
    take_names(*track, message);
    update(track->contact, message);
    if (!message.position) return track;
    note_jumps(*track, message);
    add_point(*track, message, feed);
    return track;
}

/// A contact is in two places when its positions jump away and come back a second time.
void TrackStore::note_jumps(FeedTrack& track, const FeedMessage& message) {
    constexpr int returns_of_two_places = 2;
    const bool jumps = std::ranges::any_of(message.doubts, [](const auto& d) { return doubt_of(d) == Doubt::Jump; });
    if (jumps) {
        track.jumped_to = *message.position;
        return;
    }
    if (!track.jumped_to) return;
    // A position near the one jumped to confirms the jump; any other is a return.
    constexpr double near_deg = 0.05;
    const bool near = std::abs(track.jumped_to->lat() - message.position->lat()) < near_deg &&
                      std::abs(geo::wrap_longitude(track.jumped_to->lon() - message.position->lon())) < 2 * near_deg;
    track.returns = near ? 0 : track.returns + 1;
    track.jumped_to.reset();
    if (track.returns >= returns_of_two_places)
        track.contact.doubted_at[static_cast<std::size_t>(Doubt::TwoPlaces)] = message.time;
}

void TrackStore::take_names(FeedTrack& track, const FeedMessage& message) {
    const auto set = [&](std::string& known, const std::optional<std::string>& given) {
        if (!given) return;
        known = *given;
        if (!m_limits.missing_characters) return;
        const auto missing = m_limits.missing_characters(known);
        if (missing.empty()) return;
        remove_characters(known, missing);
        if (!track.cut_name) ++m_counts.cut_names;
        track.cut_name = true;
    };
    set(track.contact.name, message.name);
    set(track.contact.callsign, message.callsign);
}

void TrackStore::add_point(FeedTrack& track, const FeedMessage& message, std::uint8_t feed) {
    const double radius_km = message.radius_m ? std::max(*message.radius_m / 1000.0, 0.001) : usual_radius_km;
    const bool ends = message.stale && *message.stale <= message.time;
    const TrackPoint point{message.time,
                           message.stale && *message.stale > message.time ? *message.stale : message.time,
                           *message.position,
                           or_not_given(message.speed_kn),
                           or_not_given(message.course_deg),
                           or_not_given(message.heading_deg),
                           static_cast<float>(radius_km),
                           message.activity.value_or(Activity::None),
                           !message.doubts.empty(),
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
    const auto spacing = m_limits.spacing[static_cast<std::size_t>(track.contact.kind())];
    if (at == points.end() && points.size() >= 2 && points.back().time - points[points.size() - 2].time < spacing) {
        points.back() = point; // the newest point is always kept, instead of the last one, which came too soon
        ++m_counts.thinned;
        return;
    }
    if (points.size() < points.capacity()) {
        points.insert(at, point);
    } else { // grows by a quarter: doubling would leave half of the memory of millions of points unused
        const auto place = at - points.begin();
        points.reserve(points.size() + std::max<std::size_t>(points.size() / 4, 8));
        points.insert(points.begin() + place, point);
    }
    ++m_counts.points;
    if (m_limits.drop_oldest) {
        const std::size_t slack = m_limits.points / 20; // so that looking for the oldest is rare
        if (m_counts.points > m_limits.points + slack) keep_newest();
        return;
    }
    if (points.size() > m_limits.points_per_track) thin(track);
    if (m_counts.points > m_limits.points)
        for (auto& each : m_tracks)
            thin(each);
}

void TrackStore::keep_newest() {
    if (!m_limits.drop_oldest || m_counts.points <= m_limits.points) return;
    std::size_t surplus = m_counts.points - m_limits.points;
    std::vector<Instant> times;
    times.reserve(m_counts.points);
    for (const FeedTrack& track : m_tracks)
        for (const TrackPoint& point : track.points)
            times.push_back(point.time);
    const auto nth = times.begin() + static_cast<std::ptrdiff_t>(surplus);
    std::ranges::nth_element(times, nth);
    const Instant oldest_kept = *nth;
    // Of the points of that very instant, those of the tracks that were heard first go.
    auto of_instant = surplus - static_cast<std::size_t>(
                                    std::count_if(times.begin(), nth, [&](Instant t) { return t < oldest_kept; }));
    m_counts.points -= surplus;
    m_counts.thinned += surplus;
    for (FeedTrack& track : m_tracks) {
        auto& points = track.points;
        auto first = std::ranges::lower_bound(points, oldest_kept, {}, &TrackPoint::time);
        if (of_instant > 0 && first != points.end() && first->time == oldest_kept) {
            ++first;
            --of_instant;
        }
        points.erase(points.begin(), first);
    }
    m_first = oldest_kept;
}

void TrackStore::release_points(std::size_t track) {
    m_counts.points -= m_tracks[track].points.size();
    std::vector<TrackPoint>{}.swap(m_tracks[track].points); // an assignment would keep the memory
}

/// Removes every other point of the older half. The first and the newest point stay.
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
    Coverage coverage;
    for (const FeedTrack& track : m_tracks) {
        const auto first = std::ranges::upper_bound(track.points, from, {}, &TrackPoint::time);
        for (auto point = first; point != track.points.end() && point->time <= to; ++point)
            coverage.add(point->at);
    }
    return coverage;
}

} // namespace assets
