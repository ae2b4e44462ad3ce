#include "assets/schema/schema.hpp"

#include "assets/schema/columns/plain.hpp"

#include <algorithm>

namespace assets {
namespace {

std::optional<std::size_t> position_of(std::span<const ColumnInfo> columns, std::string_view name) {
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const auto& c) { return c.name == name; });
    return found == columns.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - columns.begin())};
}

} // namespace

std::vector<std::string_view> names_of(std::span<const ColumnInfo> columns) {
    std::vector<std::string_view> names;
    for (const auto& column : columns)
        names.push_back(column.name);
    return names;
}

std::string column_key(std::string_view header) {
    while (header.starts_with('#') || header.starts_with(' ')) // "# Timestamp"
        header.remove_prefix(1);
    std::string key;
    for (const char c : header) {
        if (c >= 'A' && c <= 'Z')
            key += static_cast<char>(c - 'A' + 'a');
        else
            key += c == ' ' || c == '-' ? '_' : c;
    }
    return key;
}

namespace {

bool is_among(const std::vector<std::string_view>& names, const std::string& key) {
    return std::find(names.begin(), names.end(), key) != names.end();
}

/// The key without what says that the times are in UTC: `time_(utc)`, `utc_time`, `time_utc`. True if it said so.
bool take_utc(std::string& key) {
    for (const std::string_view suffix : {"_(utc)", "(utc)", "_[utc]", "_utc", "_(gmt)", "_gmt", "_(z)"})
        if (key.size() > suffix.size() && key.ends_with(suffix)) {
            key.resize(key.size() - suffix.size());
            return true;
        }
    for (const std::string_view prefix : {"utc_", "gmt_"})
        if (key.size() > prefix.size() && key.starts_with(prefix)) {
            key.erase(0, prefix.size());
            return true;
        }
    return false;
}

/// A header while its meaning is being found.
struct Header {
    std::string key;
    bool is_utc = false;
};

} // namespace

std::vector<HeaderMatch> match_header(const std::vector<std::string>& header, std::span<const ColumnInfo> columns) {
    std::vector<HeaderMatch> matches(header.size());
    std::vector<bool> taken(columns.size(), false);
    std::vector<Header> headers;
    for (const auto& text : header)
        headers.push_back({column_key(text)});
    const auto match = [&](std::size_t i, std::size_t column, bool is_clock) {
        matches[i] = {column, is_clock, !is_clock && taken[column], headers[i].is_utc};
        if (!is_clock) taken[column] = true;
    };
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (const auto column = position_of(columns, headers[i].key))
            match(i, *column, false);
        else
            headers[i].is_utc = take_utc(headers[i].key) || headers[i].key == "utc";
    }
    // A date and its clock in two columns.
    for (std::size_t column = 0; column < columns.size(); ++column) {
        const auto header_among = [&](const std::vector<std::string_view>& names) {
            std::size_t i = 0;
            while (i < header.size() && (matches[i].column || !is_among(names, headers[i].key)))
                ++i;
            return i;
        };
        const auto named = static_cast<std::size_t>(
            std::find_if(matches.begin(), matches.end(), [&](const auto& m) { return m.column == column; }) -
            matches.begin());
        const auto date = named < header.size() ? named : header_among(columns[column].date_aliases);
        const auto clock = header_among(columns[column].clock_aliases);
        if (date >= header.size() || clock >= header.size()) continue;
        if (date != named) match(date, column, false);
        match(clock, column, true);
        matches[date].is_utc = matches[date].is_utc || matches[clock].is_utc;
    }
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (matches[i].column) continue;
        std::optional<std::size_t> twice;
        for (std::size_t column = 0; column < columns.size() && !matches[i].column; ++column) {
            if (!is_among(columns[column].aliases, headers[i].key)) continue;
            if (taken[column])
                twice = twice.value_or(column);
            else
                match(i, column, false);
        }
        if (!matches[i].column && twice) match(i, *twice, false);
    }
    return matches;
}

std::vector<std::string_view> scenario_files() {
    std::vector<std::string_view> names{settings_file};
    for (const TableFile& file : table_files)
        names.push_back(file.name);
    return names;
}

std::vector<ColumnInfo> Schema::columns_of(TableId table) const {
    switch (table) {
    case TableId::Assets:
        return infos_of(assets);
    case TableId::Deployments:
        return infos_of(deployments);
    case TableId::Positions:
        return infos_of(positions);
    case TableId::Events:
        return infos_of(events);
    case TableId::Members:
        return infos_of(members);
    case TableId::Sources:
        return infos_of(sources);
    case TableId::Places:
        return infos_of(places);
    case TableId::Zones:
        return infos_of(zones);
    }
    return {};
}

std::vector<ColumnInfo> Schema::table_columns_of(TableId table) const {
    auto columns = columns_of(table);
    if (table == TableId::Zones) columns.insert(columns.end(), zone_outlines.begin(), zone_outlines.end());
    return columns;
}

std::vector<Schema::TomlTable> Schema::toml_tables() const {
    return {{"", infos_of(root)},
            {"[time]", infos_of(time)},
            {"[view]", infos_of(view)},
            {"[style]", infos_of(style)},
            {"[read]", infos_of(read)},
            {"[zones]", infos_of(zones_table)},
            {"[basemap]", basemap},
            {"[routes]", infos_of(routes)},
            {"[words]", {}},
            {"[[asset]]", infos_of(assets)},
            {"[[accept]]", infos_of(accept)},
            {"[[feed]]", infos_of(feed)},
            {"[[alert]]", infos_of(alert)},
            {"[[figure]]", infos_of(figure)},
            {"[[figure.inset]]", infos_of(inset)},
            {"[[figure.note]]", infos_of(note)},
            {"[[figure.label]]", infos_of(label)}};
}

const Schema& schema() {
    static const Schema made = [] {
        Schema s;
        s.assets = columns::of_assets();
        s.deployments = columns::of_deployments();
        s.positions = columns::of_positions();
        s.events = columns::of_events();
        s.members = columns::of_members();
        s.sources = columns::of_sources();
        s.places = columns::of_places();
        s.zones = columns::of_zones();
        s.zone_outlines = columns::zone_outlines();
        columns::add_settings(s);
        columns::add_figures(s);
        return s;
    }();
    return made;
}

} // namespace assets
