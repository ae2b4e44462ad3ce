#include "app/scenario/starter/example.hpp"

#include <algorithm>

namespace app {

std::vector<ExampleRow> example_rows(assets::TableId table) {
    using assets::TableId;
    if (table == TableId::Assets)
        return {{{"id", "example"},
                 {"name", "HMCS Example"},
                 {"short", "Example"},
                 {"hull", "FFH 999"},
                 {"type", "frigate"},
                 {"country", "CA"},
                 {"note", "Made up; replace this row"}}};
    if (table == TableId::Deployments)
        return {{{"asset", "example"},
                 {"from", "2024-05-01"},
                 {"to", "2024-05-20"},
                 {"operation", "Op EXAMPLE"},
                 {"sources", "port-notice"}}};
    if (table == TableId::Positions)
        return {{{"asset", "example"},
                 {"from", "2024-05-02"},
                 {"to", "2024-05-06"},
                 {"place", "Sasebo"},
                 {"confidence", "high"},
                 {"confidence_date", "high"},
                 {"sources", "port-notice"},
                 {"note", "A place given by its name"}},
                {{"asset", "example"},
                 {"from", "2024-05-08"},
                 {"to", "2024-05-14"},
                 {"area", "east-china-sea"},
                 {"activity", "patrol"},
                 {"confidence", "medium"},
                 {"confidence_date", "medium"},
                 {"sources", "ministry"},
                 {"note", "Somewhere in a named sea"}},
                {{"asset", "example"},
                 {"from", "2024-05-16"},
                 {"to", "2024-05-19"},
                 {"place", "Off Naha"},
                 {"lon", "127.62"},
                 {"lat", "26.18"},
                 {"radius_km", "8"},
                 {"activity", "at_anchor"},
                 {"confidence", "high"},
                 {"confidence_date", "medium"},
                 {"sources", "ministry"},
                 {"note", "A point and its uncertainty"}}};
    if (table == TableId::Events)
        return {{{"id", "handover"},
                 {"from", "2024-05-18"},
                 {"title", "Ceremony at Naha"},
                 {"caption", "A ceremony moves no ship"},
                 {"kind", "ceremony"},
                 {"place", "Naha"},
                 {"lon", "127.68"},
                 {"lat", "26.21"},
                 {"assets", "example"},
                 {"sources", "ministry"}}};
    if (table == TableId::Zones)
        return {{{"id", "box"},
                 {"name", "Patrol area"},
                 {"kind", "patrol"},
                 {"status", "illustrative"},
                 {"drawn", "schematic"},
                 {"outline", "125.5 28.5; 128.5 28.5; 128.5 31; 125.5 31"},
                 {"sources", "ministry"},
                 {"note", "Drawn from a description"}}};
    if (table == TableId::Sources)
        return {{{"id", "port-notice"},
                 {"title", "Notice of a port visit"},
                 {"publisher", "Port office"},
                 {"published", "2024-05-02"},
                 {"date", "2024-05-02"},
                 {"kind", "official"},
                 {"url", "https://example.org/port"}},
                {{"id", "ministry"},
                 {"title", "Note on a patrol"},
                 {"publisher", "Ministry"},
                 {"published", "2024-05-20"},
                 {"date", "2024-05-14"},
                 {"kind", "official"},
                 {"url", "https://example.org/patrol"}}};
    return {};
}

std::vector<assets::ColumnInfo> starter_columns(assets::TableId table) {
    auto columns = assets::schema().table_columns_of(table);
    std::erase_if(columns, [](const auto& column) { return column.template_position == 0; });
    std::sort(columns.begin(), columns.end(),
              [](const auto& a, const auto& b) { return a.template_position < b.template_position; });
    return columns;
}

} // namespace app
