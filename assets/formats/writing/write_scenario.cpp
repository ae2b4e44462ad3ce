#include "assets/formats/writing/write_scenario.hpp"

#include "assets/formats/writing/writers.hpp"

#include <algorithm>
#include <iterator>

namespace assets {
namespace {

std::vector<Source> own_sources(const Scenario& scenario) {
    std::vector<Source> own;
    std::copy_if(scenario.sources.begin(), scenario.sources.end(), std::back_inserter(own),
                 [](const Source& source) { return !source.builtin; });
    return own;
}

} // namespace

std::map<std::string, std::string> write_scenario(const Scenario& scenario, const Schema& columns) {
    WriteContext context{scenario};
    const auto text_of = [&](TableId table) -> std::string {
        switch (table) {
        case TableId::Assets:
            return csv_file(scenario.assets, columns.assets, context);
        case TableId::Deployments:
            return csv_file(scenario.deployments, columns.deployments, context);
        case TableId::Positions:
            return csv_file(scenario.fixes, columns.positions, context);
        case TableId::Events:
            return csv_file(scenario.events, columns.events, context);
        case TableId::Members:
            return csv_file(scenario.members, columns.members, context);
        case TableId::Sources:
            return csv_file(own_sources(scenario), columns.sources, context);
        case TableId::Places:
            return csv_file(scenario.places, columns.places, context);
        case TableId::Zones:
            return written_zones(columns.zones, context);
        }
        return {};
    };
    std::map<std::string, std::string> files{{std::string{settings_file}, written_settings(columns, context)}};
    for (const TableFile& file : table_files)
        if (std::string text = text_of(file.table); !text.empty()) files.emplace(file.name, std::move(text));
    return files;
}

} // namespace assets
