#include "assets/schema/columns/plain.hpp"

namespace assets::columns {
namespace {

/// Whether lon and lat are written: a point that the area alone gives is worked out again.
bool has_point(const Fix& fix, WriteContext& context) {
    if (fix.at_asset() != no_index) return false;
    return !fix.area() || fix.circle_given() || !context.follows_from(*fix.area(), fix.position, fix.radius_km);
}

bool has_point(const Event& event, WriteContext& context) {
    return event.position && (!event.area || !context.follows_from(*event.area, event.position, event.radius_km));
}

template <class T, double (geo::LonLat::*Which)() const noexcept>
std::string coordinate(const T& report, WriteContext& context) {
    if (!has_point(report, context) || !report.position) return {};
    const geo::LonLat position = *report.position;
    return number_text((position.*Which)());
}

std::string written_during(const Fix& fix, WriteContext& context) {
    const Interval interval{.from = fix.from,
                            .to = fix.to,
                            .precision = fix.precision(),
                            .to_given = !context.dates_of(fix).to.empty() && !fix.open_end(),
                            .open_end = fix.open_end()};
    return fix.during() == default_during(interval, fix.activity(), fix.utc_offset_h())
               ? std::string{}
               : std::string{name_of(fix.during())};
}

bool is_grade(std::string_view text) {
    return text.size() == 2 && text[0] >= 'A' && text[0] <= 'F' && text[1] >= '1' && text[1] <= '6';
}

template <class T>
Column<T> lon() {
    return rule<T>("lon", Shape::Number, "degrees east of Greenwich; beside it lat", coordinate<T, &geo::LonLat::lon>)
        .within({-360, 360})
        .also(lon_headers);
}

template <class T>
Column<T> lat() {
    return rule<T>("lat", Shape::Number, "degrees north of the equator; beside it lon",
                   coordinate<T, &geo::LonLat::lat>)
        .within({-90, 90})
        .also(lat_headers);
}

constexpr std::array course_headers{Header{"cog"}, Header{"course"}}, speed_headers{Header{"sog"}, Header{"speed"}};

constexpr std::string_view place_help = "a place by its id or name; beside lon and lat or an area only words";
constexpr std::string_view area_help = "a zone of yours or a named sea, by its id";
constexpr std::string_view sources_help = "ids of sources.csv";
constexpr std::string_view offset_help = "hours east of UTC at which its dates are days; else that of the scenario";

} // namespace

std::vector<Column<Fix>> of_positions() {
    return {
        rule<Fix>("asset", Shape::Id, "which asset; where none is declared, mmsi, icao, uid or name may name it",
                  [](const Fix& f, WriteContext& context) { return context.asset_id(f.asset); })
            .need()
            .also(asset_headers)
            .in_new(1),
        rule<Fix>("from", Shape::Time, "when: a day, a month, a year or a time",
                  [](const Fix& f, WriteContext& context) { return context.dates_of(f).from; })
            .need()
            .also(from_headers)
            .in_new(2),
        rule<Fix>("to", Shape::Time, "until when; * until the next report",
                  [](const Fix& f, WriteContext& context) { return context.dates_of(f).to; })
            .also(to_headers)
            .in_new(3),
        rule<Fix>("during", Shape::Word, "whether it was there all the time or at some time", written_during)
            .words_of<During>(),
        lon<Fix>().in_new(6),
        lat<Fix>().in_new(7),
        rule<Fix>("place", Shape::Text, place_help, [](const Fix& f, WriteContext&) { return f.place(); })
            .also(place_headers)
            .in_new(4),
        rule<Fix>("area", Shape::Text, area_help,
                  [](const Fix& f, WriteContext&) { return f.area() ? f.area()->id : std::string{}; })
            .in_new(5),
        rule<Fix>("radius_km", Shape::Number, "how exactly the place is known",
                  [](const Fix& f, WriteContext&) {
                      const bool has_radius = f.at_asset() == no_index && f.position && (!f.area() || f.circle_given());
                      return has_radius ? number_text(f.radius_km) : std::string{};
                  })
            .within(radius_range)
            .also(radius_headers)
            .in_new(8),
        rule<Fix>("at_asset", Shape::Id, "the asset that carries it, in place of a position",
                  [](const Fix& f, WriteContext& context) { return context.asset_id(f.at_asset()); }),
        text<&FixDetails::via>("via", "what the way here passed, in order"),
        number<&FixDetails::count>("count", {0, 100'000}, "hulls or airframes"),
        text<&FixDetails::strength>("strength", "as it was stated: about 1,000"),
        number<&Fix::course_deg>("course_deg", {0, 360}, "its course, clockwise from north").also(course_headers),
        number<&Fix::speed_kn>("speed_kn", {0, 5000}, "its speed").also(speed_headers),
        word<&FixDetails::kind>("kind", "how it is known"),
        word<&FixDetails::confidence>("confidence", "of the place").in_new(10),
        word<&FixDetails::confidence_date>("confidence_date", "of the time").in_new(11),
        checked_text<&FixDetails::grade, is_grade>("grade", "reliability and credibility, as a person graded it")
            .of_form("a grade from A1 to F6"),
        sources<&FixDetails::sources>("sources", sources_help).also(sources_headers).in_new(12),
        word<&FixDetails::activity>("activity", "where it is empty, in_port for a ship that lies in a port or base")
            .in_new(9),
        text<&FixDetails::note>("note", "anything else").also(note_headers).in_new(13),
        number<&FixDetails::time_error_h>("time_error_h", error_range, "hours by which its dates may be wrong"),
        rule<Fix>("utc_offset_h", Shape::Number, offset_help,
                  [](const Fix& f, WriteContext& context) {
                      return number_unless(context.scenario().utc_offset_h, f.utc_offset_h());
                  })
            .within(utc_offset_range),
        // The rest names and describes an asset that nothing declares.
        rule<Fix>("name", Shape::Text, "of an asset that is declared nowhere, as all that follow").also(name_headers),
        rule<Fix>("type", Shape::Word, "as in assets.csv").words_of<AssetType>(),
        rule<Fix>("country", Shape::Text, "as in assets.csv"),
        rule<Fix>("mmsi", Shape::Text, "as in assets.csv"),
        rule<Fix>("icao", Shape::Text, "as in assets.csv").also(icao_headers),
        rule<Fix>("uid", Shape::Text, "as in assets.csv"),
    };
}

std::vector<Column<Event>> of_events() {
    return {
        rule<Event>("id", Shape::Id, "of this event alone", [](const Event& e, WriteContext&) { return e.id; })
            .need()
            .in_new(1),
        rule<Event>("from", Shape::Time, "when: a day, a month, a year or a time",
                    [](const Event& e, WriteContext&) { return WriteContext::dates_of(e).from; })
            .need()
            .also(from_headers)
            .in_new(2),
        rule<Event>("to", Shape::Time, "until when",
                    [](const Event& e, WriteContext&) { return WriteContext::dates_of(e).to; })
            .also(to_headers)
            .in_new(3),
        text<&Event::title>("title", "what happened, in a few words").need().in_new(4),
        text<&Event::caption>("caption", "a sentence or two").in_new(5),
        word<&Event::kind>("kind", "what it was").in_new(6),
        rule<Event>("place", Shape::Text, place_help,
                    [](const Event& e, WriteContext&) {
                        // A place without a position would be looked up, and put on the map.
                        return e.position || e.area ? e.place : std::string{};
                    })
            .also(place_headers)
            .in_new(7),
        rule<Event>("area", Shape::Text, area_help,
                    [](const Event& e, WriteContext&) { return e.area ? e.area->id : std::string{}; }),
        lon<Event>().in_new(8),
        lat<Event>().in_new(9),
        rule<Event>("radius_km", Shape::Number, "how exactly the place is known",
                    [](const Event& e, WriteContext& context) {
                        return has_point(e, context) ? number_text(e.radius_km) : std::string{};
                    })
            .within(radius_range)
            .also(radius_headers),
        asset_list<&Event::assets>("assets", "the assets that took part, by id").in_new(10),
        text<&Event::others>("others", "who else took part"),
        list<&Event::operations>("operation", "operations that it belongs to"),
        sources<&Event::sources>("sources", sources_help).also(sources_headers).in_new(11),
        word<&Event::confidence>("confidence", "of the place"),
        word<&Event::confidence_date>("confidence_date", "of the time"),
        number<&Event::time_error_h>("time_error_h", error_range, "hours by which its dates may be wrong"),
        text<&Event::note>("note", "anything else").also(note_headers),
        rule<Event>("utc_offset_h", Shape::Number, offset_help,
                    [](const Event& e, WriteContext& context) {
                        return number_unless(context.scenario().utc_offset_h, e.utc_offset_h);
                    })
            .within(utc_offset_range),
    };
}

std::vector<Column<Deployment>> of_deployments() {
    return {
        rule<Deployment>("asset", Shape::Id, "which asset",
                         [](const Deployment& d, WriteContext& context) { return context.asset_id(d.asset); })
            .need()
            .also(asset_headers)
            .in_new(1),
        rule<Deployment>("from", Shape::Time, "when it left",
                         [](const Deployment& d, WriteContext& context) {
                             return beginning(d.from, context.scenario().utc_offset_h);
                         })
            .need()
            .also(from_headers)
            .in_new(2),
        rule<Deployment>("to", Shape::Time, "when it was back; empty or * while it is away",
                         [](const Deployment& d, WriteContext& context) {
                             return d.to ? ending(*d.to, context.scenario().utc_offset_h) : std::string{};
                         })
            .also(to_headers)
            .in_new(3),
        list<&Deployment::operations>("operation", "operations that it was away for").in_new(4),
        number<&Deployment::from_error_h>("from_error_h", error_range, "hours by which `from` may be wrong"),
        number<&Deployment::to_error_h>("to_error_h", error_range, "hours by which `to` may be wrong"),
        sources<&Deployment::sources>("sources", sources_help).also(sources_headers).in_new(5),
        text<&Deployment::note>("note", "anything else").also(note_headers),
        rule<Deployment>("utc_offset_h", Shape::Number, offset_help).within(utc_offset_range),
    };
}

std::vector<Column<Membership>> of_members() {
    return {
        rule<Membership>("group", Shape::Id, "the group, or the asset that carries another",
                         [](const Membership& m, WriteContext& context) { return context.asset_id(m.group); })
            .need(),
        rule<Membership>("asset", Shape::Id, "which asset",
                         [](const Membership& m, WriteContext& context) { return context.asset_id(m.asset); })
            .need()
            .also(asset_headers),
        word<&Membership::role>("role", "embarked: it is where the other asset is"),
        rule<Membership>("from", Shape::Time, "since when; empty: always",
                         [](const Membership& m, WriteContext& context) {
                             return m.from ? beginning(*m.from, context.scenario().utc_offset_h) : std::string{};
                         })
            .also(from_headers),
        rule<Membership>("to", Shape::Time, "until when; empty or *: without end",
                         [](const Membership& m, WriteContext& context) {
                             return m.to ? ending(*m.to, context.scenario().utc_offset_h) : std::string{};
                         })
            .also(to_headers),
    };
}

std::vector<Column<Zone>> of_zones() {
    return {
        rule<Zone>("id", Shape::Id, "what the other files call it", [](const Zone& z, WriteContext&) { return z.id; })
            .need(),
        text<&Zone::name>("name", "as it is named on a map"),
        stated_word<&Zone::kind>("kind", "what it is"),
        stated_word<&Zone::status>("status", "who agreed to it"),
        stated_word<&Zone::drawn>("drawn", "how exactly it is drawn"),
        flag<&Zone::open_ends>("open_ends", "the ends of a line fade, as its further course is not known"),
        rule<Zone>("valid_from", Shape::Time, "since when it is in force",
                   [](const Zone& z, WriteContext& context) {
                       return z.valid_from ? beginning(*z.valid_from, context.scenario().utc_offset_h) : std::string{};
                   }),
        rule<Zone>("valid_to", Shape::Time, "until when it is in force",
                   [](const Zone& z, WriteContext& context) {
                       return z.valid_to ? ending(*z.valid_to, context.scenario().utc_offset_h) : std::string{};
                   }),
        rule<Zone>("radius_km", Shape::Number, "of a circle, whose geometry is a Point",
                   [](const Zone& z, WriteContext&) {
                       const auto* circle = std::get_if<CircleShape>(&z.shape);
                       return circle ? number_text(circle->radius_km) : std::string{};
                   })
            .within({0.001, 20'000}),
        rule<Zone>("half_width_km", Shape::Number, "of a corridor, whose geometry is a line",
                   [](const Zone& z, WriteContext&) {
                       const auto* corridor = std::get_if<CorridorShape>(&z.shape);
                       return corridor ? number_text(corridor->half_width_km) : std::string{};
                   })
            .within({0.001, 20'000}),
        rule<Zone>("sea", Shape::Text, "the id of a named sea, beside a null geometry",
                   [](const Zone& z, WriteContext&) {
                       const auto* sea = std::get_if<SeaShape>(&z.shape);
                       return sea ? sea->sea_id : std::string{};
                   }),
        word<&Zone::confidence>("confidence", "that it is as drawn"),
        sources<&Zone::sources>("sources", sources_help),
        text<&Zone::note>("note", "anything else"),
    };
}

} // namespace assets::columns
