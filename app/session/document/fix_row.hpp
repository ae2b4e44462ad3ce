#pragma once

#include "assets/model/scenario.hpp"

#include <filesystem>
#include <optional>
#include <string>

/// Adds one fix to a scenario's files. All functions throw UsageError with a sentence for the user, or FileError when a
/// file cannot be read or written. No file has changed when they throw.
namespace app {

/// The fields of the form as typed. add_fix() has the scenario's reader check them before it writes the row.
struct AddFix {
    std::string asset, from, to, place, area, lon, lat, radius_km, activity, kind, confidence, sources, note;
};

/// A change of one file that can be undone.
struct FileChange {
    std::filesystem::path file;
    std::optional<std::string> before; ///< none: the file did not exist
    std::string after;
};

/// The text of a positions file with one more row, in the file's own separator, columns, line ends and encoding. A
/// value without a column is an error, unless the value is the default of that column.
[[nodiscard]] std::string with_fix_row(const std::string& bytes, const AddFix&, const assets::Scenario&,
                                       const std::string& file_name);

/// The file that holds most of the scenario's fixes; positions.csv if there are none.
[[nodiscard]] std::string positions_file(const assets::Scenario&);

/// Appends the row, if a copy of the scenario with this row can be read without errors. `scenario_path` is the folder,
/// scenario.toml or lone file that was opened. Atomic.
[[nodiscard]] FileChange add_fix(const AddFix&, const assets::Scenario&, const std::filesystem::path& scenario_path);

/// Restores the file. Throws UsageError when the file has changed since.
void undo(const FileChange&);

} // namespace app
