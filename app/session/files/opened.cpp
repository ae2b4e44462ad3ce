#include "app/session/files/opened.hpp"

#include "app/scenario/open_scenario.hpp"
#include "app/session/files/scenario_files.hpp"
#include "render/map/style/errors.hpp"

#include <algorithm>
#include <exception>

#include <fmt/format.h>

namespace app {

namespace {

std::shared_ptr<const render::Words> words_of(const assets::Scenario& scenario, const DataFolders& data) {
    const auto file = data.style().words / "en.toml";
    try {
        return std::make_shared<const render::Words>(render::Words::read(file, scenario.words));
    } catch (const render::FigureError&) { // composing reports the errors in the scenario's own words
        return std::make_shared<const render::Words>(render::Words::read(file));
    }
}

} // namespace

OpenedScenario read_for_session(const std::string& name, const DataFolders& data,
                                std::shared_ptr<const geo::Atlas> atlas, std::shared_ptr<geo::ReadControl> control) {
    OpenedScenario reading;
    reading.name = name;
    try {
        reading.atlas = atlas != nullptr ? std::move(atlas) : geo::Atlas::open(data.geo());
        reading.shipped = is_shipped(name, data);
        reading.path = scenario_path(name, data);
        std::error_code failed;
        reading.is_folder = std::filesystem::is_directory(reading.path, failed);
        reading.loaded = read_path(reading.path, reading.atlas, std::move(control));
        reading.check_result = assets::check(reading.loaded);
        if (reading.loaded.scenario != nullptr) reading.words = words_of(*reading.loaded.scenario, data);
    } catch (const std::exception& error) { // no exception leaves the worker: its message becomes part of the result
        reading.failure = error.what();
    }
    return reading;
}

std::string first_error(const std::vector<assets::Finding>& findings) {
    const auto is_error = [](const assets::Finding& finding) {
        return finding.severity == assets::Severity::Error;
    };
    const auto first = std::find_if(findings.begin(), findings.end(), is_error);
    if (first == findings.end()) return {};
    const auto more = std::count_if(std::next(first), findings.end(), is_error);
    return finding_line(*first) + (more == 0 ? "" : fmt::format(" (and {} more error{})", more, more == 1 ? "" : "s"));
}

} // namespace app
