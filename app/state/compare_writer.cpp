#include "app/state/compare_writer.hpp"

#include "app/state/state_areas.hpp"
#include "app/state/state_words.hpp"
#include "app/state/state_writer.hpp"
#include "render/map/words/distance.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace app {

using assets::AssetChange;
using assets::ChangeKind;
using assets::Scenario;
using assets::Snapshot;
using render::Words;

namespace {

std::string day(const Words& words, const Scenario& scenario, assets::Instant at) {
    return words.day_month_year(at, scenario.utc_offset_h);
}

} // namespace

std::vector<std::string> change_lines(const Words& words, const Scenario& scenario, const Snapshot& before,
                                      const Snapshot& after, const AssetChange& change) {
    std::string name = full_name(words, scenario.assets[change.asset]);
    if (change.distance_m)
        name = words("compare.name_and_distance",
                     {{"name", name}, {"distance", distance_of_change(words, scenario, change)}});
    std::vector<std::string> lines{std::move(name)};
    const auto was = describe_state(words, scenario, before.states[change.asset]);
    const auto now = describe_state(words, scenario, after.states[change.asset]);
    if (change.kind != ChangeKind::Arrived && change.kind != ChangeKind::NoNews)
        lines.push_back(words("compare.was", {{"state", was}}));
    if (change.kind != ChangeKind::Left) lines.push_back(words("compare.now", {{"state", now}}));
    return lines;
}

std::string distance_of_change(const Words& words, const Scenario& scenario, const AssetChange& change) {
    return render::change_distance_words(words, scenario, change, true);
}

std::string write_changes(const Words& words, const Scenario& scenario, const Snapshot& before, const Snapshot& after) {
    std::string from = day(words, scenario, before.at), to = day(words, scenario, after.at);
    if (from == to) from = assets::to_iso(before.at), to = assets::to_iso(after.at);
    std::string text = scenario.title + (scenario.title.empty() ? "" : ": ") +
                       words("compare.period", {{"from", from}, {"to", to}}) + "\n";
    const auto changes = assets::changes_between(scenario, before, after);
    if (changes.empty()) text += "\n" + words("compare.nobody") + "\n";
    for (const auto& [kind, key] : change_groups) {
        const auto count = std::ranges::count(changes, kind, &AssetChange::kind);
        if (count == 0) continue;
        text += "\n" + words("compare.count", {{"group", words(key)}, {"count", fmt::format("{}", count)}}) + "\n";
        for (const auto& change : changes) {
            if (change.kind != kind) continue;
            const auto lines = change_lines(words, scenario, before, after, change);
            for (const auto& line : lines)
                text += (&line == &lines.front() ? "  " : "      ") + line + "\n";
        }
    }
    return text;
}

std::string write_changes_json(const Scenario& scenario, const Snapshot& before, const Snapshot& after) {
    std::string lines;
    for (const auto& change : assets::changes_between(scenario, before, after)) {
        const assets::Asset& asset = scenario.assets[change.asset];
        lines += fmt::format(
            R"({}    {{"id": {}, "name": {}, "change": "{}", "distance_km": {}, "before": {}, "after": {}}})",
            lines.empty() ? "\n" : ",\n", json_quoted(asset.id), json_quoted(asset.name), to_string(change.kind),
            change.distance_m ? trimmed(*change.distance_m / 1000, 3) : "null",
            state_json(scenario, before.states[change.asset]), state_json(scenario, after.states[change.asset]));
    }
    return fmt::format("{{\n  \"scenario\": {},\n  \"at\": {},\n  \"compare\": {},\n  \"assets\": [{}{}]\n}}\n",
                       json_quoted(scenario.title), json_quoted(assets::to_iso(before.at)),
                       json_quoted(assets::to_iso(after.at)), lines, lines.empty() ? "" : "\n  ");
}

} // namespace app
