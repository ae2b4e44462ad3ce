#pragma once

#include "app/base/data_folders.hpp"
#include "assets/model/scenario.hpp"

#include <filesystem>
#include <string>
#include <vector>

/// The files of a scenario. All functions access the disk.
namespace app {

/// Whether the scenario is part of the program: its name starts with builtin: or its path lies in the program's data.
[[nodiscard]] bool is_shipped(const std::string& name, const DataFolders&);
/// Whether the scenario was read from the sheets of a spreadsheet, which the program does not change.
[[nodiscard]] bool is_of_spreadsheet(const assets::Scenario&, const std::filesystem::path& scenario_path);
/// The files that were read, relative to the scenario's folder: a spreadsheet once, instead of its sheets.
[[nodiscard]] std::vector<std::string> read_files_of(const assets::Scenario&,
                                                     const std::filesystem::path& scenario_path);
/// The files that a reading of the scenario may use, relative to its folder: the files that were read, some of them in
/// subfolders, and the companions that the format reads if they exist.
[[nodiscard]] std::vector<std::string> files_of(const assets::Scenario&, const std::filesystem::path& scenario_path);

/// Copies the files that exist. Throws FileError.
void copy_files(const std::vector<std::string>& names, const std::filesystem::path& from,
                const std::filesystem::path& to);
/// The path to open in a copy of the scenario's folder: the folder itself, or the file of the same name.
[[nodiscard]] std::filesystem::path in_copy(const std::filesystem::path& scenario_path,
                                            const std::filesystem::path& copy);
/// Copies the files that the scenario was read from into a new or empty folder; of a spreadsheet, writes its tables as
/// text files. Returns the path to open: the folder, or the lone file in it. Throws UsageError and FileError.
[[nodiscard]] std::filesystem::path copy_scenario(const assets::Scenario&, const std::filesystem::path& scenario_path,
                                                  const std::filesystem::path& folder);

} // namespace app
