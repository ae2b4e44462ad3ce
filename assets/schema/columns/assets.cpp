#include "assets/schema/columns/identifiers.hpp"
#include "assets/schema/columns/plain.hpp"
#include "geo/text/names.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace assets::columns {
namespace {

/// `14d`, `36h`, `90min` or `45s`: in the largest unit that gives a whole number.
std::string duration_text(std::chrono::seconds length) {
    constexpr std::pair<int, const char*> units[] = {{86'400, "d"}, {3'600, "h"}, {60, "min"}};
    for (const auto& [seconds, name] : units)
        if (length.count() != 0 && length.count() % seconds == 0)
            return fmt::format("{}{}", length.count() / seconds, name);
    return fmt::format("{}s", length.count());
}

/// Empty if the value is the default of the asset's type; `none` for no limit.
template <class T, class Write>
std::string unless_default(const std::optional<T>& value, const std::optional<T>& default_value, Write write) {
    if (value == default_value) return {};
    return value ? write(*value) : std::string{"none"};
}

bool is_language_tag(std::string_view text) {
    constexpr std::size_t longest = 20;
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    return !text.empty() && text.size() <= longest && std::all_of(text.begin(), text.end(), fits);
}

template <auto Member, auto Default>
std::string limit(const Asset& asset, WriteContext&) {
    return unless_default(asset.*Member, defaults_for(asset.type).*Default, duration_text);
}

} // namespace

std::string country_hint(std::string_view text) {
    std::string capitals{text};
    for (char& c : capitals)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    const std::string_view code = geo::is_country_code(capitals) ? capitals : geo::country_code_of(text);
    if (!code.empty()) return fmt::format("; did you mean '{}'?", code);
    std::vector<std::string> names;
    for (const auto& country : geo::country_codes())
        names.emplace_back(country.name);
    const auto nearest = geo::close_names(text, names, 1);
    if (nearest.empty()) return {};
    return fmt::format("; did you mean '{}' ({})?", geo::country_code_of(nearest.front()), nearest.front());
}

std::string read_local_names(const std::vector<std::string>& items, geo::LocalNames& names) {
    constexpr std::pair<std::string_view, std::string_view> countries[] = {{"kr", "ko"}, {"jp", "ja"}, {"cn", "zh"}};
    for (const std::string& item : items) {
        const std::size_t equals = item.find('=');
        if (equals == std::string::npos) return "; an item has no '='";
        const auto trimmed = [](std::string_view text) {
            const std::size_t first = text.find_first_not_of(' ');
            if (first == std::string_view::npos) return std::string_view{};
            return text.substr(first, text.find_last_not_of(' ') + 1 - first);
        };
        const std::string_view language = trimmed(std::string_view{item}.substr(0, equals));
        const std::string_view name = trimmed(std::string_view{item}.substr(equals + 1));
        std::string* member = names.member(language);
        if (member == nullptr) {
            std::string meant;
            for (const auto& [country, code] : countries)
                if (language == country) meant = fmt::format("; did you mean '{}'?", code);
            if (!is_language_tag(language)) return "; an item names no language";
            return fmt::format("; '{}' is none of the languages en, ko, ja, zh and fr{}", language, meant);
        }
        if (name.empty()) return fmt::format("; '{}' has no name", language);
        if (!member->empty()) return fmt::format("; '{}' is given twice", language);
        *member = name;
    }
    return {};
}

std::vector<std::string> written_local_names(const geo::LocalNames& names) {
    std::vector<std::string> items;
    for (const std::string_view language : geo::LocalNames::languages)
        if (const std::string_view name = names.in(language); !name.empty())
            items.push_back(fmt::format("{}={}", language, name));
    return items;
}

