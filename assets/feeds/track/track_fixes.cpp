#include "assets/feeds/track/track_fixes.hpp"

#include <algorithm>
#include <cmath>

namespace assets {

namespace {

/// Rounds to a multiple of 1 / `steps_per_unit`.
double rounded(double value, double steps_per_unit) {
    return std::round(value * steps_per_unit) / steps_per_unit;
}

std::optional<double> number(float value) {
    return std::isnan(value) ? std::nullopt : std::optional<double>{rounded(value, 10)};
}

double sailed_km(float speed_kn, Duration time) {
    constexpr double km_per_second_per_knot = 1.852 / 3600.0;
    return std::isnan(speed_kn) ? 0.0 : speed_kn * km_per_second_per_knot * in_seconds(time);
}

} // namespace

Asset asset_of(const Contact& contact, const AgeLimits& limits) {
    const TypeDefaults& usual = defaults_for(contact.type);
    const std::string name = contact.shown_name(), known_as{contact.number()};
    return {.id = contact.id,
            .name = name,
            .prefix = {},
            .short_name = name,
            .hull = {},
            .type = contact.type,
            .sidc = contact.sidc,
            .side = contact.side,
            .country = contact.country,
            .operator_name = {},
            .mmsi = contact.key.starts_with("mmsi:") ? known_as : "",
            .icao = contact.key.starts_with("icao:") ? known_as : "",
            .uid = contact.key.starts_with("uid:") ? known_as : "",
            .max_speed_kn = usual.max_speed_kn,
            .path = PathRule::GreatCircle, // fixes follow too closely for a detour around land
            .max_gap = limits.max_gap,
            .stale_after = limits.stale_after,
            .lost_after = limits.lost_after,
            .rank = usual.rank,
            .aliases = {},
            .note = {},
            .line = 0};
}

const SharedDetails& FeedDetails::of(Activity activity, Confidence confidence, SourceIndex source) {
    const auto [known, is_new] = m_known.try_emplace({activity, confidence, source});
    if (is_new) {
        FixDetails& details = known->second.edit();
        details.during = During::Throughout;
        details.precision = Precision::Time;
        details.kind = FixKind::Observed;
        details.confidence = confidence;
        details.activity = activity;
        details.sources = {source};
        details.utc_offset_h = m_utc_offset_h;
    }
    return known->second;
}

std::vector<Deployment> deployments_of(const FeedTrack& track, AssetIndex index, SourceIndex source) {
    std::vector<Deployment> made;
    if (!track.ended) return made;
    for (const TrackPoint& point : track.points) {
        if (made.empty() || made.back().to)
            made.push_back({.asset = index,
                            .from = point.time,
                            .to = {},
                            .operations = {},
                            .sources = {source},
                            .note = "heard on a feed",
                            .line = 0});
        if (point.ends) made.back().to = point.time;
    }
    return made;
}

Fix fix_of(const FeedTrack& track, std::size_t point_index, const AgeLimits& limits, AssetIndex index,
           SourceIndex source, FeedDetails& details, bool confirmed) {
    const TrackPoint& point = track.points[point_index];
    const TrackPoint* next = point_index + 1 < track.points.size() ? &track.points[point_index + 1] : nullptr;
    Instant until = point.until;
    // Between points that are farther apart in time, a leg is better than holding the first point.
    if (!point.ends && (!next || next->time - point.time <= limits.holds))
        until = std::max(until, point.time + limits.holds);
    if (next) until = std::min(until, next->time - tick);
    Fix fix{};
    fix.asset = index;
    fix.from = point.time;
    fix.to = std::max(point.time, until);
    fix.position = point.at;
    fix.radius_km = std::max(0.001, rounded(point.radius_km + sailed_km(point.speed_kn, fix.measured_end() - fix.from),
                                            1000)); // to the metre
    fix.course_deg = number(point.course_deg);
    fix.speed_kn = number(point.speed_kn);
    const bool low = (track.contact.official() && !confirmed) || point.doubted;
    fix.details = details.of(point.activity, low ? Confidence::Low : Confidence::None, source);
    return fix;
}

void end_at(Fix& fix, Instant t) {
    fix.to = std::max(fix.from, std::min(fix.to, t));
}

} // namespace assets
