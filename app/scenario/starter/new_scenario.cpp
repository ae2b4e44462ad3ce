#include "app/scenario/starter/new_scenario.hpp"

#include "app/base/errors.hpp"
#include "app/base/save_file.hpp"
#include "app/scenario/starter/example.hpp"
#include "app/scenario/starter/spreadsheet.hpp"
#include "assets/formats/text/quote.hpp"
#include "assets/schema/schema.hpp"

#include <cassert>
#include <string>
#include <string_view>
#include <vector>

namespace app {

namespace {

constexpr std::string_view settings_text = R"(theatrum = 1
title = "Patrol ship in the East China Sea"
subtitle = "An example to change"
credit = "Example data"

[time]
start = 2024-05-01
end = 2024-05-20
utc_offset_h = 9          # dates without a clock are days at this offset
data_to = 2024-05-25      # the last day of your research

[view]
projection = "laea"       # laea ortho aeqd lcc merc eqearth robin eqc, a PROJ string or EPSG:n
center = [128.0, 31.0]    # lon, lat
width_km = 2600

# Remove the # signs to add a live feed to the scenario:
# [[feed]]
# url = "ais+tcp://localhost:10110"   # ais, cot or sbs; +tcp:// +udp:// or +file: with a path in this folder
# name = "Harbour receiver"
# area = [120, 20, 135, 42]           # west, south, east, north: only contacts in this area
# types = ["frigate", "coast_guard"]  # only contacts of these types
# credit = "Name of the feed's owner"
# terms = "Terms of use of the feed"

# Remove the # signs to be told when a contact of a live feed comes into a zone:
# [[alert]]
# id = "in-the-box"
# when = "enters"                     # enters leaves crosses first_heard silent
# zone = "box"
# who = ["316138000"]                 # ids of assets or MMSI; without it: all contacts
)";

constexpr std::string_view zones_text = R"({
"type": "FeatureCollection",
"features": [
{"type": "Feature", "properties": {"id": "box", "name": "Patrol area", "kind": "patrol", "status": "illustrative", "drawn": "schematic", "sources": "ministry", "note": "Drawn from a description"},
 "geometry": {"type": "Polygon", "coordinates": [[[125.5, 28.5], [128.5, 28.5], [128.5, 31.0], [125.5, 31.0], [125.5, 28.5]]]}}
]
}
)";

std::string csv_text(const std::vector<assets::ColumnInfo>& columns, const std::vector<ExampleRow>& rows) {
    std::string text;
    for (const auto& column : columns)
        text += (text.empty() ? "" : ",") + std::string{column.name};
    for (const auto& row : rows) {
        std::string line;
        [[maybe_unused]] std::size_t written = 0;
        for (const auto& column : columns) {
            const auto value = row.find(column.name);
            line += (&column == columns.data() ? "" : ",");
            if (value == row.end()) continue;
            line += assets::csv_cell(value->second);
            ++written;
        }
        assert(written == row.size()); // all columns of an example are columns of a new file
        text += '\n' + line;
    }
    return text + '\n';
}

void write_files(const std::filesystem::path& folder) {
    save_file(folder / assets::settings_file, settings_text);
    for (const assets::TableFile& file : assets::table_files) {
        if (file.table == assets::TableId::Zones) {
            save_file(folder / file.name, zones_text);
            continue;
        }
        const auto rows = example_rows(file.table);
        if (!rows.empty()) save_file(folder / file.name, csv_text(starter_columns(file.table), rows));
    }
}

/// Removes what write_files() wrote into a folder that was empty before.
void remove_files(const std::filesystem::path& folder) {
    std::error_code failed;
    std::filesystem::remove(folder / assets::settings_file, failed);
    for (const assets::TableFile& file : assets::table_files)
        std::filesystem::remove(folder / file.name, failed);
}

} // namespace

namespace {

/// Makes the folder and has it filled; removes what was written if that fails.
template <class Write>
void fill_new_folder(const std::filesystem::path& folder, const Write& write) {
    namespace fs = std::filesystem;
    std::error_code failed;
    if (fs::exists(folder, failed) && (!fs::is_directory(folder, failed) || !fs::is_empty(folder, failed)))
        throw UsageError{folder.string() + " already exists and is not an empty folder; nothing was written"};
    const bool is_new = !fs::exists(folder, failed);
    fs::create_directories(folder, failed);
    if (failed) throw FileError{folder.string() + ": cannot make the folder: " + failed.message()};
    try {
        write();
    } catch (const FileError&) { // a full disk: half a scenario is of no use
        remove_files(folder);
        if (is_new) fs::remove(folder, failed);
        throw;
    }
}

} // namespace

void write_new_scenario(const std::filesystem::path& folder) {
    fill_new_folder(folder, [&] { write_files(folder); });
}

std::filesystem::path write_new_spreadsheet(const std::filesystem::path& folder) {
    const auto file = folder / "scenario.xlsx";
    fill_new_folder(folder, [&] { save_file(file, starter_spreadsheet()); });
    return file;
}

} // namespace app
