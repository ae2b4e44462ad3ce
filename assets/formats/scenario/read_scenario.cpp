#include "assets/formats/scenario/read_scenario.hpp"

#include "assets/formats/scenario/readers.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assets {
namespace {

namespace fs = std::filesystem;

/// Reports deployments of one asset that overlap by more than the day on which one ends and the next begins.
void report_overlaps(Reading& reading) {
    constexpr std::chrono::seconds a_day{std::chrono::hours{24}};
    const auto& all = reading.scenario.deployments;
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
        const Deployment &earlier = all[i], &later = all[i + 1];
        if (earlier.asset != later.asset || (earlier.to && later.from >= *earlier.to + tick - a_day)) continue;
        const std::string& id = reading.scenario.assets[later.asset].id;
        reading.findings.error(code::deployments_overlap, {later.file, later.line, "from", id, {}},
                               fmt::format("'{}' is still deployed: the deployment in line {} {}", id, earlier.line,
                                           earlier.to ? "ends after this one begins" : "has no end"));
    }
}

/// Reports assets that carry each other in a circle (by at_asset or as embarked members): they would have no position.
void report_circular_carriers(Reading& reading) {
    const auto& scenario = reading.scenario;
    std::vector<std::vector<AssetIndex>> carriers(scenario.assets.size());
    for (const auto& fix : scenario.fixes)
        if (fix.at_asset() != no_index && std::find(carriers[fix.asset].begin(), carriers[fix.asset].end(),
                                                    fix.at_asset()) == carriers[fix.asset].end())
            carriers[fix.asset].push_back(fix.at_asset());
    for (const auto& member : scenario.members)
        if (member.role == Membership::Role::Embarked) carriers[member.asset].push_back(member.group);
    enum class Visit : char { New, Open, Done };
    std::vector<Visit> visits(carriers.size(), Visit::New);
    struct Step {
        AssetIndex asset;
        std::size_t next = 0;
    };
    for (AssetIndex start = 0; start < carriers.size(); ++start) {
        std::vector<Step> path;
        if (visits[start] == Visit::New) path.push_back({start});
        while (!path.empty()) {
            Step& step = path.back();
            visits[step.asset] = Visit::Open;
            if (step.next >= carriers[step.asset].size()) {
                visits[step.asset] = Visit::Done;
                path.pop_back();
                continue;
            }
            const AssetIndex carrier = carriers[step.asset][step.next++];
            if (visits[carrier] == Visit::Open) {
                const Asset& asset = scenario.assets[carrier];
                reading.findings.error(code::circular, {asset.file, asset.line, "id", asset.id, {}},
                                       fmt::format("'{}' is carried by an asset that it carries itself", asset.id));
            } else if (visits[carrier] == Visit::New) {
                path.push_back({carrier});
            }
        }
    }
}

void report_tallies(Reading& reading) {
    for (const auto& [key, tally] : reading.tallies)
        reading.findings.note(key.code, {key.file, tally.first_line, std::string{key.field}, {}, {}},
                              tally.rows == 1 ? key.sentence
                                              : fmt::format("{}, here and in {} more {}", key.sentence, tally.rows - 1,
                                                            tally.rows == 2 ? "row" : "rows"));
}

void report_unknown_accepts(Reading& reading) {
    const auto& scenario = reading.scenario;
    const auto list_ids = [](const auto& things) {
        std::vector<std::string_view> ids;
        for (const auto& thing : things)
            ids.push_back(thing.id);
        return ids;
    };
    for (std::size_t i = 0; i < scenario.accepts.size(); ++i) {
        const Accept& accept = scenario.accepts[i];
        const std::string& kind = accept.kind;
        std::vector<std::string_view> ids = kind == "asset"   ? list_ids(scenario.assets)
                                            : kind == "zone"  ? list_ids(scenario.zones)
                                            : kind == "event" ? list_ids(scenario.events)
                                                              : list_ids(scenario.places);
        if (kind.empty() || kind == "place" || std::find(ids.begin(), ids.end(), accept.subject) != ids.end())
            continue; // a place may also be in the gazetteer, or a name
        reading.findings.error(
            code::unknown_id, {0, accept.line, fmt::format("accept[{}].{}", i, kind), {}, {}},
            fmt::format("there is no {} {}{}", kind, in_quotes(accept.subject), did_you_mean(accept.subject, ids)));
    }
}

void sort_records(Scenario& scenario) {
    std::stable_sort(scenario.deployments.begin(), scenario.deployments.end(), [](const auto& a, const auto& b) {
        return std::tie(a.asset, a.from) < std::tie(b.asset, b.from);
    });
    std::stable_sort(scenario.fixes.begin(), scenario.fixes.end(),
                     [](const Fix& a, const Fix& b) { return std::tie(a.asset, a.from) < std::tie(b.asset, b.from); });
    std::stable_sort(scenario.events.begin(), scenario.events.end(),
                     [](const Event& a, const Event& b) { return a.from < b.from; });
    index_by_asset(scenario);
}

void read_files(Reading& reading, const FileLists& lists, bool is_lone) {
    const auto read_all = [&](TableId table, auto read) {
        const int unreadable_before = reading.unreadable_files;
        for (const auto& file : lists[table])
            read(reading, file);
        if (reading.unreadable_files > unreadable_before) reading.incomplete.insert(table);
    };
    read_all(TableId::Sources, read_sources);
    reading.makes_sources =
        is_lone && reading.scenario.sources.empty() && !reading.incomplete.contains(TableId::Sources);
    read_all(TableId::Places, read_places);
    read_all(TableId::Zones, read_zones);
    add_chosen_zones(reading);
    read_all(TableId::Assets, read_assets);
    reading.makes_assets = lists[TableId::Assets].empty() && reading.scenario.assets.empty() &&
                           !reading.incomplete.contains(TableId::Assets);
    reading.places = PlaceLookup{reading.scenario.places, reading.scenario.atlas.get()};
    read_all(TableId::Positions, read_positions);
    read_all(TableId::Members, read_members);
    read_all(TableId::Deployments, read_deployments);
    read_all(TableId::Events, read_events);
}

