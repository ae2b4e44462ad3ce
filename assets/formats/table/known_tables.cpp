#include "assets/formats/table/known_tables.hpp"

#include "assets/feeds/ais/identity.hpp"
#include "assets/feeds/number.hpp"
#include "assets/feeds/sbs/icao_blocks.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assets {
namespace {

using Name = std::string_view;
using Row = std::vector<std::string>;

/// The values of a row that a publisher's columns need besides those that are read as they are.
class Inputs {
public:
    Inputs(const Row& row, const std::vector<std::size_t>& positions) : m_row{row}, m_positions{positions} {}
    [[nodiscard]] std::string_view operator[](std::size_t i) const {
        const auto at = m_positions[i];
        return at < m_row.size() ? std::string_view{m_row[at]} : std::string_view{};
    }

private:
    const Row& m_row;
    const std::vector<std::size_t>& m_positions;
};

/// A header's key and the column that it gives. An empty column: known, but not read.
struct ColumnName {
    Name header, column;
};

constexpr std::string_view no_position = "without a position", base_station = "of base stations",
                           aid = "of aids to navigation", beacon = "of distress beacons",
                           no_mmsi = "with a number that is no MMSI";

std::optional<std::uint32_t> digits(std::string_view text) {
    if (text.ends_with(".0")) text.remove_suffix(2); // a column of numbers with gaps, as pandas writes it
    std::uint32_t value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || failed != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

void clear(Record& record, Name column) {
    record.set(record.column(column), {});
}

/// Whether lon and lat are a place: AIS sends 181 and 91 for an unknown one.
bool has_place(const Record& record) {
    const auto lon = finite_number(record.text("lon")), lat = finite_number(record.text("lat"));
    if (record.text("lon").empty() || record.text("lat").empty()) return false;
    return !(lat && *lat == 91) && !(lon && *lon == 181);
}

/// Removes the values that AIS sends for "not available", and the course values that its tables wrap.
void clear_unavailable(Record& record) {
    if (const auto course = finite_number(record.text("course_deg")); course && (*course < 0 || *course >= 360))
        clear(record, "course_deg");
    if (const auto speed = finite_number(record.text("speed_kn")); speed && (*speed < 0 || *speed >= 102.3))
        clear(record, "speed_kn");
}

void set_unless_given(Record& record, Name column, std::string_view value) {
    if (!record.has(column)) record.set(record.column(column), std::string{value});
}

/// Sets country and, if `type` is empty, the type from the MMSI. Returns why the row is left out.
std::string_view complete_ais(Record& record, std::optional<AssetType> type) {
    constexpr std::uint32_t largest_mmsi = 999'999'999;
    const auto mmsi = digits(record.text("mmsi"));
    if (record.has("mmsi") && (!mmsi || *mmsi > largest_mmsi)) return no_mmsi;
    if (mmsi) record.set(record.column("mmsi"), fmt::format("{:09}", *mmsi));
    const ais::Identity identity = ais::identity_of(mmsi.value_or(0));
    if (identity.station == ais::Station::Coast) return base_station;
    if (identity.station == ais::Station::Aid) return aid;
    if (identity.station == ais::Station::Sart || identity.station == ais::Station::ManOverboard ||
        identity.station == ais::Station::Epirb)
        return beacon;
    if (!has_place(record)) return no_position;
    set_unless_given(record, "country", identity.country);
    set_unless_given(record, "type", name_of(type.value_or(AssetType::Other)));
    set_unless_given(record, "radius_km", "0.1"); // as in the feeds
    clear_unavailable(record);
    return {};
}

std::string_view complete_marine_cadastre(Record& record, const Inputs& inputs) {
    const auto code = digits(inputs[0]);
    return complete_ais(record, code ? ais::ship_type(*code).type : std::nullopt);
}

std::string_view complete_danish(Record& record, const Inputs& inputs) {
    struct ShipType {
        Name written;
        AssetType type;
    };
    constexpr std::array types{ShipType{"Cargo", AssetType::Merchant},
                               ShipType{"Tanker", AssetType::Merchant},
                               ShipType{"Passenger", AssetType::Merchant},
                               ShipType{"HSC", AssetType::Merchant},
                               ShipType{"Towing", AssetType::Merchant},
                               ShipType{"Towing long/wide", AssetType::Merchant},
                               ShipType{"Tug", AssetType::Merchant},
                               ShipType{"Dredging", AssetType::Merchant},
                               ShipType{"Diving", AssetType::Merchant},
                               ShipType{"Pilot", AssetType::Merchant},
                               ShipType{"Port tender", AssetType::Merchant},
                               ShipType{"Anti-pollution", AssetType::Merchant},
                               ShipType{"Medical", AssetType::Merchant},
                               ShipType{"Not party to conflict", AssetType::Merchant},
                               ShipType{"Fishing", AssetType::Fishing},
                               ShipType{"SAR", AssetType::CoastGuard},
                               ShipType{"Law enforcement", AssetType::CoastGuard}};
    const std::string_view mobile = inputs[0], written = inputs[1];
    if (mobile == "Base Station") return base_station;
    if (mobile == "AtoN") return aid;
    if (mobile == "Search and Rescue Transponder" || mobile == "Man Overboard Device") return beacon;
    const auto found = std::ranges::find(types, written, &ShipType::written);
    return complete_ais(record, found == types.end() ? std::nullopt : std::optional{found->type});
}

std::string_view complete_fishing_watch(Record& record, const Inputs&) {
    constexpr std::size_t mmsi_digits = 9;
    std::string_view number = record.text("mmsi");
    if (number.ends_with(".0")) number.remove_suffix(2);
    if (number.size() > mmsi_digits) { // the published training data have numbers instead of the MMSI
        record.set(record.column("uid"), std::string{number});
        clear(record, "mmsi");
    }
    return complete_ais(record, std::nullopt);
}

std::string_view complete_opensky(Record& record, const Inputs& inputs) {
    for (const Name column : {"lon", "lat", "speed_kn", "course_deg"})
        if (const auto text = record.text(column); text == "NULL" || text == "None" || text == "nan" || text == "NaN")
            clear(record, column);
    if (!has_place(record)) return no_position;
    if (record.text("from").empty()) record.set(record.column("from"), std::string{inputs[0]});
    constexpr double knots_per_metre_per_second = 3600.0 / 1852.0;
    if (const auto speed = finite_number(record.text("speed_kn")); speed && *speed >= 0)
        record.set(record.column("speed_kn"), fmt::format("{:.1f}", *speed * knots_per_metre_per_second));
    std::uint32_t address = 0;
    const auto icao = record.text("icao");
    const auto [end, failed] = std::from_chars(icao.data(), icao.data() + icao.size(), address, 16);
    if (failed == std::errc{} && end == icao.data() + icao.size())
        if (const auto country = country_of_icao(address)) set_unless_given(record, "country", *country);
    set_unless_given(record, "type", name_of(AssetType::Other));
    set_unless_given(record, "radius_km", "0.1");
    return {};
}

/// A track of one aircraft as Flightradar24 exports it: `Position` is latitude and longitude.
std::string_view complete_flightradar(Record& record, const Inputs& inputs) {
    const std::string_view position = inputs[0];
    const auto comma = position.find(',');
    const auto lat = finite_number(position.substr(0, comma));
    const auto lon = comma == std::string_view::npos ? std::nullopt : finite_number(position.substr(comma + 1));
    if (!lat || !lon) return no_position;
    record.set(record.column("lat"), std::string{position.substr(0, comma)});
    record.set(record.column("lon"), std::string{position.substr(comma + 1)});
    set_unless_given(record, "type", name_of(AssetType::Other));
    set_unless_given(record, "radius_km", "0.1");
    return {};
}

} // namespace

struct KnownTable::Description {
    Name name;
    std::vector<std::vector<Name>> signatures; ///< keys of headers, all of which one of the lists requires
    std::vector<ColumnName> columns;           ///< besides those that have the names and aliases of the schema
    std::vector<std::vector<Name>> inputs;     ///< headers that complete() needs, each with its other spellings
    DateOrder dates = DateOrder::IsoOnly;
    Name derived; ///< what complete() derives, for the note
    std::string_view (*complete)(Record&, const Inputs&);
};

namespace {

const std::vector<KnownTable::Description>& descriptions() {
    static const std::vector<KnownTable::Description> all{
        {.name = "MarineCadastre",
         .signatures = {{"mmsi", "basedatetime"}, {"mmsi", "base_date_time"}},
         .columns = {{"heading", ""},
                     {"imo", ""},
                     {"callsign", ""},
                     {"call_sign", ""},
                     {"vesseltype", ""},
                     {"vessel_type", ""},
                     {"status", ""},
                     {"length", ""},
                     {"width", ""},
                     {"draft", ""},
                     {"cargo", ""},
                     {"transceiverclass", ""},
                     {"transceiver_class", ""},
                     {"transceiver", ""}},
         .inputs = {{"vesseltype", "vessel_type"}},
         .derived = "types from the vessel type, countries from the MMSI, times in UTC",
         .complete = complete_marine_cadastre},
        {.name = "the Danish Maritime Authority",
         .signatures = {{"timestamp", "type_of_mobile", "mmsi"}},
         .columns = {{"type_of_mobile", ""},
                     {"navigational_status", ""},
                     {"rot", ""},
                     {"heading", ""},
                     {"imo", ""},
                     {"callsign", ""},
                     {"name", "name"},
                     {"ship_type", ""},
                     {"cargo_type", ""},
                     {"width", ""},
                     {"length", ""},
                     {"type_of_position_fixing_device", ""},
                     {"draught", ""},
                     {"destination", ""},
                     {"eta", ""},
                     {"data_source_type", ""},
                     {"a", ""},
                     {"b", ""},
                     {"c", ""},
                     {"d", ""}},
         .inputs = {{"type_of_mobile"}, {"ship_type"}},
         .dates = DateOrder::DayMonthYear,
         .derived = "days before months, types from the ship type, countries from the MMSI, times in UTC",
         .complete = complete_danish},
        {.name = "Global Fishing Watch",
         .signatures = {{"mmsi", "timestamp", "speed_knots"},
                        {"mmsi", "timestamp", "is_fishing"},
                        {"mmsi", "timestamp", "distance_from_shore"},
                        {"ssvid", "timestamp"}},
         .columns = {{"ssvid", "mmsi"},
                     {"speed_knots", "speed_kn"},
                     {"vessel_id", ""},
                     {"seg_id", ""},
                     {"distance_from_shore", ""},
                     {"distance_from_shore_m", ""},
                     {"distance_from_port", ""},
                     {"distance_from_port_m", ""},
                     {"is_fishing", ""},
                     {"nnet_score", ""},
                     {"elevation_m", ""},
                     {"heading", ""},
                     {"hours", ""},
                     {"implied_speed_knots", ""},
                     {"flag", ""},
                     {"geartype", ""},
                     {"vessel_class", ""},
                     {"imo", ""},
                     {"callsign", ""},
                     {"type", ""},
                     {"source", ""}},
         .inputs = {},
         .derived = "countries from the MMSI",
         .complete = complete_fishing_watch},
        {.name = "OpenSky",
         .signatures = {{"time", "icao24", "velocity"}, {"icao24", "time_position"}},
         .columns = {{"time", "from"},
                     {"time_position", "from"},
                     {"last_contact", ""},
                     {"velocity", "speed_kn"},
                     {"heading", "course_deg"},
                     {"true_track", "course_deg"},
                     {"callsign", "name"},
                     {"vertrate", ""},
                     {"vertical_rate", ""},
                     {"onground", ""},
                     {"on_ground", ""},
                     {"alert", ""},
                     {"spi", ""},
                     {"squawk", ""},
                     {"baroaltitude", ""},
                     {"baro_altitude", ""},
                     {"geoaltitude", ""},
                     {"geo_altitude", ""},
                     {"lastposupdate", ""},
                     {"lastcontact", ""},
                     {"hour", ""},
                     {"sensors", ""},
                     {"position_source", ""},
                     {"category", ""},
                     {"origin_country", ""},
                     {"serials", ""}},
         .inputs = {{"last_contact", "lastcontact"}},
         .derived = "speeds from m/s, countries from the aircraft's address",
         .complete = complete_opensky},
        {.name = "Flightradar24",
         .signatures = {{"timestamp", "utc", "callsign", "position"}},
         .columns = {{"timestamp", ""},
                     {"utc", "from"},
                     {"callsign", "name"},
                     {"position", ""},
                     {"altitude", ""},
                     {"speed", "speed_kn"},
                     {"direction", "course_deg"}},
         .inputs = {{"position"}},
         .derived = "positions are latitude and longitude, times in UTC",
         .complete = complete_flightradar},
    };
    return all;
}

} // namespace

DateOrder KnownTable::dates() const noexcept {
    return m_description.dates;
}

std::unique_ptr<KnownTable> KnownTable::recognise(const TableHeader& header, std::span<const ColumnInfo> columns) {
    std::vector<std::string> keys;
    for (const auto& name : header.names)
        keys.push_back(column_key(name));
    const auto find_key = [&](Name key) {
        return static_cast<std::size_t>(std::ranges::find(keys, key) - keys.begin());
    };
    const auto has = [&](Name key) {
        return find_key(key) < keys.size();
    };
    const auto& all = descriptions();
    const auto found = std::ranges::find_if(all, [&](const Description& description) {
        return std::ranges::any_of(description.signatures,
                                   [&](const auto& signature) { return std::ranges::all_of(signature, has); });
    });
    if (found == all.end()) return nullptr;
    std::unique_ptr<KnownTable> table{new KnownTable{*found}};
    table->m_matches = header.matches;
    std::vector<std::string> unread;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        HeaderMatch& match = table->m_matches[i];
        const auto column = std::ranges::find(found->columns, Name{keys[i]}, &ColumnName::header);
        if (column != found->columns.end()) {
            const auto named = std::ranges::find(columns, column->column, &ColumnInfo::name);
            match = {};
            if (named != columns.end()) match.column = static_cast<std::size_t>(named - columns.begin());
            const bool is_input = std::ranges::any_of(found->inputs, [&](const auto& spellings) {
                return std::ranges::find(spellings, Name{keys[i]}) != spellings.end();
            });
            if (!match.column && !is_input) unread.push_back(header.names[i]);
        }
        if (match.column && columns[*match.column].name == "from") match.is_utc = true;
    }
    for (const auto& spellings : found->inputs) {
        std::size_t at = keys.size();
        for (const Name spelling : spellings)
            at = std::min(at, find_key(spelling));
        table->m_inputs.push_back(at < keys.size() ? at : std::string::npos);
    }
    table->m_note = fmt::format("is a table of {}: {}", found->name, found->derived);
    if (!unread.empty()) table->m_note += fmt::format("; not read: {}", fmt::join(unread, ", "));
    return table;
}

std::string_view KnownTable::complete(Record& record, const std::vector<std::string>& row) const {
    return m_description.complete(record, Inputs{row, m_inputs});
}

} // namespace assets
