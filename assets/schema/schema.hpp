#pragma once

#include "assets/model/scenario.hpp"
#include "assets/schema/column.hpp"

#include <array>

namespace assets {

/// The kinds of record in a scenario. Each kind has a file and a key under [read].
enum class TableId { Assets, Deployments, Positions, Events, Members, Sources, Places, Zones };

/// A file of a scenario that holds records of one kind.
struct TableFile {
    TableId table;
    std::string_view key;  ///< under [read]; its value names files to read instead of `name`
    std::string_view name; ///< read from the scenario's folder unless [read] names others
    std::string_view help; ///< one line for `theatrum help`
};
inline constexpr std::array table_files{
    TableFile{TableId::Assets, "assets", "assets.csv", "ships, aircraft, units and people, one per row"},
    TableFile{TableId::Deployments, "deployments", "deployments.csv", "periods in which assets are away from home"},
    TableFile{TableId::Positions, "positions", "positions.csv", "what was reported: which asset, when and where"},
    TableFile{TableId::Events, "events", "events.csv", "things that happened; an event moves no asset"},
    TableFile{TableId::Members, "members", "members.csv", "members of groups, and assets embarked in others"},
    TableFile{TableId::Sources, "sources", "sources.csv",
              "sources, which the column sources of the other files refers to"},
    TableFile{TableId::Places, "places", "places.csv", "places in addition to the built-in ones"},
    TableFile{TableId::Zones, "zones", "zones.geojson", "areas, lines and circles, as GeoJSON features"},
};
inline constexpr std::string_view settings_file = "scenario.toml";
[[nodiscard]] constexpr std::string_view file_of(TableId table) noexcept {
    return table_files[static_cast<std::size_t>(table)].name;
}
/// scenario.toml and the files of all tables: the files that reading a folder may open unless [read] names others.
[[nodiscard]] std::vector<std::string_view> scenario_files();

inline constexpr std::array<std::string_view, 3> feed_kinds{"ais", "cot", "sbs"};

/// The columns of every file and the keys of every table of scenario.toml, in the order in which they are written.
struct Schema {
    std::vector<Column<Asset>> assets; ///< also the keys of [[asset]]
    std::vector<Column<Deployment>> deployments;
    std::vector<Column<Fix>> positions;
    std::vector<Column<Event>> events;
    std::vector<Column<Membership>> members;
    std::vector<Column<Source>> sources;
    std::vector<Column<geo::Place>> places;
    std::vector<Column<Zone>> zones; ///< properties of a GeoJSON feature

    std::vector<Column<Scenario>> root, time, read, zones_table;
    std::vector<Column<ViewDefaults>> view, style;
    std::vector<Column<Accept>> accept;
    std::vector<Column<FeedDeclaration>> feed;
    std::vector<Column<AlertRule>> alert;
    std::vector<Column<RouteRules>> routes;
    std::vector<Column<FigureDeclaration>> figure;
    std::vector<Column<FigureInset>> inset;
    std::vector<Column<FigureNote>> note;
    std::vector<Column<FigureLabel>> label;
    /// Keys that are checked but have no member in Scenario. The table [words] takes any key.
    std::vector<ColumnInfo> basemap;

    std::vector<ColumnInfo> zone_outlines; ///< what gives the shape of a zone in a table; follow `zones` there

    [[nodiscard]] std::vector<ColumnInfo> columns_of(TableId) const;
    /// The columns of a table in a CSV file or a sheet: those of columns_of(), and for zones also `zone_outlines`.
    [[nodiscard]] std::vector<ColumnInfo> table_columns_of(TableId) const;
    struct TomlTable {
        std::string_view header; ///< `[time]`; empty for the keys above the first table
        std::vector<ColumnInfo> keys;
    };
    [[nodiscard]] std::vector<TomlTable> toml_tables() const;
};

/// The schema of this version of the format. It is made once and may be read by any thread.
[[nodiscard]] const Schema& schema();

} // namespace assets
