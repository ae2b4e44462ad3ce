#include "assets/formats/scenario/builtin_zones.hpp"

#include "assets/formats/scenario/readers.hpp"
#include "geo/error.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assets {

const Zone* BuiltinZones::find(std::string_view id) const noexcept {
    const auto found = std::find_if(zones.begin(), zones.end(), [&](const Zone& zone) { return zone.id == id; });
    return found == zones.end() ? nullptr : &*found;
}

std::vector<std::string> BuiltinZones::ids() const {
    std::vector<std::string> ids;
    for (const Zone& zone : zones)
        ids.push_back(zone.id);
    return ids;
}

BuiltinZones read_builtin_zones(const std::filesystem::path& data_dir) {
    Reading reading{schema()};
    reading.geometry_folder = data_dir;
    read_sources(reading, {"zone_sources.csv", data_dir / "zone_sources.csv"});
    read_zones(reading, {"zones.geojson", data_dir / "zones.geojson"});
    if (const auto findings = reading.findings.take(); !findings.empty()) {
        const Finding& first = findings.front();
        throw geo::ReadError{
            fmt::format("{}:{}: {}: {}", (data_dir / first.file).string(), first.line, first.field, first.message)};
    }
    BuiltinZones builtin{std::move(reading.scenario.zones), std::move(reading.scenario.sources)};
    for (Zone& zone : builtin.zones)
        zone.builtin = true;
    for (Source& source : builtin.sources)
        source.builtin = true;
    return builtin;
}

void add_builtin_zones(Scenario& scenario, const BuiltinZones& builtin, std::span<const std::string> ids) {
    const auto index_of = [&](const Source& source) {
        const auto same = std::find_if(scenario.sources.begin(), scenario.sources.end(),
                                       [&](const Source& s) { return s.builtin && s.id == source.id; });
        if (same != scenario.sources.end()) return static_cast<SourceIndex>(same - scenario.sources.begin());
        scenario.sources.push_back(source);
        scenario.sources.back().file = 0;
        return static_cast<SourceIndex>(scenario.sources.size() - 1);
    };
    for (const std::string& id : ids) {
        const Zone* zone = builtin.find(id);
        if (zone == nullptr || scenario.zone(id) != nullptr) continue;
        Zone added = *zone;
        added.file = 0;
        for (SourceIndex& source : added.sources)
            source = index_of(builtin.sources[source]);
        scenario.zones.push_back(std::move(added));
    }
}

bool has_own_zone(const Scenario& scenario, std::string_view id) noexcept {
    const Zone* zone = scenario.zone(id);
    return zone != nullptr && !zone->builtin;
}

std::string no_builtin_zone(const std::string& id, const BuiltinZones& builtin) {
    const auto ids = builtin.ids();
    const std::string nearest = did_you_mean(id, ids);
    return fmt::format("there is no built-in zone {}{} {}", in_quotes(id),
                       nearest.empty() ? "; use" : nearest + " Known:", fmt::join(ids, ", "));
}

std::string own_zone_is_used(const std::string& id) {
    return fmt::format("the scenario's own zone {} is used instead of the built-in one", in_quotes(id));
}

void add_chosen_zones(Reading& reading) {
    Scenario& scenario = reading.scenario;
    if (scenario.builtin_zones.empty()) return;
    const auto builtin = scenario.atlas ? read_builtin_zones(scenario.atlas->data_dir) : BuiltinZones{};
    for (const std::string& id : scenario.builtin_zones) {
        const Spot spot{0, reading.builtin_zones_line, "zones.builtin", id, {}};
        if (builtin.find(id) == nullptr)
            reading.findings.error(code::unknown_id, spot, no_builtin_zone(id, builtin));
        else if (has_own_zone(scenario, id))
            reading.findings.note(code::own_zone, spot, own_zone_is_used(id));
    }
    add_builtin_zones(scenario, builtin, scenario.builtin_zones);
    for (std::size_t i = 0; i < scenario.zones.size(); ++i)
        reading.zone_ids.try_emplace(scenario.zones[i].id, static_cast<ZoneIndex>(i));
}

} // namespace assets
