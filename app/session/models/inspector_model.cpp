#include "app/session/models/inspector_model.hpp"

#include "app/session/models/asset_list_model.hpp"
#include "app/session/models/timeline_model.hpp"
#include "app/state/state_words.hpp"
#include "assets/model/area.hpp"
#include "assets/model/names.hpp"
#include "geo/earth/geodesic.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace app {

using assets::Scenario;

namespace {

constexpr double km_per_nmi = 1.852;

std::string spaced(std::string_view word) {
    std::string words{word};
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

std::string days(assets::Instant from, assets::Instant to, double offset_h) {
    const auto first = assets::to_long_date(from, offset_h), last = assets::to_long_date(to, offset_h);
    return first == last ? first : first + " to " + last;
}

/// `exact`: both ends are known to the second.
std::string lasting(double hours, bool exact = false) {
    if (hours < 1) {
        if (!exact) return "less than an hour";
        const bool in_minutes = hours * 60 >= 2;
        const long number = std::lround(std::floor(hours * (in_minutes ? 60 : 3600)));
        return fmt::format("{} {}{}", number, in_minutes ? "minute" : "second", number == 1 ? "" : "s");
    }
    const bool in_days = hours >= 48;
    const long number = std::lround(std::floor(in_days ? hours / 24 : hours));
    return fmt::format("{} {}{}", number, in_days ? "day" : "hour", number == 1 ? "" : "s");
}

/// Of a report: with its clock where the day alone was not all that was said.
std::string report_days(const assets::Fix& fix) {
    const bool brief = fix.precision() == assets::Precision::Time && fix.to - fix.from < std::chrono::hours{1};
    if (!brief) return days(fix.from, fix.to, fix.utc_offset_h());
    return instant_words(fix.from, fix.utc_offset_h());
}

std::string coordinates(geo::LonLat p) {
    return fmt::format("{:.3f} {}, {:.3f} {}", std::abs(p.lat()), p.lat() < 0 ? "S" : "N", std::abs(p.lon()),
                       p.lon() < 0 ? "W" : "E");
}

std::string confidence_words(assets::Confidence place, assets::Confidence date) {
    std::vector<std::string> parts;
    if (place != assets::Confidence::None) parts.push_back("place " + std::string{assets::to_string(place)});
    if (date != assets::Confidence::None) parts.push_back("date " + std::string{assets::to_string(date)});
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::vector<SourceWords> sources_of(const Scenario& scenario, const std::vector<assets::SourceIndex>& indices) {
    std::vector<SourceWords> sources;
    for (const auto index : indices) {
        const auto& source = scenario.sources[index];
        // What is handed to a browser comes from a file that anyone may have written.
        const bool is_web = source.url.rfind("https://", 0) == 0 || source.url.rfind("http://", 0) == 0;
        sources.push_back(
            {source.id, source.title, source.publisher, source.published, is_web ? source.url : std::string{}});
    }
    return sources;
}

std::string area_words(const Scenario& scenario, const assets::AreaRef& area) {
    if (area.of == assets::AreaRef::Of::Zone) {
        const auto* zone = scenario.zone(area.id);
        return zone != nullptr ? zone->name : area.id;
    }
    const auto* sea = scenario.atlas != nullptr ? scenario.atlas->seas.by_id(area.id) : nullptr;
    return sea != nullptr ? sea->article_name : area.id;
}

std::string where_words(const Scenario& scenario, const assets::Fix& fix) {
    if (fix.area()) {
        const std::string in = "in " + area_words(scenario, *fix.area());
        return fix.place().empty() ? in : fix.place() + ", " + in;
    }
    if (!fix.place().empty()) return fix.place();
    if (fix.at_asset() < scenario.assets.size()) return "aboard " + scenario.assets[fix.at_asset()].name;
    return fix.position ? coordinates(*fix.position) : "somewhere";
}

ReportWords report_words(const Scenario& scenario, const assets::Fix& fix) {
    ReportWords words;
    words.when = fix.open_end() && fix.to >= assets::far_future
                     ? "from " + assets::to_long_date(fix.from, fix.utc_offset_h())
                     : report_days(fix);
    if (fix.during() == assets::During::Sometime && fix.to - fix.from > std::chrono::hours{24})
        words.when += ", at some time";
    if (fix.time_error_h() > 0) words.when += ", give or take " + lasting(fix.time_error_h());
    words.where = where_words(scenario, fix);
    words.how = std::string{assets::to_string(fix.kind())};
    if (fix.at_asset() >= scenario.assets.size())
        words.how += fmt::format(", within {:.0f} km", std::ceil(fix.radius_km));
    if (fix.activity() != assets::Activity::None) words.how += "; " + spaced(assets::to_string(fix.activity()));
    words.confidence = confidence_words(fix.confidence(), fix.confidence_date());
    words.note = fix.note();
    words.sources = sources_of(scenario, fix.sources());
    words.file = fix.file() < scenario.files.size() ? scenario.files[fix.file()] : "";
    words.line = fix.line;
    words.from = fix.from;
    words.to = fix.to;
    words.at = fix.position;
    return words;
}

NeighbourWords neighbour(const Scenario& scenario, const assets::State& state, const assets::Fix& fix,
                         assets::Instant at) {
    NeighbourWords words;
    const bool before = fix.to < at;
    words.at = before ? fix.measured_end() : fix.from;
    words.where = where_words(scenario, fix);
    words.when = assets::to_long_date(words.at, fix.utc_offset_h());
    words.hours = assets::in_hours(std::chrono::abs(words.at - at));
    words.words = lasting(words.hours, fix.precision() == assets::Precision::Time) + (before ? " earlier" : " later");
    if (state.where && fix.position) {
        const auto line = geo::geodesic(*state.where, *fix.position);
        const double km = line.distance_m / 1000;
        words.distance_km = km;
        // A report with a clock comes from a receiver: it knows a place to some metres, others know a harbour.
        const double same_km = fix.precision() == assets::Precision::Time ? 0.05 : 1;
        if (km < same_km) {
            words.words += ", at the same place";
        } else {
            words.azimuth_deg = line.azimuth_start_deg;
            const std::string far = km < 1 ? fmt::format("{:.0f} m", km * 1000)
                                           : fmt::format("{:.0f} km ({:.0f} nmi)", km, km / km_per_nmi);
            words.words +=
                fmt::format(", {} away, bearing {:03.0f}", far, std::fmod(std::round(line.azimuth_start_deg), 360));
        }
    }
    words.words += ": " + words.where;
    return words;
}

void add_fact(Inspection& found, const std::string& name, std::string value) {
    if (!value.empty()) found.facts.emplace_back(name, std::move(value));
}

std::string speed_words(const assets::State& state) {
    std::string words;
    if (state.course_deg) words = fmt::format("course {:03.0f}", std::fmod(std::round(*state.course_deg), 360));
    if (state.speed_kn) words += fmt::format("{}{:.1f} kn", words.empty() ? "" : ", ", *state.speed_kn);
    return words;
}

Inspection inspect_asset(const Scenario& scenario, const assets::Snapshot& snapshot, const assets::Asset& asset) {
    Inspection found;
    const auto index = static_cast<std::size_t>(&asset - scenario.assets.data());
    const assets::State& state = snapshot.states[index];
    found.title = asset.name;
    found.subtitle = type_words(asset.type) + (asset.hull.empty() ? "" : " " + asset.hull);
    found.subtitle.front() = static_cast<char>(found.subtitle.front() - 'a' + 'A');
    if (!asset.country.empty()) found.subtitle += ", " + country_words(scenario, asset.country);
    found.state = where_and_how(scenario, state);
    found.note = asset.note;
    found.at = state.where;
    found.width_km = width_around(state.radius_km.value_or(0));
    found.sources = sources_of(scenario, state.sources());

    add_fact(found, "Known", std::string{assets::to_string(state.how)});
    if (state.age_h && *state.age_h > 0)
        add_fact(found, "Age",
                 lasting(*state.age_h, state.last != nullptr && state.last->precision() == assets::Precision::Time));
    if (state.where)
        add_fact(found, state.point == assets::PointIs::StandIn ? "Drawn at" : "Position", coordinates(*state.where));
    if (state.radius_km) add_fact(found, "Within", fmt::format("{:.0f} km", std::ceil(*state.radius_km)));
    add_fact(found, "Confidence", confidence_words(state.confidence, state.confidence_date));
    if (state.activity != assets::Activity::None)
        add_fact(found, "Activity", spaced(assets::to_string(state.activity)));
    add_fact(found, "Movement", speed_words(state));
    if (state.deployment != nullptr) {
        const auto& d = *state.deployment;
        add_fact(found, "Deployment",
                 (d.to ? days(d.from, *d.to, scenario.utc_offset_h)
                       : "from " + assets::to_long_date(d.from, scenario.utc_offset_h)) +
                     (d.operations.empty() ? "" : fmt::format("; {}", fmt::join(d.operations, ", "))));
    }
    if (state.group < scenario.assets.size()) add_fact(found, "Group", scenario.assets[state.group].name);
    add_fact(found, "Operator", asset.operator_name);
    add_fact(found, "MMSI", asset.mmsi);
    std::vector<std::string> remarks;
    for (const auto& flag : state.flags.names())
        remarks.push_back(spaced(flag));
    add_fact(found, "Remarks", fmt::format("{}", fmt::join(remarks, ", ")));

    const auto fixes = scenario.fixes_of(static_cast<assets::AssetIndex>(index));
    const assets::Fix *before = nullptr, *after = nullptr;
    for (const auto& fix : fixes) {
        found.reports.push_back(report_words(scenario, fix));
        found.reports.back().in_force = &fix == state.fix;
        if (fix.to < snapshot.at && (before == nullptr || fix.to >= before->to)) before = &fix;
        if (fix.from > snapshot.at && (after == nullptr || fix.from < after->from)) after = &fix;
    }
    if (before != nullptr) found.before = neighbour(scenario, state, *before, snapshot.at);
    if (after != nullptr) found.after = neighbour(scenario, state, *after, snapshot.at);
    return found;
}

Inspection inspect_zone(const Scenario& scenario, const assets::Zone& zone) {
    Inspection found;
    found.title = zone.name;
    found.subtitle = spaced(assets::to_string(zone.kind)) + ", " + std::string{assets::to_string(zone.status)};
    found.note = zone.note;
    found.sources = sources_of(scenario, zone.sources);
    add_fact(found, "Kind", spaced(assets::to_string(zone.kind)));
    add_fact(found, "Status", std::string{assets::to_string(zone.status)});
    add_fact(found, "Drawn", std::string{assets::to_string(zone.drawn)});
    if (zone.valid_from) add_fact(found, "From", assets::to_long_date(*zone.valid_from, scenario.utc_offset_h));
    if (zone.valid_to) add_fact(found, "Until", assets::to_long_date(*zone.valid_to, scenario.utc_offset_h));
    add_fact(found, "Confidence", std::string{assets::to_string(zone.confidence)});
    if (const auto circle = assets::enclosing_circle(scenario, {assets::AreaRef::Of::Zone, zone.id})) {
        found.at = circle->centre;
        found.width_km = width_around(circle->radius_km);
    }
    return found;
}

Inspection inspect_event(const Scenario& scenario, const assets::Event& event) {
    Inspection found;
    found.title = event.title;
    found.subtitle = spaced(assets::to_string(event.kind)) + ", " + days(event.from, event.to, event.utc_offset_h);
    found.state = event.caption;
    found.note = event.note;
    found.sources = sources_of(scenario, event.sources);
    add_fact(found, "When", days(event.from, event.to, event.utc_offset_h));
    std::string where = event.place;
    if (event.area) where += (where.empty() ? "in " : ", in ") + area_words(scenario, *event.area);
    add_fact(found, "Where", where);
    std::vector<std::string> names;
    for (const auto asset : event.assets)
        names.push_back(scenario.assets[asset].name);
    if (!event.others.empty()) names.push_back(event.others);
    add_fact(found, "Taking part", fmt::format("{}", fmt::join(names, ", ")));
    add_fact(found, "Operation", fmt::format("{}", fmt::join(event.operations, ", ")));
    add_fact(found, "Confidence", confidence_words(event.confidence, event.confidence_date));
    found.at = event.position;
    found.width_km = width_around(event.radius_km);
    return found;
}

Inspection inspect_place(const Scenario& scenario, const geo::Place& place) {
    Inspection found;
    found.title = place.name;
    found.subtitle = spaced(geo::to_string(place.kind));
    if (!place.country.empty()) found.subtitle += ", " + country_words(scenario, place.country);
    add_fact(found, "Position", coordinates(place.position));
    add_fact(found, "Also", fmt::format("{}", fmt::join(place.aliases, ", ")));
    found.at = place.position;
    found.width_km = width_around(geo::default_radius_km(place.kind));
    return found;
}

Inspection inspect_sea(const Scenario& scenario, const geo::Sea& sea) {
    Inspection found;
    found.title = sea.name;
    found.subtitle = "sea";
    add_fact(found, "Also", sea.second_name);
    found.at = sea.label;
    const auto circle = assets::enclosing_circle(scenario, {assets::AreaRef::Of::Sea, sea.id});
    found.width_km = circle ? circle->radius_km * 2.2 : 1500;
    return found;
}

template <class Things>
auto* with_id(const Things& things, const std::string& id) {
    const auto at = std::find_if(things.begin(), things.end(), [&](const auto& thing) { return thing.id == id; });
    return at == things.end() ? nullptr : &*at;
}

std::optional<Inspection> found_thing(const Scenario& scenario, const assets::Snapshot& snapshot,
                                      const Selection& selection) {
    if (selection.kind == "asset") {
        const auto* asset = scenario.asset(selection.id);
        if (asset == nullptr || snapshot.states.size() != scenario.assets.size()) return std::nullopt;
        return inspect_asset(scenario, snapshot, *asset);
    }
    if (selection.kind == "zone") {
        if (const auto* zone = scenario.zone(selection.id)) return inspect_zone(scenario, *zone);
    } else if (selection.kind == "event") {
        if (const auto* event = with_id(scenario.events, selection.id)) return inspect_event(scenario, *event);
    } else if (selection.kind == "place") {
        const auto* place = with_id(scenario.places, selection.id);
        if (place == nullptr && scenario.atlas != nullptr) place = scenario.atlas->gazetteer.by_id(selection.id);
        if (place != nullptr) return inspect_place(scenario, *place);
    } else if (selection.kind == "sea" && scenario.atlas != nullptr) {
        if (const auto* sea = scenario.atlas->seas.by_id(selection.id)) return inspect_sea(scenario, *sea);
    }
    return std::nullopt;
}

} // namespace

std::optional<Inspection> inspect(const Scenario& scenario, const assets::Snapshot& snapshot,
                                  const Selection& selection) {
    auto found = found_thing(scenario, snapshot, selection);
    if (found) {
        found->kind = selection.kind;
        found->id = selection.id;
    }
    return found;
}

std::optional<Inspection> inspect(const Session& session) {
    if (session.scenario() == nullptr) return std::nullopt;
    return inspect(*session.scenario(), session.snapshot(), session.view().selection());
}

} // namespace app
