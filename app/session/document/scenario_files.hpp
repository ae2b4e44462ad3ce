#pragma once

#include "app/base/data_folders.hpp"
#include "assets/model/scenario.hpp"

#include <filesystem>
#include <string>
#include <vector>

/// The files behind a scenario. Everything here looks at the disk.
namespace app {

/// The scenario comes with the program: by its name, or because its path lies in the program's data.
[[nodiscard]] bool is_shipped(const std::string& name, const DataFolders&);
/// Everything that a reading of the folder would see, relative to it: the files that were read, which may be in
/// subfolders, and those that are read with a scenario of this name, which need not be there.
[[nodiscard]] std::vector<std::string> files_of(const assets::Scenario&, const std::filesystem::path& scenario_path);

/// Copies the files that are there. Throws FileError.
void copy_files(const std::vector<std::string>& names, const std::filesystem::path& from,
                const std::filesystem::path& to);
/// What to open in a copy of the folder: the folder itself, or the same file in it.
[[nodiscard]] std::filesystem::path in_copy(const std::filesystem::path& scenario_path,
                                            const std::filesystem::path& copy);
/// Copies the files that the scenario was read from. The folder must be new or empty. Returns what to open: the folder,
/// or the lone file in it. Throws UsageError and FileError.
[[nodiscard]] std::filesystem::path copy_scenario(const assets::Scenario&, const std::filesystem::path& scenario_path,
                                                  const std::filesystem::path& folder);

} // namespace app
