#include "assets/schema/columns/identifiers.hpp"
#include "assets/schema/columns/plain.hpp"

namespace assets::columns {
namespace {

/// Whether lon and lat are written. They are left out if a reader gets the same point from the area alone.
bool has_point(const Fix& fix, WriteContext& context) {
    if (fix.at_asset() != no_index) return false;
    return !fix.area() || fix.circle_given() || !context.is_implied_by(*fix.area(), fix.position, fix.radius_km);
}

bool has_point(const Event& event, WriteContext& context) {
    return event.position && (!event.area || !context.is_implied_by(*event.area, event.position, event.radius_km));
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
    return rule<T>("lon", Shape::Number, "longitude in degrees, east is positive; needs lat",
                   coordinate<T, &geo::LonLat::lon>)
        .within({-360, 360})
        .with_aliases(lon_headers);
}

template <class T>
Column<T> lat() {
    return rule<T>("lat", Shape::Number, "latitude in degrees, north is positive; needs lon",
                   coordinate<T, &geo::LonLat::lat>)
        .within({-90, 90})
        .with_aliases(lat_headers);
}

constexpr std::array course_headers{Header{"cog"}, Header{"course"}};
constexpr std::array speed_headers{Header{"sog"},         Header{"speed"},         Header{"speed_(kn)"},
                                   Header{"sog_(kn)"},    Header{"speed_knots"},   Header{"sog_kn"},
                                   Header{"speed_(kts)"}, Header{"speed_(knots)"}, Header{"speed_kts"}};

constexpr std::array imo_headers{Header{"imo_number"}, Header{"imo_no"}, Header{"imo_no."}};

constexpr std::string_view place_help = "id or name of a place; free text if lon and lat or an area are given";
constexpr std::string_view area_help = "id or name of a zone in zones.geojson, of a built-in sea or of a country";
constexpr std::string_view sources_help = "ids from sources.csv";
constexpr std::string_view offset_help = "offset from UTC in hours for dates and local times; default: the scenario's";

} // namespace

std::vector<Column<Fix>> of_positions() {
    return {
        rule<Fix>("asset", Shape::Id,
                  "id of the asset; if no asset is declared, mmsi, icao, uid, imo or name may identify it",
                  [](const Fix& f, WriteContext& context) { return context.asset_id(f.asset); })
            .as_required()
            .with_aliases(asset_headers)
            .in_template(1),
        rule<Fix>("from", Shape::Time, "start: a year, a month, a day or a time",
                  [](const Fix& f, WriteContext& context) { return context.dates_of(f).from; })
            .as_required()
            .with_aliases(from_headers)
            .with_clock(from_dates, from_clocks)
            .in_template(2),
        rule<Fix>("to", Shape::Time, "end, inclusive; empty: the end of from; *: until the next report",
                  [](const Fix& f, WriteContext& context) { return context.dates_of(f).to; })
            .with_aliases(to_headers)
            .with_clock(to_dates, to_clocks)
            .in_template(3),
        rule<Fix>("during", Shape::Word, "whether the asset was there for the whole period or at some time in it",
                  written_during)
            .with_words_of<During>(),
        rule<Fix>("position", Shape::Text, position_help).with_aliases(position_headers),
        lon<Fix>().in_template(6),
        lat<Fix>().in_template(7),
        rule<Fix>("place", Shape::Text, place_help, [](const Fix& f, WriteContext&) { return f.place(); })
            .as_printed()
            .with_aliases(place_headers)
            .in_template(4),
        rule<Fix>("area", Shape::Text, area_help,
                  [](const Fix& f, WriteContext&) { return f.area() ? f.area()->id : std::string{}; })
            .in_template(5),
        rule<Fix>("radius_km", Shape::Number, "radius in km of a circle that should contain the true position",
                  [](const Fix& f, WriteContext&) {
                      const bool has_radius = f.at_asset() == no_index && f.position && (!f.area() || f.circle_given());
                      return has_radius ? number_text(f.radius_km) : std::string{};
                  })
            .within(radius_range)
            .with_aliases(radius_headers)
            .in_template(8),
        rule<Fix>("at_asset", Shape::Id, "id of the asset that carries it, instead of a position",
                  [](const Fix& f, WriteContext& context) { return context.asset_id(f.at_asset()); }),
        text<&FixDetails::via>(
            "via", "points that the way to this row passes, in order: places, seas or lon lat, joined by ;"),
        number<&FixDetails::count>("count", {0, 100'000}, "number of hulls or airframes"),
        text<&FixDetails::strength>("strength", "strength as stated, for example about 1,000"),
        number<&Fix::course_deg>("course_deg", {0, 360}, "course in degrees, clockwise from north")
            .with_aliases(course_headers),
        number<&Fix::speed_kn>("speed_kn", {0, 5000}, "speed in knots").with_aliases(speed_headers),
        word<&FixDetails::kind>("kind", "how the position is known"),
        word<&FixDetails::confidence>("confidence", "confidence in the place").in_template(10),
        word<&FixDetails::confidence_date>("confidence_date", "confidence in the time").in_template(11),
        checked_text<&FixDetails::grade, is_grade>(
            "grade", "reliability of the source and credibility of the report, graded by a person")
            .of_form("a grade from A1 to F6"),
        sources<&FixDetails::sources>("sources", sources_help).with_aliases(sources_headers).in_template(12),
        word<&FixDetails::activity>("activity", "what it was doing; default: in_port for a ship in a port or base")
            .in_template(9),
        text<&FixDetails::note>("note", "free text").with_aliases(note_headers).in_template(13),
        number<&FixDetails::time_error_h>("time_error_h", error_range, "possible error of the dates in hours"),
        rule<Fix>("utc_offset_h", Shape::Number, offset_help,
                  [](const Fix& f, WriteContext& context) {
                      return number_unless(context.scenario().utc_offset_h, f.utc_offset_h());
                  })
            .within(utc_offset_range),
        // The columns below describe an asset that neither assets.csv nor [[asset]] declares.
        rule<Fix>("name", Shape::Text, "for an undeclared asset; as in assets.csv")
            .as_printed()
            .with_aliases(name_headers),
        rule<Fix>("type", Shape::Word, "for an undeclared asset; as in assets.csv").with_words_of<AssetType>(),
        rule<Fix>("country", Shape::Text, "for an undeclared asset; as in assets.csv").of_form(country_form),
        rule<Fix>("mmsi", Shape::Text, "for an undeclared asset; as in assets.csv").of_form(mmsi_form),
        rule<Fix>("icao", Shape::Text, "for an undeclared asset; as in assets.csv")
            .of_form(icao_form)
            .with_aliases(icao_headers),
        rule<Fix>("uid", Shape::Text, "for an undeclared asset; as in assets.csv"),
        rule<Fix>("imo", Shape::Text, "for an undeclared asset: IMO number, one of its other names")
            .of_form(imo_form)
            .with_aliases(imo_headers),
    };
}

std::vector<Column<Event>> of_events() {
    return {
        rule<Event>("id", Shape::Id, "unique id of the event", [](const Event& e, WriteContext&) { return e.id; })
            .as_required()
            .in_template(1),
        rule<Event>("from", Shape::Time, "start: a year, a month, a day or a time",
                    [](const Event& e, WriteContext&) { return WriteContext::dates_of(e).from; })
            .as_required()
            .with_aliases(from_headers)
            .with_clock(from_dates, from_clocks)
            .in_template(2),
        rule<Event>("to", Shape::Time, "end, inclusive; empty: the end of from",
                    [](const Event& e, WriteContext&) { return WriteContext::dates_of(e).to; })
            .with_aliases(to_headers)
            .with_clock(to_dates, to_clocks)
            .in_template(3),
        text<&Event::title>("title", "what happened, in a few words").as_required().as_printed().in_template(4),
        text<&Event::caption>("caption", "one or two sentences").in_template(5),
        word<&Event::kind>("kind", "kind of event").in_template(6),
        rule<Event>("place", Shape::Text, place_help,
                    [](const Event& e, WriteContext&) {
                        // If read again, a place without a position would be looked up and drawn on the map.
                        return e.position || e.area ? e.place : std::string{};
                    })
            .with_aliases(place_headers)
            .in_template(7),
        rule<Event>("area", Shape::Text, area_help,
                    [](const Event& e, WriteContext&) { return e.area ? e.area->id : std::string{}; }),
        rule<Event>("position", Shape::Text, position_help).with_aliases(position_headers),
        lon<Event>().in_template(8),
        lat<Event>().in_template(9),
        rule<Event>("radius_km", Shape::Number, "radius in km of a circle that should contain the true position",
                    [](const Event& e, WriteContext& context) {
                        return has_point(e, context) ? number_text(e.radius_km) : std::string{};
                    })
            .within(radius_range)
            .with_aliases(radius_headers),
        asset_list<&Event::assets>("assets", "ids of the assets that took part").in_template(10),
        text<&Event::others>("others", "other participants"),
        list<&Event::operations>("operation", "operations that the event belongs to"),
        sources<&Event::sources>("sources", sources_help).with_aliases(sources_headers).in_template(11),
        word<&Event::confidence>("confidence", "confidence in the place"),
        word<&Event::confidence_date>("confidence_date", "confidence in the time"),
        number<&Event::time_error_h>("time_error_h", error_range, "possible error of the dates in hours"),
        text<&Event::note>("note", "free text").with_aliases(note_headers),
        rule<Event>("utc_offset_h", Shape::Number, offset_help,
                    [](const Event& e, WriteContext& context) {
                        return number_unless(context.scenario().utc_offset_h, e.utc_offset_h);
                    })
            .within(utc_offset_range),
    };
}

std::vector<Column<Deployment>> of_deployments() {
    return {
        rule<Deployment>("asset", Shape::Id, "id of the asset",
                         [](const Deployment& d, WriteContext& context) { return context.asset_id(d.asset); })
            .as_required()
            .with_aliases(asset_headers)
            .in_template(1),
        rule<Deployment>("from", Shape::Time, "start: a year, a month, a day or a time",
                         [](const Deployment& d, WriteContext&) { return beginning(d.from, d.utc_offset_h); })
            .as_required()
            .with_aliases(from_headers)
            .with_clock(from_dates, from_clocks)
            .in_template(2),
        rule<Deployment>(
            "to", Shape::Time, "end, inclusive; empty or *: not ended",
            [](const Deployment& d, WriteContext&) { return d.to ? ending(*d.to, d.utc_offset_h) : std::string{}; })
            .with_aliases(to_headers)
            .with_clock(to_dates, to_clocks)
            .in_template(3),
        list<&Deployment::operations>("operation", "operations that the deployment belongs to").in_template(4),
        number<&Deployment::from_error_h>("from_error_h", error_range, "possible error of from in hours"),
        number<&Deployment::to_error_h>("to_error_h", error_range, "possible error of to in hours"),
        sources<&Deployment::sources>("sources", sources_help).with_aliases(sources_headers).in_template(5),
        text<&Deployment::note>("note", "free text").with_aliases(note_headers),
        rule<Deployment>("utc_offset_h", Shape::Number, offset_help,
                         [](const Deployment& d, WriteContext& context) {
                             return number_unless(context.scenario().utc_offset_h, d.utc_offset_h);
                         })
            .within(utc_offset_range),
    };
}

std::vector<Column<Membership>> of_members() {
    return {
        rule<Membership>("group", Shape::Id, "id of the group, or of the asset that carries the other",
                         [](const Membership& m, WriteContext& context) { return context.asset_id(m.group); })
            .as_required(),
        rule<Membership>("asset", Shape::Id, "id of the asset that belongs to the group or is carried",
                         [](const Membership& m, WriteContext& context) { return context.asset_id(m.asset); })
            .as_required()
            .with_aliases(asset_headers),
        word<&Membership::role>("role", "role in the group; embarked: the asset in column group carries it"),
        rule<Membership>("from", Shape::Time, "start; empty: unlimited",
                         [](const Membership& m, WriteContext& context) {
                             return m.from ? beginning(*m.from, context.scenario().utc_offset_h) : std::string{};
                         })
            .with_aliases(from_headers)
            .with_clock(from_dates, from_clocks),
        rule<Membership>("to", Shape::Time, "end, inclusive; empty or *: unlimited",
                         [](const Membership& m, WriteContext& context) {
                             return m.to ? ending(*m.to, context.scenario().utc_offset_h) : std::string{};
                         })
            .with_aliases(to_headers)
            .with_clock(to_dates, to_clocks),
    };
}

bool is_zone_colour(std::string_view text) noexcept {
    if (!text.starts_with('#')) return std::find(zone_colours.begin(), zone_colours.end(), text) != zone_colours.end();
    constexpr std::string_view hexadecimal = "0123456789ABCDEFabcdef";
    return (text.size() == 7 || text.size() == 9) && text.find_first_not_of(hexadecimal, 1) == std::string_view::npos;
}

std::vector<Column<Zone>> of_zones() {
    return {
        rule<Zone>("id", Shape::Id, "unique id, used in the other files",
                   [](const Zone& z, WriteContext&) { return z.id; })
            .as_required()
            .in_template(1),
        text<&Zone::name>("name", "name on maps").as_printed().in_template(2),
        local_names<&Zone::names>("names in other languages, for --names"),
        stated_word<&Zone::kind>("kind", "kind of zone").in_template(3),
        stated_word<&Zone::status>("status", "whether the parties agreed to the zone").in_template(4),
        stated_word<&Zone::drawn>("drawn", "accuracy of the geometry").in_template(5),
        flag<&Zone::open_ends>("open_ends", "the ends of the line fade because its further course is unknown"),
        country<&Zone::country>("state that declared the zone; sets its colour"),
        checked_text<&Zone::colour, is_zone_colour>(
            "colour", "colour of its line: #rrggbb, #rrggbbaa or accent zone_line demarcation text text_muted "
                      "other_country; default: that of the country, else of the theme")
            .of_form("a colour such as #c8102e or a name such as accent (accent, zone_line, demarcation, text, "
                     "text_muted, other_country)"),
        rule<Zone>("valid_from", Shape::Time, "start of its validity; empty: unlimited",
                   [](const Zone& z, WriteContext& context) {
                       return z.valid_from ? beginning(*z.valid_from, context.scenario().utc_offset_h) : std::string{};
                   }),
        rule<Zone>("valid_to", Shape::Time, "end of its validity, inclusive; empty: unlimited",
                   [](const Zone& z, WriteContext& context) {
                       return z.valid_to ? ending(*z.valid_to, context.scenario().utc_offset_h) : std::string{};
                   }),
        rule<Zone>("radius_km", Shape::Number, "radius in km of a circle; the geometry is a Point",
                   [](const Zone& z, WriteContext&) {
                       const auto* circle = std::get_if<CircleShape>(&z.shape);
                       return circle ? number_text(circle->radius_km) : std::string{};
                   })
            .within({0.001, 20'000})
            .in_template(9),
        rule<Zone>("half_width_km", Shape::Number, "half the width in km of a corridor; the geometry is a line",
                   [](const Zone& z, WriteContext&) {
                       const auto* corridor = std::get_if<CorridorShape>(&z.shape);
                       return corridor ? number_text(corridor->half_width_km) : std::string{};
                   })
            .within({0.001, 20'000}),
        rule<Zone>("sea", Shape::Text, "id of a built-in sea; the geometry is null",
                   [](const Zone& z, WriteContext&) {
                       const auto* sea = std::get_if<SeaShape>(&z.shape);
                       return sea ? sea->sea_id : std::string{};
                   }),
        word<&Zone::confidence>("confidence", "confidence in the geometry"),
        sources<&Zone::sources>("sources", sources_help).in_template(10),
        text<&Zone::note>("note", "free text").in_template(11),
    };
}

std::vector<ColumnInfo> zone_outlines() {
    return {
        rule<Zone>("outline", Shape::Text,
                   "boundary of an area: its corners as lon lat, joined by ; or a geometry as WKT or GeoJSON")
            .with_aliases(outline_headers)
            .in_template(6),
        rule<Zone>("line", Shape::Text,
                   "course of a line, or of a corridor with half_width_km: its points as lon lat, joined by ;"),
        rule<Zone>("position", Shape::Text, "centre of a circle with radius_km, in one: 35.28 N 139.67 E, UTM or MGRS")
            .with_aliases(centre_headers),
        rule<Zone>("lon", Shape::Number, "longitude of the centre of a circle with radius_km; needs lat")
            .within({-360, 360})
            .with_aliases(lon_headers)
            .in_template(7),
        rule<Zone>("lat", Shape::Number, "latitude of the centre of a circle with radius_km; needs lon")
            .within({-90, 90})
            .with_aliases(lat_headers)
            .in_template(8),
    };
}

} // namespace assets::columns
