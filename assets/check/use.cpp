#include "assets/check/checks.hpp"
#include "assets/schema/schema.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

namespace assets {
namespace {

bool overlaps_time(const Scenario& scenario, Instant from, Instant to) {
    return !(scenario.start && to < *scenario.start) && !(scenario.end && from > *scenario.end);
}

std::vector<bool> used_sources(const Scenario& scenario) {
    std::vector<bool> used(scenario.sources.size(), false);
    const auto use = [&](const std::vector<SourceIndex>& sources) {
        for (const SourceIndex source : sources)
            used[source] = true;
    };
    const auto use_all_of = [&](const auto& things) {
        for (const auto& thing : things)
            use(thing.sources);
    };
    for (const Fix& fix : scenario.fixes)
        use(fix.sources());
    use_all_of(scenario.events);
    use_all_of(scenario.zones);
    use_all_of(scenario.deployments);
    return used;
}

/// The name of a zone's property or column in findings.
std::string field_of_zone(const Scenario& scenario, std::size_t index, std::string_view name) {
    const std::uint16_t file = scenario.zones[index].file;
    const bool is_feature = file < scenario.files.size() && scenario.files[file].ends_with("json");
    return is_feature ? fmt::format("features[{}].properties.{}", index, name) : std::string{name};
}

bool place_is_used(const Scenario& scenario, const geo::Place& place) {
    const auto is_here = [&](const auto& thing) {
        return thing.position == place.position;
    };
    return std::any_of(scenario.fixes.begin(), scenario.fixes.end(), is_here) ||
           std::any_of(scenario.events.begin(), scenario.events.end(), is_here);
}

} // namespace

void check_sources(const Scenario& scenario, Findings& findings) {
    if (scenario.sources.empty() && !scenario.fixes.empty()) {
        const bool is_lone = scenario.files.size() == 1 || std::filesystem::path{scenario.files.front()}.stem() ==
                                                               std::filesystem::path{scenario.files.back()}.stem();
        findings.warning(code::no_source, {scenario.fixes.front().file(), 1, "sources", {}, {}},
                         is_lone ? "no report has a source; name it in a column sources, by its address or title"
                                 : "no report has a source; list the sources in sources.csv and name them here");
        return;
    }
    constexpr std::string_view message = "no source is given";
    for (const Fix& fix : scenario.fixes)
        if (fix.sources().empty())
            findings.warning(code::no_source, spot_of(scenario, fix, "sources"), std::string{message});
    for (const Event& event : scenario.events)
        if (event.sources.empty())
            findings.warning(code::no_source, {event.file, event.line, "sources", event.id, {}}, std::string{message});
    for (std::size_t i = 0; i < scenario.zones.size(); ++i)
        if (const Zone& zone = scenario.zones[i]; zone.sources.empty())
            findings.warning(code::no_source,
                             {zone.file, zone.line, field_of_zone(scenario, i, "sources"), zone.id, {}},
                             std::string{message});
}

void check_zones(const Scenario& scenario, Findings& findings) {
    for (std::size_t i = 0; i < scenario.zones.size(); ++i)
        if (const Zone& zone = scenario.zones[i]; zone.kind == ZoneKind::RangeRing && zone.note.empty())
            findings.warning(code::ring_without_reason,
                             {zone.file, zone.line, field_of_zone(scenario, i, "note"), zone.id, {}},
                             fmt::format("the ring '{}' has no note that says what reaches so far", zone.id));
}

void check_use(const Scenario& scenario, Findings& findings) {
    const auto sources = used_sources(scenario);
    for (std::size_t i = 0; i < sources.size(); ++i)
        if (const Source& source = scenario.sources[i]; !sources[i] && !source.builtin)
            findings.warning(code::unused_id, {source.file, source.line, "id", source.id, {}},
                             fmt::format("no row uses the source '{}'", source.id));
    for (std::size_t i = 0; i < scenario.places.size(); ++i)
        if (!place_is_used(scenario, scenario.places[i]))
            findings.warning(code::unused_id,
                             {scenario.place_files[i], scenario.place_lines[i], "id", scenario.places[i].id, {}},
                             fmt::format("no row uses the place '{}'", scenario.places[i].id));

    std::vector<bool> placed(scenario.assets.size(), false), named(scenario.assets.size(), false);
    for (const Fix& fix : scenario.fixes) {
        placed[fix.asset] = true;
        if (fix.at_asset() != no_index) named[fix.at_asset()] = true;
    }
    for (const Membership& member : scenario.members) {
        named[member.group] = named[member.asset] = true;
        if (member.role == Membership::Role::Embarked) placed[member.asset] = true; // it has the place of its carrier
    }
    for (const Deployment& deployment : scenario.deployments)
        named[deployment.asset] = true;
    for (const Event& event : scenario.events)
        for (const AssetIndex asset : event.assets)
            named[asset] = true;
    for (AssetIndex i = 0; i < scenario.assets.size(); ++i) {
        const Asset& asset = scenario.assets[i];
        const Spot spot{asset.file, asset.line, "id", asset.id, {}};
        if (!placed[i] && !named[i])
            findings.warning(code::unused_id, spot, fmt::format("no row uses the asset '{}'", asset.id));
        else if (!placed[i])
            findings.note(code::no_reports, spot,
                          fmt::format("'{}' has no report of its own, so it is never drawn", asset.id));
    }
}

namespace {

/// The way to set a key of [time]: in scenario.toml, in NAME.toml beside a lone table, or in the sheet `scenario`.
std::string place_of_time_key(const Scenario& scenario, std::string_view key) {
    const std::string first = scenario.files.empty() ? std::string{} : scenario.files.front();
    const auto in = [&](const std::filesystem::path& file) {
        return fmt::format("{} under [time] in {}", key, file.generic_string());
    };
    if (std::filesystem::path{first}.extension() == ".toml") return in(first);
    const std::filesystem::path folder = std::filesystem::path{first}.parent_path();
    const std::string extension = folder.extension().string();
    if (extension == ".xlsx" || extension == ".ods")
        return fmt::format("a row with the key time.{} in a sheet 'scenario' of {}", key, folder.generic_string());
    if (scenario.files.size() == 1 && first != file_of(TableId::Positions))
        return in(std::filesystem::path{first}.replace_extension(".toml")) + " beside it";
    return in(std::string{settings_file});
}

} // namespace

void check_time(const Scenario& scenario, Findings& findings) {
    if (scenario.data_to.empty()) {
        // File 0 is scenario.toml or, if that is missing, the file beside which it should be.
        findings.warning(code::no_data_to, {0, 0, "time.data_to", {}, {}},
                         fmt::format("the day research stopped is missing; --strict requires {}",
                                     place_of_time_key(scenario, "data_to")));
    }
    constexpr std::string_view message = "the dates are outside the scenario's [time]";
    for (const Fix& fix : scenario.fixes)
        if (!overlaps_time(scenario, fix.from, fix.to))
            findings.warning(code::outside_time, spot_of(scenario, fix, "from"), std::string{message});
    for (const Event& event : scenario.events)
        if (!overlaps_time(scenario, event.from, event.to))
            findings.warning(code::outside_time, {event.file, event.line, "from", event.id, {}}, std::string{message});
    for (const Deployment& deployment : scenario.deployments)
        if (!overlaps_time(scenario, deployment.from, deployment.to.value_or(far_future)))
            findings.warning(code::outside_time,
                             {deployment.file, deployment.line, "from", scenario.assets[deployment.asset].id, {}},
                             std::string{message});
}

} // namespace assets
