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
    std::string key;
    for (const char c : header) {
        if (c >= 'A' && c <= 'Z')
            key += static_cast<char>(c - 'A' + 'a');
        else
            key += c == ' ' || c == '-' ? '_' : c;
    }
    return key;
}

std::vector<std::optional<std::size_t>> match_header(const std::vector<std::string>& header,
                                                     std::span<const ColumnInfo> columns) {
    std::vector<std::optional<std::size_t>> matches(header.size());
    std::vector<bool> taken(columns.size(), false);
    for (std::size_t i = 0; i < header.size(); ++i)
        if ((matches[i] = position_of(columns, column_key(header[i])))) taken[*matches[i]] = true;
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (matches[i]) continue;
        const std::string key = column_key(header[i]);
        for (std::size_t column = 0; column < columns.size(); ++column) {
            const auto& aliases = columns[column].aliases;
            if (taken[column] || std::find(aliases.begin(), aliases.end(), key) == aliases.end()) continue;
            matches[i] = column;
            taken[column] = true;
            break;
        }
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

std::vector<Schema::TomlTable> Schema::toml_tables() const {
    return {{"", infos_of(root)},
            {"[time]", infos_of(time)},
            {"[view]", infos_of(view)},
            {"[style]", infos_of(style)},
            {"[read]", infos_of(read)},
            {"[zones]", infos_of(zones_table)},
            {"[basemap]", basemap},
            {"[routes]", routes},
            {"[words]", {}},
            {"[[asset]]", infos_of(assets)},
            {"[[accept]]", infos_of(accept)},
            {"[[feed]]", infos_of(feed)},
            {"[[alert]]", infos_of(alert)},
            {"[[figure]]", figure},
            {"[[figure.inset]]", inset},
            {"[[figure.note]]", note},
            {"[[figure.label]]", label}};
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
        columns::add_settings(s);
        return s;
    }();
    return made;
}

} // namespace assets
