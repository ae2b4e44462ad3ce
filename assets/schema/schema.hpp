#pragma once

#include "assets/model/scenario.hpp"
#include "assets/schema/column.hpp"

#include <array>

namespace assets {

/// The kinds of record that a scenario holds; each has a file and a key under [read].
enum class TableId { Assets, Deployments, Positions, Events, Members, Sources, Places, Zones };

struct TableFile {
    TableId table;
    std::string_view key;  ///< under [read], which names other files for it
    std::string_view name; ///< the file beside scenario.toml that is read by itself
    std::string_view help;
};
inline constexpr std::array table_files{
    TableFile{TableId::Assets, "assets", "assets.csv", "ships, aircraft, units and people, one a row"},
    TableFile{TableId::Deployments, "deployments", "deployments.csv", "the periods in which an asset is away at all"},
    TableFile{TableId::Positions, "positions", "positions.csv", "what was reported: which asset, when and where"},
    TableFile{TableId::Events, "events", "events.csv", "what happened; an event moves no asset"},
    TableFile{TableId::Members, "members", "members.csv", "who belongs to a group, or is embarked in another asset"},
    TableFile{TableId::Sources, "sources", "sources.csv", "who said so: what the columns `sources` refer to"},
    TableFile{TableId::Places, "places", "places.csv", "places of your own, beside those that are built in"},
    TableFile{TableId::Zones, "zones", "zones.geojson", "areas, lines and circles, as GeoJSON features"},
};
inline constexpr std::string_view settings_file = "scenario.toml";
[[nodiscard]] constexpr std::string_view file_of(TableId table) noexcept {
    return table_files[static_cast<std::size_t>(table)].name;
}
/// scenario.toml and the files of all tables: what reading a folder may look at, unless [read] names others.
[[nodiscard]] std::vector<std::string_view> scenario_files();

inline constexpr std::array<std::string_view, 3> feed_kinds{"ais", "cot", "sbs"};

/// The columns of every file and the keys of every table of scenario.toml, in the order in which they are written.
struct Schema {
    std::vector<Column<Asset>> assets; ///< and of [[asset]]
    std::vector<Column<Deployment>> deployments;
    std::vector<Column<Fix>> positions;
    std::vector<Column<Event>> events;
    std::vector<Column<Membership>> members;
    std::vector<Column<Source>> sources;
    std::vector<Column<geo::Place>> places;
    std::vector<Column<Zone>> zones; ///< properties of a feature

    std::vector<Column<Scenario>> root, time, read;
    std::vector<Column<ViewDefaults>> view, style;
    std::vector<Column<Accept>> accept;
    std::vector<Column<FeedDeclaration>> feed;
    /// Checked, and not kept in a Scenario. The table [words] takes any key.
    std::vector<ColumnInfo> basemap, routes, figure, inset, note, label;

    [[nodiscard]] std::vector<ColumnInfo> columns_of(TableId) const;
    struct TomlTable {
        std::string_view header; ///< `[time]`; empty for the keys above the first table
        std::vector<ColumnInfo> keys;
    };
    [[nodiscard]] std::vector<TomlTable> toml_tables() const;
};

/// The schema of this version. Made once; read from any thread.
[[nodiscard]] const Schema& schema();

} // namespace assets
