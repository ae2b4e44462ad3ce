#include "app/export/track/track_files.hpp"
#include "app/state/state_areas.hpp"
#include "assets/model/values/web_link.hpp"
#include "assets/timeline/deciding_fix.hpp"
#include "geo/earth/path/cut_line.hpp"

#include <cmath>

#include <nlohmann/json.hpp>

namespace app {

namespace {

using assets::Fix;
using Json = nlohmann::ordered_json;

double rounded(double value, int decimals) {
    const double steps = std::pow(10.0, decimals);
    const double nearest = std::round(value * steps) / steps;
    return nearest == 0 ? 0 : nearest; // no -0
}

Json text_or_null(std::string_view text) {
    return text.empty() ? Json{} : Json(std::string{text});
}

Json number_or_null(std::optional<double> value) {
    return value ? Json(rounded(*value, 3)) : Json{};
}

/// The last instant of a report; null when it goes on.
Json end_of(const Fix& fix) {
    const assets::Instant end = fix.measured_end();
    return end + std::chrono::hours{24} >= assets::far_future ? Json{} : Json(assets::to_iso(end));
}

Json asset_members(const assets::Scenario& s, assets::AssetIndex index, std::string_view role) {
    const assets::Asset& asset = s.assets[index];
    return {{"role", std::string{role}},
            {"asset", asset.id},
            {"name", asset.name},
            {"type", std::string{assets::to_string(asset.type)}},
            {"country", text_or_null(asset.country)}};
}

Json feature(Json geometry, Json properties) {
    return {{"type", "Feature"}, {"geometry", std::move(geometry)}, {"properties", std::move(properties)}};
}

/// A point; the outline of the area of a wide report; null for a report that says aboard which carrier the asset was.
Json geometry_of(const assets::Scenario& s, const Fix& fix) {
    if (!fix.position || fix.at_asset() != assets::no_index) return {};
    if (assets::is_precise(fix))
        return {{"type", "Point"},
                {"coordinates", Json::array({rounded(fix.position->lon(), 6), rounded(fix.position->lat(), 6)})}};
    assets::State state;
    state.fix = &fix;
    state.point = assets::PointIs::StandIn;
    return Json::parse(geojson_multipolygon(reported_area(s, state)));
}

Json report(const assets::Scenario& s, const Fix& fix) {
    Json properties = asset_members(s, fix.asset, "report");
    properties["row"] = fix.line;
    properties["from"] = assets::to_iso(fix.from);
    properties["to"] = end_of(fix);
    properties["during"] = fix.during() == assets::During::Sometime ? "sometime" : "throughout";
    properties["time_error_h"] = rounded(fix.time_error_h(), 3);
    properties["point"] = !fix.position || fix.at_asset() != assets::no_index ? Json{}
                          : assets::is_precise(fix)                           ? Json("position")
                                                                              : Json("area");
    properties["radius_km"] = fix.position ? Json(rounded(fix.radius_km, 3)) : Json{};
    properties["place"] = text_or_null(fix.place());
    properties["area"] = text_or_null(fix.area() ? fix.area()->id : "");
    properties["at_asset"] = fix.at_asset() == assets::no_index ? Json{} : Json(s.assets[fix.at_asset()].id);
    properties["kind"] = std::string{assets::to_string(fix.kind())};
    properties["activity"] = text_or_null(assets::to_string(fix.activity()));
    properties["course_deg"] = number_or_null(fix.course_deg);
    properties["speed_kn"] = number_or_null(fix.speed_kn);
    properties["confidence"] = text_or_null(assets::to_string(fix.confidence()));
    properties["confidence_date"] = text_or_null(assets::to_string(fix.confidence_date()));
    properties["grade"] = text_or_null(fix.grade());
    Json ids = Json::array(), addresses = Json::array();
    for (const assets::SourceIndex source : fix.sources()) {
        ids.push_back(s.sources[source].id);
        if (const auto link = assets::web_link(s.sources[source].url); !link.empty()) addresses.push_back(link);
    }
    properties["sources"] = std::move(ids);
    properties["urls"] = std::move(addresses);
    return feature(geometry_of(s, fix), std::move(properties));
}

Json line_of(const assets::Leg& leg) {
    constexpr double step_m = 50'000; // near enough for programs that draw straight lines in longitude and latitude
    Json lines = Json::array();
    for (const geo::Polyline& piece : geo::cut_at_antimeridian(leg.polyline(step_m))) {
        Json points = Json::array();
        for (const geo::Degrees& p : piece)
            points.push_back({rounded(p.lon, 6), rounded(p.lat, 6)});
        lines.push_back(std::move(points));
    }
    if (lines.empty()) return {}; // the asset stays in one place
    if (lines.size() == 1) return {{"type", "LineString"}, {"coordinates", std::move(lines.front())}};
    return {{"type", "MultiLineString"}, {"coordinates", std::move(lines)}};
}

Json between(const assets::Scenario& s, const assets::ReportedTrack& track, const assets::BetweenReports& pair) {
    const Fix &earlier = *track.reports[pair.from], &later = *track.reports[pair.to];
    Json properties = asset_members(s, track.asset, pair.leg ? "leg" : "silence");
    properties["from_row"] = earlier.line;
    properties["to_row"] = later.line;
    if (!pair.leg) {
        const auto hours = std::max(0.0, assets::in_hours(later.from - earlier.measured_end()));
        properties["from"] = assets::to_iso(earlier.measured_end());
        properties["to"] = assets::to_iso(later.from);
        properties["hours"] = rounded(hours, 3);
        properties["why"] = std::string{assets::to_string(pair.why)};
        return feature({}, std::move(properties));
    }
    const assets::Leg& leg = *pair.leg;
    properties["how"] = pair.how == assets::Continuity::Reported ? "reported" : "estimated";
    properties["over_water"] = s.assets[track.asset].path == assets::PathRule::Sea;
    properties["depart"] = assets::to_iso(leg.depart);
    properties["arrive"] = assets::to_iso(leg.arrive);
    properties["distance_km"] = rounded(leg.distance_m / 1000, 3);
    properties["speed_kn"] = leg.arrive > leg.depart ? Json(rounded(leg.speed_kn, 3)) : Json{};
    properties["flags"] = leg.flags.names();
    return feature(line_of(leg), std::move(properties));
}

std::string text_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace

std::string geojson_of(const TrackData& data) {
    std::string features;
    const auto add = [&](const Json& one) {
        features += (features.empty() ? "\n" : ",\n") + text_of(one);
    };
    for (const assets::ReportedTrack& track : data.tracks) {
        for (const Fix* fix : track.reports)
            add(report(data.scenario, *fix));
        for (const assets::BetweenReports& pair : track.between)
            add(between(data.scenario, track, pair));
    }
    std::string head = "{\"type\":\"FeatureCollection\",\"scenario\":" + text_of(Json(data.scenario.title)) +
                       ",\"from\":" + text_of(Json(assets::to_iso(data.from))) +
                       ",\"to\":" + text_of(Json(assets::to_iso(data.to)));
    if (data.round_deg) head += ",\"rounded_to_deg\":" + trimmed(*data.round_deg, 6);
    return head + ",\"features\":[" + features + "\n]}\n";
}

} // namespace app
