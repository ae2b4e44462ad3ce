#include "app/state/map_findings.hpp"

#include "app/base/errors.hpp"
#include "app/figure/export_request.hpp"
#include "assets/model/values/codes.hpp"
#include "geo/error.hpp"
#include "render/map/composer.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace app {
namespace {

/// The file whose settings decide what the map shows: scenario.toml, or the first of a scenario that has none.
std::string settings_name(const assets::Scenario& scenario) {
    return scenario.files.empty() ? "scenario.toml" : scenario.files.front();
}

} // namespace

void add_map_findings(assets::CheckResult& result, const assets::Scenario& scenario, const DataFolders& data) {
    render::Composition composition;
    try {
        const auto request = resolve({{"--output", "map.png"}}, scenario);
        composition = render::Composer{data.style()}.compose(scenario, assets::snapshot_at(scenario, request.figure.at),
                                                             request.figure);
    } catch (const geo::InputError& error) { // what `export` would refuse
        assets::Finding finding{};
        finding.severity = assets::Severity::Error;
        finding.code = assets::code::bad_value;
        finding.file = settings_name(scenario);
        finding.message = fmt::format("the map of this scenario cannot be made: {}", error.what());
        result.findings.insert(result.findings.begin(), std::move(finding));
        ++result.errors;
        return;
    }
    const auto name = scenario.view.policy.empty() ? std::string{"intl"} : scenario.view.policy;
    const auto policy = geo::Policy::read(data.style().policy / (name + ".toml"));
    for (const auto& [id, shown] : composition.visible.disputed) {
        const auto* feature = policy.find(id);
        if (feature == nullptr || feature->shown_as.empty()) continue;
        assets::Finding finding{};
        finding.severity = assets::Severity::Note;
        finding.code = assets::code::disputed;
        finding.file = settings_name(scenario);
        finding.message = "on the map: " + (shown.empty() ? std::string{} : shown + ": ") + feature->shown_as;
        finding.subject = id;
        result.findings.push_back(std::move(finding));
        ++result.notes;
    }
    std::stable_sort(result.findings.begin(), result.findings.end(), [](const auto& a, const auto& b) {
        return std::tie(a.file, a.line, a.code) < std::tie(b.file, b.line, b.code);
    });
}

} // namespace app