std::vector<Column<Asset>> of_assets() {
    return {
        rule<Asset>("id", Shape::Id, "unique id, used in the other files",
                    [](const Asset& a, WriteContext&) { return a.id; })
            .as_required()
            .in_template(1),
        Column<Asset>{{"name", Shape::Text, "full name, for example HMCS Vancouver"},
                      [](Asset& a, Cell& cell) { a.name = cell.text(); },
                      [](const Asset& a, WriteContext&) {
                          return a.name.empty() ? a.id : a.name;
                      }}
            .as_required()
            .as_printed()
            .with_aliases(name_headers)
            .in_template(2),
        text<&Asset::prefix>("prefix", "ship prefix for labels, for example HMCS; never guessed from the name")
            .as_printed(),
        Column<Asset>{{"short", Shape::Text, "short name for labels; default: the name"},
                      [](Asset& a, Cell& cell) { a.short_name = cell.text(); },
                      [](const Asset& a, WriteContext&) {
                          return a.short_name == a.name ? std::string{} : a.short_name;
                      }}
            .as_printed()
            .in_template(3),
        text<&Asset::hull>("hull", "hull number, for example FFH 331").as_printed().in_template(4),
        rule<Asset>("type", Shape::Word, "type; sets symbol, speed limit and age limits; not needed if sidc is given",
                    [](const Asset& a, WriteContext&) { return std::string{name_of(a.type)}; })
            .with_words_of<AssetType>()
            .always_written()
            .in_template(5),
        rule<Asset>("sidc", Shape::Text, "NATO symbol code (MIL-STD-2525D)",
                    [](const Asset& a, WriteContext&) { return a.sidc; })
            .of_form("a symbol code of 20 or 30 digits"),
        word<&Asset::side>("side", "affiliation; shown by NATO symbols only"),
        country<&Asset::country>("country that the asset belongs to; sets its colour").in_template(6),
        text<&Asset::operator_name>("operator", "operator, for example Royal Canadian Navy"),
        checked_text<&Asset::mmsi, is_mmsi>("mmsi", "MMSI in its AIS messages").of_form(mmsi_form),
        checked_text<&Asset::icao, is_icao>("icao", "ICAO address in its ADS-B messages")
            .of_form(icao_form)
            .with_aliases(icao_headers),
        text<&Asset::uid>("uid", "uid in its Cursor on Target events"),
        rule<Asset>("max_speed_kn", Shape::Number, "speed limit in knots, or none; default: that of the type",
                    [](const Asset& a, WriteContext&) {
                        return unless_default(a.max_speed_kn, defaults_for(a.type).max_speed_kn, number_text);
                    })
            .within({0.1, 2000}),
        rule<Asset>("path", Shape::Word, "how it moves from one report to the next; default: that of the type",
                    [](const Asset& a, WriteContext&) {
                        return std::string{a.path == defaults_for(a.type).path ? std::string_view{} : name_of(a.path)};
                    })
            .with_words_of<PathRule>(),
        rule<Asset>("max_gap", Shape::TimeSpan,
                    "longest time between two reports that are joined by a line; default: by type",
                    limit<&Asset::max_gap, &TypeDefaults::max_gap>),
        rule<Asset>("stale_after", Shape::TimeSpan,
                    "time since the last report from which the asset is drawn faded; default: by type",
                    limit<&Asset::stale_after, &TypeDefaults::stale_after>),
        rule<Asset>("lost_after", Shape::TimeSpan,
                    "time since the last report from which the asset is no longer drawn; default: by type",
                    limit<&Asset::lost_after, &TypeDefaults::lost_after>),
        rule<Asset>("rank", Shape::Whole,
                    "order in which assets are named, from 1 (first) to 9; default: that of the type",
                    [](const Asset& a, WriteContext&) { return number_unless(defaults_for(a.type).rank, a.rank); })
            .within({1, 9}),
        list<&Asset::aliases>("aliases", "other names, for search and for matching senders of live feeds")
            .with_aliases(aliases_headers),
        local_names<&Asset::names>("names in other languages, for --names"),
        text<&Asset::note>("note", "free text").with_aliases(note_headers).in_template(7),
    };
}

std::vector<Column<geo::Place>> of_places() {
    using geo::Place;
    return {
        rule<Place>("id", Shape::Id, "unique id, used in the other files",
                    [](const Place& p, WriteContext&) { return p.id; })
            .as_required(),
        text<&Place::name>("name", "name, used in column place of other files")
            .as_required()
            .as_printed()
            .with_aliases(name_headers),
        rule<Place>("position", Shape::Text, position_help).with_aliases(position_headers),
        rule<Place>("lon", Shape::Number, "longitude in degrees, east is positive",
                    [](const Place& p, WriteContext&) { return number_text(p.position.lon()); })
            .always_written()
            .within({-360, 360})
            .with_aliases(lon_headers),
        rule<Place>("lat", Shape::Number, "latitude in degrees, north is positive",
                    [](const Place& p, WriteContext&) { return number_text(p.position.lat()); })
            .always_written()
            .within({-90, 90})
            .with_aliases(lat_headers),
        stated_word<&Place::kind>("kind", "kind of place; sets the radius of reports that give none"),
        country<&Place::country>("country that the place lies in"),
        list<&Place::aliases>("aliases", "other names, used like the name").with_aliases(aliases_headers),
        local_names<&Place::names>("names in other languages, for --names; used like the name"),
    };
}

std::vector<Column<Source>> of_sources() {
    // Checks that the value is a date, and keeps it as written.
    const auto day = [](Column<Source> column, auto read) {
        column.shape = Shape::Time;
        column.read = read;
        return column;
    };
    return {
        rule<Source>("id", Shape::Id, "unique id, used in column sources of the other files",
                     [](const Source& s, WriteContext&) { return s.id; })
            .as_required()
            .in_template(1),
        text<&Source::title>("title", "title; not needed if url is given").in_template(2),
        text<&Source::publisher>("publisher", "publisher").as_printed().in_template(3),
        day(text<&Source::published>("published", "date of first publication").in_template(4),
            [](Source& s, Cell& cell) {
                s.published = cell.text();
                (void)cell.time(0);
            }),
        day(text<&Source::date>("date", "date that the source reports on").in_template(5),
            [](Source& s, Cell& cell) {
                s.date = cell.text();
                (void)cell.time(0);
            }),
        text<&Source::kind>("kind", "kind of source: official, news, ...; opinion and op-ed make a plan a proposal; "
                                    "ais, cot and sbs are live feeds")
            .in_template(6),
        text<&Source::url>("url", "web address").in_template(7),
    };
}

} // namespace assets::columns
