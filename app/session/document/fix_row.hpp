#pragma once

#include "assets/model/scenario.hpp"

#include <filesystem>
#include <optional>
#include <string>

/// Adding one report to a scenario's files. Everything throws UsageError with a sentence for the user, FileError for
/// what cannot be read or written; then no file was changed.
namespace app {

/// A row for positions.csv, as the form has it; checked by the reader before anything is written.
struct AddFix {
    std::string asset, from, to, place, area, lon, lat, radius_km, activity, kind, confidence, sources, note;
};

/// A change of one file that can be taken back.
struct FileChange {
    std::filesystem::path file;
    std::optional<std::string> before; ///< none: the file was not there
    std::string after;
};

/// The text of a positions file with one row more: its separator, columns, line ends and encoding stay as they are.
/// Values that have no column are an error, except what a reader takes for granted without them.
[[nodiscard]] std::string with_fix_row(const std::string& bytes, const AddFix&, const assets::Scenario&,
                                       const std::string& file_name);

/// Where the scenario's reports stand: the file of most of its reports, else positions.csv.
[[nodiscard]] std::string positions_file(const assets::Scenario&);

/// Appends the row, after a copy of the scenario with it was read without an error. `scenario_path` is what was opened
/// (a folder, a scenario.toml or a lone file). Atomic.
[[nodiscard]] FileChange add_fix(const AddFix&, const assets::Scenario&, const std::filesystem::path& scenario_path);

/// Puts the file back as it was. Refuses when it is no longer as the change left it.
void undo(const FileChange&);

} // namespace app
