#include "app/session/files/scenario_files.hpp"

#include "app/base/errors.hpp"
#include "app/base/save_file.hpp"
#include "assets/formats/registry/registry.hpp"
#include "assets/formats/writing/write_scenario.hpp"

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

bool is_of_spreadsheet(const assets::Scenario& scenario, const fs::path& scenario_path) {
    const std::string sheets = scenario_path.filename().generic_string() + '/';
    return std::ranges::any_of(scenario.files, [&](const std::string& name) { return name.starts_with(sheets); });
}

std::vector<std::string> read_files_of(const assets::Scenario& scenario, const fs::path& scenario_path) {
    const std::string file = scenario_path.filename().generic_string();
    std::vector<std::string> names;
    for (const auto& name : scenario.files) {
        const auto& on_disk = name.starts_with(file + '/') ? file : name;
        if (std::ranges::find(names, on_disk) == names.end()) names.push_back(on_disk);
    }
    return names;
}

std::vector<std::string> files_of(const assets::Scenario& scenario, const fs::path& scenario_path) {
    const auto read = read_files_of(scenario, scenario_path);
    std::set<std::string> names{read.begin(), read.end()};
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
    if (is_of_spreadsheet(scenario, scenario_path)) { // reports can be added to text files only
        for (const auto& [name, text] : assets::write_scenario(scenario))
            save_file(folder / name, text);
        return folder;
    }
    const auto names = read_files_of(scenario, scenario_path);
    copy_files(names, scenario.folder, folder);
    for (const auto& name : names) // the program's data may be write-protected
        fs::permissions(folder / name, fs::perms::owner_write, fs::perm_options::add, failed);
    return in_copy(scenario_path, folder);
}

} // namespace app
