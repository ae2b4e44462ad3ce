#pragma once

#include "app/session/files/file_change.hpp"
#include "assets/formats/reading/load_result.hpp"
#include "assets/model/scenario.hpp"

#include <filesystem>
#include <optional>
#include <string>

/// Adds one fix to a scenario's files, and the source that it names if that is new. All functions throw UsageError with
/// a sentence for the user, or FileError when a file cannot be read or written. No file has changed when they throw.
namespace app {

/// The fields of a source as typed.
struct NewSource {
    std::string title, publisher, published, url;
    [[nodiscard]] friend bool operator==(const NewSource&, const NewSource&) = default;
};

/// The fields of the form as typed. try_fix() has the scenario's reader check them before anything is written.
struct AddFix {
    std::string asset, from, to, place, area, lon, lat, radius_km, activity, kind, confidence, sources, note;
    std::optional<NewSource> new_source{}; ///< gets a row of its own, and its id is added to `sources`
    [[nodiscard]] friend bool operator==(const AddFix&, const AddFix&) = default;
};

/// The text of a positions file with one more row, in the file's own separator, columns, line ends and encoding. A
/// value without a column is an error, unless the value is the default of that column.
[[nodiscard]] std::string with_fix_row(const std::string& bytes, const AddFix&, const assets::Scenario&,
                                       const std::string& file_name);

/// The file that holds most of the scenario's fixes; positions.csv if there are none.
[[nodiscard]] std::string positions_file(const assets::Scenario&);
/// The file that holds most of the scenario's own sources; sources.csv if there are none.
[[nodiscard]] std::string sources_file(const assets::Scenario&);
/// An id for a new source, made from its title and unlike those of the scenario: "us-7th-fleet-2".
[[nodiscard]] std::string id_for(const NewSource&, const assets::Scenario&);

/// A fix that has been read in a copy of the scenario.
struct TriedFix {
    Change change;           ///< not yet applied; the file of the fix is its last one
    assets::LoadResult read; ///< the scenario with the fix
    std::string file;        ///< of the fix, as in Scenario::files
    int line = 0;
};
/// Appends the row in a temporary copy of the scenario and reads the copy. `scenario_path` is the folder, scenario.toml
/// or lone file that was opened.
[[nodiscard]] TriedFix try_fix(const AddFix&, const assets::Scenario&, const std::filesystem::path& scenario_path);

/// The index into Scenario::fixes of the fix on a line of a file; none if the scenario has no such fix.
[[nodiscard]] std::optional<std::size_t> fix_at(const assets::Scenario&, const std::string& file, int line);

} // namespace app
