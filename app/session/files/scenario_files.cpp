#include "app/session/files/scenario_files.hpp"

#include "app/base/errors.hpp"
#include "assets/formats/registry/registry.hpp"

#include <algorithm>
#include <set>

namespace app {

namespace fs = std::filesystem;

namespace {
constexpr std::string_view builtin_prefix = "builtin:";
} // namespace

bool is_shipped(const std::string& name, const DataFolders& data) {
    if (name.starts_with(builtin_prefix)) return true;
    std::error_code failed;
    const auto shipped = fs::weakly_canonical(data.scenarios(), failed);
    const auto opened = fs::weakly_canonical(name, failed);
    return std::mismatch(shipped.begin(), shipped.end(), opened.begin(), opened.end()).first == shipped.end();
}

std::vector<std::string> files_of(const assets::Scenario& scenario, const fs::path& scenario_path) {
    std::set<std::string> names{scenario.files.begin(), scenario.files.end()};
    for (const auto name : assets::FormatRegistry::standard().companions(scenario_path))
        names.emplace(name);
    return {names.begin(), names.end()};
}

void copy_files(const std::vector<std::string>& names, const fs::path& from, const fs::path& to) {
    for (const auto& name : names) {
        std::error_code failed;
        if (!fs::exists(from / name, failed)) continue;
        fs::create_directories((to / name).parent_path(), failed);
        if (!failed) fs::copy_file(from / name, to / name, fs::copy_options::overwrite_existing, failed);
        if (failed) throw FileError{(from / name).string() + ": cannot copy: " + failed.message()};
    }
}

fs::path in_copy(const fs::path& scenario_path, const fs::path& copy) {
    std::error_code failed;
    return fs::is_directory(scenario_path, failed) ? copy : copy / scenario_path.filename();
}

fs::path copy_scenario(const assets::Scenario& scenario, const fs::path& scenario_path, const fs::path& folder) {
    std::error_code failed;
    if (folder.empty()) throw UsageError{"name a folder for the copy"};
    if (fs::exists(folder, failed) && (!fs::is_directory(folder, failed) || !fs::is_empty(folder, failed)))
        throw UsageError{folder.string() + " already exists and is not an empty folder; nothing was copied"};
    fs::create_directories(folder, failed);
    if (failed) throw FileError{folder.string() + ": cannot make the folder: " + failed.message()};
    copy_files(scenario.files, scenario.folder, folder);
    for (const auto& name : scenario.files) // the program's data may be write-protected
        fs::permissions(folder / name, fs::perms::owner_write, fs::perm_options::add, failed);
    return in_copy(scenario_path, folder);
}

} // namespace app
