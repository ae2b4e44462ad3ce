#include "app/scenario/open_scenario.hpp"

#include "app/base/errors.hpp"
#include "app/base/helper_program.hpp"
#include "app/base/nearest.hpp"
#include "assets/formats/registry/registry.hpp"
#include "assets/model/values/control_characters.hpp"
#include "render/text/missing_characters.hpp"

#include <algorithm>
#include <chrono>

#include <sys/stat.h>

namespace app {

namespace {

constexpr std::string_view builtin_prefix = "builtin:";

std::optional<assets::Instant> last_written(const std::filesystem::path& path) {
    struct ::stat status {};
    if (::stat(path.c_str(), &status) != 0) return std::nullopt;
    return assets::Instant{std::chrono::seconds{status.st_mtim.tv_sec}};
}

} // namespace

std::filesystem::path scenario_path(const std::string& name, const DataFolders& data) {
    if (!name.starts_with(builtin_prefix)) return name;
    const std::string wanted = name.substr(builtin_prefix.size());
    std::vector<std::string> known;
    for (const auto& entry : std::filesystem::directory_iterator(data.scenarios()))
        if (entry.is_directory()) known.push_back(entry.path().filename().string());
    std::sort(known.begin(), known.end());
    if (std::find(known.begin(), known.end(), wanted) == known.end())
        throw UsageError{"there is no built-in scenario '" + wanted + "'" + did_you_mean(wanted, known)};
    return data.scenarios() / wanted;
}

bool names_a_scenario(const std::string& name) {
    std::error_code ignored;
    if (name.starts_with(builtin_prefix)) return true;
    if (!std::filesystem::exists(name, ignored)) return false;
    static_cast<void>(assets::FormatRegistry::standard().format_of(name));
    return true;
}

assets::LoadResult read_path(const std::filesystem::path& path, std::shared_ptr<const geo::Atlas> atlas,
                             std::shared_ptr<geo::ReadControl> control) {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return assets::FormatRegistry::standard().read(path, {.atlas = std::move(atlas),
                                                          .now = now,
                                                          .written = last_written(path),
                                                          .missing_characters = render::missing_characters,
                                                          .helper = helper_program(),
                                                          .control = std::move(control)});
}

assets::LoadResult open_scenario(const std::string& name, const DataFolders& data) {
    return read_path(scenario_path(name, data), geo::Atlas::open(data.geo()));
}

std::shared_ptr<const assets::Scenario> open_scenario_without_errors(const std::string& name, const DataFolders& data) {
    auto loaded = open_scenario(name, data);
    if (loaded.scenario != nullptr) return loaded.scenario;
    std::string all;
    for (const auto& finding : loaded.findings)
        if (finding.severity == assets::Severity::Error)
            all += (all.empty() ? "" : "\ntheatrum: ") + finding_line(finding);
    throw UsageError{all};
}

std::string finding_line(const assets::Finding& finding) {
    std::string line = finding.file;
    if (finding.line > 0) line += ":" + std::to_string(finding.line);
    if (!finding.field.empty()) line += ": " + finding.field;
    return assets::visible(line + ": " + finding.message);
}

} // namespace app
