#include "app/session/models/inspector_model.hpp"

#include "app/session/models/asset_list_model.hpp"
#include "app/session/models/timeline_model.hpp"
#include "app/session/playhead/noon.hpp"
#include "app/state/state_words.hpp"
#include "assets/model/area.hpp"
#include "assets/model/names.hpp"
#include "geo/earth/geodesic.hpp"
#include "geo/text/names.hpp"
#include "render/map/words/wording.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace app {

using assets::Scenario;
using render::Words;

namespace {

constexpr double km_per_nmi = 1.852;

std::string span_words(const Words& say, assets::Instant from, assets::Instant to, double offset_h) {
    const auto first = say.day_month_year(from, offset_h), last = say.day_month_year(to, offset_h);
    return first == last ? first : say("inspector.span", {{"from", first}, {"to", last}});
}

/// `exact`: the duration is known to the second, so less than an hour is given in minutes or seconds.
std::string duration_words(const Words& say, double hours, bool exact = false) {
    if (hours >= 1) return age_words(say, hours);
    if (!exact) return say("inspector.less_than_an_hour");
    const bool in_minutes = hours * 60 >= 2;
    const long number = std::lround(std::floor(hours * (in_minutes ? 60 : 3600)));
    const char* key = in_minutes ? "inspector.minutes" : number == 1 ? "inspector.second" : "inspector.seconds";
    return say(key, {{"count", fmt::format("{}", number)}});
}

bool is_from_feed(const Scenario& scenario, const assets::Fix& fix) {
    const auto& sources = fix.sources();
    return std::any_of(sources.begin(), sources.end(),
                       [&](const auto s) { return assets::is_feed(scenario.sources[s]); });
}

/// The days of a fix, or its instant if the fix has a time of day and lasts less than an hour. Messages of feeds are
/// timed to the second.
std::string fix_span_words(const Words& say, const Scenario& scenario, const assets::Fix& fix) {
    const bool brief = fix.precision() == assets::Precision::Time && fix.to - fix.from < std::chrono::hours{1};
    if (!brief) return span_words(say, fix.from, fix.to, fix.utc_offset_h());
    const bool whole_minute = std::chrono::floor<std::chrono::minutes>(fix.from) == fix.from;
    return instant_words(fix.from, fix.utc_offset_h(), is_from_feed(scenario, fix) || !whole_minute);
}

std::string confidence_words(const Words& say, assets::Confidence place, assets::Confidence date) {
    std::vector<std::string> parts;
    const auto add = [&](const char* key, assets::Confidence grade) {
        if (grade != assets::Confidence::None)
            parts.push_back(say(key, {{"grade", say(fmt::format("confidence.{}", assets::to_string(grade)))}}));
    };
    add("inspector.place_confidence", place);
    add("inspector.date_confidence", date);
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::string coordinates(const Words& say, geo::LonLat p) {
    return coordinate_words(say, p, 3);
}

std::vector<SourceWords> sources_of(const Scenario& scenario, const std::vector<assets::SourceIndex>& indices) {
    std::vector<SourceWords> sources;
    for (const auto index : indices) {
        const auto& source = scenario.sources[index];
        // The URL goes to a browser, and anyone may have written the file: only web addresses are safe.
        const bool is_web = source.url.rfind("https://", 0) == 0 || source.url.rfind("http://", 0) == 0;
        sources.push_back(
            {source.id, source.title, source.publisher, source.published, is_web ? source.url : std::string{}});
    }
    return sources;
}

/// Whether a text is only the name of the area: "East China Sea" beside "in the East China Sea".
bool is_name_of(const Scenario& scenario, const assets::AreaRef& area, const std::string& text) {
    return geo::fold_name(text) == geo::fold_name(assets::area_name(scenario, area, assets::Article::Without));
}

std::string where_words(const Words& say, const Scenario& scenario, const assets::Fix& fix) {
    if (fix.area()) {
        const std::string in =
            say("state.in_area", {{"area", render::area_name(say, scenario, *fix.area(), assets::Article::With)}});
        return fix.place().empty() || is_name_of(scenario, *fix.area(), fix.place()) ? in : fix.place() + ", " + in;
    }
    if (!fix.place().empty()) return fix.place();
    if (fix.at_asset() < scenario.assets.size())
        return say("state.aboard", {{"name", scenario.assets[fix.at_asset()].name}});
    return fix.position ? coordinates(say, *fix.position) : say("inspector.somewhere");
}

FixWords fix_words(const Words& say, const Scenario& scenario, const assets::Fix& fix) {
    FixWords words;
    words.when = fix.open_end() && fix.to >= assets::far_future
                     ? say("inspector.since", {{"date", say.day_month_year(fix.from, fix.utc_offset_h())}})
                     : fix_span_words(say, scenario, fix);
    if (fix.during() == assets::During::Sometime && fix.to - fix.from > std::chrono::hours{24})
        words.when = say("inspector.at_some_time", {{"when", words.when}});
    if (fix.time_error_h() > 0)
        words.when =
            say("inspector.give_or_take", {{"when", words.when}, {"error", duration_words(say, fix.time_error_h())}});
    words.where = where_words(say, scenario, fix);
    words.how = std::string{assets::to_string(fix.kind())};
    if (fix.at_asset() >= scenario.assets.size())
        words.how += ", " + say("state.within", {{"km", fmt::format("{:.0f}", std::ceil(fix.radius_km))}});
    if (fix.activity() != assets::Activity::None)
        words.how += "; " + geo::with_spaces(assets::to_string(fix.activity()));
    words.confidence = confidence_words(say, fix.confidence(), fix.confidence_date());
    words.note = fix.note();
    words.sources = sources_of(scenario, fix.sources());
    words.file = fix.file() < scenario.files.size() ? scenario.files[fix.file()] : "";
    words.line = fix.line;
    words.from = instant_to_show(fix, scenario.utc_offset_h);
    words.to = fix.to;
    words.at = fix.position;
    return words;
}

std::string bearing(double degrees) {
    return fmt::format("{:03.0f}", std::fmod(std::round(degrees), 360));
}

NeighbourWords neighbour(const Words& say, const Scenario& scenario, const assets::State& state, const assets::Fix& fix,
                         assets::Instant at) {
    NeighbourWords words;
    const bool before = fix.to < at;
    // A message of a feed holds for some minutes, but its position is that of its own time: distance, time and speed
    // between two messages agree only when they are counted from there.
    const bool from_message = before && state.fix != nullptr && is_from_feed(scenario, *state.fix) &&
                              is_from_feed(scenario, fix) && state.how == assets::How::Reported;
    if (from_message) at = state.fix->from;
    const assets::Instant bound = before && !from_message ? fix.measured_end() : fix.from;
    words.at = before ? end_to_show(fix, scenario.utc_offset_h) : instant_to_show(fix, scenario.utc_offset_h);
    words.where = where_words(say, scenario, fix);
    words.when = say.day_month_year(bound, fix.utc_offset_h());
    words.hours = assets::in_hours(std::chrono::abs(bound - at));
    words.words = say(from_message ? "inspector.before_message"
                      : before     ? "inspector.earlier"
                                   : "inspector.later",
                      {{"span", duration_words(say, words.hours, fix.precision() == assets::Precision::Time)}});
    if (state.where && fix.position) {
        const auto line = geo::geodesic(*state.where, *fix.position);
        const double km = line.distance_m / 1000;
        words.distance_km = km;
        // A fix with a time of day comes from a receiver and is exact to some metres; other fixes name a harbour.
        const double same_km = fix.precision() == assets::Precision::Time ? 0.05 : 1;
        if (km < same_km) {
            words.words += say("inspector.same_place");
        } else {
            words.azimuth_deg = line.azimuth_start_deg;
            const std::string far =
                km < 1 ? say("inspector.metres", {{"m", fmt::format("{:.0f}", km * 1000)}})
                       : say("inspector.km_and_nmi",
                             {{"km", fmt::format("{:.0f}", km)}, {"nmi", fmt::format("{:.0f}", km / km_per_nmi)}});
            words.words += say("inspector.away", {{"distance", far}, {"bearing", bearing(line.azimuth_start_deg)}});
            if (from_message && words.hours > 0)
                words.words +=
                    ", " + say("inspector.speed", {{"knots", fmt::format("{:.1f}", km / km_per_nmi / words.hours)}});
        }
    }
    words.words += ": " + words.where;
    return words;
}

void add_fact(Inspection& found, const std::string& name, std::string value) {
    if (!value.empty()) found.facts.emplace_back(name, std::move(value));
}

std::string speed_words(const Words& say, const assets::State& state) {
    std::string words;
    if (state.course_deg) words = say("inspector.course", {{"degrees", bearing(*state.course_deg)}});
    if (state.speed_kn)
        words +=
            (words.empty() ? "" : ", ") + say("inspector.speed", {{"knots", fmt::format("{:.1f}", *state.speed_kn)}});
    return words;
}

Inspection inspect_asset(const Words& say, const Scenario& scenario, const assets::Snapshot& snapshot,
                         const assets::Asset& asset) {
    Inspection found;
    const auto index = static_cast<std::size_t>(&asset - scenario.assets.data());
    const assets::State& state = snapshot.states[index];
    found.title = asset.name;
    found.subtitle = type_words(asset.type) + (asset.hull.empty() ? "" : " " + asset.hull);
    found.subtitle.front() = static_cast<char>(found.subtitle.front() - 'a' + 'A');
    if (!asset.country.empty()) found.subtitle += ", " + country_words(scenario, asset.country);
    found.state = describe_state(say, scenario, state);
    found.note = asset.note;
    found.at = state.where;
    found.width_km = view_width_km(state.radius_km.value_or(0));
    found.sources = sources_of(scenario, state.sources());

    add_fact(found, say("inspector.known"), std::string{assets::to_string(state.how)});
    if (state.age_h && *state.age_h > 0)
        add_fact(found, say("inspector.age"),
                 duration_words(say, *state.age_h,
                                state.last != nullptr && state.last->precision() == assets::Precision::Time));
    if (state.where)
        add_fact(found, say(state.point == assets::PointIs::StandIn ? "inspector.drawn_at" : "inspector.position"),
                 coordinates(say, *state.where));
    if (state.radius_km)
        add_fact(found, say("inspector.within"),
                 say("inspector.km", {{"km", fmt::format("{:.0f}", std::ceil(*state.radius_km))}}));
    add_fact(found, say("inspector.confidence"), confidence_words(say, state.confidence, state.confidence_date));
    if (state.activity != assets::Activity::None)
        add_fact(found, say("inspector.activity"), geo::with_spaces(assets::to_string(state.activity)));
    add_fact(found, say("inspector.movement"), speed_words(say, state));
    if (state.deployment != nullptr) {
        const auto& d = *state.deployment;
        add_fact(found, say("inspector.deployment"),
                 (d.to ? span_words(say, d.from, *d.to, d.utc_offset_h)
                       : say("inspector.since", {{"date", say.day_month_year(d.from, d.utc_offset_h)}})) +
                     (d.operations.empty() ? "" : fmt::format("; {}", fmt::join(d.operations, ", "))));
    }
    if (state.group < scenario.assets.size())
        add_fact(found, say("inspector.group"), scenario.assets[state.group].name);
    add_fact(found, say("inspector.operator"), asset.operator_name);
    add_fact(found, say("inspector.mmsi"), asset.mmsi);
    std::vector<std::string> remarks;
    for (const auto& flag : state.flags.names())
        remarks.push_back(geo::with_spaces(flag));
    add_fact(found, say("inspector.remarks"), fmt::format("{}", fmt::join(remarks, ", ")));

    const auto fixes = scenario.fixes_of(static_cast<assets::AssetIndex>(index));
    const assets::Fix *before = nullptr, *after = nullptr;
    for (const auto& fix : fixes) {
        found.fixes.push_back(fix_words(say, scenario, fix));
        found.fixes.back().in_force = &fix == state.fix;
        if (fix.to < snapshot.at && (before == nullptr || fix.to >= before->to)) before = &fix;
        if (fix.from > snapshot.at && (after == nullptr || fix.from < after->from)) after = &fix;
    }
    if (before != nullptr) found.before = neighbour(say, scenario, state, *before, snapshot.at);
    if (after != nullptr) found.after = neighbour(say, scenario, state, *after, snapshot.at);
    return found;
}

Inspection inspect_zone(const Words& say, const Scenario& scenario, const assets::Zone& zone) {
    Inspection found;
    found.title = zone.name;
    found.subtitle = geo::with_spaces(assets::to_string(zone.kind)) + ", " +
                     say(fmt::format("zone_status.{}", assets::to_string(zone.status)));
    found.note = zone.note;
    found.sources = sources_of(scenario, zone.sources);
    add_fact(found, say("inspector.kind"), geo::with_spaces(assets::to_string(zone.kind)));
    add_fact(found, say("inspector.status"), say(fmt::format("zone_status.{}", assets::to_string(zone.status))));
    add_fact(found, say("inspector.drawn"), say(fmt::format("zone_drawn.{}", assets::to_string(zone.drawn))));
    if (zone.valid_from)
        add_fact(found, say("inspector.from"), say.day_month_year(*zone.valid_from, scenario.utc_offset_h));
    if (zone.valid_to)
        add_fact(found, say("inspector.until"), say.day_month_year(*zone.valid_to, scenario.utc_offset_h));
    add_fact(found, say("inspector.confidence"), std::string{assets::to_string(zone.confidence)});
    if (const auto circle = assets::enclosing_circle(scenario, {assets::AreaRef::Of::Zone, zone.id})) {
        found.at = circle->centre;
        found.width_km = view_width_km(circle->radius_km);
    }
    return found;
}

Inspection inspect_event(const Words& say, const Scenario& scenario, const assets::Event& event) {
    Inspection found;
    found.title = event.title;
    found.subtitle = geo::with_spaces(assets::to_string(event.kind)) + ", " +
                     span_words(say, event.from, event.to, event.utc_offset_h);
    found.state = event.caption;
    found.note = event.note;
    found.sources = sources_of(scenario, event.sources);
    add_fact(found, say("inspector.when"), span_words(say, event.from, event.to, event.utc_offset_h));
    std::string where = event.place;
    if (event.area)
        where += (where.empty() ? "" : ", ") +
                 say("state.in_area", {{"area", render::area_name(say, scenario, *event.area, assets::Article::With)}});
    add_fact(found, say("inspector.where"), where);
    std::vector<std::string> names;
    for (const auto asset : event.assets)
        names.push_back(scenario.assets[asset].name);
    if (!event.others.empty()) names.push_back(event.others);
    add_fact(found, say("inspector.taking_part"), fmt::format("{}", fmt::join(names, ", ")));
    add_fact(found, say("inspector.operation"), fmt::format("{}", fmt::join(event.operations, ", ")));
    add_fact(found, say("inspector.confidence"), confidence_words(say, event.confidence, event.confidence_date));
    found.at = event.position;
    found.width_km = view_width_km(event.radius_km);
    return found;
}

Inspection inspect_place(const Words& say, const Scenario& scenario, const geo::Place& place) {
    Inspection found;
    found.title = place.name;
    found.subtitle = geo::with_spaces(geo::to_string(place.kind));
    if (!place.country.empty()) found.subtitle += ", " + country_words(scenario, place.country);
    add_fact(found, say("inspector.position"), coordinates(say, place.position));
    add_fact(found, say("inspector.also"), fmt::format("{}", fmt::join(place.aliases, ", ")));
    found.at = place.position;
    found.width_km = view_width_km(geo::default_radius_km(place.kind));
    return found;
}

Inspection inspect_sea(const Words& say, const Scenario& scenario, const geo::Sea& sea) {
    Inspection found;
    found.title = sea.name;
    found.subtitle = say("inspector.sea");
    add_fact(found, say("inspector.also"), sea.second_name);
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

std::optional<Inspection> inspect_thing(const Words& say, const Scenario& scenario, const assets::Snapshot& snapshot,
                                        const Selection& selection) {
    if (selection.kind == "asset") {
        const auto* asset = scenario.asset(selection.id);
        if (asset == nullptr || snapshot.states.size() != scenario.assets.size()) return std::nullopt;
        return inspect_asset(say, scenario, snapshot, *asset);
    }
    if (selection.kind == "zone") {
        if (const auto* zone = scenario.zone(selection.id)) return inspect_zone(say, scenario, *zone);
    } else if (selection.kind == "event") {
        if (const auto* event = with_id(scenario.events, selection.id)) return inspect_event(say, scenario, *event);
    } else if (selection.kind == "place") {
        const auto* place = with_id(scenario.places, selection.id);
        if (place == nullptr && scenario.atlas != nullptr) place = scenario.atlas->gazetteer.by_id(selection.id);
        if (place != nullptr) return inspect_place(say, scenario, *place);
    } else if (selection.kind == "sea" && scenario.atlas != nullptr) {
        if (const auto* sea = scenario.atlas->seas.by_id(selection.id)) return inspect_sea(say, scenario, *sea);
    }
    return std::nullopt;
}

} // namespace

std::optional<Inspection> inspect(const Words& say, const Scenario& scenario, const assets::Snapshot& snapshot,
                                  const Selection& selection) {
    auto found = inspect_thing(say, scenario, snapshot, selection);
    if (found) {
        found->kind = selection.kind;
        found->id = selection.id;
    }
    return found;
}

std::optional<Inspection> inspect(const Session& session) {
    if (session.scenario() == nullptr) return std::nullopt;
    return inspect(session.document().words(), *session.scenario(), session.snapshot(), session.view().selection());
}

} // namespace app
