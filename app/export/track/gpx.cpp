#include "app/export/track/track_files.hpp"
#include "app/state/state_areas.hpp"
#include "assets/model/values/web_link.hpp"
#include "assets/timeline/deciding_fix.hpp"
#include "geo/earth/lonlat.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace app {

namespace {

using assets::Fix;

constexpr std::string_view namespace_uri = "urn:theatrum:gpx:1";

/// Text as the content of an XML element. Control characters, which XML 1.0 does not allow, become blanks.
std::string escaped_xml(std::string_view text) {
    std::string safe;
    for (const char c : text)
        safe += c == '&'                                                         ? "&amp;"
                : c == '<'                                                       ? "&lt;"
                : c == '>'                                                       ? "&gt;"
                : c == '"'                                                       ? "&quot;"
                : static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? " "
                                                                                 : std::string(1, c);
    return safe;
}

/// An element with text; empty for an empty text.
std::string element(std::string_view name, std::string_view text) {
    return text.empty() ? std::string{} : fmt::format("<{0}>{1}</{0}>", name, escaped_xml(text));
}

/// The attributes of a point. GPX has longitudes from -180 until just before 180.
std::string at(double lon, double lat) {
    double east = std::round(geo::wrap_longitude(lon) * 1e6) / 1e6;
    if (east >= 180) east -= 360;
    return fmt::format("lat=\"{}\" lon=\"{}\"", trimmed(lat, 6), trimmed(east, 6));
}

bool has_position(const Fix& fix) {
    return fix.position && assets::is_precise(fix);
}

bool goes_on(const Fix& fix) {
    return fix.measured_end() + std::chrono::hours{24} >= assets::far_future;
}

/// What the report says beyond its place and the beginning of its time, for people who read it in another program.
std::string description(const Fix& fix) {
    const std::string_view kind = assets::to_string(fix.kind());
    std::string text = fmt::format("{} {}", kind, assets::to_iso(fix.from));
    if (goes_on(fix))
        text += " and since";
    else if (fix.measured_end() > fix.from)
        text += (fix.during() == assets::During::Sometime ? " or later, until " : " to ") +
                assets::to_iso(fix.measured_end());
    text += fmt::format("; within {} km", trimmed(fix.radius_km, 3));
    if (fix.confidence() != assets::Confidence::None)
        text += fmt::format("; confidence of the place: {}", assets::to_string(fix.confidence()));
    if (fix.confidence_date() != assets::Confidence::None)
        text += fmt::format("; confidence of the date: {}", assets::to_string(fix.confidence_date()));
    if (!fix.note().empty()) text += "; " + fix.note();
    return text;
}

std::string sources_text(const assets::Scenario& s, const Fix& fix) {
    std::string text;
    for (const assets::SourceIndex index : fix.sources()) {
        const assets::Source& source = s.sources[index];
        text += (text.empty() ? "" : "; ") + (source.title.empty() ? source.id : source.title);
        if (!source.publisher.empty()) text += ", " + source.publisher;
    }
    return text;
}

std::string waypoint(const assets::Scenario& s, const Fix& fix) {
    const assets::Asset& asset = s.assets[fix.asset];
    std::string text = fmt::format("<wpt {}>", at(fix.position->lon(), fix.position->lat()));
    text += element("time", assets::to_iso(fix.from));
    text += element("name", asset.name + (fix.place().empty() ? "" : ", " + fix.place()));
    text += element("desc", description(fix)) + element("src", sources_text(s, fix));
    for (const assets::SourceIndex source : fix.sources())
        if (const auto link = assets::web_link(s.sources[source].url); !link.empty())
            text += fmt::format("<link href=\"{}\"/>", escaped_xml(link));
    text += "<type>report</type><extensions>";
    text += element("t:asset", asset.id) + element("t:row", fmt::format("{}", fix.line));
    if (!goes_on(fix)) text += element("t:until", assets::to_iso(fix.measured_end()));
    text += element("t:radius_km", trimmed(fix.radius_km, 3));
    text += element("t:kind", assets::to_string(fix.kind()));
    text += element("t:confidence", assets::to_string(fix.confidence()));
    text += element("t:confidence_date", assets::to_string(fix.confidence_date()));
    return text + "</extensions></wpt>\n";
}

std::string timed_point(geo::LonLat where, assets::Instant time) {
    return fmt::format("<trkpt {}>{}</trkpt>\n", at(where.lon(), where.lat()), element("time", assets::to_iso(time)));
}

/// The points of a report on a track: one, or two where it lasts and the track goes on from it.
std::string report_points(const Fix& fix, bool goes_from_here) {
    std::string text = timed_point(*fix.position, fix.from);
    if (goes_from_here && fix.measured_end() > fix.from) text += timed_point(*fix.position, fix.measured_end());
    return text;
}

/// The points of an estimated leg: its ends are known reports with the times at which it leaves and meets them, unless
/// the leg had to leave the point of a report; the others are estimated and have no time.
std::string estimated_points(const assets::Leg& leg) {
    constexpr double step_m = 50'000;
    const geo::Polyline line = leg.polyline(step_m);
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool first = i == 0, last = i + 1 == line.size();
        const bool is_report =
            (first && leg.from == *leg.from_fix->position) || (last && leg.to == *leg.to_fix->position);
        if (is_report)
            text += timed_point(first ? leg.from : leg.to, first ? leg.depart : leg.arrive);
        else
            text += fmt::format("<trkpt {}><type>estimated</type></trkpt>\n", at(line[i].lon, line[i].lat));
    }
    return text;
}

