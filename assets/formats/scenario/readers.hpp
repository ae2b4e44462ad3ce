#pragma once

#include "assets/formats/table/table.hpp"

#include <array>

/// The readers of a scenario's files. Private to this folder and to settings/.
namespace assets {

class Section;
class Sheet;
struct Workbook;

/// The files to read for each table: those named under [read], or the default files beside scenario.toml.
class FileLists {
public:
    [[nodiscard]] std::vector<InputFile>& operator[](TableId table) { return m_files[static_cast<std::size_t>(table)]; }
    [[nodiscard]] const std::vector<InputFile>& operator[](TableId table) const {
        return m_files[static_cast<std::size_t>(table)];
    }

private:
    std::array<std::vector<InputFile>, table_files.size()> m_files;
};

// One reader for each file. They are called in an order in which ids are known before they are used.
/// Also reads [[asset]]. `lists` are the files to read unless [read] names others.
[[nodiscard]] FileLists read_settings(Reading&, const std::filesystem::path& toml_file, FileLists lists);
[[nodiscard]] FileLists default_files(Reading&, const std::filesystem::path& folder);
/// As read_settings(), for a text of TOML that has been read. `name`: of the file in findings.
[[nodiscard]] FileLists read_settings_text(Reading&, const std::string& name, std::string_view toml,
                                           const std::filesystem::path& folder, FileLists lists);
/// The sheets of the spreadsheet `file` by the tables that they hold. Reports the other sheets. Sets `settings` to the
/// sheet of keys and values if there is one.
[[nodiscard]] FileLists sheet_files(Reading&, const std::string& file, const Workbook&, const Sheet*& settings);
/// The keys and values of a sheet as TOML, each on the line of its row.
[[nodiscard]] std::string settings_of(Reading&, const std::string& file, const Sheet&);
/// The name of a sheet in findings: `fleet.xlsx/positions`.
[[nodiscard]] std::string sheet_file(const std::string& file, const Sheet&);
void read_sources(Reading&, const InputFile&);
void read_places(Reading&, const InputFile&);
void read_zones(Reading&, const InputFile&);      ///< of GeoJSON, or of a table by read_zone_table()
void read_zone_table(Reading&, const InputFile&); ///< a sheet or a CSV file of zones
void add_chosen_zones(Reading&);                  ///< adds the zones of [zones] builtin
void read_assets(Reading&, const InputFile&);
void read_members(Reading&, const InputFile&);
void read_deployments(Reading&, const InputFile&);
void read_positions(Reading&, const InputFile&);
void read_events(Reading&, const InputFile&);

/// Adds an asset from a row of assets.csv or an [[asset]] table.
void add_asset(Reading&, const Record&);
/// The zone that the properties of a feature or the columns of a row give, without its shape.
[[nodiscard]] Zone zone_of(Reading&, Fields&);
/// The shape of a zone that names a built-in sea in `sea`. Adds an error for an unknown one.
[[nodiscard]] std::optional<ZoneShape> sea_shape(Reading&, Fields&);
/// Adds the zone unless its id is missing or appears twice. Without a shape it has had an error.
void add_zone(Reading&, Fields&, Zone, std::optional<ZoneShape>);
/// Reads one [[feed]] table of scenario.toml.
void read_feed(Reading&, Section&, const std::filesystem::path& folder);
/// Reads one [[alert]] table of scenario.toml.
void read_alert(Reading&, Section&);
/// Reports zones and assets of [[alert]] tables that do not exist; called once all files are read.
void report_unknown_alert_ids(Reading&);
/// Reads one [[figure]] table of scenario.toml and the tables in it.
void read_figure(Reading&, Section&);
/// Reports assets and zones of [[figure]] tables that do not exist; called once all files are read.
void report_unknown_figure_ids(Reading&);

} // namespace assets
