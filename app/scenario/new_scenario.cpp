#include "app/scenario/new_scenario.hpp"

#include "app/base/errors.hpp"
#include "app/base/save_file.hpp"

#include <array>
#include <string_view>

namespace app {

namespace {

struct File {
    std::string_view name;
    std::string_view text;
};

constexpr std::array files{
    File{"scenario.toml", R"(theatrum = 1
title = "Patrol ship in the East China Sea"
subtitle = "An example to change"
credit = "Example data"

[time]
start = 2024-05-01
end = 2024-05-20
utc_offset_h = 9          # dates without a clock are days at this offset
data_to = 2024-05-25      # the day you stopped looking

[view]
projection = "laea"       # laea ortho aeqd lcc merc eqearth robin eqc, a PROJ string or EPSG:n
center = [128.0, 31.0]    # lon, lat
width_km = 2600

# A live feed that belongs to the scenario, without the # signs:
# [[feed]]
# url = "ais+tcp://localhost:10110"   # ais, cot or sbs; +tcp:// +udp:// or +file: with a path in this folder
# name = "Harbour receiver"
# area = [120, 20, 135, 42]           # west, south, east, north: only what is in it
# types = ["frigate", "coast_guard"]  # only these
# credit = "Who is to be named"
# terms = "What its owner asks for"
)"},
    File{"assets.csv", "id,name,short,hull,type,country,note\n"
                       "example,HMCS Example,Example,FFH 999,frigate,CA,Made up: replace it\n"},
    File{"deployments.csv", "asset,from,to,operation,sources\n"
                            "example,2024-05-01,2024-05-20,Op EXAMPLE,port-notice\n"},
    File{"positions.csv",
         "asset,from,to,place,area,lon,lat,radius_km,activity,confidence,confidence_date,sources,note\n"
         "example,2024-05-02,2024-05-06,Sasebo,,,,,,high,high,port-notice,A place by its name\n"
         "example,2024-05-08,2024-05-14,,east-china-sea,,,,patrol,medium,medium,ministry,Somewhere in a named sea\n"
         "example,2024-05-16,2024-05-19,Off Naha,,127.62,26.18,8,at_anchor,high,medium,ministry,A point and how sure "
         "it is\n"},
    File{
        "events.csv",
        "id,from,to,title,caption,kind,place,lon,lat,assets,sources\n"
        "handover,2024-05-18,,Ceremony at Naha,A ceremony moves no ship,ceremony,Naha,127.68,26.21,example,ministry\n"},
    File{"sources.csv",
         "id,title,publisher,published,date,kind,url\n"
         "port-notice,Notice of a port visit,Port office,2024-05-02,2024-05-02,official,https://example.org/port\n"
         "ministry,Note on a patrol,Ministry,2024-05-20,2024-05-14,official,https://example.org/patrol\n"},
    File{"zones.geojson", R"({
"type": "FeatureCollection",
"features": [
{"type": "Feature", "properties": {"id": "box", "name": "Patrol area", "kind": "patrol", "status": "illustrative", "drawn": "schematic", "sources": "ministry", "note": "Drawn from words"},
 "geometry": {"type": "Polygon", "coordinates": [[[125.5, 28.5], [128.5, 28.5], [128.5, 31.0], [125.5, 31.0], [125.5, 28.5]]]}}
]
}
)"},
};

} // namespace

void write_new_scenario(const std::filesystem::path& folder) {
    namespace fs = std::filesystem;
    std::error_code failed;
    if (fs::exists(folder, failed) && (!fs::is_directory(folder, failed) || !fs::is_empty(folder, failed)))
        throw UsageError{folder.string() + " is there already and not an empty folder; nothing was written"};
    fs::create_directories(folder, failed);
    if (failed) throw FileError{folder.string() + ": cannot make the folder: " + failed.message()};
    for (const auto& file : files)
        save_file(folder / file.name, file.text);
}

} // namespace app
