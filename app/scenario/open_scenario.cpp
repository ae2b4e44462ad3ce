#include "app/scenario/open_scenario.hpp"

#include "app/base/errors.hpp"
#include "app/base/nearest.hpp"
#include "app/feeds/recording/recorded_scenario.hpp"

#include <set>

namespace app {

namespace {

constexpr std::string_view builtin_prefix = "builtin:";

std::filesystem::path builtin_folder(const std::string& name, const DataFolders& data) {
    std::set<std::string> known;
    for (const auto& entry : std::filesystem::directory_iterator(data.scenarios()))
        if (entry.is_directory()) known.insert(entry.path().filename().string());
    if (known.count(name) == 0)
        throw UsageError{"there is no built-in scenario '" + name + "'" +
                         did_you_mean(name, {known.begin(), known.end()})};
    return data.scenarios() / name;
}

} // namespace

assets::LoadResult read_scenario_or_recording(const std::filesystem::path& path,
                                              const std::shared_ptr<const geo::Atlas>& atlas) {
    if (auto recording = read_recording(path, atlas)) return std::move(*recording);
    return assets::read_scenario(path, atlas);
}

assets::LoadResult open_scenario(const std::string& name, const DataFolders& data) {
    const auto atlas = geo::Atlas::open(data.geo());
    try {
        if (name.rfind(builtin_prefix, 0) == 0)
            return assets::read_scenario(builtin_folder(name.substr(builtin_prefix.size()), data), atlas);
        return read_scenario_or_recording(name, atlas);
    } catch (const assets::UnreadableError& error) {
        throw FileError{error.what()};
    }
}

std::shared_ptr<const assets::Scenario> open_sound_scenario(const std::string& name, const DataFolders& data) {
    auto loaded = open_scenario(name, data);
    if (loaded.scenario != nullptr) return loaded.scenario;
    std::string all;
    for (const auto& issue : loaded.issues)
        if (issue.severity == assets::Severity::Error) all += (all.empty() ? "" : "\ntheatrum: ") + issue_line(issue);
    throw UsageError{all};
}

std::string issue_line(const assets::Issue& issue) {
    std::string line = issue.file;
    if (issue.line > 0) line += ":" + std::to_string(issue.line);
    if (!issue.field.empty()) line += ": " + issue.field;
    return line + ": " + issue.message;
}

} // namespace app