/// Where reading starts. A path is empty if there is no such file.
struct Entry {
    fs::path folder, toml, lone_file;
    const Workbook* workbook = nullptr; ///< of the lone file, if that is a spreadsheet
};

fs::path folder_of(const fs::path& file) {
    return file.has_parent_path() ? file.parent_path() : fs::path{"."};
}

void require_exists(const fs::path& path) {
    std::error_code failed;
    if (!fs::exists(path, failed))
        throw UnreadableError{fmt::format("{}: there is no such file or folder", path.string())};
}

Entry entry_of(const fs::path& path) {
    std::error_code failed;
    if (fs::is_directory(path, failed)) {
        const auto positions_file = file_of(TableId::Positions);
        if (fs::exists(path / settings_file, failed)) return {path, path / settings_file, {}};
        if (fs::exists(path / positions_file, failed)) return {path, {}, {}};
        throw UnreadableError{fmt::format("{}: holds neither {} nor {}", path.string(), settings_file, positions_file)};
    }
    return {folder_of(path), path, {}};
}

/// The settings of a lone table: NAME.toml beside NAME.csv.
fs::path settings_beside(const fs::path& table) {
    return fs::path{table}.replace_extension(".toml");
}

/// Reads the settings of a scenario and lists its files.
FileLists files_of(Reading& reading, const Entry& entry) {
    FileLists lists;
    const Sheet* settings = nullptr;
    const std::string name = entry.lone_file.filename().generic_string();
    if (entry.workbook) {
        // NAME.toml comes first, because an [[accept]] is of the first file.
        if (!entry.toml.empty()) (void)reading.file_index(entry.toml.filename().generic_string());
        lists = sheet_files(reading, name, *entry.workbook, settings);
    } else if (entry.lone_file.empty()) {
        lists = default_files(reading, entry.folder);
    } else {
        lists[TableId::Positions] = {{name, entry.lone_file}};
    }
    if (settings && !entry.toml.empty())
        reading.findings.error(code::conflicting_values, {reading.file_index(sheet_file(name, *settings))},
                               fmt::format("holds settings, and so does {}; keep them in one of the two",
                                           entry.toml.filename().generic_string()));
    if (!entry.toml.empty())
        lists = read_settings(reading, entry.toml, std::move(lists));
    else if (settings)
        lists = read_settings_text(reading, sheet_file(name, *settings), settings_of(reading, name, *settings),
                                   entry.folder, std::move(lists));
    if (!entry.lone_file.empty()) reading.settings_name = settings_beside(entry.lone_file).filename().generic_string();
    if (settings) reading.settings_name = sheet_file(name, *settings);
    return lists;
}

LoadResult read_entry(const Entry& entry, std::shared_ptr<const geo::Atlas> atlas, const Schema& columns,
                      MissingCharacters missing) {
    Reading reading{columns};
    reading.missing_characters = std::move(missing);
    Scenario& scenario = reading.scenario;
    scenario.folder = entry.folder;
    scenario.atlas = std::move(atlas);
    scenario.view.projection.clear(); // unless [view] gives one, the figure's options choose it
    const FileLists lists = files_of(reading, entry);
    read_files(reading, lists, !entry.lone_file.empty());
    if (scenario.title.empty())
        scenario.title = entry.lone_file.empty() ? fs::absolute(entry.folder).lexically_normal().filename().string()
                                                 : entry.lone_file.stem().string();
    sort_records(scenario);
    report_overlaps(reading);
    report_circular_carriers(reading);
    report_tallies(reading);
    report_unknown_accepts(reading);
    report_unknown_alert_ids(reading);
    report_unknown_figure_ids(reading);
    close_open_ends(scenario);

    LoadResult result;
    result.records = reading.records;
    result.rejected = reading.rejected;
    const bool usable = reading.findings.errors() == 0;
    result.findings = reading.findings.take();
    if (usable) result.scenario = std::make_shared<const Scenario>(std::move(scenario));
    return result;
}

} // namespace

LoadResult read_scenario(const fs::path& path, std::shared_ptr<const geo::Atlas> atlas, const Schema& columns,
                         MissingCharacters missing) {
    require_exists(path);
    return read_entry(entry_of(path), std::move(atlas), columns, std::move(missing));
}

namespace {

Entry lone_entry(const fs::path& path) {
    require_exists(path);
    const fs::path settings = settings_beside(path);
    std::error_code failed;
    return {folder_of(path), fs::exists(settings, failed) ? settings : fs::path{}, path};
}

} // namespace

LoadResult read_positions_file(const fs::path& path, std::shared_ptr<const geo::Atlas> atlas, const Schema& columns,
                               MissingCharacters missing) {
    return read_entry(lone_entry(path), std::move(atlas), columns, std::move(missing));
}

LoadResult read_workbook(const fs::path& path, const Workbook& workbook, std::shared_ptr<const geo::Atlas> atlas,
                         const Schema& columns, MissingCharacters missing) {
    Entry entry = lone_entry(path);
    entry.workbook = &workbook;
    return read_entry(entry, std::move(atlas), columns, std::move(missing));
}

} // namespace assets
