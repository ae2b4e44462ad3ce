#include "app/session/files/reading.hpp"

#include "app/base/errors.hpp"
#include "app/base/nearest.hpp"
#include "app/scenario/open_scenario.hpp"
#include "geo/error.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace app {

namespace {
constexpr std::string_view builtin_prefix = "builtin:";
} // namespace

std::filesystem::path scenario_path(const std::string& name, const DataFolders& data) {
    if (name.rfind(builtin_prefix, 0) != 0) return name;
    const std::string wanted = name.substr(builtin_prefix.size());
    std::vector<std::string> known;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(data.scenarios(), failed))
        if (entry.is_directory(failed)) known.push_back(entry.path().filename().string());
    std::sort(known.begin(), known.end());
    if (std::find(known.begin(), known.end(), wanted) == known.end())
        throw UsageError{"there is no built-in scenario '" + wanted + "'" + did_you_mean(wanted, known)};
    return data.scenarios() / wanted;
}

Reading read_for_session(const std::string& name, const DataFolders& data, std::shared_ptr<const geo::Atlas> atlas) {
    Reading reading;
    reading.name = name;
    try {
        reading.atlas = atlas != nullptr ? std::move(atlas) : geo::Atlas::open(data.geo());
        reading.loaded = read_scenario_or_recording(scenario_path(name, data), reading.atlas);
        reading.report = assets::check(reading.loaded);
    } catch (const UsageError& error) {
        reading.failure = error.what();
    } catch (const assets::UnreadableError& error) {
        reading.failure = error.what();
    } catch (const geo::ReadError& error) {
        reading.failure = error.what();
    } catch (const std::filesystem::filesystem_error& error) {
        reading.failure = error.what();
    }
    return reading;
}

std::string first_error(const std::vector<assets::Issue>& issues) {
    const auto is_error = [](const assets::Issue& issue) {
        return issue.severity == assets::Severity::Error;
    };
    const auto first = std::find_if(issues.begin(), issues.end(), is_error);
    if (first == issues.end()) return {};
    const auto more = std::count_if(std::next(first), issues.end(), is_error);
    return issue_line(*first) + (more == 0 ? "" : fmt::format(" (and {} more error{})", more, more == 1 ? "" : "s"));
}

} // namespace app
