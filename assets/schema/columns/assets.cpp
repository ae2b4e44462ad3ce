#include "assets/schema/columns/plain.hpp"

#include <fmt/format.h>

namespace assets::columns {
namespace {

constexpr std::string_view countries =
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ "
    "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR "
    "GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO "
    "JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR "
    "MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO "
    "RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV "
    "TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW ";

constexpr std::string_view hexadecimal = "0123456789ABCDEFabcdef";

bool is_mmsi(std::string_view text) {
    return text.size() == 9 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_icao(std::string_view text) {
    return text.size() == 6 && text.find_first_not_of(hexadecimal) == std::string_view::npos;
}

/// `14d`, `36h`, `90min`, `45s`: the largest unit that it is a whole number of.
std::string duration_text(std::chrono::seconds length) {
    constexpr std::pair<int, const char*> units[] = {{86'400, "d"}, {3'600, "h"}, {60, "min"}};
    for (const auto& [seconds, name] : units)
        if (length.count() != 0 && length.count() % seconds == 0)
            return fmt::format("{}{}", length.count() / seconds, name);
    return fmt::format("{}s", length.count());
}

/// What differs from the default of the type; `none` for no limit.
template <class T, class Write>
std::string unless_usual(const std::optional<T>& value, const std::optional<T>& usual, Write write) {
    if (value == usual) return {};
    return value ? write(*value) : std::string{"none"};
}

template <auto Member, auto Usual>
std::string limit(const Asset& asset, WriteContext&) {
    return unless_usual(asset.*Member, defaults_for(asset.type).*Usual, duration_text);
}

} // namespace

bool is_country(std::string_view text) noexcept {
    const auto is_capital = [](char c) {
        return c >= 'A' && c <= 'Z';
    };
    if (text.size() != 2 || !is_capital(text[0]) || !is_capital(text[1])) return false;
    for (std::size_t at = 0; at < countries.size(); at += 3)
        if (countries.substr(at, 2) == text) return true;
    return false;
}

std::vector<Column<Asset>> of_assets() {
    return {
        rule<Asset>("id", Shape::Id, "what the other files call it", [](const Asset& a, WriteContext&) { return a.id; })
            .need()
            .in_new(1),
        Column<Asset>{{"name", Shape::Text, "as it is named in words: HMCS Vancouver"},
                      [](Asset& a, Cell& cell) { a.name = cell.text(); },
                      [](const Asset& a, WriteContext&) {
                          return a.name.empty() ? a.id : a.name;
                      }}
            .need()
            .also(name_headers)
            .in_new(2),
        Column<Asset>{{"short", Shape::Text, "for labels; the name where it is empty"},
                      [](Asset& a, Cell& cell) { a.short_name = cell.text(); },
                      [](const Asset& a, WriteContext&) {
                          return a.short_name == a.name ? std::string{} : a.short_name;
                      }}
            .in_new(3),
        text<&Asset::hull>("hull", "the hull number: FFH 331").in_new(4),
        rule<Asset>("type", Shape::Word, "decides symbol, speed and how long a report holds; or give sidc",
                    [](const Asset& a, WriteContext&) { return std::string{name_of(a.type)}; })
            .words_of<AssetType>()
            .always_written()
            .in_new(5),
        rule<Asset>("sidc", Shape::Text, "the code of a NATO symbol (MIL-STD-2525D)",
                    [](const Asset& a, WriteContext&) { return a.sidc; })
            .of_form("a symbol code of 20 or 30 digits"),
        word<&Asset::side>("side", "shown by NATO symbols only"),
        checked_text<&Asset::country, is_country>("country", "whose it is; decides its colour")
            .of_form("a country code of ISO 3166-1 such as CA or KR")
            .in_new(6),
        text<&Asset::operator_name>("operator", "who runs it"),
        checked_text<&Asset::mmsi, is_mmsi>("mmsi", "under which AIS hears it").of_form("a number of nine digits"),
        checked_text<&Asset::icao, is_icao>("icao", "under which ADS-B hears it")
            .of_form("an address of six hexadecimal digits")
            .also(icao_headers),
        text<&Asset::uid>("uid", "under which Cursor on Target hears it"),
        rule<Asset>("max_speed_kn", Shape::Number, "its speed limit, or none; where it is empty that of the type",
                    [](const Asset& a, WriteContext&) {
                        return unless_usual(a.max_speed_kn, defaults_for(a.type).max_speed_kn, number_text);
                    })
            .within({0.1, 2000}),
        rule<Asset>("path", Shape::Word, "how it gets from one report to the next; where it is empty as its type does",
                    [](const Asset& a, WriteContext&) {
                        return std::string{a.path == defaults_for(a.type).path ? std::string_view{} : name_of(a.path)};
                    })
            .words_of<PathRule>(),
        rule<Asset>("max_gap", Shape::TimeSpan, "the longest silence that a line is drawn across",
                    limit<&Asset::max_gap, &TypeDefaults::max_gap>),
        rule<Asset>("stale_after", Shape::TimeSpan, "the silence after which it fades",
                    limit<&Asset::stale_after, &TypeDefaults::stale_after>),
        rule<Asset>("lost_after", Shape::TimeSpan, "the silence after which it is drawn no longer",
                    limit<&Asset::lost_after, &TypeDefaults::lost_after>),
        rule<Asset>("rank", Shape::Whole, "1 is named first on a map; where it is empty that of the type",
                    [](const Asset& a, WriteContext&) { return number_unless(defaults_for(a.type).rank, a.rank); })
            .within({1, 9}),
        list<&Asset::aliases>("aliases", "other names that a search finds").also(aliases_headers),
        text<&Asset::note>("note", "anything else").also(note_headers).in_new(7),
    };
}

std::vector<Column<geo::Place>> of_places() {
    using geo::Place;
    return {
        rule<Place>("id", Shape::Id, "what the other files may call it",
                    [](const Place& p, WriteContext&) { return p.id; })
            .need(),
        text<&Place::name>("name", "what a report may call it").need().also(name_headers),
        rule<Place>("lon", Shape::Number, "degrees east of Greenwich",
                    [](const Place& p, WriteContext&) { return number_text(p.position.lon()); })
            .need()
            .within({-360, 360})
            .also(lon_headers),
        rule<Place>("lat", Shape::Number, "degrees north of the equator",
                    [](const Place& p, WriteContext&) { return number_text(p.position.lat()); })
            .need()
            .within({-90, 90})
            .also(lat_headers),
        stated_word<&Place::kind>("kind", "decides the radius of a report that gives none"),
        checked_text<&Place::country, is_country>("country", "where it is")
            .of_form("a country code of ISO 3166-1 such as CA or KR"),
        list<&Place::aliases>("aliases", "other names that a report may use").also(aliases_headers),
    };
}

std::vector<Column<Source>> of_sources() {
    // A date that is kept as written; whether it is one is checked.
    const auto day = [](Column<Source> column, auto read) {
        column.shape = Shape::Time;
        column.read = read;
        return column;
    };
    return {
        rule<Source>("id", Shape::Id, "what the columns `sources` call it",
                     [](const Source& s, WriteContext&) { return s.id; })
            .need()
            .in_new(1),
        text<&Source::title>("title", "its title; or give url").in_new(2),
        text<&Source::publisher>("publisher", "who published it").in_new(3),
        day(text<&Source::published>("published", "the day of its first publication").in_new(4),
            [](Source& s, Cell& cell) {
                s.published = cell.text();
                (void)cell.time(0);
            }),
        day(text<&Source::date>("date", "the day that it speaks of").in_new(5),
            [](Source& s, Cell& cell) {
                s.date = cell.text();
                (void)cell.time(0);
            }),
        text<&Source::kind>("kind", "official, news, ais, ...; ais, cot and sbs are live feeds").in_new(6),
        text<&Source::url>("url", "where it is").in_new(7),
    };
}

} // namespace assets::columns
