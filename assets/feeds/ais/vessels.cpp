#include "assets/feeds/ais/vessels.hpp"

#include "assets/feeds/doubt_reasons.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace assets::ais {

namespace {

/// FNV-1a; never 0.
std::uint64_t hash_of(std::string_view text) noexcept {
    std::uint64_t hash = 14'695'981'039'346'656'037U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
    return hash == 0 ? 1 : hash;
}

/// The distance on a sphere (haversine) in nautical miles. Its error of up to half a percent does not matter here.
double nautical_miles(double lon1, double lat1, double lon2, double lat2) noexcept {
    constexpr double degree = std::numbers::pi / 180;
    const double half_lat = std::sin((lat2 - lat1) * degree / 2);
    const double half_lon = std::sin((lon2 - lon1) * degree / 2);
    const double h = half_lat * half_lat + std::cos(lat1 * degree) * std::cos(lat2 * degree) * half_lon * half_lon;
    return 2 * 60 / degree * std::asin(std::min(1.0, std::sqrt(h)));
}

} // namespace

bool Vessels::reachable(const Place& from, const Place& to, double knots) {
    auto elapsed_s = in_seconds(std::chrono::abs(to.time - from.time));
    // The receiver's time is wrong for a log that is read at once and for a line that was buffered. The second of the
    // minute, which the sender gives with each position, is then a lower bound of the interval.
    if (from.second >= 0 && to.second >= 0)
        elapsed_s = std::max(elapsed_s, static_cast<double>((to.second - from.second + 60) % 60));
    constexpr double clock_error_s = 2; // senders give whole seconds, and their clocks differ
    double allowed = knots * (elapsed_s + clock_error_s) / 3600;
    if (from.coarse || to.coarse) allowed += 0.2; // two cells of 0.1 minutes
    // A minute of arc is a nautical mile at most. This simple bound settles nearly every case.
    const double d_lat = std::abs(static_cast<double>(to.lat) - from.lat);
    double d_lon = std::abs(static_cast<double>(to.lon) - from.lon);
    d_lon = std::min(d_lon, 360 - d_lon);
    if ((d_lat + d_lon) * 60 <= allowed) return true;
    return nautical_miles(from.lon, from.lat, to.lon, to.lat) <= allowed;
}

void Vessels::check_name(Vessel& vessel, FeedMessage& message) {
    if (!message.name) return;
    const std::uint64_t name = hash_of(*message.name);
    if (vessel.name == 0 || vessel.name == name || vessel.other_name == name) {
        vessel.name = name;
        vessel.other_name = 0;
        return;
    }
    vessel.other_name = name;
    message.doubts.emplace_back(doubt_reason::other_name);
    message.name.reset();
}

void Vessels::check_place(Vessel& vessel, const MessageFacts& facts, FeedMessage& message) {
    if (!message.position) return;
    const Place place{static_cast<float>(message.position->lon()),
                      static_cast<float>(message.position->lat()),
                      message.time,
                      static_cast<std::int8_t>(facts.second),
                      true,
                      facts.coarse};
    const double knots = facts.aircraft ? max_aircraft_knots : max_knots;
    const auto reachable_from = [&](const Place& before) {
        return before.set && reachable(before, place, knots);
    };
    if (!vessel.place.set || reachable_from(vessel.place) || reachable_from(vessel.other_place)) {
        vessel.place = place;
        vessel.other_place = {};
        return;
    }
    vessel.other_place = place;
    message.doubts.emplace_back(facts.aircraft ? doubt_reason::aircraft_jumps : doubt_reason::ship_jumps);
}

void Vessels::check(const MessageFacts& facts, FeedMessage& message) {
    if (!message.position && !message.name) return;
    Vessel& vessel = find(facts.mmsi);
    check_name(vessel, message);
    check_place(vessel, facts, message);
}

Vessels::Vessel& Vessels::find(std::uint32_t mmsi) {
    const auto young = m_young.find(mmsi);
    if (young != m_young.end()) return young->second;
    if (m_young.size() >= max_vessels / 2) {
        m_old = std::move(m_young);
        m_young = {};
    }
    Vessel& vessel = m_young[mmsi];
    if (const auto old = m_old.find(mmsi); old != m_old.end()) {
        vessel = old->second;
        m_old.erase(old);
    }
    return vessel;
}

} // namespace assets::ais
