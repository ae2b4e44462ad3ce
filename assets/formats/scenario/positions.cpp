#include "assets/feeds/ais/identity.hpp"
#include "assets/formats/scenario/readers.hpp"
#include "assets/formats/text/number_text.hpp"
#include "assets/model/area.hpp"
#include "assets/schema/blank.hpp"
#include "assets/schema/columns/identifiers.hpp"
#include "assets/schema/columns/plain.hpp"
#include "geo/earth/coordinates.hpp"
#include "geo/earth/geodesic.hpp"
#include "geo/text/country_codes.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assets {
namespace {

using Name = std::string_view;

constexpr double unknown_radius_km = 25;

/// The place that a row gives.
struct Where {
    std::optional<geo::LonLat> position;
    double radius_km = unknown_radius_km;
    std::optional<AreaRef> area;
    bool circle_given = false;
    const geo::Place* looked_up = nullptr; ///< the place that was found by its name or id
};

/// "rota-marianas (Northern Mariana Islands) or rota-spain (Spain); write the id, or add the country: 'Rota, Spain'"
std::string choice_of(const std::string& name, const std::vector<const geo::Place*>& candidates) {
    std::vector<std::string> ids;
    std::string example;
    for (const auto* place : candidates) {
        const std::string_view country = geo::country_code_name(place->country);
        ids.push_back(country.empty() ? place->id : fmt::format("{} ({})", place->id, country));
        const bool only_there =
            std::ranges::count(candidates, place->country, [](const auto* other) { return other->country; }) == 1;
        if (only_there && !country.empty()) example = fmt::format("{}, {}", name, country);
    }
    return fmt::format("{} can mean {}; write the id{}", in_quotes(name), fmt::join(ids, " or "),
                       example.empty() ? "" : fmt::format(", or add the country: '{}'", example));
}

std::string_view reason_for(double radius_km) {
    return radius_km == 5 ? " for a port, base or airfield" : radius_km == 15 ? " for a city" : "";
}

void remember_assumed_radius(Reading& reading, const Record& record, double radius_km) {
    reading.tally(record, "radius_km", code::radius_assumed, fmt::format("is not given; {} km assumed", radius_km),
                  reason_for(radius_km));
}

Where in_area(Reading& reading, Fields& fields, AreaRef area, std::optional<geo::LonLat> position,
              std::optional<double> radius_km) {
    Where where;
    if (position) {
        where.position = position;
        where.circle_given = radius_km.has_value();
        where.radius_km =
            radius_km ? *radius_km : radius_about(reading.scenario, area, *position).value_or(unknown_radius_km);
    } else {
        if (radius_km) fields.error("radius_km", code::conflicting_values, "needs lon and lat if an area is given");
        if (const auto circle = enclosing_circle(reading.scenario, area)) {
            where.position = circle->centre;
            where.radius_km = circle->radius_km;
        }
    }
    where.area = std::move(area);
    return where;
}

Where at_place(Reading& reading, Fields& fields, std::optional<AssetType> type, std::optional<double> radius_km) {
    Where where;
    const std::string name = fields.text("place");
    const FoundPlace& found = reading.places.find(name, PlaceLookup::purpose_of(type));
    if (found.place && found.about_km > 0) {
        if (radius_km) fields.error("radius_km", code::conflicting_values, "needs lon and lat beside 'off' or 'near'");
        where.position = found.place->position;
        where.radius_km = found.about_km;
        fields.note(
            "place", code::radius_assumed,
            fmt::format("{} is read as within {} km of {}", in_quotes(name), found.about_km, found.place->name));
    } else if (found.place) {
        where.position = found.place->position;
        where.looked_up = found.place;
        where.radius_km = radius_km.value_or(geo::default_radius_km(found.place->kind));
        if (!radius_km) remember_assumed_radius(reading, fields.record(), where.radius_km);
    } else if (found.sea) {
        where = in_area(reading, fields, {AreaRef::Of::Sea, found.sea->id}, std::nullopt, radius_km);
    } else if (!found.country.empty()) {
        where = in_area(reading, fields, {AreaRef::Of::Country, std::string{found.country}}, std::nullopt, radius_km);
    } else if (!found.candidates.empty()) {
        fields.error("place", code::ambiguous_place, choice_of(name, found.candidates));
    } else {
        const std::string nearest = reading.places.nearest_to(name);
        fields.error("place", code::unknown_place,
                     fmt::format("{} is not a known place{}", in_quotes(name),
                                 geo::read_position(name).position
                                     ? "; it is a position: write it in a column 'position'"
                                 : nearest.empty() ? "; give lon and lat, or add it to places.csv"
                                                   : fmt::format("; did you mean '{}'?", nearest)));
    }
    return where;
}

/// Reads the place of a row from area, else from lon and lat, else from place. Empty if none of them is given.
std::optional<Where> where_of(Reading& reading, Fields& fields, std::optional<AssetType> type) {
    const auto radius_km = fields.number("radius_km");
    const bool has_point = fields.has("lon") || fields.has("lat") || fields.has("position");
    const auto position = fields.position();
    if (fields.has("area")) {
        auto area = fields.area("area");
        return area ? in_area(reading, fields, std::move(*area), position, radius_km) : Where{};
    }
    if (has_point) {
        Where where;
        where.position = position;
        where.radius_km = radius_km.value_or(unknown_radius_km);
        if (!radius_km && !fields.has("radius_km"))
            remember_assumed_radius(reading, fields.record(), unknown_radius_km);
        return where;
    }
    if (fields.has("place")) return at_place(reading, fields, type, radius_km);
    return std::nullopt;
}

/// The place in words: as written, or its name if the row gives only its id.
std::string place_text(const Fields& fields, const Where& where, const Reading& reading) {
    const std::string written = fields.text("place");
    if (where.looked_up && where.looked_up->id == written) return where.looked_up->name;
    // The area names a country in any language, so its bare name is not kept beside it.
    if (where.area && where.area->of == AreaRef::Of::Country && geo::whole_country(written) == where.area->id)
        return {};
    const auto* atlas = reading.scenario.atlas.get();
    const auto* sea =
        where.area && where.area->of == AreaRef::Of::Sea && atlas ? atlas->seas.by_id(where.area->id) : nullptr;
    return sea && (written == sea->id || written.empty()) ? sea->name : written;
}

/// The columns with numbers that identify an undeclared asset.
constexpr std::array identifiers{Name{"mmsi"}, Name{"icao"}, Name{"uid"}, Name{"imo"}};

/// AIS sends 0 for an unknown number.
bool is_unknown_imo(std::string_view text) {
    return text == "0" || text == "0.0" || text == "IMO0000000";
}

/// The column that identifies an undeclared asset: asset, else mmsi, icao, uid, imo or name.
std::string_view identifying_column(const Record& record) {
    for (const Name name : {"asset", "mmsi", "icao", "uid", "imo", "name"})
        if (record.has(name) && !(name == "imo" && is_unknown_imo(record.text(name)))) return name;
    return "asset";
}

/// An identifier whose digits a spreadsheet has dropped.
void report_spreadsheet_number(Fields& fields, std::string_view column) {
    fields.error(column, code::bad_id,
                 fmt::format("{} was written by a spreadsheet, which has dropped digits; format the column as text and "
                             "enter the number again",
                             in_quotes(fields.text(column))));
}

void set_type(Asset& asset, AssetType type) {
    const TypeDefaults& defaults = defaults_for(type);
    asset.type = type;
    asset.max_speed_kn = defaults.max_speed_kn;
    asset.path = defaults.path;
    asset.max_gap = defaults.max_gap;
    asset.stale_after = defaults.stale_after;
    asset.lost_after = defaults.lost_after;
    asset.rank = defaults.rank;
}

/// The member of an asset that a column of identifiers fills; null for imo.
std::string* identifier_of(Asset& asset, std::string_view column) {
    return column == "mmsi" ? &asset.mmsi : column == "icao" ? &asset.icao : column == "uid" ? &asset.uid : nullptr;
}

/// The number in a column of identifiers. Adds an error for one that has not the column's form. Nothing if it is empty
/// or an unknown IMO number.
std::string identifier(Fields& fields, std::string_view column) {
    std::string written = fields.text(column);
    if (written.empty() || column == "uid") {
        if (is_spreadsheet_number(written)) report_spreadsheet_number(fields, column);
        return written;
    }
    if (column == "imo" && is_unknown_imo(written)) return {};
    constexpr std::string_view whole = ".0"; // of a column of numbers with gaps, as pandas writes it
    if (written.ends_with(whole)) written.resize(written.size() - whole.size());
    const bool has_form = column == "mmsi"   ? columns::is_mmsi(written)
                          : column == "icao" ? columns::is_icao(written)
                                             : columns::is_imo(written);
    if (!has_form && is_spreadsheet_number(written))
        report_spreadsheet_number(fields, column);
    else if (!has_form)
        fields.report_wrong_form(column, columns::identifier_hint(column, written));
    return column == "imo" ? std::string{columns::imo_digits(written)} : written;
}

/// Sets what a row says about the numbers that identify its asset. A number unlike that of an earlier row is a finding.
void set_identifiers(Asset& asset, Fields& fields) {
    for (const Name column : identifiers) {
        if (!fields.has(column)) continue;
        std::string* known = identifier_of(asset, column);
        if (known && *known == fields.record().text(column)) continue;
        const std::string number = identifier(fields, column);
        if (number.empty()) continue;
        if (!known) {
            const std::string name = "IMO " + number;
            if (std::ranges::find(asset.aliases, name) == asset.aliases.end()) asset.aliases.push_back(name);
        } else if (known->empty()) {
            *known = number;
        } else if (column_key(*known) != column_key(number)) {
            fields.warning(
                column, code::conflicting_values,
                fmt::format("{} is not that of an earlier row, '{}', which is kept", in_quotes(number), *known));
        }
    }
}

/// The code of the country; one written in full is read with a note, because such tables are rarely ours.
std::string country_of_made_asset(Fields& fields) {
    const std::string written = fields.text("country");
    if (written.empty() || geo::is_country_code(written)) return written;
    std::string capitals = written;
    for (char& c : capitals)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    const std::string_view code = geo::is_country_code(capitals) ? capitals : geo::whole_country(written);
    if (code.empty())
        fields.report_wrong_form("country", columns::country_hint(written));
    else
        fields.note("country", code::other_word, fmt::format("{} is read as '{}'", in_quotes(written), code));
    return std::string{code};
}

/// Whether the text is a word for a type, or so much like one that it is a slip.
bool resembles_a_type(const Record& record) {
    const ColumnInfo& info = record.info(record.column("type"));
    const std::string_view written = record.text("type");
    const std::string key = column_key(written);
    return std::ranges::find(info.allowed, key) != info.allowed.end() ||
           std::ranges::find(info.other_words, key, &OtherWord::written) != info.other_words.end() ||
           !did_you_mean(written, std::vector<std::string_view>(info.allowed.begin(), info.allowed.end())).empty();
}

/// The type that the row gives. Tables of other people have words of their own in such a column, which are noted.
std::optional<AssetType> type_of_made_asset(Reading& reading, Fields& fields) {
    const std::string written = fields.text("type");
    if (written.empty()) return std::nullopt;
    unsigned number = 0;
    const auto [end, failed] = std::from_chars(written.data(), written.data() + written.size(), number);
    if (fields.has("mmsi") && failed == std::errc{} && end == written.data() + written.size()) {
        const AssetType type = ais::ship_type(number).type.value_or(AssetType::Other);
        reading.tally(fields.record(), "type", code::read_as,
                      fmt::format("{} is read as a ship type of AIS: {}", in_quotes(written), name_of(type)), "");
        return type;
    }
    const auto [known, is_new] = reading.type_words.try_emplace(written, true);
    if (is_new) known->second = resembles_a_type(fields.record());
    if (known->second) return fields.choice<AssetType>("type");
    reading.tally(
        fields.record(), "type", code::other_word,
        fmt::format("{} is not a known type, so the asset is of type other; `theatrum help types` lists the words",
                    in_quotes(written)),
        "");
    return AssetType::Other;
}

/// Adds what the first row of a made asset did not say: its name, its country, its type and its numbers.
void complete_asset(Reading& reading, Asset& asset, Fields& fields) {
    const bool has_no_name =
        asset.name == asset.mmsi || asset.name == asset.icao || asset.name == asset.uid || asset.name == asset.id;
    if (has_no_name && fields.has("name")) asset.name = asset.short_name = fields.text("name");
    if (asset.country.empty()) asset.country = country_of_made_asset(fields);
    if (asset.type == AssetType::Other && fields.has("type"))
        if (const auto type = type_of_made_asset(reading, fields); type && *type != AssetType::Other)
            set_type(asset, *type);
    set_identifiers(asset, fields);
}

std::optional<AssetIndex> make_asset(Reading& reading, Fields& fields) {
    const std::string_view column = identifying_column(fields.record());
    const std::string written = fields.text(column);
    if (written.empty()) {
        fields.error("asset", code::missing_value, "must be given unless mmsi, icao, uid, imo or name is given");
        return std::nullopt;
    }
    if (const auto made = reading.made_assets.find(written); made != reading.made_assets.end()) {
        complete_asset(reading, reading.scenario.assets[made->second], fields);
        return made->second;
    }
    if (is_spreadsheet_number(written)) {
        report_spreadsheet_number(fields, column);
        return std::nullopt;
    }
    std::string number = written;
    if (std::ranges::find(identifiers, column) != identifiers.end()) {
        number = identifier(fields, column);
        if (!fields.ok()) return std::nullopt;
    }
    const std::string id = is_id(number) ? number : id_from_name(number);
    if (id.empty()) {
        fields.error(column, code::bad_id,
                     fmt::format("no id can be made from {}; add a column asset", in_quotes(written)));
        return std::nullopt;
    }
    const auto [known, is_new] =
        reading.asset_ids.try_emplace(id, static_cast<AssetIndex>(reading.scenario.assets.size()));
    reading.made_assets.emplace(written, known->second);
    if (!is_new) {
        fields.note(column, code::other_word,
                    fmt::format("{} is taken for the asset '{}', which another row writes {}", in_quotes(written), id,
                                in_quotes(reading.scenario.assets[known->second].name)));
        complete_asset(reading, reading.scenario.assets[known->second], fields);
        return known->second;
    }
    const AssetType guess = column == "mmsi"   ? AssetType::Merchant
                            : column == "icao" ? AssetType::TransportAircraft
                                               : AssetType::Other;
    Asset asset = blank<Asset>();
    asset.id = id;
    asset.name = fields.has("name") ? fields.text("name") : written;
    asset.short_name = asset.name;
    set_type(asset, type_of_made_asset(reading, fields).value_or(guess));
    asset.country = country_of_made_asset(fields);
    set_identifiers(asset, fields);
    asset.file = fields.record().file();
    fields.set_subject(id);
    fields.note(column, code::asset_made,
                fmt::format("{} is not declared; the asset '{}' of type {} was made", in_quotes(written), id,
                            to_string(asset.type)));
    reading.scenario.assets.push_back(std::move(asset));
    return known->second;
}

std::optional<AssetIndex> asset_of(Reading& reading, Fields& fields) {
    if (reading.makes_assets) return make_asset(reading, fields);
    if (fields.required("asset").empty()) return std::nullopt;
    return fields.asset("asset");
}

/// The activity if the row gives none: InPort for a ship that does not move in a port or base.
Activity default_activity(const Reading& reading, const Fix& fix, const geo::Place* looked_up) {
    constexpr double moving_kn = 0.5, harbour_km = 15;
    const bool moves = fix.speed_kn.value_or(0) > moving_kn;
    if (!is_ship(reading.scenario.assets[fix.asset].type) || fix.area() || !fix.position || moves ||
        fix.radius_km > harbour_km)
        return Activity::None;
    using geo::PlaceKind;
    const bool in_harbour =
        looked_up && (looked_up->kind == PlaceKind::Port || looked_up->kind == PlaceKind::NavalBase ||
                      looked_up->kind == PlaceKind::Base);
    return in_harbour || reading.places.harbour_at(*fix.position) ? Activity::InPort : Activity::None;
}

void read_place_of(Reading& reading, Fields& fields, Fix& fix, const geo::Place*& looked_up) {
    FixDetails& details = fix.edit();
    if (fields.has("at_asset")) {
        const auto carrier = fields.asset("at_asset");
        for (const Name name : {"lon", "lat", "position", "area"})
            if (fields.has(name))
                fields.error(name, code::conflicting_values, "cannot be given together with at_asset");
        if (carrier && *carrier == fix.asset)
            fields.error("at_asset", code::circular,
                         fmt::format("{} cannot carry itself", in_quotes(fields.text("at_asset"))));
        details.at_asset = carrier.value_or(no_index);
        return;
    }
    const auto where = where_of(reading, fields, reading.scenario.assets[fix.asset].type);
    if (!where) {
        fields.error("place", code::no_position, "must be given unless area, at_asset or lon and lat are given");
        return;
    }
    fix.position = where->position;
    fix.radius_km = where->radius_km;
    details.area = where->area;
    details.circle_given = where->circle_given;
    looked_up = where->looked_up;
    details.place = place_text(fields, *where, reading);
}

/// A point written as `lon lat` in degrees. Two plain numbers never stand for a latitude and a longitude here.
std::optional<geo::LonLat> lon_lat(const std::string& text) {
    const std::size_t blank = text.find(' ');
    const std::size_t second = blank == std::string::npos ? blank : text.find_first_not_of(' ', blank);
    if (second == std::string::npos) return std::nullopt;
    const NumberReader numbers;
    const auto lon = numbers.read(text.substr(0, blank), -360, 360).value;
    const auto lat = numbers.read(text.substr(second), -90, 90).value;
    if (!lon || !lat || *lon < -360 || *lon > 360) return std::nullopt;
    return geo::LonLat::from_degrees(*lon, *lat);
}

bool is_two_numbers(const std::string& text) {
    return text.find_first_not_of("+-.0123456789 ") == std::string::npos;
}

/// The points of `via`. Reports entries that are neither a position nor a known place or sea.
std::vector<geo::LonLat> via_points(Reading& reading, Fields& fields, std::optional<AssetType> type) {
    std::vector<geo::LonLat> points;
    for (const std::string& entry : fields.list(fields.record().column("via"))) {
        if (const auto at = is_two_numbers(entry) ? lon_lat(entry) : geo::read_position(entry).position) {
            points.push_back(*at);
            continue;
        }
        const FoundPlace& found = reading.places.find(entry, PlaceLookup::purpose_of(type));
        if ((found.place && found.about_km == 0) || found.sea) {
            points.push_back(found.place && found.about_km == 0 ? found.place->position : found.sea->label);
            continue;
        }
        if (!found.candidates.empty()) {
            fields.error("via", code::ambiguous_place, choice_of(entry, found.candidates));
            continue;
        }
        const std::string nearest = reading.places.nearest_to(entry);
        fields.error("via", code::unknown_place,
                     fmt::format("{} is neither 'lon lat' nor a known place{}", in_quotes(entry),
                                 nearest.empty() ? "" : fmt::format("; did you mean '{}'?", nearest)));
    }
    return points;
}

void read_position(Reading& reading, const Record& record) {
    Fields fields{reading, record};
    const auto asset = asset_of(reading, fields);
    if (asset) fields.set_subject(reading.scenario.assets[*asset].id);
    Fix fix = blank<Fix>();
    fix.radius_km = unknown_radius_km;
    FixDetails& details = fix.edit();
    details.utc_offset_h = fields.utc_offset_h();
    const auto interval = fields.interval(fix.utc_offset_h());
    details.place = fields.text("place");
    const auto during = fields.choice<During>("during");
    read_columns(fix, fields, reading.schema.positions);
    fix.line = record.line();
    details.file = record.file();
    if (!asset) {
        if (!fields.has("at_asset"))
            (void)where_of(reading, fields, std::nullopt); // to report errors in the place, too
        return;
    }
    fix.asset = *asset;
    const geo::Place* looked_up = nullptr;
    read_place_of(reading, fields, fix, looked_up);
    details.via_points = via_points(reading, fields, reading.scenario.assets[*asset].type);
    if (!fields.ok() || !interval) return;
    fix.from = interval->from;
    fix.to = interval->to;
    details.open_end = interval->open_end;
    details.precision = interval->precision;
    details.during = during.value_or(default_during(*interval, fix.activity(), fix.utc_offset_h()));
    if (!record.has("activity") && fix.at_asset() == no_index)
        details.activity = default_activity(reading, fix, looked_up);
    fix.details = reading.details.share(fix.details);
    reading.scenario.fixes.push_back(std::move(fix));
}

void read_event(Reading& reading, const Record& record, std::map<std::string, int, std::less<>>& ids) {
    Fields fields{reading, record};
    Event event = blank<Event>();
    event.id = fields.id("id");
    fields.set_subject(event.id);
    if (!event.id.empty()) {
        const auto [known, is_new] = ids.try_emplace(event.id, record.line());
        if (!is_new)
            fields.error("id", code::duplicate,
                         fmt::format("{} appears twice, first in line {}", in_quotes(event.id), known->second));
    }
    event.utc_offset_h = fields.utc_offset_h();
    const auto interval = fields.interval(event.utc_offset_h);
    if (interval && interval->open_end)
        fields.error("to", code::bad_time, "'*' is allowed in positions only; give the end of the event");
    event.place = fields.text("place");
    read_columns(event, fields, reading.schema.events);
    event.line = record.line();
    event.file = record.file();
    if (const auto where = where_of(reading, fields, std::nullopt)) {
        event.position = where->position;
        event.area = where->area;
        event.radius_km = where->radius_km;
        event.place = place_text(fields, *where, reading);
    }
    if (!fields.ok() || !interval) return;
    event.from = interval->from;
    event.to = interval->to;
    reading.scenario.events.push_back(std::move(event));
}

} // namespace

void read_positions(Reading& reading, const InputFile& input) {
    auto columns = infos_of(reading.schema.positions);
    for (auto& column : columns)
        if (column.name == "asset" && reading.makes_assets)
            column.required = false; // mmsi, icao, uid or name can replace it
    read_table(
        reading, input, columns, [&](const Record& record) { read_position(reading, record); },
        reading.makes_assets ? TableKind::MayBeKnown : TableKind::Own);
}

void read_events(Reading& reading, const InputFile& input) {
    std::map<std::string, int, std::less<>> ids;
    for (const auto& event : reading.scenario.events)
        ids.emplace(event.id, event.line);
    read_table(reading, input, infos_of(reading.schema.events),
               [&](const Record& record) { read_event(reading, record, ids); });
}

} // namespace assets