/// The segments of one kind: pairs of reports in a row are one segment as long as each begins where the last one ended.
std::string segments(const assets::ReportedTrack& track, assets::Continuity kind) {
    std::string text;
    const assets::BetweenReports* last = nullptr;
    for (const assets::BetweenReports& pair : track.between) {
        if (!pair.leg || pair.how != kind) continue;
        const bool continues = last != nullptr && last->to == pair.from;
        if (last != nullptr && !continues) text += "</trkseg>\n";
        if (!continues) text += "<trkseg>\n";
        if (kind == assets::Continuity::Estimated) {
            text += estimated_points(*pair.leg);
        } else {
            if (!continues) text += report_points(*track.reports[pair.from], true);
            const bool goes_on_from = std::any_of(track.between.begin(), track.between.end(), [&](const auto& next) {
                return next.leg && next.how == kind && next.from == pair.to;
            });
            text += report_points(*track.reports[pair.to], goes_on_from);
        }
        last = &pair;
    }
    return last == nullptr ? text : text + "</trkseg>\n";
}

std::string track_element(const std::string& name, std::string_view type, const std::string& description,
                          const std::string& segments) {
    if (segments.empty()) return {};
    return "<trk>" + element("name", name) + element("desc", description) + element("type", type) + "\n" + segments +
           "</trk>\n";
}

std::string metadata(const TrackData& data) {
    std::string text =
        fmt::format("Reports from {} until {}. Waypoints are reports. Tracks named \"reported\" join "
                    "reports at most three hours apart; tracks named \"estimated\" are worked out between "
                    "reports, and their points without a time were not reported. Where nothing was "
                    "reported for longer there is no line.",
                    assets::to_iso(data.from), assets::to_iso(data.to));
    if (const std::size_t left_out = reports_without_position(data); left_out > 0)
        text += fmt::format(" Left out, because a report from an area has no position: {}.", left_out);
    if (data.round_deg)
        text += fmt::format(" Positions are deliberately rounded to {} degrees.", trimmed(*data.round_deg, 6));
    return "<metadata>" + element("name", data.scenario.title) + element("desc", text) + "</metadata>\n";
}

} // namespace

std::size_t reports_without_position(const TrackData& data) {
    std::size_t count = 0;
    for (const assets::ReportedTrack& track : data.tracks)
        count += static_cast<std::size_t>(std::count_if(track.reports.begin(), track.reports.end(),
                                                        [](const Fix* fix) { return !has_position(*fix); }));
    return count;
}

std::string gpx_of(const TrackData& data) {
    std::string gpx = fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" "
                                  "creator=\"Theatrum\" xmlns=\"http://www.topografix.com/GPX/1/1\" xmlns:t=\"{}\">\n",
                                  namespace_uri);
    gpx += metadata(data);
    for (const assets::ReportedTrack& track : data.tracks)
        for (const Fix* fix : track.reports)
            if (has_position(*fix)) gpx += waypoint(data.scenario, *fix);
    for (const assets::ReportedTrack& track : data.tracks) {
        const std::string& name = data.scenario.assets[track.asset].name;
        gpx += track_element(name + ": reported", "reported", "Joins reports at most three hours apart.",
                             segments(track, assets::Continuity::Reported));
        gpx += track_element(name + ": estimated between reports", "estimated",
                             "Worked out between reports; points without a time were not reported.",
                             segments(track, assets::Continuity::Estimated));
    }
    return gpx + "</gpx>\n";
}

} // namespace app
