#include "assets/feeds/ais/vessels.hpp"

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

/// On a sphere (haversine), in nautical miles: half a percent does not matter here.
double nautical_miles(double lon1, double lat1, double lon2, double lat2) noexcept {
    constexpr double degree = std::numbers::pi / 180;
    const double half_lat = std::sin((lat2 - lat1) * degree / 2);
    const double half_lon = std::sin((lon2 - lon1) * degree / 2);
    const double h = half_lat * half_lat + std::cos(lat1 * degree) * std::cos(lat2 * degree) * half_lon * half_lon;
    return 2 * 60 / degree * std::asin(std::min(1.0, std::sqrt(h)));
}

} // namespace

bool Vessels::reachable(const Place& from, const Place& to, double knots) {
    auto apart = in_seconds(std::chrono::abs(to.time - from.time));
    // A log read at once, or a line that lay in a buffer, has the receiver's time wrong: the second of the minute that
    // the sender gives with each position says how far apart they are at least.
    if (from.second >= 0 && to.second >= 0)
        apart = std::max(apart, static_cast<double>((to.second - from.second + 60) % 60));
    constexpr double clocks_s = 2; // the seconds that senders give are whole, and their clocks differ
    double allowed = knots * (apart + clocks_s) / 3600;
    if (from.coarse || to.coarse) allowed += 0.2; // two cells of 0.1 minutes
    // A minute of arc is a mile at most: nearly every report is done here.
    const double d_lat = std::abs(static_cast<double>(to.lat) - from.lat);
    double d_lon = std::abs(static_cast<double>(to.lon) - from.lon);
    d_lon = std::min(d_lon, 360 - d_lon);
    if ((d_lat + d_lon) * 60 <= allowed) return true;
    return nautical_miles(from.lon, from.lat, to.lon, to.lat) <= allowed;
}

void Vessels::check_name(Vessel& vessel, FeedMessage& report) {
    if (!report.name) return;
    const std::uint64_t name = hash_of(*report.name);
    if (vessel.name == 0 || vessel.name == name || vessel.other_name == name) {
        vessel.name = name;
        vessel.other_name = 0;
        return;
    }
    vessel.other_name = name;
    report.doubts.push_back("another name, heard once: " + *report.name);
    report.name.reset();
}

void Vessels::check_place(Vessel& vessel, const Sender& sender, FeedMessage& report) {
    if (!report.position) return;
    const Place place{static_cast<float>(report.position->lon()),
                      static_cast<float>(report.position->lat()),
                      report.time,
                      static_cast<std::int8_t>(sender.second),
                      true,
                      sender.coarse};
    const double knots = sender.aircraft ? max_aircraft_knots : max_knots;
    const auto follows = [&](const Place& before) {
        return before.set && reachable(before, place, knots);
    };
    if (!vessel.place.set || follows(vessel.place) || follows(vessel.other_place)) {
        vessel.place = place;
        vessel.other_place = {};
        return;
    }
    vessel.other_place = place;
    report.doubts.emplace_back(sender.aircraft ? "jump above 600 kn" : "jump above 100 kn");
}

void Vessels::check(const Sender& sender, FeedMessage& report) {
    if (!report.position && !report.name) return;
    Vessel& vessel = find(sender.mmsi);
    check_name(vessel, report);
    check_place(vessel, sender, report);
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
